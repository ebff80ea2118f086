//! Arrays and numpy's scalars of every dtype.

use std::cmp::Ordering;
use std::hash::Hasher;

use hotforge_analyzer::types::{DType, Type};
use hotforge_runtime as rt;
use rt::numpy::{Array, ArrayLike, Cast, ComplexNumber, Element, Scalar, f16};
use rt::object::{Equal, Iter, Key, Number, Object};
use rt::torch::Tensor;
use rt::{Boxed, Fallible};

use crate::cell::Cell;
use crate::convert::{FromCell, IntoCell, Widened, mismatch};
use crate::numpy::{Numbers, array_of};

/// Writes something for each dtype: its name here, and the type of its elements.
macro_rules! for_each_dtype {
    ($then:ident $($more:tt)*) => {
        $then! {
            [$($more)*]
            Bool bool; Int8 i8; Int16 i16; Int32 i32; Int64 i64; UInt8 u8; UInt16 u16; UInt32 u32; UInt64 u64;
            Float16 f16; Float32 f32; Float64 f64; Complex64 ComplexNumber<f32>; Complex128 ComplexNumber<f64>;
        }
    };
}

/// A type of elements.
pub trait Dtype: Element {
    /// The array with its elements converted to the type; itself where it has them.
    fn array_of(any: &AnyArray) -> Array<Self>;

    /// An array of Python's numbers.
    ///
    /// # Errors
    /// `OverflowError` for an int that is beyond the type; `ValueError` where lists side by side have different lengths.
    fn array_of_numbers(numbers: &Numbers) -> Fallible<Array<Self>>;
}

