//! Making objects of models: `Model(…)`, `model_validate`, `model_validate_json`, `model_construct`.

use rustpython_ast as ast;

use super::super::arguments::Argument;
use super::super::function::{FunctionTracer, poisoned};
use super::super::value::Value;
use super::config_of;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Expr, ExprKind, NativeArgument};
use crate::scope::classes::ClassDef;
use crate::source::Span;
use crate::types::Type;

/// The class of what is given to a model, in compiled code.
pub(in super::super) const INPUT: &str = "pydantic.Input";

/// A class method that `BaseModel` gives its classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum ModelFunction {
    /// `model_validate(value)`.
    Validate,
    /// `model_validate_json(text)`.
    ValidateJson,
}

impl ModelFunction {
    /// The method of that name.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "model_validate" => Some(Self::Validate),
            "model_validate_json" => Some(Self::ValidateJson),
            _ => None,
        }
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Validate => "model_validate",
            Self::ValidateJson => "model_validate_json",
        }
    }
}

impl<'a> FunctionTracer<'_, 'a> {
    /// `Model(name=value, …)`.
    pub(in super::super) fn construct_model(
        &mut self,
        class: &'a ClassDef<'a>,
        arguments: Vec<Argument<'a>>,
        span: Span,
    ) -> Expr {
        let ty = self.make_model(class);
        if config_of(class).is_some_and(|config| config.is_root) {
            return self.construct_root(class, arguments, ty, span);
        }
        let positional = arguments.iter().filter(|argument| argument.keyword.is_none()).count();
        if let Some(first) = arguments.iter().find(|argument| argument.keyword.is_none()) {
            let message = format!("BaseModel.__init__() takes 1 positional argument but {} were given", positional + 1);
            let diagnostic = Diagnostic::new(Code::CallArguments, first.span, message);
            return self.refuse(diagnostic.help("name the fields: `Model(name=value)`"));
        }
        self.with_setup(|tracer| {
            let mut pairs = Vec::new();
            for argument in arguments {
                let name = argument.keyword.unwrap_or_default();
                let value = match argument.value {
                    Value::Expr(value) => value,
                    other => tracer.function_value(other, argument.span),
                };
                if poisoned(&value.ty) {
                    return Expr { kind: ExprKind::Invalid, ty: value.ty, span };
                }
                let value = tracer.keep(name, value);
                let input = tracer.model_input(value);
                let name = Expr::constant(Constant::Str(name.into()), argument.span);
                let ty = Type::tuple([Type::Str, input.ty.clone()]);
                pairs.push(Expr { kind: ExprKind::Tuple(vec![name, input]), ty, span: argument.span });
            }
            tracer.made_model("construct", NativeArgument::Variadic(pairs), ty, span)
        })
    }

    /// `Model(value)` of a root model.
    fn construct_root(
        &mut self,
        class: &'a ClassDef<'a>,
        mut arguments: Vec<Argument<'a>>,
        ty: Type,
        span: Span,
    ) -> Expr {
        if arguments.len() > 1 || arguments.iter().any(|argument| !matches!(argument.keyword, None | Some("root"))) {
            let name = class.node.name.as_str();
            let message = format!("the root model `{name}` takes one value in compiled code");
            return self.refuse(Diagnostic::new(Code::CallArguments, span, message).help("write `Model(value)`"));
        }
        self.with_setup(|tracer| {
            let input = match arguments.pop() {
                Some(Argument { value: Value::Expr(value), .. }) if poisoned(&value.ty) => return value,
                Some(Argument { value: Value::Expr(value), .. }) => {
                    let value = tracer.keep("root", value);
                    tracer.model_input(value)
                }
                Some(Argument { value, .. }) => return tracer.function_value(value, span),
                None => tracer.native_call("pydantic::undefined", Vec::new(), Type::instance(INPUT), span),
            };
            tracer.made_model("construct_root", NativeArgument::Reference(input), ty, span)
        })
    }

    /// A class method that `BaseModel` gives a class.
    pub(in super::super) fn model_function(
        &mut self,
        class: &'a ClassDef<'a>,
        function: ModelFunction,
        arguments: Vec<Argument<'a>>,
        span: Span,
    ) -> Expr {
        let ty = self.make_model(class);
        let [Argument { keyword: None | Some("obj" | "json_data"), value: Value::Expr(value), .. }] = &arguments[..]
        else {
            let message = format!("`{}` takes one value in compiled code", function.name());
            let diagnostic = Diagnostic::new(Code::CallArguments, span, message);
            return self.refuse(diagnostic.help("set `strict` and the like in `model_config`"));
        };
        if poisoned(&value.ty) {
            return Expr { kind: ExprKind::Invalid, ty: value.ty.clone(), span };
        }
        let value = value.clone();
        match function {
            ModelFunction::Validate => self.with_setup(|tracer| {
                let value = tracer.keep("given", value);
                let input = tracer.model_input(value);
                tracer.made_model("validate", NativeArgument::Reference(input), ty, span)
            }),
            ModelFunction::ValidateJson => {
                let base = value.ty.widened();
                let path = match base {
                    Type::Str => "validate_json",
                    Type::Bytes => "validate_json_bytes",
                    other => {
                        let message = format!("`model_validate_json` takes `str` or `bytes`, not `{other}`");
                        return self.refuse(Diagnostic::new(Code::ArgumentType, value.span, message));
                    }
                };
                self.with_setup(|tracer| {
                    let text = tracer.convert(value, &base);
                    tracer.made_model(path, NativeArgument::Reference(text), ty, span)
                })
            }
        }
    }

    /// `Model.model_validate(json.loads(text))`, `Model(**json.loads(text))` and `Model(**values)`: what is given is known
    /// only when the program runs.
    pub(in super::super) fn model_of_any(&mut self, callee: &Value<'a>, node: &'a ast::ExprCall) -> Option<Expr> {
        let arguments = &node.arguments;
        let (class, value) = match (callee, &*arguments.args, &*arguments.keywords) {
            (Value::Model(class, ModelFunction::Validate), [value @ ast::Expr::Call(_)], []) => (*class, value),
            (Value::ProjectClass(class), [], [ast::Keyword { arg: None, value, .. }]) if config_of(class).is_some() => {
                (*class, value)
            }
            _ => return None,
        };
        let span = self.span(node);
        let is_spread = matches!(callee, Value::ProjectClass(_));
        let ty = self.make_model(class);
        Some(self.with_setup(|tracer| {
            tracer.takes_any = true;
            let given = tracer.expression(value, None);
            tracer.takes_any = false;
            if poisoned(&given.ty) {
                return Expr { kind: ExprKind::Invalid, ty: given.ty, span };
            }
            if is_spread
                && !matches!(&given.ty, Type::Dict(key, _) if key.ty == Type::Str)
                && given.ty != Type::instance(INPUT)
            {
                let message = format!("`**` takes a dict with text as keys here, not `{}`", given.ty);
                return tracer.refuse(Diagnostic::new(Code::ArgumentType, given.span, message));
            }
            let given = tracer.keep("given", given);
            let input = tracer.model_input(given);
            let path = if is_spread { "of_keywords" } else { "validate" };
            tracer.made_model(path, NativeArgument::Reference(input), ty, span)
        }))
    }

    /// A value as what is given to a model.
    pub(super) fn model_input(&mut self, value: Expr) -> Expr {
        let span = value.span;
        let base = value.ty.widened();
        if base == Type::instance(INPUT) {
            return value;
        }
        let value = self.convert(value, &base);
        self.native_call("pydantic::input", vec![NativeArgument::Reference(value)], Type::instance(INPUT), span)
    }

    fn made_model(&mut self, function: &str, argument: NativeArgument, ty: Type, span: Span) -> Expr {
        let made = self.raising_native(&format!("pydantic::{function}"), vec![argument], ty, span);
        self.keep("model", made)
    }
}
