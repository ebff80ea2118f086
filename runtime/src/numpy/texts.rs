//! Arrays of texts, which models take and give: of dtype `object`, or of texts of one width (`<U5`).
//!
//! They are never changed, so that all that is made of them by another shape shares the texts.

use std::sync::Arc;

use super::like::inhomogeneous;
use super::manipulation::resolved;
use super::print::{self, EDGE, LINE_WIDTH, THRESHOLD};
use crate::exception::{Fallible, Raised, index_error, value_error};
use crate::list::{self, List};
use crate::object::{Identity, Iterable, Object, repr_text};
use crate::slice::position;
use crate::str::Str;

/// An array of one or two axes.
#[derive(Debug, Clone)]
pub struct Texts {
    shape: Vec<usize>,
    items: Arc<[Str]>,
    dtype: TextDType,
}

/// What numpy takes for the elements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TextDType {
    /// `object`: each is a `str` of its own.
    Object,
    /// `<U5`: as wide as the longest.
    Fixed,
}

/// With one axis, of dtype `object`.
pub type TextArray = Texts;
/// With two axes, of dtype `object`.
pub type TextMatrix = Texts;
/// With one axis, of one width.
pub type StrArray = Texts;
/// With two axes, of one width.
pub type StrMatrix = Texts;

impl Texts {
    /// Texts of that shape, of dtype `object`.
    pub(crate) fn of_shape(shape: Vec<usize>, items: Vec<Str>) -> Self {
        Self { shape, items: items.into(), dtype: TextDType::Object }
    }

    pub(crate) fn shape(&self) -> &[usize] {
        &self.shape
    }

    pub(crate) fn items(&self) -> &[Str] {
        &self.items
    }

    /// As numpy keeps texts of one width: without the zeros at their ends.
    fn fixed(mut self) -> Self {
        let cut = |text: &Str| Str::from(text.as_str().trim_end_matches('\0'));
        self.items = self.items.iter().map(cut).collect();
        self.dtype = TextDType::Fixed;
        self
    }
}

/// `np.array(texts, dtype=object)`.
pub fn of_objects(texts: &List<Str>, _dtype: &Str) -> TextArray {
    let items = texts.to_vec();
    Texts::of_shape(vec![items.len()], items)
}

/// `np.array(rows, dtype=object)`.
///
/// # Errors
/// `ValueError` for rows of several lengths, of which numpy makes an array of lists.
pub fn of_object_rows(rows: &List<List<Str>>, _dtype: &Str) -> Fallible<TextMatrix> {
    matrix(rows, |_, _, _| value_error("compiled code makes no array of lists: the rows differ in length"))
}

/// `np.array(texts)`.
///
/// # Errors
/// `ValueError` for no texts, of which numpy makes an array of floats.
pub fn of_texts(texts: &List<Str>) -> Fallible<StrArray> {
    some(of_texts_as(texts, &Str::literal("")))
}

/// `np.array(rows)`.
///
/// # Errors
/// As [`of_texts`]; `ValueError` for rows of several lengths.
pub fn of_rows(rows: &List<List<Str>>) -> Fallible<StrMatrix> {
    some(of_rows_as(rows, &Str::literal(""))?)
}

/// `np.array(texts, dtype=str)`.
pub fn of_texts_as(texts: &List<Str>, dtype: &Str) -> StrArray {
    of_objects(texts, dtype).fixed()
}

/// `np.array(rows, dtype=str)`.
///
/// # Errors
/// `ValueError` for rows of several lengths.
pub fn of_rows_as(rows: &List<List<Str>>, _dtype: &Str) -> Fallible<StrMatrix> {
    Ok(matrix(rows, |count, a, b| inhomogeneous(count, &[a], &[b]))?.fixed())
}

fn some(texts: Texts) -> Fallible<Texts> {
    match texts.items.is_empty() {
        true => Err(value_error("compiled code makes no array of texts of none: give dtype=object or dtype=str")),
        false => Ok(texts),
    }
}

fn matrix(rows: &List<List<Str>>, uneven: impl Fn(usize, usize, usize) -> Raised) -> Fallible<Texts> {
    let rows: Vec<Vec<Str>> = rows.to_vec().iter().map(List::to_vec).collect();
    let width = rows.first().map_or(0, Vec::len);
    if let Some(row) = rows.iter().find(|row| row.len() != width) {
        return Err(uneven(rows.len(), width, row.len()));
    }
    // Of no rows numpy makes an array of one axis.
    if rows.is_empty() {
        return Err(value_error("compiled code makes no array of no rows"));
    }
    Ok(Texts::of_shape(vec![rows.len(), width], rows.into_iter().flatten().collect()))
}

/// `texts.astype(object)`.
pub fn as_objects(texts: &Texts, _dtype: &Str) -> Texts {
    Texts { dtype: TextDType::Object, ..texts.clone() }
}

/// `texts.tolist()` of one axis.
pub fn tolist(texts: &Texts) -> List<Str> {
    list::from_vec(texts.items.to_vec())
}

/// `texts.tolist()` of two axes.
pub fn rows(texts: &Texts) -> List<List<Str>> {
    let (count, width) = (texts.shape[0], texts.shape[1]);
    let row = |row: usize| list::from_vec(texts.items[row * width..][..width].to_vec());
    list::from_vec((0..count).map(row).collect())
}

/// `len(texts)`.
pub fn len(texts: &Texts) -> i64 {
    texts.shape[0] as i64
}

/// `texts.size`.
pub fn size(texts: &Texts) -> i64 {
    texts.items.len() as i64
}

/// `texts.shape` of one axis.
pub fn shape(texts: &Texts) -> (i64,) {
    (texts.shape[0] as i64,)
}

