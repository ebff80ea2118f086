//! Functions, classes and methods of the catalog: those that call what they are given or keep each item are followed
//! here, the catalog is asked for the types of all others.

use super::attribute::constant_text;
use super::heap::{Items, Kind, Object};
use super::machine::Machine;
use super::value::{Arguments, Atom, Value};
use crate::ir::Constant;
use crate::source::Span;
use crate::trace::query::{Given, GivenArgument};
use crate::types::Type;

impl<'p: 'q, 'q> Machine<'p, 'q> {
    pub fn call_native(&mut self, module: &str, name: &str, arguments: &Arguments, at: Span) -> Value {
        if let Some(value) = self.followed(module, name, arguments, at) {
            return value;
        }
        // `str.upper(text)`
        if crate::catalog::catalog().class(module).is_some() {
            let mut rest = arguments.clone();
            if rest.positional.is_empty() {
                return Value::unknown();
            }
            let receiver = rest.positional.remove(0);
            let method = self.attribute(&receiver, name, at);
            return self.call(&method, &rest, at);
        }
        if module == "functools" || module == "typing" || module == "abc" || module == "contextlib" {
            return self.call_external(name, arguments, at);
        }
        let mut result = Value::unknown();
        for given in self.given(arguments).unwrap_or_else(|| vec![Vec::new()]) {
            let ty = self.queries.function(module, name, &given);
            result = result.join(&self.value_of(ty, at));
        }
        result
    }

    /// The arguments as the catalog is asked with them, once for each choice of alternatives; `None` where one of them is
    /// nothing that the catalog knows.
    fn given(&self, arguments: &Arguments) -> Option<Vec<Vec<GivenArgument>>> {
        const MOST_CHOICES: usize = 16;
        let positional = arguments.positional.iter().map(|value| (None, value));
        let keywords = arguments.keywords.iter().map(|(name, value)| (Some(name.clone()), value));
        let mut choices: Vec<Vec<GivenArgument>> = vec![Vec::new()];
        for (keyword, argument) in positional.chain(keywords) {
            let alternatives = self.alternatives(argument);
            if alternatives.is_empty() {
                return None;
            }
            let with = |before: &[GivenArgument], given: &Given| {
                before.iter().cloned().chain([(keyword.clone(), given.clone())]).collect::<Vec<GivenArgument>>()
            };
            choices = choices
                .iter()
                .flat_map(|before| alternatives.iter().map(|given| with(before, given)))
                .take(MOST_CHOICES)
                .collect();
        }
        Some(choices)
    }

    fn alternatives(&self, value: &Value) -> Vec<Given> {
        let mut alternatives: Vec<Given> = value
            .atoms()
            .iter()
            .filter_map(|atom| match atom {
                Atom::Constant(constant) => Some(Given::Constant(constant.clone())),
                Atom::NativeClass(name) => Some(Given::Class(name.clone())),
                other => self.types(&other.clone().into()).pop().map(Given::Value),
            })
            .collect();
        alternatives.sort();
        alternatives.dedup();
        alternatives
    }

    /// Functions that call what they are given, and those whose results are more than a type.
    fn followed(&mut self, module: &str, name: &str, arguments: &Arguments, at: Span) -> Option<Value> {
        let first = arguments.first();
        let second = arguments.positional.get(1).cloned().unwrap_or_default();
        Some(match (module, name) {
            ("builtins", "getattr") => {
                let found = second.text().map(|name| self.attribute(&first, &name, at)).unwrap_or_default();
                let default = arguments.positional.get(2).cloned().unwrap_or_default();
                if found.is_unknown() { default } else { found }
            }
            ("builtins", "setattr") => {
                if let (Some(name), Some(value)) = (second.text(), arguments.positional.get(2)) {
                    self.set_attribute(&first, &name, value.clone(), at);
                }
                Value::plain(Type::None)
            }
            ("builtins", "hasattr" | "isinstance" | "issubclass" | "callable" | "any" | "all") => {
                Value::plain(Type::Bool)
            }
            ("builtins", "print" | "delattr" | "exec") => Value::plain(Type::None),
            ("builtins", "len" | "id" | "hash" | "ord") => {
                self.call_dunder(&first, "__len__", &[], at);
                Value::plain(Type::Int)
            }
            ("builtins", "repr" | "ascii" | "format" | "chr" | "hex" | "bin" | "oct" | "input") => {
                self.call_dunder(&first, "__repr__", &[], at);
                Value::plain(Type::Str)
            }
            ("builtins", "map") => {
                let iterables = arguments.positional.get(1..).unwrap_or_default().to_vec();
                let items = match self.rows(&iterables) {
                    Some(rows) => Items::Each(
                        rows.into_iter().map(|row| self.call(&first, &Arguments::positional(row), at)).collect(),
                    ),
                    None => {
                        let row: Vec<Value> = iterables.iter().map(|items| self.iterate(items, at)).collect();
                        Items::Any(self.call(&first, &Arguments::positional(row), at))
                    }
                };
                self.named_iterator("map", items, at, 2)
            }
            ("builtins", "filter") => {
                let items = self.iterate(&second, at);
                self.call(&first, &Arguments::positional([items.clone()]), at);
                self.named_iterator("filter", Items::Any(items), at, 2)
            }
            ("builtins", "zip") => {
                let items = match self.rows(&arguments.positional) {
                    Some(rows) => {
                        let tuples = (20..).zip(rows);
                        let tuples = tuples.map(|(number, row): (u8, _)| {
                            self.make(at, number, Object::with_items(Kind::Tuple, Items::Each(row)))
                        });
                        Items::Each(tuples.collect())
                    }
                    None => {
                        let row = arguments.positional.iter().map(|items| self.iterate(items, at)).collect();
                        Items::Any(self.make(at, 1, Object::with_items(Kind::Tuple, Items::Each(row))))
                    }
                };
                self.named_iterator("zip", items, at, 2)
            }
            ("builtins", "enumerate") => {
                let item = self.iterate(&first, at);
                let pair = Items::Each(vec![Value::plain(Type::Int), item]);
                let pair = self.make(at, 1, Object::with_items(Kind::Tuple, pair));
                self.named_iterator("enumerate", Items::Any(pair), at, 2)
            }
            ("builtins", "reversed") => {
                let items = self.iterate(&first, at);
                self.named_iterator("reversed", Items::Any(items), at, 2)
            }
            ("builtins", "iter") => match self.call_dunder(&first, "__iter__", &[], at) {
                Some(iterator) => iterator,
                None => {
                    let items = self.iterate(&first, at);
                    self.named_iterator("iterator", Items::Any(items), at, 2)
                }
            },
            ("builtins", "next") => {
                let next = self.call_dunder(&first, "__next__", &[], at);
                next.unwrap_or_else(|| self.iterate(&first, at)).join(&second)
            }
            ("builtins", "sorted") => {
                let items = self.iterate(&first, at);
                self.call_key(arguments, &items, at);
                self.make(at, 0, Object::with_items(Kind::List, Items::Any(items)))
            }
            ("builtins", "min" | "max") => {
                let items = match &arguments.positional[..] {
                    [iterable] => self.iterate(iterable, at),
                    several => several.iter().cloned().collect(),
                };
                self.call_key(arguments, &items, at);
                let items = self.widened(&items);
                items.join(arguments.keyword("default").unwrap_or(&Value::unknown()))
            }
            ("builtins", "sum") => {
                let items = self.iterate(&first, at);
                let sum = self.binary(rustpython_ast::Operator::Add, &items, &items, at);
                let start = if second.is_unknown() { Value::unknown() } else { self.widened(&second) };
                if sum.is_unknown() { self.widened(&items).join(&start) } else { sum.join(&start) }
            }
            ("builtins", "type") => self.class_of(&first),
            ("builtins", "vars" | "globals" | "locals") => {
                self.make(at, 0, Object::with_items(Kind::Dict, Items::no_entries()))
            }
            ("builtins", "compile") => Value::plain(Type::instance("builtins.code")),
            ("functools", "reduce" | "partial") | ("collections", "namedtuple") => {
                self.call_external(name, arguments, at)
            }
            ("itertools", _) => self.call_itertools(name, arguments, at),
            _ => return None,
        })
    }

    /// The items of several iterables side by side, where each of few is known.
    fn rows(&self, iterables: &[Value]) -> Option<Vec<Vec<Value>>> {
        const MOST_ROWS: usize = 8;
        let columns: Vec<Vec<Value>> = iterables.iter().map(|items| self.each_item(items)).collect::<Option<_>>()?;
        let length = columns.iter().map(Vec::len).min().filter(|length| *length <= MOST_ROWS)?;
        Some((0..length).map(|place| columns.iter().map(|column| column[place].clone()).collect()).collect())
    }

    fn call_key(&mut self, arguments: &Arguments, items: &Value, at: Span) {
        if let Some(key) = arguments.keyword("key").cloned() {
            self.call(&key, &Arguments::positional([items.clone()]), at);
        }
    }

    /// An iterator that a function of Python's own makes; the number tells it from others made there.
    pub fn named_iterator(&mut self, class: &str, items: Items, at: Span, number: u8) -> Value {
        let mut iterator = Object::with_items(Kind::Generator, items);
        iterator.names.insert("class".into(), constant_text(class));
        self.make(at, number, iterator)
    }

    /// `type(value)`.
    fn class_of(&mut self, value: &Value) -> Value {
        Value::of(value.atoms().iter().filter_map(|atom| match atom {
            Atom::Object(id) => match &self.object(*id)?.kind {
                Kind::Instance(class) => Some(Atom::Class(*class)),
                Kind::List => Some(Atom::NativeClass("builtins.list".into())),
                Kind::Tuple => Some(Atom::NativeClass("builtins.tuple".into())),
                Kind::Dict => Some(Atom::NativeClass("builtins.dict".into())),
                Kind::Set => Some(Atom::NativeClass("builtins.set".into())),
                _ => None,
            },
            Atom::Plain(ty) => Some(Atom::NativeClass(format!("builtins.{ty}").into())),
            Atom::Constant(constant) => Some(Atom::NativeClass(format!("builtins.{}", constant.ty()).into())),
            _ => None,
        }))
    }

    /// A call of a class of the catalog.
    pub fn construct_native(&mut self, class: &str, arguments: &Arguments, at: Span) -> Value {
        let first = arguments.first();
        let has_first = !arguments.positional.is_empty();
        match class {
            "builtins.list" | "builtins.tuple" | "builtins.set" | "builtins.frozenset" => {
                let kind = match class {
                    "builtins.list" => Kind::List,
                    "builtins.tuple" => Kind::Tuple,
                    "builtins.set" => Kind::Set,
                    _ => Kind::FrozenSet,
                };
                let is_ordered = matches!(kind, Kind::List | Kind::Tuple);
                let items = match self.each_item(&first) {
                    Some(items) if is_ordered => Items::Each(items),
                    _ if !has_first && is_ordered => Items::none(),
                    _ => Items::Any(self.iterate(&first, at)),
                };
                self.make(at, 0, Object::with_items(kind, items))
            }
            "builtins.dict" => {
                let made = self.make(at, 0, Object::with_items(Kind::Dict, Items::no_entries()));
                self.fill_dict(&made, arguments, at);
                made
            }
            "builtins.int" => Value::plain(Type::Int),
            "builtins.float" => Value::plain(Type::Float),
            "builtins.bool" => Value::plain(Type::Bool),
            "builtins.str" => {
                self.call_dunder(&first, "__str__", &[], at);
                Value::plain(Type::Str)
            }
            "builtins.bytes" => Value::plain(Type::Bytes),
            "builtins.map"
            | "builtins.filter"
            | "builtins.zip"
            | "builtins.enumerate"
            | "builtins.reversed"
            | "builtins.type"
            | "builtins.property"
            | "builtins.staticmethod"
            | "builtins.classmethod" => {
                let name = class.trim_start_matches("builtins.");
                self.call_native("builtins", name, arguments, at)
            }
            _ => {
                let mut made = Value::unknown();
                for given in self.given(arguments).unwrap_or_else(|| vec![Vec::new()]) {
                    let ty = self.queries.construct(class, &given);
                    made = made.join(&self.value_of(ty, at));
                }
                made
            }
        }
    }

    fn fill_dict(&mut self, dict: &Value, arguments: &Arguments, at: Span) {
        for source in &arguments.positional {
            let is_dict = |atom: &Atom| matches!(atom, Atom::Object(id) if self.object(*id).is_some_and(|object| object.kind == Kind::Dict));
            if source.atoms().iter().any(is_dict) {
                self.update_dict(dict, source);
                continue;
            }
            let pairs = match self.each_item(source) {
                Some(pairs) => pairs,
                None => vec![self.iterate(source, at)],
            };
            for pair in pairs {
                let parts = self.unpack(&pair, 2, None, at);
                self.set_item(dict, &parts[0], parts[1].clone(), at);
            }
        }
        for (name, value) in &arguments.keywords {
            self.set_item(dict, &Atom::Constant(Constant::Str(name.clone())).into(), value.clone(), at);
        }
    }

    /// A call of a method that the catalog describes.
    pub fn call_native_method(&mut self, receiver: &Atom, name: &str, arguments: &Arguments, at: Span) -> Value {
        if let Atom::Object(id) = receiver
            && let Some(value) = self.container_method(*id, name, arguments, at)
        {
            return value;
        }
        let choices = self.given(arguments).unwrap_or_else(|| vec![Vec::new()]);
        let mut result = Value::unknown();
        for receiver in self.types(&receiver.clone().into()) {
            for given in &choices {
                let ty = self.queries.method(&receiver, name, given).unwrap_or(Type::Unknown);
                result = result.join(&self.value_of(ty, at));
            }
        }
        result
    }
}
