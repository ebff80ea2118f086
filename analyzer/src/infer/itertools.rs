//! The iterators of `itertools`, by what they are made of.

use super::heap::{Items, Kind, Object};
use super::machine::Machine;
use super::value::{Arguments, Value};
use crate::source::Span;
use crate::types::Type;

impl<'p: 'q, 'q> Machine<'p, 'q> {
    /// A call of a function of `itertools`.
    pub fn call_itertools(&mut self, name: &str, arguments: &Arguments, at: Span) -> Value {
        let (first, second) = (arguments.first(), arguments.positional.get(1).cloned().unwrap_or_default());
        let items = match name {
            "count" => {
                let all: Value = arguments.all().cloned().collect();
                if all.is_unknown() { Value::plain(Type::Int) } else { self.widened(&all) }
            }
            "repeat" => first,
            "chain" => arguments.positional.iter().map(|items| self.iterate(items, at)).collect(),
            "from_iterable" => {
                let inner = self.iterate(&first, at);
                self.iterate(&inner, at)
            }
            "accumulate" => {
                let items = self.iterate(&first, at);
                let total = self.widened(&items);
                let next = self.call(&second, &Arguments::positional([total.clone(), items]), at);
                total.join(&next)
            }
            "takewhile" | "dropwhile" | "filterfalse" => {
                let items = self.iterate(&second, at);
                self.call(&first, &Arguments::positional([items.clone()]), at);
                items
            }
            "starmap" => {
                let row = self.iterate(&second, at);
                let row = self.each_item(&row).unwrap_or_default();
                self.call(&first, &Arguments::positional(row), at)
            }
            "groupby" => {
                let items = self.iterate(&first, at);
                let key =
                    if second.is_unknown() { arguments.keyword("key").cloned().unwrap_or_default() } else { second };
                let keys = match key.is_unknown() {
                    true => items.clone(),
                    false => self.call(&key, &Arguments::positional([items.clone()]), at),
                };
                let group = self.named_iterator("itertools._grouper", Items::Any(items), at, 2);
                self.make(at, 1, Object::with_items(Kind::Tuple, Items::Each(vec![keys, group])))
            }
            "product" | "zip_longest" | "pairwise" => {
                let row = match name {
                    "pairwise" => vec![self.iterate(&first, at); 2],
                    _ => arguments.positional.iter().map(|items| self.iterate(items, at)).collect(),
                };
                self.make(at, 1, Object::with_items(Kind::Tuple, Items::Each(row)))
            }
            "permutations" | "combinations" | "combinations_with_replacement" => {
                let items = self.iterate(&first, at);
                self.make(at, 1, Object::with_items(Kind::Tuple, Items::Any(items)))
            }
            // `cycle`, `islice`, `compress` and the like give items of their first argument.
            _ => self.iterate(&first, at),
        };
        let class = if name == "from_iterable" { "itertools.chain".to_owned() } else { format!("itertools.{name}") };
        // The group within is made at the same place.
        self.named_iterator(&class, Items::Any(items), at, 3)
    }
}
