//! Trace: follows a predictor and all that it calls, gives every expression a static type and writes the typed IR.
//!
//! The tracer interprets the program over types instead of values. One struct traces one function for one call
//! signature ([`function::FunctionTracer`]); each kind of statement and expression has a file of its own here.

mod annotation;
mod arguments;
mod assign;
mod attempt;
mod call;
mod cleanup;
mod closure;
mod compare;
mod comprehension;
mod constant;
mod container;
mod context;
mod decorator;
mod environment;
mod exception_class;
mod exceptions;
mod expression;
mod format;
mod function;
mod functional;
mod generator;
mod globals;
mod intrinsics;
mod iteration;
mod json;
mod kind;
mod loops;
mod matching;
mod narrow;
mod native;
mod note;
mod operator;
mod pattern;
mod predictor;
mod prune;
pub(crate) mod query;
mod raise;
mod record;
mod refused;
mod regex;
mod session;
mod statement;
mod subscript;
mod table;
mod tables;
mod text;
mod value;
mod walrus;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;
use std::sync::Arc;

use crate::analysis::{Analysis, CapturedTypes, Meaning};
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Class, Function, FunctionId, Global, GlobalId, Predictor, Program};
use crate::scope::classes::Classes;
use crate::scope::{Project, Scope};
use crate::source::{FileId, Files, Span};
use crate::types::{ClassName, Type, join};

pub(crate) use expression::with_stack;
pub(crate) use generator::yields;
pub(crate) use globals::INTRINSICS;
pub(crate) use native::class_of;
pub(crate) use tables::Tables;

use tables::Instance;

/// How many passes a program may take until its types settle. Each level of nesting may take one; real code takes
/// two to four. A type that grows in every pass may double in size each time, so this also bounds the work.
const MOST_PASSES: usize = 10;

/// Traces the file at `path`.
pub fn trace(path: &str, files: &dyn Files, captured: &CapturedTypes) -> Analysis {
    let project = Project::load(path, files);
    let scopes: Vec<Scope> = project.ids().map(|id| Scope::of(&project, id)).collect();
    let classes = Classes::of(&project, &scopes);
    let mut tables = Tables::default();
    let mut settled = false;
    let mut output = Output::default();
    for _ in 0..MOST_PASSES {
        let mut tracer = Tracer::new(&project, &scopes, &classes, files, captured, &mut tables);
        tracer.predictors();
        tracer.finish_classes();
        output = tracer.output;
        settled = !tables.take_changed();
        if settled {
            break;
        }
    }
    if !settled && let Some(predictor) = output.predictors.first() {
        let message =
            "the types of this predictor never settle: some container or variable takes a new type in each round";
        let help = "give the variable or the container an annotation, such as `items: list[int] = []`";
        output.diagnostics.push(Diagnostic::new(Code::UnsettledType, predictor.span, message).help(help));
    }
    let syntax_errors = project.ids().flat_map(|id| project.syntax(id).errors.clone());
    let diagnostics = in_order(syntax_errors.chain(output.diagnostics));
    let functions = output.functions.into_iter().flatten().collect();
    let (files, syntax) = project.into_parts();
    Analysis {
        program: Program { predictors: output.predictors, functions, globals: output.globals, classes: output.classes },
        types: output.types,
        meanings: output.meanings,
        lowering: output.lowering,
        diagnostics,
        dependencies: output.dependencies.into_iter().collect(),
        files,
        syntax,
    }
}

/// In source order and each once: a function is traced for every call signature.
fn in_order(diagnostics: impl Iterator<Item = Diagnostic>) -> Vec<Diagnostic> {
    let mut unique: Vec<Diagnostic> = Vec::new();
    for diagnostic in diagnostics {
        let same = |other: &Diagnostic| other.code == diagnostic.code && other.span == diagnostic.span;
        if !unique.iter().any(same) {
            unique.push(diagnostic);
        }
    }
    unique.sort_by_key(|diagnostic| (diagnostic.span, diagnostic.code));
    unique
}

/// What one pass produces.
#[derive(Default)]
struct Output {
    predictors: Vec<Predictor>,
    /// `None` while a function is being traced.
    functions: Vec<Option<Function>>,
    globals: Vec<Global>,
    classes: Vec<Class>,
    /// The classes of which objects come from other languages.
    arriving: Vec<ClassName>,
    /// The classes that objects are made of.
    made: Vec<ClassName>,
    /// Their methods that the runtime calls.
    protocols: Vec<(ClassName, record::Traced)>,
    types: BTreeMap<Span, Type>,
    meanings: BTreeMap<Span, Meaning>,
    lowering: BTreeMap<Span, Arc<str>>,
    diagnostics: Vec<Diagnostic>,
    dependencies: BTreeSet<String>,
}

/// The state of one pass over the program.
struct Tracer<'a> {
    project: &'a Project,
    scopes: &'a [Scope<'a>],
    classes: &'a Classes<'a>,
    files: &'a dyn Files,
    captured: &'a CapturedTypes,
    tables: &'a mut Tables,
    output: Output,
    /// The instances traced, or being traced, in this pass.
    instances: HashMap<Instance, FunctionId>,
    /// The static types of globals, `None` while one is being found.
    global_types: HashMap<(FileId, String), Option<Type>>,
    /// Models read, by path.
    sessions: HashMap<String, Rc<Type>>,
    /// What the types of function values stand for.
    callees: HashMap<std::sync::Arc<str>, closure::Callee<'a>>,
    /// How many calls deep the tracer is in the program.
    depth: usize,
}

impl<'a> Tracer<'a> {
    fn new(
        project: &'a Project,
        scopes: &'a [Scope<'a>],
        classes: &'a Classes<'a>,
        files: &'a dyn Files,
        captured: &'a CapturedTypes,
        tables: &'a mut Tables,
    ) -> Self {
        Self {
            project,
            scopes,
            classes,
            files,
            captured,
            tables,
            output: Output::default(),
            instances: HashMap::new(),
            global_types: HashMap::new(),
            sessions: HashMap::new(),
            callees: HashMap::new(),
            depth: 0,
        }
    }

    fn scope(&self, file: FileId) -> &'a Scope<'a> {
        &self.scopes[file.0 as usize]
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.output.diagnostics.push(diagnostic);
    }

    /// Notes the type of an expression, joined with that of other instances of its function.
    fn note_type(&mut self, span: Span, ty: &Type) {
        self.output.types.entry(span).and_modify(|known| *known = join(known, ty)).or_insert_with(|| ty.clone());
    }

    /// The id of a global, added on its first read.
    fn global(&mut self, global: Global) -> GlobalId {
        let known = self.output.globals.iter().position(|other| other.file == global.file && other.name == global.name);
        let index = known.unwrap_or_else(|| {
            self.output.globals.push(global);
            self.output.globals.len() - 1
        });
        GlobalId(index as u32)
    }
}
