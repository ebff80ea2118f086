//! The names of a file by Python's rules of scope: where each is bound, and which binding each use means.
//!
//! This reads the tree alone, so that code that no predictor reaches, or that is broken, has its names too.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rustpython_ast as ast;
use rustpython_ast::name::Name;
use rustpython_ast::visitor::{Visitor, walk_expr, walk_pattern, walk_stmt};
use rustpython_text_size::{Ranged, TextRange};

/// The scopes and the occurrences of names of one file.
#[derive(Debug, Default)]
pub struct Names {
    /// The scopes; the first is the module's.
    pub scopes: Vec<Scope>,
    /// Every use and binding of a name, in source order.
    pub occurrences: Vec<Occurrence>,
    /// The occurrences of each name that a scope binds.
    by_owner: HashMap<(usize, Name), Vec<usize>>,
}

/// A scope.
#[derive(Debug)]
pub struct Scope {
    /// What makes it.
    pub kind: ScopeKind,
    /// The scope around it.
    pub parent: Option<usize>,
    /// The construct that makes it.
    pub range: TextRange,
    bound: BTreeSet<Name>,
    /// Names that `global` or `nonlocal` move to a scope outside: `true` for `global`.
    outside: BTreeMap<Name, bool>,
}

/// What makes a scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScopeKind {
    /// The module.
    Module,
    /// A `def`.
    Function,
    /// A `lambda`.
    Lambda,
    /// A comprehension.
    Comprehension,
    /// A `class`.
    Class,
}

/// One mention of a name.
#[derive(Debug, Clone)]
pub struct Occurrence {
    /// The name.
    pub name: Name,
    /// Where it stands.
    pub range: TextRange,
    /// What is done with it.
    pub role: Role,
    /// The scope that it stands in.
    pub within: usize,
    /// The scope that binds it; `None` for a built-in name.
    pub owner: Option<usize>,
}

/// What is done with a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// It is read.
    Read,
    /// It is assigned.
    Assigned,
    /// It is the target of a `for`.
    LoopTarget,
    /// It is a parameter.
    Parameter,
    /// It is the name of a `def`.
    Function,
    /// It is the name of a `class`.
    Class,
    /// An `import` binds it.
    Import,
}

impl Names {
    /// The names of a file.
    pub fn of(body: &[ast::Stmt]) -> Self {
        let mut collector = Collector { names: Names::default(), scope: 0, role: Role::Assigned };
        collector.open(ScopeKind::Module, None, TextRange::up_to(u32::MAX.into()));
        body.iter().for_each(|statement| collector.visit_stmt(statement));
        let mut names = collector.names;
        for index in 0..names.occurrences.len() {
            let Occurrence { name, within, .. } = &names.occurrences[index];
            names.occurrences[index].owner = names.owner(name, *within);
        }
        names.occurrences.sort_by_key(|occurrence| (occurrence.range.start(), occurrence.range.end()));
        for (index, occurrence) in names.occurrences.iter().enumerate() {
            if let Some(owner) = occurrence.owner {
                names.by_owner.entry((owner, occurrence.name.clone())).or_default().push(index);
            }
        }
        names
    }

    /// The scope that binds a name which is used in a scope.
    pub fn owner(&self, name: &str, within: usize) -> Option<usize> {
        let scope = &self.scopes[within];
        match scope.outside.get(name) {
            Some(true) => return self.scopes[0].bound.contains(name).then_some(0),
            Some(false) => return self.around(name, within),
            None => {}
        }
        if scope.bound.contains(name) { Some(within) } else { self.around(name, within) }
    }

    fn around(&self, name: &str, within: usize) -> Option<usize> {
        let mut next = self.scopes[within].parent;
        while let Some(index) = next {
            let scope = &self.scopes[index];
            // The names of a class are not seen from the functions in it.
            if scope.kind != ScopeKind::Class && scope.bound.contains(name) && !scope.outside.contains_key(name) {
                return Some(index);
            }
            next = scope.parent;
        }
        None
    }

    /// The innermost scope at an offset.
    pub fn scope_at(&self, offset: u32) -> usize {
        let mut found = 0;
        for (index, scope) in self.scopes.iter().enumerate() {
            if scope.range.start().to_u32() <= offset && offset <= scope.range.end().to_u32() {
                found = index;
            }
        }
        found
    }

    /// The occurrence at an offset.
    pub fn at(&self, offset: u32) -> Option<&Occurrence> {
        let end = self.occurrences.partition_point(|occurrence| occurrence.range.start().to_u32() <= offset);
        self.occurrences[..end].iter().rev().take(8).find(|occurrence| super::nodes::touches(occurrence.range, offset))
    }

    /// The mentions of a name that a scope binds.
    pub fn mentions(&self, owner: usize, name: &str) -> impl DoubleEndedIterator<Item = &Occurrence> {
        let known = self.by_owner.get(&(owner, Name::new(name))).map_or(&[][..], Vec::as_slice);
        known.iter().map(|index| &self.occurrences[*index])
    }

