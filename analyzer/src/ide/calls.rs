//! Call hierarchy: who calls a function, and whom it calls.

use rustpython_ast as ast;
use rustpython_ast::AnyNodeRef;
use rustpython_text_size::Ranged;

use super::resolve::{Resolver, function};
use super::{Position, Referent, nodes, references, referent_at};
use crate::analysis::{Analysis, Meaning};
use crate::source::{FileId, Span};
use crate::syntax::span;

/// A function of the project, or a module whose own code calls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Callable {
    /// Its name.
    pub name: String,
    /// The whole definition.
    pub full: Span,
    /// The name in it.
    pub place: Span,
}

/// Calls between two functions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calls {
    /// The other one.
    pub other: Callable,
    /// Where the calls stand, in the caller's file.
    pub sites: Vec<Span>,
}

/// The function that is defined or named at a position.
pub fn callable_at(analysis: &Analysis, position: Position) -> Option<Callable> {
    let referent = referent_at(analysis, position)?;
    if matches!(referent, Referent::Catalog(_)) {
        return None;
    }
    let declarations = references(analysis, &referent).into_iter().filter(|reference| reference.is_declaration);
    declarations.into_iter().find_map(|declaration| {
        let place = declaration.span;
        nodes::path_at(analysis.body(place.file), place.start).into_iter().rev().find_map(|node| match node {
            AnyNodeRef::StmtFunctionDef(function) if span(place.file, &function.name) == place => {
                Some(callable(place.file, function))
            }
            _ => None,
        })
    })
}

/// The calls of a function, by caller.
pub fn incoming_calls(analysis: &Analysis, definition: Span) -> Vec<Calls> {
    let mut calls = Vec::new();
    for file in analysis.ids() {
        each_call(analysis, file, |callee, site| {
            if callee == definition {
                let caller = nodes::function_at(analysis.body(file), site.start);
                let caller = caller.map_or_else(|| module(analysis, file), |function| callable(file, function));
                add(&mut calls, caller, site);
            }
        });
    }
    calls
}

/// The functions of the project that a function calls.
pub fn outgoing_calls(analysis: &Analysis, definition: Span) -> Vec<Calls> {
    let mut calls = Vec::new();
    each_call(analysis, definition.file, |callee, site| {
        if definition.start <= site.start
            && site.end <= definition.end
            && let Some(function) = function(analysis, callee)
        {
            add(&mut calls, callable(callee.file, function), site);
        }
    });
    calls
}

fn each_call(analysis: &Analysis, file: FileId, mut visit: impl FnMut(Span, Span)) {
    let resolver = Resolver::new(analysis, file);
    nodes::each(analysis.body(file), |node| {
        if let AnyNodeRef::ExprCall(call) = node
            && let Some(Meaning::Function(callee)) = resolver.meaning(&call.func)
        {
            visit(callee, span(file, call.func.range()));
        }
    });
}

fn add(calls: &mut Vec<Calls>, other: Callable, site: Span) {
    match calls.iter_mut().find(|known| known.other == other) {
        Some(known) => known.sites.push(site),
        None => calls.push(Calls { other, sites: vec![site] }),
    }
}

fn callable(file: FileId, function: &ast::StmtFunctionDef) -> Callable {
    Callable { name: function.name.to_string(), full: span(file, function), place: span(file, &function.name) }
}

fn module(analysis: &Analysis, file: FileId) -> Callable {
    let full = Span { file, start: 0, end: analysis.text(file).len() as u32 };
    Callable { name: analysis.file(file).module.clone(), full, place: Span { end: 0, ..full } }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::fixture::at_cursor;

    #[test]
    fn callers_and_callees() {
        let source = "from helpers import twice\ndef f(x): return twice(g(x)) + twice(1)\ndef g(x): return x\nf(1)\n#- helpers.py\ndef twice(x): return x * 2\n";
        let (analysis, position) = at_cursor(&source.replacen("twice(g", "twi$0ce(g", 1));
        let twice = callable_at(&analysis, position).expect("there is a function");
        assert_eq!(twice.name, "twice");
        let incoming = incoming_calls(&analysis, twice.full);
        assert_eq!(
            incoming.iter().map(|calls| (calls.other.name.as_str(), calls.sites.len())).collect::<Vec<_>>(),
            [("f", 2)]
        );
        let outgoing = outgoing_calls(&analysis, incoming[0].other.full);
        assert_eq!(outgoing.iter().map(|calls| calls.other.name.as_str()).collect::<Vec<_>>(), ["twice", "g"]);
        let module = &incoming_calls(&analysis, incoming[0].other.full)[0];
        assert_eq!((module.other.name.as_str(), module.sites.len()), ("main", 1));
    }
}
