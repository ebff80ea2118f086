//! What one pass of the tracer learns for the next.
//!
//! The type at the head of a loop depends on the loop's body, the element type of `[]` on what is appended later, and
//! the result of a recursive function on itself. The tracer therefore goes over the program several times: each pass
//! takes the types that the last one found, and joins what it finds into them. They only grow, and when a pass changes
//! nothing the program is typed.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::source::Span;
use crate::types::{ClassName, Element, ExceptionClass, Site, Type, join};

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
    instances: HashMap<Signature, Instance>,
    results: HashMap<Instance, Type>,
    loops: HashMap<(Instance, Span, LoopEnd, String), Type>,
    arguments: HashMap<ClassName, Type>,
    attributes: HashMap<(ClassName, String), Type>,
    sites: HashMap<(Instance, Span, u32, u64), Site>,
    elements: Vec<SiteState>,
    /// Names of a function or comprehension that live in cells: see [`super::closure`].
    shared: HashSet<(Span, String)>,
    /// Names of outer functions that a function hands on to code that runs later.
    escaping: HashSet<(Span, String)>,
    cells: HashMap<(Instance, Span, String), Site>,
    classes: BTreeMap<ClassName, ClassState>,
    changed: bool,
}

/// What is known of the objects of a class.
#[derive(Debug, Default)]
struct ClassState {
    /// The types of its fields, in the order in which they were first set.
    fields: Vec<(String, Type)>,
    /// Whether an object of exactly this class is made anywhere.
    is_made: bool,
}

/// What is known of a site: its own element type, or the site that it was found to be one with.
#[derive(Debug, Clone)]
enum SiteState {
    Root(Type),
    Same(Site),
}

impl Tables {
    /// Whether anything has changed since this was last asked.
    pub fn take_changed(&mut self) -> bool {
        std::mem::take(&mut self.changed)
    }

    pub fn instance(&mut self, signature: Signature) -> Instance {
        let next = Instance(self.instances.len() as u32);
        *self.instances.entry(signature).or_insert(next)
    }

    /// The result type of an instance as far as it is known; `Never` before anything was returned.
    pub fn result(&self, instance: Instance) -> Type {
        self.results.get(&instance).cloned().unwrap_or(Type::Never)
    }

    pub fn join_result(&mut self, instance: Instance, ty: &Type) -> Type {
        let entry = self.results.entry(instance).or_insert(Type::Never);
        grow(entry, ty, &self.elements, &mut self.changed)
    }

    /// Joins a type into that of a name at a loop's head or exit, and gives the joined one.
    pub fn join_loop(&mut self, instance: Instance, at: Span, end: LoopEnd, name: &str, ty: &Type) -> Type {
        let entry = self.loops.entry((instance, at, end, name.to_owned())).or_insert(Type::Never);
        grow(entry, ty, &self.elements, &mut self.changed)
    }

    pub fn loop_type(&self, instance: Instance, at: Span, end: LoopEnd, name: &str) -> Option<Type> {
        self.loops.get(&(instance, at, end, name.to_owned())).cloned()
    }

