//! `io.StringIO`: text in memory (Modules/_io/stringio.c). Lines end with `\n` alone.

use super::{Content, closed, not_negative};
use crate::exception::{Exception, Fallible, overflow_error, value_error};
use crate::list::{self, List};
use crate::object::{Identity, Iter, Iterable, Object};
use crate::shared::Shared;
use crate::str::Str;

/// Text that is written and read; a clone is another name of the same object.
#[derive(Clone)]
pub struct StringIO {
    content: Shared<Content<char>>,
}

impl StringIO {
    /// Does something with what the buffer holds.
    fn with<R>(&self, with: impl FnOnce(&mut Content<char>) -> R) -> Fallible<R> {
        self.open("I/O operation on closed file")?;
        self.content.write(with)
    }

    fn open(&self, message: &str) -> Fallible<()> {
        if self.content.peek(|content| content.is_closed) { Err(closed(message)) } else { Ok(()) }
    }
}

fn text(characters: &[char]) -> Str {
    Str::from(characters.iter().collect::<String>())
}

/// `StringIO(initial_value)`.
#[must_use]
pub fn new(initial: &Option<Str>) -> StringIO {
    let characters = initial.as_ref().map_or_else(Vec::new, |text| text.as_str().chars().collect());
    StringIO { content: Shared::new(Content::new(characters)) }
}

/// `buffer.read(size)`.
///
/// # Errors
/// `ValueError` where it is closed; so do all methods.
pub fn read(buffer: &StringIO, size: Option<i64>) -> Fallible<Str> {
    buffer.with(|content| text(&content.read(size)))
}

/// `buffer.readline(size)`.
///
/// # Errors
/// As [`read`].
pub fn readline(buffer: &StringIO, size: Option<i64>) -> Fallible<Str> {
    buffer.with(|content| text(&content.line(size, '\n')))
}

/// `buffer.readlines(hint)`: no more lines once more than `hint` characters are read.
///
/// # Errors
/// As [`read`].
pub fn readlines(buffer: &StringIO, hint: Option<i64>) -> Fallible<List<Str>> {
    buffer.open("I/O operation on closed file.")?;
    let hint = hint.filter(|hint| *hint > 0);
    let (mut lines, mut length) = (Vec::new(), 0);
    loop {
        let line = readline(buffer, None)?;
        let size = line.length() as i64;
        if size == 0 {
            break;
        }
        lines.push(line);
        if hint.is_some_and(|hint| size > hint - length) {
            break;
        }
        length += size;
    }
    Ok(list::from_vec(lines))
}

/// `buffer.write(text)`: how many characters.
///
/// # Errors
/// As [`read`]; `OverflowError` for a place too far behind the end.
pub fn write(buffer: &StringIO, text: &Str) -> Fallible<i64> {
    let characters: Vec<char> = text.as_str().chars().collect();
    buffer.with(|content| content.write(&characters))?.ok_or_else(|| overflow_error("new buffer size too large"))?;
    Ok(text.length() as i64)
}

/// `print(…, file=buffer)` of the whole text.
///
/// # Errors
/// As [`write`].
pub fn print(buffer: &StringIO, text: &Str) -> Fallible<()> {
    write(buffer, text).map(drop_count)
}

fn drop_count(_: i64) {}

/// `buffer.writelines(lines)`.
///
/// # Errors
/// As [`write`]; whatever the iterator raises.
pub fn writelines(buffer: &StringIO, mut lines: impl Iter<Item = Str>) -> Fallible<()> {
    buffer.open("I/O operation on closed file.")?;
    while let Some(line) = lines.next()? {
        write(buffer, &line)?;
    }
    Ok(())
}

/// `buffer.getvalue()`.
///
/// # Errors
/// As [`read`].
pub fn getvalue(buffer: &StringIO) -> Fallible<Str> {
    buffer.with(|content| text(&content.items))
}

/// `buffer.tell()`.
///
/// # Errors
/// As [`read`].
pub fn tell(buffer: &StringIO) -> Fallible<i64> {
    buffer.with(|content| content.place as i64)
}

