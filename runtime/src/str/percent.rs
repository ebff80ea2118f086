//! `template % values`: "printf-style String Formatting" of the Python library reference.

use super::Str;
use super::format::{Field, Fields, as_int, number_required};
use crate::exception::{Fallible, missing_key, overflow_error, type_error, value_error};
use crate::object::{Number, Object};

/// `template % values`. Named values are those of a mapping; `lenient` where values may be left over.
///
/// # Errors
/// `TypeError` for too few or too many values and for a value that the conversion does not take; `ValueError` for a
/// malformed template; `KeyError` for a name that is not there.
pub fn percent(template: &Str, fields: &Fields, lenient: bool) -> Fallible<Str> {
    let characters: Vec<char> = template.as_str().chars().collect();
    let mut formatter = Formatter { characters: &characters, place: 0, fields, next: 0, out: String::new() };
    while formatter.place < characters.len() {
        match formatter.take() {
            Some('%') => formatter.conversion()?,
            other => formatter.out.extend(other),
        }
    }
    let is_mapping = fields.iter().any(|(name, _)| !name.is_empty());
    if formatter.next < fields.len() && !lenient && !is_mapping {
        return Err(type_error("not all arguments converted during string formatting"));
    }
    Ok(Str::from(formatter.out))
}

struct Formatter<'a> {
    characters: &'a [char],
    place: usize,
    fields: &'a Fields<'a>,
    next: usize,
    out: String,
}

/// The flags, width and precision of a conversion.
#[derive(Default)]
struct Options {
    left: bool,
    plus: bool,
    space: bool,
    alternate: bool,
    zero: bool,
    width: usize,
    precision: Option<usize>,
}

impl<'a> Formatter<'a> {
    fn take(&mut self) -> Option<char> {
        let character = self.characters.get(self.place).copied();
        self.place += 1;
        character
    }

    fn peek(&self) -> Option<char> {
        self.characters.get(self.place).copied()
    }

