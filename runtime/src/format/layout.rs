//! Puts sign, prefix, grouped digits and padding in their places.

use super::spec::Spec;
use crate::exception::Fallible;
use crate::sequence::out_of_memory;

/// The parts of a number's text.
pub(super) struct Number<'a> {
    pub negative: bool,
    /// `0x` and the like.
    pub prefix: &'a str,
    /// The whole digits, which are grouped.
    pub digits: &'a str,
    /// What follows them: `.5`, `e+20`, `%`; or the text of what has no digits.
    pub rest: &'a str,
}

/// Appends the number.
pub(super) fn number(spec: &Spec, number: &Number, out: &mut String) -> Fallible<()> {
    let sign = match (number.negative, spec.sign) {
        (true, _) => "-",
        (false, Some('+')) => "+",
        (false, Some(' ')) => " ",
        (false, _) => "",
    };
    let around = sign.len() + number.prefix.len() + number.rest.chars().count();
    let fills_with_zeros = spec.fill == '0' && spec.align == '=';
    let grouped = match spec.grouping {
        Some(separator) if !number.digits.is_empty() => {
            let size = if matches!(spec.kind, Some('b' | 'o' | 'x' | 'X')) { 4 } else { 3 };
            group(number.digits, separator, size, if fills_with_zeros { spec.width.saturating_sub(around) } else { 0 })
        }
        _ => number.digits.to_owned(),
    };
    let padding = Padding::new(spec, around + grouped.len())?;
    padding.before(out);
    out.push_str(sign);
    out.push_str(number.prefix);
    padding.inside(out);
    out.push_str(&grouped);
    out.push_str(number.rest);
    padding.after(out);
    Ok(())
}

/// Appends text of so many code points.
pub(super) fn text(spec: &Spec, text: &str, length: usize, out: &mut String) -> Fallible<()> {
    let padding = Padding::new(spec, length)?;
    padding.before(out);
    out.push_str(text);
    padding.after(out);
    Ok(())
}

struct Padding {
    fill: char,
    before: usize,
    inside: usize,
    after: usize,
}

impl Padding {
    fn new(spec: &Spec, length: usize) -> Fallible<Self> {
        let total = spec.width.saturating_sub(length);
        // Refused here, since a `String` that cannot grow aborts the process.
        String::new().try_reserve_exact(total.saturating_mul(spec.fill.len_utf8())).map_err(|_| out_of_memory())?;
        let (before, inside, after) = match spec.align {
            '<' => (0, 0, total),
            '^' => (total / 2, 0, total - total / 2),
            '=' => (0, total, 0),
            _ => (total, 0, 0),
        };
        Ok(Self { fill: spec.fill, before, inside, after })
    }

    fn before(&self, out: &mut String) {
        out.extend(std::iter::repeat_n(self.fill, self.before));
    }

    fn inside(&self, out: &mut String) {
        out.extend(std::iter::repeat_n(self.fill, self.inside));
    }

    fn after(&self, out: &mut String) {
        out.extend(std::iter::repeat_n(self.fill, self.after));
    }
}

/// Groups from the right, and goes on with zeros until the text has the width: `0,000,001,234` for 12, since a text
/// never begins with a separator.
fn group(digits: &str, separator: char, size: usize, width: usize) -> String {
    let mut reversed = String::new();
    let mut digits = digits.chars().rev().peekable();
    let mut count = 0;
    while digits.peek().is_some() || reversed.len() < width {
        if count > 0 && count % size == 0 {
            reversed.push(separator);
        }
        reversed.push(digits.next().unwrap_or('0'));
        count += 1;
    }
    reversed.chars().rev().collect()
}
