//! Semantic tokens: the names of a file by what they stand for, and whether they are compiled, captured or refused.

use rustpython_ast as ast;
use rustpython_ast::AnyNodeRef;
use rustpython_text_size::{Ranged, TextRange};

use super::names::Role;
use super::nodes;
use super::resolve::Resolver;
use crate::analysis::{Analysis, Meaning};
use crate::diagnostics::{Code, Severity};
use crate::source::{FileId, Span};
use crate::syntax::span;

/// A name to be coloured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it stands for.
    pub kind: TokenKind,
    /// What else is to be seen, without duplicates.
    pub modifiers: Vec<TokenModifier>,
}

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// A module.
    Module,
    /// A class.
    Class,
    /// A function.
    Function,
    /// A method.
    Method,
    /// An attribute that is no method.
    Property,
    /// A variable.
    Variable,
    /// A parameter.
    Parameter,
}

/// What else is to be seen of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenModifier {
    /// It is bound here.
    Declaration,
    /// It comes from the catalog.
    Library,
    /// It is part of a function that becomes native code.
    Compiled,
    /// It is a global that is captured into the library.
    Captured,
    /// It cannot be compiled.
    Unsupported,
}

impl TokenKind {
    /// Every kind.
    pub const ALL: [TokenKind; 7] = [
        TokenKind::Module,
        TokenKind::Class,
        TokenKind::Function,
        TokenKind::Method,
        TokenKind::Property,
        TokenKind::Variable,
        TokenKind::Parameter,
    ];
}

impl TokenModifier {
    /// Every modifier.
    pub const ALL: [TokenModifier; 5] = [
        TokenModifier::Declaration,
        TokenModifier::Library,
        TokenModifier::Compiled,
        TokenModifier::Captured,
        TokenModifier::Unsupported,
    ];
}

/// The names of a range of a file, in source order.
pub fn tokens(analysis: &Analysis, range: Span) -> Vec<Token> {
    let resolver = Resolver::new(analysis, range.file);
    let painter = Painter {
        resolver: &resolver,
        compiled: compiled(analysis, range.file),
        refused: refused(analysis, range.file),
    };
    let mut tokens: Vec<Token> = Vec::new();
    let is_wanted =
        |range_of: TextRange| range_of.start().to_u32() <= range.end && range.start <= range_of.end().to_u32();
    for occurrence in resolver.names.occurrences.iter().filter(|occurrence| is_wanted(occurrence.range)) {
        tokens.push(painter.name(occurrence));
    }
    nodes::each(analysis.body(range.file), |node| match node {
        AnyNodeRef::ExprAttribute(attribute) if is_wanted(attribute.range()) && !attribute.attr.as_str().is_empty() => {
            tokens.push(painter.attribute(attribute));
        }
        AnyNodeRef::Keyword(keyword) if is_wanted(keyword.range()) => {
            tokens
                .extend(keyword.arg.as_ref().map(|name| painter.token(name.range(), TokenKind::Parameter, Vec::new())));
        }
        _ => {}
    });
    tokens.sort_by_key(|token| token.span);
    tokens.dedup_by_key(|token| token.span);
    tokens
}

struct Painter<'r, 'a> {
    resolver: &'r Resolver<'a>,
    compiled: Vec<(u32, u32)>,
    refused: Vec<(u32, u32)>,
}

impl Painter<'_, '_> {
    fn token(&self, range: TextRange, kind: TokenKind, mut modifiers: Vec<TokenModifier>) -> Token {
        let span = span(self.resolver.file, range);
        let within = |ranges: &[(u32, u32)]| {
            let after = ranges.partition_point(|(start, _)| *start <= span.start);
            ranges[..after].last().is_some_and(|(_, end)| span.end <= *end)
        };
        if within(&self.refused) {
            modifiers.push(TokenModifier::Unsupported);
        } else if within(&self.compiled) {
            modifiers.push(TokenModifier::Compiled);
        }
        Token { span, kind, modifiers }
    }

    fn name(&self, occurrence: &super::names::Occurrence) -> Token {
        let place = span(self.resolver.file, occurrence.range);
        let traced = self.resolver.analysis.meanings.get(&place).cloned();
        let meaning = traced.or_else(|| self.resolver.meaning_of_name(occurrence));
        let is_parameter = || {
            let owner = occurrence.owner?;
            let mut bindings = self.resolver.names.mentions(owner, &occurrence.name);
            bindings.find(|other| other.role == Role::Parameter)
        };
        let mut modifiers = Vec::new();
        if occurrence.role != Role::Read {
            modifiers.push(TokenModifier::Declaration);
        }
        let kind = match meaning {
            Some(meaning) => of_meaning(&meaning, &mut modifiers),
            None if is_parameter().is_some() => TokenKind::Parameter,
            None if occurrence.role == Role::Class => TokenKind::Class,
            None => TokenKind::Variable,
        };
        self.token(occurrence.range, kind, modifiers)
    }

