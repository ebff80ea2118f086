//! Numbers as numpy writes them, alone and in arrays.

use super::element::{Element, ElementType, Kind};
use super::rounding::nearest_half;

/// A finite float as its shortest decimal digits, or as those of 8 places.
struct Decimal {
    negative: bool,
    /// Before the point; not empty.
    whole: String,
    /// After the point; may be empty.
    fraction: String,
    /// With the sign, of the scientific form.
    exponent: Option<i32>,
}

/// How many digits arrays show after the point: `numpy.get_printoptions()["precision"]`.
const PRECISION: usize = 8;

/// `str(scalar)`: shortest digits, in the scientific form where numpy's scalars take it.
pub fn scalar<T: Element>(value: T) -> String {
    match T::KIND {
        Kind::Bool => if value.truth() { "True" } else { "False" }.into(),
        Kind::Signed => value.to_i64().to_string(),
        Kind::Unsigned => (value.to_i64() as u64).to_string(),
        Kind::Float => scalar_float(value),
        Kind::Complex => scalar_complex(value),
    }
}

/// As Python writes complex numbers: in parentheses, unless the real part is zero.
fn scalar_complex<T: Element>(value: T) -> String {
    let part = |part: f64| {
        let text = if T::TYPE == ElementType::Complex64 { scalar_float(part as f32) } else { scalar_float(part) };
        text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
    };
    let (re, im) = (value.to_f64(), value.imaginary());
    if re == 0.0 && re.is_sign_positive() {
        return format!("{}j", part(im));
    }
    let sign = if im.is_sign_negative() && !im.is_nan() { "" } else { "+" };
    format!("({}{sign}{}j)", part(re), part(im))
}

fn scalar_float<T: Element>(value: T) -> String {
    let float = value.to_f64();
    if !float.is_finite() {
        return not_finite(float);
    }
    let highest = match T::TYPE {
        ElementType::Float16 => 1e3,
        ElementType::Float32 => 1e6,
        _ => 1e16,
    };
    let positional = float == 0.0 || (1e-4..highest).contains(&float.abs());
    let decimal = if positional { shortest(value) } else { shortest_scientific(value) };
    let mut text = decimal.text();
    if decimal.exponent.is_none() && decimal.fraction.is_empty() {
        text.push('0');
    }
    // `1e+16`, not `1.e+16`.
    text.replace(".e", "e")
}

fn not_finite(value: f64) -> String {
    match value {
        f64::INFINITY => "inf".into(),
        f64::NEG_INFINITY => "-inf".into(),
        _ => "nan".into(),
    }
}

