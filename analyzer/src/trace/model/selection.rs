//! `include` and `exclude`: which fields of a model are written, and of what they hold.

use std::collections::BTreeMap;

use super::super::arguments::constant_of;
use crate::ir::{Constant, Expr, ExprKind};
use crate::types::Type;

/// The name that stands for every item of a list.
const ALL: &str = "__all__";

/// What is written of a value.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Selection {
    pub include: Option<Names>,
    pub exclude: Names,
}

/// Names, each with those of what it holds; `None` where it stands for the whole.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Names(BTreeMap<String, Option<Names>>);

impl Names {
    /// The names of a set or a list that is written out, or of a dict with those of what they hold.
    pub fn of(value: &Expr) -> Option<Self> {
        let text = |value: &Expr| match constant_of(value)? {
            Constant::Str(text) => Some(text.to_string()),
            _ => None,
        };
        let names = match &value.kind {
            ExprKind::Set(items) | ExprKind::List(items) | ExprKind::Tuple(items) => {
                items.iter().map(|item| Some((text(item)?, None))).collect::<Option<BTreeMap<_, _>>>()?
            }
            ExprKind::Dict(pairs) => pairs
                .iter()
                .map(|(name, part)| {
                    let part = unconverted(part);
                    let is_whole = part.ty == Type::Ellipsis || constant_of(part) == Some(Constant::Bool(true));
                    // What nothing is named of differs between the versions of pydantic.
                    let inner = if is_whole { None } else { Some(Self::of(part).filter(|names| !names.0.is_empty())?) };
                    Some((text(name)?, inner))
                })
                .collect::<Option<BTreeMap<_, _>>>()?,
            ExprKind::Block(_, inner) | ExprKind::Convert(inner) => return Self::of(inner),
            _ => return None,
        };
        Some(Self(names))
    }

    fn within(&self, name: &str) -> Option<Self> {
        self.0.get(name).cloned().flatten()
    }

    fn is_of_items(&self) -> bool {
        self.0.keys().all(|name| name == ALL)
    }
}

impl Selection {
    /// Whether a field is written, the whole of it or a part.
    pub fn takes(&self, name: &str) -> bool {
        self.include.as_ref().is_none_or(|include| include.0.contains_key(name))
            && self.exclude.0.get(name) != Some(&None)
    }

    /// Whether all of the value is written.
    pub fn is_whole(&self) -> bool {
        self.include.is_none() && self.exclude.0.is_empty()
    }

    /// Whether something is said of what fields hold.
    pub fn is_nested(&self) -> bool {
        self.include.iter().chain([&self.exclude]).any(|names| names.0.values().any(Option::is_some))
    }

    /// What is written of what a field holds.
    pub fn within(&self, name: &str) -> Self {
        Self {
            include: self.include.as_ref().and_then(|include| include.within(name)),
            exclude: self.exclude.within(name).unwrap_or_default(),
        }
    }

    /// What is written of each item of a list; `None` where items are told apart, or left out.
    pub fn of_items(&self) -> Option<Self> {
        let is_of_items = self.include.iter().chain([&self.exclude]).all(Names::is_of_items) && self.takes(ALL);
        is_of_items.then(|| self.within(ALL))
    }
}

/// The value without the conversion to the type that all values of a dict have together.
fn unconverted(value: &Expr) -> &Expr {
    match &value.kind {
        ExprKind::Convert(inner) => inner,
        _ => value,
    }
}
