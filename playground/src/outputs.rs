//! What becomes of a program: generated Rust, typed IR, graphs, the types of its expressions, the manifest.

use std::collections::BTreeMap;

use hotforge_analyzer::catalog::{self, catalog};
use hotforge_analyzer::ir::dataflow::{self, NodeKind};
use hotforge_analyzer::{Span, Type, ide, ir};
use hotforge_compiler::bundle::manifest::manifest;
use hotforge_compiler::capture::stated::{Stated, stated};
use hotforge_compiler::codegen::{self, Models};
use serde_json::{Value, json};

use crate::session::Analysed;
use crate::translate::FILE;

/// The platform that manifests are made for here, where nothing is compiled.
const TARGET: &str = "x86_64-unknown-linux-gnu";

/// `{"text", "lines"}`, with `[line of the text, file, range]` for each place from which on the text comes from that range, and
/// the names of the globals for whose values there are stand-ins; or `{"missing"}`, which says why there is none.
pub fn rust(analysed: &Analysed) -> Value {
    let analysis = &analysed.analysis;
    if let Some(missing) = nothing_to_show(analysed) {
        return missing;
    }
    let (mut values, mut stand_ins) = (Vec::new(), Vec::new());
    for global in &analysis.program.globals {
        match stated(analysis, global) {
            Some(known) => {
                stand_ins.extend(matches!(known, Stated::StandIn(_)).then_some(&global.name));
                values.push(known.into_value());
            }
            None => {
                let message =
                    format!("the value of `{}` is known only when the module is run: compile it locally", global.name);
                return json!({ "missing": message });
            }
        }
    }
    let options =
        codegen::Options { models: Models::Embedded, manifest: manifest_text(analysed), keeps_variables: false };
    match codegen::generate(analysis, &values, &options) {
        Ok(generated) => {
            let lines = generated.line_map.iter().map(|mapping| {
                json!([mapping.rust_line, analysis.file(mapping.span.file).path, analysed.range(mapping.span)])
            });
            json!({ "text": generated.rust, "lines": lines.collect::<Vec<_>>(), "standIns": stand_ins })
        }
        Err(refused) => json!({ "missing": refused.message }),
    }
}

/// Why there is no output for a program, where there is none.
fn nothing_to_show(analysed: &Analysed) -> Option<Value> {
    let missing = |message: &str| Some(json!({ "missing": message }));
    if analysed.analysis.has_errors() {
        return missing("There are problems to mend first.");
    }
    if analysed.analysis.program.predictors.is_empty() {
        return missing("Mark a function with `@compile()` to see what it becomes.");
    }
    None
}

/// The typed IR: `lines` are those that a person reads, `[text, place or null]` each; `program` is all of it as data.
pub fn ir(analysed: &Analysed) -> Value {
    if let Some(missing) = nothing_to_show(analysed) {
        return missing;
    }
    let program = &analysed.analysis.program;
    let lines = ir::print::print(program);
    let lines = lines.iter().map(|line| json!([line.text, line.span.map(|span| analysed.location(span))]));
    json!({ "lines": lines.collect::<Vec<_>>(), "program": program })
}

/// The graph of each predictor.
pub fn graphs(analysed: &Analysed) -> Value {
    let analysis = &analysed.analysis;
    let node = |node: &ide::Node| {
        let kind = match node.kind {
            ide::NodeKind::Function => "function",
            ide::NodeKind::Global => "global",
            ide::NodeKind::Operator => "operator",
        };
        json!({ "kind": kind, "label": node.label, "at": analysed.location(node.span) })
    };
    let graph = |lens: ide::Lens| {
        let graph = ide::graph(analysis, lens.full);
        let edges = graph.edges.iter().map(|edge| json!({ "from": edge.from, "to": edge.to, "types": edge.types }));
        json!({
            "predictor": lens.predictor,
            "nodes": graph.nodes.iter().map(node).collect::<Vec<_>>(),
            "edges": edges.collect::<Vec<_>>(),
        })
    };
    ide::lenses(analysis, FILE).into_iter().map(graph).collect()
}