macro_rules! define {
    ([] $($name:ident $ty:ty;)*) => {
        /// An array, by its dtype.
        #[derive(Clone)]
        pub enum AnyArray {
            $($name(Array<$ty>),)*
        }

        /// A scalar, by its dtype.
        #[derive(Clone)]
        pub enum AnyScalar {
            $($name(Scalar<$ty>),)*
        }

        $(
            impl FromCell for Array<$ty> {
                fn from_cell(cell: Cell) -> Fallible<Self> {
                    match cell {
                        Cell::Array(AnyArray::$name(array)) => Ok(array),
                        other => Err(mismatch::<Self>(&other)),
                    }
                }
                fn fits(cell: &Cell) -> bool {
                    matches!(cell, Cell::Array(AnyArray::$name(_)))
                }
            }
            impl FromCell for Tensor<$ty> {
                fn from_cell(cell: Cell) -> Fallible<Self> {
                    match cell {
                        Cell::Tensor(AnyArray::$name(array)) => Ok(Tensor::of(array)),
                        other => Err(mismatch::<Self>(&other)),
                    }
                }
                fn fits(cell: &Cell) -> bool {
                    matches!(cell, Cell::Tensor(AnyArray::$name(_)))
                }
            }
            impl IntoCell for Tensor<$ty> {
                fn into_cell(self) -> Cell {
                    Cell::Tensor(AnyArray::$name(self.into_array()))
                }
            }
            impl IntoCell for rt::torch::DType<$ty> {
                fn into_cell(self) -> Cell {
                    Cell::TensorDType(DType::$name)
                }
            }
            impl IntoCell for Array<$ty> {
                fn into_cell(self) -> Cell {
                    Cell::Array(AnyArray::$name(self))
                }
            }
            impl FromCell for Scalar<$ty> {
                fn from_cell(cell: Cell) -> Fallible<Self> {
                    match cell {
                        Cell::Scalar(AnyScalar::$name(scalar)) => Ok(scalar),
                        other => Err(mismatch::<Self>(&other)),
                    }
                }
                fn fits(cell: &Cell) -> bool {
                    matches!(cell, Cell::Scalar(AnyScalar::$name(_)))
                }
            }
            impl IntoCell for Scalar<$ty> {
                fn into_cell(self) -> Cell {
                    Cell::Scalar(AnyScalar::$name(self))
                }
            }
            impl FromCell for rt::numpy::DType<$ty> {
                fn from_cell(cell: Cell) -> Fallible<Self> {
                    match cell {
                        Cell::DType(DType::$name) => Ok(Self::new()),
                        other => Err(mismatch::<Self>(&other)),
                    }
                }
                fn fits(cell: &Cell) -> bool {
                    matches!(cell, Cell::DType(DType::$name))
                }
            }
            impl IntoCell for rt::numpy::DType<$ty> {
                fn into_cell(self) -> Cell {
                    Cell::DType(DType::$name)
                }
            }
        )*

        /// Does the same with an array of whatever dtype.
        macro_rules! with_array {
            ($any:expr, $array:ident => $then:expr) => {
                match $any { $(AnyArray::$name($array) => $then,)* }
            };
        }
        pub(crate) use with_array;

        /// Does the same with a scalar of whatever dtype.
        macro_rules! with_scalar {
            ($any:expr, $scalar:ident => $then:expr) => {
                match $any { $(AnyScalar::$name($scalar) => $then,)* }
            };
        }

        $(
            impl Dtype for $ty {
                fn array_of(any: &AnyArray) -> Array<Self> {
                    match any {
                        AnyArray::$name(array) => array.clone(),
                        other => with_array!(other, array => rt::numpy::ndarray::astype(array, rt::numpy::DType::new())),
                    }
                }

                fn array_of_numbers(numbers: &Numbers) -> Fallible<Array<Self>> {
                    let dtype = rt::numpy::DType::new();
                    match numbers {
                        Numbers::Bool(numbers) => rt::numpy::array_as(numbers, dtype),
                        Numbers::Int(numbers) => rt::numpy::array_as(numbers, dtype),
                        Numbers::Float(numbers) => rt::numpy::array_as(numbers, dtype),
                        Numbers::Complex(numbers) => rt::numpy::array_as(numbers, dtype),
                    }
                }
            }
        )*

        /// The array with its elements converted to a dtype; itself where it has that.
        pub fn cast(any: &AnyArray, dtype: DType) -> AnyArray {
            match dtype { $(DType::$name => AnyArray::$name(<$ty as Dtype>::array_of(any)),)* }
        }

        /// An array-like as an array of a dtype.
        ///
        /// # Errors
        /// As for [`array_of`].
        pub fn any_array_of(cell: &Cell, ty: &Type, dtype: DType) -> Fallible<AnyArray> {
            Ok(match dtype { $(DType::$name => AnyArray::$name(array_of::<$ty>(cell, ty)?),)* })
        }

        /// `array[...] = value`, whose elements are converted.
        ///
        /// # Errors
        /// `ValueError` where the array is read-only, or the value has other axes.
        pub fn store(array: &AnyArray, value: &AnyArray) -> Fallible<()> {
            match array {
                $(AnyArray::$name(array) => {
                    let value = <$ty as Dtype>::array_of(value);
                    rt::numpy::ndarray::setitem(array, &[rt::numpy::Index::Ellipsis], &value)
                })*
            }
        }

        /// What an array of any dtype can be made of, one after the other.
        pub trait ItemOfAll: ArrayLike<Element: $(Cast<$ty> +)*> {}
        impl<T: ArrayLike<Element: $(Cast<$ty> +)*>> ItemOfAll for T {}

        /// An array of a dtype, of the items of an iterator.
        ///
        /// # Errors
        /// `ValueError` where there are fewer than `count`; `OverflowError` for an int that is beyond the dtype.
        pub fn collected<A: ItemOfAll>(items: impl Iter<Item = A>, dtype: DType, count: i64) -> Fallible<AnyArray> {
            Ok(match dtype {
                $(DType::$name => AnyArray::$name(rt::numpy::fromiter(items, rt::numpy::DType::<$ty>::new(), count)?),)*
            })
        }

        /// The elements of the tensor that `torch.tensor` makes of Python's numbers.
        ///
        /// # Errors
        /// `RuntimeError` for an int that is beyond the dtype; `ValueError` where lists side by side have different lengths.
        pub fn elements_of_tensor(numbers: &Numbers, dtype: DType) -> Fallible<AnyArray> {
            Ok(match dtype {
                $(DType::$name => {
                    let dtype = rt::numpy::DType::<$ty>::new();
                    let tensor = match numbers {
                        Numbers::Bool(numbers) => rt::torch::tensor(numbers, dtype)?,
                        Numbers::Int(numbers) => rt::torch::tensor(numbers, dtype)?,
                        Numbers::Float(numbers) => rt::torch::tensor(numbers, dtype)?,
                        Numbers::Complex(numbers) => rt::torch::tensor(numbers, dtype)?,
                    };
                    AnyArray::$name(tensor.into_array())
                })*
            })
        }

        /// The bytes of an array as elements of a dtype.
        ///
        /// # Errors
        /// `ValueError` where they are not so many.
        pub fn viewed(any: &AnyArray, dtype: DType) -> Fallible<AnyArray> {
            Ok(match dtype {
                $(DType::$name => {
                    let dtype = rt::numpy::DType::<$ty>::new();
                    AnyArray::$name(with_array!(any, array => rt::numpy::view_as(array, dtype)?))
                })*
            })
        }

        /// The repr of a dtype.
        pub fn dtype_repr(dtype: DType, out: &mut String) {
            match dtype { $(DType::$name => rt::numpy::DType::<$ty>::new().repr(out),)* }
        }

        /// The repr of a dtype of torch, which is its `str`, too.
        pub fn tensor_dtype_repr(dtype: DType, out: &mut String) {
            match dtype { $(DType::$name => Object::repr(&rt::torch::DType::<$ty>::new(), out),)* }
        }

        impl AnyArray {
            /// An array of elements from their bytes in C order.
            pub fn from_bytes(dtype: DType, bytes: &[u8], shape: &[usize]) -> Self {
                match dtype { $(DType::$name => AnyArray::$name(Array::<$ty>::from_bytes(bytes, shape)),)* }
            }

            /// What its elements are.
            pub fn dtype(&self) -> DType {
                match self { $(AnyArray::$name(_) => DType::$name,)* }
            }
        }

        impl AnyScalar {
            /// The scalar as an array without axes.
            pub fn to_array(&self) -> AnyArray {
                match self { $(AnyScalar::$name(scalar) => AnyArray::$name(Array::from_scalar(scalar.0)),)* }
            }
        }

        impl AnyArray {
            /// The only element as a scalar.
            pub fn only(&self) -> Fallible<AnyScalar> {
                Ok(match self { $(AnyArray::$name(array) => AnyScalar::$name(Scalar(array.only()?)),)* })
            }
        }
    };
}

