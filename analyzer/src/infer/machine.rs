//! The machine that runs a program over abstract values: its state, and the bounds of its work.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use rustpython_text_size::Ranged;

use super::heap::{Heap, Kind, Object, join_ways};
use super::value::{Atom, Closure, ClosureId, ObjectId, Value};
use super::{Binding, BindingKind, display};
use crate::scope::Project;
use crate::source::{FileId, Span};
use crate::syntax;
use crate::trace::query::Queries;

/// How often one function is run; after that, its result is what it was so far.
const MOST_RUNS: usize = 24;
/// How many calls and rounds of loops are run in all.
const MOST_STEPS: usize = 20_000;
/// How often a function may be on the stack at once.
const DEEPEST_RECURSION: usize = 3;
/// How many calls may be on the stack at once.
const DEEPEST_CALLS: usize = 40;
/// How many calls deep objects are told apart by the way that led to them.
const DEEPEST_CONTEXT: u32 = 8;

/// A number for each way of calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(super) struct Context(u32);

/// What tells an object from others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Origin {
    /// Made by the expression or statement of that span; the number tells several that one makes.
    Place(Span, u8),
    /// The variables of a call of a function.
    Call(ClosureId),
    Module(FileId),
}

/// A call that is being run.
pub(super) struct Activation {
    pub scope: ObjectId,
    pub file: FileId,
    pub context: Context,
    /// The function; `None` for a module or the body of a class.
    pub closure: Option<ClosureId>,
    /// The qualified name that bindings here belong to.
    pub name: Option<Arc<str>>,
    /// What was returned so far, and the heaps behind the returns.
    pub returned: Value,
    pub exit: Option<Heap>,
    /// What was yielded so far.
    pub yielded: Value,
    /// Names that are declared `global` or `nonlocal`, with the scope they mean.
    pub elsewhere: BTreeMap<String, ObjectId>,
    /// The heaps behind the `break`s and `continue`s of the loops around.
    pub loops: Vec<(Option<Heap>, Option<Heap>)>,
    /// The heaps in which the `try`s around may be left by an exception.
    pub tries: Vec<Option<Heap>>,
}

/// A binding while more may be learned of it.
struct Row {
    function: Option<Arc<str>>,
    value: Value,
    /// The heap when it was last bound: what its objects were if they are gone by the end.
    heap: Heap,
}

/// Runs a program.
pub(super) struct Machine<'p, 'q> {
    pub project: &'p Project,
    pub queries: Queries<'q>,
    /// The heap here; `None` where the code cannot be reached.
    pub heap: Option<Heap>,
    pub stack: Vec<Activation>,
    pub closures: Vec<Closure<'p>>,
    /// The scope around each scope.
    pub around: HashMap<ObjectId, ObjectId>,
    /// The modules that were imported, with their scopes.
    pub modules: BTreeMap<FileId, ObjectId>,
    /// Classes: name, module and bases. By the object of their namespace.
    pub classes: HashMap<ObjectId, super::class::Class>,
    /// What each function has returned so far.
    pub results: HashMap<Span, Value>,
    runs: HashMap<Span, usize>,
    steps: usize,
    nesting: usize,
    objects: HashMap<(Origin, Context), ObjectId>,
    contexts: HashMap<(Context, Span), Context>,
    depths: HashMap<Context, u32>,
    closure_ids: HashMap<(Span, ObjectId), ClosureId>,
    rows: BTreeMap<(Span, BindingKind, String), Row>,
}

