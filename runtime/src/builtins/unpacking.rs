//! Unpacking an iterable of unknown length into names, with CPython's errors.

use crate::exception::{Fallible, value_error};
use crate::list::{self, List};
use crate::object::{Iter, collect};

/// `a, b = items`: exactly `count` of them. No more than one too many is taken.
///
/// # Errors
/// `ValueError` where there are fewer or more; whatever the iterator raises.
pub fn unpack<T>(mut items: impl Iter<Item = T>, count: i64) -> Fallible<List<T>> {
    let mut taken = Vec::new();
    while let Some(item) = items.next()? {
        if taken.len() as i64 == count {
            return Err(value_error(format!("too many values to unpack (expected {count})")));
        }
        taken.push(item);
    }
    if (taken.len() as i64) < count {
        return Err(value_error(format!("not enough values to unpack (expected {count}, got {})", taken.len())));
    }
    Ok(list::from_vec(taken))
}

/// `a, *b, c = items`: at least as many as there are names without a star.
///
/// # Errors
/// `ValueError` where there are fewer; whatever the iterator raises.
pub fn unpack_star<T>(items: impl Iter<Item = T>, before: i64, after: i64) -> Fallible<List<T>> {
    let taken = collect(items)?;
    let least = before + after;
    if (taken.len() as i64) < least {
        let got = taken.len();
        return Err(value_error(format!("not enough values to unpack (expected at least {least}, got {got})")));
    }
    Ok(list::from_vec(taken))
}
