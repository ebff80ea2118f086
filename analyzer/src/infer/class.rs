//! Classes of the project: their bodies, their bases, and their instances.

use std::sync::Arc;

use rustpython_ast as ast;

use super::heap::{Items, Kind, Object};
use super::machine::{Machine, Origin};
use super::value::{Arguments, Atom, ObjectId, Value};
use crate::source::{FileId, Span};
use crate::types::Type;

/// What is known of a class beside its namespace.
#[derive(Debug, Clone)]
pub(super) struct Class {
    /// Its qualified name.
    pub name: Arc<str>,
    pub file: FileId,
    /// The classes of the project that it derives from, in order.
    pub bases: Vec<ObjectId>,
    /// Its bases that are not of the project, by dotted name.
    pub foreign: Vec<Arc<str>>,
    /// The fields that its annotations declare, in order: parameters of a generated `__init__`.
    pub fields: Vec<(Arc<str>, Value)>,
    /// Whether `__init__` is made from the fields.
    pub is_record: bool,
}

impl<'p: 'q, 'q> Machine<'p, 'q> {
    pub fn class_definition(&mut self, node: &'p ast::StmtClassDef) {
        let at = self.span(node);
        let (mut bases, mut foreign) = (Vec::new(), Vec::new());
        for base in node.arguments.iter().flat_map(|arguments| &arguments.args) {
            for atom in self.eval(base).atoms() {
                match atom {
                    Atom::Class(id) => bases.push(*id),
                    Atom::NativeClass(name) | Atom::External(name) => foreign.push(name.clone()),
                    _ => {}
                }
            }
        }
        let decorators: Vec<String> =
            node.decorator_list.iter().map(|decorator| dotted(&decorator.expression)).collect();
        let inherits_record = bases.iter().any(|base| self.classes.get(base).is_some_and(|class| class.is_record));
        let is_record = inherits_record
            || decorators.iter().any(|name| name.ends_with("dataclass"))
            || foreign.iter().any(|name| name.ends_with("NamedTuple") || name.ends_with("BaseModel"));
        let mut fields: Vec<(Arc<str>, Value)> = Vec::new();
        for base in &bases {
            fields.extend(self.classes.get(base).map(|class| class.fields.clone()).unwrap_or_default());
        }
        let around = self.scope();
        let name: Arc<str> = match &self.here().name {
            Some(outer) => format!("{outer}.{}", node.name).into(),
            None => node.name.as_str().into(),
        };
        let id = self.object_id(Origin::Place(at, 0));
        self.around.insert(id, around);
        if let Some(heap) = &mut self.heap {
            heap.put(id, Object::new(Kind::Class));
        }
        let file = self.file();
        self.classes.insert(id, Class { name: name.clone(), file, bases, foreign, fields, is_record });

        self.activate(id, file, Some(name));
        self.here().closure = None;
        self.statements(&node.body);
        self.stack.pop();
        self.declare_fields(id, &node.body);

        let mut value: Value = Atom::Class(id).into();
        for decorator in node.decorator_list.iter().rev() {
            let function = self.eval(&decorator.expression);
            value = self.decorated(&function, value, self.span(decorator));
        }
        self.set_name(node.name.as_str(), value);
    }

    fn declare_fields(&mut self, id: ObjectId, body: &'p [ast::Stmt]) {
        for statement in body {
            let ast::Stmt::AnnAssign(node) = statement else { continue };
            let ast::Expr::Name(name) = &*node.target else { continue };
            let value = self.annotation(&node.annotation);
            let name: Arc<str> = name.id.as_str().into();
            if let Some(class) = self.classes.get_mut(&id) {
                class.fields.retain(|(other, _)| *other != name);
                class.fields.push((name, value));
            }
        }
    }

    /// `namedtuple("Point", ["x", "y"])`.
    pub fn named_tuple(&mut self, arguments: &Arguments, at: Span) -> Value {
        let Some(name) = arguments.first().text() else { return Value::unknown() };
        let names = arguments.positional.get(1).cloned().unwrap_or_default();
        let fields: Vec<Arc<str>> = match names.text() {
            Some(text) => text.split([',', ' ']).filter(|name| !name.is_empty()).map(Arc::from).collect(),
            None => self.each_item(&names).unwrap_or_default().iter().filter_map(Value::text).collect(),
        };
        let fields = fields.into_iter().map(|name| (name, Value::unknown())).collect();
        let id = self.object_id(Origin::Place(at, 0));
        if let Some(heap) = &mut self.heap {
            heap.put(id, Object::new(Kind::Class));
        }
        let file = self.file();
        let foreign = vec!["typing.NamedTuple".into()];
        self.classes.insert(id, Class { name, file, bases: Vec::new(), foreign, fields, is_record: true });
        Atom::Class(id).into()
    }

    /// The class and those it derives from, in the order in which Python looks through them.
    pub fn resolution_order(&self, class: ObjectId) -> Vec<ObjectId> {
        self.linearised(class, 0).unwrap_or_else(|| vec![class])
    }

    /// The C3 order, as in "The Python 2.3 Method Resolution Order".
    fn linearised(&self, class: ObjectId, depth: usize) -> Option<Vec<ObjectId>> {
        if depth > 50 {
            return None;
        }
        let bases = &self.classes.get(&class)?.bases;
        let mut lists: Vec<Vec<ObjectId>> =
            bases.iter().map(|base| self.linearised(*base, depth + 1)).collect::<Option<_>>()?;
        lists.push(bases.clone());
        let mut order = vec![class];
        loop {
            lists.retain(|list| !list.is_empty());
            if lists.is_empty() {
                return Some(order);
            }
            let next =
                lists.iter().map(|list| list[0]).find(|head| !lists.iter().any(|list| list[1..].contains(head)))?;
            order.push(next);
            lists.iter_mut().for_each(|list| list.retain(|class| *class != next));
        }
    }

    /// A name in a class or those it derives from, from the class after `after` on where one is given.
    pub fn class_member(&self, class: ObjectId, name: &str, after: Option<ObjectId>) -> Option<Value> {
        let order = self.resolution_order(class);
        let start = after.map_or(0, |after| order.iter().position(|class| *class == after).map_or(0, |at| at + 1));
        order[start..].iter().find_map(|class| self.heap.as_ref()?.name(*class, name))
    }

    /// An instance of a class, made by a call.
    pub fn construct(&mut self, class: &Atom, arguments: &Arguments, at: Span) -> Value {
        let Atom::Class(id) = class else { return Value::unknown() };
        if self.is_enum(*id) {
            return self.instance_of(class);
        }
        let made = self.make(at, 6, Object::new(Kind::Instance(*id)));
        let mut instance = made.clone();
        if let Some(new) = self.class_member(*id, "__new__", None) {
            let created = self.call(&unwrapped(&new), &arguments.after(class.clone().into()), at);
            if !created.is_unknown() {
                instance = created;
            }
        }
        match self.class_member(*id, "__init__", None) {
            Some(init) => {
                for atom in instance.clone().atoms() {
                    self.call(&init, &arguments.after(atom.clone().into()), at);
                }
            }
            None => self.set_fields(*id, &made, arguments, at),
        }
        instance
    }

    /// What a generated `__init__` does.
    fn set_fields(&mut self, class: ObjectId, instance: &Value, arguments: &Arguments, at: Span) {
        let Some(known) = self.classes.get(&class).cloned() else { return };
        if !known.is_record {
            return;
        }
        let mut positional = arguments.positional.iter();
        for (name, declared) in &known.fields {
            let given = positional.next().cloned().or_else(|| arguments.keyword(name).cloned());
            let default = || self.class_member(class, name, None);
            let value = given.or_else(default).filter(|value| !value.is_unknown());
            self.set_attribute(instance, name, value.unwrap_or_else(|| declared.clone()), at);
        }
        if let Some(after) = self.class_member(class, "__post_init__", None) {
            self.call(&after, &Arguments::positional([instance.clone()]), at);
        }
    }

    /// Some instance of a class, of which nothing else is known.
    pub fn instance_of(&mut self, class: &Atom) -> Value {
        let Atom::Class(id) = class else { return Value::unknown() };
        let id = *id;
        let file = self.classes.get(&id).map_or(FileId(0), |class| class.file);
        let at = Span { file, start: u32::MAX, end: id.0 };
        let context = std::mem::take(&mut self.stack);
        let instance = self.object_id(Origin::Place(at, 0));
        self.stack = context;
        if self.object(instance).is_none() {
            let mut object = Object::new(Kind::Instance(id));
            for (name, value) in self.classes.get(&id).map(|class| class.fields.clone()).unwrap_or_default() {
                object.names.insert(name, value);
            }
            if let Some(heap) = &mut self.heap {
                heap.put(instance, object);
            }
        }
        Atom::Object(instance).into()
    }

    pub fn is_enum(&self, class: ObjectId) -> bool {
        self.resolution_order(class).iter().any(|class| {
            let foreign = self.classes.get(class).map(|class| &class.foreign[..]).unwrap_or_default();
            foreign.iter().any(|name| {
                matches!(name.rsplit('.').next(), Some("Enum" | "IntEnum" | "StrEnum" | "Flag" | "IntFlag"))
            })
        })
    }

    /// Whether an atom is surely an instance of one of the classes; where it is not known it may be.
    pub fn is_instance(&self, atom: &Atom, classes: &Value) -> bool {
        self.is_instance_of(atom, classes, 0)
    }

    fn is_instance_of(&self, atom: &Atom, classes: &Value, depth: usize) -> bool {
        /// Tuples of classes may hold tuples of classes.
        const DEEPEST: usize = 8;
        classes.atoms().iter().any(|class| match (class, atom) {
            (Atom::Object(_), _) if depth >= DEEPEST => false,
            (Atom::Object(tuple), _) => {
                let items = self.object(*tuple).map(|object| object.items.joined()).unwrap_or_default();
                self.is_instance_of(atom, &items, depth + 1)
            }
            (Atom::Class(class), Atom::Object(id)) => match self.object(*id).map(|object| &object.kind) {
                Some(Kind::Instance(own)) => self.resolution_order(*own).contains(class),
                _ => false,
            },
            (Atom::NativeClass(name), _) => {
                let name = name.rsplit('.').next().unwrap_or(name);
                match atom {
                    Atom::Plain(ty) => is_plain_instance(ty, name),
                    Atom::Constant(constant) => is_plain_instance(&constant.ty(), name),
                    Atom::Object(id) => match self.object(*id).map(|object| &object.kind) {
                        Some(Kind::List) => name == "list",
                        Some(Kind::Tuple) => name == "tuple",
                        Some(Kind::Dict) => name == "dict",
                        Some(Kind::Set) => name == "set",
                        Some(Kind::FrozenSet) => name == "frozenset",
                        _ => false,
                    },
                    _ => false,
                }
            }
            _ => false,
        })
    }

    /// The instances of a class that a pattern names.
    pub fn class_instances(&mut self, class: &'p ast::Expr, subject: &Value) -> Value {
        let classes = self.eval(class);
        let kept = Value::of(subject.atoms().iter().filter(|atom| self.is_instance(atom, &classes)).cloned());
        if kept.is_unknown()
            && let [class @ Atom::Class(_)] = classes.atoms()
        {
            return self.instance_of(&class.clone());
        }
        kept
    }

    /// The attribute that the pattern at a place of `Class(…)` matches.
    pub fn positional_attribute(&mut self, instances: &Value, place: usize, at: Span) -> Value {
        let mut found = Value::unknown();
        for atom in instances.atoms() {
            let part = match atom {
                Atom::Object(id) => match self.object(*id).map(|object| object.kind.clone()) {
                    Some(Kind::Instance(class)) => self.match_argument(class, place),
                    _ => None,
                },
                // `int(x)` captures the value itself.
                _ => None,
            };
            found = found.join(&match part {
                Some(name) => self.attribute(&atom.clone().into(), &name, at),
                None => atom.clone().into(),
            });
        }
        found
    }

    fn match_argument(&self, class: ObjectId, place: usize) -> Option<Arc<str>> {
        if let Some(declared) = self.class_member(class, "__match_args__", None)
            && let [Atom::Object(tuple)] = declared.atoms()
            && let Some(Items::Each(names)) = self.object(*tuple).map(|object| &object.items)
        {
            return names.get(place)?.text();
        }
        self.classes.get(&class)?.fields.get(place).map(|(name, _)| name.clone())
    }

    /// Sets an attribute.
    pub fn set_attribute(&mut self, owner: &Value, name: &str, value: Value, at: Span) {
        let is_one = owner.atoms().len() == 1;
        for atom in owner.atoms() {
            let id = match atom {
                Atom::Object(id) | Atom::Class(id) => *id,
                Atom::Module(file) => self.import(*file),
                _ => continue,
            };
            if let Some(Kind::Instance(class)) = self.object(id).map(|object| object.kind.clone())
                && let Some(setter) = self.class_member(class, "__setattr__", None)
            {
                let arguments = Arguments::positional([atom.clone().into(), Value::plain(Type::Str), value.clone()]);
                self.call(&setter, &arguments, at);
            }
            let value = match self.heap.as_ref().and_then(|heap| heap.name(id, name)) {
                Some(before) if !is_one => before.join(&value),
                _ => value.clone(),
            };
            if let Some(heap) = &mut self.heap {
                heap.set_name(id, name, value);
            }
        }
    }
}

