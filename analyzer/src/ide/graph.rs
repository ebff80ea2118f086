//! The graph of a predictor: the functions, captured globals and runtime operators that it is made of, and the types of what
//! passes between them.

use std::collections::BTreeMap;

use super::lenses::reach;
use super::resolve;
use crate::analysis::{Analysis, Meaning};
use crate::source::Span;
use crate::types::Type;

/// The parts of a predictor.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Graph {
    /// The parts; the predictor is the first.
    pub nodes: Vec<Node>,
    /// What passes between them.
    pub edges: Vec<Edge>,
}

/// A part of a predictor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// What it is.
    pub kind: NodeKind,
    /// Its name or path.
    pub label: String,
    /// Where it stands in the source: of an operator, where it is used first.
    pub span: Span,
}

/// What a part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NodeKind {
    /// A function of the project.
    Function,
    /// A captured global.
    Global,
    /// A runtime operator.
    Operator,
}

/// Values that pass from a part to the function that uses it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edge {
    /// The part that gives: an index into the nodes.
    pub from: usize,
    /// The function that takes.
    pub to: usize,
    /// The types of what passes, each once.
    pub types: Vec<String>,
}

/// The graph of the predictor whose definition stands at a span.
pub fn graph(analysis: &Analysis, definition: Span) -> Graph {
    let mut maker = Maker { analysis, graph: Graph::default(), known: BTreeMap::new() };
    maker.node(NodeKind::Function, name_of(analysis, definition), definition);
    for function in reach(analysis, definition) {
        maker.function(function);
    }
    maker.graph
}

struct Maker<'a> {
    analysis: &'a Analysis,
    graph: Graph,
    known: BTreeMap<(NodeKind, String), usize>,
}

impl Maker<'_> {
    fn node(&mut self, kind: NodeKind, label: String, span: Span) -> usize {
        // Functions of one name may be several.
        let key = if kind == NodeKind::Function { format!("{}:{}", span.file.0, span.start) } else { label.clone() };
        let next = self.graph.nodes.len();
        let index = *self.known.entry((kind, key)).or_insert(next);
        if index == next {
            self.graph.nodes.push(Node { kind, label, span });
        }
        index
    }

    fn function(&mut self, function: Span) {
        let to = self.node(NodeKind::Function, name_of(self.analysis, function), function);
        let within = Span { end: function.start, ..function }..=Span { start: function.end, ..function };
        let analysis = self.analysis;
        for (span, meaning) in analysis.meanings.range(within.clone()) {
            let from = match meaning {
                Meaning::Function(other) if *other != function => {
                    self.node(NodeKind::Function, name_of(analysis, *other), *other)
                }
                Meaning::Global(place) => {
                    let name = analysis.file(place.file).slice(*place).to_owned();
                    self.node(NodeKind::Global, name, *place)
                }
                _ => continue,
            };
            let ty = match meaning {
                Meaning::Function(other) => super::hover::returns_of(analysis, *other),
                _ => analysis.types.get(span).cloned(),
            };
            self.edge(from, to, ty.as_ref());
        }
        for (span, path) in analysis.lowering.range(within) {
            let from = self.node(NodeKind::Operator, path.to_string(), *span);
            self.edge(from, to, analysis.types.get(span));
        }
    }

    fn edge(&mut self, from: usize, to: usize, ty: Option<&Type>) {
        let ty = ty.map(ToString::to_string);
        match self.graph.edges.iter_mut().find(|edge| (edge.from, edge.to) == (from, to)) {
            Some(edge) => edge.types.extend(ty.filter(|ty| !edge.types.contains(ty))),
            None => self.graph.edges.push(Edge { from, to, types: ty.into_iter().collect() }),
        }
    }
}

fn name_of(analysis: &Analysis, definition: Span) -> String {
    resolve::function(analysis, definition).map_or("lambda".to_owned(), |function| function.name.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::fixture::analysis;
    use crate::ide::{document_symbols, lenses};
    use crate::source::FileId;

    #[test]
    fn functions_globals_and_operators_with_types_between() {
        let analysis = analysis(
            "from hotforge import compile\nN = 2\n@compile()\ndef f(s: str) -> int:\n    return count(s) * N\ndef count(s):\n    return len(s.split())\n",
        );
        assert_eq!(lenses(&analysis, FileId(0)).len(), 1);
        let f =
            document_symbols(&analysis, FileId(0)).into_iter().find(|symbol| symbol.name == "f").expect("f is there");
        let graph = graph(&analysis, f.full);
        let edges: Vec<String> = graph
            .edges
            .iter()
            .map(|edge| {
                let name = |index: usize| graph.nodes[index].label.as_str();
                format!("{} -{}-> {}", name(edge.from), edge.types.join(", "), name(edge.to))
            })
            .collect();
        for wanted in ["count -int-> f", "N -int-> f", "int::mul -int-> f", "str::split -list[str]-> count"] {
            assert!(edges.contains(&wanted.to_owned()), "{wanted} is not in {edges:?}");
        }
    }
}
