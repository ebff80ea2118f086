//! What stands between the brackets of an array: taking elements out and putting them in.
//! The rules are those of numpy's manual, "Indexing on ndarrays".

use std::any::Any;

use super::array::{Array, Axes, Lengths, Strides};
use super::assign::{self, Destination};
use super::components::{self, Components, checked};
use super::element::{Cast, Element};
use super::operand::{Form, Operand, check_range};
use super::scalar::Scalar;
use super::shape;
use super::walk;
use crate::exception::{Fallible, Raised, index_error, value_error};
use smallvec::SmallVec;

/// One component of an index: `a[1:, None, mask]` has three.
#[derive(Debug, Clone)]
pub enum Index {
    /// `a[1]`: drops the axis.
    Integer(i64),
    /// `a[start:stop:step]`.
    Slice {
        /// The first index, from the end where negative.
        start: Option<i64>,
        /// The index after the last.
        stop: Option<i64>,
        /// The step, not zero.
        step: Option<i64>,
    },
    /// `a[None]`: a new axis of length one.
    NewAxis,
    /// `a[...]`: as many whole axes as are missing.
    Ellipsis,
    /// `a[[0, 2]]`: the elements at these positions.
    Integers(Array<i64>),
    /// `a[a > 0]`: the elements where it is true.
    Mask(Array<bool>),
    /// `a[components]`: a tuple of several.
    Tuple(Vec<Index>),
}

/// A value that can stand between the brackets.
pub trait Component {
    /// The component it is.
    fn component(&self) -> Index;
}

/// The component that a value is.
pub fn index(component: &impl Component) -> Index {
    component.component()
}

impl Component for i64 {
    fn component(&self) -> Index {
        Index::Integer(*self)
    }
}

impl Component for () {
    fn component(&self) -> Index {
        Index::NewAxis
    }
}

macro_rules! integer_components {
    ($($ty:ty),*) => {$(
        impl Component for Scalar<$ty> {
            fn component(&self) -> Index {
                Index::Integer(self.0.to_i64())
            }
        }

        impl Component for Array<$ty> {
            fn component(&self) -> Index {
                // Mostly they are of that type already.
                let same = (self as &dyn Any).downcast_ref::<Array<i64>>().cloned();
                Index::Integers(same.unwrap_or_else(|| self.map(Element::to_i64)))
            }
        }
    )*};
}
integer_components!(i8, i16, i32, i64, u8, u16, u32, u64);

macro_rules! tuple_components {
    ($(($($member:ident),*))*) => {$(
        impl<$($member: Component),*> Component for ($($member,)*) {
            #[allow(non_snake_case, reason = "members are named after their types")]
            fn component(&self) -> Index {
                let ($($member,)*) = self;
                Index::Tuple(vec![$($member.component()),*])
            }
        }
    )*};
}
tuple_components!((A)(A, B)(A, B, C)(A, B, C, D));

impl Component for Array<bool> {
    fn component(&self) -> Index {
        Index::Mask(self.clone())
    }
}

/// `a[index]`, where an array comes out: a view where the index has no arrays, else a copy.
///
/// # Errors
/// `IndexError` for an index out of bounds or too many of them.
pub fn getitem<T: Element>(array: &Array<T>, index: &impl Components) -> Fallible<Array<T>> {
    if let Some(places) = index.integers()
        && places.len() <= array.rank()
    {
        return part_at(array, places);
    }
    index.with(|index| {
        if let Some(picked) = picked_of_vector(array, index) {
            return picked;
        }
        if let [Index::Mask(mask)] = index
            && let Some(kept) = kept_by(array, mask)
        {
            return Ok(kept);
        }
        match select(array.layout(), index)? {
            Selection::View(view) => Ok(view.of(array)),
            Selection::Picked(picked) => Ok(picked.gather(array)),
        }
    })
}

