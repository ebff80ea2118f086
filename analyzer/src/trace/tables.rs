//! What one pass of the tracer learns for the next.
//!
//! The type at the head of a loop depends on the loop's body, the element type of `[]` on what is appended later, and
//! the result of a recursive function on itself. The tracer therefore goes over the program several times: each pass
//! takes the types that the last one found, and joins what it finds into them. They only grow, and when a pass changes
//! nothing of what it was told the program is typed.

mod entries;

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::source::Span;
use crate::types::{ClassName, Element, Entries, ExceptionClass, Site, Type, join, join_all, union};

pub(crate) use entries::Held;

/// A number for each pair of function and call signature, the same in every pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Instance(pub u32);

/// What a function instance is known by.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Signature {
    /// The place of the function's definition.
    pub definition: Span,
    /// The types of its parameters, then of the names it closes over.
    pub parameters: Vec<Type>,
    /// The functions and other static things that it is given or sees, by name.
    pub statics: Vec<(String, String)>,
}

/// Which part of a loop a joined type belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum LoopEnd {
    /// The start of each round.
    Head,
    /// Behind the loop, by a `break`.
    Exit,
    /// Where a handler begins, of a `try` instead of a loop.
    Handler,
}

/// What is learned so far.
#[derive(Debug, Default)]
pub(crate) struct Tables {
    instances: FxHashMap<Signature, Instance>,
    results: FxHashMap<Instance, Growing>,
    loops: FxHashMap<(Instance, Span, LoopEnd), BTreeMap<String, Growing>>,
    /// Names of which the end of a loop's round told what its head, or that of a handler, did not know.
    late: Vec<(Instance, String)>,
    /// Names that code of an instance may have found without a value in this pass.
    vacant: RefCell<FxHashSet<(Instance, String)>>,
    arguments: FxHashMap<ClassName, Growing>,
    attributes: FxHashMap<(ClassName, String), Growing>,
    sites: FxHashMap<(Instance, Span, u32, u64), Site>,
    elements: Vec<SiteState>,
    /// What annotations declare that the containers of sites hold.
    declared: FxHashMap<Site, Type>,
    entry_places: FxHashMap<(Instance, Span, u32, u64), Entries>,
    entries: Vec<entries::State>,
    /// Names of a function or comprehension that live in cells: see [`super::closure`].
    shared: FxHashSet<(Span, String)>,
    /// Names of outer functions that a function hands on to code that runs later.
    escaping: FxHashSet<(Span, String)>,
    cells: FxHashMap<(Instance, Span, String), Site>,
    classes: BTreeMap<ClassName, ClassState>,
    /// Whether the program asks what was being handled when an exception was raised.
    asks_for_context: bool,
    changed: bool,
}

/// What is known of the objects of a class.
#[derive(Debug, Default)]
struct ClassState {
    /// The types of its fields, in the order in which they were first set.
    fields: Vec<(String, Growing)>,
    /// Whether an object of exactly this class is made anywhere.
    is_made: bool,
}

/// What is known of a site: its own element type, or the site that it was found to be one with.
#[derive(Debug, Clone)]
enum SiteState {
    Root(Growing),
    Same(Site),
}

/// A type that grows as more of the program is traced.
#[derive(Debug, Clone)]
struct Growing {
    ty: Type,
    /// Whether anybody was told what it is: then it is a change when it grows.
    is_told: Cell<bool>,
    /// Whether tuples of more and more lengths were found in it, so that it holds tuples of any length.
    any_length: bool,
}

/// How many lengths of tuples stand side by side before they are taken for tuples of any length: `items += (x,)` in a
/// loop would make another one in each pass.
const MOST_LENGTHS: usize = 5;

impl Default for Growing {
    fn default() -> Self {
        Self { ty: Type::Never, is_told: Cell::new(false), any_length: false }
    }
}

impl Growing {
    /// What it is so far.
    fn tell(&self) -> &Type {
        self.is_told.set(true);
        &self.ty
    }

