//! What came of a check or a compile, as JSON: for `--json`, and for who shows the program with all that is known of it.

use hotforge_analyzer::diagnostics::Diagnostic;
use hotforge_analyzer::ide::{self, annotated};
use hotforge_analyzer::ir::{Parameter, Predictor};
use hotforge_analyzer::source::FileId;
use hotforge_analyzer::{Analysis, Span};
use serde_json::{Value, json};

use crate::codegen::Generated;
use crate::compile::Compiled;

/// The diagnostics of an analysis, and what was compiled from it.
pub fn report(analysis: &Analysis, compiled: Option<&Compiled>) -> Value {
    let diagnostics: Vec<Value> =
        analysis.diagnostics.iter().map(|diagnostic| diagnostic_json(analysis, diagnostic)).collect();
    let mut output = json!({ "diagnostics": diagnostics });
    if let Some(compiled) = compiled {
        output["bundle"] = json!(compiled.bundle);
        output["times_ms"] = json!(compiled.times);
        output["cached"] = json!(compiled.cached);
    }
    output
}

/// The program as it is shown. A place is `{"path", "start", "end"}`, with lines and columns from 1.
///
/// - `things`: what is told of each expression: `place`, `code`, `facts`, `doc`; the same as an editor's hover,
/// - `operators`: the expressions that become an operator of the runtime: `place`, `operator`, `cost`,
/// - `predictors`: `name`, `place`, `doc`, `parameters` with `name`, `type`, `default` and `description`, `returns`,
/// - `globals`: the captured ones: `name`, `place`, `type`, `bytes`,
/// - `rust`, once it is generated: `text`, and `lines`, each `[line of the text, path, line]`.
pub fn view(analysis: &Analysis, sizes: &[u64], generated: Option<&Generated>) -> Value {
    let size_of = |captured: &ide::CapturedGlobal| {
        let at = analysis.program.globals.iter().position(|global| std::ptr::eq(global, captured.global))?;
        sizes.get(at).copied()
    };
    let annotated = annotated(analysis, FileId(0), &size_of);
    let things = annotated.things.iter().map(|thing| {
        json!({ "place": place(analysis, thing.span), "code": thing.code, "facts": thing.facts, "doc": thing.doc })
    });
    let operators = annotated.operators.iter().map(
        |operator| json!({ "place": place(analysis, operator.span), "operator": operator.path, "cost": operator.cost }),
    );
    let globals = analysis.program.globals.iter().enumerate().filter(|(_, global)| global.made_by.is_none());
    let globals = globals.map(|(at, global)| {
        json!({
            "name": global.name,
            "place": place(analysis, global.span),
            "type": global.ty.to_string(),
            "bytes": sizes.get(at),
        })
    });
    let mut shown = json!({
        "things": things.collect::<Vec<_>>(),
        "operators": operators.collect::<Vec<_>>(),
        "globals": globals.collect::<Vec<_>>(),
        "predictors": analysis.program.predictors.iter().map(|one| predictor(analysis, one)).collect::<Vec<_>>(),
    });
    if let Some(generated) = generated {
        let lines = generated.line_map.iter().map(|mapping| {
            let file = analysis.file(mapping.span.file);
            json!([mapping.rust_line, file.path_at(mapping.span.start), file.line(mapping.span.start)])
        });
        shown["rust"] = json!({ "text": generated.rust, "lines": lines.collect::<Vec<_>>() });
    }
    shown
}

fn predictor(analysis: &Analysis, predictor: &Predictor) -> Value {
    let returns = analysis.program.functions.get(predictor.function.0 as usize).map(|made| made.returns.to_string());
    json!({
        "name": predictor.name,
        "place": place(analysis, predictor.span),
        "doc": predictor.doc,
        "parameters": predictor.parameters.iter().map(parameter).collect::<Vec<_>>(),
        "returns": { "type": returns, "description": predictor.returns.description },
    })
}

fn parameter(parameter: &Parameter) -> Value {
    json!({
        "name": parameter.name,
        "type": parameter.ty.to_string(),
        "default": parameter.default.as_ref().map(ToString::to_string),
        "description": parameter.annotation.description,
    })
}

fn diagnostic_json(analysis: &Analysis, diagnostic: &Diagnostic) -> Value {
    let labels: Vec<Value> = diagnostic
        .labels
        .iter()
        .map(|label| json!({ "place": place(analysis, label.span), "message": label.message }))
        .collect();
    let fix = diagnostic
        .fix
        .as_ref()
        .map(|fix| json!({ "title": fix.title, "place": place(analysis, fix.span), "replacement": fix.replacement }));
    json!({
        "code": diagnostic.code,
        "severity": diagnostic.severity,
        "place": place(analysis, diagnostic.span),
        "message": diagnostic.message,
        "labels": labels,
        "help": diagnostic.help,
        "fix": fix,
    })
}

fn place(analysis: &Analysis, span: Span) -> Value {
    let file = analysis.file(span.file);
    json!({
        "path": file.path_at(span.start),
        "start": file.line_column(span.start),
        "end": file.line_column(span.end),
    })
}
