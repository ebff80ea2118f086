//! Operators of numpy: the runtime has each for every dtype, and here it is called for the one that its arguments have in
//! common. `build/numpy.rs` says for which dtypes there is one.

use hotforge_analyzer::types::functions::dtypes::{array_like, promote_dtypes};
use hotforge_analyzer::types::{DType, Type};
use hotforge_runtime as rt;
use rt::numpy::{Array, ArrayLike, Cast, Element, Index, Lengths, Scalar};
use rt::object::{Iter, Object};
use rt::torch::Tensor;
use rt::{Fallible, List, Raised};

use crate::array::{AnyArray, Dtype, ItemOfAll, any_array_of, cast, collected, elements_of_tensor, viewed};
use crate::cell::Cell;
use crate::convert::{FromCell, IntoCell, Narrowed};
use crate::machine::refused;
use crate::native::{Arg, Args};

/// How Python numbers take part in the choice of a dtype.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Common {
    /// As numbers of `int64`, `float64` and `complex128`.
    Strong,
    /// They take the dtype of what they stand beside, where that is of their kind.
    Weak,
    /// The same, but one that has no value of that dtype is compared all the same.
    Compared,
}

/// Which integers are made floats before an operator is called that computes with floats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Widened {
    /// All.
    All,
    /// All, but small ones are made smaller floats.
    BySize,
}

impl Widened {
    /// The dtype that is computed with.
    pub fn of(self, dtype: DType) -> DType {
        match dtype {
            DType::Int32 | DType::Int64 | DType::UInt32 | DType::UInt64 => DType::Float64,
            DType::Bool | DType::Int8 | DType::Int16 | DType::UInt8 | DType::UInt16 if self == Self::All => {
                DType::Float64
            }
            DType::Bool | DType::Int8 | DType::UInt8 => DType::Float16,
            DType::Int16 | DType::UInt16 => DType::Float32,
            other => other,
        }
    }
}

/// What an operator gives where no argument is an array.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// What it says.
    AsItIs,
    /// Scalars, in the place of arrays without axes.
    Scalars,
}

/// An operator is there for other dtypes alone.
#[cold]
pub fn without(path: &str, dtype: DType) -> Raised {
    refused(format!("`{path}` of {dtype}"))
}

/// A shape as an operator takes it.
pub struct Shape(Vec<i64>);

impl rt::numpy::Shape for Shape {
    fn lengths(&self) -> Vec<i64> {
        self.0.clone()
    }
}

/// The axes that an operator works along.
pub struct Axes(Option<Vec<i64>>);

impl rt::numpy::Axes for Axes {
    fn axes(&self) -> Option<Vec<i64>> {
        self.0.clone()
    }
}

/// A number, or numbers in lists within lists.
pub enum Nested<E> {
    Number(E),
    Parts(Vec<Nested<E>>),
}

impl<E: ArrayLike> ArrayLike for Nested<E> {
    type Element = E::Element;

    fn shape(&self) -> Fallible<Lengths> {
        match self {
            Nested::Number(number) => number.shape(),
            Nested::Parts(parts) => rt::numpy::shape_of_parts(parts.iter()),
        }
    }

    fn append<T: Element>(&self, elements: &mut Vec<T>) -> Fallible<()>
    where
        E::Element: Cast<T>,
    {
        match self {
            Nested::Number(number) => number.append(elements),
            Nested::Parts(parts) => parts.iter().try_for_each(|part| part.append(elements)),
        }
    }
}

impl<E> Nested<E> {
    fn of(cell: &Cell, number: &impl Fn(&Cell) -> Fallible<E>) -> Fallible<Self> {
        let parts = |cells: &[Cell]| {
            cells.iter().map(|cell| Self::of(cell, number)).collect::<Fallible<_>>().map(Nested::Parts)
        };
        match cell {
            Cell::List(items) => parts(&items.to_vec()),
            Cell::Tuple(items) => parts(items.as_slice()),
            Cell::Tagged(_, value) => Self::of(value, number),
            other => number(other).map(Nested::Number),
        }
    }
}