for_each_dtype! { define }

/// The name of a dtype.
pub fn dtype_str(dtype: DType, out: &mut String) {
    out.push_str(dtype.name());
}

impl AnyArray {
    pub fn type_name(&self) -> &'static str {
        with_array!(self, array => array.type_name())
    }
    pub fn freeze(&self) {
        with_array!(self, array => Object::freeze(array));
    }
    pub fn repr(&self, out: &mut String) {
        with_array!(self, array => array.repr(out));
    }
    pub fn str(&self, out: &mut String) {
        with_array!(self, array => Object::str(array, out));
    }
    pub fn format(&self, spec: &str, out: &mut String) -> Fallible<()> {
        with_array!(self, array => Object::format(array, spec, out))
    }
    pub fn json(&self, writer: &mut rt::json::Writer) -> Fallible<()> {
        with_array!(self, array => Object::json(array, writer))
    }
    pub fn input(&self) -> rt::pydantic::Input {
        with_array!(self, array => Object::input(array))
    }
    pub fn dump(&self, dumper: &mut rt::pydantic::Dumper) -> Fallible<()> {
        with_array!(self, array => Object::dump(array, dumper))
    }
    /// `repr` of the tensor with these elements, which is its `str`, too.
    pub fn repr_as_tensor(&self, out: &mut String) {
        with_array!(self, array => Object::repr(&Tensor::of(array.clone()), out));
    }
    /// `format` of the tensor with these elements.
    pub fn format_as_tensor(&self, spec: &str, out: &mut String) -> Fallible<()> {
        with_array!(self, array => Object::format(&Tensor::of(array.clone()), spec, out))
    }
    /// `iter(tensor)`: its parts along the first axis.
    pub fn iterate_as_tensor(&self) -> Fallible<Boxed<Cell>> {
        with_array!(self, array => Ok(Boxed::new(Widened(rt::torch::tensor::iter(&Tensor::of(array.clone()))?))))
    }
    pub fn deepcopy(&self, memo: &mut rt::copy::Memo) -> Fallible<Self> {
        let copied = with_array!(self, array => array.deepcopy(memo)?.into_cell());
        match copied {
            Cell::Array(array) => Ok(array),
            other => Err(mismatch::<()>(&other)),
        }
    }
    pub fn same(&self, other: &Self) -> bool {
        let address = |array: &Self| with_array!(array, array => array.pointer().as_ptr() as usize);
        self.shape() == other.shape() && address(self) == address(other)
    }
    pub fn shape(&self) -> Vec<usize> {
        with_array!(self, array => array.shape().to_vec())
    }
    /// `iter(array)`: its scalars, or its parts along the first axis.
    pub fn iterate(&self) -> Fallible<Boxed<Cell>> {
        with_array!(self, array => if array.rank() == 1 {
            Ok(Boxed::new(Widened(rt::numpy::ndarray::iter_scalars(array)?)))
        } else {
            Ok(Boxed::new(Widened(rt::numpy::ndarray::iter(array)?)))
        })
    }
}