/// The data of each function: operations as nodes, what passes between them on the edges.
pub fn flows(analysed: &Analysed) -> Value {
    if let Some(missing) = nothing_to_show(analysed) {
        return missing;
    }
    let node = |node: &dataflow::Node| {
        let kind = match node.kind {
            NodeKind::Parameter => "parameter",
            NodeKind::Global => "global",
            NodeKind::Operator => "operator",
            NodeKind::Call => "function",
            NodeKind::Made => "made",
            NodeKind::Control => "control",
            NodeKind::Result => "result",
        };
        json!({ "kind": kind, "label": node.label, "at": analysed.location(node.span) })
    };
    let edge = |edge: &dataflow::Edge| json!({ "from": edge.from, "to": edge.to, "types": edge.labels, "control": edge.is_control });
    let flows = dataflow::flows(&analysed.analysis.program);
    let flows = flows.iter().map(|flow| {
        json!({
            "name": flow.function,
            "nodes": flow.nodes.iter().map(node).collect::<Vec<_>>(),
            "edges": flow.edges.iter().map(edge).collect::<Vec<_>>(),
        })
    });
    json!({ "functions": flows.collect::<Vec<_>>() })
}

/// A row for each expression of compiled code: where it stands, its type, the operator that it becomes and what that costs.
pub fn types(analysed: &Analysed) -> Value {
    let analysis = &analysed.analysis;
    let operators = ide::operators(analysis, FILE);
    let operators: BTreeMap<Span, &ide::Operator> = operators.iter().map(|one| (one.span, one)).collect();
    let row = |(span, ty): (&Span, &Type)| {
        let operator = operators.get(span);
        json!({
            "range": analysed.range(*span),
            "source": analysis.file(FILE).slice(*span),
            "type": ty.to_string(),
            "operator": operator.map(|one| &one.path),
            "cost": operator.map(|one| one.cost),
        })
    };
    analysis.types.iter().filter(|(span, _)| span.file == FILE).map(row).collect()
}

/// The manifest of the library that the file would become.
pub fn manifest_of(analysed: &Analysed) -> Value {
    nothing_to_show(analysed).unwrap_or_else(|| json!({ "text": manifest_text(analysed) }))
}

fn manifest_text(analysed: &Analysed) -> String {
    let path = &analysed.analysis.file(FILE).path;
    let stem = path.rsplit('/').next().unwrap_or(path).trim_end_matches(".py");
    manifest(&analysed.analysis, stem, TARGET, Models::Embedded)
}

/// The text of a stub of the catalog.
pub fn stub(module: &str) -> Value {
    catalog::stub_text(module).map_or(Value::Null, |(_, text)| text.into())
}

/// What can be called: `[{"module", "doc", "functions": [{"name", "calls", "doc"}], "classes": […with "methods"]}]`.
pub fn operators() -> Value {
    let functions = |functions: &BTreeMap<_, Vec<catalog::Signature>>| -> Value {
        let public = functions.iter().filter(|(name, _): &(&std::sync::Arc<str>, _)| !name.starts_with('_'));
        public
            .map(|(name, overloads)| {
                json!({
                    "name": name,
                    "calls": overloads.iter().map(described).collect::<Vec<_>>(),
                    "doc": overloads.iter().find_map(|one| one.doc.as_deref()),
                })
            })
            .collect()
    };
    let module = |(name, module): (&str, &catalog::Module)| {
        let classes = module
            .classes
            .iter()
            .filter(|(name, _)| !name.starts_with('_'))
            .map(|(name, class)| json!({ "name": name, "doc": class.doc, "methods": functions(&class.methods) }));
        json!({
            "module": name,
            "doc": module.doc,
            "functions": functions(&module.functions),
            "classes": classes.collect::<Vec<_>>(),
        })
    };
    catalog().modules().map(module).collect()
}

/// A form of a call as people read it.
fn described(signature: &catalog::Signature) -> Value {
    let call = if signature.property { signature.name.to_string() } else { signature.describe() };
    json!({
        "call": format!("{call} -> {}", signature.returns.describe()),
        "raises": signature.raises,
        "refused": signature.refused.as_ref().map(|(why, _)| why),
    })
}
