//! Types of abstract values, by their Python names.

use super::Binding;
use super::heap::{Heap, Items, Kind, Object};
use super::machine::Machine;
use super::value::{Atom, ObjectId, Value};
use crate::ir::Constant;
use crate::source::FileId;
use crate::types::Type;

/// How deep the types of elements are written: a list may contain itself.
const DEEPEST: usize = 4;

/// The names of what a value may be, each once, `None` last. Objects are looked up in the first heap that has them.
/// Classes of other modules than `file` are written with their module.
pub(super) fn types(machine: &Machine<'_, '_>, value: &Value, heaps: &[&Heap], file: FileId) -> Vec<String> {
    Writer { machine, heaps, file }.types(value, 0)
}

/// How many items of a container get a row of their own.
const MOST_ITEMS: usize = 12;
/// How deep items of items do.
const DEEPEST_ITEMS: usize = 2;

/// The items of the container that a name is bound to, as far as each is known: `d['key']`, `rows[0][1]`.
pub(super) fn items(machine: &Machine<'_, '_>, value: &Value, heap: &Heap, whole: &Binding) -> Vec<Binding> {
    let writer = Writer { machine, heaps: &[heap], file: whole.span.file };
    let mut rows = Vec::new();
    writer.item_rows(value, heap, whole, 0, &mut rows);
    rows
}

struct Writer<'m, 'p, 'q> {
    machine: &'m Machine<'p, 'q>,
    heaps: &'m [&'m Heap],
    file: FileId,
}

impl Writer<'_, '_, '_> {
    fn item_rows(&self, value: &Value, heap: &Heap, whole: &Binding, depth: usize, rows: &mut Vec<Binding>) {
        let [Atom::Object(id)] = value.atoms() else { return };
        let Some(object) = heap.get(*id) else { return };
        let items: Vec<(String, &Value)> = match (&object.kind, &object.items) {
            (Kind::List, Items::Each(items)) => {
                items.iter().enumerate().map(|(place, value)| (format!("{}[{place}]", whole.name), value)).collect()
            }
            (Kind::Dict, Items::Entries { known, .. }) => known
                .iter()
                .filter_map(|(key, value)| Some((format!("{}[{}]", whole.name, key_text(key)?), value)))
                .collect(),
            (Kind::Tuple, Items::Each(items)) if depth > 0 => {
                items.iter().enumerate().map(|(place, value)| (format!("{}[{place}]", whole.name), value)).collect()
            }
            _ => return,
        };
        for (name, value) in items.into_iter().take(MOST_ITEMS) {
            let row = Binding { name, types: self.types(value, 0), is_item: true, ..whole.clone() };
            let deeper = row.clone();
            rows.push(row);
            if depth < DEEPEST_ITEMS {
                self.item_rows(value, heap, &deeper, depth + 1, rows);
            }
        }
    }

    fn types(&self, value: &Value, depth: usize) -> Vec<String> {
        let mut names: Vec<String> = value.atoms().iter().filter_map(|atom| self.name(atom, depth)).collect();
        names.sort_by(|a, b| (a == "None", a).cmp(&(b == "None", b)));
        names.dedup();
        // A container of which nothing is known on one way says no more than that it is one.
        let bare: Vec<String> = names.clone();
        names.retain(|name| {
            !bare.iter().any(|other| other.len() > name.len() && other.starts_with(&format!("{name}[")))
        });
        names
    }

    fn name(&self, atom: &Atom, depth: usize) -> Option<String> {
        Some(match atom {
            Atom::Plain(Type::Iterator(item)) => format!("Iterator[{item}]"),
            Atom::Plain(ty) => ty.to_string(),
            Atom::Constant(constant) => constant.ty().to_string(),
            Atom::Object(id) => self.object(*id, depth)?,
            Atom::Closure(_) | Atom::Bound(..) | Atom::Wrapped(..) | Atom::Native(..) | Atom::NativeMethod(..) => {
                "callable".to_owned()
            }
            Atom::Class(id) => format!("type[{}]", self.class(*id)),
            Atom::NativeClass(name) => format!("type[{}]", name.strip_prefix("builtins.").unwrap_or(name)),
            Atom::Module(_) => "module".to_owned(),
            Atom::External(_) | Atom::Super(..) => return None,
        })
    }

    fn object(&self, id: ObjectId, depth: usize) -> Option<String> {
        let object = self.heaps.iter().find_map(|heap| heap.get(id))?;
        let name = match &object.kind {
            Kind::Instance(class) => return Some(self.class(*class)),
            Kind::Partial => return Some("callable".to_owned()),
            Kind::Scope | Kind::Class => return None,
            Kind::List => "list",
            Kind::Tuple => return Some(self.tuple(object, depth)),
            Kind::Set => "set",
            Kind::FrozenSet => "frozenset",
            Kind::Dict => "dict",
            Kind::Generator => return Some(self.iterator(object, depth)),
        };
        if depth >= DEEPEST {
            return Some(name.to_owned());
        }
        let parts = match &object.kind {
            Kind::Dict => vec![object.items.joined(), object.items.values()],
            _ => vec![object.items.joined()],
        };
        let parts: Vec<String> = parts.iter().map(|part| self.types(part, depth + 1).join(" | ")).collect();
        let is_known = parts.iter().all(|part| !part.is_empty());
        Some(if is_known { format!("{name}[{}]", parts.join(", ")) } else { name.to_owned() })
    }

    fn iterator(&self, object: &Object, depth: usize) -> String {
        let class = object.names.get("class").and_then(Value::text);
        let name = class.as_deref().unwrap_or("generator");
        if depth >= DEEPEST {
            return name.to_owned();
        }
        match self.types(&object.items.joined(), depth + 1).join(" | ") {
            item if item.is_empty() => name.to_owned(),
            item => format!("{name}[{item}]"),
        }
    }

    fn tuple(&self, object: &Object, depth: usize) -> String {
        if depth >= DEEPEST {
            return "tuple".to_owned();
        }
        let part = |value: &Value| self.types(value, depth + 1).join(" | ");
        match &object.items {
            Items::Each(items) => {
                let parts: Vec<String> = items.iter().map(part).collect();
                match parts.iter().all(|part| !part.is_empty()) {
                    true if parts.is_empty() => "tuple[()]".to_owned(),
                    true => format!("tuple[{}]", parts.join(", ")),
                    false => "tuple".to_owned(),
                }
            }
            items => match part(&items.joined()) {
                part if part.is_empty() => "tuple".to_owned(),
                part => format!("tuple[{part}, ...]"),
            },
        }
    }

    fn class(&self, id: ObjectId) -> String {
        let Some(class) = self.machine.classes.get(&id) else { return "object".to_owned() };
        if class.file == self.file {
            return class.name.to_string();
        }
        format!("{}.{}", self.machine.project.file(class.file).module, class.name)
    }
}

/// A key as the program writes it.
fn key_text(key: &Constant) -> Option<String> {
    match key {
        Constant::Str(text) if !text.contains(['\'', '\\']) => Some(format!("'{text}'")),
        Constant::Int(value) => Some(value.to_string()),
        _ => None,
    }
}
