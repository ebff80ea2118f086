//! Displays: `[a, b]`, `(a, b)`, `{a, b}`, `{a: b}`.

use rustpython_ast as ast;

use super::arguments::Argument;
use super::function::{FunctionTracer, poisoned};
use super::native::is_hashable;
use crate::catalog::Signature;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Expr, ExprKind};
use crate::source::Span;
use crate::types::{Element, Type, join_all};

impl<'a> FunctionTracer<'_, 'a> {
    pub(super) fn tuple(&mut self, nodes: &'a [ast::Expr], expected: Option<&Type>, span: Span) -> Expr {
        let expected_member = |index: usize| match expected {
            Some(Type::Tuple(members)) => members.get(index).cloned(),
            Some(Type::Sequence(item)) => Some((**item).clone()),
            _ => None,
        };
        let mut items = Vec::new();
        for (index, node) in nodes.iter().enumerate() {
            if let ast::Expr::Starred(starred) = node {
                let Some(spread) = self.spread_tuple(starred) else { return Expr::invalid(span) };
                items.extend(spread);
            } else {
                items.push(self.expression(node, expected_member(index).as_ref()));
            }
        }
        if let Some(poison) = items.iter().find(|item| poisoned(&item.ty)) {
            return Expr { kind: ExprKind::Invalid, ty: poison.ty.clone(), span };
        }
        let ty = Type::tuple(items.iter().map(|item| item.ty.clone()));
        Expr { kind: ExprKind::Tuple(items), ty, span }
    }

    /// `*pair` in a tuple display.
    fn spread_tuple(&mut self, starred: &'a ast::ExprStarred) -> Option<Vec<Expr>> {
        let span = self.span(starred);
        let tuple = self.expression(&starred.value, None);
        match (&tuple.ty, tuple.kind.clone()) {
            (_, ExprKind::Tuple(items)) => Some(items),
            (Type::Tuple(members), ExprKind::Local(_)) => {
                let member = |(index, ty): (usize, &Type)| Expr {
                    kind: ExprKind::Member { tuple: Box::new(tuple.clone()), index },
                    ty: ty.clone(),
                    span,
                };
                Some(members.iter().enumerate().map(member).collect())
            }
            _ if poisoned(&tuple.ty) => None,
            _ => {
                let message =
                    format!("`*` in a tuple needs a variable that holds a tuple of fixed length, not `{}`", tuple.ty);
                self.report(Diagnostic::new(Code::UnsupportedExpression, span, message).help("build a list instead"));
                None
            }
        }
    }

    pub(super) fn list(&mut self, nodes: &'a [ast::Expr], expected: Option<&Type>, span: Span) -> Expr {
        let wanted = match expected {
            Some(Type::List(element)) => Some(element.ty.clone()),
            _ => None,
        };
        if nodes.iter().any(|node| matches!(node, ast::Expr::Starred(_))) {
            return self.spread_list(nodes, wanted, span);
        }
        let items: Vec<Expr> = nodes.iter().map(|node| self.expression(node, wanted.as_ref())).collect();
        let Some((element, items)) = self.elements(items, wanted, 0, span) else { return Expr::invalid(span) };
        Expr { kind: ExprKind::List(items), ty: Type::List(element), span }
    }

    /// `[*a, b, *c]`: built piece by piece.
    fn spread_list(&mut self, nodes: &'a [ast::Expr], wanted: Option<Type>, span: Span) -> Expr {
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
        let wanted = match expected {
            Some(Type::Set(element)) => Some(element.ty.clone()),
            _ => None,
        };
        let items: Vec<Expr> = nodes.iter().map(|node| self.expression(node, wanted.as_ref())).collect();
        let Some((element, items)) = self.elements(items, wanted, 0, span) else { return Expr::invalid(span) };
        if !self.check_hashable(&element.ty, span) {
            return Expr::invalid(span);
        }
        Expr { kind: ExprKind::Set(items), ty: Type::Set(element), span }
    }

    pub(super) fn dict(&mut self, node: &'a ast::ExprDict, expected: Option<&Type>) -> Expr {
        let span = self.span(node);
        let (wanted_key, wanted_value) = match expected {
            Some(Type::Dict(key, value)) => (Some(key.ty.clone()), Some(value.ty.clone())),
            _ => (None, None),
        };
        let (mut keys, mut values) = (Vec::new(), Vec::new());
        for item in &node.items {
            let Some(key) = &item.key else {
                let diagnostic = Diagnostic::new(
                    Code::UnsupportedExpression,
                    self.span(&item.value),
                    "`**` in a dict display cannot be compiled yet",
                );
                return self.refuse(diagnostic.help("write `a | b`, or call `update`"));
            };
            keys.push(self.expression(key, wanted_key.as_ref()));
            values.push(self.expression(&item.value, wanted_value.as_ref()));
        }
        let Some((key, keys)) = self.elements(keys, wanted_key, 0, span) else { return Expr::invalid(span) };
        let Some((value, values)) = self.elements(values, wanted_value, 1, span) else { return Expr::invalid(span) };
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
        wanted: Option<Type>,
        part: u8,
        span: Span,
    ) -> Option<(std::sync::Arc<Element>, Vec<Expr>)> {
        if items.iter().any(|item| item.ty == Type::Unknown) {
            return None;
        }
        let element = self.element(&join_all(items.iter().map(|item| &item.ty)), wanted, part, span);
        let items = items.into_iter().map(|item| self.convert(item, &element.ty)).collect();
        Some((element, items))
    }

    /// The element type of a container made here that holds values of type `held` at first.
    pub(super) fn element(
        &mut self,
        held: &Type,
        wanted: Option<Type>,
        part: u8,
        span: Span,
    ) -> std::sync::Arc<Element> {
        let site = self.tracer.tables.site(self.instance, span, part);
        let mut ty = self.tracer.tables.join_site(site, &held.widened());
        if let Some(wanted) = wanted
            && crate::types::join(&wanted, &ty) == wanted
        {
            ty = self.tracer.tables.join_site(site, &wanted);
        }
        Element::at(ty, site)
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
        // More is put in later than the call puts in: the annotation of the copy's element type is the wider one.
        let message = format!("a `{}` is made here, but values of other types are put in later (`{ty}`)", made.ty);
        let diagnostic = Diagnostic::new(Code::ElementType, span, message);
        self.refuse(diagnostic.help("start from an empty display with an annotation and add the elements in a loop"))
    }
}

fn is_empty_container(ty: &Type) -> bool {
    ty.parts().first().is_some_and(|part| **part == Type::Never)
}
