//! `io`: text and bytes written to and read from memory.

pub mod bytes_io;
pub mod string_io;

use crate::exception::{Fallible, Raised, value_error};

pub use bytes_io::BytesIO;
pub use string_io::StringIO;

/// What a buffer holds: characters or bytes.
struct Content<T> {
    items: Vec<T>,
    /// Where it is read and written next; may lie behind the end.
    place: usize,
    is_closed: bool,
}

impl<T: Copy + Default + PartialEq> Content<T> {
    fn new(items: Vec<T>) -> Self {
        Self { items, place: 0, is_closed: false }
    }

    /// How many items a size asks for: all that are left where it is negative or `None`.
    fn wanted(&self, size: Option<i64>) -> usize {
        let left = self.items.len().saturating_sub(self.place);
        size.and_then(|size| usize::try_from(size).ok()).map_or(left, |size| size.min(left))
    }

    fn take(&mut self, count: usize) -> Vec<T> {
        let start = self.place.min(self.items.len());
        self.place = self.place.max(start + count);
        self.items[start..start + count].to_vec()
    }

    fn read(&mut self, size: Option<i64>) -> Vec<T> {
        let count = self.wanted(size);
        self.take(count)
    }

    /// The rest of the line with its end, of `size` items at most.
    fn line(&mut self, size: Option<i64>, newline: T) -> Vec<T> {
        let most = self.wanted(size);
        let rest = self.items.get(self.place..).unwrap_or_default();
        let count = rest.iter().take(most).position(|item| *item == newline).map_or(most, |end| end + 1);
        self.take(count)
    }

    /// Writes over what lies at the place, behind zeros where that is beyond the end; `None` where that is too far.
    fn write(&mut self, new: &[T]) -> Option<()> {
        if new.is_empty() {
            return Some(());
        }
        let end = self.place.checked_add(new.len())?;
        self.items.try_reserve(end.saturating_sub(self.items.len())).ok()?;
        if self.items.len() < self.place {
            self.items.resize(self.place, T::default());
        }
        let over = new.len().min(self.items.len() - self.place);
        self.items[self.place..self.place + over].copy_from_slice(&new[..over]);
        self.items.extend_from_slice(&new[over..]);
        self.place = end;
        Some(())
    }

    fn truncate(&mut self, size: usize) {
        self.items.truncate(size);
    }
}

/// For any use of a buffer that was closed. The two classes of CPython word it differently.
#[cold]
fn closed(message: &str) -> Raised {
    value_error(message)
}

/// A size that must not be negative.
fn not_negative(size: i64, message: &str) -> Fallible<usize> {
    usize::try_from(size).map_err(|_| value_error(format!("{message} {size}")))
}
