//! The statements of a module: what each binds and which words stand in it, so that it can be told which of them an
//! analysis may look at before anything is traced.
//!
//! Words stand for names. Whatever name the tracer looks up in a module while it follows some code is a word of that
//! code, so the statements that bind the words of a statement are all that it can depend on, and more.

use std::hash::{BuildHasher, DefaultHasher, Hash, Hasher};
use std::sync::LazyLock;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet, FxHasher};
use rustpython_ast as ast;
use rustpython_ast::AnyNodeRef;
use rustpython_ast::visitor::source_order::{SourceOrderVisitor, TraversalSignal, walk_expr, walk_stmt};
use rustpython_text_size::{Ranged, TextRange, TextSize};

use super::names::assigned_in;
use crate::catalog::catalog;

/// A word, by a hash: two words that fall together make a dependency that is none, and nothing worse.
pub type Word = u64;

/// A statement at the top level of a module.
#[derive(Debug)]
pub struct Statement {
    /// Where it stands.
    pub range: TextRange,
    /// What tells it from the other statements of its module, wherever it stands: a name that it binds, and how many
    /// statements before it bind that one first, too.
    pub label: String,
    /// The names that it binds in the module, those that a function in it declares `global` included.
    pub binds: Vec<Word>,
    /// The names that functions in it declare `global`.
    pub rebinds: Vec<Word>,
    /// The names of containers that it puts something into: `TABLE["key"] = …`, `TABLE.update(…)`.
    pub changes: Vec<Word>,
    /// The words in it: names, attributes, keywords, and what stands in quotes but for docstrings.
    pub words: Vec<Word>,
    /// Of a class, the words that its bases are named by.
    pub bases: Vec<Word>,
    /// Whether it holds code, or puts functions together, so that what is traced of it must be traced once.
    pub has_code: bool,
    /// Whether exceptions are made, raised or handled in it.
    pub has_exceptions: bool,
    /// Its text, its label and the shape of its tree.
    pub fingerprint: Fingerprint,
}

/// What tells statements apart that are not the same: the text, the label, and the kind and place of every node within.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fingerprint {
    length: u32,
    text: u64,
    shape: u64,
}

impl Statement {
    /// The statements of a module.
    ///
    /// `called` are the classes that calls make, which count as code of the statement around.
    /// `marked` tells the functions that a cell of a notebook marks.
    pub fn all(
        body: &[ast::Stmt],
        called: &[ast::StmtClassDef],
        text: &str,
        marked: &dyn Fn(&ast::StmtFunctionDef) -> bool,
    ) -> Vec<Self> {
        let mut known: FxHashMap<&str, u32> = FxHashMap::default();
        let labelled = body.iter().map(|statement| {
            let names = assigned_in(statement);
            let name = names.first().map_or("", |(name, _)| *name);
            let earlier = known.entry(name).or_default();
            *earlier += 1;
            let is_marked = statement.as_function_def_stmt().is_some_and(marked);
            let mut read = Self::of(statement, &names, format!("{name}#{earlier}"), text, is_marked);
            read.has_code |= called.iter().any(|class| read.range.contains_range(class.range()));
            read
        });
        labelled.collect()
    }

    fn of(statement: &ast::Stmt, names: &[(&str, TextRange)], label: String, text: &str, is_marked: bool) -> Self {
        let range = statement.range();
        let mut reader = Reader::from(range.start());
        reader.visit_stmt(statement);
        let bases = match statement {
            ast::Stmt::ClassDef(class) => words_of(class.bases()),
            _ => Vec::new(),
        };
        let changes = match statement {
            // A function changes what it names when it is called.
            ast::Stmt::FunctionDef(_) | ast::Stmt::ClassDef(_) => Vec::new(),
            _ => std::mem::take(&mut reader.changes),
        };
        let names = names.iter().map(|(name, _)| word(name));
        let mut text_hash = DefaultHasher::new();
        let text = text.get(range.to_std_range()).unwrap_or_default();
        (text, &label, is_marked).hash(&mut text_hash);
        Self {
            range,
            label,
            binds: names
                .chain(super::star::names_of(statement).into_iter().map(word))
                .chain(reader.rebinds.iter().chain(&changes).copied())
                .collect(),
            rebinds: reader.rebinds,
            changes,
            words: reader.words.into_iter().collect(),
            bases,
            has_code: reader.has_code,
            has_exceptions: reader.has_exceptions,
            fingerprint: Fingerprint {
                length: text.len() as u32,
                text: text_hash.finish(),
                shape: reader.shape.finish(),
            },
        }
    }
}

/// The word that a name is.
pub fn word(text: &str) -> Word {
    FxBuildHasher.hash_one(text)
}

