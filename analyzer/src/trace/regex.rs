//! `re`: what the groups of a pattern decide. Where the pattern is a literal, or was captured, its groups are known, and
//! with them the type of what they give: `str` of a group that takes part in every match, else `str | None`.

use std::sync::Arc;

use super::arguments::{Argument, Matched, ParameterShape, constant_of, match_arguments};
use super::function::{FunctionTracer, poisoned};
use super::value::Value;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Expr, ExprKind, NativeArgument, NativeCall, NativeResult};
use crate::source::Span;
use crate::types::{Groups, Type};

/// The most groups whose texts a tuple holds.
const MOST_GROUPS: usize = 12;

/// The functions of the module that take a pattern first, and the parameters behind it.
const FUNCTIONS: &[(&str, &[&str])] = &[
    ("search", &["string", "flags"]),
    ("match", &["string", "flags"]),
    ("fullmatch", &["string", "flags"]),
    ("findall", &["string", "flags"]),
    ("finditer", &["string", "flags"]),
    ("split", &["string", "maxsplit", "flags"]),
    ("sub", &["repl", "string", "count", "flags"]),
    ("subn", &["repl", "string", "count", "flags"]),
    ("compile", &["flags"]),
];

impl<'a> FunctionTracer<'_, 'a> {
    /// A call of a function of `re` that takes a pattern; `None` for any other.
    pub(super) fn regex_call(&mut self, name: &str, arguments: &[Argument<'a>], span: Span) -> Option<Expr> {
        let (_, parameters) = FUNCTIONS.iter().find(|(function, _)| *function == name)?;
        let names: Vec<&str> = std::iter::once("pattern").chain(parameters.iter().copied()).collect();
        let Some(matched) = self.regex_arguments(name, &names, arguments, span) else {
            return Some(Expr::invalid(span));
        };
        Some(self.with_setup(|tracer| {
            let kept: Vec<Option<Argument>> =
                matched.into_iter().map(|argument| argument.map(|argument| tracer.keep_argument(argument))).collect();
            let Some(Argument { value: Value::Expr(pattern), .. }) = kept[0].clone() else {
                return Expr::invalid(span);
            };
            let flags = kept.last().cloned().flatten();
            let compiled = tracer.compiled(pattern, flags, span);
            if name == "compile" || poisoned(&compiled.ty) {
                return compiled;
            }
            let compiled = tracer.keep("pattern", compiled);
            let middle = &kept[1..kept.len() - 1];
            let rest = middle.iter().zip(&names[1..]).filter_map(|(argument, name)| {
                let argument = argument.clone()?;
                Some(Argument { keyword: parameters.iter().copied().find(|known| known == name), ..argument })
            });
            tracer.call_method(compiled, name, rest.collect(), span)
        }))
    }

    /// `re.compile(pattern, flags)`.
    fn compiled(&mut self, pattern: Expr, flags: Option<Argument<'a>>, span: Span) -> Expr {
        let flags = match flags.map(|argument| argument.value) {
            Some(Value::Expr(flags)) => flags,
            _ => Expr::constant(Constant::Int(0), span),
        };
        if flags.ty != Type::Int {
            let message = format!("the flags of a pattern are an `int`, not `{}`", flags.ty);
            return self.refuse(Diagnostic::new(Code::ArgumentType, flags.span, message));
        }
        let groups = match &pattern.ty {
            Type::Pattern(groups) => groups.clone(),
            ty if ty.widened() == Type::Str => match (constant_of(&pattern), constant_flags(&flags)) {
                (Some(Constant::Str(text)), Some(flags)) => Arc::new(Groups::of(&text, flags)),
                _ => Arc::new(Groups::default()),
            },
            other => {
                let message = format!("a pattern is a `str`, not `{other}`");
                return self.refuse(Diagnostic::new(Code::ArgumentType, pattern.span, message));
            }
        };
        let base = pattern.ty.widened();
        let pattern = self.convert(pattern, &base);
        let arguments = vec![NativeArgument::Reference(pattern), NativeArgument::Value(flags)];
        self.raising_native("re::compile", arguments, Type::Pattern(groups), span)
    }

    /// A method of a pattern or a match whose result depends on the groups; `None` for any other.
    pub(super) fn regex_method(
        &mut self,
        receiver: &Expr,
        name: &str,
        arguments: &[Argument<'a>],
        span: Span,
    ) -> Option<Expr> {
        match &receiver.ty {
            Type::Pattern(groups) => self.pattern_method(receiver, &groups.clone(), name, arguments, span),
            Type::Match(groups) => self.match_method(receiver, &groups.clone(), name, arguments, span),
            _ => None,
        }
    }

    fn pattern_method(
        &mut self,
        pattern: &Expr,
        groups: &Arc<Groups>,
        name: &str,
        arguments: &[Argument<'a>],
        span: Span,
    ) -> Option<Expr> {
        match name {
            "sub" if !matches!(&arguments.first()?.value, Value::Expr(_)) => {
                Some(self.sub_by_function(pattern, groups, arguments, span))
            }
            "findall" | "split" => {
                let Some(known) = &groups.known else {
                    let message = format!(
                        "what `{name}` gives depends on the groups of the pattern, which is known at run time only"
                    );
                    let diagnostic = Diagnostic::new(Code::ConstantRequired, span, message);
                    let help = "write the pattern as a literal, compile it at module level, or use `finditer`";
                    return Some(self.refuse(diagnostic.help(help)));
                };
                let names: &[&str] = if name == "findall" { &["string"] } else { &["string", "maxsplit"] };
                let Some(matched) = self.regex_arguments(name, names, arguments, span) else {
                    return Some(Expr::invalid(span));
                };
                let mut natives = vec![NativeArgument::Reference(pattern.clone())];
                for (place, argument) in matched.into_iter().enumerate() {
                    let wanted = if place == 0 { Type::Str } else { Type::Int };
                    let value = match argument.map(|argument| argument.value) {
                        Some(Value::Expr(value)) => value,
                        _ => Expr::constant(Constant::Int(0), span),
                    };
                    if value.ty.widened() != wanted {
                        let message = format!("{name}() takes `{wanted}` here, not `{}`", value.ty);
                        return Some(self.refuse(Diagnostic::new(Code::ArgumentType, value.span, message)));
                    }
                    let value = self.convert(value, &wanted);
                    natives.push(if place == 0 {
                        NativeArgument::Reference(value)
                    } else {
                        NativeArgument::Value(value)
                    });
                }
                let (path, item) = match (name, known.len()) {
                    ("findall", 0 | 1) => ("re::pattern::findall".to_owned(), Type::Str),
                    ("findall", count) if count > MOST_GROUPS => {
                        let message =
                            format!("`findall` of a pattern with more than {MOST_GROUPS} groups is not supported");
                        let diagnostic = Diagnostic::new(Code::UnsupportedExpression, span, message);
                        return Some(
                            self.refuse(diagnostic.help("iterate with `finditer`, or leave groups out with `(?:…)`")),
                        );
                    }
                    ("findall", count) => {
                        (format!("re::pattern::findall_{count}"), Type::tuple(vec![Type::Str; count]))
                    }
                    _ if known.iter().all(|group| group.sure) => ("re::pattern::split".to_owned(), Type::Str),
                    _ => ("re::pattern::split_groups".to_owned(), Type::optional(Type::Str)),
                };
                let call =
                    NativeCall { path: path.into(), raises: false, arguments: natives, result: NativeResult::Plain };
                let made = Expr { kind: ExprKind::Native(call), ty: Type::list(item), span };
                Some(self.at_site(made, span))
            }
            _ => None,
        }
    }

    /// `pattern.sub(function, string, count)`.
    fn sub_by_function(
        &mut self,
        pattern: &Expr,
        groups: &Arc<Groups>,
        arguments: &[Argument<'a>],
        span: Span,
    ) -> Expr {
        let names = ["repl", "string", "count"];
        let Some(matched) = self.regex_arguments("sub", &names, arguments, span) else { return Expr::invalid(span) };
        let [Some(function), Some(text), count] = &matched[..] else { return Expr::invalid(span) };
        let (function, text, count) = (function.value.clone(), text.value.clone(), count.clone());
        let pattern = pattern.clone();
        self.with_setup(|tracer| {
            let Value::Expr(text) = text else { return Expr::invalid(span) };
            if text.ty.widened() != Type::Str {
                let message = format!("sub() takes `str` for `string`, not `{}`", text.ty);
                return tracer.refuse(Diagnostic::new(Code::ArgumentType, text.span, message));
            }
            let pattern = tracer.keep("pattern", pattern);
            let text = tracer.convert(text, &Type::Str);
            let text = tracer.keep("text", text);
            let count = match count.map(|count| count.value) {
                Some(Value::Expr(count)) => count,
                _ => Expr::constant(Constant::Int(0), span),
            };
            let found = Type::list(Type::Match(groups.clone()));
            let references = vec![
                NativeArgument::Reference(pattern),
                NativeArgument::Reference(text.clone()),
                NativeArgument::Value(count),
            ];
            let path = "re::pattern::replaced_matches".into();
            let call = NativeCall { path, raises: false, arguments: references, result: NativeResult::Plain };
            let matches = tracer.keep("matches", Expr { kind: ExprKind::Native(call), ty: found, span });
            let parts = tracer.generated(matches.clone(), span, |tracer, found| {
                let argument = Argument { keyword: None, value: Value::Expr(found), span };
                let part = tracer.call_value(function, vec![argument], span);
                if poisoned(&part.ty) || part.ty.widened() == Type::Str {
                    let part = if poisoned(&part.ty) { part } else { tracer.convert(part, &Type::Str) };
                    return (part, Vec::new());
                }
                let message = format!("the function that `sub` calls must give `str`, not `{}`", part.ty);
                (tracer.refuse(Diagnostic::new(Code::ArgumentType, span, message)), Vec::new())
            });
            if poisoned(&parts.ty) {
                return Expr::invalid(span);
            }
            let arguments = vec![
                NativeArgument::Reference(text),
                NativeArgument::Reference(matches),
                NativeArgument::Iterator(parts),
            ];
            tracer.raising_native("re::pattern::join_replaced", arguments, Type::Str, span)
        })
    }

    fn match_method(
        &mut self,
        found: &Expr,
        groups: &Arc<Groups>,
        name: &str,
        arguments: &[Argument<'a>],
        span: Span,
    ) -> Option<Expr> {
        match (name, arguments) {
            ("group", [Argument { keyword: None, value: Value::Expr(group), .. }]) => {
                Some(self.match_group(found.clone(), groups, group.clone(), span))
            }
            ("group", [_, _, ..]) => {
                let (found, arguments) = (found.clone(), arguments.to_vec());
                Some(self.with_setup(|tracer| {
                    let found = tracer.keep("found", found);
                    let mut items = Vec::new();
                    for argument in arguments {
                        let Value::Expr(group) = argument.value else { return Expr::invalid(span) };
                        items.push(tracer.match_group(found.clone(), groups, group, span));
                    }
                    if items.iter().any(|item| poisoned(&item.ty)) {
                        return Expr::invalid(span);
                    }
                    let ty = Type::tuple(items.iter().map(|item| item.ty.clone()));
                    Expr { kind: ExprKind::Tuple(items), ty, span }
                }))
            }
            ("groups", []) => {
                let known = groups.known.as_ref().filter(|known| known.len() <= MOST_GROUPS)?;
                let (found, count) = (found.clone(), known.len() as i64);
                Some(self.with_setup(|tracer| {
                    let found = tracer.keep("found", found);
                    let number = |number| Expr::constant(Constant::Int(number), span);
                    let items: Vec<Expr> = (1..=count)
                        .map(|group| tracer.match_group(found.clone(), groups, number(group), span))
                        .collect();
                    let ty = Type::tuple(items.iter().map(|item| item.ty.clone()));
                    Expr { kind: ExprKind::Tuple(items), ty, span }
                }))
            }
            ("groupdict", []) => {
                let mut named = groups.known.as_ref()?.iter().filter(|group| group.name.is_some());
                if !named.all(|group| group.sure) {
                    return None;
                }
                let empty = self.string("", span);
                Some(self.native(
                    "re::match::groupdict_text",
                    vec![found.clone(), empty],
                    Type::dict(Type::Str, Type::Str),
                    span,
                ))
            }
            ("groupdict", [Argument { value: Value::Expr(default), .. }]) if default.ty.widened() == Type::Str => {
                let default = self.convert(default.clone(), &Type::Str);
                Some(self.native(
                    "re::match::groupdict_text",
                    vec![found.clone(), default],
                    Type::dict(Type::Str, Type::Str),
                    span,
                ))
            }
            _ => None,
        }
    }

    /// `match.group(group)` and `match[group]`.
    pub(super) fn match_group(&mut self, found: Expr, groups: &Groups, group: Expr, span: Span) -> Expr {
        let number = match constant_of(&group) {
            Some(Constant::Int(number)) => usize::try_from(number).ok(),
            Some(Constant::Str(name)) => groups.named(&name),
            _ => None,
        };
        let is_sure = |number: usize| {
            number == 0 || groups.known.as_ref().and_then(|known| known.get(number - 1)).is_some_and(|group| group.sure)
        };
        if let Some(number) = number.filter(|number| is_sure(*number)) {
            let number = Expr::constant(Constant::Int(number as i64), span);
            let arguments = vec![NativeArgument::Reference(found), NativeArgument::Value(number)];
            return self.raising_native("re::match::sure", arguments, Type::Str, span);
        }
        self.try_method(&found, "__getitem__", &[group], span).unwrap_or_else(|| Expr::invalid(span))
    }

    /// The arguments by parameter; all but the first, or the first two of `sub`, may be missing.
    fn regex_arguments(
        &mut self,
        name: &str,
        names: &[&str],
        arguments: &[Argument<'a>],
        span: Span,
    ) -> Option<Vec<Option<Argument<'a>>>> {
        let optional = ["flags", "count", "maxsplit"];
        let shape = |name: &&'static str| ParameterShape {
            name,
            positional: true,
            keyword: true,
            variadic: false,
            keywords: false,
            has_default: optional.contains(name),
        };
        let known = ["pattern", "string", "repl", "flags", "count", "maxsplit"];
        let names: Vec<&'static str> =
            names.iter().filter_map(|name| known.iter().copied().find(|known| known == name)).collect();
        let shapes: Vec<ParameterShape> = names.iter().map(shape).collect();
        match match_arguments(&shapes, arguments) {
            Ok(matched) => Some(
                matched
                    .into_iter()
                    .map(|matched| match matched {
                        Matched::One(argument) => Some(argument),
                        _ => None,
                    })
                    .collect(),
            ),
            Err(mismatch) => {
                let message = format!("{name}() {}", mismatch.message);
                self.report(Diagnostic::new(Code::CallArguments, mismatch.span.unwrap_or(span), message));
                None
            }
        }
    }
}

/// Flags that are written out: a constant, or several joined by `|`.
fn constant_flags(flags: &Expr) -> Option<i64> {
    match &flags.kind {
        ExprKind::Native(call) if &*call.path == "int::or" => {
            let mut all = 0;
            for argument in &call.arguments {
                let (NativeArgument::Value(flag) | NativeArgument::Reference(flag)) = argument else { return None };
                all |= constant_flags(flag)?;
            }
            Some(all)
        }
        ExprKind::Local(_) => None,
        _ => match constant_of(flags)? {
            Constant::Int(flags) => Some(flags),
            _ => None,
        },
    }
}

/// The same type with the matches in it known to be of these groups.
pub(super) fn with_groups(ty: &Type, groups: &Arc<Groups>) -> Type {
    match ty {
        Type::Match(_) => Type::Match(groups.clone()),
        Type::Pattern(_) => Type::Pattern(groups.clone()),
        other => other.map_parts(&mut |part| with_groups(part, groups)),
    }
}
