//! Arrays as text: `str(array)` and `repr(array)`, as `numpy.array2string` lays them out.

use super::array::Array;
use super::element::{Element, ElementType};
use super::scalar::Scalar;
use super::text::Column;
use crate::exception::{Fallible, type_error};
use crate::object::{Number, Object};

/// `numpy.get_printoptions()`: larger arrays are shown by their edges.
pub(super) const THRESHOLD: usize = 1000;
/// How many elements an edge has.
pub(super) const EDGE: usize = 3;
/// The length of a line.
pub(super) const LINE_WIDTH: usize = 75;

/// What stays the same on all levels of nesting.
struct Layout<'a, T: Element> {
    array: &'a Array<T>,
    column: Column,
    separator: &'static str,
    summarised: bool,
}

/// The text between the brackets and they themselves. `indent` is the width of what stands before it.
fn body<T: Element>(array: &Array<T>, separator: &'static str, indent: usize, line_width: usize) -> String {
    if array.size() == 0 {
        return "[]".into();
    }
    let summarised = array.size() > THRESHOLD;
    let elements = if summarised { edges(array) } else { array.to_vec() };
    let column = if array.rank() == 0 { Column::Aligned(0) } else { Column::of(&elements) };
    let column = match (&column, T::KIND) {
        (Column::Aligned(0), super::Kind::Float) => Column::of(&elements),
        _ => column,
    };
    let layout = Layout { array, column, separator, summarised };
    layout.nested(0, 0, indent + 1, line_width)
}

/// The elements that a summary shows.
fn edges<T: Element>(array: &Array<T>) -> Vec<T> {
    let mut elements = Vec::new();
    collect_edges(array, 0, 0, &mut elements);
    elements
}

fn collect_edges<T: Element>(array: &Array<T>, axis: usize, offset: isize, elements: &mut Vec<T>) {
    if axis == array.rank() {
        // SAFETY: The offset is that of an element.
        elements.push(unsafe { *array.pointer().as_ptr().offset(offset) });
        return;
    }
    let length = array.shape()[axis];
    for position in (0..length).filter(|&position| length <= 2 * EDGE || position < EDGE || position >= length - EDGE) {
        collect_edges(array, axis + 1, offset + array.strides()[axis] * position as isize, elements);
    }
}

impl<T: Element> Layout<'_, T> {
    /// The part of the array from the offset on, along the axes from `axis` on.
    fn nested(&self, axis: usize, offset: isize, indent: usize, width: usize) -> String {
        if axis == self.array.rank() {
            // SAFETY: The offset is that of an element.
            return self.column.write(unsafe { *self.array.pointer().as_ptr().offset(offset) });
        }
        let last_axis = axis + 1 == self.array.rank();
        let separator = self.separator.trim_end();
        let inner = |position: usize| {
            let offset = offset + self.array.strides()[axis] * position as isize;
            self.nested(axis + 1, offset, indent + 1, width - 1)
        };
        let words = self.positions(axis).into_iter().map(|position| position.map_or_else(|| "...".into(), inner));
        let text = if last_axis {
            let room = width - separator.len().max(1);
            fill(words, self.separator, indent, room)
        } else {
            let lines: Vec<String> = words.map(|word| " ".repeat(indent) + &word).collect();
            lines.join(&(separator.to_owned() + &"\n".repeat(self.array.rank() - axis - 1)))
        };
        format!("[{}]", &text[indent..])
    }

    /// The positions along an axis that are shown; `None` for those that are left out.
    fn positions(&self, axis: usize) -> Vec<Option<usize>> {
        let length = self.array.shape()[axis];
        if !self.summarised || length <= 2 * EDGE {
            return (0..length).map(Some).collect();
        }
        (0..EDGE).map(Some).chain([None]).chain((length - EDGE..length).map(Some)).collect()
    }
}

/// Words in lines of at most the width, each line indented.
fn fill(words: impl Iterator<Item = String>, separator: &str, indent: usize, width: usize) -> String {
    let indentation = " ".repeat(indent);
    let (mut text, mut line) = (String::new(), indentation.clone());
    let mut words = words.peekable();
    while let Some(word) = words.next() {
        if line.len() + word.len() > width && line.len() > indent {
            text.push_str(line.trim_end());
            text.push('\n');
            line.clone_from(&indentation);
        }
        line.push_str(&word);
        if words.peek().is_some() {
            line.push_str(separator);
        }
    }
    text + &line
}