/// The elements of a vector, or of a column, at places in a list: the most frequent index that is an array. `None` for any
/// other, and where the column is not there.
fn picked_of_vector<T: Element>(array: &Array<T>, index: &[Index]) -> Option<Fallible<Array<T>>> {
    let (positions, start) = match (index, array.strides()) {
        ([Index::Integers(positions)], [_]) => (positions, 0),
        ([Index::Integers(positions), Index::Integer(column)], [_, step]) => {
            (positions, checked(*column, 1, array.shape()[1]).ok()? as isize * step)
        }
        _ => return None,
    };
    let places = positions.as_slice()?;
    let (length, step) = (array.shape()[0], array.strides()[0]);
    let first = array.pointer().as_ptr().wrapping_offset(start);
    let mut elements: Vec<T> = Vec::with_capacity(places.len());
    for (slot, &place) in elements.spare_capacity_mut().iter_mut().zip(places) {
        match checked(place, 0, length) {
            // SAFETY: The place is within the array.
            Ok(place) => slot.write(unsafe { *first.offset(place as isize * step) }),
            Err(raised) => return Some(Err(raised)),
        };
    }
    // SAFETY: There was a place for each.
    unsafe { elements.set_len(places.len()) };
    Some(Ok(Array::from_vec(elements, positions.shape())))
}

/// What integers alone select: `matrix[2]` is a row.
fn part_at<T: Element>(array: &Array<T>, places: &[i64]) -> Fallible<Array<T>> {
    let layout = array.layout();
    let mut offset = 0;
    for (axis, &place) in places.iter().enumerate() {
        offset += checked(place, axis, layout.shape[axis])? as isize * layout.strides[axis];
    }
    let Axes { shape, strides } = Axes::of(layout.without_leading(places.len()));
    // SAFETY: Each place is within its axis.
    Ok(unsafe { array.with_layout(offset, shape, strides) })
}

/// The elements where a mask of the same shape is true; `None` where they or the mask do not lie one after the other.
fn kept_by<T: Element>(array: &Array<T>, mask: &Array<bool>) -> Option<Array<T>> {
    if array.rank() == 0 || mask.shape() != array.shape() {
        return None;
    }
    let (elements, mask) = (array.as_slice()?, mask.as_slice()?);
    let total: usize = mask.iter().map(|&keeps| usize::from(keeps)).sum();
    // Each element is written, and the next over it where it is not kept: no branch is foretold wrongly.
    let mut kept: Vec<T> = Vec::with_capacity(total + 1);
    let mut count = 0;
    for (&element, &keeps) in elements.iter().zip(mask) {
        // SAFETY: No more are kept than the mask has, and there is room for one more.
        unsafe { kept.as_mut_ptr().add(count).write(element) };
        count += usize::from(keeps);
    }
    // SAFETY: So many have been written.
    unsafe { kept.set_len(count) };
    Some(Array::from_elements(kept))
}

/// `a[index]`, where an integer for each axis takes a scalar out.
///
/// # Errors
/// `IndexError` for an index out of bounds or too many of them.
#[inline]
pub fn element<T: Element>(array: &Array<T>, index: &impl Components) -> Fallible<Scalar<T>> {
    let offset = match index.integers() {
        Some(places) if places.len() == array.rank() => components::offset(array, places)?,
        Some(places) => return Err(too_many(array.rank(), places.len())),
        None => index.with(|index| components::offset(array, &places(array, index)?))?,
    };
    // SAFETY: Every position is within its axis.
    Ok(Scalar(unsafe { *array.pointer().as_ptr().offset(offset) }))
}

/// The integers of an index that has one for each axis.
fn places<T: Element>(array: &Array<T>, index: &[Index]) -> Fallible<SmallVec<[i64; 4]>> {
    if index.len() != array.rank() {
        return Err(too_many(array.rank(), index.len()));
    }
    let place = |component: &Index| match component {
        Index::Integer(place) => Ok(*place),
        _ => Err(not_an_index()),
    };
    index.iter().map(place).collect()
}

/// `a[index] = value`.
///
/// # Errors
/// `IndexError` for an index out of bounds or too many of them; `ValueError` where the value's shape does not fit, or the
/// array is read-only; `OverflowError` for a Python int out of the dtype's range.
#[inline]
pub fn setitem<T: Element, V: Operand>(array: &Array<T>, index: &impl Components, value: &V) -> Fallible<()>
where
    V::Element: Cast<T>,
{
    if let Some(places) = index.integers()
        && places.len() == array.rank()
        && V::Form::IS_SCALAR
    {
        let offset = components::offset(array, places)?;
        return assign::assign_element(array, offset, value);
    }
    index.with(|index| set_selected(array, index, value))
}

fn set_selected<T: Element, V: Operand>(array: &Array<T>, index: &[Index], value: &V) -> Fallible<()>
where
    V::Element: Cast<T>,
{
    match select(array.layout(), index)? {
        Selection::View(view) => assign::assign(&view.of(array), value, Destination::Assignment),
        Selection::Picked(picked) => {
            if let [Index::Mask(mask)] = index
                && mask.rank() == array.rank()
            {
                check_masked(value.elements().layout().shape, picked.picks.len())?;
            }
            picked.scatter(array, value)
        }
    }
}

