//! What an index takes out of an array.

use super::{Argument, Computed, DType, Dim, Dims, Outcome, Problem, dtypes, like};
use crate::diagnostics::Code;
use crate::types::{ArrayType, Type};

/// What one component of an index does.
enum Component {
    Integer(Option<i64>),
    /// `whole` is for `:` and `::-1`, which keep the length.
    Slice {
        whole: bool,
    },
    NewAxis,
    Ellipsis,
    /// Positions, or where a mask is true.
    Array {
        dims: Dims,
        mask: bool,
    },
}

/// `ElementAt[array, index]`: the scalar that an integer for each axis takes out; fits no other index.
pub fn element_at(arguments: &[Argument]) -> Outcome {
    let (array, components) = read(arguments)?;
    let integers = components.iter().all(|component| matches!(component, Component::Integer(_)));
    match array.rank() {
        None if integers => Err(Problem::unknown_rank("an integer index")),
        Some(rank) if integers && components.len() >= rank => {
            selected(array, &components)?;
            Ok(Computed::Type(Type::Scalar(array.dtype)))
        }
        _ => Err(Problem::DoesNotFit),
    }
}

/// `Indexed[array, index]`: the dims of what an index takes out.
pub fn indexed(arguments: &[Argument]) -> Outcome {
    let (array, components) = read(arguments)?;
    selected(array, &components).map(Computed::Dims)
}

/// `ItemScalar[array]`: what iterating over a vector gives; fits no array of more axes.
pub fn item_scalar(arguments: &[Argument]) -> Outcome {
    let Type::Array(array) = &arguments[0].ty else { return Err(Problem::DoesNotFit) };
    match array.rank() {
        Some(1) => Ok(Computed::Type(Type::Scalar(array.dtype))),
        Some(0) => Err(Problem::new(Code::NotIterable, "iteration over a 0-d array")),
        Some(_) => Err(Problem::DoesNotFit),
        None => Err(Problem::unknown_rank("iteration")),
    }
}

/// `Item[array]`: what iterating over an array of more than one axis gives.
pub fn item(arguments: &[Argument]) -> Outcome {
    let Type::Array(array) = &arguments[0].ty else { return Err(Problem::DoesNotFit) };
    match &array.dims {
        Some(dims) if dims.len() > 1 => {
            Ok(Computed::Type(Type::Array(ArrayType::new(array.dtype, dims[1..].iter().cloned()))))
        }
        _ => Err(Problem::DoesNotFit),
    }
}

fn read(arguments: &[Argument]) -> Result<(&ArrayType, Vec<Component>), Problem> {
    let [Argument { ty: Type::Array(array), .. }, index] = arguments else { return Err(Problem::DoesNotFit) };
    let written = match (&index.members, &index.ty) {
        (Some(members), Type::Tuple(_)) => members.clone(),
        (None, Type::Tuple(_)) => index.parts().unwrap_or_default(),
        _ => vec![index.clone()],
    };
    Ok((array, written.iter().map(component).collect::<Result<_, _>>()?))
}

fn component(argument: &Argument) -> Result<Component, Problem> {
    match &argument.ty {
        Type::Int => Ok(Component::Integer(argument.int())),
        Type::Literal(_) if argument.ty.widened() == Type::Int => Ok(Component::Integer(argument.int())),
        Type::Scalar(dtype) if dtype.is_integer() => Ok(Component::Integer(None)),
        Type::Slice => Ok(Component::Slice { whole: is_whole(argument) }),
        Type::None => Ok(Component::NewAxis),
        Type::Ellipsis => Ok(Component::Ellipsis),
        Type::Array(_) | Type::List(_) => match dtypes::array_like(&argument.ty)? {
            dtype if dtype.is_integer() || dtype == DType::Bool => {
                Ok(Component::Array { dims: like::dims(argument)?, mask: dtype == DType::Bool })
            }
            _ => Err(Problem::new(Code::ArgumentType, "arrays used as indices must be of integer (or boolean) type")),
        },
        Type::Unknown => Err(Problem::Silent),
        _ => Err(Problem::new(
            Code::ArgumentType,
            "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are \
             valid indices",
        )),
    }
}

