//! Validators of the program: what they are given, and how they stand around one another.

use std::rc::Rc;

use rustpython_ast as ast;

use super::super::arguments::Argument;
use super::super::closure::Around;
use super::super::function::{FunctionTracer, poisoned};
use super::super::value::{Definition, Value};
use super::construct::INPUT;
use super::info::{Info, earlier_name, earlier_type};
use super::rule::Ruled;
use super::schema::place_of;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Expr, ExprKind, FunctionId, ModelField, NativeArgument, Rule, Step};
use crate::scope::classes::{ClassDef, Declared, ModelConfig, Validator, ValidatorMode};
use crate::source::{FileId, Span};
use crate::syntax;
use crate::types::{Type, union};

/// A validator of a field, wherever it is written.
#[derive(Debug, Clone)]
pub(super) enum FieldValidator<'a> {
    /// A method of a class.
    Method(&'a ClassDef<'a>, Validator<'a>),
    /// A function in `Annotated[…, AfterValidator(function)]`.
    Function(ValidatorMode, FileId, &'a ast::Expr),
}

impl FieldValidator<'_> {
    fn mode(&self) -> ValidatorMode {
        match self {
            Self::Method(_, validator) => validator.mode,
            Self::Function(mode, ..) => *mode,
        }
    }
}

/// `handler` of a validator of mode "wrap": what reads the field without it.
#[derive(Debug)]
pub(in super::super) struct Handler {
    ty: Type,
    rule: Rule,
}

impl Handler {
    /// What tells it from others.
    pub fn identity(&self) -> String {
        format!("handler {} {:?}", self.ty, self.rule)
    }
}

/// How a field is read: what stands around its type, and what is done last of all.
pub(super) struct Steps {
    pub around: Vec<Step>,
    pub last: FunctionId,
}

/// The types that a validator can tell apart, by the numbers of the runtime's `given_kind`, and what gives their values.
const PLAIN: &[(Type, &str)] = &[
    (Type::Bool, "pydantic::given_bool"),
    (Type::Int, "pydantic::given_int"),
    (Type::Float, "pydantic::given_float"),
    (Type::Str, "pydantic::given_str"),
    (Type::Bytes, "pydantic::given_bytes"),
];

/// The number of a list, which the plain types come before.
const LIST: i64 = 6;

/// What the parameter of a validator declares.
enum Given<'a> {
    /// Nothing, or `Any`.
    Any,
    /// A dict of anything.
    Dict,
    /// A type.
    Type(&'a ast::Expr),
}

