//! Queries: `name=value&name=value`.

use super::quote::{quote, quote_plus, unquote_plus};
use crate::dict::{self, Dict};
use crate::exception::{Fallible, value_error};
use crate::list::{self, List};
use crate::object::{Iter, repr_text};
use crate::str::Str;

/// `parse_qsl(qs, …)`.
///
/// # Errors
/// `ValueError` for no separator, for too many fields, and where it is strict for fields without `=`; those of
/// `bytes.decode`.
pub fn parse_qsl(
    query: &Str,
    keep_blank_values: bool,
    strict_parsing: bool,
    encoding: &Str,
    errors: &Str,
    max_num_fields: Option<i64>,
    separator: &Str,
) -> Fallible<List<(Str, Str)>> {
    let (query, separator) = (query.as_str(), separator.as_str());
    if separator.is_empty() {
        return Err(value_error("Separator must be of type string or bytes."));
    }
    let fields: Vec<&str> = if query.is_empty() { Vec::new() } else { query.split(separator).collect() };
    if max_num_fields.is_some_and(|most| most < fields.len() as i64) {
        return Err(value_error("Max number of fields exceeded"));
    }
    let plain = |text: &str| unquote_plus(&Str::from(text), encoding, errors);
    let mut pairs = Vec::new();
    for field in fields {
        if field.is_empty() && !strict_parsing {
            continue;
        }
        let (name, value) = match field.split_once('=') {
            Some(pair) => pair,
            None if strict_parsing => {
                return Err(value_error(format!("bad query field: {}", repr_text(&Str::from(field)))));
            }
            None => (field, ""),
        };
        if !value.is_empty() || keep_blank_values {
            pairs.push((plain(name)?, plain(value)?));
        }
    }
    Ok(list::from_vec(pairs))
}

/// `parse_qs(qs, …)`.
///
/// # Errors
/// As [`parse_qsl`].
pub fn parse_qs(
    query: &Str,
    keep_blank_values: bool,
    strict_parsing: bool,
    encoding: &Str,
    errors: &Str,
    max_num_fields: Option<i64>,
    separator: &Str,
) -> Fallible<Dict<Str, List<Str>>> {
    let pairs =
        parse_qsl(query, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator)?.to_vec();
    let values = dict::from_pairs::<Str, List<Str>>(Vec::new());
    for (name, value) in pairs {
        match values.lookup(&name) {
            Some(of_name) => list::append(&of_name, value)?,
            None => dict::setitem(&values, name, list::from_vec(vec![value]))?,
        }
    }
    Ok(values)
}

/// How texts are quoted: options of `urlencode`.
struct Quoting<'a> {
    safe: &'a Str,
    encoding: &'a Option<Str>,
    errors: &'a Option<Str>,
    /// By `quote_plus`, or else by `quote`.
    plus: bool,
}

impl Quoting<'_> {
    fn quoted(&self, text: &Str) -> Fallible<Str> {
        let quote = if self.plus { quote_plus } else { quote };
        quote(text, self.safe, self.encoding, self.errors)
    }
}

/// `urlencode(query, safe=…, encoding=…, errors=…)` of names and values as text.
///
/// # Errors
/// Those of `str.encode`; whatever the iterator raises.
pub fn urlencode(
    mut pairs: impl Iter<Item = (Str, Str)>,
    safe: &Str,
    encoding: &Option<Str>,
    errors: &Option<Str>,
    plus: bool,
) -> Fallible<Str> {
    let quoting = Quoting { safe, encoding, errors, plus };
    let mut fields = Vec::new();
    while let Some((name, value)) = pairs.next()? {
        fields.push(format!("{}={}", quoting.quoted(&name)?.as_str(), quoting.quoted(&value)?.as_str()));
    }
    Ok(Str::from(fields.join("&")))
}

/// `urlencode(query, doseq=True, …)` of names and the texts of their values.
///
/// # Errors
/// Those of `str.encode`; whatever the iterator raises.
pub fn urlencode_each(
    mut pairs: impl Iter<Item = (Str, List<Str>)>,
    safe: &Str,
    encoding: &Option<Str>,
    errors: &Option<Str>,
    plus: bool,
) -> Fallible<Str> {
    let quoting = Quoting { safe, encoding, errors, plus };
    let mut fields = Vec::new();
    while let Some((name, values)) = pairs.next()? {
        let name = quoting.quoted(&name)?;
        for value in values.to_vec() {
            fields.push(format!("{}={}", name.as_str(), quoting.quoted(&value)?.as_str()));
        }
    }
    Ok(Str::from(fields.join("&")))
}
