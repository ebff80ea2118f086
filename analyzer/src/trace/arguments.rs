//! Arguments of calls: tracing them in Python's order, and matching them to parameters.

use rustpython_ast as ast;

use super::function::FunctionTracer;
use super::value::Value;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Expr, ExprKind};
use crate::source::Span;
use crate::syntax;
use crate::types::Type;

/// An argument of a call, as traced.
#[derive(Debug, Clone)]
pub(super) struct Argument<'a> {
    /// The keyword it was given by.
    pub keyword: Option<&'a str>,
    pub value: Value<'a>,
    pub span: Span,
}

/// What a parameter of a call's target looks like to the matching of arguments.
pub(super) struct ParameterShape<'p> {
    pub name: &'p str,
    pub positional: bool,
    pub keyword: bool,
    pub variadic: bool,
    /// Whether it takes all keywords that no other parameter takes.
    pub keywords: bool,
    pub has_default: bool,
}

/// What was matched to a parameter.
#[derive(Debug, Clone)]
pub(super) enum Matched<'a> {
    One(Argument<'a>),
    Many(Vec<Argument<'a>>),
    Default,
}

/// Why arguments do not match parameters: CPython's words, without the function's name before them.
#[derive(Debug, Clone)]
pub(super) struct Mismatch {
    pub message: String,
    pub span: Option<Span>,
}

impl<'a> FunctionTracer<'_, 'a> {
    /// Traces the arguments of a call, `*` and `**` of static length spread out.
    pub(super) fn arguments(&mut self, arguments: &'a ast::Arguments) -> Option<Vec<Argument<'a>>> {
        self.arguments_for(&Value::Nothing, arguments)
    }

    /// The same for a callee whose parameters may say of which typed dict a display is.
    pub(super) fn arguments_for(
        &mut self,
        callee: &Value<'a>,
        arguments: &'a ast::Arguments,
    ) -> Option<Vec<Argument<'a>>> {
        let mut traced = Vec::new();
        for (place, node) in arguments.args.iter().enumerate() {
            match node {
                ast::Expr::Starred(starred) => {
                    // What is spread is kept in a variable, and so is what stands before it.
                    traced = traced.into_iter().map(|argument| self.keep_argument(argument)).collect();
                    traced.extend(self.spread(starred)?);
                }
                _ => {
                    let expected = self.expected_display(callee, node, Ok(place));
                    let value = self.value(node, expected.as_ref());
                    traced.push(Argument { keyword: None, value, span: self.span(node) });
                }
            }
        }
        for keyword in &arguments.keywords {
            let Some(name) = &keyword.arg else {
                // What is spread is kept in a variable, and so is what stands before it.
                traced = traced.into_iter().map(|argument| self.keep_argument(argument)).collect();
                traced.extend(self.spread_keywords(&keyword.value)?);
                continue;
            };
            let expected = self.expected_display(callee, &keyword.value, Err(name.as_str()));
            let value = self.value(&keyword.value, expected.as_ref());
            traced.push(Argument { keyword: Some(name.as_str()), value, span: self.span(&keyword.value) });
        }
        Some(traced)
    }

    /// `*value`: one argument for each member of a tuple; of any other iterable as many as it has items.
    fn spread(&mut self, starred: &'a ast::ExprStarred) -> Option<Vec<Argument<'a>>> {
        let span = self.span(starred);
        if let ast::Expr::List(ast::ExprList { elts, .. }) = &*starred.value {
            let mut spread = Vec::new();
            for node in elts {
                match node {
                    ast::Expr::Starred(inner) => spread.extend(self.spread(inner)?),
                    _ => spread.push(Argument { keyword: None, value: self.value(node, None), span: self.span(node) }),
                }
            }
            return Some(spread);
        }
        let tuple = self.expression(&starred.value, None);
        let tuple = self.plain_sequence(tuple);
        let Type::Tuple(members) = tuple.ty.clone() else {
            if super::function::poisoned(&tuple.ty) {
                return None;
            }
            if self.item_type(&tuple.ty).is_none() {
                let message = format!("`*` in a call needs something to iterate over, not a `{}`", tuple.ty);
                self.report(Diagnostic::new(Code::NotIterable, span, message));
                return None;
            }
            let items = self.keep("arguments", tuple);
            return Some(vec![Argument { keyword: None, value: Value::Spread(Box::new(items)), span }]);
        };
        let is_plain = matches!(tuple.kind, ExprKind::Tuple(_) | ExprKind::Local(_));
        let tuple = if is_plain { tuple } else { self.keep("arguments", tuple) };
        let member = |(index, ty): (usize, &Type)| Argument {
            keyword: None,
            value: Value::Expr(Expr {
                kind: ExprKind::Member { tuple: Box::new(tuple.clone()), index },
                ty: ty.clone(),
                span,
            }),
            span,
        };
        match &tuple.kind {
            ExprKind::Tuple(items) => Some(
                items.iter().map(|item| Argument { keyword: None, value: Value::Expr(item.clone()), span }).collect(),
            ),
            // A variable by now, which is read once for each member.
            _ => Some(members.iter().enumerate().map(member).collect()),
        }
    }

    /// `**value`: one argument for each key, of a display with constant keys or of the function's own `**kwargs`; of any other
    /// dict as many as it has keys.
    fn spread_keywords(&mut self, node: &'a ast::Expr) -> Option<Vec<Argument<'a>>> {
        let span = self.span(node);
        if let ast::Expr::Name(name) = node
            && let Value::Keywords(parameter, names) = self.value(node, None)
        {
            let _ = name;
            let argument = |keyword: &&'a str| {
                let held = keyword_name(parameter, keyword);
                Argument { keyword: Some(*keyword), value: self.name_value(&held, span), span }
            };
            return Some(names.iter().map(argument).collect());
        }
        let entries: Option<Vec<(&'a str, &'a ast::Expr)>> = match node {
            ast::Expr::Dict(dict) => dict
                .items
                .iter()
                .map(|item| match &item.key {
                    Some(ast::Expr::StringLiteral(key)) => Some((key.value.to_str(), &item.value)),
                    _ => None,
                })
                .collect(),
            _ => None,
        };
        let Some(entries) = entries else {
            let options = self.expression(node, None);
            return match &options.ty {
                ty if super::function::poisoned(ty) => None,
                Type::Dict(key, _) if key.ty == Type::Str => {
                    let options = Value::SpreadKeywords(Box::new(self.keep("options", options)));
                    Some(vec![Argument { keyword: None, value: options, span }])
                }
                ty => {
                    let message = format!("`**` in a call needs a dict with texts for keys, not a `{ty}`");
                    let diagnostic = Diagnostic::new(Code::UnsupportedExpression, span, message);
                    self.report(diagnostic.help("write the keyword arguments out: `f(a=…, b=…)`"));
                    None
                }
            };
        };
        let argument = |(keyword, node): (&'a str, &'a ast::Expr)| Argument {
            keyword: Some(keyword),
            value: self.value(node, None),
            span: syntax::span(self.file, node),
        };
        Some(entries.into_iter().map(argument).collect())
    }
}

/// Matches arguments to parameters as a call does in Python.
pub(super) fn match_arguments<'a>(
    parameters: &[ParameterShape],
    arguments: &[Argument<'a>],
) -> Result<Vec<Matched<'a>>, Mismatch> {
    let mut matched: Vec<Option<Matched<'a>>> = parameters
        .iter()
        .map(|parameter| (parameter.variadic || parameter.keywords).then(|| Matched::Many(Vec::new())))
        .collect();
    let mut next = 0;
    for argument in arguments {
        match argument.keyword {
            None if matches!(argument.value, Value::SpreadKeywords(_)) => {
                let message = "is given keyword arguments that are known only at run time, which is compiled where it has \
                               no `**` parameter, no other keyword is given, and every default is a value";
                return Err(Mismatch { message: message.into(), span: Some(argument.span) });
            }
            None => {
                while parameters.get(next).is_some_and(|parameter| !parameter.positional) {
                    next += 1;
                }
                match (parameters.get(next), matched.get_mut(next)) {
                    (Some(_), Some(Some(Matched::Many(many)))) => many.push(argument.clone()),
                    _ if matches!(argument.value, Value::Spread(_)) => {
                        let message = "is given a number of arguments that is known only at run time, and has no \
                                       `*` parameter for them";
                        return Err(Mismatch { message: message.into(), span: Some(argument.span) });
                    }
                    (Some(_), Some(slot)) => {
                        *slot = Some(Matched::One(argument.clone()));
                        next += 1;
                    }
                    _ => return Err(too_many(parameters, arguments, argument.span)),
                }
            }
            Some(name) => {
                let found = parameters.iter().position(|parameter| parameter.keyword && parameter.name == name);
                let rest = parameters.iter().position(|parameter| parameter.keywords);
                let Some(index) = found.or(rest) else {
                    let by_position = parameters.iter().any(|parameter| parameter.name == name && !parameter.variadic);
                    let message = match by_position {
                        true => {
                            format!("got some positional-only arguments passed as keyword arguments: '{name}'")
                        }
                        false => format!("got an unexpected keyword argument '{name}'"),
                    };
                    return Err(Mismatch { message, span: Some(argument.span) });
                };
                if found.is_none()
                    && let Some(Matched::Many(many)) = &mut matched[index]
                {
                    if many.iter().any(|other| other.keyword == Some(name)) {
                        let message = format!("got multiple values for keyword argument '{name}'");
                        return Err(Mismatch { message, span: Some(argument.span) });
                    }
                    many.push(argument.clone());
                    continue;
                }
                if matched[index].is_some() {
                    let message = format!("got multiple values for argument '{name}'");
                    return Err(Mismatch { message, span: Some(argument.span) });
                }
                matched[index] = Some(Matched::One(argument.clone()));
            }
        }
    }
    fill_defaults(parameters, matched)
}

