//! Tensors as text, as torch lays them out (`torch/_tensor_str.py`).

use super::Tensor;
use crate::exception::Fallible;
use crate::numpy::{Element, ElementType, Kind};
use crate::object::Object;
use crate::str::Str;

/// Larger tensors are shown by their edges.
const THRESHOLD: usize = 1000;
/// How many elements an edge has.
const EDGE: usize = 3;
/// The length of a line.
const LINE_WIDTH: usize = 80;

/// How the elements of one tensor are written.
enum Style {
    /// As they are.
    Plain,
    /// Floats that are all whole: `1.`.
    Whole,
    /// With four digits.
    Fixed,
    /// With an exponent.
    Scientific,
}

/// A style, and the width that all elements are filled up to.
struct Column {
    style: Style,
    width: usize,
}

impl Column {
    fn of<T: Element>(elements: &[T]) -> Self {
        if T::KIND != Kind::Float {
            let width = elements.iter().map(|element| text(element.to_f64(), *element).len()).max();
            return Self { style: Style::Plain, width: width.unwrap_or(1).max(1) };
        }
        let shown: Vec<f64> = elements
            .iter()
            .map(|element| element.to_f64())
            .filter(|value| value.is_finite() && *value != 0.0)
            .collect();
        if shown.is_empty() {
            return Self { style: Style::Whole, width: 1 };
        }
        let sizes = shown.iter().map(|value| value.abs());
        let (least, most) = (sizes.clone().fold(f64::INFINITY, f64::min), sizes.fold(0.0, f64::max));
        let style = if most / least > 1000.0 || most > 1e8 || least < 1e-4 {
            Style::Scientific
        } else if shown.iter().all(|value| value.fract() == 0.0) {
            Style::Whole
        } else {
            Style::Fixed
        };
        let width = shown.iter().map(|value| written(&style, *value).len()).max();
        Self { style, width: width.unwrap_or(1).max(1) }
    }

    fn format<T: Element>(&self, element: T) -> String {
        let value = element.to_f64();
        let written = match self.style {
            Style::Plain => text(value, element),
            _ => written(&self.style, value),
        };
        format!("{written:>width$}", width = self.width)
    }
}

/// A float in a style.
fn written(style: &Style, value: f64) -> String {
    let spec = match style {
        Style::Scientific => ".4e",
        Style::Whole => ".0f",
        _ => ".4f",
    };
    let text = crate::object::format(&value, &Str::from(spec)).map(|text| text.as_str().to_owned()).unwrap_or_default();
    if matches!(style, Style::Whole) && value.is_finite() { text + "." } else { text }
}

/// A number as Python writes it.
fn text<T: Element>(value: f64, element: T) -> String {
    match T::KIND {
        Kind::Bool => if element.truth() { "True" } else { "False" }.to_owned(),
        Kind::Complex => format!("{value}{:+}j", element.imaginary()),
        Kind::Float => crate::object::str(&value).as_str().to_owned(),
        Kind::Unsigned => (element.to_i64() as u64).to_string(),
        Kind::Signed => element.to_i64().to_string(),
    }
}

/// The places along an axis that are shown; `None` stands for those left out.
fn shown(length: usize, summarised: bool) -> Vec<Option<usize>> {
    if summarised && length > 2 * EDGE {
        (0..EDGE).map(Some).chain([None]).chain((length - EDGE..length).map(Some)).collect()
    } else {
        (0..length).map(Some).collect()
    }
}

/// The elements that are shown.
fn shown_elements<T: Element>(tensor: &Tensor<T>, summarised: bool, elements: &mut Vec<T>) {
    match tensor.0.shape().first() {
        None => elements.extend(tensor.0.only().ok()),
        Some(&length) => shown(length, summarised).into_iter().flatten().for_each(|place| {
            shown_elements(&super::joining::slice(tensor, 0, place), summarised, elements);
        }),
    }
}

