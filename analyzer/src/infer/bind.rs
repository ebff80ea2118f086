//! Targets: names, attributes, items and what is unpacked into several.

use rustpython_ast as ast;

use super::BindingKind;
use super::heap::{Items, Kind, Object};
use super::machine::Machine;
use super::value::{Atom, Value};
use crate::ir::Constant;
use crate::source::Span;

impl<'p: 'q, 'q> Machine<'p, 'q> {
    /// Binds a target to a value.
    pub fn bind(&mut self, target: &'p ast::Expr, value: Value) {
        match target {
            ast::Expr::Name(name) => {
                let kind = match self.object(self.scope()).map(|object| &object.kind) {
                    Some(Kind::Class) => BindingKind::Attribute,
                    _ => BindingKind::Variable,
                };
                self.note(self.span(target), kind, name.id.as_str(), &value);
                self.set_name(name.id.as_str(), value);
            }
            ast::Expr::Attribute(attribute) => {
                let owner = self.eval(&attribute.value);
                let text = self.text(target);
                self.note(self.span(target), BindingKind::Attribute, &text, &value);
                self.set_attribute(&owner, attribute.attr.as_str(), value, self.span(target));
            }
            ast::Expr::Subscript(subscript) => {
                let container = self.eval(&subscript.value);
                let index = self.eval(&subscript.slice);
                let text = self.text(target);
                self.note(self.span(target), BindingKind::Variable, &text, &value);
                self.set_item(&container, &index, value, self.span(target));
            }
            ast::Expr::Tuple(tuple) => self.bind_all(&tuple.elts, &value, self.span(target)),
            ast::Expr::List(list) => self.bind_all(&list.elts, &value, self.span(target)),
            ast::Expr::Starred(starred) => self.bind(&starred.value, value),
            _ => {}
        }
    }

    fn bind_all(&mut self, targets: &'p [ast::Expr], value: &Value, at: Span) {
        let starred = targets.iter().position(|target| matches!(target, ast::Expr::Starred(_)));
        let values = self.unpack(value, targets.len(), starred, at);
        for (target, value) in targets.iter().zip(values) {
            self.bind(target, value);
        }
    }

    /// The values for `count` targets, of which the one at `starred` takes a list of what the others leave.
    pub fn unpack(&mut self, value: &Value, count: usize, starred: Option<usize>, at: Span) -> Vec<Value> {
        let mut joined = vec![Value::unknown(); count];
        for atom in value.atoms() {
            let each = match atom {
                Atom::Object(id) => match self.object(*id).map(|object| object.items.clone()) {
                    Some(Items::Each(items)) => Some(items),
                    _ => None,
                },
                _ => None,
            };
            let parts = match each {
                Some(items) if starred.is_none() && items.len() == count => items,
                Some(items) if starred.is_some() && items.len() + 1 >= count => {
                    self.spread(items, count, starred.unwrap_or(0), at)
                }
                _ => {
                    let item = self.iterate(&atom.clone().into(), at);
                    (0..count)
                        .map(|place| match starred == Some(place) {
                            true => {
                                let list = Object::with_items(Kind::List, Items::Any(item.clone()));
                                self.make(at, place as u8, list)
                            }
                            false => item.clone(),
                        })
                        .collect()
                }
            };
            joined = joined.iter().zip(&parts).map(|(joined, part)| joined.join(part)).collect();
        }
        joined
    }

    fn spread(&mut self, items: Vec<Value>, count: usize, starred: usize, at: Span) -> Vec<Value> {
        let after = count - starred - 1;
        let rest = items[starred..items.len() - after].to_vec();
        let list = self.make(at, starred as u8, Object::with_items(Kind::List, Items::Each(rest)));
        items[..starred].iter().cloned().chain([list]).chain(items[items.len() - after..].iter().cloned()).collect()
    }

    /// `del target`.
    pub fn unbind(&mut self, target: &'p ast::Expr) {
        match target {
            ast::Expr::Name(name) => {
                let scope = self.scope();
                self.change(scope, |object| drop(object.names.remove(name.id.as_str())));
            }
            ast::Expr::Subscript(subscript) => {
                let container = self.eval(&subscript.value);
                let index = self.eval(&subscript.slice);
                self.delete_item(&container, &index);
            }
            ast::Expr::Attribute(attribute) => {
                let owner = self.eval(&attribute.value);
                if let [Atom::Object(id)] = owner.atoms() {
                    self.change(*id, |object| drop(object.names.remove(attribute.attr.as_str())));
                }
            }
            _ => {}
        }
    }

    fn delete_item(&mut self, container: &Value, index: &Value) {
        let [Atom::Object(id)] = container.atoms() else { return };
        let index = index.constant().cloned();
        self.change(*id, |object| match (&mut object.items, index) {
            (Items::Entries { known, .. }, Some(key)) => drop(known.remove(&key)),
            (Items::Each(items), Some(Constant::Int(at))) => {
                let place = if at < 0 { at + items.len() as i64 } else { at };
                if (0..items.len() as i64).contains(&place) {
                    items.remove(place as usize);
                }
            }
            (items @ Items::Each(_), None) => *items = Items::Any(items.joined()),
            _ => {}
        });
    }

    /// The text of a node, as the program writes it.
    fn text(&self, node: &ast::Expr) -> String {
        let span = self.span(node);
        self.project.file(span.file).slice(span).to_owned()
    }
}