/// The rule for values that are stored where a mask of the whole array is true.
fn check_masked(value: &[usize], count: usize) -> Fallible<()> {
    match *value {
        [] | [1] => Ok(()),
        [length] if length == count => Ok(()),
        [length] => Err(value_error(format!(
            "NumPy boolean array indexing assignment cannot assign {length} input values to the {count} output values \
             where the mask is true"
        ))),
        _ => Err(value_error(format!(
            "NumPy boolean array indexing assignment requires a 0 or 1-dimensional input, input has {} dimensions",
            value.len()
        ))),
    }
}

/// What an index selects of an array. It is found by the array's layout alone: that part is not generic, so it is
/// compiled once, into the runtime.
enum Selection {
    View(View),
    Picked(Picked),
}

/// Elements at regular steps.
struct View {
    offset: isize,
    axes: Axes,
}

impl View {
    fn of<T: Element>(self, array: &Array<T>) -> Array<T> {
        // SAFETY: Integers and slices were checked against the lengths of the array's axes.
        unsafe { array.with_layout(self.offset, self.axes.shape, self.axes.strides) }
    }
}

/// Elements picked by index arrays: for each offset of the outer axes, of the picks and of the inner axes, in that order.
struct Picked {
    shape: Lengths,
    outer: (Lengths, Strides),
    picks: Vec<isize>,
    inner: (Lengths, Strides),
}

impl Picked {
    fn offsets(&self) -> Vec<isize> {
        let axes = |(shape, strides): &(Lengths, Strides)| walk::offsets(walk::Layout { shape, strides });
        let (outer, inner) = (axes(&self.outer), axes(&self.inner));
        let mut offsets = Vec::with_capacity(outer.len() * self.picks.len() * inner.len());
        for outer in outer {
            for pick in &self.picks {
                offsets.extend(inner.iter().map(|inner| outer + pick + inner));
            }
        }
        offsets
    }

    fn gather<T: Element>(&self, array: &Array<T>) -> Array<T> {
        let first = array.pointer().as_ptr();
        let (outer, inner) = (&self.outer.0, &self.inner);
        // SAFETY: The offsets were checked to be of elements of the array.
        let element = |offset: isize| unsafe { *first.offset(offset) };
        let elements = if outer.is_empty() && inner.0.is_empty() {
            self.picks.iter().map(|&pick| element(pick)).collect()
        } else if outer.is_empty() && walk::is_contiguous(&inner.0, &inner.1) {
            let length: usize = inner.0.iter().product();
            let mut elements = Vec::with_capacity(self.picks.len() * length);
            for &pick in &self.picks {
                // SAFETY: The elements that are picked lie one after the other.
                elements.extend_from_slice(unsafe { std::slice::from_raw_parts(first.offset(pick), length) });
            }
            elements
        } else {
            self.offsets().into_iter().map(element).collect()
        };
        Array::from_vec(elements, &self.shape)
    }

    fn scatter<T: Element, V: Operand>(&self, array: &Array<T>, value: &V) -> Fallible<()>
    where
        V::Element: Cast<T>,
    {
        check_range::<V, T>(value)?;
        let target = array.write("assignment destination is read-only")?;
        let elements = value.elements();
        let common = shape::broadcast(&[walk::Layout { shape: &self.shape, strides: &[] }, elements.layout()]);
        if common.as_deref() != Ok(&*self.shape) {
            return Err(value_error(format!(
                "shape mismatch: value array of shape {} could not be broadcast to indexing result of shape {}",
                shape::text(elements.layout().shape),
                shape::text(&self.shape)
            )));
        }
        let values: Vec<V::Element> = walk::collect(&self.shape, [elements.layout()], |[offset]| {
            // SAFETY: The layout is the operand's own.
            unsafe { *elements.first().offset(offset) }
        });
        for (offset, value) in self.offsets().into_iter().zip(values) {
            // SAFETY: The offsets were checked to be of elements of the array.
            unsafe { *target.offset(offset) = value.cast() };
        }
        Ok(())
    }
}

/// An index array and the axis it indexes.
struct Positions {
    array: Array<i64>,
    axis: usize,
}