/// What an array-like is made of.
fn innermost(ty: &Type) -> &Type {
    match ty {
        Type::List(item) => innermost(&item.ty),
        Type::Sequence(item) => innermost(item),
        Type::Tuple(members) | Type::Union(members) => members.first().map_or(ty, innermost),
        other => other,
    }
}

/// An array-like as an array of a dtype.
///
/// # Errors
/// `OverflowError` for an int that is beyond the dtype; `ValueError` where lists side by side have different lengths.
pub fn array_of<T: Dtype>(cell: &Cell, ty: &Type) -> Fallible<Array<T>> {
    match cell {
        Cell::Array(array) | Cell::Tensor(array) => Ok(T::array_of(array)),
        Cell::Scalar(scalar) => Ok(T::array_of(&scalar.to_array())),
        Cell::Tagged(_, value) => array_of(value, ty),
        Cell::List(_) | Cell::Tuple(_) if matches!(innermost(ty), Type::Array(_) | Type::Scalar(_)) => {
            let parts = Nested::of(cell, &|cell| array_of::<T>(cell, ty))?;
            rt::numpy::array_as(&parts, rt::numpy::DType::new())
        }
        Cell::List(_) | Cell::Tuple(_) => T::array_of_numbers(&Numbers::of(cell, innermost(ty))?),
        Cell::Bool(_) => T::array_of_numbers(&Numbers::of(cell, &Type::Bool)?),
        Cell::Int(_) => T::array_of_numbers(&Numbers::of(cell, &Type::Int)?),
        Cell::Float(_) => T::array_of_numbers(&Numbers::of(cell, &Type::Float)?),
        Cell::Complex(_) => T::array_of_numbers(&Numbers::of(cell, &Type::Complex)?),
        other => Err(refused(format!("a {} as an array", other.type_name()))),
    }
}

/// Python's numbers, all of one type.
pub enum Numbers {
    Bool(Nested<bool>),
    Int(Nested<i64>),
    Float(Nested<f64>),
    Complex(Nested<rt::Complex>),
}

impl Numbers {
    fn of(cell: &Cell, ty: &Type) -> Fallible<Self> {
        fn each<T: FromCell>(cell: &Cell) -> Fallible<Nested<T>> {
            Nested::of(cell, &|cell| T::from_cell(cell.clone()))
        }
        Ok(match ty {
            Type::Bool => Numbers::Bool(each(cell)?),
            Type::Int => Numbers::Int(each(cell)?),
            Type::Complex => Numbers::Complex(each(cell)?),
            _ => Numbers::Float(each(cell)?),
        })
    }
}

/// How a value takes part in the choice of a dtype.
enum Part {
    Strong(DType),
    Int(i64),
    Float,
    Complex,
}

fn part(arg: &Arg, ty: &Type, how: Common) -> Fallible<Part> {
    Ok(match arg {
        Arg::Value(Cell::Array(array) | Cell::Tensor(array)) => Part::Strong(array.dtype()),
        Arg::Value(Cell::Scalar(scalar)) => Part::Strong(scalar.to_array().dtype()),
        Arg::Value(Cell::Int(value)) if how != Common::Strong => Part::Int(*value),
        Arg::Value(Cell::Float(_)) if how != Common::Strong => Part::Float,
        Arg::Value(Cell::Complex(_)) if how != Common::Strong => Part::Complex,
        _ if let Some(dtype) = of_tensors(ty) => Part::Strong(dtype),
        _ => Part::Strong(array_like(ty).map_err(|_| refused(format!("a {ty} as an array")))?),
    })
}

/// The dtype that tensors in a list or tuple have in common.
fn of_tensors(ty: &Type) -> Option<DType> {
    match ty {
        Type::Tensor(tensor) => Some(tensor.dtype),
        Type::List(item) => of_tensors(&item.ty),
        Type::Sequence(item) => of_tensors(item),
        Type::Tuple(members) => {
            let dtypes = members.iter().map(of_tensors).collect::<Option<Vec<_>>>()?;
            dtypes.into_iter().reduce(promote_dtypes)
        }
        _ => None,
    }
}

