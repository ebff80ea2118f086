//! Syntax: from text to a tree, with errors beside it instead of in its place.

mod nesting;

use std::sync::OnceLock;

use rustpython_ast::{self as ast, PythonVersion};
use rustpython_parser::{Mode, ParseOptions, parse_unchecked};
use rustpython_text_size::{Ranged, TextRange};

use crate::diagnostics::{Code, Diagnostic};
use crate::ide::names::Names;
use crate::source::{FileId, SourceFile, Span};

/// A parsed file: as much of the tree as could be made of the text.
#[derive(Debug)]
pub struct Syntax {
    /// The statements.
    pub body: Vec<ast::Stmt>,
    /// What is wrong with the text.
    pub errors: Vec<Diagnostic>,
    /// The classes that calls at the top level may make, as the class statements that they stand for.
    pub called_classes: Vec<ast::StmtClassDef>,
    names: OnceLock<Names>,
}

impl Syntax {
    /// The names of the file by scope, found when they are first asked for.
    pub(crate) fn names(&self) -> &Names {
        self.names.get_or_init(|| Names::of(&self.body))
    }
}

/// Parses a file. Broken text gives the statements that still parse, and the errors.
pub fn parse(id: FileId, file: &SourceFile) -> Syntax {
    if let Some(range) = nesting::too_deep(&file.text) {
        let error = Diagnostic::new(Code::Syntax, span(id, range), "this is nested too deeply")
            .help(format!("nest at most {} levels deep; give names to parts of it", nesting::DEEPEST));
        return Syntax { body: Vec::new(), errors: vec![error], called_classes: Vec::new(), names: OnceLock::new() };
    }
    let parsed =
        parse_unchecked(&file.text, ParseOptions::from(Mode::Module).with_target_version(PythonVersion::PY314));
    let errors = parsed
        .errors()
        .iter()
        .map(|error| (error.location, error.error.to_string()))
        .chain(parsed.unsupported_syntax_errors().iter().map(|error| (error.range, error.to_string())))
        .map(|(range, message)| Diagnostic::new(Code::Syntax, span(id, range), message))
        .collect();
    let body = match parsed.into_syntax() {
        ast::Mod::Module(module) => module.body,
        ast::Mod::Expression(_) => Vec::new(),
    };
    let assigned = body.iter().filter_map(ast::Stmt::as_assign_stmt);
    let called_classes = assigned.filter_map(crate::scope::classes::definition).collect();
    Syntax { body, errors, called_classes, names: OnceLock::new() }
}

/// The expression that the text of a quoted annotation is.
pub fn parse_annotation(text: &str) -> Option<ast::Expr> {
    if nesting::too_deep(text).is_some() {
        return None;
    }
    let parsed =
        parse_unchecked(text.trim(), ParseOptions::from(Mode::Expression).with_target_version(PythonVersion::PY314));
    if !parsed.errors().is_empty() {
        return None;
    }
    match parsed.into_syntax() {
        ast::Mod::Expression(expression) => Some(*expression.body),
        ast::Mod::Module(_) => None,
    }
}

/// The span of a node.
pub fn span(file: FileId, node: impl Ranged) -> Span {
    let range: TextRange = node.range();
    Span { file, start: range.start().to_u32(), end: range.end().to_u32() }
}
