//! Convolutions, and images taken apart into their windows.

use super::images::pair;
use crate::exception::{Fallible, Raised, runtime_error};
use crate::numpy::{self, Array, Element, Factor, Real};
use crate::torch::shape::text;
use crate::torch::{Sizes, Tensor};

/// How a window moves over an image: what it is wide, by how much it moves, what lies around the image, and how far apart
/// the elements of a window are.
#[derive(Clone, Copy)]
struct Window {
    kernel: (usize, usize),
    stride: (usize, usize),
    padding: (usize, usize),
    dilation: (usize, usize),
}

impl Window {
    /// How many places it has over an image of that size.
    fn places(&self, size: (usize, usize)) -> Fallible<(usize, usize)> {
        if self.stride.0 == 0 || self.stride.1 == 0 {
            return Err(runtime_error("non-positive stride is not supported"));
        }
        if self.dilation.0 == 0 || self.dilation.1 == 0 {
            return Err(runtime_error("dilation should be greater than zero"));
        }
        let reach = |kernel: usize, dilation: usize| dilation * kernel.saturating_sub(1) + 1;
        let (rows, columns) = (reach(self.kernel.0, self.dilation.0), reach(self.kernel.1, self.dilation.1));
        let (height, width) = (size.0 + 2 * self.padding.0, size.1 + 2 * self.padding.1);
        if rows > height || columns > width {
            return Err(runtime_error(format!(
                "Calculated padded input size per channel: ({height} x {width}). Kernel size: ({rows} x {columns}). Kernel size \
                 can't be greater than actual input size"
            )));
        }
        Ok(((height - rows) / self.stride.0 + 1, (width - columns) / self.stride.1 + 1))
    }

    /// The windows of planes, a row for each element of a window, a column for each of its places.
    fn unfolded<T: Element>(&self, planes: &[T], size: (usize, usize), places: (usize, usize)) -> Vec<T> {
        let area = size.0 * size.1;
        let count = planes.len().checked_div(area).unwrap_or(0);
        let mut columns = Vec::with_capacity(count * self.kernel.0 * self.kernel.1 * places.0 * places.1);
        for plane in planes.chunks(area.max(1)).take(count) {
            for down in 0..self.kernel.0 {
                for across in 0..self.kernel.1 {
                    for row in 0..places.0 {
                        let y = (row * self.stride.0 + down * self.dilation.0).checked_sub(self.padding.0);
                        let line = y.filter(|y| *y < size.0).map(|y| &plane[y * size.1..(y + 1) * size.1]);
                        columns.extend((0..places.1).map(|column| {
                            let x = (column * self.stride.1 + across * self.dilation.1).checked_sub(self.padding.1);
                            let pixel = line.zip(x).and_then(|(line, x)| line.get(x));
                            pixel.copied().unwrap_or(T::ZERO)
                        }));
                    }
                }
            }
        }
        columns
    }
}

/// A convolution of a stack of images, each of channels, rows and columns.
fn convolved<T: Real + Factor>(
    input: &Array<T>,
    weight: &Array<T>,
    bias: &Option<Tensor<T>>,
    window: Window,
    groups: i64,
) -> Fallible<Array<T>> {
    let (&[count, channels, height, width], &[filters, depth, ..]) = (input.shape(), weight.shape()) else {
        unreachable!("the callers have checked the numbers of axes")
    };
    let Some(groups) = usize::try_from(groups).ok().filter(|groups| *groups > 0) else {
        return Err(runtime_error("non-positive groups is not supported"));
    };
    if channels != depth * groups {
        return Err(runtime_error(format!(
            "Given groups={groups}, weight of size {}, expected input{} to have {} channels, but got {channels} channels instead",
            text(weight.shape()),
            text(input.shape()),
            depth * groups
        )));
    }
    if filters % groups != 0 {
        return Err(runtime_error(format!(
            "Given groups={groups}, expected weight to be divisible by {groups} at dimension 0, but got weight of size {} instead",
            text(weight.shape())
        )));
    }
    if let Some(bias) = bias
        && bias.array().shape() != [filters]
    {
        return Err(runtime_error(format!(
            "Given weight of size {}, expected bias to be 1-dimensional with {filters} elements, but got bias of size {} instead",
            text(weight.shape()),
            text(bias.array().shape())
        )));
    }
    let places = window.places((height, width))?;
    let (area, per_group) = (places.0 * places.1, filters / groups);
    let (pixels, factors) = (input.to_vec(), weight.to_vec());
    let inner = depth * window.kernel.0 * window.kernel.1;
    let offsets = bias.as_ref().map(|bias| bias.array().to_vec());
    let mut elements = Vec::with_capacity(count * filters * area);
    for image in 0..count {
        for group in 0..groups {
            let planes = &pixels[(image * channels + group * depth) * height * width..][..depth * height * width];
            let columns = Array::from_vec(window.unfolded(planes, (height, width), places), &[inner, area]);
            let rows = &factors[group * per_group * inner..][..per_group * inner];
            let product = numpy::product(&Array::from_vec(rows.to_vec(), &[per_group, inner]), &columns)?.to_vec();
            for filter in 0..per_group {
                let own = &product[filter * area..(filter + 1) * area];
                match &offsets {
                    Some(offsets) => elements.extend(own.iter().map(|x| x.add(offsets[group * per_group + filter]))),
                    None => elements.extend_from_slice(own),
                }
            }
        }
    }
    Ok(Array::from_vec(elements, &[count, filters, places.0, places.1]))
}

