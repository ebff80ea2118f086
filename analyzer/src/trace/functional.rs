//! `operator` and `functools`: functions that stand for operators, and functions that make keys.

use std::rc::Rc;

use rustpython_ast as ast;

use super::arguments::{Argument, constant_of};
use super::function::{FunctionTracer, poisoned};
use super::limits::makes_limits;
use super::value::Value;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Expr, ExprKind};
use crate::source::Span;
use crate::types::Type;

/// What a function of `operator` makes: a function that gets something of its argument.
#[derive(Debug, Clone)]
pub(super) enum Getter {
    /// `itemgetter(a, b)`.
    Items(Vec<Constant>),
    /// `attrgetter("a", "b.c")`: the names on the way to each.
    Attributes(Vec<Vec<String>>),
    /// `methodcaller(name, a, b)`.
    Method(String, Vec<Constant>),
}

/// The functions of `operator` that the tracer lowers.
const OPERATORS: &[&str] = &[
    "abs",
    "add",
    "and_",
    "attrgetter",
    "concat",
    "contains",
    "eq",
    "floordiv",
    "ge",
    "getitem",
    "gt",
    "inv",
    "invert",
    "is_",
    "is_not",
    "itemgetter",
    "le",
    "lshift",
    "lt",
    "matmul",
    "methodcaller",
    "mod",
    "mul",
    "ne",
    "neg",
    "not_",
    "or_",
    "pos",
    "pow",
    "rshift",
    "sub",
    "truediv",
    "truth",
    "xor",
];

/// Whether a function of a module is lowered by the tracer, and so has no stub.
pub(super) fn is_traced(module: &str, function: &str) -> bool {
    match module {
        "operator" => OPERATORS.contains(&function),
        "functools" => function == "cmp_to_key",
        "numpy" | "torch" => makes_limits(function),
        _ => super::transforms::is_transform(module, function),
    }
}

