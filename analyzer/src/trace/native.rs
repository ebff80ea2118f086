//! Calls of catalog functions: choosing the overload, binding type variables, passing arguments.

mod classes;
mod fit;
mod functions;
mod out;
mod pass;
mod result;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::arguments::{Argument, Matched, Mismatch, ParameterShape, match_arguments, out_of_order};
use super::function::{FunctionTracer, poison_of};
use super::value::Value;
use crate::catalog::{Signature, StubParameter, StubType, catalog};
use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::ir::{Closure, Constant, Expr, ExprKind, NativeArgument, NativeCall, NativeResult, StmtKind};
use crate::source::Span;
use crate::types::functions::Problem;
use crate::types::{DType, Dims, RecordKind, Type};

pub(crate) use classes::class_of;
pub(super) use classes::{dtype_of_value, is_bytearray, is_hashable, tensor_dtype, tensor_dtype_of_value};
use fit::{bind_dtype, check_bounds};

/// What a type variable stands for in one call.
#[derive(Debug, Clone)]
enum Binding {
    /// A type. It is fixed where a container or a receiver decided it: arguments are converted to it.
    Type {
        ty: Type,
        fixed: bool,
    },
    DType(DType),
    Dims(Dims),
}

type Bindings = BTreeMap<Arc<str>, Binding>;

/// Why an overload cannot be called so.
enum Unfit {
    /// Another may fit.
    Arguments(Mismatch),
    /// An argument of the wrong type.
    Type { parameter: Arc<str>, declared: String, found: String, span: Span },
    /// It is the one that is meant, and there is something wrong.
    Wrong(Box<Diagnostic>),
    /// An argument is unknown, which has been reported.
    Silent,
}

/// An overload that fits, with everything needed to call it.
struct Chosen<'a> {
    signature: &'static Signature,
    matched: Vec<Matched<'a>>,
    bindings: Bindings,
    /// The functions among the arguments, by the number of their parameter.
    functions: BTreeMap<usize, Closure>,
    result: (Type, NativeResult),
    /// The dtype that the operator is told to compute in.
    computes: Option<DType>,
}

