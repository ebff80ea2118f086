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
mod copying;
mod declared;
mod decorator;
mod entries;
mod environment;
mod estimator;
mod examples;
mod exception_class;
mod exceptions;
mod exit_stack;
mod expression;
mod format;
mod function;
mod functional;
mod generator;
mod globals;
mod incremental;
mod intrinsics;
mod iteration;
mod itertools;
mod json;
mod kind;
mod limits;
mod loops;
mod matching;
mod messages;
mod model;
mod named_tuple;
mod narrow;
mod native;
mod note;
mod operator;
mod optional;
mod paths;
mod pattern;
mod percent;
mod predictor;
mod prune;
pub(crate) mod query;
mod raise;
mod record;
mod refused;
mod regex;
mod relocate;
mod session;
mod spread;
mod statement;
mod structs;
mod subscript;
mod table;
mod tables;
mod text;
mod transforms;
mod unit;
mod url;
mod value;
mod walrus;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};
use rustpython_ast as ast;
use typed_arena::Arena;

use crate::analysis::{Analysis, CapturedTypes, Meaning};
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Class, Function, FunctionId, Global, GlobalId, Model, Predictor, Program};
use crate::scope::classes::Classes;
use crate::scope::{Project, Scope};
use crate::source::{FileId, Files, Span};
use crate::types::{ClassName, Type, join};

pub(crate) use expression::with_stack;
pub(crate) use generator::yields;
pub(crate) use globals::INTRINSICS;
pub use incremental::Incremental;
pub(crate) use native::class_of;
pub(crate) use session::Models;
pub(crate) use tables::Tables;

use tables::Instance;

/// How many passes a program may take until its types settle. Each level of nesting may take one; real code takes
/// two to four. A type that grows in every pass may double in size each time, so this also bounds the work.
const MOST_PASSES: usize = 10;

/// What a program is traced from.
#[derive(Clone, Copy)]
pub(crate) struct Sources<'a> {
    pub project: &'a Project,
    pub scopes: &'a [Scope<'a>],
    pub classes: &'a Classes<'a>,
    pub files: &'a dyn Files,
    pub captured: &'a CapturedTypes,
    /// Where the trees of quoted annotations live.
    pub quoted: &'a Arena<ast::Expr>,
    /// The models read so far.
    pub models: &'a Models,
    /// Whether nobody waits for the result any more.
    pub is_stale: &'a dyn Fn() -> bool,
}

/// Traces the file at `path`.
pub fn trace(path: &str, files: &dyn Files, captured: &CapturedTypes) -> Analysis {
    let project = Project::load(path, files);
    let models = Models::default();
    let output = with_sources(&project, files, captured, &models, &|| false, |sources| {
        let mut output = Output::default();
        for unit in unit::units(sources) {
            let whole = trace_unit(sources, &unit.roots, Output::behind(&output));
            output.append(whole.expect("somebody waits"));
        }
        output
    });
    finish(project, output)
}

/// Does something with all that a program is traced from.
pub(crate) fn with_sources<T>(
    project: &Project,
    files: &dyn Files,
    captured: &CapturedTypes,
    models: &Models,
    is_stale: &dyn Fn() -> bool,
    run: impl FnOnce(Sources) -> T,
) -> T {
    let scopes: Vec<Scope> = project.ids().map(|id| Scope::of(project, id)).collect();
    let classes = Classes::of(project, &scopes);
    let quoted = Arena::new();
    run(Sources { project, scopes: &scopes, classes: &classes, files, captured, quoted: &quoted, models, is_stale })
}