    fn attribute(&self, attribute: &ast::ExprAttribute) -> Token {
        let whole = span(self.resolver.file, attribute);
        let mut modifiers = Vec::new();
        let traced = self.resolver.analysis.meanings.get(&whole).cloned();
        let meaning = traced.or_else(|| self.resolver.meaning(&ast::Expr::Attribute(attribute.clone())));
        let kind = match meaning {
            Some(Meaning::Method(..)) if self.resolver.analysis.types.contains_key(&whole) => {
                modifiers.push(TokenModifier::Library);
                TokenKind::Property
            }
            Some(meaning) => of_meaning(&meaning, &mut modifiers),
            None => TokenKind::Property,
        };
        self.token(attribute.attr.range(), kind, modifiers)
    }
}

fn of_meaning(meaning: &Meaning, modifiers: &mut Vec<TokenModifier>) -> TokenKind {
    if matches!(meaning, Meaning::Class(_) | Meaning::Native(..) | Meaning::Method(..) | Meaning::Known(..)) {
        modifiers.push(TokenModifier::Library);
    }
    match meaning {
        Meaning::Module(_) => TokenKind::Module,
        Meaning::Class(_) => TokenKind::Class,
        Meaning::Native(..) | Meaning::Function(_) => TokenKind::Function,
        Meaning::Method(..) => TokenKind::Method,
        Meaning::Known(_, name) if name.starts_with(char::is_uppercase) => TokenKind::Class,
        Meaning::Known(..) => TokenKind::Function,
        Meaning::Global(_) => {
            modifiers.push(TokenModifier::Captured);
            TokenKind::Variable
        }
    }
}

/// The functions of a file that become native code, as ranges that do not overlap.
fn compiled(analysis: &Analysis, file: FileId) -> Vec<(u32, u32)> {
    let functions = analysis.program.functions.iter().filter(|function| function.span.file == file);
    merged(functions.map(|function| (function.span.start, function.span.end)).collect())
}

/// What errors say cannot be compiled.
fn refused(analysis: &Analysis, file: FileId) -> Vec<(u32, u32)> {
    let is_refusal = |diagnostic: &&crate::Diagnostic| {
        diagnostic.span.file == file
            && diagnostic.severity == Severity::Error
            && matches!(
                diagnostic.code,
                Code::UnknownModule
                    | Code::UnknownAttribute
                    | Code::UnsupportedStatement
                    | Code::UnsupportedExpression
                    | Code::UnsupportedDecorator
                    | Code::UnsupportedAnnotation
            )
    };
    let refused = analysis.diagnostics.iter().filter(is_refusal);
    merged(refused.map(|diagnostic| (diagnostic.span.start, diagnostic.span.end)).collect())
}

fn merged(mut ranges: Vec<(u32, u32)>) -> Vec<(u32, u32)> {
    ranges.sort_unstable();
    let mut merged: Vec<(u32, u32)> = Vec::new();
    for (start, end) in ranges {
        match merged.last_mut() {
            Some(last) if start <= last.1 => last.1 = last.1.max(end),
            _ => merged.push((start, end)),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::fixture::analysis;

    #[test]
    fn compiled_captured_and_unsupported_are_told_apart() {
        let analysis = analysis(
            "from hotforge import compile\nN = 2\n@compile()\ndef f(s: str) -> int:\n    return len(s.foo()) + N\ndef g(): return N\n",
        );
        let end = analysis.text(FileId(0)).len() as u32;
        let all = tokens(&analysis, Span { file: FileId(0), start: 0, end });
        let of = |text: &str| {
            let found = all.iter().filter(|token| analysis.file(FileId(0)).slice(token.span) == text);
            found.map(|token| (token.kind, token.modifiers.clone())).collect::<Vec<_>>()
        };
        use TokenModifier::*;
        assert_eq!(of("s")[0], (TokenKind::Parameter, vec![Declaration, Compiled]));
        assert_eq!(of("foo"), [(TokenKind::Property, vec![Unsupported])]);
        assert_eq!(of("N")[1], (TokenKind::Variable, vec![Captured, Compiled]));
        assert_eq!(of("N")[2], (TokenKind::Variable, vec![Captured]));
        assert_eq!(of("len"), [(TokenKind::Function, vec![Library, Compiled])]);
    }
}
