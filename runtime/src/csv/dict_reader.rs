//! `csv.DictReader` (CPython's Lib/csv.py).

use super::Reader;
use crate::dict::{self, Dict};
use crate::exception::{Fallible, type_error};
use crate::list::List;
use crate::object::Iter;
use crate::str::Str;

/// Gives each row as a dict of its fields by the names of the first row, or by others.
pub struct DictReader<I> {
    rows: Reader<I>,
    names: Option<Vec<Str>>,
    restval: Option<Str>,
}

impl<I: Iter<Item = Str>> DictReader<I> {
    pub(super) fn of(rows: Reader<I>, names: &Option<List<Str>>, restval: &Option<Str>) -> Self {
        Self { rows, names: names.as_ref().map(List::to_vec), restval: restval.clone() }
    }

    /// A row by the names, of which there are as many as fields, or more.
    fn row(&self, names: &[Str], row: &[Str]) -> Fallible<Dict<Str, Str>> {
        if row.len() > names.len() {
            let message =
                format!("row has {} fields for {} names: Python puts the rest into a list", row.len(), names.len());
            return Err(type_error(message));
        }
        let mut pairs: Vec<(Str, Str)> = names.iter().cloned().zip(row.iter().cloned()).collect();
        for name in &names[row.len()..] {
            let Some(value) = &self.restval else {
                let message =
                    format!("row has no field \"{}\": Python sets it to None, unless restval is a text", name.as_str());
                return Err(type_error(message));
            };
            pairs.push((name.clone(), value.clone()));
        }
        Ok(dict::from_pairs(pairs))
    }
}

impl<I: Iter<Item = Str>> Iter for DictReader<I> {
    type Item = Dict<Str, Str>;

    fn next(&mut self) -> Fallible<Option<Self::Item>> {
        if self.names.is_none() {
            // Without any row there are no names, and no other row.
            let Some(names) = self.rows.next()? else { return Ok(None) };
            self.names = Some(names.to_vec());
        }
        loop {
            let Some(row) = self.rows.next()? else { return Ok(None) };
            let row = row.to_vec();
            if !row.is_empty() {
                return self.row(self.names.as_deref().unwrap_or_default(), &row).map(Some);
            }
        }
    }
}
