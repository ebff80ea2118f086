//! An image as OpenCV sees it: elements row by row, the channels of each pixel together.

use crate::exception::{Exception, Fallible, Raised};
use crate::numpy::{Array, Element, copyto};

/// An image in memory of its own.
#[derive(Debug, Clone)]
pub struct Pixels<T> {
    pub rows: usize,
    pub columns: usize,
    pub channels: usize,
    pub elements: Vec<T>,
}

impl<T: Element> Pixels<T> {
    /// The image in an array of rows, columns and, mostly, channels.
    ///
    /// # Errors
    /// `cv2.error` for another number of axes.
    pub fn of(array: &Array<T>) -> Fallible<Self> {
        let (rows, columns, channels) = match *array.shape() {
            [rows, columns] => (rows, columns, 1),
            [rows, columns, channels] => (rows, columns, channels),
            _ => return Err(error("an image has rows, columns and channels")),
        };
        Ok(Self { rows, columns, channels, elements: array.to_vec() })
    }

    /// The image in an array that is not empty.
    ///
    /// # Errors
    /// As [`Pixels::of`]; `cv2.error` for an empty one.
    pub fn of_some(array: &Array<T>) -> Fallible<Self> {
        let pixels = Self::of(array)?;
        if pixels.elements.is_empty() { Err(error("(-215:Assertion failed) !src.empty()")) } else { Ok(pixels) }
    }

    /// Writes the pixels into the array that they came from.
    ///
    /// # Errors
    /// `cv2.error` where it must not be written to.
    pub fn store_in(self, array: &Array<T>) -> Fallible<()> {
        if !array.is_writable() {
            return Err(error("img marked as output argument, but provided NumPy array marked as readonly"));
        }
        copyto(array, &Array::from_vec(self.elements, array.shape()))
    }

    /// An image of that size, every element from a function of its row, column and channel.
    pub fn from_fn(rows: usize, columns: usize, channels: usize, element: impl Fn(usize, usize, usize) -> T) -> Self {
        let mut elements = Vec::with_capacity(rows * columns * channels);
        for row in 0..rows {
            for column in 0..columns {
                elements.extend((0..channels).map(|channel| element(row, column, channel)));
            }
        }
        Self { rows, columns, channels, elements }
    }

    /// An element.
    pub fn at(&self, row: usize, column: usize, channel: usize) -> T {
        self.elements[(row * self.columns + column) * self.channels + channel]
    }

    /// The pixels of a row.
    pub fn row(&self, row: usize) -> &[T] {
        let length = self.columns * self.channels;
        &self.elements[row * length..][..length]
    }

    /// The array of the image; of one channel it has no axis for that.
    pub fn into_array(self) -> Array<T> {
        match self.channels {
            1 => Array::from_vec(self.elements, &[self.rows, self.columns]),
            channels => Array::from_vec(self.elements, &[self.rows, self.columns, channels]),
        }
    }
}

/// `cv2.error`.
#[cold]
pub fn error(message: impl Into<String>) -> Raised {
    Exception::new("cv2.error", message.into())
}

/// A `cv::Scalar`: one number or up to four; those that are left out are zero.
pub fn scalar(value: &impl crate::numpy::Shape) -> [i64; 4] {
    let mut scalar = [0; 4];
    scalar.iter_mut().zip(value.lengths()).for_each(|(place, number)| *place = number);
    scalar
}

/// A number as an element, cut at the ends of the type.
pub trait Saturate: Element {
    /// The least number of the type, and the greatest.
    const ENDS: (Self, Self);

    /// The element nearest to a number.
    fn saturate(value: i64) -> Self;
}

impl Saturate for u8 {
    const ENDS: (u8, u8) = (u8::MIN, u8::MAX);

    fn saturate(value: i64) -> Self {
        value.clamp(0, 255) as u8
    }
}

impl Saturate for f32 {
    const ENDS: (f32, f32) = (f32::MIN, f32::MAX);

    fn saturate(value: i64) -> Self {
        value as f32
    }
}
