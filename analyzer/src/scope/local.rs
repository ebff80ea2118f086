//! Classes within functions. They are read as those of modules are; what tells them apart is where they may be named.

use std::collections::BTreeSet;

use rustpython_ast as ast;
use rustpython_ast::visitor::{Visitor, walk_expr, walk_stmt};
use rustpython_text_size::{Ranged, TextRange, TextSize};

use super::names::assigned_names;

/// A class within a function.
#[derive(Debug)]
pub struct LocalClass<'a> {
    /// Its code.
    pub node: &'a ast::StmtClassDef,
    /// The outermost function around it.
    pub within: TextRange,
    /// `__qualname__`: `f.<locals>.C`.
    pub qualname: String,
    /// A variable of a function around it that its code reads, so that each call of the function makes another class.
    pub captures: Option<&'a str>,
}

impl LocalClass<'_> {
    /// Whether code at a place can name it.
    pub fn is_visible_at(&self, place: TextSize) -> bool {
        self.within.contains_inclusive(place)
    }
}

/// The classes within the functions of a module, in source order.
pub fn local_classes(body: &[ast::Stmt]) -> Vec<LocalClass<'_>> {
    let mut search = Search { found: Vec::new(), path: Vec::new(), functions: Vec::new() };
    body.iter().for_each(|statement| search.visit_stmt(statement));
    search.found
}

struct Search<'a> {
    found: Vec<LocalClass<'a>>,
    /// What stands around, as `__qualname__` has it.
    path: Vec<&'a str>,
    /// The functions around: where they stand, and what each binds but for its classes.
    functions: Vec<(TextRange, BTreeSet<&'a str>)>,
}

impl<'a> Visitor<'a> for Search<'a> {
    fn visit_stmt(&mut self, statement: &'a ast::Stmt) {
        match statement {
            ast::Stmt::FunctionDef(function) => {
                let mut bound = bound_by(&function.parameters, &function.body);
                for name in class_names(&function.body) {
                    bound.remove(name);
                }
                self.functions.push((function.range(), bound));
                self.path.extend([function.name.as_str(), "<locals>"]);
                walk_stmt(self, statement);
                self.path.truncate(self.path.len() - 2);
                self.functions.pop();
            }
            ast::Stmt::ClassDef(node) => {
                self.path.push(node.name.as_str());
                if let Some((within, _)) = self.functions.first() {
                    let free = free_names(statement);
                    let captures = free.into_iter().find(|name| self.functions.iter().any(|(_, of)| of.contains(name)));
                    let qualname = self.path.join(".");
                    self.found.push(LocalClass { node, within: *within, qualname, captures });
                }
                walk_stmt(self, statement);
                self.path.pop();
            }
            _ => walk_stmt(self, statement),
        }
    }

    fn visit_expr(&mut self, _: &'a ast::Expr) {}
}

fn bound_by<'a>(parameters: &'a ast::Parameters, body: &'a [ast::Stmt]) -> BTreeSet<&'a str> {
    let mut bound = assigned_names(body);
    bound.extend(parameters.iter().map(|parameter| parameter.name().as_str()));
    bound
}

/// The classes that a function binds itself.
fn class_names(body: &[ast::Stmt]) -> Vec<&str> {
    struct Classes<'a>(Vec<&'a str>);
    impl<'a> Visitor<'a> for Classes<'a> {
        fn visit_stmt(&mut self, statement: &'a ast::Stmt) {
            match statement {
                ast::Stmt::ClassDef(class) => self.0.push(class.name.as_str()),
                ast::Stmt::FunctionDef(_) => {}
                _ => walk_stmt(self, statement),
            }
        }

        fn visit_expr(&mut self, _: &'a ast::Expr) {}
    }
    let mut classes = Classes(Vec::new());
    body.iter().for_each(|statement| classes.visit_stmt(statement));
    classes.0
}

