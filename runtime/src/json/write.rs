//! `json.dumps`, as CPython's `json.encoder` writes.

use crate::exception::{Fallible, type_error, value_error};
use crate::object::{Number, Object};
use crate::str::Str;

/// The text of a value as it grows, and how it is to be written.
#[derive(Debug)]
pub struct Writer {
    out: String,
    skip_keys: bool,
    ensure_ascii: bool,
    allow_nan: bool,
    sort_keys: bool,
    indent: Option<String>,
    level: usize,
    item_separator: String,
    key_separator: String,
}

impl Writer {
    pub(crate) fn new(
        [skip_keys, ensure_ascii, allow_nan, sort_keys]: [bool; 4],
        indent: Option<String>,
        separators: &Option<(Str, Str)>,
    ) -> Self {
        let (item, key) = match separators {
            Some((item, key)) => (item.as_str(), key.as_str()),
            None if indent.is_some() => (",", ": "),
            None => (", ", ": "),
        };
        let (item_separator, key_separator) = (item.to_owned(), key.to_owned());
        let out = String::new();
        Self { out, skip_keys, ensure_ascii, allow_nan, sort_keys, indent, level: 0, item_separator, key_separator }
    }

    pub(crate) fn finish(self) -> String {
        self.out
    }

    /// Writes a word as it stands: a number, `true`, `null`.
    pub fn word(&mut self, word: &str) {
        self.out.push_str(word);
    }

    /// Writes a float.
    ///
    /// # Errors
    /// `ValueError` for one that is not finite, where that is not allowed.
    pub fn float(&mut self, value: f64) -> Fallible<()> {
        if value.is_finite() {
            crate::format::float::repr(value, &mut self.out);
            return Ok(());
        }
        if !self.allow_nan {
            return Err(value_error("Out of range float values are not JSON compliant"));
        }
        self.word(if value.is_nan() {
            "NaN"
        } else if value > 0.0 {
            "Infinity"
        } else {
            "-Infinity"
        });
        Ok(())
    }

    /// Writes a string.
    pub fn text(&mut self, text: &str) {
        self.out.push('"');
        for character in text.chars() {
            match character {
                '"' => self.out.push_str("\\\""),
                '\\' => self.out.push_str("\\\\"),
                '\n' => self.out.push_str("\\n"),
                '\r' => self.out.push_str("\\r"),
                '\t' => self.out.push_str("\\t"),
                '\x0c' => self.out.push_str("\\f"),
                '\x08' => self.out.push_str("\\b"),
                // Of the control characters, only those below the space are escaped in any case.
                character if character < ' ' || self.ensure_ascii && !(' '..='~').contains(&character) => {
                    let mut units = [0; 2];
                    for unit in character.encode_utf16(&mut units) {
                        self.out.push_str(&format!("\\u{unit:04x}"));
                    }
                }
                character => self.out.push(character),
            }
        }
        self.out.push('"');
    }

    /// Writes a list of these items.
    ///
    /// # Errors
    /// As the items.
    pub fn list<T: Object>(&mut self, items: &[T]) -> Fallible<()> {
        self.group('[', ']', items.len(), |writer, place| items[place].json(writer))
    }

    /// Writes a list whose items are written one by one.
    ///
    /// # Errors
    /// As the items.
    pub fn group(
        &mut self,
        open: char,
        close: char,
        count: usize,
        mut item: impl FnMut(&mut Self, usize) -> Fallible<()>,
    ) -> Fallible<()> {
        self.out.push(open);
        self.level += 1;
        for place in 0..count {
            if place > 0 {
                self.out.push_str(&self.item_separator);
            }
            self.new_line();
            item(self, place)?;
        }
        self.level -= 1;
        if count > 0 {
            self.new_line();
        }
        self.out.push(close);
        Ok(())
    }

    fn new_line(&mut self) {
        if let Some(indent) = &self.indent {
            self.out.push('\n');
            for _ in 0..self.level {
                self.out.push_str(indent);
            }
        }
    }

    /// Writes a dict.
    ///
    /// # Errors
    /// `TypeError` for a key that JSON cannot have; as the values.
    pub fn dict<K: Object, V: Object>(&mut self, pairs: &[(K, V)]) -> Fallible<()> {
        let mut entries: Vec<(&K, &V)> = pairs.iter().map(|(key, value)| (key, value)).collect();
        if self.sort_keys {
            sort(&mut entries)?;
        }
        let mut written = Vec::with_capacity(entries.len());
        for (key, value) in entries {
            match self.key(key) {
                Some(key) => written.push((key?, value)),
                None if self.skip_keys => {}
                None => {
                    let class = key.type_name();
                    return Err(type_error(format!("keys must be str, int, float, bool or None, not {class}")));
                }
            }
        }
        self.group('{', '}', written.len(), |writer, place| {
            let (key, value) = &written[place];
            writer.name(key);
            value.json(writer)
        })
    }

    /// Writes a key, and what stands between it and its value.
    pub(crate) fn name(&mut self, key: &str) {
        self.text(key);
        let separator = std::mem::take(&mut self.key_separator);
        self.out.push_str(&separator);
        self.key_separator = separator;
    }

    /// The text of a key; `None` where JSON cannot have it.
    fn key<K: Object>(&self, key: &K) -> Option<Fallible<String>> {
        match key.type_name() {
            "str" => {
                let mut text = String::new();
                key.str(&mut text);
                Some(Ok(text))
            }
            "int" | "float" | "bool" | "NoneType" => {
                let mut word = Writer::new([false, true, self.allow_nan, false], None, &None);
                Some(key.json(&mut word).map(|()| word.finish()))
            }
            _ => None,
        }
    }
}

/// Sorts by the keys themselves, not by their texts.
fn sort<K: Object, V>(entries: &mut [(&K, &V)]) -> Fallible<()> {
    let is_text = |key: &K| key.type_name() == "str";
    if entries.iter().all(|(key, _)| is_text(key)) {
        entries.sort_by_cached_key(|(key, _)| {
            let mut text = String::new();
            key.str(&mut text);
            text
        });
        return Ok(());
    }
    if let Some((key, _)) = entries.iter().find(|(key, _)| key.number() == Number::None)
        && entries.len() > 1
    {
        let other = entries.iter().find(|(other, _)| other.type_name() != key.type_name());
        let other = other.map_or(key.type_name(), |(other, _)| other.type_name());
        let class = key.type_name();
        return Err(type_error(format!("'<' not supported between instances of '{class}' and '{other}'")));
    }
    entries.sort_by(|(a, _), (b, _)| match (a.number(), b.number()) {
        (Number::Int(a), Number::Int(b)) => a.cmp(&b),
        (a, b) => as_float(a).total_cmp(&as_float(b)),
    });
    Ok(())
}

fn as_float(number: Number) -> f64 {
    match number {
        Number::Int(value) => value as f64,
        Number::Float(value) => value,
        Number::None => 0.0,
    }
}