impl<'a> FunctionTracer<'_, 'a> {
    /// The validators of a field as steps, in the order in which they stand around one another.
    pub(super) fn field_steps(
        &mut self,
        class: &'a ClassDef<'a>,
        field: &'a Declared<'a>,
        (declared, rule): &Ruled,
        validators: Vec<FieldValidator<'a>>,
        before: &[ModelField],
    ) -> Option<Steps> {
        let told = self.told(class, field.name, before);
        let mut around = Vec::new();
        let mut after: Vec<FieldValidator<'a>> = Vec::new();
        let mut ty = declared.clone();
        let span = place_of(class, field);
        for (place, validator) in validators.into_iter().enumerate() {
            let is_first = around.is_empty() && after.is_empty();
            match validator.mode() {
                ValidatorMode::After => {
                    after.push(validator);
                    continue;
                }
                ValidatorMode::Before if !after.is_empty() => {
                    let waiting = std::mem::take(&mut after);
                    let name = format!("{}.{}:{place}", class.node.name.as_str(), field.name);
                    let function = self.after_function(class, (span, &name), ty.clone(), waiting, None, &told);
                    ty = self.tracer.result_of(function);
                    around.push(Step::After(function));
                }
                ValidatorMode::Wrap if !is_first => {
                    let message = "a validator of mode \"wrap\" around another one cannot be compiled";
                    let diagnostic = Diagnostic::new(Code::UnsupportedClass, span, message);
                    self.report(diagnostic.help("write it as the first validator of the field"));
                    // What the field holds is known: reading it is no other error.
                    self.tracer.tables.join_field(&class.name, field.name, declared);
                    return None;
                }
                ValidatorMode::Plain => {
                    around.clear();
                    after.clear();
                }
                _ => {}
            }
            let mode = validator.mode();
            let handler = (mode == ValidatorMode::Wrap)
                .then(|| Value::Handler(Rc::new(Handler { ty: declared.clone(), rule: rule.clone() })));
            let name = format!("{}.{}", class.node.name.as_str(), field.name);
            let word = format!("{} {place}", mode.name());
            let parameters = told.parameters(Type::instance(INPUT));
            let function = self.tracer.made_function(span, &word, &name, parameters, |tracer, mut values| {
                let input = values.remove(0);
                let result = tracer.run_on_given(class, &validator, handler, input, &told.with(values), span);
                if mode != ValidatorMode::Before || poisoned(&result.ty) {
                    return result;
                }
                let result = tracer.keep("result", result);
                tracer.model_input(result)
            });
            match mode {
                ValidatorMode::Before => around.push(Step::Before(function)),
                _ => {
                    ty = self.tracer.result_of(function).widened();
                    around.push(Step::Plain(function));
                }
            }
        }
        let name = format!("{}.{}", class.node.name.as_str(), field.name);
        let last = self.after_function(class, (span, &name), ty, after, Some(field.name), &told);
        Some(Steps { around, last })
    }

    /// Validators of mode "after", one behind the other; what they give is held by the field, where one is named.
    fn after_function(
        &mut self,
        class: &'a ClassDef<'a>,
        (span, name): (Span, &str),
        ty: Type,
        validators: Vec<FieldValidator<'a>>,
        field: Option<&'a str>,
        told: &Told,
    ) -> FunctionId {
        self.tracer.made_function(span, "check", name, told.parameters(ty), |tracer, mut values| {
            let mut value = values.remove(0);
            let told = told.with(values);
            for validator in validators {
                let result = tracer.run_validator(class, &validator, vec![Value::Expr(value)], &told, span);
                if poisoned(&result.ty) {
                    return result;
                }
                value = tracer.keep("value", result);
            }
            match field {
                Some(field) => tracer.held(class, field, value),
                None => value,
            }
        })
    }

    /// What the validators of the whole that come before the fields make of what is given.
    pub(super) fn before_whole(&mut self, class: &'a ClassDef<'a>) -> Option<FunctionId> {
        let mut validators = self.validators(class, None);
        validators.retain(|(_, validator)| validator.mode == ValidatorMode::Before);
        if validators.is_empty() {
            return None;
        }
        let span = syntax::span(class.file, &class.node.name);
        let parameters = vec![("value".to_owned(), Type::instance(INPUT))];
        let name = class.node.name.as_str();
        Some(self.tracer.made_function(span, "before", name, parameters, |tracer, mut values| {
            let mut value = values.remove(0);
            // Each stands around those before it.
            for (owner, validator) in validators.into_iter().rev() {
                let validator = FieldValidator::Method(owner, validator);
                let result = tracer.run_on_given(class, &validator, None, value, &Told::default(), span);
                if poisoned(&result.ty) {
                    return result;
                }
                let result = tracer.keep("result", result);
                let input = tracer.model_input(result);
                value = tracer.keep("value", input);
            }
            value
        }))
    }

    /// A validator that is called with what is given.
    fn run_on_given(
        &mut self,
        class: &'a ClassDef<'a>,
        validator: &FieldValidator<'a>,
        handler: Option<Value<'a>>,
        input: Expr,
        told: &Told,
        span: Span,
    ) -> Expr {
        let (name, declares) = match self.given_parameter(validator) {
            Some((name, declares)) => (name, declares),
            None => ("lambda".to_owned(), Given::Any),
        };
        let input = self.keep("given", input);
        let value = match declares {
            Given::Any => self.given_any(input, span),
            Given::Dict => self.given_dict(input, &name, span),
            Given::Type(node) => {
                let config = ModelConfig { strict: true, ..ModelConfig::default() };
                let file = match validator {
                    FieldValidator::Method(owner, _) => owner.file,
                    FieldValidator::Function(_, file, _) => *file,
                };
                let ruled = self.reading_annotations(file, |tracer| tracer.ruled(node, &config));
                let Some((ty, rule)) = ruled else { return Expr::invalid(span) };
                self.given_as(input, (ty, rule), &name, span)
            }
        };
        if poisoned(&value.ty) {
            return value;
        }
        let value = self.keep("value", value);
        self.run_validator(class, validator, std::iter::once(Value::Expr(value)).chain(handler).collect(), told, span)
    }

    /// The name of a validator, and what its parameter declares.
    fn given_parameter(&mut self, validator: &FieldValidator<'a>) -> Option<(String, Given<'a>)> {
        let (file, parameters, name, place) = match validator {
            FieldValidator::Method(owner, validator) => {
                (owner.file, &*validator.node.parameters, validator.node.name.to_string(), 1)
            }
            FieldValidator::Function(_, file, node) => {
                let value = self.in_module(*file, |tracer| tracer.value(node, None));
                let Value::Function(definition) = value else { return None };
                (definition.file, definition.parameters()?, definition.name().to_owned(), 0)
            }
        };
        let parameter = parameters.posonlyargs.iter().chain(&parameters.args).nth(place)?;
        let Some(annotation) = parameter.parameter.annotation.as_deref() else { return Some((name, Given::Any)) };
        let given = match annotation {
            ast::Expr::Subscript(subscript) if self.is_named(file, &subscript.value, &["dict", "Dict", "Mapping"]) => {
                match &*subscript.slice {
                    ast::Expr::Tuple(pair) if pair.elts.len() == 2 && self.is_any(file, &pair.elts[1]) => Given::Dict,
                    _ => Given::Type(annotation),
                }
            }
            node if self.is_any(file, node) => Given::Any,
            node if self.is_named(file, node, &["dict", "Dict", "Mapping"]) => Given::Dict,
            node => Given::Type(node),
        };
        Some((name, given))
    }

    fn is_any(&mut self, file: FileId, node: &'a ast::Expr) -> bool {
        self.is_named(file, node, &["Any", "object"])
    }

    /// Whether an annotation is one of these names of `typing` or of the built-in classes.
    fn is_named(&mut self, file: FileId, node: &'a ast::Expr, names: &[&str]) -> bool {
        if !matches!(node, ast::Expr::Name(_) | ast::Expr::Attribute(_)) {
            return false;
        }
        let reported = self.tracer.output.diagnostics.len();
        let value = self.in_module(file, |tracer| tracer.annotation_value(node));
        self.tracer.output.diagnostics.truncate(reported);
        let found = match &value {
            Value::Class(name) => name.strip_prefix("builtins.").unwrap_or(name),
            Value::Known(module, name) if module.starts_with("typing") || &**module == "collections.abc" => name,
            _ => return false,
        };
        names.contains(&found)
    }

    /// What is given as a value of compiled code: of one of the types that can be told apart.
    fn given_any(&mut self, input: Expr, span: Span) -> Expr {
        let opaque = Type::instance(INPUT);
        let plain = PLAIN.iter().map(|(ty, _)| ty.clone());
        let leaf = union(plain.chain([Type::None, opaque.clone()]));
        let list = self.deeper(1, |tracer| tracer.given_items(&input, &leaf, span));
        let dict = self.deeper(2, |tracer| tracer.given_pairs(&input, &leaf, span));
        let Type::List(_) = list.ty else { return list };
        let ty = union([leaf, list.ty.clone(), dict.ty.clone()]);
        self.chosen(input, &ty, vec![list, dict], span)
    }

    /// The same of an item, of which lists and dicts are not taken apart.
    fn given_leaf(&mut self, input: Expr, leaf: &Type, span: Span) -> Expr {
        self.chosen(input, leaf, Vec::new(), span)
    }

    /// One of these by the kind of what is given.
    fn chosen(&mut self, input: Expr, ty: &Type, containers: Vec<Expr>, span: Span) -> Expr {
        let asked = |tracer: &mut Self, path: &str, ty: Type| {
            tracer.native_call(path, vec![NativeArgument::Reference(input.clone())], ty, span)
        };
        let none = Expr::constant(Constant::None, span);
        let mut choices = vec![none];
        choices.extend(PLAIN.iter().map(|(ty, path)| asked(self, path, ty.clone())));
        choices.extend(containers);
        let mut value = self.convert(input.clone(), ty);
        for (kind, choice) in choices.into_iter().enumerate().rev() {
            let then = self.convert(choice, ty);
            let found = asked(self, "pydantic::given_kind", Type::Int);
            let kind = Expr::constant(Constant::Int(kind as i64), span);
            let kind = self.convert(kind, &Type::Int);
            let test = self.native("object::equal", vec![found, kind], Type::Bool, span);
            let orelse = std::mem::replace(&mut value, Expr::invalid(span));
            let kind = ExprKind::If { test: Box::new(test), then: Box::new(then), orelse: Box::new(orelse) };
            value = Expr { kind, ty: ty.clone(), span };
        }
        value
    }

    fn given_items(&mut self, input: &Expr, leaf: &Type, span: Span) -> Expr {
        let ty = Type::list(Type::instance(INPUT));
        let items = self.native_call("pydantic::given_list", vec![NativeArgument::Reference(input.clone())], ty, span);
        let items = self.generated(items, span, |tracer, item| {
            (tracer.deeper(0, |tracer| tracer.given_leaf(item, leaf, span)), Vec::new())
        });
        let argument = Argument { keyword: None, span, value: Value::Expr(items) };
        self.call_value(Value::Class("builtins.list".into()), vec![argument], span)
    }

    fn given_pairs(&mut self, input: &Expr, leaf: &Type, span: Span) -> Expr {
        let ty = Type::dict(Type::Str, Type::instance(INPUT));
        let dict = self.native_call("pydantic::given_dict", vec![NativeArgument::Reference(input.clone())], ty, span);
        self.rebuilt_dict(dict, span, &mut |tracer, part, is_key| match is_key {
            true => part,
            false => tracer.given_leaf(part, leaf, span),
        })
    }

    /// What is given as a dict: nothing else is.
    fn given_dict(&mut self, input: Expr, name: &str, span: Span) -> Expr {
        self.with_setup(|tracer| {
            let leaf = union(PLAIN.iter().map(|(ty, _)| ty.clone()).chain([Type::None, Type::instance(INPUT)]));
            let reference = vec![NativeArgument::Reference(input.clone())];
            let found = tracer.native_call("pydantic::given_kind", reference, Type::Int, span);
            let kind = Expr::constant(Constant::Int(LIST + 1), span);
            let kind = tracer.convert(kind, &Type::Int);
            let test = tracer.native("object::equal", vec![found, kind], Type::Bool, span);
            let test = Expr { kind: ExprKind::Not(Box::new(test)), ty: Type::Bool, span };
            let message = format!("the validator `{name}` declares a dict, and is given something else");
            let environment = tracer.environment.clone();
            let then = tracer.in_block(|tracer| {
                let raised = tracer.raise_expression("TypeError", &message, span);
                tracer.emit_call(raised);
            });
            tracer.environment = environment;
            tracer.emit(crate::ir::StmtKind::If { test, then, orelse: Vec::new() }, span);
            tracer.given_pairs(&input, &leaf, span)
        })
    }

    /// What is given at a type.
    fn given_as(&mut self, input: Expr, (ty, rule): Ruled, name: &str, span: Span) -> Expr {
        let name = self.string(name, span);
        let arguments = vec![
            NativeArgument::Reference(input),
            NativeArgument::Rule(Box::new((ty.clone(), rule))),
            NativeArgument::Reference(name),
        ];
        self.raising_native("pydantic::given_as", arguments, ty, span)
    }

    /// `handler(value)`.
    pub(in super::super) fn call_handler(
        &mut self,
        handler: &Handler,
        arguments: Vec<Argument<'a>>,
        span: Span,
    ) -> Expr {
        let [Argument { keyword: None, value: Value::Expr(value), .. }] = &arguments[..] else {
            let message = "the handler of a validator takes one value";
            return self.refuse(Diagnostic::new(Code::CallArguments, span, message));
        };
        if poisoned(&value.ty) {
            return value.clone();
        }
        let value = value.clone();
        self.with_setup(|tracer| {
            let value = tracer.keep("value", value);
            let input = tracer.model_input(value);
            let rule = Box::new((handler.ty.clone(), handler.rule.clone()));
            let arguments = vec![NativeArgument::Reference(input), NativeArgument::Rule(rule)];
            tracer.raising_native("pydantic::handled", arguments, handler.ty.clone(), span)
        })
    }

    /// Whether a validator takes `info` behind the value, and behind the handler where it is one of mode "wrap".
    pub(super) fn takes_info(&mut self, validator: &FieldValidator<'a>) -> bool {
        let values = if validator.mode() == ValidatorMode::Wrap { 2 } else { 1 };
        let positional = |parameters: &ast::Parameters| parameters.posonlyargs.len() + parameters.args.len();
        match validator {
            FieldValidator::Method(_, validator) => positional(&validator.node.parameters) == values + 2,
            FieldValidator::Function(_, file, node) => {
                let Value::Function(definition) = self.in_module(*file, |tracer| tracer.value(node, None)) else {
                    return false;
                };
                definition.parameters().is_some_and(|parameters| positional(parameters) == values + 1)
            }
        }
    }

    /// What the validators of a field are told.
    fn told(&self, class: &ClassDef<'a>, field: &str, before: &[ModelField]) -> Told {
        let types = &self.tracer.tables;
        let held = |field: &ModelField| Some((field.name.clone(), types.field(&class.name, &field.name)?.1));
        let known = before.iter().filter_map(held).map(|(name, ty)| (name, earlier_type(&ty), None));
        Told { field: field.to_owned(), earlier: known.collect() }
    }

    /// Calls a validator with a value, with the handler where it is one of mode "wrap", and with `info` where it takes that.
    fn run_validator(
        &mut self,
        class: &'a ClassDef<'a>,
        validator: &FieldValidator<'a>,
        mut values: Vec<Value<'a>>,
        told: &Told,
        span: Span,
    ) -> Expr {
        let mut around = None;
        if !told.field.is_empty() && self.takes_info(validator) {
            let (info, known) = told.info();
            values.push(Value::Info(info));
            around = Some(Around { captured: known, ..Around::default() });
        }
        let count = values.len();
        let values = values.into_iter().map(|value| Argument { keyword: None, span, value });
        let (owner, validator) = match validator {
            FieldValidator::Function(_, file, node) => {
                return match (self.in_module(*file, |tracer| tracer.value(node, None)), around) {
                    (Value::Function(definition), Some(around)) => {
                        self.call_undecorated(definition, Some(around), values.collect(), span)
                    }
                    (function, _) => self.call_value(function, values.collect(), span),
                };
            }
            FieldValidator::Method(owner, validator) => (*owner, validator),
        };
        let parameters = &validator.node.parameters;
        let taken = parameters.posonlyargs.len() + parameters.args.len();
        if taken != count + 1
            || parameters.vararg.is_some()
            || parameters.kwarg.is_some()
            || !parameters.kwonlyargs.is_empty()
        {
            let at = syntax::span(owner.file, &validator.node.name);
            let message = "a validator that takes this many arguments cannot be compiled";
            let diagnostic = Diagnostic::new(Code::UnsupportedClass, at, message);
            return self.refuse(diagnostic.help(
                "take the class and the value, and `info` in one of a field; for what other fields hold there is `model_validator(mode=\"after\")`, too",
            ));
        }
        let definition = Definition { bare: true, ..self.method_definition(owner, validator.node) };
        let this = Argument { keyword: None, span, value: Value::ProjectClass(class) };
        self.call_undecorated(definition, around, std::iter::once(this).chain(values).collect(), span)
    }
}