/// The elements in that many axes, a first one of length one put before them.
fn stacked<T: Element>(input: &Tensor<T>, rank: usize, weight: &Tensor<T>) -> Fallible<Array<T>> {
    let shape = input.array().shape();
    if weight.array().rank() != rank || !(rank - 1..=rank).contains(&shape.len()) {
        let axes = rank - 2;
        return Err(runtime_error(format!(
            "Expected {}D (unbatched) or {rank}D (batched) input to conv{axes}d, but got input of size: {}",
            rank - 1,
            text(shape)
        )));
    }
    let array = input.array().to_contiguous();
    Ok(if shape.len() == rank { array } else { crate::torch::unsqueeze(&Tensor::of(array), 0)?.into_array() })
}

/// The result without the axis that [`stacked`] put before it.
fn unstacked<T: Element>(result: Array<T>, had: usize) -> Tensor<T> {
    let shape = result.shape().to_vec();
    if shape.len() == had { Tensor::of(result) } else { Tensor::of(Array::from_vec(result.to_vec(), &shape[1..])) }
}

/// `conv2d(input, weight, bias, stride, padding, dilation, groups)`.
///
/// # Errors
/// `RuntimeError` where channels, filters and windows do not go together.
pub fn conv2d<T: Real + Factor>(
    input: &Tensor<T>,
    weight: &Tensor<T>,
    bias: &Option<Tensor<T>>,
    stride: &impl Sizes,
    padding: &impl Sizes,
    dilation: &impl Sizes,
    groups: i64,
) -> Fallible<Tensor<T>> {
    let images = stacked(input, 4, weight)?;
    let sizes = weight.array().shape();
    let window = Window {
        kernel: (sizes[2], sizes[3]),
        stride: pair(stride)?,
        padding: pair(padding)?,
        dilation: pair(dilation)?,
    };
    Ok(unstacked(convolved(&images, weight.array(), bias, window, groups)?, input.array().rank()))
}

/// The one number that is meant.
fn single(sizes: &impl Sizes) -> Fallible<usize> {
    match sizes.sizes().as_slice() {
        [one] if *one >= 0 => Ok(*one as usize),
        _ => Err(runtime_error("a window along one axis needs one number that is not negative")),
    }
}

/// `conv1d(input, weight, bias, stride, padding, dilation, groups)`.
///
/// # Errors
/// Those of [`conv2d`].
pub fn conv1d<T: Real + Factor>(
    input: &Tensor<T>,
    weight: &Tensor<T>,
    bias: &Option<Tensor<T>>,
    stride: &impl Sizes,
    padding: &impl Sizes,
    dilation: &impl Sizes,
    groups: i64,
) -> Fallible<Tensor<T>> {
    let lines = stacked(input, 3, weight)?;
    // A line is an image of one row.
    let raised = |array: &Array<T>| {
        let &[a, b, c] = array.shape() else { unreachable!("the numbers of axes were checked") };
        Array::from_vec(array.to_vec(), &[a, b, 1, c])
    };
    let window = Window {
        kernel: (1, weight.array().shape()[2]),
        stride: (1, single(stride)?),
        padding: (0, single(padding)?),
        dilation: (1, single(dilation)?),
    };
    let result = convolved(&raised(&lines), &raised(weight.array()), bias, window, groups)?;
    let &[count, filters, _, length] = result.shape() else { unreachable!("an image has two axes") };
    let result = Array::from_vec(result.to_vec(), &[count, filters, length]);
    Ok(unstacked(result, input.array().rank()))
}

/// `unfold(input, kernel_size, dilation, padding, stride)`: the windows of images, their elements in columns.
///
/// # Errors
/// `RuntimeError` for windows that do not fit.
pub fn unfold<T: Element>(
    input: &Tensor<T>,
    kernel_size: &impl Sizes,
    dilation: &impl Sizes,
    padding: &impl Sizes,
    stride: &impl Sizes,
) -> Fallible<Tensor<T>> {
    let &[count, channels, height, width] = input.array().shape() else {
        return Err(runtime_error(format!(
            "compiled code unfolds stacks of images, of four axes, and the input has {}",
            input.array().rank()
        )));
    };
    let window = Window {
        kernel: pair(kernel_size)?,
        stride: pair(stride)?,
        padding: pair(padding)?,
        dilation: pair(dilation)?,
    };
    let places = window.places((height, width)).map_err(|_| no_windows(window, (height, width)))?;
    let elements = window.unfolded(&input.array().to_vec(), (height, width), places);
    let inner = channels * window.kernel.0 * window.kernel.1;
    Ok(Tensor::from_vec(elements, &[count, inner, places.0 * places.1]))
}

/// What torch says of windows that do not fit.
#[cold]
fn no_windows(window: Window, size: (usize, usize)) -> Raised {
    let count = |length: usize, kernel: usize, dilation: usize, padding: usize, stride: usize| {
        let reach = (dilation * kernel.saturating_sub(1) + 1) as i64;
        ((length + 2 * padding) as i64 - reach).div_euclid(stride.max(1) as i64) + 1
    };
    let rows = count(size.0, window.kernel.0, window.dilation.0, window.padding.0, window.stride.0);
    let columns = count(size.1, window.kernel.1, window.dilation.1, window.padding.1, window.stride.1);
    runtime_error(format!(
        "Given input with spatial size {size:?}, kernel_size={:?}, dilation={:?}, padding={:?}, calculated shape of the array of \
         sliding blocks as ({rows}, {columns}), but its components must be at least one.",
        window.kernel, window.dilation, window.padding
    ))
}
