//! The results of functions decorated by `functools.cache` or `lru_cache`.
//!
//! Results are immutable values, so that whether one is computed again makes no difference but in time: how many are kept is
//! the runtime's own choice, whatever `maxsize` says. Each thread keeps its own.

use std::thread::LocalKey;

use crate::dict::{self, Dict};
use crate::exception::Fallible;
use crate::object::{Key, Object};

/// How many results are kept for one function.
const MOST: usize = 1 << 16;

/// Results by arguments.
pub struct Results<K, V>(Dict<K, V>);

impl<K: Key, V: Object> Results<K, V> {
    /// Nothing kept yet.
    #[expect(clippy::new_without_default, reason = "it is made by generated code alone")]
    pub fn new() -> Self {
        Self(dict::from_pairs(Vec::new()))
    }
}

/// The result for equal arguments, or the one that is computed now.
///
/// # Errors
/// What computing it raises; then nothing is kept.
pub fn remember<K: Key, V: Object>(
    results: &'static LocalKey<Results<K, V>>,
    arguments: K,
    compute: impl FnOnce() -> Fallible<V>,
) -> Fallible<V> {
    if let Some(known) = results.with(|results| dict::get(&results.0, arguments.clone())) {
        return Ok(known);
    }
    let result = compute()?;
    results.with(|results| {
        if dict::len(&results.0) >= MOST as i64 {
            dict::clear(&results.0)?;
        }
        dict::setitem(&results.0, arguments, result.clone())
    })?;
    Ok(result)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::{Results, remember};

    #[test]
    fn a_result_is_computed_once() {
        thread_local! {
            static RESULTS: Results<(i64,), i64> = Results::new();
        }
        let computed = Cell::new(0);
        let square = |n: i64| {
            remember(&RESULTS, (n,), || {
                computed.set(computed.get() + 1);
                Ok(n * n)
            })
        };
        assert_eq!((square(3), square(3), square(4)), (Ok(9), Ok(9), Ok(16)));
        assert_eq!(computed.get(), 2);
        let failing = remember(&RESULTS, (9,), || Err(crate::exception::value_error("no")));
        assert!(failing.is_err());
        assert_eq!(square(9), Ok(81));
    }
}
