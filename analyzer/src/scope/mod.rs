//! Scope: the modules of a project, and what each name of a module is bound to.

pub mod classes;
mod local;
mod names;
mod paths;
mod project;
mod star;
mod statements;

use std::collections::BTreeMap;

use rustpython_ast as ast;
use rustpython_text_size::{Ranged, TextRange, TextSize};

use crate::source::FileId;

pub use local::LocalClass;
pub use names::{assigned_names, loaded_names, walrus_names};
pub use paths::path_of;
pub use project::{Parsed, Project, absolute_module, folder, join};
pub use statements::{Fingerprint, Statement, Word, word};

/// What makes a class when it is called.
const MAKERS: &[(&str, &str)] = &[
    ("collections", "namedtuple"),
    ("typing", "NamedTuple"),
    ("typing", "TypedDict"),
    ("typing_extensions", "NamedTuple"),
    ("typing_extensions", "TypedDict"),
];

/// What a module-level name is bound to.
#[derive(Debug, Clone)]
pub enum Symbol<'a> {
    /// A `def`.
    Function(&'a ast::StmtFunctionDef),
    /// A `class`.
    Class(&'a ast::StmtClassDef),
    /// `import a.b as name`, or `import a` (of `a.b`).
    Module(String),
    /// `from module import member as name`.
    Member {
        /// The dotted name of the module, relative ones resolved.
        module: String,
        /// The name in that module.
        member: String,
    },
    /// A variable.
    Variable(Variable<'a>),
}

/// A module-level variable: a global that capture may have to look at.
#[derive(Debug, Clone)]
pub struct Variable<'a> {
    /// Where it is first bound.
    pub range: TextRange,
    /// Its annotation.
    pub annotation: Option<&'a ast::Expr>,
    /// The one expression it is assigned; `None` where it is bound in another way, or more than once.
    pub value: Option<&'a ast::Expr>,
}

/// The names of one module.
#[derive(Debug)]
pub struct Scope<'a> {
    /// The file of the module.
    pub file: FileId,
    /// Its names.
    pub symbols: BTreeMap<&'a str, Symbol<'a>>,
    /// Its functions in source order.
    pub functions: Vec<&'a ast::StmtFunctionDef>,
    /// The classes within its functions, in source order.
    pub local_classes: Vec<LocalClass<'a>>,
}

impl<'a> Scope<'a> {
    /// The scope of a module of the project.
    pub fn of(project: &'a Project, file: FileId) -> Self {
        let body = &project.syntax(file).body;
        let local_classes = local::local_classes(body);
        let mut scope = Scope { file, symbols: BTreeMap::new(), functions: Vec::new(), local_classes };
        scope.statements(project, body);
        scope
    }