    /// The bindings of a scope's names: each name with its first binding.
    pub fn bindings(&self, owner: usize) -> BTreeMap<&str, &Occurrence> {
        let mut bindings = BTreeMap::new();
        for occurrence in &self.occurrences {
            if occurrence.owner == Some(owner) && occurrence.role != Role::Read {
                bindings.entry(occurrence.name.as_str()).or_insert(occurrence);
            }
        }
        bindings
    }
}

struct Collector {
    names: Names,
    scope: usize,
    /// The role of a name that is stored to.
    role: Role,
}

impl Collector {
    fn open(&mut self, kind: ScopeKind, parent: Option<usize>, range: TextRange) -> usize {
        self.names.scopes.push(Scope { kind, parent, range, bound: BTreeSet::new(), outside: BTreeMap::new() });
        self.names.scopes.len() - 1
    }

    fn within(&mut self, kind: ScopeKind, range: TextRange, visit: impl FnOnce(&mut Self)) {
        let outer = self.scope;
        self.scope = self.open(kind, Some(outer), range);
        visit(self);
        self.scope = outer;
    }

    fn mention(&mut self, name: &str, range: TextRange, role: Role) {
        if name.is_empty() {
            return;
        }
        let (within, name) = (self.scope, Name::new(name));
        if role != Role::Read {
            self.names.scopes[within].bound.insert(name.clone());
        }
        self.names.occurrences.push(Occurrence { name, range, role, within, owner: None });
    }

    fn with_role(&mut self, role: Role, visit: impl FnOnce(&mut Self)) {
        let outer = std::mem::replace(&mut self.role, role);
        visit(self);
        self.role = outer;
    }

    fn defaults(&mut self, parameters: &ast::Parameters) {
        for parameter in parameters.iter_non_variadic_params() {
            if let Some(default) = &parameter.default {
                self.visit_expr(default);
            }
        }
        for parameter in parameters.iter() {
            if let Some(annotation) = parameter.annotation() {
                self.visit_expr(annotation);
            }
        }
    }

    fn bind_parameters(&mut self, parameters: &ast::Parameters) {
        for parameter in parameters {
            let name = parameter.name();
            self.mention(name.as_str(), name.range(), Role::Parameter);
        }
    }

    fn comprehension(&mut self, range: TextRange, generators: &[ast::Comprehension], elements: &[&ast::Expr]) {
        if let Some(first) = generators.first() {
            self.visit_expr(&first.iter);
        }
        self.within(ScopeKind::Comprehension, range, |collector| {
            for (index, generator) in generators.iter().enumerate() {
                if index > 0 {
                    collector.visit_expr(&generator.iter);
                }
                collector.with_role(Role::LoopTarget, |collector| collector.visit_expr(&generator.target));
                generator.ifs.iter().for_each(|condition| collector.visit_expr(condition));
            }
            elements.iter().for_each(|element| collector.visit_expr(element));
        });
    }

    /// A walrus binds in the function around the comprehensions that it stands in.
    fn walrus(&mut self, node: &ast::ExprNamed) {
        self.visit_expr(&node.value);
        let ast::Expr::Name(name) = &*node.target else { return };
        let inner = self.scope;
        while self.names.scopes[self.scope].kind == ScopeKind::Comprehension {
            self.scope = self.names.scopes[self.scope].parent.unwrap_or(0);
        }
        self.mention(name.id.as_str(), name.range(), Role::Assigned);
        self.scope = inner;
    }
}

impl<'a> Visitor<'a> for Collector {
    fn visit_stmt(&mut self, statement: &'a ast::Stmt) {
        match statement {
            ast::Stmt::FunctionDef(function) => {
                function.decorator_list.iter().for_each(|decorator| self.visit_expr(&decorator.expression));
                self.defaults(&function.parameters);
                if let Some(returns) = &function.returns {
                    self.visit_expr(returns);
                }
                self.mention(function.name.as_str(), function.name.range(), Role::Function);
                self.within(ScopeKind::Function, function.range(), |collector| {
                    collector.bind_parameters(&function.parameters);
                    function.body.iter().for_each(|statement| collector.visit_stmt(statement));
                });
            }
            ast::Stmt::ClassDef(class) => {
                class.decorator_list.iter().for_each(|decorator| self.visit_expr(&decorator.expression));
                for argument in class.arguments.iter().flat_map(|arguments| arguments.arguments_source_order()) {
                    self.visit_expr(argument.value());
                }
                self.mention(class.name.as_str(), class.name.range(), Role::Class);
                self.within(ScopeKind::Class, class.range(), |collector| {
                    class.body.iter().for_each(|statement| collector.visit_stmt(statement));
                });
            }
            ast::Stmt::Import(import) => {
                for alias in &import.names {
                    let identifier = alias.asname.as_ref().unwrap_or(&alias.name);
                    let name = identifier.as_str().split('.').next().unwrap_or_default();
                    let range = TextRange::at(identifier.start(), (name.len() as u32).into());
                    self.mention(name, range, Role::Import);
                }
            }
            ast::Stmt::ImportFrom(import) => {
                for alias in &import.names {
                    let identifier = alias.asname.as_ref().unwrap_or(&alias.name);
                    if identifier.as_str() != "*" {
                        self.mention(identifier.as_str(), identifier.range(), Role::Import);
                    }
                }
            }
            ast::Stmt::Global(ast::StmtGlobal { names, .. }) | ast::Stmt::Nonlocal(ast::StmtNonlocal { names, .. }) => {
                let is_global = matches!(statement, ast::Stmt::Global(_));
                for name in names {
                    self.names.scopes[self.scope].outside.insert(name.id.clone(), is_global);
                    self.mention(name.as_str(), name.range(), Role::Read);
                }
            }
            ast::Stmt::For(node) => {
                self.visit_expr(&node.iter);
                self.with_role(Role::LoopTarget, |collector| collector.visit_expr(&node.target));
                node.body.iter().chain(&node.orelse).for_each(|statement| self.visit_stmt(statement));
            }
            ast::Stmt::Try(node) => {
                for ast::ExceptHandler::ExceptHandler(handler) in &node.handlers {
                    if let Some(name) = &handler.name {
                        self.mention(name.as_str(), name.range(), Role::Assigned);
                    }
                }
                walk_stmt(self, statement);
            }
            _ => walk_stmt(self, statement),
        }
    }