fn fill_defaults<'a>(
    parameters: &[ParameterShape],
    matched: Vec<Option<Matched<'a>>>,
) -> Result<Vec<Matched<'a>>, Mismatch> {
    // CPython speaks of those that may be positional first, and of the others only if none of them is missing.
    for (positional, kind) in [(true, "positional"), (false, "keyword-only")] {
        let missing: Vec<String> = parameters
            .iter()
            .zip(&matched)
            .filter(|(parameter, matched)| {
                matched.is_none() && !parameter.has_default && parameter.positional == positional
            })
            .map(|(parameter, _)| format!("'{}'", parameter.name))
            .collect();
        let names = match missing.as_slice() {
            [] => continue,
            [only] => only.clone(),
            [first, second] => format!("{first} and {second}"),
            [rest @ .., last] => format!("{}, and {last}", rest.join(", ")),
        };
        let plural = if missing.len() == 1 { "" } else { "s" };
        let message = format!("missing {} required {kind} argument{plural}: {names}", missing.len());
        return Err(Mismatch { message, span: None });
    }
    Ok(matched.into_iter().map(|matched| matched.unwrap_or(Matched::Default)).collect())
}

fn too_many(parameters: &[ParameterShape], arguments: &[Argument], span: Span) -> Mismatch {
    let positional = || parameters.iter().filter(|parameter| parameter.positional);
    let (most, defaults) = (positional().count(), positional().filter(|parameter| parameter.has_default).count());
    let given = arguments.iter().filter(|argument| argument.keyword.is_none()).count();
    let takes = match defaults {
        0 => format!("{most} positional argument{}", if most == 1 { "" } else { "s" }),
        _ => format!("from {} to {most} positional arguments", most - defaults),
    };
    let were = if given == 1 { "was" } else { "were" };
    Mismatch { message: format!("takes {takes} but {given} {were} given"), span: Some(span) }
}

