//! Inference: the types of every binding of a file, whether or not a predictor reaches it.
//!
//! [`crate::trace`] types what is compiled, and refuses what cannot be. This module types all the rest: module code,
//! functions that no predictor calls, classes, functions in containers. It runs the project over abstract values
//! ([`value`]) as Python would run it over real ones: module by module, following imports and calls, both ways of each
//! branch, loops until nothing changes. Functions that nothing calls are run last, with what their annotations and
//! defaults say. What an operation on built-in values gives is asked of the catalog ([`crate::trace::query`]).
//!
//! Nothing is ever refused: what is not understood has no known type. The work is bounded (see [`machine`]), so that any
//! program at all ends.

mod attribute;
mod bind;
mod builtin;
mod call;
mod class;
mod container;
mod display;
mod expression;
mod heap;
mod itertools;
mod machine;
mod module;
mod statement;
mod value;

use serde::Serialize;

use crate::analysis::CapturedTypes;
use crate::scope::Project;
use crate::source::{Files, SourceFile, Span};
use crate::trace::query::Queries;
use crate::trace::{Models, Tables, with_sources};

/// What kind of thing is bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum BindingKind {
    /// A variable of a module or function, or an item that is assigned: `d['key']`.
    Variable,
    /// A parameter.
    Parameter,
    /// The result of a function.
    Return,
    /// An attribute of an instance or class: `self.size`.
    Attribute,
}

/// A place where a name is bound, with the types that it may be bound to there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Binding {
    /// The name as it stands there; for a result, the name of the function.
    pub span: Span,
    /// What kind of thing is bound.
    pub kind: BindingKind,
    /// The function around it by its qualified name, or the function whose result it is; `None` in module code.
    pub function: Option<String>,
    /// The name as the program writes it: `x`, `self.size`.
    pub name: String,
    /// The types by their Python names, each once: `int`, `list[str]`, `callable`. Empty where nothing is known.
    pub types: Vec<String>,
    /// Whether it is an item of a container that the name is bound to, `d['key']`, and not the name itself.
    pub is_item: bool,
}

/// The bindings of the file at `path` and of the project's modules that it imports, with the files themselves: the
/// first is the one that was asked for.
pub fn infer(path: &str, files: &dyn Files) -> (Vec<Binding>, Vec<SourceFile>) {
    let project = Project::load(path, files);
    let captured = CapturedTypes::default();
    let bindings = with_sources(&project, files, &captured, &Models::default(), &|| false, |sources| {
        let mut tables = Tables::default();
        machine::Machine::new(sources.project, Queries::new(sources, &mut tables)).run()
    });
    (bindings, project.into_parts().0)
}