/// `array([1, 2])`, with the shape where its elements do not tell it, and the dtype.
pub(super) fn described(body: &str, shape: &[usize], dtype: Option<&str>, out: &mut String) {
    let size: usize = shape.iter().product();
    let mut extras = Vec::new();
    if (size == 0 && *shape != [0]) || size > THRESHOLD {
        let lengths: Vec<String> = shape.iter().map(usize::to_string).collect();
        let comma = if lengths.len() == 1 { "," } else { "" };
        extras.push(format!("shape=({}{comma})", lengths.join(", ")));
    }
    extras.extend(dtype.map(|dtype| format!("dtype={dtype}")));
    let start = out.len();
    out.push_str("array(");
    out.push_str(body);
    if extras.is_empty() {
        out.push(')');
        return;
    }
    let extras = extras.join(", ") + ")";
    out.push(',');
    let line_start = out[start..].rfind('\n').map_or(start, |newline| start + newline + 1);
    let is_on_own_line = out[line_start..].chars().count() + extras.len() + 1 > LINE_WIDTH;
    out.push_str(if is_on_own_line { "\n      " } else { " " });
    out.push_str(&extras);
}

/// `format(array, spec)`: as `str`, of an empty specification alone.
pub(super) fn formatted(array: &impl Object, spec: &str, out: &mut String) -> Fallible<()> {
    if !spec.is_empty() {
        return Err(type_error("unsupported format string passed to numpy.ndarray.__format__"));
    }
    array.str(out);
    Ok(())
}

/// As numpy shows arrays: `[1. 2.]`, and `array([1., 2.], dtype=float32)`.
impl<T: Element> Object for Array<T> {
    fn type_name(&self) -> &'static str {
        "ndarray"
    }

    fn freeze(&self) {
        Array::freeze(self);
    }

    /// An array held twice is copied once; so are two arrays that view the same elements in the same way.
    fn deepcopy(&self, memo: &mut crate::copy::Memo) -> Fallible<Self> {
        memo.once(self.identity(), || self.copied(), |_, _| Ok(()))
    }

    fn repr(&self, out: &mut String) {
        let implied =
            matches!(T::TYPE, ElementType::Bool | ElementType::Int64 | ElementType::Float64 | ElementType::Complex128);
        let dtype = (!implied || self.size() == 0).then_some(T::NAME);
        described(&body(self, ", ", "array(".len(), LINE_WIDTH - 1), self.shape(), dtype, out);
    }

    fn str(&self, out: &mut String) {
        out.push_str(&body(self, " ", 0, LINE_WIDTH));
    }

    fn format(&self, spec: &str, out: &mut String) -> Fallible<()> {
        formatted(self, spec, out)
    }
}

/// As numpy shows scalars: `1.5`, and `np.float32(1.5)`.
impl<T: Element> Object for Scalar<T> {
    fn type_name(&self) -> &'static str {
        T::NAME
    }

    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        let text = super::text::scalar(self.0);
        if T::TYPE == ElementType::Bool {
            out.push_str(&format!("np.{text}_"));
        } else {
            // A complex number has parentheses of its own, which stand for these.
            let inner = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')).unwrap_or(&text);
            out.push_str(&format!("np.{}({inner})", T::NAME));
        }
    }

    fn str(&self, out: &mut String) {
        out.push_str(&super::text::scalar(self.0));
    }

    fn number(&self) -> Number {
        match T::KIND {
            super::Kind::Float => Number::Float(self.0.to_f64()),
            _ => Number::Int(self.0.to_i64()),
        }
    }

    /// `np.float64` is a `float` in Python, the others are nothing that JSON knows.
    fn json(&self, writer: &mut crate::json::Writer) -> Fallible<()> {
        if T::TYPE == ElementType::Float64 {
            return writer.float(self.0.to_f64());
        }
        Err(type_error(format!("Object of type {} is not JSON serializable", self.type_name())))
    }

    /// As the Python number it stands for.
    fn format(&self, spec: &str, out: &mut String) -> Fallible<()> {
        match T::KIND {
            super::Kind::Float => self.0.to_f64().format(spec, out),
            super::Kind::Bool if spec.is_empty() => {
                self.str(out);
                Ok(())
            }
            super::Kind::Unsigned if T::TYPE == ElementType::UInt64 && self.0.to_i64() < 0 => {
                if !spec.is_empty() {
                    return Err(crate::exception::overflow_error("a uint64 above 2**63 cannot be formatted so"));
                }
                self.str(out);
                Ok(())
            }
            _ => self.0.to_i64().format(spec, out),
        }
    }
}