/// Whether a slice is written `:` or `::-1`.
fn is_whole(slice: &Argument) -> bool {
    let is_none = |bound: &Argument| bound.ty == Type::None;
    match slice.members.as_deref() {
        Some([start, stop, step]) => {
            is_none(start) && is_none(stop) && (is_none(step) || matches!(step.int(), Some(1 | -1)))
        }
        Some(bounds) => bounds.iter().all(is_none),
        None => false,
    }
}

/// The dims of what the components take out, by numpy's rules: arrays among them broadcast to one group of axes, which
/// stands where they stand, or first where something stands between them.
fn selected(array: &ArrayType, components: &[Component]) -> Result<Dims, Problem> {
    let Some(dims) = &array.dims else { return Ok(None) };
    let Some(taken) = axes_taken(components) else { return Ok(None) };
    if taken > dims.len() {
        return Err(Problem::new(
            Code::IndexRange,
            format!("too many indices for array: array is {}-dimensional, but {taken} were indexed", dims.len()),
        ));
    }
    let has_arrays = components.iter().any(|component| matches!(component, Component::Array { .. }));
    let mut rest = dims.iter();
    let mut result: Vec<Dim> = Vec::new();
    let mut group = Group::default();
    for component in components {
        match component {
            Component::NewAxis => {
                result.push(Dim::Known(1));
                group.interrupt();
            }
            Component::Ellipsis => {
                result.extend(rest.by_ref().take(dims.len() - taken).cloned());
                group.interrupt();
            }
            Component::Slice { whole } => {
                result.extend(rest.next().map(|dim| if *whole { dim.clone() } else { Dim::Any }));
                group.interrupt();
            }
            Component::Integer(index) => {
                check_range(*index, rest.next(), dims.len() - rest.len() - 1)?;
                if has_arrays {
                    group.add(Some([].into()), result.len())?;
                }
            }
            Component::Array { dims: Some(dims), mask: true } => {
                rest.by_ref().take(dims.len()).for_each(drop);
                group.add(Some([Dim::Any].into()), result.len())?;
            }
            Component::Array { dims, .. } => {
                rest.next();
                group.add(dims.clone(), result.len())?;
            }
        }
    }
    result.extend(rest.cloned());
    group.insert(result)
}

/// How many axes the components use up; `None` where a mask of unknown rank does.
fn axes_taken(components: &[Component]) -> Option<usize> {
    let taken = components.iter().map(|component| match component {
        Component::Integer(_) | Component::Slice { .. } => Some(1),
        Component::NewAxis | Component::Ellipsis => Some(0),
        Component::Array { dims, mask: true } => dims.as_ref().map(|dims| dims.len()),
        Component::Array { .. } => Some(1),
    });
    taken.sum()
}

fn check_range(index: Option<i64>, dim: Option<&Dim>, axis: usize) -> Result<(), Problem> {
    match (index, dim) {
        (Some(index), Some(Dim::Known(size))) if index >= *size as i64 || index < -(*size as i64) => Err(Problem::new(
            Code::IndexRange,
            format!("index {index} is out of bounds for axis {axis} with size {size}"),
        )),
        _ => Ok(()),
    }
}

/// The axes that index arrays stand for together.
#[derive(Default)]
struct Group {
    dims: Option<Dims>,
    position: usize,
    /// Something stands after the first array; a further array then moves the group to the front.
    interrupted: bool,
}

impl Group {
    fn interrupt(&mut self) {
        self.interrupted = self.dims.is_some();
    }

    fn add(&mut self, dims: Dims, position: usize) -> Result<(), Problem> {
        self.dims = Some(match self.dims.take() {
            None => {
                self.position = position;
                dims
            }
            Some(before) => {
                if self.interrupted {
                    self.position = 0;
                }
                super::broadcast::broadcast_two(before, dims)?
            }
        });
        Ok(())
    }

    fn insert(self, mut result: Vec<Dim>) -> Result<Dims, Problem> {
        match self.dims {
            None => {}
            Some(None) => return Ok(None),
            Some(Some(dims)) => {
                result.splice(self.position..self.position, dims.iter().cloned());
            }
        }
        Ok(Some(result.into()))
    }
}
