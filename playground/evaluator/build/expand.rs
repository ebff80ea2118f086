//! Macros by example: the runtime defines families of operators by them, and a table of operators wants their signatures.

use std::collections::BTreeMap;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::ToTokens;
use syn::Item;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};

/// The macros that a file defines, by their names.
pub fn defined(items: &[Item]) -> BTreeMap<String, TokenStream> {
    let of = |item: &Item| match item {
        Item::Macro(item) => Some((item.ident.as_ref()?.to_string(), item.mac.tokens.clone())),
        _ => None,
    };
    items.iter().filter_map(of).collect()
}

/// The items with those in the place of macros that make them: of the file, or of one beside it. What no such macro makes
/// stays.
pub fn expanded(items: Vec<Item>, beside: &BTreeMap<String, TokenStream>) -> Vec<Item> {
    let mut macros: BTreeMap<String, Vec<Rule>> =
        beside.iter().map(|(name, tokens)| (name.clone(), rules(tokens.clone()))).collect();
    let mut found = Vec::new();
    for item in items {
        let Item::Macro(item) = item else {
            found.push(item);
            continue;
        };
        if let Some(name) = &item.ident {
            macros.insert(name.to_string(), rules(item.mac.tokens));
            continue;
        }
        let rules = item.mac.path.segments.last().and_then(|last| macros.get(&last.ident.to_string()));
        let made = rules.into_iter().flatten().find_map(|rule| rule.apply(item.mac.tokens.clone()));
        match made.and_then(|tokens| syn::parse2::<syn::File>(tokens).ok()) {
            Some(file) => found.extend(file.items),
            None => found.push(Item::Macro(item)),
        }
    }
    found
}

/// `(pattern) => { body }`.
struct Rule {
    pattern: Vec<Pattern>,
    body: TokenStream,
}

enum Pattern {
    Token(TokenTree),
    Group(Delimiter, Vec<Pattern>),
    /// `$name:fragment`
    Variable(String, String),
    /// `$(…),*`
    Repeat(Vec<Pattern>, Option<TokenTree>),
}

/// What a variable stands for; in a repetition, for each round of it.
#[derive(Clone)]
enum Binding {
    One(TokenStream),
    Many(Vec<Binding>),
}

type Bindings = BTreeMap<String, Binding>;

fn rules(tokens: TokenStream) -> Vec<Rule> {
    let groups = tokens.into_iter().filter_map(|token| match token {
        TokenTree::Group(group) => Some(group.stream()),
        _ => None,
    });
    let groups: Vec<TokenStream> = groups.collect();
    groups.chunks_exact(2).map(|rule| Rule { pattern: patterns(rule[0].clone()), body: rule[1].clone() }).collect()
}

fn is_punct(token: Option<&TokenTree>, c: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == c)
}

fn patterns(tokens: TokenStream) -> Vec<Pattern> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match (&tokens[at], tokens.get(at + 1)) {
            (dollar, Some(TokenTree::Ident(name))) if is_punct(Some(dollar), '$') => {
                let fragment = tokens.get(at + 3).map_or(String::new(), ToString::to_string);
                found.push(Pattern::Variable(name.to_string(), fragment));
                at += 4;
            }
            (dollar, Some(TokenTree::Group(group))) if is_punct(Some(dollar), '$') => {
                let (separator, next) = repetition(&tokens, at + 2);
                found.push(Pattern::Repeat(patterns(group.stream()), separator));
                at = next;
            }
            (TokenTree::Group(group), _) => {
                found.push(Pattern::Group(group.delimiter(), patterns(group.stream())));
                at += 1;
            }
            (token, _) => {
                found.push(Pattern::Token(token.clone()));
                at += 1;
            }
        }
    }
    found
}

/// The separator of a repetition, and what follows it.
fn repetition(tokens: &[TokenTree], at: usize) -> (Option<TokenTree>, usize) {
    let is_operator = |token: Option<&TokenTree>| ['*', '+', '?'].into_iter().any(|c| is_punct(token, c));
    if is_operator(tokens.get(at)) { (None, at + 1) } else { (tokens.get(at).cloned(), at + 2) }
}