impl<'a> FunctionTracer<'_, 'a> {
    /// Calls the overload of a catalog function that fits the arguments; a receiver comes first.
    pub(super) fn call_native(
        &mut self,
        name: &str,
        overloads: &'static [Signature],
        arguments: Vec<Argument<'a>>,
        span: Span,
    ) -> Expr {
        let mut arguments = self.functions_as_values(overloads, arguments);
        if let ("update", [receiver, other]) = (name, arguments.as_mut_slice()) {
            self.update_by_pairs(receiver, other, span);
        }
        // There is one device, so that it need not be said.
        if overloads.iter().all(|overload| overload.native.starts_with("torch::") && !takes(overload, "device")) {
            arguments.retain(|argument| argument.keyword != Some("device") || !is_the_device(&argument.value));
        }
        if let Some(poison) = poison_of(arguments.iter().filter_map(expression_of), span) {
            return poison;
        }
        if let Some(called) = self
            .call_into(name, overloads, &arguments, span)
            .or_else(|| self.call_reduced(name, overloads, &arguments, span))
        {
            return called;
        }
        match self.choose(overloads, &arguments, None) {
            Ok(chosen) => self.call_chosen(chosen, span),
            Err(_) if arguments.iter().any(|argument| self.is_iterable_record(argument)) => {
                let arguments = arguments.into_iter().map(|argument| self.iterated_record(argument)).collect();
                self.call_native(name, overloads, arguments, span)
            }
            Err(unfit) => self.call_by_member(name, overloads, arguments, unfit, span),
        }
    }

    /// `table.update(other)` where `other` is a dict of other types: its items one by one are put in at the wider types.
    fn update_by_pairs(&mut self, receiver: &Argument<'a>, other: &mut Argument<'a>, span: Span) {
        let (Value::Expr(table), Value::Expr(dict), None) = (&receiver.value, &other.value, other.keyword) else {
            return;
        };
        if let (Type::Dict(key, value), Type::Dict(keys, values)) = (&table.ty, &dict.ty)
            && (key.ty != keys.ty || value.ty != values.ty)
            && keys.ty != Type::Never
        {
            other.value = Value::Expr(self.call_method(dict.clone(), "items", Vec::new(), span));
        }
    }

    /// Where an argument is a union and no overload takes it whole, the call is split by its members.
    fn call_by_member(
        &mut self,
        name: &str,
        overloads: &'static [Signature],
        arguments: Vec<Argument<'a>>,
        unfit: Unfit,
        span: Span,
    ) -> Expr {
        let is_union = |argument: &Argument| matches!(&argument.value, Value::Expr(expr) if expr.ty.is_union());
        let Some(index) = arguments.iter().position(is_union) else {
            return self.refuse_call(name, overloads, &arguments, unfit, span);
        };
        self.with_setup(|tracer| {
            // Arguments before and after the union keep their order of evaluation.
            let arguments: Vec<Argument> =
                arguments.into_iter().map(|argument| tracer.keep_argument(argument)).collect();
            let Value::Expr(subject) = arguments[index].value.clone() else { unreachable!("a union is an expression") };
            tracer.for_each_member(subject, &mut |tracer, member| {
                let mut arguments = arguments.clone();
                arguments[index].value = Value::Expr(member);
                tracer.call_native(name, overloads, arguments, span)
            })
        })
    }

    /// Whether an argument is an object of a class with an `__iter__`, an enum, or a member that is a number or a text.
    fn is_iterable_record(&self, argument: &Argument<'a>) -> bool {
        match &argument.value {
            Value::Expr(expr) => self.is_record_method(&expr.ty, "__iter__") || is_enum_value(&expr.ty),
            Value::ProjectClass(class) => super::record::is_enum(class),
            _ => false,
        }
    }

    /// The iterator, the members or the value instead of it.
    fn iterated_record(&mut self, argument: Argument<'a>) -> Argument<'a> {
        match argument.value {
            Value::Expr(expr) if self.is_record_method(&expr.ty, "__iter__") => {
                Argument { value: Value::Expr(self.iterate(expr).0), ..argument }
            }
            Value::Expr(expr) if is_enum_value(&expr.ty) => {
                let value = self.enum_value(&expr, argument.span).unwrap_or(expr);
                Argument { value: Value::Expr(value), ..argument }
            }
            Value::ProjectClass(class) if super::record::is_enum(class) => {
                Argument { value: Value::Expr(self.all_members(class, argument.span)), ..argument }
            }
            _ => argument,
        }
    }

    pub(super) fn keep_argument(&mut self, argument: Argument<'a>) -> Argument<'a> {
        match argument.value {
            Value::Expr(expr) if !expr.ty.is_static() => {
                Argument { value: Value::Expr(self.keep("argument", expr)), ..argument }
            }
            _ => argument,
        }
    }

    /// Splits an operation on a union by its members; the result is the join of theirs.
    pub(super) fn for_each_member(&mut self, value: Expr, operation: &mut dyn FnMut(&mut Self, Expr) -> Expr) -> Expr {
        if !value.ty.is_union() {
            return operation(self, value);
        }
        let span = value.span;
        let reported = self.tracer.output.diagnostics.len();
        let mut arms = Vec::new();
        let mut ty = Type::Never;
        for member in value.ty.members().to_vec() {
            let slot = self.temporary("member", &member);
            let read = Expr { kind: ExprKind::Local(slot), ty: member.clone(), span };
            let arm = self.in_arm(&member, |tracer| operation(tracer, read));
            let diagnostics = &mut self.tracer.output.diagnostics;
            let first_error = (reported..diagnostics.len()).find(|&one| diagnostics[one].severity == Severity::Error);
            if let Some(error) = first_error {
                diagnostics.truncate(error + 1);
                let diagnostic = &mut diagnostics[error];
                // What the whole is says more than what the member is.
                diagnostic.labels.retain(|label| label.span != span);
                diagnostic.labels.push(crate::diagnostics::Label { span, message: format!("this is `{}`", value.ty) });
                if member == Type::None {
                    diagnostic.help = Some("test for `None` first: `if value is not None:`".into());
                }
                return Expr::invalid(span);
            }
            ty = self.join(&ty, &arm.ty);
            arms.push((slot, arm));
        }
        let arms = arms.into_iter().map(|(slot, arm)| (slot, self.convert(arm, &ty))).collect();
        Expr { kind: ExprKind::Dispatch { subject: Box::new(value), arms }, ty, span }
    }

    /// A call of a runtime operator that has no stub, of which it is known that it fits: all arguments by reference.
    pub(super) fn native(&self, path: &str, arguments: Vec<Expr>, ty: Type, span: Span) -> Expr {
        let arguments = arguments.into_iter().map(NativeArgument::Reference).collect();
        let call = NativeCall { path: path.into(), raises: false, arguments, result: NativeResult::Plain };
        Expr { kind: ExprKind::Native(call), ty, span }
    }

    /// The same with arguments passed in any way.
    pub(super) fn native_call(&self, path: &str, arguments: Vec<NativeArgument>, ty: Type, span: Span) -> Expr {
        let call = NativeCall { path: path.into(), raises: false, arguments, result: NativeResult::Plain };
        Expr { kind: ExprKind::Native(call), ty, span }
    }

    /// The same for one that may raise.
    pub(super) fn raising_native(&self, path: &str, arguments: Vec<NativeArgument>, ty: Type, span: Span) -> Expr {
        let call = NativeCall { path: path.into(), raises: true, arguments, result: NativeResult::Plain };
        Expr { kind: ExprKind::Native(call), ty, span }
    }

    /// Calls a method if the type has it; arguments that do not fit are an error all the same.
    pub(super) fn try_method(&mut self, receiver: &Expr, method: &str, arguments: &[Expr], span: Span) -> Option<Expr> {
        if let Type::Record(_) = receiver.ty {
            let found = self.record_dunder(receiver, method, arguments, span);
            return found.or_else(|| {
                let value = self.enum_value(receiver, span)?;
                self.try_method(&value, method, arguments, span)
            });
        }
        let overloads = catalog().method(&class_of(&receiver.ty)?, method)?;
        let arguments = std::iter::once(receiver).chain(arguments).map(positional).collect();
        Some(self.call_native(method, overloads, arguments, span))
    }

    /// Calls a method if the type has it and an overload fits; says nothing where not.
    pub(super) fn fitting_method(
        &mut self,
        receiver: &Expr,
        method: &str,
        arguments: &[Expr],
        span: Span,
    ) -> Option<Expr> {
        if let Type::Record(_) = receiver.ty {
            let found = self.record_dunder(receiver, method, arguments, span);
            return found.or_else(|| {
                let value = self.enum_value(receiver, span)?;
                self.fitting_method(&value, method, arguments, span)
            });
        }
        let overloads = catalog().method(&class_of(&receiver.ty)?, method)?;
        let arguments: Vec<Argument> = std::iter::once(receiver).chain(arguments).map(positional).collect();
        match self.choose(overloads, &arguments, None) {
            Ok(chosen) => Some(self.call_chosen(chosen, span)),
            Err(Unfit::Wrong(diagnostic)) => Some(self.refuse(Diagnostic { span, ..*diagnostic })),
            Err(Unfit::Silent) => Some(Expr::invalid(span)),
            Err(_) => None,
        }
    }

    /// A call that makes a container of which it is known that more is put in later: its type variables are those of
    /// `made` from the first.
    pub(super) fn call_native_as(
        &mut self,
        overloads: &'static [Signature],
        arguments: &[Argument<'a>],
        made: &Type,
        span: Span,
    ) -> Option<Expr> {
        match self.choose(overloads, arguments, Some(made)) {
            Ok(chosen) => Some(self.build_call(chosen, span)),
            Err(_) => None,
        }
    }

    fn choose(
        &mut self,
        overloads: &'static [Signature],
        arguments: &[Argument<'a>],
        made: Option<&Type>,
    ) -> Result<Chosen<'a>, Unfit> {
        let mut first = None;
        for signature in overloads {
            match self.fit(signature, arguments, made) {
                Ok(chosen) => return Ok(chosen),
                Err(Unfit::Wrong(diagnostic)) => return Err(Unfit::Wrong(diagnostic)),
                Err(Unfit::Silent) => return Err(Unfit::Silent),
                Err(unfit) => first = first.or(Some(unfit)),
            }
        }
        Err(first.unwrap_or(Unfit::Silent))
    }

    fn fit(
        &mut self,
        signature: &'static Signature,
        arguments: &[Argument<'a>],
        made: Option<&Type>,
    ) -> Result<Chosen<'a>, Unfit> {
        let shapes: Vec<ParameterShape> = signature.parameters.iter().map(shape).collect();
        let mut matched = match_arguments(&shapes, arguments).map_err(Unfit::Arguments)?;
        let mut bindings = made.map_or_else(Bindings::new, |made| bindings_of(&signature.returns, made));
        for (parameter, matched) in signature.parameters.iter().zip(&mut matched) {
            match matched {
                // What a function is called with is known when all else is.
                Matched::One(_) if matches!(parameter.declared, StubType::Callable(..)) => {}
                Matched::One(argument) => self.fit_argument(signature, parameter, argument, &mut bindings)?,
                Matched::Many(many) => {
                    for argument in many {
                        self.fit_argument(signature, parameter, argument, &mut bindings)?;
                    }
                }
                Matched::Default => {
                    if let (StubType::DType(declared) | StubType::TensorDType(declared), Some(Constant::Str(name))) =
                        (&parameter.declared, &parameter.default)
                    {
                        let dtype = DType::from_name(name).expect("the default of a stub is a dtype");
                        bind_dtype(declared, dtype, &mut bindings);
                    }
                }
            }
        }
        let functions = self.fit_functions(signature, &matched, &mut bindings)?;
        check_bounds(signature, &bindings, arguments)?;
        if let Some((why, instead)) = &signature.refused {
            let span = arguments.first().map_or(Span { file: self.file, start: 0, end: 0 }, |argument| argument.span);
            let diagnostic = Diagnostic::new(Code::ArgumentType, span, why.to_string());
            return Err(Unfit::Wrong(Box::new(diagnostic.help(instead.to_string()))));
        }
        let result = self.result_type(&signature.returns, signature, &matched, &bindings);
        let result = result.and_then(|result| Ok((result, self.computed_dtype(signature, &matched, &bindings)?)));
        let (result, computes) = result.map_err(|problem| match problem {
            Problem::DoesNotFit => Unfit::Arguments(Mismatch { message: "cannot be called so".into(), span: None }),
            Problem::Silent => Unfit::Silent,
            Problem::Reported { code, message, help } => {
                let span =
                    arguments.first().map_or(Span { file: self.file, start: 0, end: 0 }, |argument| argument.span);
                let mut diagnostic = Diagnostic::new(code, span, message);
                diagnostic.help = help;
                Unfit::Wrong(Box::new(diagnostic))
            }
        })?;
        Ok(Chosen { signature, matched, bindings, functions, result, computes })
    }

    /// Calls an overload. A container that it makes anew, as a slice does, may take more later than it holds at first.
    fn call_chosen(&mut self, chosen: Chosen<'a>, span: Span) -> Expr {
        let is_new = makes_container(chosen.signature);
        let called = self.build_call(chosen, span);
        if is_new { self.at_site(called, span) } else { called }
    }

    fn build_call(&mut self, chosen: Chosen<'a>, span: Span) -> Expr {
        let Chosen { signature, matched, bindings, mut functions, result: (ty, result), computes } = chosen;
        if signature.raises.iter().any(|class| &**class == "KeyError") {
            self.note_keys(&matched);
        }
        if signature.mutates {
            self.widen_receiver(signature, &matched, &bindings, span);
        }
        if ty == Type::Never && signature.returns != StubType::Plain(Type::Never) {
            let diagnostic = Diagnostic::new(Code::UnknownElement, span, "nothing is ever put into this container")
                .help("put something in before reading it");
            self.report(diagnostic);
            return Expr { kind: ExprKind::Invalid, ty: Type::Never, span };
        }
        self.with_setup(|tracer| {
            let matched = if out_of_order(&matched) { tracer.keep_in_order(matched) } else { matched };
            let arguments = signature
                .parameters
                .iter()
                .zip(matched)
                .enumerate()
                .map(|(index, (parameter, matched))| match functions.remove(&index) {
                    Some(closure) => NativeArgument::Function(Box::new(closure)),
                    None => tracer.pass(parameter, matched, &bindings, span),
                })
                .chain(computes.map(|dtype| NativeArgument::Value(classes::numpy_dtype(dtype, span))))
                .collect();
            let call =
                NativeCall { path: signature.native.clone(), raises: !signature.raises.is_empty(), arguments, result };
            Expr { kind: ExprKind::Native(call), ty, span }
        })
    }

    /// What an operator is given after its receiver may be the argument of the `KeyError` that it raises.
    fn note_keys(&mut self, matched: &[Matched<'a>]) {
        let class = catalog().exception("builtins.KeyError").expect("it is in the catalog");
        for one in matched.iter().skip(1) {
            if let Matched::One(Argument { value: Value::Expr(key), .. }) = one {
                self.tracer.tables.join_arguments(&class, [&key.ty.widened()]);
            }
        }
    }

    /// Evaluates all arguments in source order into variables.
    fn keep_in_order(&mut self, mut matched: Vec<Matched<'a>>) -> Vec<Matched<'a>> {
        let mut order: Vec<(u32, usize)> = Vec::new();
        for (index, one) in matched.iter().enumerate() {
            if let Matched::One(argument) = one {
                order.push((argument.span.start, index));
            }
        }
        order.sort_unstable();
        for (_, index) in order {
            if let Matched::One(argument) = matched[index].clone() {
                matched[index] = Matched::One(self.keep_argument(argument));
            }
        }
        matched
    }

    fn refuse_call(
        &mut self,
        name: &str,
        overloads: &'static [Signature],
        arguments: &[Argument<'a>],
        unfit: Unfit,
        span: Span,
    ) -> Expr {
        let diagnostic = match unfit {
            Unfit::Silent => return Expr::invalid(span),
            Unfit::Wrong(diagnostic) => Diagnostic { span, ..*diagnostic },
            _ if let (Some(what), [receiver, index, ..]) = (item_operation(name), arguments) => {
                let (receiver, index) = (describe_argument(&receiver.value), describe_argument(&index.value));
                Diagnostic::new(Code::ArgumentType, span, format!("`{receiver}` {what} `{index}`"))
            }
            Unfit::Arguments(mismatch) if overloads.len() == 1 => Diagnostic::new(
                Code::CallArguments,
                mismatch.span.unwrap_or(span),
                format!("{name}() {}", mismatch.message),
            ),
            Unfit::Type { parameter, declared, found, span } if overloads.len() == 1 => {
                let message = format!("{name}() takes {declared} for `{parameter}`, not {found}");
                Diagnostic::new(Code::ArgumentType, span, message)
            }
            _ => {
                let found: Vec<String> = arguments.iter().map(|argument| describe_argument(&argument.value)).collect();
                Diagnostic::new(
                    Code::ArgumentType,
                    span,
                    format!("{name}() cannot be called with ({})", found.join(", ")),
                )
            }
        };
        let forms: Vec<String> = overloads.iter().take(4).map(Signature::describe).collect();
        let diagnostic = if diagnostic.help.is_none() && !name.starts_with("__") {
            diagnostic.help(format!("supported: {}", forms.join("; ")))
        } else {
            diagnostic
        };
        self.refuse(diagnostic)
    }

    /// Emits a call for its effect.
    pub(super) fn emit_call(&mut self, call: Expr) {
        let span = call.span;
        self.emit(StmtKind::Evaluate(call), span);
    }
}

/// What the brackets of a subscript do, for a message.
fn item_operation(method: &str) -> Option<&'static str> {
    match method {
        "__getitem__" => Some("cannot be indexed by"),
        "__setitem__" => Some("does not take that value at an index of"),
        "__delitem__" => Some("has no items to delete at an index of"),
        _ => None,
    }
}

fn shape(parameter: &StubParameter) -> ParameterShape<'_> {
    ParameterShape {
        name: &parameter.name,
        positional: parameter.positional,
        keyword: parameter.keyword,
        variadic: parameter.variadic,
        keywords: false,
        has_default: parameter.default.is_some(),
    }
}

/// Whether what the operator gives is a container that nothing else holds. Constructors make theirs themselves.
fn makes_container(signature: &Signature) -> bool {
    let is_container = match &signature.returns {
        StubType::List(_) | StubType::Set(_) | StubType::Dict(..) => true,
        StubType::Generic(class, _) => super::container::REMADE.contains(&&**class),
        _ => false,
    };
    is_container && !signature.mutates && !signature.property && &*signature.name != "__new__"
}

/// What the elements of a container say of the type variables in the stub type that it is a value of.
fn bindings_of(declared: &StubType, made: &Type) -> Bindings {
    let stubs: Vec<&StubType> = match declared {
        StubType::List(item) | StubType::Set(item) => vec![item],
        StubType::Dict(key, value) => vec![key, value],
        StubType::Generic(_, items) => items.iter().collect(),
        _ => Vec::new(),
    };
    let bind = |(stub, element): (&StubType, &Arc<crate::types::Element>)| match stub {
        StubType::Name(name) if element.ty != Type::Never => {
            Some((name.clone(), Binding::Type { ty: element.ty.clone(), fixed: false }))
        }
        _ => None,
    };
    stubs.into_iter().zip(made.elements()).filter_map(bind).collect()
}

fn positional<'a>(expr: &Expr) -> Argument<'a> {
    Argument { keyword: None, span: expr.span, value: Value::Expr(expr.clone()) }
}

/// Whether members of the type are numbers or texts.
fn is_enum_value(ty: &Type) -> bool {
    matches!(ty, Type::Record(record) if matches!(record.kind, RecordKind::Enum(base) if base.value_type().is_some()))
}

fn takes(signature: &Signature, keyword: &str) -> bool {
    signature.parameters.iter().any(|parameter| &*parameter.name == keyword)
}

/// Whether a value is the one device of torch that there is in compiled code.
fn is_the_device(value: &Value) -> bool {
    match value {
        Value::Expr(Expr { kind: ExprKind::Constant(Constant::Str(name)), .. }) => &**name == "cpu",
        Value::Expr(Expr { ty: Type::Instance(class), .. }) => &**class == "torch.device",
        _ => false,
    }
}

fn expression_of<'e>(argument: &'e Argument) -> Option<&'e Expr> {
    match &argument.value {
        Value::Expr(expr) => Some(expr),
        _ => None,
    }
}

fn describe_argument(value: &Value) -> String {
    match value {
        Value::Expr(expr) => format!("{}", expr.ty),
        other => other.describe(),
    }
}