/// The dtype that parts have in common.
fn common(parts: &[Part], how: Common) -> DType {
    let strong = parts.iter().filter_map(|part| match part {
        Part::Strong(dtype) => Some(*dtype),
        _ => None,
    });
    let strong = strong.reduce(promote_dtypes);
    let has = |is: fn(&Part) -> bool| parts.iter().any(is);
    let dtype = match strong {
        Some(dtype) if dtype.is_complex() => dtype,
        Some(DType::Float16 | DType::Float32) if has(|part| matches!(part, Part::Complex)) => DType::Complex64,
        _ if has(|part| matches!(part, Part::Complex)) => DType::Complex128,
        Some(dtype) if dtype.is_float() => dtype,
        _ if has(|part| matches!(part, Part::Float)) => DType::Float64,
        None | Some(DType::Bool) if has(|part| matches!(part, Part::Int(_))) => DType::Int64,
        Some(dtype) => dtype,
        None => DType::Float64,
    };
    let is_beyond = |part: &Part| matches!(part, Part::Int(value) if !holds(dtype, *value));
    if how == Common::Compared && parts.iter().any(is_beyond) { DType::Int64 } else { dtype }
}

/// Whether an int is a value of the dtype.
fn holds(dtype: DType, value: i64) -> bool {
    match dtype {
        DType::Int8 => i8::try_from(value).is_ok(),
        DType::Int16 => i16::try_from(value).is_ok(),
        DType::Int32 => i32::try_from(value).is_ok(),
        DType::UInt8 => u8::try_from(value).is_ok(),
        DType::UInt16 => u16::try_from(value).is_ok(),
        DType::UInt32 => u32::try_from(value).is_ok(),
        DType::UInt64 => value >= 0,
        _ => true,
    }
}

