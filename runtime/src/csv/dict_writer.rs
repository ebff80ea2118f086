//! `csv.DictWriter` (CPython's Lib/csv.py).

use super::writer::{self, Field, Writer};
use crate::dict::Dict;
use crate::exception::{Fallible, value_error};
use crate::io::StringIO;
use crate::object::{Iter, Object, collect, repr_text};
use crate::str::Str;

/// What writes dicts as rows.
#[derive(Clone)]
pub struct DictWriter {
    writer: Writer,
    fieldnames: Vec<Str>,
    restval: Str,
    refuses_extras: bool,
}

/// `csv.DictWriter(f, fieldnames, restval, extrasaction, dialect, …)`.
///
/// # Errors
/// `ValueError` for an action that there is not; as `csv.writer`; whatever the iterator raises.
#[expect(clippy::too_many_arguments, reason = "the options of Python's class")]
pub fn new(
    buffer: &StringIO,
    fieldnames: impl Iter<Item = Str>,
    restval: &Str,
    extrasaction: &Str,
    dialect: &Str,
    delimiter: &Str,
    quotechar: &Option<Str>,
    escapechar: &Option<Str>,
    doublequote: bool,
    skipinitialspace: bool,
    lineterminator: &Str,
    quoting: i64,
    strict: bool,
) -> Fallible<DictWriter> {
    let refuses_extras = match extrasaction.as_str().to_lowercase().as_str() {
        "raise" => true,
        "ignore" => false,
        _ => {
            let given = extrasaction.as_str();
            return Err(value_error(format!("extrasaction ({given}) must be 'raise' or 'ignore'")));
        }
    };
    let writer = writer::new(
        buffer,
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
    Ok(DictWriter { writer, fieldnames: collect(fieldnames)?, restval: restval.clone(), refuses_extras })
}

/// `writer.writeheader()`.
///
/// # Errors
/// As `csv.writer`.
pub fn writeheader(writer: &DictWriter) -> Fallible<i64> {
    let fields: Vec<Field> = writer.fieldnames.iter().map(Field::of).collect();
    writer.writer.write(&fields)
}

/// `writer.writerow(row)`.
///
/// # Errors
/// `ValueError` for a key that is no field; as `csv.writer`.
pub fn writerow<V: Object>(writer: &DictWriter, row: &Dict<Str, V>) -> Fallible<i64> {
    let pairs: Vec<(Str, V)> = row.to_pairs();
    if writer.refuses_extras {
        let is_known = |name: &Str| writer.fieldnames.iter().any(|field| field.as_str() == name.as_str());
        let extras: Vec<String> =
            pairs.iter().map(|(name, _)| name).filter(|name| !is_known(name)).map(repr_text).collect();
        if !extras.is_empty() {
            return Err(value_error(format!("dict contains fields not in fieldnames: {}", extras.join(", "))));
        }
    }
    let field = |name: &Str| match pairs.iter().find(|(key, _)| key.as_str() == name.as_str()) {
        Some((_, value)) => Field::of(value),
        None => Field::of(&writer.restval),
    };
    let fields: Vec<Field> = writer.fieldnames.iter().map(field).collect();
    writer.writer.write(&fields)
}

/// `writer.writerows(rows)`.
///
/// # Errors
/// As [`writerow`].
pub fn writerows<V: Object>(writer: &DictWriter, mut rows: impl Iter<Item = Dict<Str, V>>) -> Fallible<()> {
    while let Some(row) = rows.next()? {
        writerow(writer, &row)?;
    }
    Ok(())
}

impl Object for DictWriter {
    fn type_name(&self) -> &'static str {
        "DictWriter"
    }

    fn freeze(&self) {
        self.writer.freeze();
    }

    fn repr(&self, out: &mut String) {
        // CPython shows an address, which no two runs have in common.
        out.push_str("<csv.DictWriter object>");
    }
}