    /// Joins a type into it.
    fn grow(&mut self, ty: &Type, elements: &[SiteState], changed: &mut bool) {
        // What is unknown now may be known in the next pass; what stays unknown is reported where it arises.
        if ty.any(&|part| *part == Type::Unknown) {
            return;
        }
        let mut joined = self.of_any_length(join(&self.ty, ty));
        if joined != self.ty {
            *changed |= self.is_told.get();
            if joined.any(&Type::is_union) {
                let [known, ty] = [&self.ty, ty].map(|ty| current(ty, elements, &mut Vec::new()));
                joined = self.of_any_length(join(&known, &ty));
            }
        }
        // Sites take no part in the comparison, but the newest are wanted.
        self.ty = joined;
    }

    /// The type with its tuples as one of any length, where there are too many of them.
    fn of_any_length(&mut self, ty: Type) -> Type {
        let lengths = ty.members().iter().filter(|member| matches!(member, Type::Tuple(_))).count();
        self.any_length |= lengths > MOST_LENGTHS;
        if !self.any_length || lengths == 0 {
            return ty;
        }
        let (tuples, others): (Vec<Type>, Vec<Type>) =
            ty.members().iter().cloned().partition(|member| matches!(member, Type::Tuple(_) | Type::Sequence(_)));
        let item = join_all(tuples.iter().flat_map(Type::parts));
        union(others.into_iter().chain([Type::Sequence(Arc::new(item))]))
    }

    fn grow_and_tell(&mut self, ty: &Type, elements: &[SiteState], changed: &mut bool) -> Type {
        self.grow(ty, elements, changed);
        self.tell().clone()
    }
}

impl Tables {
    /// Whether anything that somebody was told has changed since this was last asked.
    pub fn take_changed(&mut self) -> bool {
        let vacant = self.vacant.take();
        let is_wanted = std::mem::take(&mut self.late).iter().any(|name| vacant.contains(name));
        std::mem::take(&mut self.changed) || is_wanted
    }

    /// Code of an instance may find no value for a name.
    pub fn note_vacant(&self, instance: Instance, name: &str) {
        self.vacant.borrow_mut().insert((instance, name.to_owned()));
    }

    pub fn instance(&mut self, signature: Signature) -> Instance {
        if let Some((known, instance)) = self.instances.get_key_value(&signature) {
            let (instance, parameters) = (*instance, known.parameters.clone());
            for (known, given) in parameters.iter().zip(&signature.parameters) {
                self.unify_entries_of(known, given);
            }
            return instance;
        }
        let next = Instance(self.instances.len() as u32);
        self.instances.insert(signature, next);
        next
    }

    /// The result type of an instance as far as it is known; `Never` before anything was returned.
    pub fn result(&mut self, instance: Instance) -> Type {
        self.results.entry(instance).or_default().tell().clone()
    }

    /// What an earlier pass found an instance to give, for the pass that traces it again.
    pub fn found_result(&self, instance: Instance) -> Type {
        let found = self.results.get(&instance).filter(|found| found.ty != Type::Never);
        found.map_or(Type::Never, |found| found.tell().clone())
    }

    pub fn join_result(&mut self, instance: Instance, ty: &Type) -> Type {
        self.results.entry(instance).or_default().grow_and_tell(ty, &self.elements, &mut self.changed)
    }

    /// Joins a type into that of a name at a loop's head or exit, and gives the joined one.
    pub fn join_loop(&mut self, instance: Instance, at: Span, end: LoopEnd, name: &str, ty: &Type) -> Type {
        self.widen_loop(instance, at, end, name, ty);
        self.loops[&(instance, at, end)][name].tell().clone()
    }

    /// Joins a type into that of a name at a loop's head or exit, which code that was traced before may have read.
    pub fn widen_loop(&mut self, instance: Instance, at: Span, end: LoopEnd, name: &str, ty: &Type) {
        let names = self.loops.entry((instance, at, end)).or_default();
        if !names.contains_key(name) {
            names.insert(name.to_owned(), Growing::default());
        }
        let entry = names.get_mut(name).expect("it was just there");
        let before = (!entry.is_told.get()).then(|| entry.ty.clone());
        entry.grow(ty, &self.elements, &mut self.changed);
        if before.is_some_and(|before| before != entry.ty) {
            self.late.push((instance, name.to_owned()));
        }
    }

    /// The type of a name at a loop's head or exit, where anything was learned of it yet.
    pub fn loop_type(&self, instance: Instance, at: Span, end: LoopEnd, name: &str) -> Option<Type> {
        Some(self.loops.get(&(instance, at, end))?.get(name)?.tell().clone())
    }

