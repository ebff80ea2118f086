//! Functions as values: which function it is, and what it holds of the function that made it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Type;

/// A function as a value of the compiled program. Each function of the source has a type of its own, so that a call knows
/// what it calls; a name that may hold one of several has a union of their types.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CallableType {
    /// What tells it from all other functions: where it is defined, and which functions it sees there.
    pub key: Arc<str>,
    /// Its name, for people.
    pub name: Arc<str>,
    /// The values that it holds, by the names it reads them by.
    pub captures: Vec<(Arc<str>, Type)>,
}

impl CallableType {
    /// The same function with other types of what it holds.
    pub fn with_types(&self, types: impl IntoIterator<Item = Type>) -> Self {
        let captures = self.captures.iter().zip(types).map(|((name, _), ty)| (name.clone(), ty)).collect();
        Self { captures, ..self.clone() }
    }
}