impl Decimal {
    /// From text as Rust writes it: `-1.5`, `1.5e-7`.
    fn parse(text: &str) -> Self {
        let (mantissa, exponent) = match text.split_once('e') {
            Some((mantissa, exponent)) => (mantissa, exponent.parse().ok()),
            None => (text, None),
        };
        let (negative, digits) = match mantissa.strip_prefix('-') {
            Some(digits) => (true, digits),
            None => (false, mantissa),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        Self { negative, whole: whole.into(), fraction: fraction.trim_end_matches('0').into(), exponent }
    }

    /// The digits before the point, with the sign.
    fn signed_whole(&self) -> String {
        format!("{}{}", if self.negative { "-" } else { "" }, self.whole)
    }

    /// The exponent of the scientific form: a sign and at least two digits.
    fn exponent_text(&self) -> String {
        self.exponent.map_or(String::new(), |exponent| {
            format!("e{}{:02}", if exponent < 0 { '-' } else { '+' }, exponent.unsigned_abs())
        })
    }

    fn text(&self) -> String {
        format!("{}.{}{}", self.signed_whole(), self.fraction, self.exponent_text())
    }
}

/// The shortest digits that only this value of the type has.
fn shortest<T: Element>(value: T) -> Decimal {
    Decimal::parse(&match T::TYPE {
        ElementType::Float16 => half_digits(value.to_f64(), |value, digits| format!("{value:.digits$}")),
        ElementType::Float32 => format!("{}", value.to_f64() as f32),
        _ => format!("{}", value.to_f64()),
    })
}

/// The shortest text that is read back as the same half-precision number.
fn half_digits(value: f64, write: impl Fn(f64, usize) -> String) -> String {
    let half = nearest_half(value);
    let is_same = |text: &String| text.parse::<f64>().is_ok_and(|read| nearest_half(read) == half);
    (0..24).map(|digits| write(value, digits)).find(is_same).unwrap_or_else(|| value.to_string())
}

fn shortest_scientific<T: Element>(value: T) -> Decimal {
    Decimal::parse(&match T::TYPE {
        ElementType::Float16 => half_digits(value.to_f64(), |value, digits| format!("{value:.digits$e}")),
        ElementType::Float32 => format!("{:e}", value.to_f64() as f32),
        _ => format!("{:e}", value.to_f64()),
    })
}

/// The shortest digits, but no more than 8 after the point.
fn rounded<T: Element>(value: T) -> Decimal {
    match shortest(value) {
        long if long.fraction.len() > PRECISION => Decimal::parse(&format!("{:.PRECISION$}", value.to_f64())),
        short => short,
    }
}

fn rounded_scientific<T: Element>(value: T) -> Decimal {
    match shortest_scientific(value) {
        long if long.fraction.len() > PRECISION => Decimal::parse(&format!("{:.PRECISION$e}", value.to_f64())),
        short => short,
    }
}

/// How the elements of an array are written, so that they stand below one another: numpy's `FloatingFormat`,
/// `IntegerFormat` and `BoolFormat`.
pub enum Column {
    /// Right-aligned to a width.
    Aligned(usize),
    /// Complex numbers: a column for the real parts, and one for the imaginary ones with their signs.
    Complex(Box<Column>, Box<Column>),
    /// Floats with the point in one place.
    Positional {
        /// The places before the point.
        left: usize,
        /// The places after it.
        right: usize,
    },
    /// Floats in the scientific form.
    Scientific {
        /// The places before the point.
        left: usize,
        /// The digits after it.
        fraction: usize,
        /// The places of the exponent.
        exponent: usize,
    },
}

impl Column {
    /// The format of elements: those that are shown.
    pub fn of<T: Element>(elements: &[T]) -> Self {
        if T::KIND == Kind::Complex {
            return Self::of_complex(elements);
        }
        if T::KIND != Kind::Float {
            let width = elements.iter().map(|&element| scalar(element).len()).max();
            // Truth values keep the place of a sign.
            return Column::Aligned(if T::KIND == Kind::Bool { 5 } else { width.unwrap_or(0) });
        }
        let finite: Vec<T> = elements.iter().copied().filter(|element| element.to_f64().is_finite()).collect();
        let column = if needs_exponents(&finite) { scientific(&finite) } else { positional(&finite) };
        column.widened(elements)
    }

    fn of_complex<T: Element>(elements: &[T]) -> Self {
        let column = |part: fn(&T) -> f64| match T::TYPE {
            ElementType::Complex64 => {
                Column::of(&elements.iter().map(|element| part(element) as f32).collect::<Vec<_>>())
            }
            _ => Column::of(&elements.iter().map(part).collect::<Vec<_>>()),
        };
        let imaginary = column(|element| element.imaginary().abs());
        Column::Complex(Box::new(column(|element| element.to_f64())), Box::new(imaginary))
    }

    /// With room for `nan` and `inf`.
    fn widened<T: Element>(mut self, elements: &[T]) -> Self {
        let others = elements.iter().map(|element| element.to_f64()).filter(|element| !element.is_finite());
        let Some(longest) = others.map(|element| not_finite(element).len()).max() else { return self };
        match &mut self {
            Column::Aligned(width) => *width = (*width).max(longest),
            Column::Complex(..) => {}
            Column::Positional { left, right } => *left = (*left).max(longest.saturating_sub(*right + 1)),
            Column::Scientific { left, fraction, exponent } => {
                *left = (*left).max(longest.saturating_sub(*fraction + *exponent + 3));
            }
        }
        self
    }

