//! Displays: `[a, b]`, `(a, b)`, `{a, b}`, `{a: b}`.

use std::sync::Arc;

use rustpython_ast as ast;

use super::arguments::Argument;
use super::entries::text_of;
use super::function::{FunctionTracer, poison_of, poisoned};
use super::native::is_hashable;
use super::value::Value;
use crate::catalog::{Signature, catalog};
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Expr, ExprKind, StmtKind};
use crate::source::Span;
use crate::types::{Element, Type, join_all};

/// Containers of the catalog that their class makes another one of.
pub(super) const REMADE: &[&str] = &["collections.deque", "collections.OrderedDict"];

impl<'a> FunctionTracer<'_, 'a> {
    pub(super) fn tuple(&mut self, nodes: &'a [ast::Expr], expected: Option<&Type>, span: Span) -> Expr {
        let expected_member = |index: usize| match expected {
            Some(Type::Tuple(members)) => members.get(index).cloned(),
            Some(Type::Sequence(item)) => Some((**item).clone()),
            _ => None,
        };
        if nodes.iter().any(|node| matches!(node, ast::Expr::Starred(_))) {
            return self.spread_display(nodes, span);
        }
        let items: Vec<Expr> = nodes
            .iter()
            .enumerate()
            .map(|(index, node)| self.expression(node, expected_member(index).as_ref()))
            .collect();
        if let Some(poison) = poison_of(&items, span) {
            return poison;
        }
        let ty = Type::tuple(items.iter().map(|item| item.ty.clone()));
        Expr { kind: ExprKind::Tuple(items), ty, span }
    }

    /// A tuple display with stars: of fixed length where all that is spread is, else of any length.
    fn spread_display(&mut self, nodes: &'a [ast::Expr], span: Span) -> Expr {
        let (reported, globals) = (self.tracer.output.diagnostics.len(), self.tracer.output.globals.len());
        let traced = self.with_setup(|tracer| {
            let mut items = Vec::new();
            for node in nodes {
                let ast::Expr::Starred(starred) = node else {
                    let item = tracer.expression(node, None);
                    items.push(tracer.keep("item", item));
                    continue;
                };
                let at = tracer.span(starred);
                let spread = tracer.expression(&starred.value, None);
                let spread = tracer.plain_sequence(spread);
                match &spread.ty {
                    Type::Tuple(_) => items.extend(tracer.spread_tuple(spread, at)),
                    ty if poisoned(ty) => return Expr { kind: ExprKind::Invalid, ty: ty.clone(), span },
                    // Of unknown length: nothing is known of the whole.
                    _ => return Expr::invalid(span),
                }
            }
            if let Some(poison) = poison_of(&items, span) {
                return poison;
            }
            let ty = Type::tuple(items.iter().map(|item| item.ty.clone()));
            Expr { kind: ExprKind::Tuple(items), ty, span }
        });
        if !poisoned(&traced.ty) || self.tracer.output.diagnostics.len() > reported {
            return traced;
        }
        self.tracer.output.globals.truncate(globals);
        self.spread_to_sequence(nodes, span)
    }

    /// `(*items, x)` of any iterables: a list is built piece by piece, and a tuple made of it.
    fn spread_to_sequence(&mut self, nodes: &'a [ast::Expr], span: Span) -> Expr {
        let list = self.spread_list(nodes, None, span);
        if poisoned(&list.ty) {
            return list;
        }
        let argument = Argument { keyword: None, span, value: Value::Expr(list) };
        self.call_value(Value::Class("builtins.tuple".into()), vec![argument], span)
    }

    /// `*pair` in a tuple display: the members of a tuple of fixed length.
    fn spread_tuple(&mut self, tuple: Expr, span: Span) -> Vec<Expr> {
        let members = match (&tuple.ty, &tuple.kind) {
            (_, ExprKind::Tuple(items)) => return items.clone(),
            (Type::Tuple(members), _) => members.clone(),
            _ => return Vec::new(),
        };
        let tuple = self.keep("tuple", tuple);
        let member = |(index, ty): (usize, &Type)| Expr {
            kind: ExprKind::Member { tuple: Box::new(tuple.clone()), index },
            ty: ty.clone(),
            span,
        };
        members.iter().enumerate().map(member).collect()
    }

    pub(super) fn list(&mut self, nodes: &'a [ast::Expr], expected: Option<&Type>, span: Span) -> Expr {
        let [wanted, _] = wanted_elements(expected, |ty| matches!(ty, Type::List(_)));
        if nodes.iter().any(|node| matches!(node, ast::Expr::Starred(_))) {
            return self.spread_list(nodes, wanted, span);
        }
        let items: Vec<Expr> = nodes.iter().map(|node| self.expression(node, type_of(&wanted))).collect();
        if let Some(poison) = poison_of(&items, span) {
            return poison;
        }
        let Some((element, items)) = self.elements(items, wanted, 0, span) else { return Expr::invalid(span) };
        Expr { kind: ExprKind::List(items), ty: Type::List(element), span }
    }

    /// `[*a, b, *c]`: built piece by piece.
    fn spread_list(&mut self, nodes: &'a [ast::Expr], wanted: Option<Arc<Element>>, span: Span) -> Expr {
        self.with_setup(|tracer| {
            let empty = tracer.elements(Vec::new(), wanted, 0, span);
            let Some((element, _)) = empty else { return Expr::invalid(span) };
            let list = Expr { kind: ExprKind::List(Vec::new()), ty: Type::List(element), span };
            let list = tracer.keep("list", list);
            for node in nodes {
                let (method, node) = match node {
                    ast::Expr::Starred(starred) => ("extend", &*starred.value),
                    item => ("append", item),
                };
                let value = tracer.expression(node, None);
                if poisoned(&value.ty) {
                    return Expr::invalid(span);
                }
                if let Some(call) = tracer.try_method(&list, method, &[value], span) {
                    tracer.emit_call(call);
                }
            }
            list
        })
    }

    pub(super) fn set(&mut self, nodes: &'a [ast::Expr], expected: Option<&Type>, span: Span) -> Expr {
        let [wanted, _] = wanted_elements(expected, |ty| matches!(ty, Type::Set(_)));
        if nodes.iter().any(|node| matches!(node, ast::Expr::Starred(_))) {
            return self.spread_set(nodes, wanted, span);
        }
        let items: Vec<Expr> = nodes.iter().map(|node| self.expression(node, type_of(&wanted))).collect();
        if let Some(poison) = poison_of(&items, span) {
            return poison;
        }
        let Some((element, items)) = self.elements(items, wanted, 0, span) else { return Expr::invalid(span) };
        if !self.check_hashable(&element.ty, span) {
            return Expr::invalid(span);
        }
        Expr { kind: ExprKind::Set(items), ty: Type::Set(element), span }
    }

    /// `{*a, b, *c}`: built piece by piece.
    fn spread_set(&mut self, nodes: &'a [ast::Expr], wanted: Option<Arc<Element>>, span: Span) -> Expr {
        self.with_setup(|tracer| {
            let Some((element, _)) = tracer.elements(Vec::new(), wanted, 0, span) else { return Expr::invalid(span) };
            let set = Expr { kind: ExprKind::Set(Vec::new()), ty: Type::Set(element), span };
            let set = tracer.keep("set", set);
            for node in nodes {
                let (method, node) = match node {
                    ast::Expr::Starred(starred) => ("update", &*starred.value),
                    item => ("add", item),
                };
                let value = tracer.expression(node, None);
                if !tracer.put_in(&set, method, &[value], span) {
                    return Expr::invalid(span);
                }
            }
            set
        })
    }

    /// `{**a, k: v}`: built piece by piece.
    fn spread_dict(&mut self, node: &'a ast::ExprDict, [wanted_key, wanted_value]: [Option<Arc<Element>>; 2]) -> Expr {
        let span = self.span(node);
        self.with_setup(|tracer| {
            let (key, value) = (
                tracer.element(&Type::Never, wanted_key, 0, span),
                tracer.element(&Type::Never, wanted_value, 1, span),
            );
            let value = value.keyed(Some(tracer.entries_at(span)));
            let dict = Expr { kind: ExprKind::Dict(Vec::new()), ty: Type::Dict(key, value), span };
            let dict = tracer.keep("dict", dict);
            for item in &node.items {
                let put = match &item.key {
                    Some(key) => {
                        let key = tracer.expression(key, None);
                        let key = tracer.keep("key", key);
                        let value = tracer.expression(&item.value, None);
                        tracer.put_in(&dict, "__setitem__", &[key, value], span)
                    }
                    None => {
                        let other = tracer.expression(&item.value, None);
                        if !poisoned(&other.ty) && !super::pattern::is_mapping(&other.ty) {
                            let message = format!("`**` takes a dict here, not `{}`", other.ty);
                            return tracer.refuse(Diagnostic::new(Code::ArgumentType, other.span, message));
                        }
                        tracer.put_in(&dict, "update", &[other], span)
                    }
                };
                if !put {
                    return Expr::invalid(span);
                }
            }
            dict
        })
    }

    /// Emits the call that puts values into a display that is being built; false where something was refused.
    pub(super) fn put_in(&mut self, container: &Expr, method: &str, values: &[Expr], span: Span) -> bool {
        if values.iter().any(|value| poisoned(&value.ty)) {
            return false;
        }
        let Some(call) = self.try_method(container, method, values, span) else { return false };
        let is_known = call.ty != Type::Unknown;
        self.emit_call(call);
        is_known
    }

    pub(super) fn dict(&mut self, node: &'a ast::ExprDict, expected: Option<&Type>) -> Expr {
        let span = self.span(node);
        if let Some(class) = self.expected_typed_dict(expected)
            && let Some(display) = self.typed_display(class, node)
        {
            return display;
        }
        let [wanted_key, wanted_value] = wanted_elements(expected, |ty| matches!(ty, Type::Dict(..)));
        if node.items.iter().any(|item| item.key.is_none()) {
            return self.spread_dict(node, [wanted_key, wanted_value]);
        }
        let (mut keys, mut values) = (Vec::new(), Vec::new());
        for item in &node.items {
            let Some(key) = &item.key else { continue };
            keys.push(self.expression(key, type_of(&wanted_key)));
            values.push(self.expression(&item.value, type_of(&wanted_value)));
        }
        if let Some(poison) = poison_of(keys.iter().zip(&values).flat_map(|(key, value)| [key, value]), span) {
            return poison;
        }
        let Some((key, keys)) = self.elements(keys, wanted_key, 0, span) else { return Expr::invalid(span) };
        let entries = self.entries_at(span);
        for (key, value) in keys.iter().zip(&values) {
            match text_of(key) {
                Some(key) => self.tracer.tables.put(entries, &key, &value.ty.widened()),
                None => self.tracer.tables.open(entries),
            }
        }
        let Some((value, values)) = self.elements(values, wanted_value, 1, span) else { return Expr::invalid(span) };
        let value = value.keyed(Some(entries));
        if !self.check_hashable(&key.ty, span) {
            return Expr::invalid(span);
        }
        Expr { kind: ExprKind::Dict(keys.into_iter().zip(values).collect()), ty: Type::Dict(key, value), span }
    }

    pub(super) fn check_hashable(&mut self, ty: &Type, span: Span) -> bool {
        let hashable = is_hashable(ty);
        if !hashable {
            let message = format!("unhashable type: `{ty}` cannot be a key or an element of a set");
            self.report(Diagnostic::new(Code::ArgumentType, span, message).help("use a tuple"));
        }
        hashable
    }

    /// The element type of a container made here, and its items at that type: what they are, what was put in later,
    /// and what an annotation says.
    pub(super) fn elements(
        &mut self,
        items: Vec<Expr>,
        wanted: Option<Arc<Element>>,
        part: u8,
        span: Span,
    ) -> Option<(Arc<Element>, Vec<Expr>)> {
        if items.iter().any(|item| item.ty == Type::Unknown) {
            return None;
        }
        let element = self.element(&join_all(items.iter().map(|item| &item.ty)), wanted, part, span);
        let items = items.into_iter().map(|item| self.convert(item, &element.ty)).collect();
        Some((element, items))
    }

    /// The element type of a container made here that holds values of type `held` at first.
    pub(super) fn element(&mut self, held: &Type, wanted: Option<Arc<Element>>, part: u8, span: Span) -> Arc<Element> {
        let part = self.site_path.wrapping_mul(8).wrapping_add(part.into());
        let site = self.tracer.tables.site(self.instance, span, part, self.arm);
        let held = held.widened();
        if let Some(wanted) = &wanted {
            self.made_for(site, &held, wanted);
        }
        Element::at(self.tracer.tables.make_site(site, &held, type_of(&wanted)), site)
    }

    /// What a call of a built-in class without arguments gives, as the factory of a `defaultdict` is called.
    pub(super) fn empty_of(&mut self, class: &str, span: Span) -> Option<Expr> {
        Some(match class {
            "builtins.int" => Expr::constant(Constant::Int(0), span),
            "builtins.float" => Expr::constant(Constant::Float(0.0), span),
            "builtins.bool" => Expr::constant(Constant::Bool(false), span),
            "builtins.str" => Expr::constant(Constant::Str("".into()), span),
            "builtins.list" => self.list(&[], None, span),
            "builtins.set" => self.set(&[], None, span),
            "builtins.dict" => {
                let (key, value) =
                    (self.element(&Type::Never, None, 0, span), self.element(&Type::Never, None, 1, span));
                let value = value.keyed(Some(self.entries_at(span)));
                Expr { kind: ExprKind::Dict(Vec::new()), ty: Type::Dict(key, value), span }
            }
            _ => return None,
        })
    }

    /// A container that a call of a class has made, as a site of its own. Where more is put in later than the arguments
    /// say, it is made of the wider types from the first.
    pub(super) fn container_at_site(
        &mut self,
        made: Expr,
        overloads: &'static [Signature],
        arguments: &[Argument<'a>],
        span: Span,
    ) -> Expr {
        let wider = made.ty.map_elements(&mut |element, part| self.element(&element.ty, None, part, span));
        if let Some(wider) = wider
            && wider != made.ty
            && let Some(remade) = self.call_native_as(overloads, arguments, &wider, span)
            && (remade.ty == wider || is_empty_container(&remade.ty))
        {
            return Expr { ty: wider, ..remade };
        }
        self.at_site(made, span)
    }

    /// A container that a call has made, as a site of its own: `list()`, `dict()`, `sorted(items)`.
    pub(super) fn at_site(&mut self, made: Expr, span: Span) -> Expr {
        if let Type::FrozenSet(_) = made.ty {
            return made;
        }
        let at_site = made.ty.map_elements(&mut |element, part| self.element(&element.ty, None, part, span));
        let Some(ty) = at_site else { return made };
        if ty == made.ty || is_empty_container(&made.ty) {
            return Expr { ty, ..made };
        }
        match ty {
            Type::List(_) | Type::Set(_) | Type::Dict(..) => self.copied_wider(made, &ty, span),
            Type::Container(ref class, _) if REMADE.contains(&&**class) => self.remade_wider(class, made, &ty, span),
            _ => {
                let message =
                    format!("a `{}` is made here, but values of other types are put in later (`{ty}`)", made.ty);
                let diagnostic = Diagnostic::new(Code::ElementType, span, message);
                self.refuse(
                    diagnostic.help("start from an empty display with an annotation and add the elements in a loop"),
                )
            }
        }
    }

    /// The same of a container of the catalog: its class makes another one of it.
    pub(super) fn remade_wider(&mut self, class: &str, made: Expr, ty: &Type, span: Span) -> Expr {
        let overloads = catalog().method(class, "__new__").expect("these classes are called");
        self.with_setup(|tracer| {
            let made = tracer.keep("made", made);
            let argument = |keyword, value| Argument { keyword, span, value: Value::Expr(value) };
            let arguments = match class {
                "collections.deque" => {
                    let maxlen = tracer.attribute_of(made.clone(), "maxlen", span);
                    vec![argument(None, made), argument(Some("maxlen"), maxlen)]
                }
                _ => vec![argument(None, tracer.call_method(made, "items", Vec::new(), span))],
            };
            match tracer.call_native_as(overloads, &arguments, ty, span) {
                Some(remade) if remade.ty == *ty => Expr { ty: ty.clone(), ..remade },
                remade => remade.unwrap_or_else(|| Expr::invalid(span)),
            }
        })
    }

    /// What a call has made, put into a container of the wider type: more is put in later than the call puts in. Nothing
    /// else holds what was made, so that nobody can tell.
    fn copied_wider(&mut self, made: Expr, ty: &Type, span: Span) -> Expr {
        let (kind, method) = match ty {
            Type::List(_) => (ExprKind::List(Vec::new()), "append"),
            Type::Set(_) => (ExprKind::Set(Vec::new()), "add"),
            _ => (ExprKind::Dict(Vec::new()), "__setitem__"),
        };
        self.with_setup(|tracer| {
            let items = match &made.ty {
                Type::Dict(..) => tracer.call_method(made, "items", Vec::new(), span),
                _ => made,
            };
            let (iterator, item) = tracer.iterate(items);
            let copy = tracer.keep("copy", Expr { kind, ty: ty.clone(), span });
            let target = tracer.temporary("item", &item);
            let read = Expr { kind: ExprKind::Local(target), ty: item.clone(), span };
            let body = tracer.in_block(|tracer| {
                let member = |(index, ty): (usize, &Type)| Expr {
                    kind: ExprKind::Member { tuple: Box::new(read.clone()), index },
                    ty: ty.clone(),
                    span,
                };
                let arguments = match (method, &item) {
                    ("__setitem__", Type::Tuple(members)) => members.iter().enumerate().map(member).collect(),
                    _ => vec![read.clone()],
                };
                if let Some(call) = tracer.try_method(&copy, method, &arguments, span) {
                    tracer.emit_call(call);
                }
            });
            tracer.emit(StmtKind::For { target, iterator, body, orelse: Vec::new() }, span);
            copy
        })
    }
}

fn is_empty_container(ty: &Type) -> bool {
    ty.parts().first().is_some_and(|part| **part == Type::Never)
}

/// What a container is wanted to hold, where one of its kind is expected.
pub(super) fn wanted_elements(expected: Option<&Type>, is_kind: impl Fn(&Type) -> bool) -> [Option<Arc<Element>>; 2] {
    let elements = expected.filter(|ty| is_kind(ty)).map(Type::elements).unwrap_or_default();
    [0, 1].map(|part| elements.get(part).map(|element| Arc::clone(element)))
}

/// The type that is wanted.
pub(super) fn type_of(wanted: &Option<Arc<Element>>) -> Option<&Type> {
    wanted.as_ref().map(|wanted| &wanted.ty)
}
