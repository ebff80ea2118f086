//! `io.BytesIO`: bytes in memory (Modules/_io/bytesio.c).

use super::{Content, closed, not_negative};
use crate::bytes::{Buffer, Bytes};
use crate::exception::{Fallible, memory_error, value_error};
use crate::list::{self, List};
use crate::object::{Identity, Iter, Iterable, Object};
use crate::shared::Shared;

/// Bytes that are written and read; a clone is another name of the same object.
#[derive(Clone)]
pub struct BytesIO {
    content: Shared<Content<u8>>,
}

impl BytesIO {
    /// Does something with what the buffer holds.
    fn with<R>(&self, with: impl FnOnce(&mut Content<u8>) -> R) -> Fallible<R> {
        self.open()?;
        self.content.write(with)
    }

    fn open(&self) -> Fallible<()> {
        if self.content.peek(|content| content.is_closed) {
            return Err(closed("I/O operation on closed file."));
        }
        Ok(())
    }
}

/// `BytesIO()`.
#[must_use]
pub fn empty() -> BytesIO {
    BytesIO { content: Shared::new(Content::new(Vec::new())) }
}

/// `BytesIO(initial_bytes)`.
#[must_use]
pub fn new(initial: &impl Buffer) -> BytesIO {
    BytesIO { content: Shared::new(Content::new(initial.read(<[u8]>::to_vec))) }
}

/// `buffer.read(size)`.
///
/// # Errors
/// `ValueError` where it is closed; so do all methods.
pub fn read(buffer: &BytesIO, size: Option<i64>) -> Fallible<Bytes> {
    buffer.with(|content| content.read(size).into())
}

/// `buffer.readline(size)`.
///
/// # Errors
/// As [`read`].
pub fn readline(buffer: &BytesIO, size: Option<i64>) -> Fallible<Bytes> {
    buffer.with(|content| content.line(size, b'\n').into())
}

/// `buffer.readlines(hint)`: no more lines once `hint` bytes are read.
///
/// # Errors
/// As [`read`].
pub fn readlines(buffer: &BytesIO, hint: Option<i64>) -> Fallible<List<Bytes>> {
    buffer.open()?;
    let hint = hint.filter(|hint| *hint > 0);
    let (mut lines, mut length) = (Vec::new(), 0);
    loop {
        let line = readline(buffer, None)?;
        let size = line.as_slice().len() as i64;
        if size == 0 {
            break;
        }
        lines.push(line);
        length += size;
        if hint.is_some_and(|hint| length >= hint) {
            break;
        }
    }
    Ok(list::from_vec(lines))
}

/// `buffer.write(bytes)`: how many bytes.
///
/// # Errors
/// As [`read`]; `MemoryError` for a place too far behind the end.
pub fn write(buffer: &BytesIO, data: &impl Buffer) -> Fallible<i64> {
    let data = data.read(<[u8]>::to_vec);
    buffer.with(|content| content.write(&data))?.ok_or_else(|| memory_error(""))?;
    Ok(data.len() as i64)
}

/// `buffer.writelines(lines)`.
///
/// # Errors
/// As [`write`]; whatever the iterator raises.
pub fn writelines(buffer: &BytesIO, mut lines: impl Iter<Item = Bytes>) -> Fallible<()> {
    buffer.open()?;
    while let Some(line) = lines.next()? {
        write(buffer, &line)?;
    }
    Ok(())
}

/// `buffer.getvalue()`.
///
/// # Errors
/// As [`read`].
pub fn getvalue(buffer: &BytesIO) -> Fallible<Bytes> {
    buffer.with(|content| content.items.clone().into())
}

/// `buffer.tell()`.
///
/// # Errors
/// As [`read`].
pub fn tell(buffer: &BytesIO) -> Fallible<i64> {
    buffer.with(|content| content.place as i64)
}

/// `buffer.seek(position, whence)`.
///
/// # Errors
/// As [`read`]; `ValueError` for a negative position from the start.
pub fn seek(buffer: &BytesIO, position: i64, whence: i64) -> Fallible<i64> {
    buffer.open()?;
    if whence == 0 && position < 0 {
        return Err(value_error(format!("negative seek value {position}")));
    }
    if !(0..=2).contains(&whence) {
        return Err(value_error(format!("invalid whence ({whence}, should be 0, 1 or 2)")));
    }
    buffer.with(|content| {
        let from = match whence {
            0 => 0,
            1 => content.place,
            _ => content.items.len(),
        };
        content.place = (from as i64).saturating_add(position).max(0) as usize;
        content.place as i64
    })
}

/// `buffer.truncate(size)`.
///
/// # Errors
/// As [`read`]; `ValueError` for a negative size.
pub fn truncate(buffer: &BytesIO, size: Option<i64>) -> Fallible<i64> {
    buffer.open()?;
    let size = match size {
        Some(size) => not_negative(size, "negative size value")?,
        None => buffer.with(|content| content.place)?,
    };
    buffer.with(|content| content.truncate(size))?;
    Ok(size as i64)
}

/// `buffer.close()`.
///
/// # Errors
/// `RuntimeError` for a captured one.
pub fn close(buffer: &BytesIO) -> Fallible<()> {
    buffer.content.write(|content| content.is_closed = true)
}

/// `buffer.closed`.
#[must_use]
pub fn is_closed(buffer: &BytesIO) -> bool {
    buffer.content.peek(|content| content.is_closed)
}

/// `buffer.flush()`: there is nothing to do.
///
/// # Errors
/// As [`read`].
pub fn flush(buffer: &BytesIO) -> Fallible<()> {
    buffer.open()
}

/// `buffer.readable()`, `writable()` and `seekable()`.
///
/// # Errors
/// As [`read`].
pub fn able(buffer: &BytesIO) -> Fallible<bool> {
    buffer.open().map(|()| true)
}

/// `buffer.isatty()`.
///
/// # Errors
/// As [`read`].
pub fn isatty(buffer: &BytesIO) -> Fallible<bool> {
    buffer.open().map(|()| false)
}

/// `with buffer as …`.
///
/// # Errors
/// As [`read`].
pub fn enter(buffer: &BytesIO) -> Fallible<BytesIO> {
    buffer.open().map(|()| buffer.clone())
}

/// The end of a `with`.
///
/// # Errors
/// As [`close`].
pub fn exit(buffer: &BytesIO, _class: (), _exception: (), _traceback: ()) -> Fallible<()> {
    close(buffer)
}

/// `iter(buffer)`.
#[must_use]
pub fn iter(buffer: &BytesIO) -> Lines {
    buffer.iter()
}

/// The lines from where the buffer is.
pub struct Lines {
    buffer: BytesIO,
}

impl Iter for Lines {
    type Item = Bytes;

    fn next(&mut self) -> Fallible<Option<Bytes>> {
        let line = readline(&self.buffer, None)?;
        Ok((!line.as_slice().is_empty()).then_some(line))
    }
}

impl Iterable for BytesIO {
    type Item = Bytes;
    type Iterator = Lines;

    fn iter(&self) -> Lines {
        Lines { buffer: self.clone() }
    }
}

impl Identity for BytesIO {
    fn same(&self, other: &Self) -> bool {
        self.content.same(&other.content)
    }
}

impl Object for BytesIO {
    fn type_name(&self) -> &'static str {
        "BytesIO"
    }

    fn freeze(&self) {
        self.content.freeze();
    }

    fn repr(&self, out: &mut String) {
        // CPython shows an address, which no two runs have in common.
        out.push_str("<_io.BytesIO object>");
    }
}