/// Traces functions at the top level of the first file, and what they reach. What was traced before keeps its numbers:
/// `first` has as many functions, and the globals. `None` where nobody waits for it any more.
fn trace_unit(sources: Sources, roots: &[usize], first: Output) -> Option<Output> {
    let mut tables = Tables::default();
    let mut settled = false;
    let mut output = Output::default();
    for _ in 0..MOST_PASSES {
        let mut tracer = Tracer::new(sources, &mut tables);
        tracer.output = first.clone();
        tracer.predictors(roots);
        tracer.finish_classes();
        if (sources.is_stale)() {
            return None;
        }
        output = tracer.output;
        settled = !tables.take_changed() && !tables.settle_absent();
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
    output.refuse_what_is_never_reached();
    Some(output)
}

/// The analysis that all units together make.
fn finish(project: Project, mut output: Output) -> Analysis {
    if !output.has_predictor && project.syntax(FileId(0)).errors.is_empty() {
        let span = Span { file: FileId(0), start: 0, end: 0 };
        let diagnostic = Diagnostic::new(Code::NoPredictor, span, "no function of this file is marked as a predictor");
        let help = "write `@compile()` above one, with `from hotforge import compile`";
        output.diagnostics.push(diagnostic.help(help));
    }
    examples::propose_types(&project, &mut output.diagnostics);
    let syntax_errors = project.ids().flat_map(|id| project.syntax(id).errors.clone());
    let diagnostics = in_order(syntax_errors.chain(output.diagnostics));
    let functions = output.functions.into_iter().flatten().collect();
    let (files, syntax) = project.into_parts();
    Analysis {
        program: Program {
            predictors: output.predictors,
            functions,
            globals: output.globals,
            classes: output.classes,
            loaded: output.loaded,
        },
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
    let mut known = FxHashSet::default();
    let mut unique: Vec<Diagnostic> =
        diagnostics.filter(|diagnostic| known.insert((diagnostic.code, diagnostic.span))).collect();
    unique.sort_by_key(|diagnostic| (diagnostic.span, diagnostic.code));
    unique
}

/// What one pass produces.
#[derive(Debug, Clone, Default)]
struct Output {
    /// Whether a function is marked as a predictor, even one with faults.
    has_predictor: bool,
    predictors: Vec<Predictor>,
    /// `None` while a function is being traced.
    functions: Vec<Option<Function>>,
    globals: Vec<Global>,
    classes: Vec<Class>,
    /// The types that JSON is read into.
    loaded: Vec<Type>,
    /// The classes of which objects come from other languages.
    arriving: Vec<ClassName>,
    /// The classes that objects are made of.
    made: Vec<ClassName>,
    /// What models of pydantic among them do when an object is made.
    models: BTreeMap<ClassName, Model>,
    /// Their methods that the runtime calls.
    protocols: Vec<(ClassName, record::Traced)>,
    types: BTreeMap<Span, Type>,
    meanings: BTreeMap<Span, Meaning>,
    lowering: BTreeMap<Span, Arc<str>>,
    diagnostics: Vec<Diagnostic>,
    dependencies: BTreeSet<String>,
}

impl Output {
    /// What a unit starts with whose functions and globals are numbered behind those of others.
    fn behind(others: &Self) -> Self {
        let functions = std::iter::repeat_with(|| None).take(others.functions.len()).collect();
        Self { functions, globals: others.globals.clone(), ..Self::default() }
    }

    /// Adds what a unit produced that started behind this.
    fn append(&mut self, unit: Self) {
        let known = self.functions.len();
        self.functions.extend(unit.functions.into_iter().skip(known));
        self.globals = unit.globals;
        self.has_predictor |= unit.has_predictor;
        self.predictors.extend(unit.predictors);
        self.classes.extend(unit.classes);
        self.loaded.extend(unit.loaded);
        self.diagnostics.extend(unit.diagnostics);
        self.dependencies.extend(unit.dependencies);
        self.meanings.extend(unit.meanings);
        self.lowering.extend(unit.lowering);
        for (span, ty) in unit.types {
            self.note_type(span, &ty);
        }
    }

    /// Notes the type of an expression, joined with that of other instances of its function.
    fn note_type(&mut self, span: Span, ty: &Type) {
        self.types.entry(span).and_modify(|known| *known = join(known, ty)).or_insert_with(|| ty.clone());
    }

    /// An expression around a call that never returns has no type to be compiled with. Says so where nothing else was
    /// refused.
    fn refuse_what_is_never_reached(&mut self) {
        // What a diagnostic names already, as a global that is not captured yet, stands for nothing else.
        let says_nothing = |code| matches!(code, Code::ReturnType | Code::MaybeNone | Code::RevealedType);
        if !self.diagnostics.iter().all(|diagnostic| says_nothing(diagnostic.code)) {
            return;
        }
        let Some(span) = self.functions.iter().flatten().find_map(prune::invalid) else { return };
        let message = "this is never computed: what it is made of raises on every way";
        let diagnostic = Diagnostic::new(Code::UnsupportedExpression, span, message);
        self.diagnostics.push(diagnostic.help("call what raises in a statement of its own"));
    }
}

/// The state of one pass over a unit of the program.
struct Tracer<'a> {
    project: &'a Project,
    scopes: &'a [Scope<'a>],
    classes: &'a Classes<'a>,
    files: &'a dyn Files,
    captured: &'a CapturedTypes,
    quoted: &'a Arena<ast::Expr>,
    models: &'a Models,
    is_stale: &'a dyn Fn() -> bool,
    tables: &'a mut Tables,
    output: Output,
    /// The instances traced, or being traced, in this pass.
    instances: FxHashMap<Instance, FunctionId>,
    /// The static types of globals, `None` while one is being found.
    global_types: FxHashMap<(FileId, String), Option<Type>>,
    /// Where the values of module-level names stand that are being asked which function they are.
    followed: Vec<Span>,
    /// Models read, by path.
    sessions: FxHashMap<String, Rc<Type>>,
    /// What the types of function values stand for.
    callees: FxHashMap<std::sync::Arc<str>, closure::Callee<'a>>,
    /// The quoted annotations parsed, by node: what stands in quotes within a text with escapes has the place of the whole.
    parsed: FxHashMap<*const ast::ExprStringLiteral, Option<&'a ast::Expr>>,
    /// The types of the arguments that each function was called with whose results are kept.
    cached: FxHashMap<Span, Vec<Vec<Type>>>,
    /// How many calls deep the tracer is in the program.
    depth: usize,
}

impl<'a> Tracer<'a> {
    fn new(sources: Sources<'a>, tables: &'a mut Tables) -> Self {
        let Sources { project, scopes, classes, files, captured, quoted, models, is_stale } = sources;
        Self {
            project,
            scopes,
            classes,
            files,
            captured,
            quoted,
            models,
            is_stale,
            tables,
            output: Output::default(),
            instances: FxHashMap::default(),
            global_types: FxHashMap::default(),
            followed: Vec::new(),
            sessions: FxHashMap::default(),
            callees: FxHashMap::default(),
            parsed: FxHashMap::default(),
            cached: FxHashMap::default(),
            depth: 0,
        }
    }

    fn scope(&self, file: FileId) -> &'a Scope<'a> {
        &self.scopes[file.0 as usize]
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.output.diagnostics.push(diagnostic);
    }

    fn note_type(&mut self, span: Span, ty: &Type) {
        self.output.note_type(span, ty);
    }

    /// The expression that a quoted annotation is.
    fn quoted(&mut self, file: FileId, text: &'a ast::ExprStringLiteral) -> Option<&'a ast::Expr> {
        let known = self.parsed.entry(std::ptr::from_ref(text));
        *known.or_insert_with(|| {
            let expr = crate::syntax::parse_annotation(text, &self.project.file(file).text)?;
            Some(self.quoted.alloc(expr))
        })
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
