//! The result of analysing a file, and the function that makes it.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use crate::diagnostics::{Diagnostic, Severity};
use crate::ir::Program;
use crate::source::{FileId, Files, SourceFile, Span};
use crate::syntax::Syntax;
use crate::types::{ClassName, RecordKind, RecordType, Type};

/// All that is known of a file and of the project files it reaches.
#[derive(Debug, Clone, Serialize)]
pub struct Analysis {
    /// The files read, the analysed one first; a [`FileId`] is an index.
    pub files: Vec<SourceFile>,
    /// The typed IR. Whole only where no diagnostic is an error.
    pub program: Program,
    /// The type of every traced expression; of functions traced for several call signatures, the union.
    #[serde(skip)]
    pub types: BTreeMap<Span, Type>,
    /// What each name, attribute and other expression that is no value of the compiled program stands for.
    #[serde(skip)]
    pub meanings: BTreeMap<Span, Meaning>,
    /// The runtime operator that an expression becomes, where it is a single one: `str::split`.
    #[serde(skip)]
    pub lowering: BTreeMap<Span, Arc<str>>,
    /// The trees of the files, in the same order.
    #[serde(skip)]
    pub syntax: Vec<Arc<Syntax>>,
    /// What is wrong, in source order.
    pub diagnostics: Vec<Diagnostic>,
    /// Paths of other files whose content the analysis depends on: models and tokenizers.
    pub dependencies: Vec<String>,
}

/// What an expression stands for that is no value made by compiled code.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Meaning {
    /// A module of the catalog or of the project, by its dotted name.
    Module(Arc<str>),
    /// A class of the catalog, by its dotted name.
    Class(ClassName),
    /// A function of the catalog: its module and name.
    Native(Arc<str>, Arc<str>),
    /// A method of a catalog class.
    Method(ClassName, Arc<str>),
    /// A function of the project or a lambda: the whole of its definition.
    Function(Span),
    /// A captured global: where it is bound.
    Global(Span),
    /// Something known to annotations and decorators only: its module and name.
    Known(Arc<str>, Arc<str>),
}

/// What capture found out about module globals: the types of their values, by the path of the module's file and by
/// name. They override what the analyzer can tell without running the module.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CapturedTypes {
    types: BTreeMap<(String, String), CapturedType>,
}

/// The type of a captured value. Classes of the project stand in it as [`captured_class`] makes them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CapturedType {
    /// The type of the value. The entries of dicts in it are places in `entries`.
    pub ty: Type,
    /// What its dicts hold under their keys, where all keys are text.
    pub entries: Vec<BTreeMap<String, Type>>,
    /// The objects that it is or holds.
    pub objects: Vec<CapturedObject>,
}

/// A captured object of a class of the project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CapturedObject {
    /// Its class, as [`captured_class`] makes it.
    pub class: Type,
    /// The attributes of the object itself.
    pub fields: Vec<(String, Type)>,
    /// The values that its class gives to all objects.
    pub shared: Vec<(String, Type)>,
}

impl From<Type> for CapturedType {
    fn from(ty: Type) -> Self {
        Self { ty, entries: Vec::new(), objects: Vec::new() }
    }
}

/// The type of objects of a class that is known by the path of its file and by its name there, as capture knows it.
pub fn captured_class(path: &str, name: &str) -> Type {
    let name = format!("{path}:{name}").into();
    Type::Record(Arc::new(RecordType { name, hashable: false, ordered: false, kind: RecordKind::Class }))
}

impl CapturedTypes {
    /// Records the type of the global `name` of the module at `path`.
    pub fn insert(&mut self, path: impl Into<String>, name: impl Into<String>, ty: impl Into<CapturedType>) {
        self.types.insert((path.into(), name.into()), ty.into());
    }

    /// The captured types, with the path of the module's file and the name of the global.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str, &CapturedType)> {
        self.types.iter().map(|((path, name), ty)| (path.as_str(), name.as_str(), ty))
    }

    /// The captured type of a global.
    pub fn get(&self, path: &str, name: &str) -> Option<&CapturedType> {
        self.types.get(&(path.to_owned(), name.to_owned()))
    }
}

impl Analysis {
    /// The file of that id.
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// Whether any diagnostic is an error, so that nothing can be compiled.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }
}

/// Analyses the file at `path`.
///
/// A file that cannot be read gives an analysis of the empty text with a diagnostic that says so.
pub fn analyze(path: &str, files: &dyn Files, captured: &CapturedTypes) -> Analysis {
    crate::trace::trace(path, files, captured)
}
