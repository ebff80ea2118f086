//! `csv`: `csv.reader` (CPython's Modules/_csv.c), `csv.writer`, `csv.DictReader` and `csv.DictWriter`.

mod dict_reader;
pub mod dict_writer;
pub mod writer;

pub use dict_reader::DictReader;
pub use dict_writer::DictWriter;
pub use writer::Writer;

use crate::exception::{Exception, Fallible, Raised, type_error};
use crate::list::{List, from_vec};
use crate::object::Iter;
use crate::str::Str;

/// How quotes are used is not said: none where there is no character for them.
const NOT_SAID: i64 = -1;
/// `csv.QUOTE_NONE`.
const QUOTE_NONE: i64 = 3;
/// `csv.field_size_limit()`.
const LIMIT: usize = 131_072;

/// How a file is written.
struct Dialect {
    delimiter: char,
    quote: Option<char>,
    escape: Option<char>,
    doublequote: bool,
    skipinitialspace: bool,
    strict: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    StartRecord,
    StartField,
    Escaped,
    Field,
    Quoted,
    EscapedInQuotes,
    QuoteInQuotes,
    EndOfLine,
    AfterEscapedEnd,
}

/// Gives the fields of each record.
pub struct Reader<I> {
    lines: I,
    dialect: Dialect,
    state: State,
    field: String,
    fields: Vec<Str>,
}

#[cold]
fn error(message: impl Into<String>) -> Raised {
    Exception::new("csv.Error", message)
}

fn single(text: &Str, name: &str) -> Fallible<char> {
    let mut characters = text.as_str().chars();
    match (characters.next(), characters.next()) {
        (Some(character), None) => Ok(character),
        _ => Err(type_error(format!("\"{name}\" must be a 1-character string"))),
    }
}

fn optional(text: &Option<Str>, name: &str) -> Fallible<Option<char>> {
    text.as_ref().map(|text| single(text, name)).transpose()
}

/// `csv.reader(csvfile, dialect, …)`.
///
/// # Errors
/// `TypeError` for a delimiter, quote or escape that is no single character.
#[expect(clippy::too_many_arguments, reason = "the options of Python's function")]
pub fn reader<I: Iter<Item = Str>>(
    lines: I,
    _dialect: &Str,
    delimiter: &Str,
    quotechar: &Option<Str>,
    escapechar: &Option<Str>,
    doublequote: bool,
    skipinitialspace: bool,
    _lineterminator: &Str,
    quoting: i64,
    strict: bool,
) -> Fallible<Reader<I>> {
    let quote = optional(quotechar, "quotechar")?;
    let quoting = if quoting == NOT_SAID && quote.is_none() { QUOTE_NONE } else { quoting };
    if quote.is_none() && quoting != QUOTE_NONE {
        return Err(type_error("quotechar must be set if quoting enabled"));
    }
    let dialect = Dialect {
        delimiter: single(delimiter, "delimiter")?,
        quote: quote.filter(|_| quoting != QUOTE_NONE),
        escape: optional(escapechar, "escapechar")?,
        doublequote,
        skipinitialspace,
        strict,
    };
    Ok(Reader { lines, dialect, state: State::StartRecord, field: String::new(), fields: Vec::new() })
}

/// `csv.DictReader(f, fieldnames, restkey, restval, dialect, …)`.
///
/// # Errors
/// As [`reader`].
#[expect(clippy::too_many_arguments, reason = "the options of Python's class")]
pub fn dictreader<I: Iter<Item = Str>>(
    lines: I,
    fieldnames: &Option<List<Str>>,
    _restkey: &Option<Str>,
    restval: &Option<Str>,
    dialect: &Str,
    delimiter: &Str,
    quotechar: &Option<Str>,
    escapechar: &Option<Str>,
    doublequote: bool,
    skipinitialspace: bool,
    lineterminator: &Str,
    quoting: i64,
    strict: bool,
) -> Fallible<DictReader<I>> {
    let rows = reader(
        lines,
        dialect,
        delimiter,
        quotechar,
        escapechar,
        doublequote,
        skipinitialspace,
        lineterminator,
        quoting,
        strict,
    )?;
    Ok(DictReader::of(rows, fieldnames, restval))
}

impl<I> Reader<I> {
    fn save(&mut self) {
        self.fields.push(Str::from(std::mem::take(&mut self.field)));
    }