/// `buffer.seek(position, whence)`.
///
/// # Errors
/// As [`read`]; `ValueError` for a negative position, `OSError` for one relative to something else than the start.
pub fn seek(buffer: &StringIO, position: i64, whence: i64) -> Fallible<i64> {
    buffer.open("I/O operation on closed file")?;
    match whence {
        0..=2 if whence == 0 && position < 0 => {
            return Err(value_error(format!("Negative seek position {position}")));
        }
        1 | 2 if position != 0 => {
            return Err(Exception::new("OSError", "Can't do nonzero cur-relative seeks"));
        }
        0..=2 => {}
        _ => return Err(value_error(format!("Invalid whence ({whence}, should be 0, 1 or 2)"))),
    }
    buffer.with(|content| {
        content.place = match whence {
            0 => position as usize,
            1 => content.place,
            _ => content.items.len(),
        };
        content.place as i64
    })
}

/// `buffer.truncate(size)`.
///
/// # Errors
/// As [`read`]; `ValueError` for a negative size.
pub fn truncate(buffer: &StringIO, size: Option<i64>) -> Fallible<i64> {
    buffer.open("I/O operation on closed file")?;
    let size = match size {
        Some(size) => not_negative(size, "Negative size value")?,
        None => buffer.with(|content| content.place)?,
    };
    buffer.with(|content| content.truncate(size))?;
    Ok(size as i64)
}

/// `buffer.close()`.
///
/// # Errors
/// `RuntimeError` for a captured one.
pub fn close(buffer: &StringIO) -> Fallible<()> {
    buffer.content.write(|content| content.is_closed = true)
}

/// `buffer.closed`.
#[must_use]
pub fn is_closed(buffer: &StringIO) -> bool {
    buffer.content.peek(|content| content.is_closed)
}

/// `buffer.flush()`: there is nothing to do.
pub fn flush(_buffer: &StringIO) {}

/// `buffer.readable()`, `writable()` and `seekable()`.
///
/// # Errors
/// As [`read`].
pub fn able(buffer: &StringIO) -> Fallible<bool> {
    buffer.open("I/O operation on closed file").map(|()| true)
}

/// `buffer.isatty()`.
///
/// # Errors
/// As [`read`].
pub fn isatty(buffer: &StringIO) -> Fallible<bool> {
    buffer.open("I/O operation on closed file.").map(|()| false)
}

/// `with buffer as …`.
///
/// # Errors
/// As [`read`].
pub fn enter(buffer: &StringIO) -> Fallible<StringIO> {
    buffer.open("I/O operation on closed file.").map(|()| buffer.clone())
}

/// The end of a `with`.
///
/// # Errors
/// As [`close`].
pub fn exit(buffer: &StringIO, _class: (), _exception: (), _traceback: ()) -> Fallible<()> {
    close(buffer)
}

/// `iter(buffer)`.
#[must_use]
pub fn iter(buffer: &StringIO) -> Lines {
    buffer.iter()
}

/// `next(buffer)` where it is iterated over: the lines from where it is.
pub struct Lines {
    buffer: StringIO,
    is_begun: bool,
}

impl Iter for Lines {
    type Item = Str;

    fn next(&mut self) -> Fallible<Option<Str>> {
        if !std::mem::replace(&mut self.is_begun, true) {
            self.buffer.open("I/O operation on closed file.")?;
        }
        let line = readline(&self.buffer, None)?;
        Ok((line.length() > 0).then_some(line))
    }
}

impl Iterable for StringIO {
    type Item = Str;
    type Iterator = Lines;

    fn iter(&self) -> Lines {
        Lines { buffer: self.clone(), is_begun: false }
    }
}

impl Identity for StringIO {
    fn same(&self, other: &Self) -> bool {
        self.content.same(&other.content)
    }
}

impl Object for StringIO {
    fn type_name(&self) -> &'static str {
        "StringIO"
    }

    fn freeze(&self) {
        self.content.freeze();
    }

    fn repr(&self, out: &mut String) {
        // CPython shows an address, which no two runs have in common.
        out.push_str("<_io.StringIO object>");
    }
}
