//! `islice`: a slice of an iterator.

use crate::exception::{Fallible, value_error};
use crate::object::Iter;

/// `islice(…)`: `next` is the number of the item to give next, `count` how many were taken.
pub struct Islice<I> {
    items: Option<I>,
    next: u64,
    stop: Option<u64>,
    step: u64,
    count: u64,
}

/// `islice(iterable, stop)`.
///
/// # Errors
/// `ValueError` below 0.
pub fn islice<I: Iter>(items: I, stop: Option<i64>) -> Fallible<Islice<I>> {
    let stop = bound(stop, stop_message(stop))?;
    Ok(Islice { items: Some(items), next: 0, stop, step: 1, count: 0 })
}

/// `islice(iterable, start, stop, step)`.
///
/// # Errors
/// `ValueError` below 0, or for step 0.
pub fn islice_from<I: Iter>(items: I, start: Option<i64>, stop: Option<i64>, step: Option<i64>) -> Fallible<Islice<I>> {
    let stop = bound(stop, stop_message(stop))?;
    let start = bound(start, INDICES)?.unwrap_or(0);
    let step = step.unwrap_or(1);
    if step < 1 {
        return Err(value_error("Step for islice() must be a positive integer or None."));
    }
    Ok(Islice { items: Some(items), next: start, stop, step: step.unsigned_abs(), count: 0 })
}

const INDICES: &str = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.";

/// What is said of a stop below 0: -1 stands for an argument of another type in CPython.
fn stop_message(stop: Option<i64>) -> &'static str {
    match stop {
        Some(-1) => "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.",
        _ => INDICES,
    }
}

fn bound(value: Option<i64>, message: &str) -> Fallible<Option<u64>> {
    value.map(|value| u64::try_from(value).map_err(|_| value_error(message))).transpose()
}

impl<I: Iter> Iter for Islice<I> {
    type Item = I::Item;

    fn next(&mut self) -> Fallible<Option<I::Item>> {
        let Some(items) = &mut self.items else { return Ok(None) };
        let mut skipped = Some(());
        while self.count < self.next && skipped.is_some() {
            skipped = items.next()?.map(drop);
            self.count += u64::from(skipped.is_some());
        }
        if skipped.is_none() || self.stop.is_some_and(|stop| self.count >= stop) {
            self.items = None;
            return Ok(None);
        }
        let item = items.next()?;
        self.count += 1;
        self.next = self.next.saturating_add(self.step);
        if let Some(stop) = self.stop {
            self.next = self.next.min(stop);
        }
        if item.is_none() {
            self.items = None;
        }
        Ok(item)
    }
}