/// The functions of wrapped ones.
fn unwrapped(value: &Value) -> Value {
    Value::of(value.atoms().iter().map(|atom| match atom {
        Atom::Wrapped(_, function) => (**function).clone(),
        other => other.clone(),
    }))
}

fn is_plain_instance(ty: &Type, class: &str) -> bool {
    match (ty, class) {
        (_, "object") => true,
        (Type::Bool, "bool" | "int") | (Type::Int, "int") | (Type::Float, "float") | (Type::Complex, "complex") => true,
        (Type::Str, "str") | (Type::Bytes, "bytes") => true,
        (Type::List(_), "list") | (Type::Dict(..), "dict") | (Type::Set(_), "set") => true,
        (Type::Tuple(_) | Type::Sequence(_), "tuple") => true,
        (Type::Array(_), "ndarray") | (Type::Tensor(_), "Tensor") => true,
        (Type::None, "NoneType") => true,
        (Type::Instance(name), class) => name.rsplit('.').next() == Some(class),
        (Type::Exception(exception), class) => {
            exception.lineage().iter().any(|name| name.rsplit('.').next() == Some(class))
        }
        _ => false,
    }
}

fn dotted(node: &ast::Expr) -> String {
    match node {
        ast::Expr::Call(call) => crate::catalog::dotted(&call.func),
        other => crate::catalog::dotted(other),
    }
}