/// Keyword arguments may come in another order than their parameters; the values of all are kept in variables first
/// where that would change the order of effects.
pub(super) fn out_of_order(matched: &[Matched]) -> bool {
    let starts: Vec<u32> = matched
        .iter()
        .flat_map(|matched| match matched {
            Matched::One(argument) => std::slice::from_ref(argument),
            Matched::Many(arguments) => arguments,
            Matched::Default => &[],
        })
        .filter(|argument| matches!(&argument.value, Value::Expr(expr) if !matches!(expr.kind, ExprKind::Constant(_) | ExprKind::Local(_))))
        .map(|argument| argument.span.start)
        .collect();
    !starts.is_sorted()
}

/// The shapes of the parameters of a project function.
pub(super) fn shapes_of<'p>(parameters: Option<&'p ast::Parameters>) -> Vec<ParameterShape<'p>> {
    let Some(parameters) = parameters else { return Vec::new() };
    let shape =
        |parameter: &ast::ParameterWithDefault, positional, keyword| (parameter.default.is_some(), positional, keyword);
    let group = |group: &'p [ast::ParameterWithDefault], positional, keyword| {
        group.iter().map(move |parameter| {
            let (has_default, positional, keyword) = shape(parameter, positional, keyword);
            let name = parameter.name().as_str();
            ParameterShape { name, positional, keyword, variadic: false, keywords: false, has_default }
        })
    };
    let rest = |parameter: &'p ast::Parameter, keywords: bool| ParameterShape {
        name: parameter.name.as_str(),
        positional: !keywords,
        keyword: false,
        variadic: !keywords,
        keywords,
        has_default: false,
    };
    group(&parameters.posonlyargs, true, false)
        .chain(group(&parameters.args, true, true))
        .chain(parameters.vararg.as_deref().map(|parameter| rest(parameter, false)))
        .chain(group(&parameters.kwonlyargs, false, true))
        .chain(parameters.kwarg.as_deref().map(|parameter| rest(parameter, true)))
        .collect()
}

/// The default of a parameter of a project function.
pub(super) fn default_of<'a>(parameters: Option<&'a ast::Parameters>, name: &str) -> Option<&'a ast::Expr> {
    let parameters = parameters?;
    let mut all = parameters.posonlyargs.iter().chain(&parameters.args).chain(&parameters.kwonlyargs);
    all.find(|parameter| parameter.name().as_str() == name)?.default.as_deref()
}

/// The name that a keyword argument is held by which a `**` parameter takes: no Python name is like it.
pub(super) fn keyword_name(parameter: &str, keyword: &str) -> String {
    format!("{parameter}.{keyword}")
}

/// The constant that an expression of the IR is, tuples of constants included.
pub(super) fn constant_of(expr: &Expr) -> Option<Constant> {
    match &expr.kind {
        ExprKind::Constant(constant) if !matches!(expr.ty, Type::Unbound | Type::Record(_)) => Some(constant.clone()),
        ExprKind::Tuple(items) => Some(Constant::Tuple(items.iter().map(constant_of).collect::<Option<_>>()?)),
        _ => None,
    }
}
