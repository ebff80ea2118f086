//! Assignments: to names, items and unpacked targets, annotated and augmented.

use rustpython_ast as ast;

use super::declared::agrees;
use super::environment::Binding;
use super::function::{FunctionTracer, is_dict_view, poisoned};
use super::operator::Augmented;
use super::optional::Use;
use super::value::Value;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Expr, ExprKind, NativeArgument};
use crate::source::Span;
use crate::types::{Type, join};

impl<'a> FunctionTracer<'_, 'a> {
    pub(super) fn assign(&mut self, node: &'a ast::StmtAssign) {
        let expected = match &node.targets[..] {
            [target] => self.item_of_target(target),
            _ => None,
        };
        let value = self.value(&node.value, expected.as_ref());
        let span = self.span(node);
        // `a, b = b, a`: members are read before any target is assigned.
        if let ([target], Value::Expr(Expr { kind: ExprKind::Tuple(items), .. })) = (&node.targets[..], &value)
            && let Some(targets) = plain_targets(target)
            && targets.len() == items.len()
        {
            return self.assign_members(targets, items.clone());
        }
        match (&node.targets[..], value) {
            ([target], value) => self.assign_target(target, value, span),
            (targets, Value::Expr(value)) => {
                let value = self.keep("value", value);
                targets.iter().for_each(|target| self.assign_target(target, Value::Expr(value.clone()), span));
            }
            (targets, value) => targets.iter().for_each(|target| self.assign_target(target, value.clone(), span)),
        }
    }

    fn assign_members(&mut self, targets: &'a [ast::Expr], items: Vec<Expr>) {
        let items: Vec<Expr> = items.into_iter().map(|item| self.keep_always("member", item)).collect();
        for (target, item) in targets.iter().zip(items) {
            let span = self.span(target);
            self.assign_target(target, Value::Expr(item), span);
        }
    }

    /// A variable of its own, also for a variable: it may be assigned before it is read.
    pub(super) fn keep_always(&mut self, name: &str, value: Expr) -> Expr {
        if matches!(value.kind, ExprKind::Constant(_) | ExprKind::Invalid) {
            return value;
        }
        if is_dict_view(&value) {
            return self.keep_view(value);
        }
        let slot = self.temporary(name, &value.ty);
        let (ty, span) = (value.ty.clone(), value.span);
        self.emit(crate::ir::StmtKind::Assign { target: slot, value }, span);
        Expr { kind: ExprKind::Local(slot), ty, span }
    }

    pub(super) fn assign_target(&mut self, target: &'a ast::Expr, value: Value<'a>, span: Span) {
        match target {
            ast::Expr::Name(name) => {
                let at = self.span(target);
                self.assign_name(name.id.as_str(), value, at);
            }
            ast::Expr::Tuple(tuple) => self.unpack_value(&tuple.elts, value, span),
            ast::Expr::List(list) => self.unpack_value(&list.elts, value, span),
            ast::Expr::Subscript(subscript) => {
                let value = match value {
                    Value::Expr(value) => value,
                    other => self.function_value(other, span),
                };
                self.assign_item(subscript, value);
            }
            ast::Expr::Attribute(attribute) => self.assign_attribute(attribute, value),
            other => {
                let diagnostic = Diagnostic::new(
                    Code::UnsupportedStatement,
                    self.span(other),
                    "this cannot be assigned to in compiled code",
                );
                self.report(diagnostic.help("assign to names, fields, and items of containers"));
            }
        }
    }

    fn cannot_store(&mut self, value: &Value<'a>, span: Span) {
        let message = format!("{} cannot be stored", value.describe());
        self.report(Diagnostic::new(Code::UnsupportedExpression, span, message));
    }

    fn unpack_value(&mut self, targets: &'a [ast::Expr], value: Value<'a>, span: Span) {
        match value {
            Value::Expr(value) => self.unpack(targets, value, span),
            other => self.cannot_store(&other, span),
        }
    }

    fn unpack(&mut self, targets: &'a [ast::Expr], value: Expr, span: Span) {
        if value.ty == Type::Never && !matches!(value.kind, ExprKind::Invalid) {
            // What it is made of raises, or nothing is known yet of a call that gives it.
            let value = self.keep("never", value);
            return targets.iter().for_each(|target| {
                self.assign_target(unstarred(target), Value::Expr(value.clone()), span);
            });
        }
        if poisoned(&value.ty) {
            for target in targets {
                self.assign_target(
                    unstarred(target),
                    Value::Expr(Expr { kind: ExprKind::Invalid, ty: value.ty.clone(), span }),
                    span,
                );
            }
            return;
        }
        let value = self.present(value, Use::Unpack, span);
        let value = self.plain_sequence(value);
        let value = self.one_tuple(value);
        match value.ty.clone() {
            Type::Tuple(members) => self.unpack_tuple(targets, value, &members, span),
            _ => self.unpack_items(targets, value, span),
        }
    }

    /// One of several tuples of the same length, as a tuple of what stands at each place.
    fn one_tuple(&mut self, value: Expr) -> Expr {
        let members = |ty: &Type| match ty {
            Type::Tuple(members) => Some(members.clone()),
            _ => None,
        };
        let Some(tuples) = value.ty.members().iter().map(members).collect::<Option<Vec<_>>>() else { return value };
        let [first, rest @ ..] = &tuples[..] else { return value };
        if rest.is_empty() || rest.iter().any(|tuple| tuple.len() != first.len()) {
            return value;
        }
        let mut joined = first.to_vec();
        for tuple in rest {
            for (whole, member) in joined.iter_mut().zip(tuple.iter()) {
                *whole = self.join(whole, member);
            }
        }
        let span = value.span;
        self.for_each_member(value, &mut |tracer, tuple| {
            let Type::Tuple(members) = tuple.ty.clone() else { return tuple };
            let items = members.iter().zip(&joined).enumerate().map(|(index, (member, whole))| {
                let kind = ExprKind::Member { tuple: Box::new(tuple.clone()), index };
                tracer.convert(Expr { kind, ty: member.clone(), span }, whole)
            });
            let items = items.collect();
            Expr { kind: ExprKind::Tuple(items), ty: Type::tuple(joined.iter().cloned()), span }
        })
    }

    fn unpack_tuple(&mut self, targets: &'a [ast::Expr], tuple: Expr, members: &[Type], span: Span) {
        let starred = targets.iter().position(|target| matches!(target, ast::Expr::Starred(_)));
        let fits = match starred {
            Some(_) => members.len() + 1 >= targets.len(),
            None => members.len() == targets.len(),
        };
        if !fits {
            let message = format!("a tuple of {} is unpacked into {} names", members.len(), targets.len());
            self.report(Diagnostic::new(Code::UnpackCount, span, message));
            return self.unpack(targets, Expr::invalid(span), span);
        }
        let tuple = self.keep("tuple", tuple);
        let member = |index: usize| Expr {
            kind: ExprKind::Member { tuple: Box::new(tuple.clone()), index },
            ty: members[index].clone(),
            span,
        };
        let extra = members.len() + 1 - targets.len().min(members.len() + 1);
        let mut next = 0;
        for target in targets {
            if let ast::Expr::Starred(rest) = target {
                let items: Vec<Expr> = (next..next + extra).map(member).collect();
                next += extra;
                let at = self.span(rest);
                if let Some((element, items)) = self.elements(items, None, 0, at) {
                    let list = Expr { kind: ExprKind::List(items), ty: Type::List(element), span: at };
                    self.assign_target(&rest.value, Value::Expr(list), span);
                }
            } else {
                self.assign_target(target, Value::Expr(member(next)), span);
                next += 1;
            }
        }
    }

    /// Any other iterable: its items are collected, and counted when the program runs.
    fn unpack_items(&mut self, targets: &'a [ast::Expr], value: Expr, span: Span) {
        let (iterator, item) = self.iterate(value);
        if poisoned(&item) {
            return self.unpack(targets, Expr { kind: ExprKind::Invalid, ty: item, span }, span);
        }
        let starred = targets.iter().position(|target| matches!(target, ast::Expr::Starred(_)));
        let count = |count: usize| NativeArgument::Value(Expr::constant(Constant::Int(count as i64), span));
        let list = match starred {
            None => {
                let arguments = vec![NativeArgument::Iterator(iterator), count(targets.len())];
                self.raising_native("builtins::unpack", arguments, Type::list(item.clone()), span)
            }
            Some(at) => {
                let arguments = vec![NativeArgument::Iterator(iterator), count(at), count(targets.len() - at - 1)];
                self.raising_native("builtins::unpack_star", arguments, Type::list(item.clone()), span)
            }
        };
        let list = self.keep("items", list);
        for (index, target) in targets.iter().enumerate() {
            let after = targets.len() - index - 1;
            let passed_star = starred.is_some_and(|at| index > at);
            let value = if starred == Some(index) {
                let stop = if after == 0 { Constant::None } else { Constant::Int(-(after as i64)) };
                let bounds =
                    [Constant::Int(index as i64), stop, Constant::None].map(|bound| Expr::constant(bound, span));
                let slice = Expr { kind: ExprKind::Slice(Box::new(bounds)), ty: Type::Slice, span };
                let rest = self.item(list.clone(), slice, span);
                self.at_site(rest, self.span(target))
            } else {
                let at = if passed_star { -(after as i64) - 1 } else { index as i64 };
                let at = Expr::constant(Constant::Int(at), span);
                self.item(list.clone(), at, span)
            };
            self.assign_target(unstarred(target), Value::Expr(value), span);
        }
    }

    pub(super) fn annotated_assign(&mut self, node: &'a ast::StmtAnnAssign) {
        let Some(value) = &node.value else {
            self.annotation(&node.annotation);
            return;
        };
        // What says less than the value, as `list`, says nothing.
        let span = self.span(&*node.target);
        let declared = self.quiet_annotation(&node.annotation);
        let declared = declared.map(|declared| self.declared_type(&declared, value, span));
        let value = self.expression(value, declared.as_ref());
        if let Some(declared) = &declared
            && !agrees(&value.ty, declared)
        {
            let message = format!("declared as `{declared}`, but assigned a `{}`", value.ty);
            let diagnostic = Diagnostic::new(Code::ReturnType, span, message);
            self.report(diagnostic.help("the type of the value is the one that is compiled"));
        }
        // A declared union or literal is what later assignments join with anyway; the value's own type is finer.
        let value = match &declared {
            Some(declared) if join(declared, &value.ty) == *declared && !declared.is_union() => {
                self.convert(value, declared)
            }
            _ => value,
        };
        self.assign_target(&node.target, Value::Expr(value), span);
    }

    pub(super) fn augmented_assign(&mut self, node: &'a ast::StmtAugAssign) {
        let span = self.span(node);
        match &*node.target {
            ast::Expr::Name(name) => {
                let left = self.named_value(name);
                let left = self.keep_for("left", left, &node.value);
                let right = self.expression(&node.value, None);
                match self.augmented(node.op, left, right, span) {
                    Augmented::InPlace(call) => self.emit_call(call),
                    Augmented::Rebound(value) => {
                        let at = self.span(&*node.target);
                        self.assign_name(name.id.as_str(), Value::Expr(value), at);
                    }
                }
            }
            ast::Expr::Subscript(subscript) => self.augmented_item(subscript, node),
            ast::Expr::Attribute(attribute) => self.augmented_attribute(attribute, node),
            other => {
                let diagnostic = Diagnostic::new(
                    Code::UnsupportedStatement,
                    self.span(other),
                    "this cannot be assigned to in compiled code",
                );
                self.report(diagnostic);
            }
        }
    }

    /// `container[index] op= value`: container, index and item are evaluated once, before the value.
    fn augmented_item(&mut self, target: &'a ast::ExprSubscript, node: &'a ast::StmtAugAssign) {
        let span = self.span(node);
        let container = self.expression(&target.value, None);
        let container = self.keep_for("container", container, &target.slice);
        let container = self.keep_for("container", container, &node.value);
        let index = self.expression(&target.slice, None);
        let index = self.keep_parts(index, &node.value);
        let item = self.item(container.clone(), index.clone(), span);
        let item = self.keep("item", item);
        let right = self.expression(&node.value, None);
        match self.augmented(node.op, item.clone(), right, span) {
            Augmented::InPlace(call) => {
                self.emit_call(call);
                if !keeps_changed_items(&container.ty, &index.ty) {
                    self.store_item(container, index, item, span);
                }
            }
            Augmented::Rebound(value) => {
                let value = self.keep("value", value);
                self.store_item(container, index, value, span);
            }
        }
    }

    /// A variable of its own for a value that is read again after an expression, which may bind its name.
    fn keep_for(&mut self, name: &str, value: Expr, after: &'a ast::Expr) -> Expr {
        if crate::scope::walrus_names([after]).is_empty() {
            self.keep(name, value)
        } else {
            self.keep_always(name, value)
        }
    }

    /// An index whose parts are evaluated once: a slice and a tuple stay what they are, since they say which items are
    /// meant.
    fn keep_parts(&mut self, mut index: Expr, after: &'a ast::Expr) -> Expr {
        match &mut index.kind {
            ExprKind::Slice(bounds) => {
                for bound in bounds.iter_mut() {
                    *bound = self.keep_for("bound", bound.clone(), after);
                }
                index
            }
            ExprKind::Tuple(parts) => {
                for part in parts.iter_mut() {
                    *part = self.keep_parts(part.clone(), after);
                }
                index
            }
            _ => self.keep_for("index", index, after),
        }
    }

    /// `object.name op= value`.
    fn augmented_attribute(&mut self, target: &'a ast::ExprAttribute, node: &'a ast::StmtAugAssign) {
        let span = self.span(node);
        let name = target.attr.as_str();
        let object = match self.value(&target.value, None) {
            Value::Unmade(class) => {
                let item = self.read_unmade(class, &target.value, name, span);
                let item = self.keep("item", item);
                let right = self.expression(&node.value, None);
                match self.augmented(node.op, item, right, span) {
                    Augmented::InPlace(call) => self.emit_call(call),
                    Augmented::Rebound(value) => self.set_unmade(class, &target.value, name, value, span),
                }
                return;
            }
            Value::Expr(object) => self.keep_for("object", object, &node.value),
            other => return self.cannot_store(&other, span),
        };
        if poisoned(&object.ty) {
            return;
        }
        let item = self.attribute_value(object.clone(), name, target);
        let item = self.keep("item", item);
        let right = self.expression(&node.value, None);
        match self.augmented(node.op, item.clone(), right, span) {
            Augmented::InPlace(call) => {
                self.emit_call(call);
                // A setter may do more than keep the object.
                if self.is_property(&object.ty, name) {
                    self.store_attribute(object, name, item, span);
                }
            }
            Augmented::Rebound(value) => {
                let value = self.keep("value", value);
                let known = value.ty.clone();
                self.store_attribute(object, name, value, span);
                if let Some(environment) = &mut self.environment {
                    environment.forget_field(name);
                    if let Some(path) = super::record::path_of(target)
                        && !poisoned(&known)
                    {
                        environment.narrow(&path, known);
                    }
                }
            }
        }
    }

    fn is_property(&self, ty: &Type, name: &str) -> bool {
        use crate::scope::classes::Member;
        let member = self.class_of_type(ty).and_then(|class| self.tracer.classes.member(class, name));
        matches!(member, Some((_, Member::Property { .. })))
    }

    fn named_value(&mut self, name: &'a ast::ExprName) -> Expr {
        let span = self.span(name);
        let id = name.id.as_str();
        match self.lookup(id).cloned() {
            Some(Binding::Local { .. } | Binding::Cell { .. }) => self.read_name(id, span),
            // It was refused: using it must not cascade.
            Some(Binding::Static(Value::Expr(value))) if poisoned(&value.ty) => value,
            _ => {
                let message = format!("`{id}` is read before it is assigned");
                let diagnostic = Diagnostic::new(Code::UnboundName, span, message);
                self.refuse(diagnostic.help("a name that a function assigns is local to it: assign it first"))
            }
        }
    }

    /// The value of a name that is known to hold one.
    pub(super) fn read_name(&mut self, name: &str, span: Span) -> Expr {
        match self.name_value(name, span) {
            Value::Expr(expr) => expr,
            other => {
                let message = format!("{} cannot be used as a value here", other.describe());
                self.refuse(Diagnostic::new(Code::UnsupportedExpression, span, message))
            }
        }
    }
}

/// Whether an item that was changed in place is in its container already: of an array it is a view, and in the others it is
/// the object that stands there. A slice of a list is a new list, and what else stores an item may do more than that.
fn keeps_changed_items(container: &Type, index: &Type) -> bool {
    match container {
        Type::Array(_) | Type::Tensor(_) | Type::Dict(..) => true,
        Type::List(_) => *index != Type::Slice,
        _ => false,
    }
}

/// The targets of an unpacking without a star.
fn plain_targets(target: &ast::Expr) -> Option<&[ast::Expr]> {
    let targets = match target {
        ast::Expr::Tuple(tuple) => &tuple.elts[..],
        ast::Expr::List(list) => &list.elts[..],
        _ => return None,
    };
    (!targets.iter().any(|target| matches!(target, ast::Expr::Starred(_)))).then_some(targets)
}

fn unstarred(target: &ast::Expr) -> &ast::Expr {
    match target {
        ast::Expr::Starred(starred) => &starred.value,
        other => other,
    }
}
