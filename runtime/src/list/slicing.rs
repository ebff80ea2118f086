//! `list[start:stop:step]`: get, set, delete.

use super::{List, from_vec};
use crate::exception::{Fallible, value_error};
use crate::object::{Iter, Object, collect};
use crate::slice::Slice;

/// `list[slice]`: a new list.
///
/// # Errors
/// `ValueError` for step 0.
pub fn getslice<T: Object>(list: &List<T>, slice: &Slice) -> Fallible<List<T>> {
    let picked = slice.indices(list.length())?;
    Ok(from_vec(list.items.peek(|items| match picked.run() {
        Some(run) => items[run].to_vec(),
        None => picked.iter().map(|place| items[place].clone()).collect(),
    })))
}

/// `list[slice] = iterable`.
///
/// # Errors
/// `ValueError` for step 0, or where the lengths differ and the step is not 1; whatever the iterator raises.
pub fn setslice<T: Object>(list: &List<T>, slice: &Slice, items: impl Iter<Item = T>) -> Fallible<()> {
    let new = collect(items)?;
    let picked = slice.indices(list.length())?;
    if let Some(run) = picked.run() {
        return list.items.write(|items| items.splice(run, new).collect::<Vec<T>>()).map(drop);
    }
    if new.len() != picked.count {
        return Err(value_error(format!(
            "attempt to assign sequence of size {} to extended slice of size {}",
            new.len(),
            picked.count
        )));
    }
    let replace = |items: &mut Vec<T>| -> Vec<T> {
        picked.iter().zip(new).map(|(place, item)| std::mem::replace(&mut items[place], item)).collect()
    };
    list.items.write(replace).map(drop)
}

/// `del list[slice]`.
///
/// # Errors
/// `ValueError` for step 0.
pub fn delslice<T: Object>(list: &List<T>, slice: &Slice) -> Fallible<()> {
    let picked = slice.indices(list.length())?;
    let mut doomed: Vec<usize> = picked.iter().collect();
    doomed.sort_unstable();
    let split = |items: &mut Vec<T>| {
        let mut doomed = doomed.into_iter().peekable();
        let (removed, kept): (Vec<_>, Vec<_>) =
            std::mem::take(items).into_iter().enumerate().partition(|(place, _)| doomed.next_if_eq(place).is_some());
        *items = kept.into_iter().map(|(_, item)| item).collect();
        removed
    };
    list.items.write(split).map(drop)
}

#[cfg(test)]
mod tests {
    use super::{delslice, getslice, setslice};
    use crate::list::{from_vec, iter};
    use crate::object::repr_text;
    use crate::slice;

    #[test]
    fn gets_sets_and_deletes() {
        let list = from_vec(vec![0, 1, 2, 3, 4, 5]);
        let every_other = slice::new(None, None, Some(-2));
        assert_eq!(repr_text(&getslice(&list, &every_other).expect("step is not 0")), "[5, 3, 1]");
        setslice(&list, &slice::new(Some(1), Some(3), None), iter(&from_vec(vec![9, 9, 9]))).expect("any length fits");
        assert_eq!(repr_text(&list), "[0, 9, 9, 9, 3, 4, 5]");
        setslice(&list, &slice::new(Some(5), Some(2), None), iter(&from_vec(vec![7]))).expect("inserts");
        assert_eq!(repr_text(&list), "[0, 9, 9, 9, 3, 7, 4, 5]");
        let raised = setslice(&list, &every_other, iter(&list)).expect_err("lengths differ");
        assert_eq!(raised.message, "attempt to assign sequence of size 8 to extended slice of size 4");
        delslice(&list, &every_other).expect("step is not 0");
        assert_eq!(repr_text(&list), "[0, 9, 3, 4]");
    }
}