impl Args<'_> {
    /// The dtype that the arguments at these places have in common.
    pub fn common(&self, places: &[usize], how: Common) -> Fallible<DType> {
        let mut parts = Vec::with_capacity(places.len());
        for place in places {
            let (arg, ty) = self.at(*place)?;
            parts.push(part(arg, ty, how)?);
        }
        Ok(common(&parts, how))
    }

    /// The dtype that the argument at a place is.
    pub fn dtype(&self, place: usize) -> Fallible<DType> {
        match self.at(place)? {
            (Arg::Value(Cell::DType(dtype) | Cell::TensorDType(dtype)), _) => Ok(*dtype),
            _ => Err(refused("no dtype where an operator takes one")),
        }
    }

    /// The dtype of the array or scalar at a place.
    pub fn element(&self, place: usize) -> Fallible<DType> {
        let (arg, ty) = self.at(place)?;
        match part(arg, ty, Common::Strong)? {
            Part::Strong(dtype) => Ok(dtype),
            _ => Err(refused("no array where an operator takes one")),
        }
    }

    /// The dtype of the arrays of a `*args`.
    pub fn element_of_many(&self, place: usize) -> Fallible<DType> {
        match self.at(place)? {
            (Arg::Many(cells), _) => match cells.first() {
                Some(Cell::Array(array) | Cell::Tensor(array)) => Ok(array.dtype()),
                _ => Err(refused("no array where an operator takes some")),
            },
            _ => self.element(place),
        }
    }

    /// The dtype of the array at a place, which the others change in place; `None` where it is computed in another one.
    pub fn unchanged(&self, place: usize, others: &[usize]) -> Fallible<Option<DType>> {
        let all: Vec<usize> = std::iter::once(place).chain(others.iter().copied()).collect();
        let (own, common) = (self.element(place)?, self.common(&all, Common::Weak)?);
        Ok((own == common).then_some(own))
    }

    /// The next argument as an array of a dtype: itself where it is one.
    pub fn array<T: Dtype>(&mut self) -> Fallible<Array<T>> {
        match self.next()? {
            (Arg::Value(cell), ty) => array_of(&cell, ty),
            (Arg::Many(cells), ty) => array_of(&crate::convert::tuple(cells), ty),
            _ => Err(refused("no array where an operator takes one")),
        }
    }

    /// The next argument as a scalar.
    pub fn scalar<T: Dtype>(&mut self) -> Fallible<Scalar<T>> {
        Ok(Scalar(self.array::<T>()?.only()?))
    }

    /// The next argument as several arrays.
    pub fn arrays<T: Dtype + 'static>(&mut self) -> Fallible<List<Array<T>>> {
        let arrays = match self.next()? {
            (Arg::Value(Cell::List(items)), ty) => each(&items.to_vec(), ty)?,
            (Arg::Value(Cell::Tuple(items)), ty) => each(items.as_slice(), ty)?,
            (Arg::Many(items), ty) => each(&items, ty)?,
            (Arg::Value(Cell::Array(array)), _) => {
                let array = T::array_of(&array);
                if array.rank() < 2 {
                    return Err(refused("the elements of an array as several arrays"));
                }
                rt::object::collect(rt::numpy::ndarray::iter(&array)?)?
            }
            _ => return Err(refused("no arrays where an operator takes several")),
        };
        Ok(rt::list::from_vec(arrays))
    }

    /// The next argument as the arrays of a `*args`.
    pub fn many_arrays<T: Dtype + 'static>(&mut self) -> Fallible<Vec<Array<T>>> {
        match self.next()? {
            (Arg::Many(items), ty) => each(&items, ty),
            _ => Err(refused("no arguments where an operator takes several")),
        }
    }

    /// The next argument as the tensors of a `*args`.
    pub fn many_tensors<T: Dtype + 'static>(&mut self) -> Fallible<Vec<Tensor<T>>> {
        Ok(self.many_arrays::<T>()?.into_iter().map(Tensor::of).collect())
    }

    /// The next argument, which is a dtype that is known.
    pub fn dtype_of<T: Dtype>(&mut self) -> Fallible<rt::numpy::DType<T>> {
        self.next()?;
        Ok(rt::numpy::DType::new())
    }

    /// The next argument as a tensor of a dtype: itself where it is one. A number beyond the dtype wraps around.
    pub fn tensor<T: Dtype>(&mut self) -> Fallible<Tensor<T>> {
        let (arg, ty) = self.next()?;
        let array = match arg {
            Arg::Value(Cell::Int(value)) => T::array_of(&AnyArray::Int64(Array::from_scalar(value))),
            Arg::Value(cell) => array_of(&cell, ty)?,
            Arg::Many(cells) => array_of(&crate::convert::tuple(cells), ty)?,
            _ => return Err(refused("no tensor where an operator takes one")),
        };
        Ok(Tensor::of(array))
    }

    /// The next argument as a tensor, where there is one.
    pub fn optional_tensor<T: Dtype>(&mut self) -> Fallible<Option<Tensor<T>>> {
        match self.next()? {
            (Arg::Value(Cell::None), _) => Ok(None),
            (Arg::Value(cell), ty) => Ok(Some(Tensor::of(array_of(&cell, ty)?))),
            _ => Err(refused("no tensor where an operator takes one")),
        }
    }

    /// The next argument as several tensors.
    pub fn tensors<T: Dtype + 'static>(&mut self) -> Fallible<List<Tensor<T>>> {
        let arrays = self.arrays::<T>()?;
        Ok(rt::list::from_vec(arrays.to_vec().into_iter().map(Tensor::of).collect()))
    }

    /// The next argument, which is a dtype of torch that is known.
    pub fn tensor_dtype_of<T: Dtype>(&mut self) -> Fallible<rt::torch::DType<T>> {
        self.next()?;
        Ok(rt::torch::DType::new())
    }

    /// The next argument as a shape.
    pub fn shape(&mut self) -> Fallible<Shape> {
        match self.next()? {
            (Arg::Value(cell), _) => numbers(&cell).map(Shape),
            (Arg::Many(cells), _) => cells.iter().map(whole).collect::<Fallible<_>>().map(Shape),
            _ => Err(refused("no shape where an operator takes one")),
        }
    }

    /// The next argument as axes.
    pub fn axes(&mut self) -> Fallible<Axes> {
        match self.next()? {
            (Arg::Value(Cell::None), _) => Ok(Axes(None)),
            (Arg::Value(cell), _) => numbers(&cell).map(|axes| Axes(Some(axes))),
            _ => Err(refused("no axes where an operator takes some")),
        }
    }

    /// The next argument as what stands between the brackets of an array.
    pub fn index(&mut self) -> Fallible<Vec<Index>> {
        let (Arg::Many(cells), _) = self.next()? else { return Err(refused("no index where an operator takes one")) };
        let components: Vec<Index> = cells.iter().map(component).collect::<Fallible<_>>()?;
        Ok(match <[Index; 1]>::try_from(components) {
            // A tuple that is an index by itself.
            Ok([Index::Tuple(members)]) => members,
            Ok(only) => only.into(),
            Err(components) => components,
        })
    }

    /// What the operator gives, as the arguments at these places are.
    pub fn form(&self, places: &[usize]) -> Form {
        let is_array = |place: &usize| match self.at(*place) {
            Ok((Arg::Value(Cell::Array(_) | Cell::List(_) | Cell::Tuple(_)), _)) => true,
            Ok((Arg::Value(Cell::Tagged(_, value)), _)) => matches!(**value, Cell::Array(_)),
            _ => false,
        };
        if places.iter().any(is_array) { Form::AsItIs } else { Form::Scalars }
    }

    /// The result in its form.
    ///
    /// # Errors
    /// Where it is of another dtype than that of the expression: then it is not what the operator gives.
    pub fn finish(&self, result: Cell, form: Form) -> Fallible<Cell> {
        let result = if form == Form::Scalars { scalars(result)? } else { result };
        if !agrees(&result, self.result()) {
            return Err(refused(format!("arrays of several dtypes for a {}", self.result())));
        }
        Ok(result)
    }
}