    /// The element in the format.
    pub fn write<T: Element>(&self, element: T) -> String {
        let float = element.to_f64();
        match self {
            Column::Aligned(width) => format!("{:>width$}", scalar(element)),
            Column::Complex(real, imaginary) => {
                let write = |column: &Column, part: f64| match T::TYPE {
                    ElementType::Complex64 => column.write(part as f32),
                    _ => column.write(part),
                };
                let im = element.imaginary();
                let sign = if im.is_sign_negative() && !im.is_nan() { '-' } else { '+' };
                // The `j` follows the digits at once; what pads them comes after it.
                let digits = write(imaginary, im.abs());
                let padding = digits.len() - digits.trim_end().len();
                format!("{}{sign}{}j{}", write(real, element.to_f64()), digits.trim(), " ".repeat(padding))
            }
            Column::Positional { left, right } if !float.is_finite() => {
                format!("{:>width$}", not_finite(float), width = left + right + 1)
            }
            Column::Scientific { left, fraction, exponent } if !float.is_finite() => {
                format!("{:>width$}", not_finite(float), width = left + fraction + exponent + 3)
            }
            Column::Positional { left, right } => {
                let decimal = rounded(element);
                format!("{:>left$}.{:<right$}", decimal.signed_whole(), decimal.fraction)
            }
            Column::Scientific { left, fraction, .. } => {
                let shortest = rounded_scientific(element);
                // What is filled up shows the digits that the number really has.
                let decimal = match shortest.fraction.len() < *fraction {
                    true => Decimal::parse(&format!("{float:.fraction$e}")),
                    false => shortest,
                };
                let (whole, digits) = (decimal.signed_whole(), &decimal.fraction);
                format!("{whole:>left$}.{digits:0<fraction$}{}", decimal.exponent_text())
            }
        }
    }
}

/// Whether the elements differ too much in size to be written without exponents.
fn needs_exponents<T: Element>(finite: &[T]) -> bool {
    let sizes = finite.iter().map(|element| element.to_f64().abs()).filter(|&size| size != 0.0);
    let (least, greatest) =
        sizes.fold((f64::INFINITY, 0.0), |(least, greatest): (f64, f64), size| (least.min(size), greatest.max(size)));
    // The quotient is taken in the elements' own type.
    let quotient = match T::TYPE {
        ElementType::Float32 => f64::from(greatest as f32 / least as f32),
        _ => greatest / least,
    };
    greatest != 0.0 && (greatest >= 1e8 || least < 1e-4 || quotient > 1000.0)
}

fn positional<T: Element>(finite: &[T]) -> Column {
    let decimals: Vec<Decimal> = finite.iter().map(|&element| rounded(element)).collect();
    Column::Positional {
        left: decimals.iter().map(|decimal| decimal.signed_whole().len()).max().unwrap_or(0),
        right: decimals.iter().map(|decimal| decimal.fraction.len()).max().unwrap_or(0),
    }
}

fn scientific<T: Element>(finite: &[T]) -> Column {
    let decimals: Vec<Decimal> = finite.iter().map(|&element| rounded_scientific(element)).collect();
    Column::Scientific {
        left: decimals.iter().map(|decimal| decimal.signed_whole().len()).max().unwrap_or(0),
        fraction: decimals.iter().map(|decimal| decimal.fraction.len()).max().unwrap_or(0),
        // Without the `e` and the sign, which always take a place each.
        exponent: decimals.iter().map(|decimal| decimal.exponent_text().len()).max().unwrap_or(2).saturating_sub(2),
    }
}
