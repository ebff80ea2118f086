//! `csv.writer` (CPython's Modules/_csv.c).

use super::{error, optional, single};
use crate::exception::{Fallible, type_error};
use crate::io::{StringIO, string_io};
use crate::object::{Iter, Object, collect};
use crate::str::Str;

/// How rows are written.
#[derive(Debug, Clone)]
struct Form {
    delimiter: char,
    quote: Option<char>,
    escape: Option<char>,
    doublequote: bool,
    lineterminator: Str,
    quoting: Quoting,
}

/// Which fields are put in quotes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Quoting {
    Minimal,
    All,
    NonNumeric,
    None,
}

/// What writes rows into a buffer.
#[derive(Clone)]
pub struct Writer {
    buffer: StringIO,
    form: Form,
}

/// `csv.writer(csvfile, dialect, …)`.
///
/// # Errors
/// `TypeError` for a delimiter, quote or escape that is no single character.
#[expect(clippy::too_many_arguments, reason = "the options of Python's function")]
pub fn new(
    buffer: &StringIO,
    _dialect: &Str,
    delimiter: &Str,
    quotechar: &Option<Str>,
    escapechar: &Option<Str>,
    doublequote: bool,
    _skipinitialspace: bool,
    lineterminator: &Str,
    quoting: i64,
    _strict: bool,
) -> Fallible<Writer> {
    let quote = optional(quotechar, "quotechar")?;
    let quoting = match quoting {
        super::NOT_SAID if quote.is_none() => Quoting::None,
        1 => Quoting::All,
        2 => Quoting::NonNumeric,
        3 => Quoting::None,
        _ => Quoting::Minimal,
    };
    if quote.is_none() && quoting != Quoting::None {
        return Err(type_error("quotechar must be set if quoting enabled"));
    }
    let form = Form {
        delimiter: single(delimiter, "delimiter")?,
        quote,
        escape: optional(escapechar, "escapechar")?,
        doublequote,
        lineterminator: lineterminator.clone(),
        quoting,
    };
    Ok(Writer { buffer: buffer.clone(), form })
}

/// `writer.writerow(row)`: how many characters it writes.
///
/// # Errors
/// `csv.Error` for what cannot be written so; whatever the iterator and the buffer raise.
pub fn writerow<T: Object>(writer: &Writer, row: impl Iter<Item = T>) -> Fallible<i64> {
    let fields: Vec<Field> = collect(row)?.iter().map(Field::of).collect();
    let text = writer.form.record(&fields)?;
    string_io::write(&writer.buffer, &Str::from(text))
}

/// `writer.writerows(rows)`.
///
/// # Errors
/// As [`writerow`].
pub fn writerows<R: Iter<Item: Object>>(writer: &Writer, mut rows: impl Iter<Item = R>) -> Fallible<()> {
    while let Some(row) = rows.next()? {
        writerow(writer, row)?;
    }
    Ok(())
}

/// A value as a field.
pub(super) struct Field {
    /// Its text; that of `None` is empty.
    text: String,
    is_number: bool,
}

impl Field {
    pub(super) fn of<T: Object>(value: &T) -> Self {
        let mut text = String::new();
        let kind = value.type_name();
        if kind != "NoneType" {
            value.str(&mut text);
        }
        Self { text, is_number: matches!(kind, "int" | "float" | "bool" | "complex") }
    }
}

impl Writer {
    /// Writes a row of these fields.
    pub(super) fn write(&self, fields: &[Field]) -> Fallible<i64> {
        string_io::write(&self.buffer, &Str::from(self.form.record(fields)?))
    }
}

impl Form {
    fn record(&self, fields: &[Field]) -> Fallible<String> {
        let mut record = String::new();
        for (place, field) in fields.iter().enumerate() {
            if place > 0 {
                record.push(self.delimiter);
            }
            let is_quoted = match self.quoting {
                Quoting::All => true,
                Quoting::NonNumeric => !field.is_number,
                Quoting::Minimal | Quoting::None => false,
            };
            self.field(&mut record, &field.text, is_quoted)?;
        }
        if !fields.is_empty() && record.is_empty() {
            if self.quoting == Quoting::None {
                return Err(error("single empty field record must be quoted"));
            }
            self.field(&mut record, "", true)?;
        }
        record.push_str(self.lineterminator.as_str());
        Ok(record)
    }

    fn field(&self, record: &mut String, text: &str, mut is_quoted: bool) -> Fallible<()> {
        let mut written = String::with_capacity(text.len());
        for character in text.chars() {
            let is_special = character == self.delimiter
                || Some(character) == self.escape
                || Some(character) == self.quote
                || self.lineterminator.as_str().contains(character);
            if is_special {
                let mut is_escaped = self.quoting == Quoting::None;
                if !is_escaped {
                    if Some(character) == self.quote {
                        if self.doublequote {
                            written.push(character);
                        } else {
                            is_escaped = true;
                        }
                    } else if Some(character) == self.escape {
                        is_escaped = true;
                    }
                    is_quoted |= !is_escaped;
                }
                if is_escaped {
                    let Some(escape) = self.escape else {
                        return Err(error("need to escape, but no escapechar set"));
                    };
                    written.push(escape);
                }
            }
            written.push(character);
        }
        let quote = self.quote.filter(|_| is_quoted);
        record.extend(quote);
        record.push_str(&written);
        record.extend(quote);
        Ok(())
    }
}

impl Object for Writer {
    fn type_name(&self) -> &'static str {
        "_csv.writer"
    }

    fn freeze(&self) {
        self.buffer.freeze();
    }

    fn repr(&self, out: &mut String) {
        // CPython shows an address, which no two runs have in common.
        out.push_str("<_csv.writer object>");
    }
}