    /// Joins the types of the arguments that an exception of a class is made with.
    pub fn join_arguments<'t>(&mut self, class: &ExceptionClass, types: impl IntoIterator<Item = &'t Type>) {
        let entry = self.arguments.entry(class.name().clone()).or_default();
        types.into_iter().for_each(|ty| entry.grow(ty, &self.elements, &mut self.changed));
    }

    /// The joined type of the arguments of exceptions of these classes. Those that the runtime raises have a text.
    pub fn arguments_of(&mut self, classes: &[ClassName]) -> Type {
        let has_native = classes.iter().any(|class| class.starts_with("builtins."));
        let first = if has_native { Type::Str } else { Type::Never };
        classes
            .iter()
            .fold(first, |joined, class| join(&joined, self.arguments.entry(class.clone()).or_default().tell()))
    }

    /// Joins a type into that of an attribute of a family of exception classes, and gives the joined one.
    pub fn join_attribute(&mut self, family: &ClassName, name: &str, ty: &Type) -> Type {
        let key = (family.clone(), name.to_owned());
        // Whoever asked before was told that there is none.
        self.changed |= !self.attributes.contains_key(&key);
        self.attributes.entry(key).or_default().grow_and_tell(ty, &self.elements, &mut self.changed)
    }

    /// The type of an attribute of a family of exception classes, as far as it is known.
    pub fn attribute_type(&self, family: &ClassName, name: &str) -> Option<Type> {
        Some(self.attributes.get(&(family.clone(), name.to_owned()))?.tell().clone())
    }

    /// The program asks for the `__context__` of an exception.
    pub fn ask_for_context(&mut self) {
        self.changed |= !std::mem::replace(&mut self.asks_for_context, true);
    }

    pub fn asks_for_context(&self) -> bool {
        self.asks_for_context
    }

    /// The site of a container made at that place; `part` tells a dict's keys from its values, and containers that one call
    /// makes within one another, `arm` what is made for one member of a union from what is made for another.
    pub fn site(&mut self, instance: Instance, at: Span, part: u32, arm: u64) -> Site {
        let site = *self.sites.entry((instance, at, part, arm)).or_insert_with(|| new_site(&mut self.elements));
        self.root(site)
    }

    /// The site of containers that an annotation declares to hold values of a type, as [`Tables::site`].
    pub fn declared_site(&mut self, instance: Instance, at: Span, part: u32, arm: u64, ty: &Type) -> Site {
        let site = self.site(instance, at, part, arm);
        self.declared.entry(site).or_insert_with(|| ty.clone());
        site
    }

    /// What an annotation declares that a container holds.
    pub fn declared(&self, site: Site) -> Option<&Type> {
        self.declared.get(&self.root(site))
    }

    /// The site of what a shared name holds.
    pub fn cell(&mut self, instance: Instance, scope: Span, name: &str) -> Site {
        let site =
            *self.cells.entry((instance, scope, name.to_owned())).or_insert_with(|| new_site(&mut self.elements));
        self.root(site)
    }

    /// A name of that scope is to live in a cell.
    pub fn share(&mut self, scope: Span, name: &str) {
        self.changed |= self.shared.insert((scope, name.to_owned()));
    }

    pub fn is_shared(&self, scope: Span, name: &str) -> bool {
        self.shared.contains(&(scope, name.to_owned()))
    }

    /// A function hands a name of a function around it on to code that runs later.
    pub fn escape(&mut self, function: Span, name: &str) {
        self.changed |= self.escaping.insert((function, name.to_owned()));
    }

    pub fn escapes(&self, function: Span, name: &str) -> bool {
        self.escaping.contains(&(function, name.to_owned()))
    }

    /// Joins a type into the element type of a site, and gives the joined one.
    pub fn join_site(&mut self, site: Site, ty: &Type) -> Type {
        self.make_site(site, ty, None)
    }

    /// Joins what a container holds when it is made into the element type of its site, and what it is wanted to hold where
    /// that is all it ever holds. Gives the joined type.
    pub fn make_site(&mut self, site: Site, held: &Type, wanted: Option<&Type>) -> Type {
        let root = self.root(site);
        let mut element = self.known(root);
        element.grow(held, &self.elements, &mut self.changed);
        if let Some(wanted) = wanted
            && join(wanted, &element.ty) == *wanted
        {
            element.grow(wanted, &self.elements, &mut self.changed);
        }
        let ty = element.tell().clone();
        self.elements[root.0 as usize] = SiteState::Root(element);
        ty
    }

    /// Makes two sites one: the containers made at both may stand behind one name.
    pub fn unify(&mut self, a: Site, b: Site) {
        let (a, b) = (self.root(a), self.root(b));
        if a == b {
            return;
        }
        let (low, high) = (a.min(b), a.max(b));
        let (mut element, mut other) = (self.known(low), self.known(high));
        self.elements[high.0 as usize] = SiteState::Same(low);
        if let Some(declared) = self.declared.remove(&high) {
            self.declared.entry(low).or_insert(declared);
        }
        other.grow(&element.ty, &self.elements, &mut self.changed);
        element.grow(&other.ty, &self.elements, &mut self.changed);
        element.is_told.set(element.is_told.get() || other.is_told.get());
        self.elements[low.0 as usize] = SiteState::Root(element);
    }

    /// Joins a type into that of a field, and gives its index in the class and the joined type.
    pub fn join_field(&mut self, class: &ClassName, field: &str, ty: &Type) -> (usize, Type) {
        let state = self.classes.entry(class.clone()).or_default();
        let index = state.fields.iter().position(|(name, _)| name == field).unwrap_or_else(|| {
            state.fields.push((field.to_owned(), Growing::default()));
            self.changed = true;
            state.fields.len() - 1
        });
        (index, state.fields[index].1.grow_and_tell(ty, &self.elements, &mut self.changed))
    }

    /// The index and the type of a field as far as they are known.
    pub fn field(&self, class: &str, field: &str) -> Option<(usize, Type)> {
        let fields = &self.classes.get(class)?.fields;
        let index = fields.iter().position(|(name, _)| name == field)?;
        Some((index, fields[index].1.tell().clone()))
    }

    /// The fields of a class as far as they are known.
    pub fn fields(&self, class: &str) -> Vec<(String, Type)> {
        let fields = self.classes.get(class).into_iter().flat_map(|state| &state.fields);
        fields.map(|(name, ty)| (name.clone(), ty.tell().clone())).collect()
    }

    /// Notes that an object of exactly this class is made.
    pub fn make(&mut self, class: &ClassName) {
        let state = self.classes.entry(class.clone()).or_default();
        self.changed |= !std::mem::replace(&mut state.is_made, true);
    }

    /// Whether an object of exactly this class is made anywhere.
    pub fn is_made(&self, class: &str) -> bool {
        self.classes.get(class).is_some_and(|state| state.is_made)
    }

    fn root(&self, site: Site) -> Site {
        root(&self.elements, site)
    }

    fn known(&self, root: Site) -> Growing {
        match &self.elements[root.0 as usize] {
            SiteState::Root(element) => element.clone(),
            SiteState::Same(_) => unreachable!("a root is no other site"),
        }
    }
}

