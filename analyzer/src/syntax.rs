//! Syntax: from text to a tree, with errors beside it instead of in its place.

mod cells;
mod nesting;

use std::collections::HashSet;
use std::sync::OnceLock;

use rustpython_ast::{self as ast, PythonVersion};
use rustpython_parser::typing::parse_type_annotation;
use rustpython_parser::{Mode, ParseOptions, parse_unchecked};
use rustpython_text_size::{Ranged, TextRange};

use crate::diagnostics::{Code, Diagnostic};
use crate::ide::names::Names;
use crate::scope::Statement;
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
    /// Where the names of the functions begin that a cell of a notebook marks.
    marked: HashSet<u32>,
    names: OnceLock<Names>,
    statements: OnceLock<Vec<Statement>>,
}

impl Syntax {
    fn new(body: Vec<ast::Stmt>, errors: Vec<Diagnostic>, text: &str) -> Self {
        let assigned = body.iter().filter_map(ast::Stmt::as_assign_stmt);
        let called_classes = assigned.filter_map(crate::scope::classes::definition).collect();
        let marked = cells::marked(&body, text);
        Self { body, errors, called_classes, marked, names: OnceLock::new(), statements: OnceLock::new() }
    }

    /// Whether a cell of a notebook marks the function as a predictor: `%%compile`.
    pub(crate) fn is_marked(&self, function: &ast::StmtFunctionDef) -> bool {
        self.marked.contains(&function.name.start().to_u32())
    }

    /// What each statement binds and looks at, found when it is first asked for; `text` is that of the file.
    pub(crate) fn statements(&self, text: &str) -> &[Statement] {
        self.statements.get_or_init(|| {
            Statement::all(&self.body, &self.called_classes, text, &|function| self.is_marked(function))
        })
    }

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
        return Syntax::new(Vec::new(), vec![error], "");
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
    Syntax::new(body, errors, &file.text)
}

/// The expression that a quoted annotation is, its nodes where they stand within the quotes. `text` is that of the file.
pub fn parse_annotation(node: &ast::ExprStringLiteral, text: &str) -> Option<ast::Expr> {
    if nesting::too_deep(node.value.to_str()).is_some() {
        return None;
    }
    // Where the quotes stand in other quotes with escapes, no place in the text is theirs.
    if node.as_single_part_string().is_some_and(|part| text.get(part.content_range().to_std_range()).is_none()) {
        return None;
    }
    let parsed = parse_type_annotation(node, text).ok()?;
    Some(parsed.expression().clone())
}

/// The span of a node.
pub fn span(file: FileId, node: impl Ranged) -> Span {
    let range: TextRange = node.range();
    Span { file, start: range.start().to_u32(), end: range.end().to_u32() }
}