    fn visit_expr(&mut self, expression: &'a ast::Expr) {
        match expression {
            ast::Expr::Name(name) => {
                let role = if name.ctx == ast::ExprContext::Store { self.role } else { Role::Read };
                self.mention(name.id.as_str(), name.range(), role);
            }
            ast::Expr::Lambda(lambda) => {
                let parameters = lambda.parameters.as_deref();
                if let Some(parameters) = parameters {
                    self.defaults(parameters);
                }
                self.within(ScopeKind::Lambda, lambda.range(), |collector| {
                    if let Some(parameters) = parameters {
                        collector.bind_parameters(parameters);
                    }
                    collector.visit_expr(&lambda.body);
                });
            }
            ast::Expr::ListComp(node) => self.comprehension(node.range(), &node.generators, &[&node.elt]),
            ast::Expr::SetComp(node) => self.comprehension(node.range(), &node.generators, &[&node.elt]),
            ast::Expr::Generator(node) => self.comprehension(node.range(), &node.generators, &[&node.elt]),
            ast::Expr::DictComp(node) => self.comprehension(node.range(), &node.generators, &[&node.key, &node.value]),
            ast::Expr::Named(named) => self.walrus(named),
            _ => walk_expr(self, expression),
        }
    }

    fn visit_pattern(&mut self, pattern: &'a ast::Pattern) {
        let name = match pattern {
            ast::Pattern::MatchAs(node) => node.name.as_ref(),
            ast::Pattern::MatchStar(node) => node.name.as_ref(),
            ast::Pattern::MatchMapping(node) => node.rest.as_ref(),
            _ => None,
        };
        if let Some(name) = name {
            self.mention(name.as_str(), name.range(), Role::Assigned);
        }
        walk_pattern(self, pattern);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owners(source: &str) -> Vec<String> {
        let parsed = rustpython_parser::parse_module(source).expect("the source parses");
        let names = Names::of(&parsed.syntax().body);
        let show = |occurrence: &Occurrence| {
            let owner =
                occurrence.owner.map_or("builtin".to_owned(), |owner| format!("{:?}", names.scopes[owner].kind));
            format!("{} {owner}", occurrence.name)
        };
        names.occurrences.iter().map(show).collect()
    }

    #[test]
    fn a_comprehension_has_a_scope_of_its_own() {
        assert_eq!(
            owners("x = 1\ny = [x for x in range(x)]"),
            ["x Module", "y Module", "x Comprehension", "x Comprehension", "range builtin", "x Module"]
        );
    }

    #[test]
    fn global_and_nonlocal_move_a_name_outside() {
        let source =
            "a = 0\ndef f():\n    b = 1\n    def g():\n        nonlocal b\n        global a\n        a = b = 2";
        let found = owners(source);
        assert_eq!(found.iter().filter(|name| *name == "a Module").count(), 3);
        assert_eq!(found.iter().filter(|name| *name == "b Function").count(), 3);
    }

    #[test]
    fn a_walrus_binds_around_the_comprehension() {
        assert_eq!(
            owners("def f(v):\n    return [y for x in v if (y := x)]").last().map(String::as_str),
            Some("x Comprehension")
        );
        assert!(owners("def f(v):\n    return [y for x in v if (y := x)]").contains(&"y Function".to_owned()));
    }

    #[test]
    fn the_names_of_a_class_are_not_seen_from_its_methods() {
        assert_eq!(
            owners("class A:\n    n = 1\n    def f(self): return n").last().map(String::as_str),
            Some("n builtin")
        );
    }
}