impl<'a> FunctionTracer<'_, 'a> {
    /// A call that makes a function: `itemgetter(1)`, `cmp_to_key(f)`.
    pub(super) fn made_function(
        &mut self,
        callee: &Value<'a>,
        arguments: &[Argument<'a>],
        span: Span,
    ) -> Option<Value<'a>> {
        let Value::Native(module, name) = callee else { return None };
        let constants = |arguments: &[Argument<'a>]| -> Option<Vec<Constant>> {
            let constant = |argument: &Argument<'a>| match &argument.value {
                Value::Expr(expr) if argument.keyword.is_none() => constant_of(expr),
                _ => None,
            };
            arguments.iter().map(constant).collect()
        };
        let made = match (&**module, &**name, arguments) {
            (module @ ("numpy" | "torch"), function, _) if makes_limits(function) => {
                Some(self.limits(module, function, arguments, span))
            }
            ("functools", "cmp_to_key", [function]) => Some(Value::Comparator(Box::new(function.value.clone()))),
            ("operator", "itemgetter", [_, ..]) => {
                constants(arguments).map(|items| Value::Getter(Rc::new(Getter::Items(items))))
            }
            ("operator", "methodcaller", [_, rest @ ..]) => {
                match (constants(&arguments[..1]).as_deref(), constants(rest)) {
                    (Some([Constant::Str(method)]), Some(rest)) => {
                        Some(Value::Getter(Rc::new(Getter::Method(method.to_string(), rest))))
                    }
                    _ => None,
                }
            }
            ("operator", "attrgetter", [_, ..]) => constants(arguments).and_then(|names| {
                let way = |name: &Constant| match name {
                    Constant::Str(name) => Some(name.split('.').map(str::to_owned).collect()),
                    _ => None,
                };
                let ways = names.iter().map(way).collect::<Option<_>>()?;
                Some(Value::Getter(Rc::new(Getter::Attributes(ways))))
            }),
            ("operator", "attrgetter" | "itemgetter" | "methodcaller", _) => None,
            _ => return None,
        };
        Some(made.unwrap_or_else(|| {
            let message = format!("`{name}` takes constants in compiled code");
            let diagnostic = Diagnostic::new(Code::ConstantRequired, span, message);
            Value::Expr(self.refuse(diagnostic.help("write a `lambda` or a nested function")))
        }))
    }

    /// What a getter gives of a value.
    pub(super) fn call_getter(&mut self, getter: &Getter, arguments: Vec<Argument<'a>>, span: Span) -> Expr {
        let [Argument { keyword: None, value: Value::Expr(value), .. }] = &arguments[..] else {
            let diagnostic = Diagnostic::new(Code::CallArguments, span, "this function takes one value");
            return self.refuse(diagnostic);
        };
        let value = value.clone();
        match getter {
            Getter::Method(method, rest) => {
                let argument = |constant: &Constant| Argument {
                    keyword: None,
                    value: Value::Expr(Expr::constant(constant.clone(), span)),
                    span,
                };
                let rest = rest.iter().map(argument).collect();
                self.call_method(value, method, rest, span)
            }
            Getter::Attributes(ways) => self.got(value, ways, span, |tracer, value, way| {
                way.iter().fold(value, |value, name| tracer.attribute_of(value, name, span))
            }),
            Getter::Items(items) => self.got(value, items, span, |tracer, value, item| {
                tracer.item(value, Expr::constant(item.clone(), span), span)
            }),
        }
    }

    /// What is got by the only one of several, or a tuple of what is got by each.
    fn got<T>(&mut self, value: Expr, by: &[T], span: Span, mut get: impl FnMut(&mut Self, Expr, &T) -> Expr) -> Expr {
        if let [only] = by {
            return get(self, value, only);
        }
        self.with_setup(|tracer| {
            let value = tracer.keep("value", value);
            let items: Vec<Expr> = by.iter().map(|by| get(tracer, value.clone(), by)).collect();
            if let Some(poison) = items.iter().find(|item| poisoned(&item.ty)) {
                return Expr { kind: ExprKind::Invalid, ty: poison.ty.clone(), span };
            }
            let ty = Type::tuple(items.iter().map(|item| item.ty.clone()));
            Expr { kind: ExprKind::Tuple(items), ty, span }
        })
    }

    /// A call of a function that stands for an operator.
    pub(super) fn operator_call(&mut self, name: &str, arguments: &[Argument<'a>], span: Span) -> Option<Expr> {
        let values: Vec<Expr> = arguments
            .iter()
            .map(|argument| match &argument.value {
                Value::Expr(value) if argument.keyword.is_none() => Some(value.clone()),
                _ => None,
            })
            .collect::<Option<_>>()?;
        match <[Expr; 2]>::try_from(values) {
            Ok([left, right]) => self.binary_operator(name, left, right, span),
            Err(values) => match <[Expr; 1]>::try_from(values) {
                Ok([value]) => self.unary_operator(name, value, span),
                Err(_) => None,
            },
        }
    }

    fn binary_operator(&mut self, name: &str, left: Expr, right: Expr, span: Span) -> Option<Expr> {
        let binary = match name {
            "add" | "concat" => ast::Operator::Add,
            "sub" => ast::Operator::Sub,
            "mul" => ast::Operator::Mult,
            "truediv" => ast::Operator::Div,
            "floordiv" => ast::Operator::FloorDiv,
            "mod" => ast::Operator::Mod,
            "pow" => ast::Operator::Pow,
            "matmul" => ast::Operator::MatMult,
            "and_" => ast::Operator::BitAnd,
            "or_" => ast::Operator::BitOr,
            "xor" => ast::Operator::BitXor,
            "lshift" => ast::Operator::LShift,
            "rshift" => ast::Operator::RShift,
            _ => {
                let comparison = match name {
                    "lt" => ast::CmpOp::Lt,
                    "le" => ast::CmpOp::LtE,
                    "gt" => ast::CmpOp::Gt,
                    "ge" => ast::CmpOp::GtE,
                    "eq" => ast::CmpOp::Eq,
                    "ne" => ast::CmpOp::NotEq,
                    "is_" => ast::CmpOp::Is,
                    "is_not" => ast::CmpOp::IsNot,
                    "getitem" => return Some(self.item(left, right, span)),
                    // The container is the first argument, and so evaluated first.
                    "contains" => {
                        return Some(self.with_setup(|tracer| {
                            let container = tracer.keep("container", left);
                            tracer.compare_values(ast::CmpOp::In, right, container, span)
                        }));
                    }
                    _ => return None,
                };
                return Some(self.compare_values(comparison, left, right, span));
            }
        };
        Some(self.binary_values(binary, left, right, span))
    }

    fn unary_operator(&mut self, name: &str, value: Expr, span: Span) -> Option<Expr> {
        Some(match name {
            "neg" => self.unary_value(ast::UnaryOp::USub, value, span),
            "pos" => self.unary_value(ast::UnaryOp::UAdd, value, span),
            "inv" | "invert" => self.unary_value(ast::UnaryOp::Invert, value, span),
            "truth" => self.truth(value),
            "not_" => {
                let truth = self.truth(value);
                match truth.kind {
                    ExprKind::Constant(Constant::Bool(value)) => Expr::constant(Constant::Bool(!value), span),
                    _ if poisoned(&truth.ty) => truth,
                    _ => Expr { kind: ExprKind::Not(Box::new(truth)), ty: Type::Bool, span },
                }
            }
            "abs" => {
                let argument = Argument { keyword: None, span: value.span, value: Value::Expr(value) };
                self.intrinsic_of_value("abs", &[argument], span)?
            }
            _ => return None,
        })
    }

    /// `sorted`, `min` or `max` with `key=cmp_to_key(f)`.
    pub(super) fn compared_call(
        &mut self,
        name: &str,
        items: Argument<'a>,
        compare: Value<'a>,
        reverse: Option<&Argument<'a>>,
        span: Span,
    ) -> Expr {
        let compare = Argument { keyword: None, value: compare, span };
        let reverse = reverse.map(|reverse| Argument { keyword: Some("reverse"), ..reverse.clone() });
        let arguments = [items, compare].into_iter().chain(reverse).collect();
        let made = self.call_value(Value::Native("functools".into(), format!("_{name}").into()), arguments, span);
        self.at_site(made, span)
    }
}