impl<'p, 'q> Machine<'p, 'q>
where
    'p: 'q,
{
    pub fn new(project: &'p Project, queries: Queries<'q>) -> Self {
        Self {
            project,
            queries,
            heap: Some(Heap::default()),
            stack: Vec::new(),
            closures: Vec::new(),
            around: HashMap::new(),
            modules: BTreeMap::new(),
            classes: HashMap::new(),
            results: HashMap::new(),
            runs: HashMap::new(),
            steps: 0,
            nesting: 0,
            objects: HashMap::new(),
            contexts: HashMap::new(),
            depths: HashMap::new(),
            closure_ids: HashMap::new(),
            rows: BTreeMap::new(),
        }
    }

    /// Runs the project's modules, then the functions that nothing called; gives all bindings.
    pub fn run(mut self) -> Vec<Binding> {
        for file in self.project.ids() {
            self.import(file);
        }
        self.run_uncalled();
        self.bindings()
    }

    /// Functions that nothing called run with what their parameters say of themselves. One may make others.
    fn run_uncalled(&mut self) {
        let mut next = 0;
        while next < self.closures.len() {
            let id = ClosureId(next as u32);
            let span = self.closure_span(id);
            if !self.runs.contains_key(&span) {
                self.heap.get_or_insert_with(Heap::default);
                self.call_uncalled(id);
            }
            next += 1;
        }
    }

    fn bindings(self) -> Vec<Binding> {
        let heap = self.heap.clone().unwrap_or_default();
        let mut bindings: Vec<Binding> = Vec::new();
        for ((span, kind, name), row) in &self.rows {
            let types = display::types(&self, &row.value, &[&heap, &row.heap], span.file);
            let function = row.function.as_deref().map(str::to_owned);
            let binding = Binding { span: *span, kind: *kind, function, name: name.clone(), types, is_item: false };
            let items = match kind {
                BindingKind::Variable => display::items(&self, &row.value, &row.heap, &binding),
                _ => Vec::new(),
            };
            bindings.push(binding);
            bindings.extend(items);
        }
        bindings
    }

    /// Notes what a name is bound to.
    pub fn note(&mut self, span: Span, kind: BindingKind, name: &str, value: &Value) {
        let function = self.stack.last().and_then(|activation| activation.name.clone());
        self.note_of(span, kind, function, name, value);
    }

    /// Notes what a name of a function is bound to.
    pub fn note_of(&mut self, span: Span, kind: BindingKind, function: Option<Arc<str>>, name: &str, value: &Value) {
        let heap = self.heap.clone().unwrap_or_default();
        let row = self.rows.entry((span, kind, name.to_owned()));
        row.and_modify(|row| {
            row.value = row.value.join(value);
            row.heap = heap.clone();
        })
        .or_insert_with(|| Row { function, value: value.clone(), heap });
    }

    /// The call that is being run.
    pub fn here(&mut self) -> &mut Activation {
        self.stack.last_mut().expect("something is being run")
    }

    pub fn file(&self) -> FileId {
        self.stack.last().map_or(FileId(0), |activation| activation.file)
    }

    pub fn scope(&self) -> ObjectId {
        self.stack.last().expect("something is being run").scope
    }

    /// The span of a node of the file that is being run.
    pub fn span(&self, node: &impl Ranged) -> Span {
        syntax::span(self.file(), node.range())
    }

    pub fn object_id(&mut self, origin: Origin) -> ObjectId {
        let context = self.stack.last().map_or(Context::default(), |activation| activation.context);
        self.object_in(origin, context)
    }

    fn object_in(&mut self, origin: Origin, context: Context) -> ObjectId {
        let next = ObjectId(self.objects.len() as u32);
        *self.objects.entry((origin, context)).or_insert(next)
    }

    /// Makes an object at a place of the program.
    pub fn make(&mut self, at: Span, number: u8, object: Object) -> Value {
        let id = self.object_id(Origin::Place(at, number));
        if let Some(heap) = &mut self.heap {
            heap.make(id, object);
        }
        Atom::Object(id).into()
    }

    /// A new scope of variables.
    pub fn open_scope(&mut self, origin: Origin, around: Option<ObjectId>) -> ObjectId {
        let id = self.object_id(origin);
        if let Some(around) = around {
            self.around.insert(id, around);
        }
        if let Some(heap) = &mut self.heap {
            heap.put(id, Object::new(Kind::Scope));
        }
        id
    }

    pub fn object(&self, id: ObjectId) -> Option<&Object> {
        self.heap.as_ref()?.get(id)
    }

    pub fn change(&mut self, id: ObjectId, change: impl FnOnce(&mut Object)) {
        if let Some(heap) = &mut self.heap {
            heap.change(id, change);
        }
    }

    /// The way that leads through a call.
    pub fn context(&mut self, call: Span) -> Context {
        let around = self.stack.last().map_or(Context::default(), |activation| activation.context);
        let depth = self.depths.get(&around).copied().unwrap_or(0);
        if depth >= DEEPEST_CONTEXT {
            return around;
        }
        let next = Context(self.contexts.len() as u32 + 1);
        let context = *self.contexts.entry((around, call)).or_insert(next);
        self.depths.insert(context, depth + 1);
        context
    }

    pub fn closure(&self, id: ClosureId) -> &Closure<'p> {
        &self.closures[id.0 as usize]
    }

    pub fn closure_span(&self, id: ClosureId) -> Span {
        self.closure(id).span()
    }

    /// The function that a definition makes in the scope that is being run.
    pub fn make_closure(&mut self, closure: Closure<'p>) -> ClosureId {
        let next = ClosureId(self.closures.len() as u32);
        let id = *self.closure_ids.entry((closure.span(), closure.around)).or_insert(next);
        if id == next {
            self.closures.push(closure);
        } else {
            self.closures[id.0 as usize] = closure;
        }
        id
    }

    /// Whether a call of the function may still be run; counts it if so.
    pub fn may_run(&mut self, id: ClosureId) -> bool {
        let span = self.closure_span(id);
        let active = self.stack.iter().filter(|activation| activation.closure == Some(id)).count();
        let runs = self.runs.entry(span).or_default();
        if active >= DEEPEST_RECURSION || self.stack.len() >= DEEPEST_CALLS || *runs >= MOST_RUNS {
            return false;
        }
        *runs += 1;
        self.may_step()
    }

    /// Whether more work may be done; counts a step of it.
    pub fn may_step(&mut self) -> bool {
        self.steps += 1;
        self.steps <= MOST_STEPS
    }

    /// Follows something that may lead back to itself: an iterator whose iterator is another of its class, a list that
    /// contains itself. Too deep, it is not known.
    pub fn follow<T: Default>(&mut self, follow: impl FnOnce(&mut Self) -> T) -> T {
        if self.nesting >= DEEPEST_CALLS {
            return T::default();
        }
        self.nesting += 1;
        let result = crate::trace::with_stack(|| follow(self));
        self.nesting -= 1;
        result
    }

    /// Runs both of two ways from here and goes on behind both.
    pub fn either(&mut self, first: impl FnOnce(&mut Self), second: impl FnOnce(&mut Self)) {
        let before = self.heap.clone();
        first(self);
        let after = std::mem::replace(&mut self.heap, before);
        second(self);
        self.heap = join_ways(after, self.heap.take());
    }

    /// Runs code that is never reached from here, as far as is known: it is typed, and changes nothing.
    pub fn apart(&mut self, run: impl FnOnce(&mut Self)) {
        let heap = self.heap.clone();
        let activation = self.here();
        let (returned, exit) = (activation.returned.clone(), activation.exit.clone());
        let (yielded, loops, tries) = (activation.yielded.clone(), activation.loops.clone(), activation.tries.clone());
        run(self);
        self.heap = heap;
        let activation = self.here();
        (activation.returned, activation.exit, activation.yielded) = (returned, exit, yielded);
        (activation.loops, activation.tries) = (loops, tries);
    }

    /// An exception may be raised here: the `try` around may go on from this heap.
    pub fn may_raise(&mut self) {
        let heap = self.heap.clone();
        if let Some(activation) = self.stack.last_mut()
            && let Some(left) = activation.tries.last_mut()
        {
            *left = join_ways(left.take(), heap);
        }
    }
}