/// Reads an index from left to right.
struct Reader<'a> {
    array: walk::Layout<'a>,
    /// The next axis of the array.
    axis: usize,
    offset: isize,
    shape: Lengths,
    strides: Strides,
    positions: Vec<Positions>,
    /// Where in the result the axes of the index arrays go.
    group: Option<usize>,
    /// Something stands after the first index array.
    interrupted: bool,
}

fn select(array: walk::Layout<'_>, index: &[Index]) -> Fallible<Selection> {
    let rank = array.shape.len();
    let taken: usize = index.iter().map(axes_taken).sum();
    if taken > rank {
        return Err(too_many(rank, taken));
    }
    let has_arrays = index.iter().any(|component| matches!(component, Index::Integers(_) | Index::Mask(_)));
    let mut reader = Reader {
        array,
        axis: 0,
        offset: 0,
        shape: Lengths::new(),
        strides: Strides::new(),
        positions: Vec::new(),
        group: None,
        interrupted: false,
    };
    for component in index {
        match component {
            Index::Integer(position) if has_arrays => reader.pick(Array::from_scalar(*position))?,
            Index::Integer(position) => reader.integer(*position)?,
            Index::Slice { start, stop, step } => reader.slice(*start, *stop, *step)?,
            Index::NewAxis => reader.keep(1, 0),
            Index::Ellipsis => reader.keep_axes(rank - taken),
            Index::Integers(positions) => reader.pick(positions.clone())?,
            Index::Mask(mask) => reader.mask(mask)?,
            // A tuple is an index by itself, not a component of one.
            Index::Tuple(_) => return Err(not_an_index()),
        }
    }
    reader.keep_axes(rank - reader.axis);
    reader.finish()
}

impl Reader<'_> {
    fn next_axis(&mut self) -> (usize, usize, isize) {
        let axis = self.axis;
        self.axis += 1;
        (axis, self.array.shape[axis], self.array.strides[axis])
    }

    fn keep(&mut self, length: usize, stride: isize) {
        self.shape.push(length);
        self.strides.push(stride);
        self.interrupted = self.group.is_some();
    }

    fn keep_axes(&mut self, count: usize) {
        self.interrupted = self.group.is_some();
        for _ in 0..count {
            let (_, length, stride) = self.next_axis();
            self.keep(length, stride);
        }
    }

    fn integer(&mut self, position: i64) -> Fallible<()> {
        let (axis, length, stride) = self.next_axis();
        self.offset += checked(position, axis, length)? as isize * stride;
        Ok(())
    }

    fn slice(&mut self, start: Option<i64>, stop: Option<i64>, step: Option<i64>) -> Fallible<()> {
        let (_, length, stride) = self.next_axis();
        let step = step.unwrap_or(1);
        if step == 0 {
            return Err(value_error("slice step cannot be zero"));
        }
        let (first, count) = resolve(start, stop, step, length as i64);
        if count > 0 {
            self.offset += first as isize * stride;
        }
        self.keep(count, if count > 1 { stride * step as isize } else { stride });
        Ok(())
    }

    fn mask(&mut self, mask: &Array<bool>) -> Fallible<()> {
        for (axis, &length) in mask.shape().iter().enumerate() {
            let size = self.array.shape[self.axis + axis];
            if size != length {
                return Err(index_error(format!(
                    "boolean index did not match indexed array along axis {}; size of axis is {size} but size of \
                     corresponding boolean axis is {length}",
                    self.axis + axis
                )));
            }
        }
        nonzero(mask).into_iter().try_for_each(|positions| self.pick(positions))
    }

    fn pick(&mut self, array: Array<i64>) -> Fallible<()> {
        let (axis, ..) = self.next_axis();
        match self.group {
            None => self.group = Some(self.shape.len()),
            Some(_) if self.interrupted => self.group = Some(0),
            Some(_) => {}
        }
        self.positions.push(Positions { array, axis });
        Ok(())
    }

    fn finish(self) -> Fallible<Selection> {
        let Some(group) = self.group else {
            let axes = Axes { shape: self.shape, strides: self.strides };
            return Ok(Selection::View(View { offset: self.offset, axes }));
        };
        let layouts: Vec<_> = self.positions.iter().map(|positions| positions.array.layout()).collect();
        let picked = shape::broadcast(&layouts).map_err(|_| cannot_broadcast(&layouts))?;
        let mut picks = vec![self.offset; picked.iter().product()];
        for Positions { array, axis } in &self.positions {
            let (length, stride) = (self.array.shape[*axis], self.array.strides[*axis]);
            let stretched;
            let positions = match array.as_slice() {
                Some(positions) if array.shape() == &*picked => positions,
                _ => {
                    let first = array.pointer().as_ptr();
                    // SAFETY: The layout is the index array's own.
                    stretched = walk::collect(&picked, [array.layout()], |[offset]| unsafe { *first.offset(offset) });
                    &stretched
                }
            };
            for (pick, &position) in picks.iter_mut().zip(positions) {
                *pick += checked(position, *axis, length)? as isize * stride;
            }
        }
        let (outer, inner) = (self.shape.split_at(group), self.strides.split_at(group));
        let shape = outer.0.iter().chain(&picked).chain(outer.1).copied().collect();
        Ok(Selection::Picked(Picked {
            shape,
            outer: (outer.0.into(), inner.0.into()),
            picks,
            inner: (outer.1.into(), inner.1.into()),
        }))
    }
}