/// What validators are told beside the value: the field, and for each before it what the type of that is and what holds it.
/// The field is empty where the whole is validated.
#[derive(Debug, Clone, Default)]
struct Told {
    field: String,
    earlier: Vec<(String, Type, Option<Expr>)>,
}

impl Told {
    /// The parameters of a function that validates.
    fn parameters(&self, value: Type) -> Vec<(String, Type)> {
        let earlier = self.earlier.iter().map(|(name, ty, _)| (earlier_name(name), ty.clone()));
        std::iter::once(("value".to_owned(), value)).chain(earlier).collect()
    }

    /// The same in that function, which was given these.
    fn with(&self, values: Vec<Expr>) -> Self {
        let earlier =
            self.earlier.iter().zip(values).map(|((name, ty, _), value)| (name.clone(), ty.clone(), Some(value)));
        Self { field: self.field.clone(), earlier: earlier.collect() }
    }

    /// `info`, and what a validator finds the fields before it under.
    fn info(&self) -> (Rc<Info>, Vec<(String, Expr)>) {
        let known = self.earlier.iter().filter_map(|(name, _, value)| Some((earlier_name(name), value.clone()?)));
        let earlier = self.earlier.iter().map(|(name, ..)| name.clone()).collect();
        (Rc::new(Info { field: self.field.clone(), earlier }), known.collect())
    }
}