/// The names that a class statement reads and does not bind itself.
fn free_names(statement: &ast::Stmt) -> BTreeSet<&str> {
    let mut free = Free { bound: Vec::new(), names: BTreeSet::new() };
    free.visit_stmt(statement);
    free.names
}

struct Free<'a> {
    /// What the scopes around bind, the innermost last.
    bound: Vec<BTreeSet<&'a str>>,
    names: BTreeSet<&'a str>,
}

impl<'a> Free<'a> {
    fn within(&mut self, bound: BTreeSet<&'a str>, visit: impl FnOnce(&mut Self)) {
        self.bound.push(bound);
        visit(self);
        self.bound.pop();
    }

    fn signature(&mut self, parameters: &'a ast::Parameters) {
        for parameter in parameters {
            parameter.annotation().into_iter().chain(parameter.default()).for_each(|node| self.visit_expr(node));
        }
    }
}

impl<'a> Visitor<'a> for Free<'a> {
    fn visit_stmt(&mut self, statement: &'a ast::Stmt) {
        match statement {
            ast::Stmt::FunctionDef(function) => {
                function.decorator_list.iter().for_each(|decorator| self.visit_expr(&decorator.expression));
                function.returns.iter().for_each(|node| self.visit_expr(node));
                self.signature(&function.parameters);
                let bound = bound_by(&function.parameters, &function.body);
                self.within(bound, |this| function.body.iter().for_each(|statement| this.visit_stmt(statement)));
            }
            ast::Stmt::ClassDef(class) => {
                class.decorator_list.iter().for_each(|decorator| self.visit_expr(&decorator.expression));
                class.bases().iter().for_each(|node| self.visit_expr(node));
                class.keywords().iter().for_each(|keyword| self.visit_expr(&keyword.value));
                // What the body binds is seen by its own statements, and not by functions in it.
                let own = assigned_names(&class.body);
                for statement in &class.body {
                    match statement {
                        ast::Stmt::FunctionDef(_) => self.visit_stmt(statement),
                        _ => self.within(own.clone(), |this| this.visit_stmt(statement)),
                    }
                }
            }
            _ => walk_stmt(self, statement),
        }
    }

    fn visit_expr(&mut self, node: &'a ast::Expr) {
        match node {
            ast::Expr::Name(name) if name.ctx == ast::ExprContext::Load => {
                let name = name.id.as_str();
                if !self.bound.iter().any(|bound| bound.contains(name)) {
                    self.names.insert(name);
                }
            }
            ast::Expr::Lambda(lambda) => {
                let parameters = lambda.parameters.as_deref();
                parameters.into_iter().for_each(|parameters| self.signature(parameters));
                let names = parameters.into_iter().flat_map(|parameters| parameters.iter());
                let bound = names.map(|parameter| parameter.name().as_str()).collect();
                self.within(bound, |this| this.visit_expr(&lambda.body));
            }
            ast::Expr::ListComp(ast::ExprListComp { generators, .. })
            | ast::Expr::SetComp(ast::ExprSetComp { generators, .. })
            | ast::Expr::DictComp(ast::ExprDictComp { generators, .. })
            | ast::Expr::Generator(ast::ExprGenerator { generators, .. }) => {
                let mut targets = Targets(BTreeSet::new());
                generators.iter().for_each(|generator| targets.visit_expr(&generator.target));
                self.within(targets.0, |this| walk_expr(this, node));
            }
            _ => walk_expr(self, node),
        }
    }
}

/// The names that targets bind.
struct Targets<'a>(BTreeSet<&'a str>);

impl<'a> Visitor<'a> for Targets<'a> {
    fn visit_expr(&mut self, node: &'a ast::Expr) {
        match node {
            ast::Expr::Name(name) if name.ctx == ast::ExprContext::Store => {
                self.0.insert(name.id.as_str());
            }
            _ => walk_expr(self, node),
        }
    }
}
