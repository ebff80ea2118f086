//! Sizes and paddings as torchvision takes them: a number, or one, two or four of them.

use crate::exception::{Fallible, value_error, zero_division_error};
use crate::torch::Sizes;

/// Rows and columns.
pub type Size = (i64, i64);

/// How many rows and columns are added on each side; taken away, where negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Padding {
    pub left: i64,
    pub top: i64,
    pub right: i64,
    pub bottom: i64,
}

impl Padding {
    /// The same on all sides, one number for the columns and one for the rows, or one for each side.
    ///
    /// # Errors
    /// `ValueError` for another number of numbers.
    pub fn of(padding: &impl Sizes) -> Fallible<Self> {
        match padding.sizes().as_slice() {
            &[all] => Ok(Self { left: all, top: all, right: all, bottom: all }),
            &[x, y] => Ok(Self { left: x, top: y, right: x, bottom: y }),
            &[left, top, right, bottom] => Ok(Self { left, top, right, bottom }),
            other => Err(value_error(format!(
                "Padding must be an int or a 1, 2, or 4 element tuple, not a {} element tuple",
                other.len()
            ))),
        }
    }
}

/// How what lies outside of an image is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filling {
    Constant,
    Edge,
    Reflect,
    Symmetric,
}

impl Filling {
    /// The filling of that name.
    ///
    /// # Errors
    /// `ValueError` where there is none.
    pub fn of(name: &str) -> Fallible<Self> {
        Ok(match name {
            "constant" => Self::Constant,
            "edge" => Self::Edge,
            "reflect" => Self::Reflect,
            "symmetric" => Self::Symmetric,
            _ => return Err(value_error("Padding mode should be either constant, edge, reflect or symmetric")),
        })
    }

    /// The place along an axis that is shown at a place outside of it; `None` where it is filled.
    pub fn source(self, place: i64, length: i64) -> Option<usize> {
        if (0..length).contains(&place) {
            return Some(place as usize);
        }
        let folded = |period: i64, start: i64| {
            let at = (place - start).rem_euclid(period) + start;
            at as usize
        };
        match self {
            _ if length == 0 => None,
            Self::Constant => None,
            Self::Edge => Some(place.clamp(0, length - 1) as usize),
            Self::Reflect if length == 1 => Some(0),
            Self::Reflect => {
                let at = folded(2 * (length - 1), 0);
                Some(at.min(2 * (length as usize - 1) - at))
            }
            Self::Symmetric => {
                let at = folded(2 * length, 0);
                Some(at.min(2 * length as usize - 1 - at))
            }
        }
    }
}

/// The size that `resize` makes: one number is the length of the shorter edge, the longer one keeps the ratio.
///
/// # Errors
/// `ValueError` for another number of lengths, or a longest edge that does not go with them; `ZeroDivisionError` for an
/// image that is empty.
pub fn resized((height, width): Size, size: &impl Sizes, max_size: Option<i64>) -> Fallible<Size> {
    let sizes = size.sizes();
    match *sizes.as_slice() {
        [_, _] if max_size.is_some() => Err(value_error(
            "max_size should only be passed if size specifies the length of the smaller edge, i.e. size should be an int \
             or a sequence of length 1 in torchscript mode.",
        )),
        [rows, columns] => Ok((rows, columns)),
        [edge] => {
            let (short, long) = if width <= height { (width, height) } else { (height, width) };
            if short == 0 {
                return Err(zero_division_error("division by zero"));
            }
            let (mut new_short, mut new_long) = (edge, (edge * long) as f64 / short as f64);
            new_long = new_long.trunc();
            if let Some(most) = max_size {
                if most <= edge {
                    return Err(value_error(format!(
                        "max_size = {most} must be strictly greater than the requested size for the smaller edge size = \
                         [{edge}]"
                    )));
                }
                if new_long > most as f64 {
                    new_short = ((most * new_short) as f64 / new_long) as i64;
                    new_long = most as f64;
                }
            }
            let new_long = new_long as i64;
            Ok(if width <= height { (new_long, new_short) } else { (new_short, new_long) })
        }
        _ => Err(value_error(format!(
            "Size must be an int or a 1 or 2 element tuple/list, not a {} element tuple/list",
            sizes.len()
        ))),
    }
}

/// Rows and columns, or one number for both.
///
/// # Errors
/// `ValueError` for another number of numbers.
pub fn pair(size: &impl Sizes) -> Fallible<Size> {
    match *size.sizes().as_slice() {
        [both] => Ok((both, both)),
        [rows, columns] => Ok((rows, columns)),
        [] => Err(value_error("not enough values to unpack (expected 2, got 0)")),
        _ => Err(value_error("too many values to unpack (expected 2)")),
    }
}

/// How `center_crop` cuts: what is added first, where the image is smaller, and the corner of what is cut out of that.
#[derive(Debug, Clone, Copy)]
pub struct Middle {
    pub padding: Option<Padding>,
    /// `None` where nothing is left to cut.
    pub corner: Option<(i64, i64)>,
    pub size: Size,
}

/// The middle of an image.
///
/// # Errors
/// Those of [`pair`].
pub fn middle((height, width): Size, output_size: &impl Sizes) -> Fallible<Middle> {
    let (rows, columns) = pair(output_size)?;
    let missing = |wanted: i64, length: i64| (wanted - length).max(0);
    let (across, down) = (missing(columns, width), missing(rows, height));
    let padding = (across > 0 || down > 0).then_some(Padding {
        left: across / 2,
        top: down / 2,
        right: (across + 1) / 2,
        bottom: (down + 1) / 2,
    });
    let (height, width) = (height + down, width + across);
    // Python's `round`: halves to even.
    let start = |length: i64, wanted: i64| ((length - wanted) as f64 / 2.0).round_ties_even() as i64;
    let is_done = padding.is_some() && (height, width) == (rows, columns);
    let corner = (!is_done).then(|| (start(height, rows), start(width, columns)));
    Ok(Middle { padding, corner, size: (rows, columns) })
}