    /// Joins the types of the arguments that an exception of a class is made with.
    pub fn join_arguments<'t>(&mut self, class: &ExceptionClass, types: impl IntoIterator<Item = &'t Type>) {
        let entry = self.arguments.entry(class.name().clone()).or_insert(Type::Never);
        types.into_iter().for_each(|ty| {
            grow(entry, ty, &self.elements, &mut self.changed);
        });
    }

    /// The joined type of the arguments of exceptions of these classes. Those that the runtime raises have a text.
    pub fn arguments_of(&self, classes: &[ClassName]) -> Type {
        let made = classes.iter().filter_map(|class| self.arguments.get(class));
        let has_native = classes.iter().any(|class| class.starts_with("builtins."));
        made.fold(if has_native { Type::Str } else { Type::Never }, |joined, ty| join(&joined, ty))
    }

    /// Joins a type into that of an attribute of a family of exception classes, and gives the joined one.
    pub fn join_attribute(&mut self, family: &ClassName, name: &str, ty: &Type) -> Type {
        let entry = self.attributes.entry((family.clone(), name.to_owned())).or_insert(Type::Never);
        grow(entry, ty, &self.elements, &mut self.changed)
    }

    /// The type of an attribute of a family of exception classes, as far as it is known.
    pub fn attribute_type(&self, family: &ClassName, name: &str) -> Option<Type> {
        self.attributes.get(&(family.clone(), name.to_owned())).cloned()
    }

    /// The site of a container made at that place; `part` tells a dict's keys from its values, and containers that one call
    /// makes within one another, `arm` what is made for one member of a union from what is made for another.
    pub fn site(&mut self, instance: Instance, at: Span, part: u32, arm: u64) -> Site {
        let next = Site(self.elements.len() as u32);
        let site = *self.sites.entry((instance, at, part, arm)).or_insert(next);
        if site == next {
            self.elements.push(SiteState::Root(Type::Never));
        }
        self.root(site)
    }

    /// The site of what a shared name holds.
    pub fn cell(&mut self, instance: Instance, scope: Span, name: &str) -> Site {
        let next = Site(self.elements.len() as u32);
        let site = *self.cells.entry((instance, scope, name.to_owned())).or_insert(next);
        if site == next {
            self.elements.push(SiteState::Root(Type::Never));
        }
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
        let root = self.root(site);
        let SiteState::Root(mut element) = self.elements[root.0 as usize].clone() else {
            unreachable!("a root is no other site")
        };
        let joined = grow(&mut element, ty, &self.elements, &mut self.changed);
        self.elements[root.0 as usize] = SiteState::Root(element);
        joined
    }

    /// Makes two sites one: the containers made at both may stand behind one name.
    pub fn unify(&mut self, a: Site, b: Site) {
        let (a, b) = (self.root(a), self.root(b));
        if a == b {
            return;
        }
        let (low, high) = (a.min(b), a.max(b));
        let SiteState::Root(ty) = std::mem::replace(&mut self.elements[high.0 as usize], SiteState::Same(low)) else {
            unreachable!("a root is no other site")
        };
        self.changed = true;
        self.join_site(low, &ty);
    }

    /// Joins a type into that of a field, and gives its index in the class and the joined type.
    pub fn join_field(&mut self, class: &ClassName, field: &str, ty: &Type) -> (usize, Type) {
        let state = self.classes.entry(class.clone()).or_default();
        let index = state.fields.iter().position(|(name, _)| name == field).unwrap_or_else(|| {
            state.fields.push((field.to_owned(), Type::Never));
            self.changed = true;
            state.fields.len() - 1
        });
        (index, grow(&mut state.fields[index].1, ty, &self.elements, &mut self.changed))
    }

    /// The index and the type of a field as far as they are known.
    pub fn field(&self, class: &str, field: &str) -> Option<(usize, Type)> {
        let fields = &self.classes.get(class)?.fields;
        let index = fields.iter().position(|(name, _)| name == field)?;
        Some((index, fields[index].1.clone()))
    }

    /// The fields of a class as far as they are known.
    pub fn fields(&self, class: &str) -> Vec<(String, Type)> {
        self.classes.get(class).map(|state| state.fields.clone()).unwrap_or_default()
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
                None => Element::of(current(&element.ty, elements, path)),
                Some(_) => element.clone(),
            };
        };
        let SiteState::Root(known) = &elements[site.0 as usize] else { return element.clone() };
        path.push(site);
        let ty = current(known, elements, path);
        path.pop();
        Element::at(ty, site)
    });
    match ty {
        Type::Cell(_) => ty.clone(),
        _ => renewed.unwrap_or_else(|| ty.map_parts(&mut |part| current(part, elements, path))),
    }
}

fn grow(entry: &mut Type, ty: &Type, elements: &[SiteState], changed: &mut bool) -> Type {
    // What is unknown now may be known in the next pass; what stays unknown is reported where it arises.
    if ty.any(&|part| *part == Type::Unknown) {
        return entry.clone();
    }
    let mut joined = join(entry, ty);
    if joined != *entry {
        *changed = true;
        if joined.any(&Type::is_union) {
            joined = join(&current(entry, elements, &mut Vec::new()), &current(ty, elements, &mut Vec::new()));
        }
    }
    // Sites take no part in the comparison, but the newest are wanted.
    *entry = joined;
    entry.clone()
}