impl Rule {
    fn apply(&self, tokens: TokenStream) -> Option<TokenStream> {
        let bindings = (|input: ParseStream<'_>| matched(&self.pattern, input)).parse2(tokens).ok()?;
        Some(transcribed(self.body.clone(), &bindings))
    }
}

fn matched(patterns: &[Pattern], input: ParseStream<'_>) -> syn::Result<Bindings> {
    let mut bindings = Bindings::new();
    for pattern in patterns {
        match pattern {
            Pattern::Token(wanted) => {
                let found: TokenTree = input.parse()?;
                if found.to_string() != wanted.to_string() {
                    return Err(input.error("another token"));
                }
            }
            Pattern::Group(delimiter, inner) => match input.parse()? {
                TokenTree::Group(group) if group.delimiter() == *delimiter => {
                    let parser = |input: ParseStream<'_>| matched(inner, input);
                    bindings.extend(parser.parse2(group.stream())?);
                }
                _ => return Err(input.error("no group")),
            },
            Pattern::Variable(name, fragment) => {
                bindings.insert(name.clone(), Binding::One(fragment_of(fragment, input)?));
            }
            Pattern::Repeat(inner, separator) => {
                let mut rounds: Vec<Bindings> = Vec::new();
                while !input.is_empty() {
                    let ahead = input.fork();
                    if let (Some(separator), false) = (separator, rounds.is_empty()) {
                        match ahead.parse::<TokenTree>() {
                            Ok(token) if token.to_string() == separator.to_string() => {}
                            _ => break,
                        }
                    }
                    let Ok(round) = matched(inner, &ahead) else { break };
                    syn::parse::discouraged::Speculative::advance_to(input, &ahead);
                    rounds.push(round);
                }
                for name in names(inner) {
                    let of_rounds = rounds.iter().filter_map(|round| round.get(&name).cloned()).collect();
                    bindings.insert(name, Binding::Many(of_rounds));
                }
            }
        }
    }
    Ok(bindings)
}

/// The variables of patterns.
fn names(patterns: &[Pattern]) -> Vec<String> {
    let of = |pattern: &Pattern| match pattern {
        Pattern::Token(_) => Vec::new(),
        Pattern::Variable(name, _) => vec![name.clone()],
        Pattern::Group(_, inner) | Pattern::Repeat(inner, _) => names(inner),
    };
    patterns.iter().flat_map(of).collect()
}

fn fragment_of(fragment: &str, input: ParseStream<'_>) -> syn::Result<TokenStream> {
    Ok(match fragment {
        "ident" => input.call(syn::Ident::parse_any)?.into_token_stream(),
        "ty" => input.parse::<syn::Type>()?.into_token_stream(),
        "literal" => input.parse::<syn::Lit>()?.into_token_stream(),
        "path" => input.parse::<syn::Path>()?.into_token_stream(),
        "meta" => input.parse::<syn::Meta>()?.into_token_stream(),
        "expr" => input.parse::<syn::Expr>()?.into_token_stream(),
        "block" => input.parse::<syn::Block>()?.into_token_stream(),
        _ => input.parse::<TokenTree>()?.into_token_stream(),
    })
}

fn transcribed(body: TokenStream, bindings: &Bindings) -> TokenStream {
    let tokens: Vec<TokenTree> = body.into_iter().collect();
    let mut made = TokenStream::new();
    let mut at = 0;
    while at < tokens.len() {
        match (&tokens[at], tokens.get(at + 1)) {
            (dollar, Some(TokenTree::Ident(name))) if is_punct(Some(dollar), '$') => {
                match bindings.get(&name.to_string()) {
                    Some(Binding::One(tokens)) => made.extend(tokens.clone()),
                    // `$crate`
                    _ => made.extend([TokenTree::Ident(name.clone())]),
                }
                at += 2;
            }
            (dollar, Some(TokenTree::Group(group))) if is_punct(Some(dollar), '$') => {
                let (separator, next) = repetition(&tokens, at + 2);
                let mentioned = mentioned(group.stream());
                let rounds =
                    bindings.iter().filter(|(name, _)| mentioned.contains(name)).map(|(_, binding)| match binding {
                        Binding::Many(rounds) => rounds.len(),
                        Binding::One(_) => 0,
                    });
                for round in 0..rounds.max().unwrap_or(0) {
                    if let (Some(separator), true) = (&separator, round > 0) {
                        made.extend([separator.clone()]);
                    }
                    let inner = bindings.iter().filter_map(|(name, binding)| match binding {
                        Binding::Many(rounds) => Some((name.clone(), rounds.get(round)?.clone())),
                        one => Some((name.clone(), one.clone())),
                    });
                    made.extend(transcribed(group.stream(), &inner.collect()));
                }
                at = next;
            }
            (TokenTree::Group(group), _) => {
                let inner = transcribed(group.stream(), bindings);
                made.extend([TokenTree::Group(Group::new(group.delimiter(), inner))]);
                at += 1;
            }
            (token, _) => {
                made.extend([token.clone()]);
                at += 1;
            }
        }
    }
    made
}

/// The names of variables in a repetition.
fn mentioned(tokens: TokenStream) -> Vec<String> {
    let mut found = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Ident(name) => found.push(name.to_string()),
            TokenTree::Group(group) => found.extend(mentioned(group.stream())),
            _ => {}
        }
    }
    found
}
