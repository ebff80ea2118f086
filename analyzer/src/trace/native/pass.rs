//! How arguments reach the runtime function, and what a changed container takes in.

use std::sync::Arc;

use super::{Binding, Bindings};
use crate::catalog::{Passing, Protocol, Signature, StubParameter, StubType};
use crate::ir::{Clause, Comprehension, Constant, Expr, ExprKind, NativeArgument, Stop};
use crate::source::Span;
use crate::trace::arguments::{Argument, Matched};
use crate::trace::declared::stands_for;
use crate::trace::function::{FunctionTracer, poisoned};
use crate::trace::value::Value;
use crate::types::{ArrayType, DType, Element, Type, base_of, union};
use crate::{Code, Diagnostic};

impl<'a> FunctionTracer<'_, 'a> {
    /// A method that puts something into its receiver widens the receiver's element types to what it is given.
    pub(super) fn widen_receiver(
        &mut self,
        signature: &Signature,
        matched: &[Matched<'a>],
        bindings: &Bindings,
        span: Span,
    ) {
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
        if let Type::Dict(_, values) = &expr.ty
            && signature.widens
        {
            self.put_entries(signature, matched, values);
        }
        self.widen_container(&parameter.declared, &expr.ty, bindings, span);
    }

    fn widen_container(&mut self, declared: &StubType, ty: &Type, bindings: &Bindings, span: Span) {
        match (declared, ty) {
            (StubType::List(item), Type::List(element)) | (StubType::Set(item), Type::Set(element)) => {
                self.widen(item, element, bindings, span);
            }
            (StubType::Dict(key, value), Type::Dict(keys, values)) => {
                self.widen(key, keys, bindings, span);
                self.widen(value, values, bindings, span);
            }
            (StubType::Generic(class, items), Type::Container(found, elements)) if class == found => {
                for (item, element) in items.iter().zip(elements.iter()) {
                    self.widen(item, element, bindings, span);
                }
            }
            (_, Type::Container(..)) => {
                if let Some(base) = base_of(ty) {
                    self.widen_container(declared, &base, bindings, span);
                }
            }
            _ => {}
        }
    }

    pub(super) fn widen(&mut self, declared: &StubType, element: &Element, bindings: &Bindings, span: Span) {
        if let StubType::Name(name) = declared
            && let Some(Binding::Type { ty, .. }) = bindings.get(name)
        {
            self.widen_element(element, &ty.clone(), span);
        }
    }

    /// Makes the element type of a container take values of `ty`, or says that it cannot.
    pub(in crate::trace) fn widen_element(&mut self, element: &Element, ty: &Type, span: Span) {
        let joined = self.join(&element.ty, ty);
        let may_take = |site| self.tracer.tables.declared(site).is_none_or(|declared| stands_for(ty, declared));
        match element.site.filter(|site| may_take(*site)) {
            Some(site) => {
                self.tracer.tables.join_site(site, ty);
            }
            None if joined == element.ty || poisoned(ty) || element.ty == Type::Unknown => {}
            None => {
                let new = union(ty.members().iter().filter(|member| !element.ty.members().contains(member)).cloned());
                let message = format!("a value of type `{new}` is put into a container of `{}`", element.ty);
                let help =
                    format!("give the container a type that takes both, such as `list[{joined}]`, where it is made");
                self.report(Diagnostic::new(Code::ElementType, span, message).help(help));
            }
        }
    }

    pub(super) fn pass(
        &mut self,
        parameter: &StubParameter,
        matched: Matched<'a>,
        bindings: &Bindings,
        span: Span,
    ) -> NativeArgument {
        let target = argument_type(&parameter.declared, bindings);
        let value = match matched {
            Matched::Many(many) => {
                let is_iterable = matches!(parameter.declared, StubType::Iterable(_));
                let values = many.into_iter().map(|argument| {
                    let value = self.argument_value(argument, target.as_ref());
                    if is_iterable { self.pass_iterator(value, target.clone()) } else { value }
                });
                return NativeArgument::Variadic(values.collect());
            }
            Matched::One(argument) => self.argument_value(argument, target.as_ref()),
            Matched::Default => self.default_value(parameter, target.as_ref(), span),
        };
        match parameter.declared.passing() {
            Passing::Value => NativeArgument::Value(value),
            Passing::Reference => NativeArgument::Reference(value),
            Passing::Iterator => NativeArgument::Iterator(self.pass_iterator(value, target)),
            // `fit_functions` has made a closure of it, or there is none.
            Passing::Function => NativeArgument::Value(value),
            Passing::Index => NativeArgument::Index(match value.kind {
                ExprKind::Tuple(components) => components,
                _ => vec![value],
            }),
        }
    }

    pub(super) fn argument_value(&mut self, argument: Argument<'a>, target: Option<&Type>) -> Expr {
        let Value::Expr(expr) = argument.value else { return Expr::invalid(argument.span) };
        match target {
            // It is one of those too, and stays what it is: the runtime takes it by reference.
            Some(target) if matches!(expr.ty, Type::Container(..)) && !matches!(target, Type::Container(..)) => expr,
            Some(target) if !matches!(target, Type::Iterator(_)) => self.convert_argument(expr, target),
            _ => expr,
        }
    }

    pub(super) fn default_value(&mut self, parameter: &StubParameter, target: Option<&Type>, span: Span) -> Expr {
        let constant = parameter.default.clone().unwrap_or(Constant::None);
        if let (StubType::TensorDType(_), Constant::Str(name)) = (&parameter.declared, &constant) {
            let dtype = DType::from_name(name).expect("the default of a stub is a dtype");
            return super::classes::tensor_dtype(dtype, span);
        }
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
    pub(super) fn pass_iterator(&mut self, iterable: Expr, target: Option<Type>) -> Expr {
        let (iterator, item) = self.iterate(iterable);
        let Some(Type::Iterator(wanted)) = target else { return iterator };
        let span = iterator.span;
        if item == *wanted || poisoned(&item) && !matches!(*wanted, Type::Never) {
            return Expr { ty: Type::Iterator(wanted), ..iterator };
        }
        let target = self.temporary("item", &item);
        let read = Expr { kind: ExprKind::Local(target), ty: item, span };
        let element = match &*wanted {
            Type::Iterator(_) => self.pass_iterator(read, Some((*wanted).clone())),
            wanted => self.convert(read, wanted),
        };
        let clause = Clause { target, iterator, setup: Vec::new(), conditions: Vec::new() };
        let comprehension = Comprehension { element, clauses: vec![clause], stop: Stop::Raised };
        Expr { kind: ExprKind::Comprehension(Box::new(comprehension)), ty: Type::Iterator(wanted), span }
    }
}

/// The type that an argument is converted to; `None` where it is passed as it is.
pub(super) fn argument_type(declared: &StubType, bindings: &Bindings) -> Option<Type> {
    let inner = |stub: &StubType| argument_type(stub, bindings);
    Some(match declared {
        StubType::Plain(Type::Instance(_)) => return None,
        StubType::Plain(ty) => ty.clone(),
        StubType::Name(name) => match bindings.get(name) {
            Some(Binding::Type { ty, .. }) => ty.clone(),
            _ => return None,
        },
        StubType::Literal(values) => values[0].ty(),
        StubType::Protocol(Protocol::Natural | Protocol::Negative | Protocol::SupportsIndex) => Type::Int,
        StubType::Protocol(Protocol::SupportsFloat) => Type::Float,
        StubType::Optional(some) => match &**some {
            StubType::Plain(instance @ Type::Instance(_)) => Type::optional(instance.clone()),
            StubType::Tensor(dtype, _) => match &**dtype {
                StubType::Name(name) => match bindings.get(name) {
                    Some(Binding::DType(dtype)) => Type::optional(Type::Tensor(ArrayType::of_any_rank(*dtype))),
                    _ => return None,
                },
                _ => return None,
            },
            some => Type::optional(inner(some)?),
        },
        StubType::Sequence(item) => Type::Sequence(Arc::new(inner(item)?)),
        StubType::List(item) => Type::list(inner(item)?),
        StubType::Set(item) => Type::set(inner(item)?),
        StubType::Dict(key, value) => Type::dict(inner(key)?, inner(value)?),
        StubType::Generic(class, items) => {
            let element = |item: &StubType| inner(item).map(Element::of);
            Type::Container(class.clone(), items.iter().map(element).collect::<Option<_>>()?)
        }
        StubType::Tuple(items) => Type::Tuple(items.iter().map(inner).collect::<Option<_>>()?),
        StubType::Iterable(item) | StubType::Iterator(item) => Type::iterator(inner(item)?),
        _ => return None,
    })
}