impl AnyScalar {
    pub fn type_name(&self) -> &'static str {
        with_scalar!(self, scalar => scalar.type_name())
    }
    pub fn repr(&self, out: &mut String) {
        with_scalar!(self, scalar => Object::repr(scalar, out));
    }
    pub fn str(&self, out: &mut String) {
        with_scalar!(self, scalar => Object::str(scalar, out));
    }
    pub fn format(&self, spec: &str, out: &mut String) -> Fallible<()> {
        with_scalar!(self, scalar => Object::format(scalar, spec, out))
    }
    pub fn json(&self, writer: &mut rt::json::Writer) -> Fallible<()> {
        with_scalar!(self, scalar => Object::json(scalar, writer))
    }
    pub fn input(&self) -> rt::pydantic::Input {
        with_scalar!(self, scalar => Object::input(scalar))
    }
    pub fn dump(&self, dumper: &mut rt::pydantic::Dumper) -> Fallible<()> {
        with_scalar!(self, scalar => Object::dump(scalar, dumper))
    }
    pub fn number(&self) -> Number {
        with_scalar!(self, scalar => Object::number(scalar))
    }
    /// `float(scalar)`.
    pub fn float(&self) -> f64 {
        with_scalar!(self, scalar => rt::numpy::scalar::float(scalar))
    }
    pub fn equal_scalar(&self, other: &Self) -> bool {
        with_scalar!(self, scalar => equal_to(scalar, other))
    }
    pub fn hash_scalar<H: Hasher>(&self, state: &mut H) {
        with_scalar!(self, scalar => Key::hash(scalar, state));
    }
    /// With a Python number.
    pub fn equal_cell(&self, other: &Cell) -> bool {
        match (self.number(), other) {
            (Number::Int(value), other) => Cell::Int(value).equal(other),
            (Number::Float(value), other) => Cell::Float(value).equal(other),
            (Number::None, _) => false,
        }
    }
    pub fn compare_scalar(&self, other: &Self) -> Option<Ordering> {
        self.compare_cell(&plain(other.number()))
    }
    /// With a number of Python, in the dtype of this one.
    pub fn compare_cell(&self, other: &Cell) -> Option<Ordering> {
        let single = match (self, other) {
            (AnyScalar::Float32(_), Cell::Float(value)) => Some(*value as f32),
            (AnyScalar::Float32(_), Cell::Int(value)) => Some(*value as f32),
            _ => None,
        };
        if let Some(value) = single {
            return rt::Compare::compare(&plain(self.number()), &Cell::Float(value.into()));
        }
        rt::Compare::compare(&plain(self.number()), other)
    }
}

fn plain(number: Number) -> Cell {
    match number {
        Number::Int(value) => Cell::Int(value),
        Number::Float(value) => Cell::Float(value),
        Number::None => Cell::None,
    }
}

fn equal_to<T: Element>(scalar: &Scalar<T>, other: &AnyScalar) -> bool
where
    Scalar<T>: FromCell,
{
    match Scalar::<T>::from_cell(Cell::Scalar(other.clone())) {
        Ok(other) => scalar.equal(&other),
        Err(_) => plain(Object::number(scalar)).equal(&plain(other.number())),
    }
}
