//! Whether an argument fits the declared type of a parameter, and what that makes of the stub's type variables.

use std::sync::Arc;

use super::classes::{dtype_of_value, fits_protocol, is_hashable, tensor_dtype, tensor_dtype_of_value};
use super::{Binding, Bindings, Unfit, class_of};
use crate::catalog::{Bound, Protocol, Signature, StubParameter, StubType, catalog};
use crate::ir::{Constant, Expr, ExprKind};
use crate::source::Span;
use crate::trace::arguments::{Argument, constant_of};
use crate::trace::function::FunctionTracer;
use crate::trace::value::Value;
use crate::types::functions::dtypes::{array_like, promote_dtypes};
use crate::types::{DType, Dims, Element, LONGEST_TUPLE, Type, base_of, is_subtype, join, layout, union};
use crate::{Code, Diagnostic};

impl<'a> FunctionTracer<'_, 'a> {
    pub(super) fn fit_argument(
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
        if let StubType::TensorDType(declared) = without_optional(&parameter.declared)
            && let Some(dtype) = tensor_dtype_of_value(&argument.value)
        {
            if !bind_dtype(declared, dtype, bindings) {
                return Err(unfit(format!("`torch.{dtype}`")));
            }
            argument.value = Value::Expr(tensor_dtype(dtype, argument.span));
            return Ok(());
        }
        // A dtype of texts, `dtype=object` or `dtype=str`, is the same as its name; librosa is given `ref=np.max`.
        if let StubType::Literal(names) = &parameter.declared
            && let Some(name) = match &argument.value {
                Value::Class(class) => class.strip_prefix("builtins.").map(str::to_owned),
                Value::Native(module, name) => Some(format!("{module}.{name}")),
                _ => None,
            }
            && let name = Constant::Str(name.into())
            && names.contains(&name)
        {
            argument.value = Value::Expr(Expr::constant(name, argument.span));
        }
        // Pillow calls a class that it is given where a filter is wanted.
        if let (StubType::Plain(Type::Instance(wanted)), Value::Class(class)) = (&parameter.declared, &argument.value)
            && &**wanted == "PIL.ImageFilter.Filter"
        {
            let class = class.clone();
            argument.value = Value::Expr(self.call_value(Value::Class(class), Vec::new(), argument.span));
        }
        if let Value::Expr(expr) = &argument.value
            && (expr.ty.is_named_tuple() && takes_tuple(without_optional(&parameter.declared))
                || expr.ty.is_typed_dict() && takes_dict(without_optional(&parameter.declared)))
        {
            argument.value = Value::Expr(self.plain(expr.clone()));
        }
        if let (StubType::Tuple(_) | StubType::Sequence(_), Value::Expr(value)) =
            (without_optional(&parameter.declared), &argument.value)
        {
            argument.value = Value::Expr(self.as_tuple(value.clone()));
        }
        if let (StubType::Protocol(Protocol::SupportsIndex | Protocol::Shape), Value::Expr(value)) =
            (without_optional(&parameter.declared), &argument.value)
        {
            argument.value = Value::Expr(self.array_index(value.clone()));
        }
        if let (StubType::Protocol(Protocol::ArrayLike | Protocol::TensorLike), Value::Expr(value)) =
            (&parameter.declared, &argument.value)
            && let Some(number) = mixed_numbers(value)
        {
            argument.value = Value::Expr(self.numbers_as(value.clone(), &number));
        }
        if let (StubType::Protocol(Protocol::ArrayLike), Value::Expr(value)) = (&parameter.declared, &argument.value)
            && let Some((parts, dtype)) = mixed_arrays(value)
        {
            let parts: Vec<Expr> = parts.into_iter().map(|part| self.as_array(part, Some(dtype))).collect();
            let ty = Type::tuple(parts.iter().map(|part| part.ty.clone()));
            argument.value = Value::Expr(Expr { kind: ExprKind::Tuple(parts), ty, span: value.span });
        }
        let Value::Expr(expr) = &argument.value else { return Err(unfit(argument.value.describe())) };
        if let (StubType::DType(_), Type::Str) = (without_optional(&parameter.declared), &expr.ty) {
            let message = "the dtype decides the type of the result and must be a constant";
            let diagnostic = Diagnostic::new(Code::ConstantRequired, argument.span, message);
            return Err(Unfit::Wrong(Box::new(diagnostic.help("write it out, for example `np.float32`"))));
        }
        // The first parameter of a function that changes it, as `heappush(heap, item)`, is like a receiver.
        let is_first = signature.parameters.first().is_some_and(|first| std::ptr::eq(first, parameter));
        let is_receiver = parameter.name.as_ref() == "self" || signature.widens && is_first;
        let context = Context { mutates: signature.widens && !is_receiver, fixed: is_receiver };
        if self.fits(&parameter.declared, expr, context, bindings) {
            Ok(())
        } else {
            Err(unfit(format!("`{}`", expr.ty)))
        }
    }

    /// The `int` that an integer of numpy, or a tensor of one, gives where Python asks it for its `__index__`; any other value as it is.
    pub(in crate::trace) fn as_index(&mut self, value: Expr) -> Expr {
        let method = match &value.ty {
            Type::Scalar(dtype) if dtype.is_integer() => "__index__",
            Type::Tensor(tensor) if tensor.dtype.is_integer() && tensor.rank() == Some(0) => "item",
            _ => return value,
        };
        let span = value.span;
        self.try_method(&value, method, &[], span).unwrap_or(value)
    }

    /// A display of numbers of several types with all of them converted to one.
    fn numbers_as(&mut self, value: Expr, number: &Type) -> Expr {
        let Expr { kind, ty, span } = value;
        match kind {
            ExprKind::List(items) => {
                let items: Vec<Expr> = items.into_iter().map(|item| self.numbers_as(item, number)).collect();
                let ty = Type::list(items.first().map_or(Type::Never, |item| item.ty.clone()));
                Expr { kind: ExprKind::List(items), ty, span }
            }
            ExprKind::Convert(inner) if ty.is_union() => self.numbers_as(*inner, number),
            ExprKind::Tuple(items) => {
                let items: Vec<Expr> = items.into_iter().map(|item| self.numbers_as(item, number)).collect();
                let ty = Type::tuple(items.iter().map(|item| item.ty.clone()));
                Expr { kind: ExprKind::Tuple(items), ty, span }
            }
            kind => self.convert(Expr { kind, ty, span }, number),
        }
    }

    /// Whether an argument fits a declared type; binds the type's variables.
    pub(super) fn fits(&mut self, declared: &StubType, expr: &Expr, context: Context, bindings: &mut Bindings) -> bool {
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

    pub(super) fn fits_type(
        &mut self,
        declared: &StubType,
        ty: &Type,
        context: Context,
        bindings: &mut Bindings,
    ) -> bool {
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
            (StubType::Generic(class, items), Type::Container(found, elements)) if class == found => {
                let mut pairs = items.iter().zip(elements.iter());
                pairs.all(|(item, element)| self.fits_element(item, element, inner, bindings))
            }
            (
                StubType::List(_) | StubType::Set(_) | StubType::Dict(..) | StubType::Generic(..),
                Type::Container(..),
            ) => base_of(ty).is_some_and(|base| self.fits_type(declared, &base, context, bindings)),
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
            (StubType::DType(dtype), Type::DType(found)) | (StubType::TensorDType(dtype), Type::TensorDType(found)) => {
                bind_dtype(dtype, *found, bindings)
            }
            (StubType::Tensor(dtype, dims), Type::Tensor(tensor)) => {
                bind_dtype(dtype, tensor.dtype, bindings) && bind_dims(dims, &tensor.dims, bindings)
            }
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

    pub(super) fn fits_element(
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
            // A container of one member of a union is no container of the union: native code holds the two differently.
            Some(Binding::Type { ty, fixed: true }) => {
                join(&ty, &element.ty) == ty && (!ty.is_union() || layout(&ty) == layout(&element.ty))
            }
            _ => {
                bindings.insert(name.clone(), Binding::Type { ty: element.ty.clone(), fixed: true });
                true
            }
        }
    }

    pub(super) fn bind_type(&mut self, name: &Arc<str>, ty: &Type, context: Context, bindings: &mut Bindings) -> bool {
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
}

/// How an argument is used by the function it is passed to.
#[derive(Clone, Copy)]
pub(super) struct Context {
    /// It may be put into the receiver.
    pub(super) mutates: bool,
    /// It decides the type variables: a receiver, or the elements of a container.
    pub(super) fixed: bool,
}

pub(super) fn bind_dtype(declared: &StubType, dtype: DType, bindings: &mut Bindings) -> bool {
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

pub(super) fn bind_dims(declared: &StubType, dims: &Dims, bindings: &mut Bindings) -> bool {
    if let StubType::Name(name) = declared {
        bindings.entry(name.clone()).or_insert_with(|| Binding::Dims(dims.clone()));
    }
    true
}

pub(super) fn check_bounds(signature: &Signature, bindings: &Bindings, arguments: &[Argument]) -> Result<(), Unfit> {
    for (name, bound) in &signature.variables {
        let (Some(bound), Some(Binding::Type { ty, .. })) = (bound, bindings.get(name)) else { continue };
        let fits = match bound {
            Bound::Comparable => crate::trace::compare::is_ordered(ty, ty),
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

/// Whether a parameter of that type takes a tuple apart.
fn takes_tuple(declared: &StubType) -> bool {
    match declared {
        StubType::Tuple(_) | StubType::Sequence(_) => true,
        StubType::Protocol(protocol) => {
            matches!(
                protocol,
                Protocol::ArrayLike
                    | Protocol::Shape
                    | Protocol::Axes
                    | Protocol::Dims
                    | Protocol::Operand
                    | Protocol::TensorLike
            )
        }
        StubType::Either(left, right) => takes_tuple(left) || takes_tuple(right),
        _ => false,
    }
}

/// Whether a parameter of that type takes a dict as one.
fn takes_dict(declared: &StubType) -> bool {
    match declared {
        StubType::Dict(..) => true,
        StubType::Either(left, right) => takes_dict(left) || takes_dict(right),
        _ => false,
    }
}

fn without_optional(declared: &StubType) -> &StubType {
    match declared {
        StubType::Optional(inner) => inner,
        other => other,
    }
}

/// The parts of a display of arrays of several dtypes, or of arrays beside lists, and the dtype that numpy makes of them all.
fn mixed_arrays(value: &Expr) -> Option<(Vec<Expr>, DType)> {
    fn part(item: &Expr) -> &Expr {
        match &item.kind {
            ExprKind::Convert(inner) if item.ty.is_union() => inner,
            _ => item,
        }
    }
    let (ExprKind::List(items) | ExprKind::Tuple(items)) = &value.kind else { return None };
    let parts = || items.iter().map(part);
    let arrays = parts().filter(|part| matches!(part.ty, Type::Array(_))).count();
    if arrays == 0 || items.len() > LONGEST_TUPLE {
        return None;
    }
    let dtypes = parts().map(|part| array_like(&part.ty).ok()).collect::<Option<Vec<_>>>()?;
    let common = dtypes.iter().copied().reduce(promote_dtypes)?;
    let is_mixed = arrays < items.len() || dtypes.iter().any(|dtype| *dtype != common);
    is_mixed.then(|| (parts().cloned().collect(), common))
}

/// The type that numbers of several types in a display have in an array: `float` where one of them is; `None` where they
/// are alike, or where there is anything else in it.
fn mixed_numbers(value: &Expr) -> Option<Type> {
    fn collect(value: &Expr, types: &mut Vec<Type>) -> bool {
        match &value.kind {
            ExprKind::List(items) | ExprKind::Tuple(items) => items.iter().all(|item| collect(item, types)),
            ExprKind::Convert(inner) if value.ty.is_union() => collect(inner, types),
            _ => {
                types.push(value.ty.widened());
                matches!(value.ty.widened(), Type::Bool | Type::Int | Type::Float)
            }
        }
    }
    let mut types = Vec::new();
    let all_numbers = matches!(value.kind, ExprKind::List(_) | ExprKind::Tuple(_)) && collect(value, &mut types);
    types.sort();
    types.dedup();
    (all_numbers && types.len() > 1).then(|| if types.contains(&Type::Float) { Type::Float } else { Type::Int })
}