fn each<T: Dtype>(cells: &[Cell], ty: &Type) -> Fallible<Vec<Array<T>>> {
    cells.iter().map(|cell| array_of(cell, ty)).collect()
}

/// The numbers of a shape: one, or several.
fn numbers(cell: &Cell) -> Fallible<Vec<i64>> {
    match cell {
        Cell::List(items) => items.to_vec().iter().map(whole).collect(),
        Cell::Tuple(items) => items.as_slice().iter().map(whole).collect(),
        Cell::Tagged(_, value) => numbers(value),
        Cell::Array(array) => Ok(i64::array_of(array).elements().collect()),
        other => Ok(vec![whole(other)?]),
    }
}

fn whole(cell: &Cell) -> Fallible<i64> {
    match cell {
        Cell::Scalar(scalar) => i64::array_of(&scalar.to_array()).only(),
        other => i64::from_cell(other.clone()),
    }
}

/// One component of an index.
fn component(cell: &Cell) -> Fallible<Index> {
    Ok(match cell {
        Cell::None => Index::NewAxis,
        Cell::Int(place) => Index::Integer(*place),
        Cell::Bool(_) => return Err(refused("a bool as an index of an array")),
        Cell::Scalar(_) => Index::Integer(whole(cell)?),
        Cell::Slice(slice) => rt::numpy::index(slice),
        Cell::Ellipsis => Index::Ellipsis,
        Cell::Array(AnyArray::Bool(mask)) | Cell::Tensor(AnyArray::Bool(mask)) => Index::Mask(mask.clone()),
        Cell::Tensor(place) if place.shape().is_empty() => Index::Integer(i64::array_of(place).only()?),
        Cell::Array(places) | Cell::Tensor(places) => Index::Integers(i64::array_of(places)),
        Cell::List(items) => match items.to_vec().first() {
            Some(Cell::Bool(_)) => Index::Mask(array_of(cell, &Type::Bool)?),
            _ => Index::Integers(array_of(cell, &Type::Int)?),
        },
        Cell::Tuple(items) => Index::Tuple(items.as_slice().iter().map(component).collect::<Fallible<_>>()?),
        Cell::Tagged(_, value) => component(value)?,
        other => return Err(refused(format!("a {} as an index of an array", other.type_name()))),
    })
}

/// Scalars in the place of arrays without axes.
fn scalars(cell: Cell) -> Fallible<Cell> {
    Ok(match cell {
        Cell::Array(array) if array.shape().is_empty() => Cell::Scalar(array.only()?),
        Cell::Tuple(items) => {
            crate::convert::tuple(items.as_slice().iter().cloned().map(scalars).collect::<Fallible<_>>()?)
        }
        other => other,
    })
}