    fn argument(&mut self) -> Fallible<&'a dyn Field> {
        let field = self.fields.iter().filter(|(name, _)| name.is_empty()).nth(self.next);
        self.next += 1;
        field.map(|(_, value)| *value).ok_or_else(|| type_error("not enough arguments for format string"))
    }

    fn conversion(&mut self) -> Fallible<()> {
        let named = self.name()?;
        let mut options = Options::default();
        while let Some(flag) = self.peek() {
            match flag {
                '-' => options.left = true,
                '+' => options.plus = true,
                ' ' => options.space = true,
                '#' => options.alternate = true,
                '0' => options.zero = true,
                _ => break,
            }
            self.place += 1;
        }
        if let Some(width) = self.size()? {
            options.left |= width < 0;
            options.width = usize::try_from(width.unsigned_abs()).unwrap_or(usize::MAX);
        }
        if self.peek() == Some('.') {
            self.place += 1;
            options.precision = Some(usize::try_from(self.size()?.unwrap_or(0).max(0)).unwrap_or(usize::MAX));
        }
        if matches!(self.peek(), Some('h' | 'l' | 'L')) {
            self.place += 1;
        }
        let Some(kind) = self.take() else { return Err(value_error("incomplete format")) };
        if kind == '%' {
            self.out.push('%');
            return Ok(());
        }
        let value = match named {
            Some(value) => value,
            None => self.argument()?,
        };
        self.show(kind, &options, value)
    }

    /// `(name)`: the value of that name.
    fn name(&mut self) -> Fallible<Option<&'a dyn Field>> {
        if self.peek() != Some('(') {
            return Ok(None);
        }
        let start = self.place + 1;
        let mut depth = 0;
        while let Some(character) = self.take() {
            match character {
                '(' => depth += 1,
                ')' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                if self.fields.iter().all(|(name, _)| name.is_empty()) && !self.fields.is_empty() {
                    return Err(type_error("format requires a mapping"));
                }
                let name: String = self.characters[start..self.place - 1].iter().collect();
                let found = self.fields.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
                return found.map(Some).ok_or_else(|| missing_key(&Str::from(name)));
            }
        }
        Err(value_error("incomplete format key"))
    }

    /// A width or precision: digits, or `*` for the next value.
    fn size(&mut self) -> Fallible<Option<i64>> {
        if self.peek() == Some('*') {
            self.place += 1;
            let value = self.argument()?;
            return as_int(value).map(Some).ok_or_else(|| type_error("* wants int"));
        }
        let mut size: Option<i64> = None;
        while let Some(digit) = self.peek().and_then(|character| character.to_digit(10)) {
            let grown = size.unwrap_or(0).checked_mul(10).and_then(|size| size.checked_add(digit.into()));
            size = Some(grown.filter(|size| *size <= i32::MAX.into()).ok_or_else(|| value_error("width too big"))?);
            self.place += 1;
        }
        Ok(size)
    }

    fn show(&mut self, kind: char, options: &Options, value: &dyn Field) -> Fallible<()> {
        match kind {
            's' | 'r' | 'a' => {
                let text = match kind {
                    's' => value.str_text(),
                    'r' => value.repr_text(),
                    _ => crate::format::text::escape_non_ascii(&value.repr_text()),
                };
                let text = match options.precision {
                    Some(precision) => text.chars().take(precision).collect(),
                    None => text,
                };
                self.pad("", "", &text, options, false);
                Ok(())
            }
            'c' => self.character(options, value),
            'd' | 'i' | 'u' | 'o' | 'x' | 'X' => self.integer(kind, options, value),
            'e' | 'E' | 'f' | 'F' | 'g' | 'G' => self.float(kind, options, value),
            other => {
                let place = self.place - 1;
                let shown = if ('\x20'..'\x7f').contains(&other) { other } else { '?' };
                Err(value_error(format!(
                    "unsupported format character '{shown}' (0x{:x}) at index {place}",
                    u32::from(other)
                )))
            }
        }
    }

    fn character(&mut self, options: &Options, value: &dyn Field) -> Fallible<()> {
        let text = if value.class() == "str" {
            Some(value.str_text()).filter(|text| text.chars().count() == 1)
        } else if let Some(code) = as_int(value) {
            let code = u32::try_from(code).ok().filter(|code| *code < 0x11_0000);
            let code = code.ok_or_else(|| overflow_error("%c arg not in range(0x110000)"))?;
            Some(char::from_u32(code).ok_or_else(crate::builtins::surrogate)?.to_string())
        } else {
            None
        };
        let text = text.ok_or_else(|| type_error("%c requires int or char"))?;
        self.pad("", "", &text, options, false);
        Ok(())
    }

    fn integer(&mut self, kind: char, options: &Options, value: &dyn Field) -> Fallible<()> {
        let number = match (value.as_number(), kind) {
            (Number::Int(number), _) => number,
            (Number::Float(number), 'd' | 'i' | 'u') => crate::int::from_float(number)?,
            (_, 'd' | 'i' | 'u') => {
                return Err(number_required(format!(
                    "%{kind} format: a real number is required, not {}",
                    value.class()
                )));
            }
            _ => return Err(number_required(format!("%{kind} format: an integer is required, not {}", value.class()))),
        };
        let magnitude = number.unsigned_abs();
        let (prefix, digits) = match kind {
            'o' => ("0o", format!("{magnitude:o}")),
            'x' => ("0x", format!("{magnitude:x}")),
            'X' => ("0X", format!("{magnitude:X}")),
            _ => ("", magnitude.to_string()),
        };
        let prefix = if options.alternate { prefix } else { "" };
        let missing = options.precision.unwrap_or(0).saturating_sub(digits.len());
        let digits = "0".repeat(missing) + &digits;
        self.pad(sign(number < 0, options), prefix, &digits, options, options.zero);
        Ok(())
    }

    fn float(&mut self, kind: char, options: &Options, value: &dyn Field) -> Fallible<()> {
        let number = match value.as_number() {
            Number::Int(number) => number as f64,
            Number::Float(number) => number,
            Number::None => return Err(number_required(format!("must be real number, not {}", value.class()))),
        };
        let alternate = if options.alternate { "#" } else { "" };
        let mut text = String::new();
        let spec = format!("{alternate}.{}{kind}", options.precision.unwrap_or(6));
        number.abs().format(&spec, &mut text)?;
        let negative = number.is_sign_negative() && !number.is_nan();
        // As CPython, which fills infinities with zeros as well.
        self.pad(sign(negative, options), "", &text, options, options.zero);
        Ok(())
    }

    /// Puts sign, prefix and text into the width.
    fn pad(&mut self, sign: &str, prefix: &str, text: &str, options: &Options, zeros: bool) {
        let length = sign.len() + prefix.len() + text.chars().count();
        let missing = options.width.saturating_sub(length);
        let (before, inside, after) = match (options.left, zeros) {
            (true, _) => (0, 0, missing),
            (false, true) => (0, missing, 0),
            (false, false) => (missing, 0, 0),
        };
        self.out.extend(std::iter::repeat_n(' ', before));
        self.out.push_str(sign);
        self.out.push_str(prefix);
        self.out.extend(std::iter::repeat_n('0', inside));
        self.out.push_str(text);
        self.out.extend(std::iter::repeat_n(' ', after));
    }
}

fn sign(negative: bool, options: &Options) -> &'static str {
    match (negative, options.plus, options.space) {
        (true, ..) => "-",
        (false, true, _) => "+",
        (false, false, true) => " ",
        (false, false, false) => "",
    }
}
