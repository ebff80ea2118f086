//! The outline of a file, and symbols of the workspace by name.

use rustpython_ast as ast;
use rustpython_text_size::Ranged;

use super::resolve::{Resolver, is_predictor};
use crate::analysis::Analysis;
use crate::source::{FileId, Span};
use crate::syntax::span;

/// A function, class or variable of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Symbol {
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: SymbolKind,
    /// Its type or signature, where it is known.
    pub detail: Option<String>,
    /// The whole definition.
    pub full: Span,
    /// The name in it.
    pub place: Span,
    /// What is defined within it.
    pub children: Vec<Symbol>,
}

/// What a symbol is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SymbolKind {
    /// A function marked by `@compile()`.
    Predictor,
    /// Any other function.
    Function,
    /// A function of a class.
    Method,
    /// A class.
    Class,
    /// A variable in capitals.
    Constant,
    /// Any other variable.
    Variable,
}

/// The outline of a file.
pub fn document_symbols(analysis: &Analysis, file: FileId) -> Vec<Symbol> {
    let resolver = Resolver::new(analysis, file);
    Outline { resolver: &resolver }.of(analysis.body(file), false)
}

/// The functions, classes and globals of a file that a query fits: its letters occur in the name, in order.
pub fn workspace_symbols(analysis: &Analysis, file: FileId, query: &str) -> Vec<Symbol> {
    let all = document_symbols(analysis, file).into_iter().flat_map(|symbol| {
        let methods = symbol.children.clone().into_iter().filter(|_| symbol.kind == SymbolKind::Class);
        methods.chain([symbol.clone()]).collect::<Vec<_>>()
    });
    all.filter(|symbol| fits(&symbol.name, query)).collect()
}

fn fits(name: &str, query: &str) -> bool {
    let mut letters = name.chars().flat_map(char::to_lowercase);
    query.chars().flat_map(char::to_lowercase).all(|wanted| letters.any(|letter| letter == wanted))
}

struct Outline<'r, 'a> {
    resolver: &'r Resolver<'a>,
}

impl Outline<'_, '_> {
    fn of(&self, body: &[ast::Stmt], in_class: bool) -> Vec<Symbol> {
        let mut symbols: Vec<Symbol> = Vec::new();
        for statement in body {
            match statement {
                ast::Stmt::FunctionDef(function) => symbols.push(self.function(function, in_class)),
                ast::Stmt::ClassDef(class) => {
                    let place = span(self.resolver.file, class.name.range());
                    symbols.push(Symbol {
                        name: class.name.to_string(),
                        kind: SymbolKind::Class,
                        detail: None,
                        full: span(self.resolver.file, class),
                        place,
                        children: self.of(&class.body, true),
                    });
                }
                ast::Stmt::Assign(assign) => {
                    assign.targets.iter().for_each(|target| self.variable(target, assign, &mut symbols));
                }
                ast::Stmt::AnnAssign(assign) => self.variable(&assign.target, assign, &mut symbols),
                ast::Stmt::If(node) => {
                    symbols.extend(self.of(&node.body, in_class));
                    node.elif_else_clauses.iter().for_each(|clause| symbols.extend(self.of(&clause.body, in_class)));
                }
                ast::Stmt::Try(node) => symbols.extend(self.of(&node.body, in_class)),
                ast::Stmt::With(node) => symbols.extend(self.of(&node.body, in_class)),
                _ => {}
            }
        }
        symbols
    }

    fn function(&self, function: &ast::StmtFunctionDef, in_class: bool) -> Symbol {
        let full = span(self.resolver.file, function);
        let kind = match in_class {
            true => SymbolKind::Method,
            false if is_predictor(self.resolver, function) => SymbolKind::Predictor,
            false => SymbolKind::Function,
        };
        let nested = self.of(&function.body, false);
        let is_definition = |symbol: &Symbol| !matches!(symbol.kind, SymbolKind::Variable | SymbolKind::Constant);
        Symbol {
            name: function.name.to_string(),
            kind,
            detail: super::hover::returns_of(self.resolver.analysis, full).map(|ty| format!("-> {ty}")),
            full,
            place: span(self.resolver.file, function.name.range()),
            children: nested.into_iter().filter(is_definition).collect(),
        }
    }

    fn variable(&self, target: &ast::Expr, statement: &impl Ranged, symbols: &mut Vec<Symbol>) {
        match target {
            ast::Expr::Name(name) if symbols.iter().all(|symbol| symbol.name != name.id.as_str()) => {
                let place = span(self.resolver.file, name.range());
                let text = name.id.as_str();
                let kind = match text.chars().any(char::is_lowercase) {
                    true => SymbolKind::Variable,
                    false => SymbolKind::Constant,
                };
                let global = |global: &&crate::ir::Global| global.span == place;
                let ty = self.resolver.analysis.program.globals.iter().find(global).map(|global| &global.ty);
                let ty = ty.or_else(|| self.resolver.ty(target));
                symbols.push(Symbol {
                    name: text.to_owned(),
                    kind,
                    detail: ty.map(ToString::to_string),
                    full: span(self.resolver.file, statement.range()),
                    place,
                    children: Vec::new(),
                });
            }
            ast::Expr::Tuple(tuple) => tuple.elts.iter().for_each(|item| self.variable(item, statement, symbols)),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::fixture::analysis;

    const SOURCE: &str = "from hotforge import compile\nLIMIT = 3\n@compile()\ndef first(x: int) -> int:\n    def add(y): return y + LIMIT\n    return add(x)\nclass A:\n    def run(self): ...\n";

    #[test]
    fn the_outline_holds_what_is_defined() {
        let analysis = analysis(SOURCE);
        let symbols = document_symbols(&analysis, FileId(0));
        let shown: Vec<_> =
            symbols.iter().map(|symbol| (symbol.name.as_str(), symbol.kind, symbol.children.len())).collect();
        assert_eq!(
            shown,
            [("LIMIT", SymbolKind::Constant, 0), ("first", SymbolKind::Predictor, 1), ("A", SymbolKind::Class, 1)]
        );
        assert_eq!(symbols[0].detail.as_deref(), Some("int"));
        assert_eq!(symbols[1].detail.as_deref(), Some("-> int"));
    }

    #[test]
    fn a_query_fits_the_letters_of_a_name_in_order() {
        let analysis = analysis(SOURCE);
        let names = |query| {
            workspace_symbols(&analysis, FileId(0), query).into_iter().map(|symbol| symbol.name).collect::<Vec<_>>()
        };
        assert_eq!(names("frt"), ["first"]);
        assert_eq!(names("rn"), ["run"]);
        assert_eq!(names("xyz"), [""; 0]);
    }
}
