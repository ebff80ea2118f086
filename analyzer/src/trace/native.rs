//! Calls of catalog functions: choosing the overload, binding type variables, passing arguments.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::arguments::{Argument, Matched, Mismatch, ParameterShape, constant_of, match_arguments, out_of_order};
use super::function::{FunctionTracer, poisoned};
use super::value::Value;
use crate::catalog::{Bound, Passing, Protocol, Signature, StubParameter, StubType, catalog};
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Clause, Comprehension, Constant, Expr, ExprKind, NativeArgument, NativeCall, NativeResult, StmtKind};
use crate::source::Span;
use crate::types::functions::{self, Computed, Problem};
use crate::types::{ArrayType, ClassName, DType, Dims, Element, Type, is_subtype, join, union};

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
    result: (Type, NativeResult),
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
        if let Some(poison) = arguments.iter().find_map(poison_of) {
            return Expr { kind: ExprKind::Invalid, ty: poison, span };
        }
        match self.choose(overloads, &arguments) {
            Ok(chosen) => self.build_call(chosen, span),
            Err(unfit) => self.call_by_member(name, overloads, arguments, unfit, span),
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
            let arm = operation(self, read);
            if self.tracer.output.diagnostics.len() > reported {
                self.tracer.output.diagnostics.truncate(reported + 1);
                let diagnostic = &mut self.tracer.output.diagnostics[reported];
                // What the whole is says more than what the member is.
                diagnostic.labels.retain(|label| label.span != span);
                diagnostic.labels.push(crate::diagnostics::Label { span, message: format!("this is `{}`", value.ty) });
                if member == Type::None && diagnostic.help.is_none() {
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

    /// The same for one that may raise.
    pub(super) fn raising_native(&self, path: &str, arguments: Vec<NativeArgument>, ty: Type, span: Span) -> Expr {
        let call = NativeCall { path: path.into(), raises: true, arguments, result: NativeResult::Plain };
        Expr { kind: ExprKind::Native(call), ty, span }
    }

    /// Calls a method if the type has it; arguments that do not fit are an error all the same.
    pub(super) fn try_method(&mut self, receiver: &Expr, method: &str, arguments: &[Expr], span: Span) -> Option<Expr> {
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
        let overloads = catalog().method(&class_of(&receiver.ty)?, method)?;
        let arguments: Vec<Argument> = std::iter::once(receiver).chain(arguments).map(positional).collect();
        match self.choose(overloads, &arguments) {
            Ok(chosen) => Some(self.build_call(chosen, span)),
            Err(Unfit::Wrong(diagnostic)) => Some(self.refuse(Diagnostic { span, ..*diagnostic })),
            Err(Unfit::Silent) => Some(Expr::invalid(span)),
            Err(_) => None,
        }
    }

    fn choose(&mut self, overloads: &'static [Signature], arguments: &[Argument<'a>]) -> Result<Chosen<'a>, Unfit> {
        let mut first = None;
        for signature in overloads {
            match self.fit(signature, arguments) {
                Ok(chosen) => return Ok(chosen),
                Err(Unfit::Wrong(diagnostic)) => return Err(Unfit::Wrong(diagnostic)),
                Err(Unfit::Silent) => return Err(Unfit::Silent),
                Err(unfit) => first = first.or(Some(unfit)),
            }
        }
        Err(first.unwrap_or(Unfit::Silent))
    }

    fn fit(&mut self, signature: &'static Signature, arguments: &[Argument<'a>]) -> Result<Chosen<'a>, Unfit> {
        let shapes: Vec<ParameterShape> = signature.parameters.iter().map(shape).collect();
        let mut matched = match_arguments(&shapes, arguments).map_err(Unfit::Arguments)?;
        let mut bindings = Bindings::new();
        for (parameter, matched) in signature.parameters.iter().zip(&mut matched) {
            match matched {
                Matched::One(argument) => self.fit_argument(signature, parameter, argument, &mut bindings)?,
                Matched::Many(many) => {
                    for argument in many {
                        self.fit_argument(signature, parameter, argument, &mut bindings)?;
                    }
                }
                Matched::Default => {
                    if let (StubType::DType(declared), Some(Constant::Str(name))) =
                        (&parameter.declared, &parameter.default)
                    {
                        let dtype = DType::from_name(name).expect("the default of a stub is a dtype");
                        bind_dtype(declared, dtype, &mut bindings);
                    }
                }
            }
        }
        check_bounds(signature, &bindings, arguments)?;
        let result = self.result_type(&signature.returns, signature, &matched, &bindings);
        let result = result.map_err(|problem| match problem {
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
        Ok(Chosen { signature, matched, bindings, result })
    }

    fn fit_argument(
        &mut self,
        signature: &Signature,
        parameter: &StubParameter,
        argument: &mut Argument<'a>,
        bindings: &mut Bindings,
    ) -> Result<(), Unfit> {
        let unfit = |found: String| Unfit::Type {
            parameter: parameter.name.clone(),
            declared: parameter.declared.describe(),
            found,
            span: argument.span,
        };
        if let StubType::DType(declared) = without_optional(&parameter.declared)
            && let Some(dtype) = dtype_of_value(&argument.value)
        {
            bind_dtype(declared, dtype, bindings);
            let kind = ExprKind::Constant(Constant::Str(dtype.name().into()));
            argument.value = Value::Expr(Expr { kind, ty: Type::DType(dtype), span: argument.span });
            return Ok(());
        }
        let Value::Expr(expr) = &argument.value else { return Err(unfit(argument.value.describe())) };
        if let (StubType::DType(_), Type::Str) = (without_optional(&parameter.declared), &expr.ty) {
            let message = "the dtype decides the type of the result and must be a constant";
            let diagnostic = Diagnostic::new(Code::ConstantRequired, argument.span, message);
            return Err(Unfit::Wrong(Box::new(diagnostic.help("write it out, for example `np.float32`"))));
        }
        let is_receiver = parameter.name.as_ref() == "self";
        let context = Context { mutates: signature.mutates && !is_receiver, fixed: is_receiver };
        if self.fits(&parameter.declared, expr, context, bindings) {
            Ok(())
        } else {
            Err(unfit(format!("`{}`", expr.ty)))
        }
    }

    /// Whether an argument fits a declared type; binds the type's variables.
    fn fits(&mut self, declared: &StubType, expr: &Expr, context: Context, bindings: &mut Bindings) -> bool {
        match declared {
            StubType::Literal(values) => constant_of(expr).is_some_and(|constant| values.contains(&constant)),
            StubType::Protocol(Protocol::Natural) => {
                matches!(constant_of(expr), Some(Constant::Int(value)) if value >= 0)
            }
            StubType::Protocol(Protocol::Negative) => {
                matches!(constant_of(expr), Some(Constant::Int(value)) if value < 0)
            }
            _ => self.fits_type(declared, &expr.ty, context, bindings),
        }
    }

    fn fits_type(&mut self, declared: &StubType, ty: &Type, context: Context, bindings: &mut Bindings) -> bool {
        let inner = Context { fixed: true, ..context };
        match (declared, ty) {
            (_, Type::Literal(values)) => self.fits_type(declared, &values[0].ty(), context, bindings),
            (StubType::Plain(Type::Instance(class)), Type::Session(_)) => &**class == "onnxruntime.InferenceSession",
            (StubType::Plain(Type::Instance(class)), other) => {
                class_of(other).is_some_and(|found| catalog().derives(&found, class))
            }
            (StubType::Plain(plain), _) => is_subtype(ty, plain),
            (StubType::Name(name), _) => self.bind_type(name, ty, context, bindings),
            (StubType::List(item), Type::List(element)) | (StubType::Set(item), Type::Set(element)) => {
                self.fits_element(item, element, inner, bindings)
            }
            (StubType::FrozenSet(item), Type::FrozenSet(element)) => self.fits_element(item, element, inner, bindings),
            (StubType::Dict(key, value), Type::Dict(keys, values)) => {
                self.fits_element(key, keys, inner, bindings) && self.fits_element(value, values, inner, bindings)
            }
            (StubType::Tuple(items), Type::Tuple(members)) => {
                items.len() == members.len()
                    && items
                        .iter()
                        .zip(members.iter())
                        .all(|(item, member)| self.fits_type(item, member, context, bindings))
            }
            (StubType::Sequence(item), Type::Sequence(member)) => self.fits_type(item, member, inner, bindings),
            (StubType::Sequence(item), Type::Tuple(members)) => {
                members.iter().all(|member| self.fits_type(item, member, Context { fixed: false, ..context }, bindings))
            }
            (StubType::Iterator(item), Type::Iterator(member)) => self.fits_type(item, member, inner, bindings),
            (StubType::Iterable(item), _) => match self.item_type(ty) {
                Some(member) => {
                    self.fits_type(item, &member, Context { fixed: false, mutates: context.mutates }, bindings)
                }
                None => false,
            },
            (StubType::Array(dtype, dims), Type::Array(array)) => {
                bind_dtype(dtype, array.dtype, bindings) && bind_dims(dims, &array.dims, bindings)
            }
            (StubType::Scalar(dtype), Type::Scalar(found)) => bind_dtype(dtype, *found, bindings),
            (StubType::DType(dtype), Type::DType(found)) => bind_dtype(dtype, *found, bindings),
            (StubType::Optional(_), Type::None) => true,
            (StubType::Optional(some), _) => {
                let rest = union(ty.members().iter().filter(|member| **member != Type::None).cloned());
                self.fits_type(some, &rest, context, bindings)
            }
            (StubType::Either(left, right), _) => {
                self.fits_type(left, ty, context, bindings) || self.fits_type(right, ty, context, bindings)
            }
            (StubType::Protocol(protocol), _) => fits_protocol(*protocol, ty),
            _ => false,
        }
    }

    fn fits_element(
        &mut self,
        declared: &StubType,
        element: &Element,
        context: Context,
        bindings: &mut Bindings,
    ) -> bool {
        // An empty container is one of anything; what it will hold is the variable's concern.
        let StubType::Name(name) = declared else {
            return element.ty == Type::Never || self.fits_type(declared, &element.ty, context, bindings);
        };
        let known = bindings.get(name).cloned();
        match known {
            Some(Binding::Type { ty, .. }) if element.ty == Type::Never => {
                if let Some(site) = element.site {
                    self.tracer.tables.join_site(site, &ty);
                }
                true
            }
            Some(Binding::Type { ty: Type::Never, fixed: true }) => {
                bindings.insert(name.clone(), Binding::Type { ty: element.ty.clone(), fixed: true });
                true
            }
            Some(Binding::Type { ty, fixed: true }) => join(&ty, &element.ty) == ty,
            _ => {
                bindings.insert(name.clone(), Binding::Type { ty: element.ty.clone(), fixed: true });
                true
            }
        }
    }

    fn bind_type(&mut self, name: &Arc<str>, ty: &Type, context: Context, bindings: &mut Bindings) -> bool {
        if ty.is_static() {
            return false;
        }
        let ty = ty.widened();
        match bindings.get(name).cloned() {
            None => {
                bindings.insert(name.clone(), Binding::Type { ty, fixed: context.fixed });
                true
            }
            Some(Binding::Type { ty: known, fixed }) => {
                let joined = self.join(&known, &ty);
                if joined == known {
                    return true;
                }
                if fixed && !context.mutates && known != Type::Never {
                    return false;
                }
                // A container that takes more than it held: its site is widened when the call is built.
                bindings.insert(name.clone(), Binding::Type { ty: joined, fixed });
                true
            }
            Some(_) => false,
        }
    }

    /// The type of the result and how it comes out of Rust.
    fn result_type(
        &self,
        returns: &StubType,
        signature: &Signature,
        matched: &[Matched<'a>],
        bindings: &Bindings,
    ) -> Result<(Type, NativeResult), Problem> {
        let scope = ResultScope { signature, matched, bindings };
        Ok(match returns {
            StubType::Optional(some) => {
                let ty = scope.ty(some)?;
                (Type::optional(ty.clone()), NativeResult::Optional(ty))
            }
            StubType::Either(left, right) => {
                let (left, right) = (scope.ty(left)?, scope.ty(right)?);
                (join(&left, &right), NativeResult::Either(left, right))
            }
            _ => (scope.ty(returns)?, NativeResult::Plain),
        })
    }

    fn build_call(&mut self, chosen: Chosen<'a>, span: Span) -> Expr {
        let Chosen { signature, matched, bindings, result: (ty, result) } = chosen;
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
                .map(|(parameter, matched)| tracer.pass(parameter, matched, &bindings, span))
                .collect();
            let call =
                NativeCall { path: signature.native.clone(), raises: !signature.raises.is_empty(), arguments, result };
            Expr { kind: ExprKind::Native(call), ty, span }
        })
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

    /// A method that puts something into its receiver widens the receiver's element types to what it is given.
    fn widen_receiver(&mut self, signature: &Signature, matched: &[Matched<'a>], bindings: &Bindings, span: Span) {
        let (Some(parameter), Some(Matched::One(receiver))) = (signature.parameters.first(), matched.first()) else {
            return;
        };
        let Value::Expr(expr) = &receiver.value else { return };
        if let ExprKind::Global(_) = expr.kind {
            let message = "this changes a captured global, which is frozen into the library";
            let diagnostic = Diagnostic::new(Code::GlobalMutation, span, message)
                .help("copy it into a local variable first, for example `items = list(GLOBAL)`");
            self.report(diagnostic);
            return;
        }
        match (&parameter.declared, &expr.ty) {
            (StubType::List(item), Type::List(element)) | (StubType::Set(item), Type::Set(element)) => {
                self.widen(item, element, bindings, span);
            }
            (StubType::Dict(key, value), Type::Dict(keys, values)) => {
                self.widen(key, keys, bindings, span);
                self.widen(value, values, bindings, span);
            }
            _ => {}
        }
    }

    fn widen(&mut self, declared: &StubType, element: &Element, bindings: &Bindings, span: Span) {
        if let StubType::Name(name) = declared
            && let Some(Binding::Type { ty, .. }) = bindings.get(name)
        {
            self.widen_element(element, &ty.clone(), span);
        }
    }

    /// Makes the element type of a container take values of `ty`, or says that it cannot.
    pub(super) fn widen_element(&mut self, element: &Element, ty: &Type, span: Span) {
        let joined = self.join(&element.ty, ty);
        match element.site {
            Some(site) => {
                self.tracer.tables.join_site(site, ty);
            }
            None if joined == element.ty || poisoned(ty) || element.ty == Type::Unknown => {}
            None => {
                let message = format!("a value of type `{ty}` is put into a container of `{}`", element.ty);
                let help =
                    format!("give the container a type that takes both, such as `list[{joined}]`, where it is made");
                self.report(Diagnostic::new(Code::ElementType, span, message).help(help));
            }
        }
    }

    fn pass(
        &mut self,
        parameter: &StubParameter,
        matched: Matched<'a>,
        bindings: &Bindings,
        span: Span,
    ) -> NativeArgument {
        let target = argument_type(&parameter.declared, bindings);
        let value = match matched {
            Matched::Many(many) => {
                let values = many.into_iter().map(|argument| self.argument_value(argument, target.as_ref())).collect();
                return NativeArgument::Variadic(values);
            }
            Matched::One(argument) => self.argument_value(argument, target.as_ref()),
            Matched::Default => self.default_value(parameter, target.as_ref(), span),
        };
        match parameter.declared.passing() {
            Passing::Value => NativeArgument::Value(value),
            Passing::Reference => NativeArgument::Reference(value),
            Passing::Iterator => NativeArgument::Iterator(self.pass_iterator(value, target)),
            Passing::Index => NativeArgument::Index(match value.kind {
                ExprKind::Tuple(components) => components,
                _ => vec![value],
            }),
        }
    }

    fn argument_value(&mut self, argument: Argument<'a>, target: Option<&Type>) -> Expr {
        let Value::Expr(expr) = argument.value else { return Expr::invalid(argument.span) };
        match target {
            Some(target) if !matches!(target, Type::Iterator(_)) || matches!(expr.ty, Type::Iterator(_)) => {
                self.convert(expr, target)
            }
            _ => expr,
        }
    }

    fn default_value(&mut self, parameter: &StubParameter, target: Option<&Type>, span: Span) -> Expr {
        let constant = parameter.default.clone().unwrap_or(Constant::None);
        if let (StubType::DType(_), Constant::Str(name)) = (&parameter.declared, &constant) {
            let ty = Type::DType(DType::from_name(name).expect("the default of a stub is a dtype"));
            return Expr { kind: ExprKind::Constant(constant), ty, span };
        }
        let value = Expr::constant(constant, span);
        match target {
            Some(target) => self.convert(value, target),
            None => value,
        }
    }

    /// An iterator whose items are of exactly the declared type: others are converted one by one.
    fn pass_iterator(&mut self, iterable: Expr, target: Option<Type>) -> Expr {
        let (iterator, item) = self.iterate(iterable);
        let Some(Type::Iterator(wanted)) = target else { return iterator };
        let span = iterator.span;
        if item == *wanted || poisoned(&item) && !matches!(*wanted, Type::Never) {
            return Expr { ty: Type::Iterator(wanted), ..iterator };
        }
        let target = self.temporary("item", &item);
        let read = Expr { kind: ExprKind::Local(target), ty: item, span };
        let element = self.convert(read, &wanted);
        let clause = Clause { target, iterator, setup: Vec::new(), conditions: Vec::new() };
        let comprehension = Comprehension { element, clauses: vec![clause] };
        Expr { kind: ExprKind::Comprehension(Box::new(comprehension)), ty: Type::Iterator(wanted), span }
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

/// How an argument is used by the function it is passed to.
#[derive(Clone, Copy)]
struct Context {
    /// It may be put into the receiver.
    mutates: bool,
    /// It decides the type variables: a receiver, or the elements of a container.
    fixed: bool,
}

/// What result types are computed from.
struct ResultScope<'s, 'a> {
    signature: &'s Signature,
    matched: &'s [Matched<'a>],
    bindings: &'s Bindings,
}

impl ResultScope<'_, '_> {
    fn ty(&self, stub: &StubType) -> Result<Type, Problem> {
        let boxed = |stub: &StubType| self.ty(stub);
        Ok(match stub {
            StubType::Plain(ty) => ty.clone(),
            StubType::Name(name) => match self.bindings.get(name) {
                Some(Binding::Type { ty, .. }) => ty.clone(),
                Some(Binding::DType(dtype)) => Type::Scalar(*dtype),
                _ => Type::Never,
            },
            StubType::List(item) => Type::list(boxed(item)?),
            StubType::Set(item) => Type::set(boxed(item)?),
            StubType::FrozenSet(item) => Type::FrozenSet(Element::of(boxed(item)?)),
            StubType::Dict(key, value) => Type::dict(boxed(key)?, boxed(value)?),
            StubType::Tuple(items) => Type::Tuple(items.iter().map(boxed).collect::<Result<_, _>>()?),
            StubType::Sequence(item) => Type::Sequence(Arc::new(boxed(item)?)),
            StubType::Iterator(item) | StubType::Iterable(item) => Type::iterator(boxed(item)?),
            StubType::Array(dtype, dims) => {
                Type::Array(ArrayType { dtype: self.dtype(dtype)?, dims: self.dims(dims)? })
            }
            StubType::Scalar(dtype) => Type::Scalar(self.dtype(dtype)?),
            StubType::DType(dtype) => Type::DType(self.dtype(dtype)?),
            StubType::Optional(some) => Type::optional(boxed(some)?),
            StubType::Either(left, right) => join(&boxed(left)?, &boxed(right)?),
            StubType::Literal(values) => values[0].ty(),
            StubType::Protocol(_) => Type::Unknown,
            StubType::Apply(..) => match self.compute(stub)? {
                Computed::Type(ty) => ty,
                Computed::DType(dtype) => Type::Scalar(dtype),
                Computed::Dims(dims) => Type::Array(ArrayType { dtype: DType::Bool, dims }),
            },
        })
    }

    fn dtype(&self, stub: &StubType) -> Result<DType, Problem> {
        match stub {
            StubType::Plain(Type::DType(dtype) | Type::Scalar(dtype)) => Ok(*dtype),
            StubType::Plain(Type::Bool) => Ok(DType::Bool),
            StubType::Name(name) => match self.bindings.get(name) {
                Some(Binding::DType(dtype)) => Ok(*dtype),
                _ => Err(Problem::DoesNotFit),
            },
            StubType::Apply(..) => match self.compute(stub)? {
                Computed::DType(dtype) | Computed::Type(Type::DType(dtype) | Type::Scalar(dtype)) => Ok(dtype),
                _ => Err(Problem::DoesNotFit),
            },
            _ => Err(Problem::DoesNotFit),
        }
    }

    fn dims(&self, stub: &StubType) -> Result<Dims, Problem> {
        match stub {
            StubType::Name(name) => match self.bindings.get(name) {
                Some(Binding::Dims(dims)) => Ok(dims.clone()),
                _ => Err(Problem::DoesNotFit),
            },
            StubType::Apply(..) => match self.compute(stub)? {
                Computed::Dims(dims) => Ok(dims),
                Computed::Type(Type::Array(array)) => Ok(array.dims),
                _ => Err(Problem::DoesNotFit),
            },
            StubType::Tuple(items) => Ok(Some(items.iter().map(|_| crate::types::Dim::Any).collect())),
            _ => Ok(None),
        }
    }

    fn compute(&self, stub: &StubType) -> Result<Computed, Problem> {
        let StubType::Apply(name, arguments) = stub else { return Err(Problem::DoesNotFit) };
        let arguments = arguments.iter().map(|argument| self.argument(argument)).collect::<Result<Vec<_>, _>>()?;
        functions::compute(name, &arguments).unwrap_or(Err(Problem::DoesNotFit))
    }

    /// An argument of a type function: a parameter, a type variable, or the result of another type function.
    fn argument(&self, stub: &StubType) -> Result<functions::Argument, Problem> {
        match stub {
            StubType::Apply(..) => Ok(self.compute(stub)?.into()),
            StubType::Name(name) => Ok(match (self.parameter(name), self.bindings.get(name)) {
                (Some(argument), _) => argument,
                (None, Some(Binding::Type { ty, .. })) => functions::Argument::of(ty.clone()),
                (None, Some(Binding::DType(dtype))) => Computed::DType(*dtype).into(),
                (None, Some(Binding::Dims(dims))) => Computed::Dims(dims.clone()).into(),
                (None, None) => return Err(Problem::DoesNotFit),
            }),
            StubType::Plain(ty) => Ok(functions::Argument::of(ty.clone())),
            StubType::Literal(values) => Ok(functions::Argument::constant(values[0].clone())),
            other => Ok(functions::Argument::of(self.ty(other)?)),
        }
    }

    fn parameter(&self, name: &str) -> Option<functions::Argument> {
        let index = self.signature.parameters.iter().position(|parameter| *parameter.name == *name)?;
        Some(match &self.matched[index] {
            Matched::One(argument) => describe_for_function(&argument.value),
            Matched::Many(many) => {
                let members: Vec<_> = many.iter().map(|argument| describe_for_function(&argument.value)).collect();
                functions::Argument::members(Type::tuple(members.iter().map(|member| member.ty.clone())), members)
            }
            Matched::Default => {
                let parameter = &self.signature.parameters[index];
                match (&parameter.declared, parameter.default.clone()?) {
                    (StubType::DType(_), Constant::Str(name)) => {
                        functions::Argument::of(Type::DType(DType::from_name(&name)?))
                    }
                    (_, constant) => functions::Argument::constant(constant),
                }
            }
        })
    }
}

/// What a type function may know of an argument.
fn describe_for_function(value: &Value) -> functions::Argument {
    let Value::Expr(expr) = value else { return functions::Argument::of(Type::Unknown) };
    if let Some(constant) = constant_of(expr)
        && !matches!(expr.ty, Type::DType(_))
    {
        return functions::Argument::constant(constant);
    }
    let parts = |items: &[Expr]| items.iter().map(|item| describe_for_function(&Value::Expr(item.clone()))).collect();
    match &expr.kind {
        ExprKind::Tuple(items) | ExprKind::List(items) => functions::Argument::members(expr.ty.clone(), parts(items)),
        ExprKind::Slice(bounds) => functions::Argument::members(expr.ty.clone(), parts(&bounds[..])),
        ExprKind::Convert(inner) if matches!(inner.kind, ExprKind::Constant(_)) => {
            describe_for_function(&Value::Expr((**inner).clone()))
        }
        _ => functions::Argument::of(expr.ty.clone()),
    }
}

/// The type that an argument is converted to; `None` where it is passed as it is.
fn argument_type(declared: &StubType, bindings: &Bindings) -> Option<Type> {
    let inner = |stub: &StubType| argument_type(stub, bindings);
    Some(match declared {
        StubType::Plain(Type::Instance(_)) => return None,
        StubType::Plain(ty) => ty.clone(),
        StubType::Name(name) => match bindings.get(name) {
            Some(Binding::Type { ty, .. }) => ty.clone(),
            _ => return None,
        },
        StubType::Literal(values) => values[0].ty(),
        StubType::Protocol(Protocol::Natural | Protocol::Negative) => Type::Int,
        StubType::Optional(some) => Type::optional(inner(some)?),
        StubType::Sequence(item) => Type::Sequence(Arc::new(inner(item)?)),
        StubType::List(item) => Type::list(inner(item)?),
        StubType::Set(item) => Type::set(inner(item)?),
        StubType::Dict(key, value) => Type::dict(inner(key)?, inner(value)?),
        StubType::Tuple(items) => Type::Tuple(items.iter().map(inner).collect::<Option<_>>()?),
        StubType::Iterable(item) | StubType::Iterator(item) => Type::iterator(inner(item)?),
        _ => return None,
    })
}

fn bind_dtype(declared: &StubType, dtype: DType, bindings: &mut Bindings) -> bool {
    match declared {
        StubType::Name(name) => match bindings.get(name) {
            Some(Binding::DType(known)) => *known == dtype,
            Some(_) => false,
            None => {
                bindings.insert(name.clone(), Binding::DType(dtype));
                true
            }
        },
        StubType::Plain(Type::DType(known)) => *known == dtype,
        StubType::Plain(Type::Bool) => dtype == DType::Bool,
        StubType::Plain(Type::Never) => true,
        _ => false,
    }
}

fn bind_dims(declared: &StubType, dims: &Dims, bindings: &mut Bindings) -> bool {
    if let StubType::Name(name) = declared {
        bindings.entry(name.clone()).or_insert_with(|| Binding::Dims(dims.clone()));
    }
    true
}

fn check_bounds(signature: &Signature, bindings: &Bindings, arguments: &[Argument]) -> Result<(), Unfit> {
    for (name, bound) in &signature.variables {
        let (Some(bound), Some(Binding::Type { ty, .. })) = (bound, bindings.get(name)) else { continue };
        let fits = match bound {
            Bound::Comparable => super::compare::is_ordered(ty, ty),
            Bound::Hashable => is_hashable(ty),
            Bound::Number => is_subtype(ty, &Type::Float),
        };
        if !fits {
            let declared = match bound {
                Bound::Comparable => "values that have an order among each other",
                Bound::Hashable => "hashable values",
                Bound::Number => "numbers",
            };
            let span =
                arguments.last().map_or(Span { file: crate::source::FileId(0), start: 0, end: 0 }, |last| last.span);
            return Err(Unfit::Type {
                parameter: name.clone(),
                declared: declared.into(),
                found: format!("`{ty}`"),
                span,
            });
        }
    }
    Ok(())
}

/// Whether values of the type can be keys of a dict.
pub(super) fn is_hashable(ty: &Type) -> bool {
    match ty {
        Type::List(_) | Type::Set(_) | Type::Dict(..) | Type::Array(_) | Type::Iterator(_) | Type::Slice => false,
        other => other.parts().into_iter().all(is_hashable),
    }
}

fn fits_protocol(protocol: Protocol, ty: &Type) -> bool {
    let is_number = matches!(ty, Type::Bool | Type::Int | Type::Float | Type::Scalar(_));
    match protocol {
        Protocol::Object | Protocol::Index => !ty.is_static(),
        Protocol::Operand => is_number || matches!(ty, Type::Array(_)),
        Protocol::ArrayLike => match ty {
            Type::Array(_) => true,
            Type::List(element) => element.ty == Type::Never || fits_protocol(protocol, &element.ty),
            Type::Tuple(members) => members.iter().all(|member| fits_protocol(protocol, member)),
            Type::Sequence(item) => fits_protocol(protocol, item),
            _ => is_number,
        },
        Protocol::Shape => match ty {
            Type::Int => true,
            Type::List(element) => matches!(element.ty, Type::Int | Type::Never),
            Type::Tuple(members) => members.iter().all(|member| *member == Type::Int),
            Type::Sequence(item) => **item == Type::Int,
            _ => false,
        },
        Protocol::Axes => match ty {
            Type::Int => true,
            Type::Tuple(members) => members.iter().all(|member| *member == Type::Int),
            _ => false,
        },
        Protocol::Natural | Protocol::Negative => false,
    }
}

/// The class of the catalog that describes values of a type.
pub(super) fn class_of(ty: &Type) -> Option<ClassName> {
    let builtin = match ty {
        Type::None => "NoneType",
        Type::Bool => "bool",
        Type::Int => "int",
        Type::Float => "float",
        Type::Str => "str",
        Type::Bytes => "bytes",
        Type::Range => "range",
        Type::Slice => "slice",
        Type::List(_) => "list",
        Type::Set(_) => "set",
        Type::FrozenSet(_) => "frozenset",
        Type::Dict(..) => "dict",
        Type::Tuple(_) | Type::Sequence(_) => "tuple",
        Type::Iterator(_) => "Iterator",
        Type::Literal(values) => return class_of(&values[0].ty()),
        Type::Array(_) => return Some("numpy.ndarray".into()),
        Type::Scalar(_) => return Some("numpy.Scalar".into()),
        Type::Session(_) => return Some("onnxruntime.InferenceSession".into()),
        Type::Instance(class) | Type::Exception(class) => return Some(class.clone()),
        _ => return None,
    };
    Some(format!("builtins.{builtin}").into())
}

/// The dtype that a value names: `np.float32`, `float`, `"float32"`.
pub(super) fn dtype_of_value(value: &Value) -> Option<DType> {
    match value {
        Value::Class(name) => match name.strip_prefix("builtins.") {
            Some("bool") => Some(DType::Bool),
            Some("int") => Some(DType::Int64),
            Some("float") => Some(DType::Float64),
            Some(_) => None,
            None => functions::dtype_named(name.strip_prefix("numpy.")?),
        },
        Value::Expr(expr) => match (&expr.ty, &expr.kind) {
            (Type::DType(dtype), _) => Some(*dtype),
            (Type::Str, ExprKind::Constant(Constant::Str(name))) => DType::from_name(name),
            _ => None,
        },
        _ => None,
    }
}

fn without_optional(declared: &StubType) -> &StubType {
    match declared {
        StubType::Optional(inner) => inner,
        other => other,
    }
}

fn shape(parameter: &StubParameter) -> ParameterShape<'_> {
    ParameterShape {
        name: &parameter.name,
        positional: parameter.positional,
        keyword: parameter.keyword,
        variadic: parameter.variadic,
        has_default: parameter.default.is_some(),
    }
}

fn positional<'a>(expr: &Expr) -> Argument<'a> {
    Argument { keyword: None, span: expr.span, value: Value::Expr(expr.clone()) }
}

fn poison_of(argument: &Argument) -> Option<Type> {
    match &argument.value {
        Value::Expr(expr) if poisoned(&expr.ty) => Some(expr.ty.clone()),
        _ => None,
    }
}

fn describe_argument(value: &Value) -> String {
    match value {
        Value::Expr(expr) => format!("{}", expr.ty),
        other => other.describe(),
    }
}