/// `texts.shape` of two axes.
pub fn shape_of_matrix(texts: &Texts) -> (i64, i64) {
    (texts.shape[0] as i64, texts.shape[1] as i64)
}

/// `texts[index]` of one axis.
///
/// # Errors
/// `IndexError` for a place that there is not.
pub fn getitem(texts: &Texts, index: i64) -> Fallible<Str> {
    Ok(texts.items[place(texts, 0, index)?].clone())
}

/// `texts[row, column]` of two axes.
///
/// # Errors
/// As [`getitem`].
pub fn item_of_matrix(texts: &Texts, index: &(i64, i64)) -> Fallible<Str> {
    let (row, column) = (place(texts, 0, index.0)?, place(texts, 1, index.1)?);
    Ok(texts.items[row * texts.shape[1] + column].clone())
}

/// `texts[row]` of two axes.
///
/// # Errors
/// As [`getitem`].
pub fn row(texts: &Texts, index: i64) -> Fallible<Texts> {
    let (row, width) = (place(texts, 0, index)?, texts.shape[1]);
    Ok(Texts { shape: vec![width], items: texts.items[row * width..][..width].into(), ..texts.clone() })
}

fn place(texts: &Texts, axis: usize, index: i64) -> Fallible<usize> {
    let length = texts.shape[axis];
    position(index, length, "")
        .map_err(|_| index_error(format!("index {index} is out of bounds for axis {axis} with size {length}")))
}

/// The texts, one after the other.
pub fn iter(texts: &Texts) -> list::ListIterator<Str> {
    list::iter(&tolist(texts))
}

/// `text in texts`.
pub fn contains(texts: &Texts, text: &Str) -> bool {
    texts.items.contains(text)
}

/// `texts.reshape(-1)`, `ravel()` and `flatten()`.
pub fn flat(texts: &Texts) -> Texts {
    Texts { shape: vec![texts.items.len()], ..texts.clone() }
}

/// `texts.reshape(length)`.
///
/// # Errors
/// `ValueError` where there are more or fewer texts.
pub fn reshape(texts: &Texts, length: i64) -> Fallible<Texts> {
    reshaped(texts, &[length])
}

/// `texts.reshape(rows, columns)`, one of which may be -1.
///
/// # Errors
/// As [`reshape`].
pub fn reshape_to_matrix(texts: &Texts, rows: i64, columns: i64) -> Fallible<Texts> {
    reshaped(texts, &[rows, columns])
}

fn reshaped(texts: &Texts, lengths: &[i64]) -> Fallible<Texts> {
    let shape = resolved(texts.items.len(), lengths)?;
    Ok(Texts { shape: shape.to_vec(), ..texts.clone() })
}

impl Texts {
    /// As numpy lays out elements whose words have no common width, in lines of at most so many characters.
    fn body(&self, separator: &str, indent: usize, width: usize) -> String {
        if self.items.is_empty() {
            return "[]".into();
        }
        let &[.., length] = &self.shape[..] else { return "[]".into() };
        let is_row = self.shape.len() == 1;
        let (indent, width) = if is_row { (indent + 1, width) } else { (indent + 2, width - 1) };
        let line = |row: usize| {
            let words = self.shown(length).into_iter().map(|place| match place {
                Some(place) => repr_text(&self.items[row * length + place]),
                None => "...".into(),
            });
            format!("[{}]", filled(words.collect(), separator, indent, width - separator.trim_end().len().max(1)))
        };
        if is_row {
            return line(0);
        }
        let lines: Vec<String> =
            self.shown(self.shape[0]).into_iter().map(|row| row.map_or_else(|| "...".into(), line)).collect();
        format!("[{}]", lines.join(&format!("{}\n{}", separator.trim_end(), " ".repeat(indent - 1))))
    }

    /// The places along an axis that are shown; `None` for those that are left out.
    fn shown(&self, length: usize) -> Vec<Option<usize>> {
        if self.items.len() <= THRESHOLD || length <= 2 * EDGE {
            return (0..length).map(Some).collect();
        }
        (0..EDGE).map(Some).chain([None]).chain((length - EDGE..length).map(Some)).collect()
    }
}

/// Words in lines of at most so many characters, each after the first indented.
fn filled(words: Vec<String>, separator: &str, indent: usize, width: usize) -> String {
    let (mut text, mut used) = (String::new(), indent);
    for (place, word) in words.iter().enumerate() {
        let length = word.chars().count();
        if used + length > width && used > indent {
            text.truncate(text.trim_end().len());
            text.push('\n');
            text.extend(std::iter::repeat_n(' ', indent));
            used = indent;
        }
        text.push_str(word);
        used += length;
        if place + 1 < words.len() {
            text.push_str(separator);
            used += separator.len();
        }
    }
    text
}

impl Object for Texts {
    fn type_name(&self) -> &'static str {
        "ndarray"
    }

    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        let dtype = match self.dtype {
            TextDType::Object => "object".into(),
            TextDType::Fixed => {
                let longest = self.items.iter().map(|text| text.as_str().chars().count()).max();
                format!("'<U{}'", longest.unwrap_or(0).max(1))
            }
        };
        print::described(&self.body(", ", "array(".len(), LINE_WIDTH - 1), &self.shape, Some(&dtype), out);
    }

    fn str(&self, out: &mut String) {
        out.push_str(&self.body(" ", 0, LINE_WIDTH));
    }

    fn format(&self, spec: &str, out: &mut String) -> Fallible<()> {
        print::formatted(self, spec, out)
    }
}

impl Iterable for Texts {
    type Item = Str;
    type Iterator = list::ListIterator<Str>;

    fn iter(&self) -> Self::Iterator {
        iter(self)
    }
}

impl Identity for Texts {
    fn same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.items, &other.items) && self.shape == other.shape
    }
}