fn axes_taken(component: &Index) -> usize {
    match component {
        Index::Integer(_) | Index::Slice { .. } | Index::Integers(_) => 1,
        Index::NewAxis | Index::Ellipsis => 0,
        Index::Mask(mask) => mask.rank(),
        Index::Tuple(_) => 0,
    }
}

/// The first index and the number of indices of a slice, as Python's `slice.indices`.
fn resolve(start: Option<i64>, stop: Option<i64>, step: i64, length: i64) -> (i64, usize) {
    let (lowest, highest) = if step > 0 { (0, length) } else { (-1, length - 1) };
    let clamp = |bound: i64| if bound < 0 { bound.saturating_add(length).max(lowest) } else { bound.min(highest) };
    let start = start.map_or(if step > 0 { lowest } else { highest }, clamp);
    let stop = stop.map_or(if step > 0 { highest } else { lowest }, clamp);
    let distance = if step > 0 { stop - start } else { start - stop };
    let count = if distance > 0 { (distance - 1) / step.saturating_abs() + 1 } else { 0 };
    (start, count as usize)
}

/// For each axis, the positions of the elements that are true.
pub fn nonzero<T: Element>(array: &Array<T>) -> Vec<Array<i64>> {
    let mut positions: Vec<Vec<i64>> = vec![Vec::new(); array.rank()];
    let mut current = vec![0; array.rank()];
    for element in array.elements() {
        if element.truth() {
            for (positions, &position) in positions.iter_mut().zip(&current) {
                positions.push(position);
            }
        }
        for (position, &length) in current.iter_mut().zip(array.shape()).rev() {
            *position += 1;
            if *position < length as i64 {
                break;
            }
            *position = 0;
        }
    }
    positions.into_iter().map(Array::from_elements).collect()
}

/// The elements at the positions, in place of an axis.
///
/// # Errors
/// `IndexError` for a position out of bounds.
pub(super) fn take_along<T: Element>(array: &Array<T>, axis: usize, positions: &Array<i64>) -> Fallible<Array<T>> {
    let whole = Index::Slice { start: None, stop: None, step: None };
    let mut index = vec![whole; axis];
    index.push(Index::Integers(positions.clone()));
    if array.shape()[axis] == 0 && positions.size() > 0 {
        return Err(index_error("cannot do a non-empty take from an empty axes."));
    }
    if array.size() == 0 {
        // Where nothing is taken numpy does not look at the positions.
        let mut shape: Lengths = array.shape().into();
        shape.truncate(axis);
        shape.extend_from_slice(positions.shape());
        shape.extend_from_slice(&array.shape()[axis + 1..]);
        return Ok(Array::filled(T::ZERO, &shape));
    }
    getitem(array, &index)
}

#[cold]
pub(super) fn too_many(rank: usize, taken: usize) -> Raised {
    index_error(format!("too many indices for array: array is {rank}-dimensional, but {taken} were indexed"))
}

#[cold]
fn not_an_index() -> Raised {
    index_error(
        "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid \
         indices",
    )
}

#[cold]
fn cannot_broadcast(layouts: &[walk::Layout<'_>]) -> Raised {
    let shapes: Vec<String> = layouts.iter().map(|layout| shape::text(layout.shape)).collect();
    index_error(format!(
        "shape mismatch: indexing arrays could not be broadcast together with shapes {} ",
        shapes.join(" ")
    ))
}
