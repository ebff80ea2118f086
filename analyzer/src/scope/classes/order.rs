//! The order in which a class and its ancestors are searched: C3, as CPython's `type.mro`.

use crate::types::ClassName;

/// The class, then its ancestors; `None` where there is no consistent order.
pub fn linearise(
    class: &ClassName,
    parents: &[ClassName],
    ancestors: impl Fn(&ClassName) -> Option<Vec<ClassName>>,
) -> Option<Vec<ClassName>> {
    let mut lists: Vec<Vec<ClassName>> = parents.iter().map(&ancestors).collect::<Option<_>>()?;
    lists.push(parents.to_vec());
    let mut order = vec![class.clone()];
    loop {
        lists.retain(|list| !list.is_empty());
        if lists.is_empty() {
            return Some(order);
        }
        let in_tail = |head: &ClassName| lists.iter().any(|list| list[1..].contains(head));
        let next = lists.iter().map(|list| list[0].clone()).find(|head| !in_tail(head))?;
        lists.iter_mut().for_each(|list| list.retain(|name| *name != next));
        order.push(next);
    }
}