/// Whether the arrays are of the dtypes that the type says.
fn agrees(cell: &Cell, ty: &Type) -> bool {
    match (cell, ty) {
        (Cell::Array(array), Type::Array(declared)) | (Cell::Tensor(array), Type::Tensor(declared)) => {
            array.dtype() == declared.dtype
        }
        (Cell::Scalar(scalar), Type::Scalar(dtype)) => scalar.to_array().dtype() == *dtype,
        (Cell::Array(_), Type::Scalar(_)) | (Cell::Scalar(_), Type::Array(_)) => false,
        (Cell::Tuple(items), Type::Tuple(members)) => {
            items.as_slice().iter().zip(members.iter()).all(|(item, ty)| agrees(item, ty))
        }
        (Cell::List(items), Type::List(item)) => items.to_vec().iter().all(|cell| agrees(cell, &item.ty)),
        _ => true,
    }
}

/// `array.astype(dtype)`, and that of a scalar.
pub fn astype(args: &mut Args) -> Fallible<Cell> {
    let dtype = args.dtype(1)?;
    match args.take::<Cell>()? {
        Cell::Array(array) if array.dtype() != dtype => Ok(Cell::Array(cast(&array, dtype))),
        Cell::Array(array) => Ok(Cell::Array(array.copied())),
        Cell::Scalar(scalar) => Ok(Cell::Scalar(cast(&scalar.to_array(), dtype).only()?)),
        other => Err(refused(format!("`astype` of a {}", other.type_name()))),
    }
}

/// `array.astype(dtype, copy=copy)`.
pub fn astype_copy(args: &mut Args) -> Fallible<Cell> {
    let dtype = args.dtype(1)?;
    let array = args.take::<Cell>()?;
    args.next()?;
    let copies = args.take::<bool>()?;
    match array {
        Cell::Array(array) if array.dtype() == dtype && copies => Ok(Cell::Array(array.copied())),
        Cell::Array(array) => Ok(Cell::Array(cast(&array, dtype))),
        other => Err(refused(format!("`astype` of a {}", other.type_name()))),
    }
}

/// `a += b` and its like, computed in another dtype than that of `a`: what the operator gives is stored in the array.
pub fn stored(args: &mut Args, path: &str) -> Fallible<Cell> {
    let operator = match path.trim_start_matches("numpy::").trim_start_matches("ndarray::") {
        "iadd" => "numpy::add",
        "isub" => "numpy::subtract",
        "imul" => "numpy::multiply",
        "itruediv" => "numpy::divide",
        "ifloordiv" => "numpy::floor_divide",
        "imod" => "numpy::remainder",
        "ipow" => "numpy::power",
        _ => return Err(refused(format!("`{path}` of arrays of several dtypes"))),
    };
    let native = crate::native::find(operator).ok_or_else(|| refused(format!("`{operator}`")))?;
    let (Arg::Value(Cell::Array(array)), own) = args.next()? else { return Err(refused("no array to store in")) };
    let (other, ty) = args.next()?;
    let types = [own.clone(), ty.clone()];
    let operands = vec![Arg::Value(Cell::Array(array.clone())), other];
    let Cell::Array(result) = native(&mut Args::new(operands, &types, &Type::Unknown))? else {
        return Err(refused("no array to be stored"));
    };
    crate::array::store(&array, &result)?;
    Ok(Cell::Array(array))
}

/// `np.fromiter(iter, dtype, count)`.
pub fn fromiter(args: &mut Args) -> Fallible<Cell> {
    let dtype = args.dtype(1)?;
    let item = match args.at(0)? {
        (_, Type::Iterator(item)) => (**item).clone(),
        (_, other) => innermost(other).clone(),
    };
    let array = match item {
        Type::Bool => from_items(args.iterator::<bool>()?, dtype, args),
        Type::Int => from_items(args.iterator::<i64>()?, dtype, args),
        Type::Float => from_items(args.iterator::<f64>()?, dtype, args),
        other => return Err(refused(format!("an array of the items of an iterator of {other}"))),
    };
    Ok(Cell::Array(array?))
}

