//! Containers: their items, their methods, and the types that operators of the catalog are asked with.

use super::heap::{Items, Kind, Object};
use super::machine::Machine;
use super::value::{Arguments, Atom, ObjectId, Value};
use crate::ir::Constant;
use crate::source::Span;
use crate::types::{Element, Type, join_all, union};

/// How deep containers are written out as types.
const DEEPEST: usize = 4;

impl<'p: 'q, 'q> Machine<'p, 'q> {
    /// The types of a value's alternatives, as far as they have one.
    pub fn types(&self, value: &Value) -> Vec<Type> {
        let mut types: Vec<Type> = value.atoms().iter().filter_map(|atom| self.type_of(atom, 0)).collect();
        types.sort();
        types.dedup();
        types
    }

    fn type_of(&self, atom: &Atom, depth: usize) -> Option<Type> {
        match atom {
            Atom::Plain(ty) => Some(ty.clone()),
            Atom::Constant(constant) => Some(constant.ty()),
            Atom::Object(id) if depth < DEEPEST => {
                let object = self.object(*id)?;
                let joined = |value: &Value| {
                    let types: Option<Vec<Type>> =
                        value.atoms().iter().map(|atom| self.type_of(atom, depth + 1)).collect();
                    types.map(|types| join_all(types.iter()))
                };
                let items = joined(&object.items.joined());
                Some(match object.kind {
                    Kind::List => Type::list(items?),
                    Kind::Set => Type::set(items?),
                    Kind::FrozenSet => Type::FrozenSet(Element::of(items?)),
                    Kind::Generator => Type::iterator(items?),
                    Kind::Dict => Type::dict(items?, joined(&object.items.values())?),
                    Kind::Tuple => match &object.items {
                        Items::Each(each) => Type::tuple(each.iter().map(joined).collect::<Option<Vec<_>>>()?),
                        _ => Type::Sequence(items?.into()),
                    },
                    Kind::Scope | Kind::Class | Kind::Instance(_) | Kind::Partial => return None,
                })
            }
            _ => None,
        }
    }

    /// A value of that type: containers become objects.
    pub fn value_of(&mut self, ty: Type, at: Span) -> Value {
        self.value_at(ty, at, 10)
    }

    fn value_at(&mut self, ty: Type, at: Span, number: u8) -> Value {
        let next = number.saturating_add(1);
        let (kind, items) = match &ty {
            Type::List(item) => (Kind::List, Items::Any(self.value_at(item.ty.clone(), at, next))),
            Type::Set(item) => (Kind::Set, Items::Any(self.value_at(item.ty.clone(), at, next))),
            Type::FrozenSet(item) => (Kind::FrozenSet, Items::Any(self.value_at(item.ty.clone(), at, next))),
            Type::Dict(key, value) => {
                let keys = self.value_at(key.ty.clone(), at, next);
                let values = self.value_at(value.ty.clone(), at, next.saturating_add(40));
                (Kind::Dict, Items::Entries { known: Default::default(), keys, values })
            }
            Type::Tuple(members) => {
                let each = (0..).zip(members.iter());
                let each = each.map(|(place, member): (u8, _)| {
                    self.value_at(member.clone(), at, next.saturating_add(place.saturating_mul(8)))
                });
                (Kind::Tuple, Items::Each(each.collect()))
            }
            Type::Sequence(item) => (Kind::Tuple, Items::Any(self.value_at((**item).clone(), at, next))),
            Type::Union(members) => {
                let members = (0..).zip(members.iter());
                return members
                    .map(|(place, member): (u8, _)| {
                        self.value_at(member.clone(), at, number.saturating_add(place.saturating_mul(16)))
                    })
                    .collect();
            }
            _ => return Value::plain(ty),
        };
        self.make(at, number, Object::with_items(kind, items))
    }

    /// The items of a list or tuple of which each is known.
    pub fn each_item(&self, value: &Value) -> Option<Vec<Value>> {
        let [Atom::Object(id)] = value.atoms() else { return None };
        match &self.object(*id)?.items {
            Items::Each(items) => Some(items.clone()),
            _ => None,
        }
    }

    /// What iteration over a value gives.
    pub fn iterate(&mut self, value: &Value, at: Span) -> Value {
        let mut items = Value::unknown();
        for atom in value.atoms() {
            items = items.join(&self.iterate_atom(atom, at));
        }
        items
    }

    fn iterate_atom(&mut self, atom: &Atom, at: Span) -> Value {
        match atom {
            Atom::Object(id) => match self.object(*id).map(|object| (object.kind.clone(), object.items.joined())) {
                Some((Kind::Instance(_), _)) => self.follow(|machine| machine.iterate_instance(atom, at)),
                Some((_, items)) => items,
                None => Value::unknown(),
            },
            Atom::Plain(ty) => {
                let item = self.queries.items(ty);
                self.value_of(item, at)
            }
            Atom::Constant(constant) => {
                let item = self.queries.items(&constant.ty());
                Value::plain(item)
            }
            // An enum's members.
            Atom::Class(_) => self.instance_of(atom),
            _ => Value::unknown(),
        }
    }

    fn iterate_instance(&mut self, instance: &Atom, at: Span) -> Value {
        let value: Value = instance.clone().into();
        let Some(iterator) = self.call_dunder(&value, "__iter__", &[], at) else {
            return self.call_dunder(&value, "__getitem__", &[Value::plain(Type::Int)], at).unwrap_or_default();
        };
        match self.call_dunder(&iterator, "__next__", &[], at) {
            Some(item) => item,
            None if iterator.atoms().contains(instance) => Value::unknown(),
            None => self.iterate(&iterator, at),
        }
    }

    /// `container[index]`.
    pub fn item(&mut self, container: &Value, index: &Value, at: Span) -> Value {
        let mut found = Value::unknown();
        for atom in container.atoms() {
            found = found.join(&self.item_of(atom, index, at));
        }
        found
    }

    fn item_of(&mut self, container: &Atom, index: &Value, at: Span) -> Value {
        let Atom::Object(id) = container else {
            return match container {
                Atom::Plain(_) | Atom::Constant(_) => self.plain_item(container, index, at),
                // `list[int]`, `Stack[str]`: the class itself.
                Atom::Class(_) | Atom::NativeClass(_) => container.clone().into(),
                _ => Value::unknown(),
            };
        };
        let Some(object) = self.object(*id).cloned() else { return Value::unknown() };
        let is_slice = index.atoms().contains(&Atom::Plain(Type::Slice));
        match (&object.kind, &object.items) {
            (Kind::Instance(_), _) => {
                let value: Value = container.clone().into();
                self.call_dunder(&value, "__getitem__", std::slice::from_ref(index), at).unwrap_or_default()
            }
            (kind @ (Kind::List | Kind::Tuple), items) if is_slice => {
                let items = Items::Any(items.joined());
                self.make(at, 0, Object::with_items(kind.clone(), items))
            }
            (_, Items::Each(items)) => match index.constant() {
                Some(Constant::Int(place)) => {
                    let place = if *place < 0 { place + items.len() as i64 } else { *place };
                    usize::try_from(place).ok().and_then(|place| items.get(place)).cloned().unwrap_or_default()
                }
                _ => object.items.joined(),
            },
            (_, Items::Entries { known, values, .. }) => match index.constant() {
                Some(key) => known.get(key).cloned().unwrap_or_default().join(values),
                None => object.items.values(),
            },
            (_, Items::Any(value)) => value.clone(),
        }
    }

    fn plain_item(&mut self, container: &Atom, index: &Value, at: Span) -> Value {
        let mut found = Value::unknown();
        for container in self.types(&container.clone().into()) {
            for index in self.types(index) {
                let ty = self.queries.item(&container, &index);
                found = found.join(&self.value_of(ty, at));
            }
        }
        found
    }

    /// `container[index] = value`.
    pub fn set_item(&mut self, container: &Value, index: &Value, value: Value, at: Span) {
        let is_one = container.atoms().len() == 1;
        for atom in container.atoms() {
            let Atom::Object(id) = atom else { continue };
            if matches!(self.object(*id).map(|object| &object.kind), Some(Kind::Instance(_))) {
                self.call_dunder(&atom.clone().into(), "__setitem__", &[index.clone(), value.clone()], at);
                continue;
            }
            let (constant, keys) = (index.constant().cloned(), self.widened(index));
            self.change(*id, |object| match (&mut object.items, constant) {
                (Items::Entries { known, .. }, Some(key)) => match known.get_mut(&key) {
                    Some(known) if !is_one => *known = known.join(&value),
                    _ => drop(known.insert(key, value.clone())),
                },
                (Items::Entries { keys: others, values, .. }, None) => {
                    *others = others.join(&keys);
                    *values = values.join(&value);
                }
                (Items::Each(items), Some(Constant::Int(place))) => {
                    let place = if place < 0 { place + items.len() as i64 } else { place };
                    if let Some(item) = usize::try_from(place).ok().and_then(|place| items.get_mut(place)) {
                        *item = value.clone();
                    }
                }
                (items, _) => *items = Items::Any(items.joined().join(&value)),
            });
        }
    }

    /// The value with constants as no more than their types.
    pub fn widened(&self, value: &Value) -> Value {
        value
            .atoms()
            .iter()
            .map(|atom| match atom {
                Atom::Constant(constant) => Value::plain(constant.ty()),
                other => other.clone().into(),
            })
            .collect()
    }

    /// `list.extend(items)`.
    pub fn extend(&mut self, list: ObjectId, more: &Value, at: Span) {
        let (each, item) = (self.each_item(more), self.iterate(more, at));
        self.change(list, |object| match (&mut object.items, each) {
            (Items::Each(items), Some(more)) => items.extend(more),
            (items, _) => *items = Items::Any(items.joined().join(&item)),
        });
    }

    /// `dict.update(other)`.
    pub fn update_dict(&mut self, dict: &Value, other: &Value) {
        let entries: Vec<Items> = other
            .atoms()
            .iter()
            .filter_map(|atom| match atom {
                Atom::Object(id) => self.object(*id).map(|object| object.items.clone()),
                _ => None,
            })
            .collect();
        let [Atom::Object(id)] = dict.atoms() else { return };
        self.change(*id, |object| {
            let Items::Entries { known, keys, values } = &mut object.items else { return };
            for other in entries {
                match other {
                    Items::Entries { known: more, keys: more_keys, values: more_values } => {
                        known.extend(more);
                        *keys = keys.join(&more_keys);
                        *values = values.join(&more_values);
                    }
                    other => *values = values.join(&other.joined()),
                }
            }
        });
    }

    /// `a + b` of lists or tuples, `a | b` of dicts, `[x] * n`: with each item where it is known.
    pub fn joined_containers(
        &mut self,
        op: rustpython_ast::Operator,
        left: &Value,
        right: &Value,
        at: Span,
    ) -> Option<Value> {
        use rustpython_ast::Operator;
        let ([Atom::Object(a)], [b]) = (left.atoms(), right.atoms()) else { return None };
        let a = self.object(*a)?.clone();
        match (op, b) {
            (Operator::Mult, _) if matches!(a.kind, Kind::List | Kind::Tuple) => {
                let items = Items::Any(a.items.joined());
                Some(self.make(at, 0, Object::with_items(a.kind, items)))
            }
            (Operator::Add, Atom::Object(b)) if matches!(a.kind, Kind::List | Kind::Tuple) => {
                let b = self.object(*b)?.clone();
                let items = match (&a.items, &b.items) {
                    (Items::Each(a), Items::Each(b)) => Items::Each(a.iter().chain(b).cloned().collect()),
                    (a, b) => Items::Any(a.joined().join(&b.joined())),
                };
                Some(self.make(at, 0, Object::with_items(a.kind, items)))
            }
            (Operator::BitOr, Atom::Object(_)) if a.kind == Kind::Dict => {
                let merged = self.make(at, 0, Object::with_items(Kind::Dict, Items::no_entries()));
                self.update_dict(&merged, left);
                self.update_dict(&merged, right);
                Some(merged)
            }
            (Operator::BitOr | Operator::BitAnd | Operator::Sub | Operator::BitXor, Atom::Object(b))
                if matches!(a.kind, Kind::Set | Kind::FrozenSet) =>
            {
                let b = self.object(*b)?.clone();
                let items = Items::Any(a.items.joined().join(&b.items.joined()));
                Some(self.make(at, 0, Object::with_items(a.kind, items)))
            }
            _ => None,
        }
    }

    /// A method of a container; `None` where the catalog knows as well what it gives.
    pub fn container_method(&mut self, id: ObjectId, name: &str, arguments: &Arguments, at: Span) -> Option<Value> {
        let object = self.object(id)?.clone();
        let first = arguments.first();
        let second = arguments.positional.get(1).cloned();
        let none = || Some(Value::plain(Type::None));
        match (&object.kind, name) {
            (Kind::List, "append") => {
                self.change(id, |object| match &mut object.items {
                    Items::Each(items) => items.push(first),
                    items => *items = Items::Any(items.joined().join(&first)),
                });
                none()
            }
            (Kind::List, "extend") => {
                self.extend(id, &first, at);
                none()
            }
            (Kind::List, "insert") => {
                let value = second.unwrap_or_default();
                self.change(id, |object| object.items = Items::Any(object.items.joined().join(&value)));
                none()
            }
            (Kind::List, "pop") => Some(match (&object.items, arguments.positional.first()) {
                (Items::Each(items), None) if !items.is_empty() => {
                    let last = items[items.len() - 1].clone();
                    self.change(id, |object| {
                        if let Items::Each(items) = &mut object.items {
                            items.pop();
                        }
                    });
                    last
                }
                (items, _) => {
                    let joined = items.joined();
                    self.change(id, |object| object.items = Items::Any(joined.clone()));
                    joined
                }
            }),
            (Kind::List, "sort" | "reverse" | "remove" | "clear") => {
                self.change(id, |object| object.items = Items::Any(object.items.joined()));
                none()
            }
            (Kind::Set, "add") => {
                let value = self.widened(&first);
                self.change(id, |object| object.items = Items::Any(object.items.joined().join(&value)));
                none()
            }
            (Kind::Set, "update") => {
                let more = self.iterate(&first, at);
                self.change(id, |object| object.items = Items::Any(object.items.joined().join(&more)));
                none()
            }
            (Kind::Set, "pop") => Some(object.items.joined()),
            (Kind::Set | Kind::FrozenSet, "union" | "intersection" | "difference" | "symmetric_difference") => {
                let more = self.iterate(&first, at);
                Some(self.make(
                    at,
                    0,
                    Object::with_items(object.kind.clone(), Items::Any(object.items.joined().join(&more))),
                ))
            }
            (Kind::List | Kind::Set | Kind::Dict, "copy") => {
                Some(self.make(at, 0, Object::with_items(object.kind.clone(), object.items)))
            }
            (Kind::Dict, "get" | "pop" | "setdefault") => {
                let found = self.item_of(&Atom::Object(id), &first, at);
                let is_known = matches!((&object.items, first.constant()), (Items::Entries { known, .. }, Some(key)) if known.contains_key(key));
                let otherwise =
                    second.unwrap_or_else(|| if name == "get" { Value::plain(Type::None) } else { Value::unknown() });
                if name == "setdefault" && !is_known {
                    self.set_item(&Atom::Object(id).into(), &first, found.join(&otherwise), at);
                }
                Some(if is_known { found } else { found.join(&otherwise) })
            }
            (Kind::Dict, "keys") => Some(self.view(object.items.joined(), at)),
            (Kind::Dict, "values") => Some(self.view(object.items.values(), at)),
            (Kind::Dict, "items") => {
                let pair = Items::Each(vec![object.items.joined(), object.items.values()]);
                let pair = self.make(at, 1, Object::with_items(Kind::Tuple, pair));
                Some(self.view(pair, at))
            }
            (Kind::Dict, "popitem") => {
                let pair = Items::Each(vec![object.items.joined(), object.items.values()]);
                Some(self.make(at, 1, Object::with_items(Kind::Tuple, pair)))
            }
            (Kind::Dict, "update") => {
                let dict: Value = Atom::Object(id).into();
                self.update_dict(&dict, &first);
                for (name, value) in &arguments.keywords {
                    self.set_item(&dict, &Atom::Constant(Constant::Str(name.clone())).into(), value.clone(), at);
                }
                none()
            }
            (Kind::Dict, "clear") => {
                self.change(id, |object| object.items = Items::no_entries());
                none()
            }
            (Kind::Generator, "__next__" | "send") => Some(object.items.joined()),
            (Kind::Generator, "close") => none(),
            (_, "__iter__") => Some(Atom::Object(id).into()),
            (_, "__len__") => Some(Value::plain(Type::Int)),
            (_, "__getitem__") => Some(self.item_of(&Atom::Object(id), &first, at)),
            _ => None,
        }
    }

    /// A view of a dict, or another iterable that is made of items.
    fn view(&mut self, items: Value, at: Span) -> Value {
        let types = self.types(&items);
        let is_plain = items.atoms().len() == types.len() && !types.is_empty();
        if is_plain && types.iter().all(|ty| ty.parts().is_empty()) {
            return Value::plain(Type::iterator(union(types)));
        }
        self.make(at, 2, Object::with_items(Kind::Generator, Items::Any(items)))
    }
}