/// A site of which nothing is known yet.
fn new_site(elements: &mut Vec<SiteState>) -> Site {
    elements.push(SiteState::Root(Growing::default()));
    Site(elements.len() as u32 - 1)
}

fn root(elements: &[SiteState], mut site: Site) -> Site {
    while let SiteState::Same(other) = &elements[site.0 as usize] {
        site = *other;
    }
    site
}

/// The type with what is known by now of the containers in it: what one pass put into a container, another may have found
/// to be more. `path`: the sites around it, which may hold themselves.
fn current(ty: &Type, elements: &[SiteState], path: &mut Vec<Site>) -> Type {
    let renewed = ty.map_elements(&mut |element, _| {
        let Some(site) = element.site.map(|site| root(elements, site)).filter(|site| !path.contains(site)) else {
            return match element.site {
                None => element.with_type(current(&element.ty, elements, path)),
                Some(_) => element.clone(),
            };
        };
        let SiteState::Root(known) = &elements[site.0 as usize] else { return element.clone() };
        path.push(site);
        let ty = current(known.tell(), elements, path);
        path.pop();
        Element::at(ty, site).keyed(element.entries)
    });
    match ty {
        Type::Cell(_) => ty.clone(),
        _ => renewed.unwrap_or_else(|| ty.map_parts(&mut |part| current(part, elements, path))),
    }
}
