//! The manifest: what a library holds, as JSON. docs/manifest.md describes it.

use hotforge_analyzer::Analysis;
use hotforge_analyzer::ir::{Annotation, Class, Parameter, ParameterKind, Predictor};
use hotforge_analyzer::types::Type;
use serde_json::{Map, Value, json};

use super::library_name;
use super::schema::{constant, schema};
use crate::codegen::Models;

/// The manifest of the library `name` for the platform `target`.
pub fn manifest(analysis: &Analysis, name: &str, target: &str, models: Models) -> String {
    let source = analysis.files.first().map(|file| file.path.as_str());
    let predictors: Vec<_> =
        analysis.program.predictors.iter().map(|predictor| describe(predictor, analysis)).collect();
    let mut manifest = json!({
        "hotforge": 1,
        "version": env!("CARGO_PKG_VERSION"),
        "target": target,
        "library": library_name(name),
        "source": source,
        "predictors": predictors,
    });
    let models = describe_models(analysis, models);
    if !models.is_empty() {
        manifest["models"] = models.into();
    }
    format!("{manifest:#}\n")
}

fn describe(predictor: &Predictor, analysis: &Analysis) -> Value {
    let function = &analysis.program.functions[predictor.function.0 as usize];
    let classes = &analysis.program.classes;
    let parameters = predictor.parameters.iter().map(|parameter| describe_parameter(parameter, classes));
    let mut value = Map::new();
    value.insert("name".into(), json!(predictor.name));
    value.insert("function".into(), json!(function.name));
    if let Some(doc) = &predictor.doc {
        value.insert("doc".into(), json!(doc));
    }
    value.insert("parameters".into(), parameters.collect());
    value.insert("returns".into(), typed(&function.returns, &predictor.returns, classes).into());
    value.into()
}

fn describe_parameter(parameter: &Parameter, classes: &[Class]) -> Value {
    let kind = match parameter.kind {
        ParameterKind::PositionalOnly => "positional-only",
        ParameterKind::PositionalOrKeyword => "positional-or-keyword",
        ParameterKind::KeywordOnly => "keyword-only",
    };
    let mut value = Map::new();
    value.insert("name".into(), json!(parameter.name));
    value.insert("kind".into(), json!(kind));
    value.extend(typed(&parameter.ty, &parameter.annotation, classes));
    if let Some(default) = &parameter.default {
        value.insert("default".into(), constant(default));
    }
    value.into()
}

fn typed(ty: &Type, annotation: &Annotation, classes: &[Class]) -> Map<String, Value> {
    let mut value = Map::new();
    value.insert("type".into(), json!(ty.to_string()));
    value.insert("schema".into(), schema(ty, classes));
    let texts = [("denotation", &annotation.denotation), ("description", &annotation.description)];
    for (field, text) in texts {
        if let Some(text) = text {
            value.insert(field.into(), json!(text));
        }
    }
    if !annotation.fields.is_empty() {
        let fields = annotation.fields.iter().map(|(name, field)| (name.clone(), constant(field)));
        value.insert("fields".into(), fields.collect::<Map<_, _>>().into());
    }
    value
}

fn describe_models(analysis: &Analysis, models: Models) -> Vec<Value> {
    let sessions = analysis.program.globals.iter().filter(|global| matches!(global.ty, Type::Session(_)));
    sessions
        .map(|global| match models {
            Models::Embedded => json!({ "name": global.name, "embedded": true }),
            Models::Beside => {
                json!({ "name": global.name, "file": format!("{}.onnx", global.name), "embedded": false })
            }
        })
        .collect()
}
