//! What an editor shows and does: pure functions of an [`Analysis`] and a place in a file.
//!
//! # Architecture invariant
//!
//! Nothing here knows of a protocol. Places are byte offsets, results are spans, strings and enums of our own; the
//! language server and the playground only translate them, so each feature is written and tested once. Each file holds
//! one feature, with its tests below it.

mod actions;
mod annotate;
mod calls;
mod captured;
mod classes;
mod completion;
mod definition;
mod folding;
mod graph;
mod highlight;
mod hints;
mod hover;
mod lenses;
mod links;
mod module;
pub(crate) mod names;
mod nodes;
mod references;
mod rename;
mod resolve;
mod selection;
mod signature;
mod symbols;
mod tokens;
mod unreached;

#[cfg(test)]
pub(crate) mod fixture;

use crate::Analysis;
use crate::source::{FileId, Span};

pub use actions::{Action, actions, fix_all};
pub use annotate::{Annotated, Cost, Operator, annotated, operators};
pub use calls::{Callable, Calls, callable_at, incoming_calls, outgoing_calls};
pub use captured::{CapturedGlobal, Size, captured_globals};
pub use completion::{Completion, CompletionKind, completions};
pub use definition::{Target, definitions};
pub use folding::{Fold, FoldKind, folds};
pub use graph::{Edge, Graph, Node, NodeKind, graph};
pub use highlight::{Highlight, highlights};
pub use hints::{Hint, HintKind, HintSwitches, hints, moved_hints};
pub use hover::{Hover, Sizes, hover, signature_of};
pub use lenses::{Lens, Readiness, lenses};
pub use links::{Link, links};
pub use module::module_code;
pub(crate) use nodes::each as each_node;
pub use references::{Reference, Referent, references, referent_at};
pub use rename::{NotRenamed, renamable, rename};
pub use selection::selection_ranges;
pub use signature::{SignatureHelp, SignatureText, signature_help};
pub use symbols::{Symbol, SymbolKind, document_symbols, workspace_symbols};
pub use tokens::{Token, TokenKind, TokenModifier, tokens};
pub use unreached::unreached;

/// A place in a file of an analysis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// The file.
    pub file: FileId,
    /// The byte offset in its text.
    pub offset: u32,
}

/// A change of a file's text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// The range to replace; empty to insert.
    pub span: Span,
    /// What to put there.
    pub text: String,
}

impl Analysis {
    /// The text of a file.
    fn text(&self, file: FileId) -> &str {
        self.files.get(file.0 as usize).map_or("", |file| &file.text)
    }

    /// The statements of a file.
    fn body(&self, file: FileId) -> &[rustpython_ast::Stmt] {
        self.syntax.get(file.0 as usize).map_or(&[], |syntax| &syntax.body)
    }

    /// The names of a file, found when they are first asked for.
    fn names(&self, file: FileId) -> &names::Names {
        self.syntax[file.0 as usize].names()
    }

    /// The ids of all files.
    fn ids(&self) -> impl Iterator<Item = FileId> + use<> {
        (0..self.files.len() as u32).map(FileId)
    }

    /// The file at a path.
    pub fn file_at(&self, path: &str) -> Option<FileId> {
        self.ids().find(|id| self.file(*id).path == path)
    }

    /// The file of a module of the project.
    fn module_file(&self, module: &str) -> Option<FileId> {
        self.ids().find(|id| self.file(*id).module == module)
    }
}