fn from_items<T>(items: Narrowed<T>, dtype: DType, args: &mut Args) -> Fallible<AnyArray>
where
    Narrowed<T>: Iter<Item: ItemOfAll>,
{
    args.next()?;
    collected(items, dtype, args.take()?)
}

/// `torch.tensor(data, dtype)`.
pub fn tensor(args: &mut Args) -> Fallible<Cell> {
    let dtype = args.dtype(1)?;
    let (Arg::Value(data), ty) = args.next()? else { return Err(refused("no data where an operator takes some")) };
    Ok(Cell::Tensor(match &data {
        Cell::Array(array) | Cell::Tensor(array) if array.dtype() == dtype => array.copied(),
        Cell::Array(array) | Cell::Tensor(array) => cast(array, dtype),
        Cell::Scalar(scalar) => cast(&scalar.to_array(), dtype).copied(),
        Cell::List(_) | Cell::Tuple(_)
            if matches!(innermost(ty), Type::Array(_) | Type::Scalar(_) | Type::Tensor(_)) =>
        {
            any_array_of(&data, ty, dtype)?
        }
        Cell::List(_) | Cell::Tuple(_) => elements_of_tensor(&Numbers::of(&data, innermost(ty))?, dtype)?,
        number => elements_of_tensor(&Numbers::of(number, ty)?, dtype)?,
    }))
}

/// `array.view(dtype)`.
pub fn view_as(args: &mut Args) -> Fallible<Cell> {
    let dtype = args.dtype(1)?;
    match args.take::<Cell>()? {
        Cell::Array(array) => Ok(Cell::Array(viewed(&array, dtype)?)),
        other => Err(refused(format!("a view of a {}", other.type_name()))),
    }
}

/// `array.real` and `array.imag` of complex numbers: views.
pub fn part_view(args: &mut Args, is_imaginary: bool) -> Fallible<Cell> {
    use rt::numpy::{imag_view, real_view};
    Ok(match (args.take::<Cell>()?, is_imaginary) {
        (Cell::Array(AnyArray::Complex64(array)), false) => real_view(&array)?.into_cell(),
        (Cell::Array(AnyArray::Complex64(array)), true) => imag_view(&array)?.into_cell(),
        (Cell::Array(AnyArray::Complex128(array)), false) => real_view(&array)?.into_cell(),
        (Cell::Array(AnyArray::Complex128(array)), true) => imag_view(&array)?.into_cell(),
        (other, _) => return Err(refused(format!("a part of a {}", other.type_name()))),
    })
}

/// `np.angle(z, deg)` of complex numbers.
pub fn angle_complex(args: &mut Args) -> Fallible<Cell> {
    use rt::numpy::angle_complex as angle;
    let form = args.form(&[0]);
    let dtype = args.element(0)?;
    let result = match dtype {
        DType::Complex64 => {
            let z = args.array::<rt::numpy::ComplexNumber<f32>>()?;
            angle(&z, args.take()?).into_cell()
        }
        _ => {
            let z = args.array::<rt::numpy::ComplexNumber<f64>>()?;
            angle(&z, args.take()?).into_cell()
        }
    };
    args.finish(result, form)
}

/// `np.float32(value)` and the like, of a number, an array or a list: the type of the expression says which.
pub fn scalar(args: &mut Args) -> Fallible<Cell> {
    let (dtype, is_scalar) = match args.result() {
        Type::Scalar(dtype) => (*dtype, true),
        Type::Array(array) => (array.dtype, false),
        _ => return Err(refused("a scalar of no dtype")),
    };
    let (arg, ty) = args.next()?;
    match arg {
        Arg::Value(cell) if is_scalar => Ok(Cell::Scalar(any_array_of(&cell, ty, dtype)?.only()?)),
        Arg::Value(cell) => Ok(Cell::Array(any_array_of(&cell, ty, dtype)?)),
        _ => Err(refused("no number where an operator takes one")),
    }
}

impl AnyArray {
    /// A new array of the same elements.
    fn copied(&self) -> Self {
        crate::array::with_array!(self, array => match rt::numpy::ndarray::astype(array, rt::numpy::ndarray::dtype(array)).into_cell() {
            Cell::Array(array) => array,
            _ => self.clone(),
        })
    }
}
