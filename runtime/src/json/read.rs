//! `json.loads`: what CPython's `json.scanner` and `json.decoder` read, with their messages.

use crate::abi::Value;
use crate::exception::{Exception, Fallible, Raised, value_error};
use crate::int;
use crate::str::Str;

/// How deep a text may nest: CPython raises RecursionError a little below its limit of 1000.
const DEEPEST: usize = 990;

/// The value that a text says.
///
/// # Errors
/// `JSONDecodeError` where it is no JSON; `OverflowError` for an int beyond 64 bits.
pub(super) fn value(text: &str) -> Fallible<Value> {
    let mut reader = Reader { text, place: 0, depth: 0 };
    if text.starts_with('\u{feff}') {
        return Err(reader.error("Unexpected UTF-8 BOM (decode using utf-8-sig)", 0));
    }
    reader.space();
    let value = reader.value()?;
    reader.space();
    if reader.place < text.len() {
        return Err(reader.error("Extra data", reader.place));
    }
    Ok(value)
}

struct Reader<'t> {
    text: &'t str,
    /// A byte.
    place: usize,
    depth: usize,
}

impl Reader<'_> {
    #[cold]
    fn error(&self, message: &str, place: usize) -> Raised {
        let before = &self.text[..place];
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
        let place = before.chars().count();
        Exception::new("json.JSONDecodeError", format!("{message}: line {line} column {column} (char {place})"))
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.place).copied()
    }

    fn take(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.place += usize::from(found);
        found
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.place += 1;
        }
    }

    fn value(&mut self) -> Fallible<Value> {
        const WORDS: [(&str, Value); 6] = [
            ("null", Value::Null),
            ("true", Value::Bool(true)),
            ("false", Value::Bool(false)),
            ("NaN", Value::Float(f64::NAN)),
            ("Infinity", Value::Float(f64::INFINITY)),
            ("-Infinity", Value::Float(f64::NEG_INFINITY)),
        ];
        match self.peek() {
            Some(b'"') => self.text().map(Value::Str),
            Some(b'{' | b'[') => {
                self.depth += 1;
                if self.depth > DEEPEST {
                    let message = "maximum recursion depth exceeded while decoding a JSON array from a unicode string";
                    return Err(Exception::new("RecursionError", message));
                }
                let value = if self.peek() == Some(b'{') { self.dict() } else { self.list() };
                self.depth -= 1;
                value
            }
            _ => {
                let rest = &self.text[self.place..];
                for (word, value) in WORDS {
                    if rest.starts_with(word) {
                        self.place += word.len();
                        return Ok(value);
                    }
                }
                self.number()
            }
        }
    }

    fn list(&mut self) -> Fallible<Value> {
        self.place += 1;
        let mut items = Vec::new();
        self.space();
        if self.take(b']') {
            return Ok(Value::List(items));
        }
        loop {
            items.push(self.value()?);
            self.space();
            if self.take(b']') {
                return Ok(Value::List(items));
            }
            if !self.take(b',') {
                return Err(self.error("Expecting ',' delimiter", self.place));
            }
            self.space();
        }
    }

    fn dict(&mut self) -> Fallible<Value> {
        self.place += 1;
        let mut pairs = Vec::new();
        self.space();
        if self.take(b'}') {
            return Ok(Value::Dict(pairs));
        }
        loop {
            if self.peek() != Some(b'"') {
                return Err(self.error("Expecting property name enclosed in double quotes", self.place));
            }
            let key = self.text()?;
            self.space();
            if !self.take(b':') {
                return Err(self.error("Expecting ':' delimiter", self.place));
            }
            self.space();
            pairs.push((Value::Str(key), self.value()?));
            self.space();
            if self.take(b'}') {
                return Ok(Value::Dict(pairs));
            }
            if !self.take(b',') {
                return Err(self.error("Expecting ',' delimiter", self.place));
            }
            self.space();
        }
    }

    fn number(&mut self) -> Fallible<Value> {
        let bytes = self.text.as_bytes();
        let start = self.place;
        let digits = |mut place: usize| {
            while bytes.get(place).is_some_and(u8::is_ascii_digit) {
                place += 1;
            }
            place
        };
        let whole = start + usize::from(bytes.get(start) == Some(&b'-'));
        let mut end = match bytes.get(whole) {
            Some(b'0') => whole + 1,
            Some(b'1'..=b'9') => digits(whole),
            _ => return Err(self.error("Expecting value", start)),
        };
        let mut is_float = false;
        if bytes.get(end) == Some(&b'.') && digits(end + 1) > end + 1 {
            (end, is_float) = (digits(end + 1), true);
        }
        if matches!(bytes.get(end), Some(b'e' | b'E')) {
            let first = end + 1 + usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
            if digits(first) > first {
                (end, is_float) = (digits(first), true);
            }
        }
        self.place = end;
        let text = &self.text[start..end];
        // Rust reads every number of this form, and rounds as CPython does.
        Ok(if is_float {
            Value::Float(text.parse().unwrap_or(f64::NAN))
        } else {
            Value::Int(text.parse().map_err(|_| int::overflow())?)
        })
    }

    fn text(&mut self) -> Fallible<Str> {
        let begin = self.place;
        self.place += 1;
        let mut text = String::new();
        loop {
            let rest = &self.text[self.place..];
            let Some(end) = rest.find(|character: char| character == '"' || character == '\\' || character < ' ')
            else {
                return Err(self.error("Unterminated string starting at", begin));
            };
            text.push_str(&rest[..end]);
            self.place += end;
            match self.peek() {
                Some(b'"') => {
                    self.place += 1;
                    return Ok(Str::from(text));
                }
                Some(b'\\') => self.escape(begin, &mut text)?,
                _ => return Err(self.error("Invalid control character at", self.place)),
            }
        }
    }

    fn escape(&mut self, begin: usize, text: &mut String) -> Fallible<()> {
        let backslash = self.place;
        self.place += 2;
        text.push(match self.text.as_bytes().get(backslash + 1) {
            None => return Err(self.error("Unterminated string starting at", begin)),
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\x08',
            Some(b'f') => '\x0c',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                let mut code = self.unit()?;
                if (0xd800..0xdc00).contains(&code) && self.text[self.place..].starts_with("\\u") {
                    let behind = self.place;
                    self.place += 2;
                    let low = self.unit()?;
                    if (0xdc00..0xe000).contains(&low) {
                        code = 0x1_0000 + ((code & 0x3ff) << 10 | low & 0x3ff);
                    } else {
                        self.place = behind;
                    }
                }
                char::from_u32(code).ok_or_else(|| {
                    value_error("a compiled function cannot hold lone surrogates in a str, which this JSON has")
                })?
            }
            Some(_) => return Err(self.error("Invalid \\escape", backslash)),
        });
        Ok(())
    }

    /// Four hexadecimal digits behind `\u`.
    fn unit(&mut self) -> Fallible<u32> {
        let digits = self.text.get(self.place..self.place + 4);
        let digits = digits.filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let unit = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        let unit = unit.ok_or_else(|| self.error("Invalid \\uXXXX escape", self.place - 1))?;
        self.place += 4;
        Ok(unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raises_as_cpython() {
        let message = |text: &str| value(text).expect_err("no JSON").message;
        assert_eq!(message(""), "Expecting value: line 1 column 1 (char 0)");
        assert_eq!(message("[1,\n 2,\n x]"), "Expecting value: line 3 column 2 (char 9)");
        assert_eq!(
            message("{\"a\":1,}"),
            "Expecting property name enclosed in double quotes: line 1 column 8 (char 7)"
        );
        assert_eq!(message("\"a\nb\""), "Invalid control character at: line 1 column 3 (char 2)");
        assert_eq!(message("\"\\u123\""), "Invalid \\uXXXX escape: line 1 column 3 (char 2)");
        assert_eq!(message("\"a\\u"), "Invalid \\uXXXX escape: line 1 column 4 (char 3)");
        assert_eq!(message("\"é\\q\""), "Invalid \\escape: line 1 column 3 (char 2)");
        assert_eq!(message("01"), "Extra data: line 1 column 2 (char 1)");
        assert_eq!(message("\"\\"), "Unterminated string starting at: line 1 column 1 (char 0)");
    }
}