fn words_of(nodes: &[ast::Expr]) -> Vec<Word> {
    let mut reader = Reader::from(TextSize::new(0));
    nodes.iter().for_each(|node| reader.visit_expr(node));
    reader.words.into_iter().collect()
}

/// The words that name exception classes of the catalog.
static EXCEPTIONS: LazyLock<FxHashSet<Word>> = LazyLock::new(|| {
    catalog().exceptions().map(|class| word(class.name().rsplit('.').next().unwrap_or_default())).collect()
});

struct Reader {
    start: TextSize,
    shape: FxHasher,
    words: FxHashSet<Word>,
    rebinds: Vec<Word>,
    changes: Vec<Word>,
    has_code: bool,
    has_exceptions: bool,
}

impl Reader {
    fn from(start: TextSize) -> Self {
        Self {
            start,
            shape: FxHasher::default(),
            words: FxHashSet::default(),
            rebinds: Vec::new(),
            changes: Vec::new(),
            has_code: false,
            has_exceptions: false,
        }
    }

    /// Takes in the names in a text: of an import `a.b`, of an annotation `list[Item]`.
    fn read(&mut self, text: &str) {
        let parts = text.split(|character: char| !(character.is_alphanumeric() || character == '_'));
        for part in parts.filter(|part| !part.is_empty()) {
            let word = word(part);
            self.has_exceptions |= EXCEPTIONS.contains(&word);
            self.words.insert(word);
        }
    }
}

impl<'a> SourceOrderVisitor<'a> for Reader {
    fn enter_node(&mut self, node: AnyNodeRef<'a>) -> TraversalSignal {
        let range = node.range();
        let offset = |place: TextSize| place.to_u32().wrapping_sub(self.start.to_u32());
        (node.kind() as u8, offset(range.start()), offset(range.end())).hash(&mut self.shape);
        match node {
            AnyNodeRef::StmtFunctionDef(_) | AnyNodeRef::StmtClassDef(_) | AnyNodeRef::ExprLambda(_) => {
                self.has_code = true;
            }
            AnyNodeRef::StmtTry(_) | AnyNodeRef::StmtRaise(_) | AnyNodeRef::StmtWith(_) | AnyNodeRef::StmtAssert(_) => {
                self.has_exceptions = true
            }
            AnyNodeRef::StmtGlobal(global) => self.rebinds.extend(global.names.iter().map(|name| word(name.as_str()))),
            AnyNodeRef::ExprDict(dict) => self.has_code |= dict.items.iter().any(|item| may_be_function(&item.value)),
            AnyNodeRef::ExprList(list) => self.has_code |= list.elts.iter().any(may_be_function),
            AnyNodeRef::ExprTuple(tuple) => self.has_code |= tuple.elts.iter().any(may_be_function),
            _ => {}
        }
        TraversalSignal::Traverse
    }

    fn visit_stmt(&mut self, statement: &'a ast::Stmt) {
        match statement {
            ast::Stmt::Expr(node) if node.value.is_string_literal_expr() => {
                // Nothing is looked up for a docstring.
                let words = std::mem::take(&mut self.words);
                let has_exceptions = self.has_exceptions;
                walk_stmt(self, statement);
                (self.words, self.has_exceptions) = (words, has_exceptions);
            }
            _ => walk_stmt(self, statement),
        }
    }

    fn visit_expr(&mut self, node: &'a ast::Expr) {
        match node {
            ast::Expr::Name(name) => self.read(name.id.as_str()),
            ast::Expr::StringLiteral(text) => self.read(text.value.to_str()),
            ast::Expr::Subscript(item) if item.ctx.is_store() => self.changes.extend(container(&item.value)),
            ast::Expr::Call(call) => match &*call.func {
                ast::Expr::Attribute(method) if PUTS_IN.contains(&method.attr.as_str()) => {
                    self.changes.extend(container(&method.value));
                }
                _ => {}
            },
            _ => {}
        }
        walk_expr(self, node);
    }

    fn visit_identifier(&mut self, identifier: &'a ast::Identifier) {
        self.read(identifier.as_str());
    }
}

/// Methods that put something into a container.
const PUTS_IN: [&str; 5] = ["append", "extend", "insert", "setdefault", "update"];

/// The name of the container that an expression is, or is an item of.
fn container(node: &ast::Expr) -> Option<Word> {
    match node {
        ast::Expr::Name(name) => Some(word(name.id.as_str())),
        ast::Expr::Subscript(item) => container(&item.value),
        _ => None,
    }
}

fn may_be_function(node: &ast::Expr) -> bool {
    matches!(node, ast::Expr::Name(_) | ast::Expr::Attribute(_))
}
