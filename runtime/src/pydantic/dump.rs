//! `model_dump_json`: what `serde_json` writes, which pydantic-core is built on.

use crate::bytes::Bytes;
use crate::exception::{Exception, Fallible, Raised};
use crate::object::Object;
use crate::str::Str;

/// The text as it grows, and how it is to be written.
#[derive(Debug)]
pub struct Dumper<'n> {
    out: String,
    indent: Option<usize>,
    level: usize,
    by_alias: bool,
    exclude_none: bool,
    /// The fields of the outermost model that are written; all of them where it is `None`.
    only: Option<&'n [Str]>,
}

/// `model.model_dump_json(…)`. `only` names the fields that are written, where `is_limited`.
///
/// # Errors
/// `PydanticSerializationError` for a value that pydantic does not know how to write.
pub fn dump_json<T: Object>(
    model: &T,
    indent: Option<i64>,
    by_alias: bool,
    exclude_none: bool,
    is_limited: bool,
    only: &[Str],
) -> Fallible<Str> {
    let indent = indent.map(|width| usize::try_from(width).unwrap_or(0));
    let only = is_limited.then_some(only);
    let mut dumper = Dumper { out: String::new(), indent, level: 0, by_alias, exclude_none, only };
    model.dump(&mut dumper)?;
    Ok(Str::from(dumper.out))
}

/// A value of a class that pydantic does not know how to write.
#[cold]
pub fn unknown_type(class: &str) -> Raised {
    let message = format!("Unable to serialize unknown type: <class '{class}'>");
    Exception::new("pydantic_core.PydanticSerializationError", message)
}

impl Dumper<'_> {
    /// Writes a word as it stands: `true`, `null`, an int.
    pub fn word(&mut self, word: &str) {
        self.out.push_str(word);
    }

    /// Writes a float; what is not finite is `null`.
    pub fn float(&mut self, value: f64) {
        // `serde_json` gives `null` for what is not finite.
        self.out.push_str(&serde_json::Value::from(value).to_string());
    }

    /// Writes a text.
    pub fn text(&mut self, text: &str) {
        self.out.push_str(&serde_json::Value::from(text).to_string());
    }

    /// Writes bytes as the text that they are.
    ///
    /// # Errors
    /// `PydanticSerializationError` where they are no UTF-8.
    pub fn bytes(&mut self, bytes: &Bytes) -> Fallible<()> {
        match std::str::from_utf8(bytes.as_slice()) {
            Ok(text) => self.text(text),
            Err(error) => {
                let message = format!("Error serializing to JSON: {error}");
                return Err(Exception::new("pydantic_core.PydanticSerializationError", message));
            }
        }
        Ok(())
    }

    /// Writes an array.
    ///
    /// # Errors
    /// What writing an item raises.
    pub fn list<'i, T: Object>(&mut self, mut items: impl ExactSizeIterator<Item = &'i T>) -> Fallible<()> {
        self.group(items.len(), |dumper, _| items.next().map_or(Ok(()), |item| item.dump(dumper)))
    }

    /// Writes an array of so many items.
    ///
    /// # Errors
    /// What writing an item raises.
    pub fn group(&mut self, length: usize, mut item: impl FnMut(&mut Self, usize) -> Fallible<()>) -> Fallible<()> {
        self.open('[');
        for place in 0..length {
            self.next(place == 0);
            item(self, place)?;
        }
        self.close(']', length == 0);
        Ok(())
    }

    /// Writes an object of the pairs of a dict.
    ///
    /// # Errors
    /// What writing a value raises; `PydanticSerializationError` for a key that is no text or number.
    pub fn dict<K: Object, V: Object>(&mut self, pairs: &[(K, V)]) -> Fallible<()> {
        self.open('{');
        let mut is_first = true;
        for (key, value) in pairs {
            if self.exclude_none && is_none(value) {
                continue;
            }
            let key = key_text(key)?;
            self.next(is_first);
            is_first = false;
            self.key(&key);
            value.dump(self)?;
        }
        self.close('}', is_first);
        Ok(())
    }

    /// Writes a model, field by field.
    ///
    /// # Errors
    /// What writing a field raises.
    pub fn model(&mut self, write: impl FnOnce(&mut Fields<'_, '_>) -> Fallible<()>) -> Fallible<()> {
        let _depth = crate::recursion::enter()?;
        let only = self.only.take();
        self.open('{');
        let mut fields = Fields { only, is_first: true, dumper: self };
        write(&mut fields)?;
        let is_empty = fields.is_first;
        self.close('}', is_empty);
        Ok(())
    }

    fn key(&mut self, key: &str) {
        self.text(key);
        self.out.push_str(if self.indent.is_some() { ": " } else { ":" });
    }

    fn open(&mut self, bracket: char) {
        self.out.push(bracket);
        self.level += 1;
    }

    fn next(&mut self, is_first: bool) {
        if !is_first {
            self.out.push(',');
        }
        self.new_line();
    }

    fn close(&mut self, bracket: char, is_empty: bool) {
        self.level -= 1;
        if !is_empty {
            self.new_line();
        }
        self.out.push(bracket);
    }

    fn new_line(&mut self) {
        if let Some(width) = self.indent {
            self.out.push('\n');
            self.out.extend(std::iter::repeat_n(' ', width * self.level));
        }
    }
}

