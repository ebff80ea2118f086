//! Exception classes as static types: a class with all that it derives from.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::ClassName;

/// The class of an exception that a value is known to be: itself, or one that derives from it.
///
/// It carries its whole lineage, so that the nearest class that two exceptions have in common is known without a look
/// at where the classes are defined.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ExceptionClass {
    /// Dotted names in method resolution order: its own, then those of its ancestors down to `BaseException`.
    lineage: Arc<[ClassName]>,
}

impl ExceptionClass {
    /// The class with that method resolution order, `object` left out.
    pub fn new(lineage: impl IntoIterator<Item = ClassName>) -> Self {
        Self { lineage: lineage.into_iter().collect() }
    }

    /// The class that derives from these in that order.
    pub fn derived(name: ClassName, bases: &[ExceptionClass]) -> Self {
        let inherited: Vec<&ClassName> = bases.iter().flat_map(|base| base.lineage.iter()).collect();
        // A class comes after all that derive from it: where it is met twice the last place counts.
        let last = inherited
            .iter()
            .enumerate()
            .filter(|(index, name)| !inherited[index + 1..].contains(name))
            .map(|(_, name)| (*name).clone());
        Self::new(std::iter::once(name).chain(last))
    }

    /// The dotted name: `builtins.ValueError`, `predict.AppError`.
    pub fn name(&self) -> &ClassName {
        &self.lineage[0]
    }

    /// The name that native code knows the class by: as Python writes it in the last line of a traceback.
    pub fn native_name(&self) -> &str {
        native_name(self.name())
    }

    /// The dotted names of the class and all that it derives from, nearest first.
    pub fn lineage(&self) -> &[ClassName] {
        &self.lineage
    }

    /// Whether it is the class of that dotted name or derives from it.
    pub fn derives(&self, ancestor: &str) -> bool {
        self.lineage.iter().any(|name| **name == *ancestor)
    }

    /// The nearest class that both are or derive from.
    pub fn common(&self, other: &Self) -> Self {
        let shared = |a: &Self, b: &Self| {
            let start = a.lineage.iter().position(|name| b.derives(name)).unwrap_or(a.lineage.len() - 1);
            Self { lineage: a.lineage[start..].into() }
        };
        // With several bases each side may have a nearest of its own; the choice must not depend on the order.
        shared(self, other).min(shared(other, self))
    }
}

/// The name that native code knows an exception class by.
pub fn native_name(dotted: &str) -> &str {
    dotted.strip_prefix("builtins.").unwrap_or(dotted)
}
