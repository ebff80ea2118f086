//! Places on an image: lists and tuples of numbers, or of pairs of them (Pillow's path.c).

use crate::exception::{Fallible, value_error};
use crate::list::List;
use crate::object::Object;
use crate::sequence::Sequence;

/// What stands in a list of coordinates: a number, or a pair.
pub trait Coordinate: Object {
    /// Adds its numbers.
    ///
    /// # Errors
    /// `ValueError` for a list of another length than two.
    fn push(&self, numbers: &mut Vec<f64>) -> Fallible<()>;
}

/// A list or tuple of coordinates.
pub trait Coordinates {
    /// Adds its numbers.
    ///
    /// # Errors
    /// As [`Coordinate::push`].
    fn flatten(&self, numbers: &mut Vec<f64>) -> Fallible<()>;
}

/// The points.
///
/// # Errors
/// `ValueError` for an odd number of numbers, or a part that is no pair.
pub(super) fn points(xy: &impl Coordinates) -> Fallible<Vec<(f64, f64)>> {
    let mut numbers = Vec::new();
    xy.flatten(&mut numbers)?;
    let (pairs, rest) = numbers.as_chunks::<2>();
    if !rest.is_empty() {
        return Err(value_error("wrong number of coordinates"));
    }
    Ok(pairs.iter().map(|&[x, y]| (x, y)).collect())
}

impl Coordinate for i64 {
    fn push(&self, numbers: &mut Vec<f64>) -> Fallible<()> {
        // Pillow reads integers in single precision.
        numbers.push(f64::from(*self as f32));
        Ok(())
    }
}

impl Coordinate for f64 {
    fn push(&self, numbers: &mut Vec<f64>) -> Fallible<()> {
        numbers.push(*self);
        Ok(())
    }
}

/// A number of a pair, which Pillow reads in double precision.
pub trait Number: Object + Copy {
    /// As a float.
    fn value(self) -> f64;
}

impl Number for i64 {
    fn value(self) -> f64 {
        self as f64
    }
}

impl Number for f64 {
    fn value(self) -> f64 {
        self
    }
}

impl<X: Number, Y: Number> Coordinate for (X, Y) {
    fn push(&self, numbers: &mut Vec<f64>) -> Fallible<()> {
        numbers.extend([self.0.value(), self.1.value()]);
        Ok(())
    }
}

impl<T: Coordinate + Copy> Coordinate for List<T> {
    fn push(&self, numbers: &mut Vec<f64>) -> Fallible<()> {
        match self.to_vec()[..] {
            [x, y] => {
                x.push(numbers)?;
                y.push(numbers)
            }
            _ => Err(value_error("coordinate list must contain exactly 2 coordinates")),
        }
    }
}

impl<T: Coordinate> Coordinates for List<T> {
    fn flatten(&self, numbers: &mut Vec<f64>) -> Fallible<()> {
        self.to_vec().iter().try_for_each(|part| part.push(numbers))
    }
}

impl<T: Coordinate> Coordinates for Sequence<T> {
    fn flatten(&self, numbers: &mut Vec<f64>) -> Fallible<()> {
        self.as_slice().iter().try_for_each(|part| part.push(numbers))
    }
}

macro_rules! tuples {
    ($(($($name:ident),+))*) => { $(
        impl<$($name: Coordinate),+> Coordinates for ($($name,)+) {
            #[expect(non_snake_case, reason = "a name for each member")]
            fn flatten(&self, numbers: &mut Vec<f64>) -> Fallible<()> {
                let ($($name,)+) = self;
                $($name.push(numbers)?;)+
                Ok(())
            }
        }
    )* };
}
tuples!((A)(A, B)(A, B, C)(A, B, C, D)(A, B, C, D, E)(A, B, C, D, E, F)(A, B, C, D, E, F, G)(A, B, C, D, E, F, G, H));