/// The fields of a model on their way out.
#[derive(Debug)]
pub struct Fields<'d, 'n> {
    only: Option<&'n [Str]>,
    is_first: bool,
    dumper: &'d mut Dumper<'n>,
}

impl Fields<'_, '_> {
    /// Writes a field.
    ///
    /// # Errors
    /// What writing its value raises.
    pub fn field<T: Object>(&mut self, name: &'static str, alias: Option<&'static str>, value: &T) -> Fallible<()> {
        if self.begins(name, alias, value) { value.dump(self.dumper) } else { Ok(()) }
    }

    /// Writes a field as what a serializer of the program makes of it.
    ///
    /// # Errors
    /// What the serializer raises, and what writing its result raises.
    pub fn serialized<T: Object, R: Object>(
        &mut self,
        name: &'static str,
        alias: Option<&'static str>,
        value: &T,
        serializer: impl FnOnce() -> Fallible<R>,
    ) -> Fallible<()> {
        if self.begins(name, alias, value) { serializer()?.dump(self.dumper) } else { Ok(()) }
    }

    /// Writes the name of a field; whether the field is written at all.
    fn begins<T: Object>(&mut self, name: &'static str, alias: Option<&'static str>, value: &T) -> bool {
        let is_left_out = self.only.is_some_and(|only| !only.iter().any(|field| field.as_str() == name))
            || self.dumper.exclude_none && is_none(value);
        if !is_left_out {
            self.dumper.next(self.is_first);
            self.is_first = false;
            self.dumper.key(alias.filter(|_| self.dumper.by_alias).unwrap_or(name));
        }
        !is_left_out
    }
}

fn is_none<T: Object>(value: &T) -> bool {
    value.type_name() == "NoneType"
}

/// A key as JSON has it, which knows texts only.
fn key_text<K: Object>(key: &K) -> Fallible<String> {
    use super::Input;
    let input = key.input();
    let value = match &input {
        Input::Member(_, value) => &**value,
        other => other,
    };
    Ok(match value {
        Input::Str(text) => text.as_str().to_owned(),
        Input::Int(value) => value.to_string(),
        Input::Float(value) => serde_json::Value::from(*value).to_string(),
        Input::Bool(value) => value.to_string(),
        Input::None => "None".to_owned(),
        Input::Bytes(bytes) => String::from_utf8_lossy(bytes.as_slice()).into_owned(),
        Input::Tuple(items) => {
            let mut texts = Vec::with_capacity(items.len());
            for item in items.iter() {
                match item {
                    Input::Str(text) => texts.push(text.as_str().to_owned()),
                    Input::Int(value) => texts.push(value.to_string()),
                    other => return Err(unknown_type(other.class())),
                }
            }
            texts.join(",")
        }
        other => return Err(unknown_type(other.class())),
    })
}
