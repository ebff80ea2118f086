//! The type of a call's result: type variables put in, type functions computed.

use std::sync::Arc;

use super::{Binding, Bindings};
use crate::catalog::{Signature, StubType};
use crate::ir::{Constant, Expr, ExprKind, NativeResult};
use crate::trace::arguments::{Matched, constant_of};
use crate::trace::function::FunctionTracer;
use crate::trace::value::Value;
use crate::types::functions::{self, Computed, Problem};
use crate::types::{ArrayType, DType, Dims, Element, Type, join, join_all};

impl<'a> FunctionTracer<'_, 'a> {
    /// The type of the result and how it comes out of Rust.
    pub(super) fn result_type(
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
            StubType::Either(..) => {
                let members = scope.members(returns)?;
                (join_all(&members), NativeResult::Either(members))
            }
            _ => (scope.ty(returns)?, NativeResult::Plain),
        })
    }
}

impl<'a> FunctionTracer<'_, 'a> {
    /// The dtype that the operator is told to compute in, where it is told one.
    pub(super) fn computed_dtype(
        &self,
        signature: &Signature,
        matched: &[Matched<'a>],
        bindings: &Bindings,
    ) -> Result<Option<DType>, Problem> {
        let scope = ResultScope { signature, matched, bindings };
        signature.computes.as_ref().map(|stub| scope.dtype(stub)).transpose()
    }
}

/// What result types are computed from.
struct ResultScope<'s, 'a> {
    signature: &'s Signature,
    matched: &'s [Matched<'a>],
    bindings: &'s Bindings,
}

impl ResultScope<'_, '_> {
    /// The types of which the result has one.
    fn members(&self, stub: &StubType) -> Result<Vec<Type>, Problem> {
        match stub {
            StubType::Either(left, right) => Ok([self.members(left)?, self.members(right)?].concat()),
            _ => Ok(vec![self.ty(stub)?]),
        }
    }

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
            StubType::Generic(class, items) => {
                let elements = items.iter().map(|item| Ok(Element::of(boxed(item)?)));
                Type::Container(class.clone(), elements.collect::<Result<_, _>>()?)
            }
            StubType::Tuple(items) => Type::Tuple(items.iter().map(boxed).collect::<Result<_, _>>()?),
            StubType::Sequence(item) => Type::Sequence(Arc::new(boxed(item)?)),
            StubType::Iterator(item) | StubType::Iterable(item) => Type::iterator(boxed(item)?),
            StubType::Array(dtype, dims) => {
                Type::Array(ArrayType { dtype: self.dtype(dtype)?, dims: self.dims(dims)? })
            }
            StubType::Scalar(dtype) => Type::Scalar(self.dtype(dtype)?),
            StubType::Tensor(dtype, dims) => {
                Type::Tensor(ArrayType { dtype: self.dtype(dtype)?, dims: self.dims(dims)? })
            }
            StubType::TensorDType(dtype) => Type::TensorDType(self.dtype(dtype)?),
            StubType::DType(dtype) => Type::DType(self.dtype(dtype)?),
            StubType::Optional(some) => Type::optional(boxed(some)?),
            StubType::Either(left, right) => join(&boxed(left)?, &boxed(right)?),
            StubType::Literal(values) => values[0].ty(),
            StubType::Protocol(_) | StubType::Callable(..) | StubType::Spread(_) => Type::Unknown,
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
                Computed::Type(Type::Scalar(_)) => Ok(Some([].into())),
                _ => Err(Problem::DoesNotFit),
            },
            StubType::Tuple(items) => Ok(Some(items.iter().map(|_| crate::types::Dim::Any).collect())),
            StubType::Plain(Type::None) => Ok(Some([].into())),
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
                (None, Some(Binding::Type { ty, .. })) => functions::Argument::of(ty.with_arrays()),
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
                    (StubType::DType(_) | StubType::TensorDType(_), Constant::Str(name)) => {
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
        && !tells_more_than_its_value(&expr.ty)
    {
        return functions::Argument::constant(constant);
    }
    let parts = |items: &[Expr]| items.iter().map(|item| describe_for_function(&Value::Expr(item.clone()))).collect();
    match &expr.kind {
        ExprKind::Tuple(items) | ExprKind::List(items) => {
            functions::Argument::members(expr.ty.with_arrays(), parts(items))
        }
        ExprKind::Slice(bounds) => functions::Argument::members(expr.ty.clone(), parts(&bounds[..])),
        ExprKind::Convert(inner) if matches!(inner.kind, ExprKind::Constant(_)) => {
            describe_for_function(&Value::Expr((**inner).clone()))
        }
        _ => functions::Argument::of(expr.ty.with_arrays()),
    }
}

/// Whether a type says what the constant of a value does not: `...` is kept as a constant that says nothing.
fn tells_more_than_its_value(ty: &Type) -> bool {
    match ty {
        Type::DType(_) | Type::TensorDType(_) | Type::Ellipsis => true,
        Type::Tuple(members) => members.iter().any(tells_more_than_its_value),
        _ => false,
    }
}
