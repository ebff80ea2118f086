//! Typed wrappers around a bundle for other languages, made from its manifest: `hotforge bindings ts build/embed`.

mod cpp;
mod go;
mod java;
mod py;
mod rust;
mod ts;

use std::path::Path;

use clap::ValueEnum;
use hotforge::manifest::{Fields, Manifest, Schema};

use crate::error::{Error, OnPath, Result};

/// The language of a wrapper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Language {
    /// A module of TypeScript on the npm package `hotforge`.
    Ts,
    /// A module of Python on the package `hotforge`, with types for checkers and editors.
    Py,
    /// A module of Rust on the crate `hotforge`.
    Rust,
    /// A header of C++17 on `hotforge.h`.
    Cpp,
    /// A package of Go, by cgo on `hotforge.h`.
    Go,
    /// A class of Java, by JNA.
    Java,
}

/// The source of the wrapper for the bundle at a path.
///
/// # Errors
/// Where it is no bundle.
pub fn write(bundle: &Path, language: Language) -> Result<String> {
    let no_bundle = |reason: String| Error::NotABundle { path: bundle.into(), reason };
    let path = if bundle.is_file() { bundle.with_file_name("manifest.json") } else { bundle.join("manifest.json") };
    if !path.is_file() {
        return Err(no_bundle("it has no manifest.json".into()));
    }
    let text = std::fs::read(&path).reading(&path)?;
    let manifest = Manifest::parse(&text).map_err(|error| no_bundle(format!("manifest.json is not valid: {error}")))?;
    match language {
        Language::Ts => Ok(ts::write(&manifest)),
        Language::Py => Ok(py::write(&manifest)),
        Language::Rust => rust::write(&manifest),
        Language::Cpp => Ok(cpp::write(&manifest)),
        Language::Go => Ok(go::write(&manifest)),
        Language::Java => Ok(java::write(&manifest)),
    }
}

/// The classes of a manifest with their fields, each once, in the order in which they are met.
fn classes(manifest: &Manifest) -> Vec<(&str, &Fields)> {
    let mut found = Vec::new();
    for predictor in &manifest.predictors {
        let parameters = predictor.parameters.iter().map(|parameter| &parameter.typed.schema);
        parameters.chain([&predictor.returns.schema]).for_each(|schema| collect(schema, &mut found));
    }
    found
}

fn collect<'a>(schema: &'a Schema, found: &mut Vec<(&'a str, &'a Fields)>) {
    match schema {
        Schema::Record { class, fields: Some(fields) } | Schema::TypedDict { class, fields: Some(fields) }
            if found.iter().all(|(name, _)| name != class) =>
        {
            found.push((class, fields));
            fields.iter().for_each(|(_, schema)| collect(schema, found));
        }
        Schema::List { item }
        | Schema::Set { item }
        | Schema::FrozenSet { item }
        | Schema::Sequence { item }
        | Schema::Iterator { item } => collect(item, found),
        Schema::Tuple { items } | Schema::Union { members: items } => {
            items.iter().for_each(|item| collect(item, found))
        }
        Schema::Dict { key, value } => [key, value].into_iter().for_each(|schema| collect(schema, found)),
        _ => {}
    }
}

/// `text_statistics` as `TextStatistics`.
fn pascal(name: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>()).unwrap_or_default()
    };
    name.split(|letter: char| !letter.is_alphanumeric()).map(word).collect()
}

/// A tag may hold what no identifier can.
fn identifier(name: &str) -> String {
    let plain: String = name.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '_' }).collect();
    if plain.starts_with(|first: char| first.is_ascii_digit()) { format!("_{plain}") } else { plain }
}
