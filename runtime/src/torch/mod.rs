//! The module `torch`: tensors on the CPU, without gradients. They hold the arrays of [`crate::numpy`], and compute by its
//! loops where torch does the same; what differs — promotion, errors, the names of axes — is here.

mod arithmetic;
mod creation;
pub mod device;
pub mod dtype;
mod joining;
mod linear;
pub mod nn;
mod places;
mod print;
mod reduce;
mod selecting;
pub(crate) mod shape;
mod statistics;
pub mod tensor;
mod views;

pub use arithmetic::*;
pub(crate) use creation::number;
pub use creation::*;
pub use device::{Device, GradMode};
pub use dtype::DType;
pub use joining::*;
pub use linear::*;
pub use places::*;
pub use reduce::*;
pub use selecting::*;
pub use shape::Sizes;
pub use statistics::*;
pub use views::*;

pub mod no_grad {
    //! The class `torch.no_grad`.
    pub use super::device::{enter, exit, new_mode as new};
}
pub mod inference_mode {
    //! The class `torch.inference_mode`.
    pub use super::device::{enter, exit, new_inference_mode as new};
}

use crate::numpy::elementwise::{Fixed, Source};
use crate::numpy::{Array, Element, Elements};

/// A `torch.Tensor`. Several may be views of the same elements, arrays of numpy too; a clone is another name for it.
#[derive(Debug, Clone)]
pub struct Tensor<T: Element>(Array<T>);

impl<T: Element> Tensor<T> {
    /// The tensor of these elements.
    pub fn of(array: Array<T>) -> Self {
        Self(array)
    }

    /// Its elements as an array.
    pub fn array(&self) -> &Array<T> {
        &self.0
    }

    /// Its elements as an array.
    pub fn into_array(self) -> Array<T> {
        self.0
    }

    fn from_vec(elements: Vec<T>, shape: &[usize]) -> Self {
        Self(Array::from_vec(elements, shape))
    }
}

/// What a function on elements takes: a tensor or a Python number.
pub trait Operand {
    /// What its elements are in memory.
    type Element: Element;
    /// What a loop reads of it.
    type Source<'a>: Source<Item = Self::Element>
    where
        Self: 'a;

    /// Its elements.
    fn elements(&self) -> Elements<'_, Self::Element>;

    /// What a loop reads of it.
    fn source(&self) -> Self::Source<'_>;
}

impl<T: Element> Operand for Tensor<T> {
    type Element = T;
    type Source<'a> = Elements<'a, T>;

    fn elements(&self) -> Elements<'_, T> {
        Elements::of(&self.0)
    }

    fn source(&self) -> Elements<'_, T> {
        Elements::of(&self.0)
    }
}

macro_rules! numbers {
    ($($number:ty),*) => {$(
        impl Operand for $number {
            type Element = $number;
            type Source<'a> = Fixed<$number>;

            fn elements(&self) -> Elements<'_, $number> {
                Elements::single(self)
            }

            fn source(&self) -> Fixed<$number> {
                Fixed(*self)
            }
        }
    )*};
}
numbers!(bool, i64, f64);

impl Operand for crate::complex::Complex {
    type Element = crate::numpy::ComplexNumber<f64>;
    type Source<'a> = Fixed<Self::Element>;

    fn elements(&self) -> Elements<'_, Self::Element> {
        Elements::single(self.as_element())
    }

    fn source(&self) -> Fixed<Self::Element> {
        Fixed(*self.as_element())
    }
}

/// A list or tuple of tensors of one dtype.
pub trait Tensors {
    /// Their elements' type.
    type Element: Element;

    /// Their elements, as arrays.
    ///
    /// # Errors
    /// Where the list was changed while it is read.
    fn arrays(&self) -> crate::exception::Fallible<Vec<Array<Self::Element>>>;
}

impl<T: Element> Tensors for crate::list::List<Tensor<T>> {
    type Element = T;

    fn arrays(&self) -> crate::exception::Fallible<Vec<Array<T>>> {
        Ok(self.with(|items| items.iter().map(|tensor| tensor.0.clone()).collect()))
    }
}

impl<T: Element> Tensors for crate::sequence::Sequence<Tensor<T>> {
    type Element = T;

    fn arrays(&self) -> crate::exception::Fallible<Vec<Array<T>>> {
        Ok(self.as_slice().iter().map(|tensor| tensor.0.clone()).collect())
    }
}

macro_rules! tuples {
    ($(($($member:ident),*))*) => {$(
        impl<T: Element> Tensors for ($(tuples!(@tensor $member T),)*) {
            type Element = T;

            #[allow(non_snake_case, reason = "members are named by letters")]
            fn arrays(&self) -> crate::exception::Fallible<Vec<Array<T>>> {
                let ($($member,)*) = self;
                Ok(vec![$($member.0.clone()),*])
            }
        }
    )*};
    (@tensor $member:ident $element:ident) => { Tensor<$element> };
}
tuples!((A)(A, B)(A, B, C)(A, B, C, D)(A, B, C, D, E)(A, B, C, D, E, F));
