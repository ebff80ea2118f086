//! Python's own containers and constants where numpy takes arrays, shapes, axes and indices.

use super::array::{Array, Lengths};
use super::element::{Cast, Element};
use super::index::{Component, Index};
use super::like::{ArrayLike, Arrays, new_array, shape_of_parts};
use super::shape::{Axes, Length, Shape};
use crate::exception::Fallible;
use crate::list::List;
use crate::object::Object;
use crate::sequence::Sequence;
use crate::slice::{Ellipsis, Slice};

impl<A: ArrayLike + Object> ArrayLike for List<A> {
    type Element = A::Element;

    fn tells_dtype(&self) -> bool {
        self.with(|items| items.iter().any(ArrayLike::tells_dtype))
    }

    fn shape(&self) -> Fallible<Lengths> {
        self.with(|items| shape_of_parts(items.iter()))
    }

    fn append<T: Element>(&self, elements: &mut Vec<T>) -> Fallible<()>
    where
        A::Element: Cast<T>,
    {
        self.with(|items| items.iter().try_for_each(|item| item.append(elements)))
    }
}

impl<A: ArrayLike + Object> ArrayLike for Sequence<A> {
    type Element = A::Element;

    fn tells_dtype(&self) -> bool {
        self.as_slice().iter().any(ArrayLike::tells_dtype)
    }

    fn shape(&self) -> Fallible<Lengths> {
        shape_of_parts(self.as_slice().iter())
    }

    fn append<T: Element>(&self, elements: &mut Vec<T>) -> Fallible<()>
    where
        A::Element: Cast<T>,
    {
        self.as_slice().iter().try_for_each(|item| item.append(elements))
    }
}

impl<A: ArrayLike + Object> Arrays for List<A> {
    type Element = A::Element;

    fn arrays(&self) -> Fallible<Vec<Array<A::Element>>> {
        self.with(|items| items.iter().map(ArrayLike::to_array).collect())
    }
}

impl<A: ArrayLike + Object> Arrays for Sequence<A> {
    type Element = A::Element;

    fn arrays(&self) -> Fallible<Vec<Array<A::Element>>> {
        self.as_slice().iter().map(ArrayLike::to_array).collect()
    }
}

impl<L: Length + Object> Shape for List<L> {
    fn lengths(&self) -> Vec<i64> {
        self.with(|items| items.iter().map(Length::length).collect())
    }
}

impl<L: Length + Object> Shape for Sequence<L> {
    fn lengths(&self) -> Vec<i64> {
        self.as_slice().iter().map(Length::length).collect()
    }
}

impl<L: Length + Object> Axes for List<L> {
    fn axes(&self) -> Option<Vec<i64>> {
        Some(self.lengths())
    }
}

impl<L: Length + Object> Axes for Sequence<L> {
    fn axes(&self) -> Option<Vec<i64>> {
        Some(self.lengths())
    }
}

impl Component for Slice {
    fn component(&self) -> Index {
        Index::Slice { start: self.start, stop: self.stop, step: self.step }
    }
}

impl Component for Ellipsis {
    fn component(&self) -> Index {
        Index::Ellipsis
    }
}

/// A list of positions, or of truth values.
impl<A: ArrayLike + Object> Component for List<A>
where
    A::Element: Cast<i64> + Cast<bool>,
{
    fn component(&self) -> Index {
        // Parts of different lengths make no array: an index that selects by a mask of nothing raises when it is used.
        if A::Element::KIND == super::Kind::Bool {
            Index::Mask(new_array(self).unwrap_or_else(|_| Array::from_elements(Vec::new())))
        } else {
            Index::Integers(new_array(self).unwrap_or_else(|_| Array::from_elements(Vec::new())))
        }
    }
}