    /// The class within a function that a name means at a place.
    pub fn local_class(&self, name: &str, place: TextSize) -> Option<&'a ast::StmtClassDef> {
        let mut found = self.local_classes.iter().filter(|class| class.node.name.as_str() == name);
        found.find(|class| class.is_visible_at(place)).map(|class| class.node)
    }

    fn statements(&mut self, project: &'a Project, body: &'a [ast::Stmt]) {
        for statement in body {
            self.statement(project, statement);
        }
    }

    fn statement(&mut self, project: &'a Project, statement: &'a ast::Stmt) {
        match statement {
            ast::Stmt::FunctionDef(function) => {
                self.functions.push(function);
                self.symbols.insert(function.name.as_str(), Symbol::Function(function));
            }
            ast::Stmt::ClassDef(class) => {
                self.symbols.insert(class.name.as_str(), Symbol::Class(class));
            }
            ast::Stmt::Import(_) | ast::Stmt::ImportFrom(_) => {
                let symbols = imports(project, self.file, statement);
                self.symbols.extend(symbols);
            }
            ast::Stmt::Assign(assign) => {
                if let Some(class) = self.called_class(project, assign) {
                    self.symbols.insert(class.name.as_str(), Symbol::Class(class));
                    return;
                }
                for target in &assign.targets {
                    self.bind(target, None, Some(&assign.value));
                }
            }
            ast::Stmt::AnnAssign(assign) => {
                self.bind(&assign.target, Some(&assign.annotation), assign.value.as_deref())
            }
            ast::Stmt::AugAssign(assign) => self.bind(&assign.target, None, None),
            other => {
                let names = names::assigned_in(other);
                for (name, range) in names {
                    self.insert_variable(name, Variable { range, annotation: None, value: None });
                }
                for body in names::blocks(other) {
                    // Functions and imports in an `if` or `try` of the module count as well.
                    for statement in body {
                        if matches!(
                            statement,
                            ast::Stmt::FunctionDef(_)
                                | ast::Stmt::Import(_)
                                | ast::Stmt::ImportFrom(_)
                                | ast::Stmt::If(_)
                                | ast::Stmt::Try(_)
                                | ast::Stmt::With(_)
                        ) {
                            self.statement(project, statement);
                        }
                    }
                }
            }
        }
    }

    /// The class that a call of one of the makers of classes gives to a name.
    fn called_class(&self, project: &'a Project, assign: &ast::StmtAssign) -> Option<&'a ast::StmtClassDef> {
        let classes = &project.syntax(self.file).called_classes;
        let class = classes.iter().find(|class| class.range == assign.range)?;
        let maker = &assign.value.as_call_expr()?.func;
        let (module, member) = match &**maker {
            ast::Expr::Name(name) => match self.symbols.get(name.id.as_str())? {
                Symbol::Member { module, member } => (module.as_str(), member.as_str()),
                _ => return None,
            },
            ast::Expr::Attribute(attribute) => match &*attribute.value {
                ast::Expr::Name(name) => match self.symbols.get(name.id.as_str())? {
                    Symbol::Module(module) => (module.as_str(), attribute.attr.as_str()),
                    _ => return None,
                },
                _ => return None,
            },
            _ => return None,
        };
        MAKERS.contains(&(module, member)).then_some(class)
    }

    fn bind(&mut self, target: &'a ast::Expr, annotation: Option<&'a ast::Expr>, value: Option<&'a ast::Expr>) {
        match target {
            ast::Expr::Name(name) => {
                self.insert_variable(name.id.as_str(), Variable { range: name.range(), annotation, value });
            }
            ast::Expr::Tuple(tuple) => tuple.elts.iter().for_each(|element| self.bind(element, None, None)),
            ast::Expr::List(list) => list.elts.iter().for_each(|element| self.bind(element, None, None)),
            ast::Expr::Starred(starred) => self.bind(&starred.value, None, None),
            _ => {}
        }
    }

    /// A second binding leaves the first place and annotation, and no single value.
    fn insert_variable(&mut self, name: &'a str, mut variable: Variable<'a>) {
        if let Some(Symbol::Variable(earlier)) = self.symbols.get(name) {
            variable.range = earlier.range;
            variable.annotation = variable.annotation.or(earlier.annotation);
            if earlier.value.is_some() || variable.annotation.is_none() {
                variable.value = None;
            }
        }
        self.symbols.insert(name, Symbol::Variable(variable));
    }
}

/// What the import statement binds, in a module or in a function of it.
pub fn imports<'a>(project: &Project, file: FileId, statement: &'a ast::Stmt) -> Vec<(&'a str, Symbol<'a>)> {
    match statement {
        ast::Stmt::Import(import) => import
            .names
            .iter()
            .map(|alias| match &alias.asname {
                Some(name) => (name.as_str(), Symbol::Module(alias.name.to_string())),
                None => {
                    let first = alias.name.as_str().split('.').next().unwrap_or_default();
                    (first, Symbol::Module(first.to_owned()))
                }
            })
            .collect(),
        ast::Stmt::ImportFrom(import) => {
            let module = project.absolute_module(file, import.module.as_ref().map(|name| name.as_str()), import.level);
            let star = import.names.iter().any(|alias| alias.name.as_str() == "*");
            let all = if star { star::names(&module) } else { Vec::new() };
            let all =
                all.into_iter().map(|name| (name, Symbol::Member { module: module.clone(), member: name.to_owned() }));
            let named = import.names.iter().filter(|alias| alias.name.as_str() != "*").map(|alias| {
                let name = alias.asname.as_ref().unwrap_or(&alias.name).as_str();
                (name, Symbol::Member { module: module.clone(), member: alias.name.to_string() })
            });
            all.chain(named).collect()
        }
        _ => Vec::new(),
    }
}