fn body<T: Element>(tensor: &Tensor<T>, indent: usize, summarised: bool, column: &Column) -> String {
    match tensor.0.rank() {
        0 => tensor.0.only().map(|element| column.format(element)).unwrap_or_default(),
        1 => {
            let place = |place: Option<usize>| match place {
                Some(place) => body(&super::joining::slice(tensor, 0, place), indent, summarised, column),
                None => " ...".to_owned(),
            };
            let cells: Vec<String> = shown(tensor.0.shape()[0], summarised).into_iter().map(place).collect();
            let on_a_line = (LINE_WIDTH.saturating_sub(indent) / (column.width + 2)).max(1);
            let lines: Vec<String> = cells.chunks(on_a_line).map(|line| line.join(", ")).collect();
            format!("[{}]", lines.join(&format!(",\n{}", " ".repeat(indent + 1))))
        }
        rank => {
            let place = |place: Option<usize>| match place {
                Some(place) => body(&super::joining::slice(tensor, 0, place), indent + 1, summarised, column),
                None => "...".to_owned(),
            };
            let slices: Vec<String> = shown(tensor.0.shape()[0], summarised).into_iter().map(place).collect();
            let separator = format!(",{}{}", "\n".repeat(rank - 1), " ".repeat(indent + 1));
            format!("[{}]", slices.join(&separator))
        }
    }
}

impl<T: Element> Object for Tensor<T> {
    fn type_name(&self) -> &'static str {
        "Tensor"
    }

    fn freeze(&self) {
        self.0.freeze();
    }

    fn deepcopy(&self, memo: &mut crate::copy::Memo) -> Fallible<Self> {
        memo.once(self.0.identity(), || Tensor(self.0.copied()), |_, _| Ok(()))
    }

    fn repr(&self, out: &mut String) {
        const PREFIX: &str = "tensor(";
        let mut suffixes = Vec::new();
        let is_empty = self.0.size() == 0;
        if is_empty && self.0.rank() != 1 {
            let tuple = crate::object::repr(&super::tensor::shape(self));
            suffixes.push(format!("size={}", tuple.as_str()));
        }
        let implied = match T::TYPE {
            ElementType::Float32 => true,
            ElementType::Complex64 | ElementType::Int64 | ElementType::Bool => !is_empty,
            _ => false,
        };
        if !implied {
            suffixes.push(format!("dtype=torch.{}", T::NAME));
        }
        let text = if is_empty {
            "[]".to_owned()
        } else {
            let summarised = self.0.size() > THRESHOLD;
            let mut elements = Vec::new();
            shown_elements(self, summarised, &mut elements);
            body(self, PREFIX.len(), summarised, &Column::of(&elements))
        };
        let whole = format!("{PREFIX}{text}");
        // torch counts from the last newline, or from one place before the text.
        let mut last_line = match whole.rfind('\n') {
            Some(newline) => whole.len() - newline + 1,
            None => whole.len() + 2,
        };
        out.push_str(&whole);
        for suffix in suffixes {
            if last_line + suffix.len() + 2 > LINE_WIDTH {
                out.push_str(&format!(",\n{}{suffix}", " ".repeat(PREFIX.len())));
                last_line = PREFIX.len() + suffix.len();
            } else {
                out.push_str(&format!(", {suffix}"));
                last_line += suffix.len() + 2;
            }
        }
        out.push(')');
    }

    /// Of a tensor without axes that of its number.
    fn format(&self, spec: &str, out: &mut String) -> Fallible<()> {
        match (self.0.rank(), self.0.only()) {
            (0, Ok(element)) if T::KIND == Kind::Float => element.to_f64().format(spec, out),
            (0, Ok(element)) if T::KIND == Kind::Bool => element.truth().format(spec, out),
            (0, Ok(element)) if T::KIND != Kind::Complex => element.to_i64().format(spec, out),
            _ if spec.is_empty() => {
                self.str(out);
                Ok(())
            }
            _ => Err(crate::exception::type_error("unsupported format string passed to Tensor.__format__")),
        }
    }
}