    fn add(&mut self, character: char) -> Fallible<()> {
        if self.field.len() >= LIMIT && self.field.chars().count() >= LIMIT {
            return Err(error(format!("field larger than field limit ({LIMIT})")));
        }
        self.field.push(character);
        Ok(())
    }

    /// Takes a character, or the end of a line.
    fn take(&mut self, next: Option<char>) -> Fallible<()> {
        let is_end = matches!(next, None | Some('\n' | '\r'));
        let after_end = if next.is_none() { State::StartRecord } else { State::EndOfLine };
        match self.state {
            State::StartRecord if next.is_none() => {}
            State::StartRecord if is_end => self.state = State::EndOfLine,
            State::StartRecord | State::StartField => match next {
                _ if is_end => {
                    self.save();
                    self.state = after_end;
                }
                quote if quote == self.dialect.quote => self.state = State::Quoted,
                escape if escape == self.dialect.escape => self.state = State::Escaped,
                Some(' ') if self.dialect.skipinitialspace => self.state = State::StartField,
                Some(character) if character == self.dialect.delimiter => {
                    self.save();
                    self.state = State::StartField;
                }
                Some(character) => {
                    self.add(character)?;
                    self.state = State::Field;
                }
                None => {}
            },
            State::Escaped => {
                self.add(next.unwrap_or('\n'))?;
                self.state = if is_end && next.is_some() { State::AfterEscapedEnd } else { State::Field };
            }
            State::AfterEscapedEnd if next.is_none() => {}
            State::AfterEscapedEnd | State::Field => match next {
                _ if is_end => {
                    self.save();
                    self.state = after_end;
                }
                escape if escape == self.dialect.escape => self.state = State::Escaped,
                Some(character) if character == self.dialect.delimiter => {
                    self.save();
                    self.state = State::StartField;
                }
                Some(character) => {
                    self.add(character)?;
                    self.state = State::Field;
                }
                None => {}
            },
            State::Quoted => match next {
                None => {}
                escape if escape == self.dialect.escape => self.state = State::EscapedInQuotes,
                quote if quote == self.dialect.quote => {
                    self.state = if self.dialect.doublequote { State::QuoteInQuotes } else { State::Field };
                }
                Some(character) => self.add(character)?,
            },
            State::EscapedInQuotes => {
                self.add(next.unwrap_or('\n'))?;
                self.state = State::Quoted;
            }
            State::QuoteInQuotes => match next {
                _ if is_end => {
                    self.save();
                    self.state = after_end;
                }
                Some(character) if next == self.dialect.quote => {
                    self.add(character)?;
                    self.state = State::Quoted;
                }
                Some(character) if character == self.dialect.delimiter => {
                    self.save();
                    self.state = State::StartField;
                }
                Some(character) if !self.dialect.strict => {
                    self.add(character)?;
                    self.state = State::Field;
                }
                _ => {
                    let (delimiter, quote) = (self.dialect.delimiter, self.dialect.quote.unwrap_or('"'));
                    return Err(error(format!("'{delimiter}' expected after '{quote}'")));
                }
            },
            State::EndOfLine => match next {
                None => self.state = State::StartRecord,
                Some(_) if is_end => {}
                Some(_) => {
                    return Err(error(
                        "new-line character seen in unquoted field - do you need to open the file in universal-newline mode?",
                    ));
                }
            },
        }
        Ok(())
    }

    fn reset(&mut self) {
        self.state = State::StartRecord;
        self.field.clear();
        self.fields.clear();
    }
}

impl<I: Iter<Item = Str>> Iter for Reader<I> {
    type Item = List<Str>;

    fn next(&mut self) -> Fallible<Option<List<Str>>> {
        self.reset();
        loop {
            let Some(line) = self.lines.next()? else {
                if self.field.is_empty() && self.state != State::Quoted {
                    return Ok(None);
                }
                if self.dialect.strict {
                    return Err(error("unexpected end of data"));
                }
                self.save();
                break;
            };
            for character in line.as_str().chars() {
                self.take(Some(character))?;
            }
            self.take(None)?;
            if self.state == State::StartRecord {
                break;
            }
        }
        Ok(Some(from_vec(std::mem::take(&mut self.fields))))
    }
}
