//! Loops: `for`, `while`, `break`, `continue`.
//!
//! A name that a loop assigns may come to the loop's head with one type from before and another from the last round,
//! and leave it with several. Both joins are learned over passes (see [`super::tables`]); within one pass the head and
//! the exit have fixed variables, and every way that leads there moves its values into them.

use std::collections::BTreeSet;

use rustpython_ast as ast;
use rustpython_text_size::Ranged;

use super::environment::{Binding, Environment};
use super::function::{FunctionTracer, poisoned};
use super::optional::Use;
use super::tables::LoopEnd;
use super::value::Value;
use crate::catalog::{StubType, catalog};
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Block, Expr, ExprKind, LocalId, NativeArgument, StmtKind};
use crate::scope::assigned_names;
use crate::source::Span;
use crate::types::{Type, join};

/// A loop that is being traced.
pub(super) struct LoopFrame {
    /// The statement: what the joined types are known by.
    span: Span,
    /// The names that the loop assigns.
    assigned: BTreeSet<String>,
    /// The variables that those names have at the head.
    head: Vec<(String, LocalId, Type)>,
    /// How many cleanups there are around it.
    cleanups: usize,
    /// Whether a `break` was met.
    broken: bool,
}

impl<'a> FunctionTracer<'_, 'a> {
    pub(super) fn for_statement(&mut self, node: &'a ast::StmtFor) {
        let span = self.span(node);
        let mut bound_here = assigned_names(&node.body);
        bound_here.extend(assigned_names_of_target(&node.target));
        if crate::scope::loaded_names([], &[&node.iter]).is_disjoint(&bound_here) {
            self.immediate.insert(node.iter.range());
        }
        let iterable = self.expression(&node.iter, None);
        let iterable = self.present(iterable, Use::Iterate, self.span(&*node.iter));
        let (iterator, item) = self.iterate(iterable);
        if super::comprehension::is_never(&item) {
            // Nothing is ever in it, as far as is known: the body is not reached.
            self.emit(StmtKind::Evaluate(iterator), span);
            return self.statements(&node.orelse);
        }
        let mut assigned = assigned_names(&node.body);
        assigned.extend(assigned_names_of_target(&node.target));
        self.enter_loop(span, &assigned);
        let at_head = self.environment.clone();
        let mut target = None;
        let body = self.in_block(|tracer| {
            target = Some(tracer.loop_target(&node.target, &item));
            tracer.statements(&node.body);
            tracer.next_round();
        });
        let before = at_head.clone().unwrap_or_default();
        self.environment = at_head;
        let orelse = self.leave_loop(&node.orelse, before);
        let target = target.expect("the block sets it");
        self.emit(StmtKind::For { target, iterator, body, orelse }, span);
    }

    pub(super) fn while_statement(&mut self, node: &'a ast::StmtWhile) {
        let span = self.span(node);
        let mut assigned = assigned_names(&node.body);
        assigned.extend(crate::scope::walrus_names([&*node.test]));
        self.enter_loop(span, &assigned);
        let condition = self.condition(&node.test);
        let at_head = self.environment.clone();
        if condition.test.known_truth() == Some(false) {
            self.loops.pop();
            self.known_truth(&condition.test);
            return self.statements(&node.orelse);
        }
        self.narrow(&condition.if_true);
        let body = self.in_block(|tracer| {
            tracer.statements(&node.body);
            tracer.next_round();
        });
        let before = at_head.clone().unwrap_or_default();
        self.environment = at_head;
        self.narrow(&condition.if_false);
        if condition.test.known_truth() == Some(true) {
            self.environment = None;
        }
        let orelse = self.leave_loop(&node.orelse, before);
        self.emit(StmtKind::While { test: condition.test, body, orelse }, span);
    }

    pub(super) fn break_statement(&mut self, span: Span) {
        let Some(frame) = self.loops.last() else { return self.outside_loop("break", span) };
        self.clean_up(frame.cleanups, span);
        if self.environment.is_none() {
            return;
        }
        if let Some(frame) = self.loops.last_mut() {
            frame.broken = true;
        }
        let mut block = std::mem::take(&mut self.block);
        self.move_to_exit(&mut block);
        self.block = block;
        self.emit(StmtKind::Break, span);
        self.environment = None;
    }

    pub(super) fn continue_statement(&mut self, span: Span) {
        let Some(frame) = self.loops.last() else { return self.outside_loop("continue", span) };
        self.clean_up(frame.cleanups, span);
        if self.environment.is_none() {
            return;
        }
        self.next_round();
        self.emit(StmtKind::Continue, span);
        self.environment = None;
    }

    fn outside_loop(&mut self, word: &str, span: Span) {
        self.report(Diagnostic::new(Code::Syntax, span, format!("`{word}` outside a loop")));
        self.environment = None;
    }

    /// Brings the names that the loop assigns into their variables at its head.
    fn enter_loop(&mut self, span: Span, assigned: &BTreeSet<&str>) {
        // The last round may have run other functions.
        self.forget_shared();
        if let Some(environment) = &mut self.environment {
            environment.forget_fields();
        }
        let mut head = Vec::new();
        for name in assigned {
            let binding = self.environment.as_ref().and_then(|environment| environment.get(name).cloned());
            let tables = &mut self.tracer.tables;
            let ty = match &binding {
                Some(Binding::Local { view, .. }) => tables.join_loop(self.instance, span, LoopEnd::Head, name, view),
                Some(Binding::Cell { .. }) => {
                    if let Some(environment) = &mut self.environment {
                        environment.widen_cells(&|shared, _| shared == *name);
                    }
                    continue;
                }
                // A function that the loop binds anew: a variable that may hold either.
                Some(Binding::Static(value)) if !matches!(value, Value::Expr(_)) => {
                    let environment = self.environment.clone().unwrap_or_default();
                    let Some(value) = self.static_value(&environment, value, span) else { continue };
                    let ty = self.tracer.tables.join_loop(self.instance, span, LoopEnd::Head, name, &value.ty);
                    let slot = self.slot(name, &ty);
                    let value = self.convert(value, &ty);
                    self.emit(StmtKind::Assign { target: slot, value }, span);
                    self.bind(name, Binding::Local { slot, declared: ty.clone(), view: ty.clone() });
                    head.push(((*name).to_owned(), slot, ty));
                    continue;
                }
                Some(_) => continue,
                None => match tables.loop_type(self.instance, span, LoopEnd::Head, name) {
                    // Its assignment in the loop was refused: a read before it is an error of its own.
                    Some(Type::Unknown) => continue,
                    Some(ty) => join(&ty, &Type::Unbound),
                    None => continue,
                },
            };
            let slot = self.slot(name, &ty);
            let mut block = std::mem::take(&mut self.block);
            self.move_into(slot, &ty, binding.as_ref(), &mut block, span);
            self.block = block;
            self.bind(name, Binding::Local { slot, declared: ty.clone(), view: ty.clone() });
            head.push(((*name).to_owned(), slot, ty));
        }
        let assigned = assigned.iter().map(|name| (*name).to_owned()).collect();
        let cleanups = self.attempts.cleanups.len();
        self.loops.push(LoopFrame { span, assigned, head, cleanups, broken: false });
    }

    /// The end of a round: moves what the names hold now into their variables at the head.
    fn next_round(&mut self) {
        let (Some(environment), Some(frame)) = (self.environment.clone(), self.loops.last()) else { return };
        let span = frame.span;
        let head = frame.head.clone();
        let names: Vec<String> = frame.assigned.iter().cloned().collect();
        let mut block = std::mem::take(&mut self.block);
        for name in names {
            let binding = environment.get(&name);
            let view = match binding {
                Some(Binding::Local { view, .. }) => view.clone(),
                None => Type::Unbound,
                Some(Binding::Static(_)) if head.iter().any(|(other, ..)| *other == name) => {
                    let Some(value) = self.binding_value(&environment, &name, span) else { continue };
                    let ty = self.tracer.tables.join_loop(self.instance, span, LoopEnd::Head, &name, &value.ty);
                    let (_, slot, _) = head.iter().find(|(other, ..)| *other == name).expect("it was just found");
                    let value = self.convert(value, &ty);
                    block.push(crate::ir::Stmt { kind: StmtKind::Assign { target: *slot, value }, span });
                    continue;
                }
                Some(_) => continue,
            };
            let at_head = head.iter().find(|(other, ..)| *other == name);
            let seen = if at_head.is_none() { join(&view, &Type::Unbound) } else { view };
            self.tracer.tables.widen_loop(self.instance, span, LoopEnd::Head, &name, &seen);
            if let Some((_, slot, ty)) = at_head {
                self.unify_sites(&seen, ty);
                self.move_into(*slot, ty, binding, &mut block, span);
            }
        }
        self.block = block;
    }

    /// A `break`: moves what the names hold now into their variables behind the loop.
    fn move_to_exit(&mut self, block: &mut Block) {
        let (Some(environment), Some(frame)) = (self.environment.clone(), self.loops.last()) else { return };
        let (span, names) = (frame.span, frame.assigned.clone());
        let head: Vec<String> = frame.head.iter().map(|(name, ..)| name.clone()).collect();
        for name in names {
            let binding = environment.get(&name);
            let view = match binding {
                Some(Binding::Local { view, .. }) => view.clone(),
                None => Type::Unbound,
                Some(Binding::Static(_)) if head.contains(&name) => {
                    let Some(value) = self.binding_value(&environment, &name, span) else { continue };
                    let ty = self.tracer.tables.join_loop(self.instance, span, LoopEnd::Exit, &name, &value.ty);
                    let slot = self.slot(&name, &ty);
                    let value = self.convert(value, &ty);
                    block.push(crate::ir::Stmt { kind: StmtKind::Assign { target: slot, value }, span });
                    continue;
                }
                Some(_) => continue,
            };
            let ty = self.tracer.tables.join_loop(self.instance, span, LoopEnd::Exit, &name, &view);
            self.unify_sites(&view, &ty);
            let slot = self.slot(&name, &ty);
            self.move_into(slot, &ty, binding, block, span);
        }
    }

    /// The `else` of the loop, and the environment behind it: that of the normal end joined with those of the breaks.
    /// `before` is the environment at the head, from which names that the loop does not assign are taken.
    fn leave_loop(&mut self, orelse: &'a [ast::Stmt], before: Environment<'a>) -> Block {
        let frame = self.loops.pop().expect("the loop was entered");
        let before = without_views(before, &frame.assigned);
        self.environment = self.environment.take().map(|environment| without_views(environment, &frame.assigned));
        let mut block = self.in_block(|tracer| tracer.statements(orelse));
        if !frame.broken {
            return block;
        }
        let outer = match self.environment.clone() {
            Some(normal) => {
                self.loops.push(LoopFrame {
                    span: frame.span,
                    assigned: frame.assigned.clone(),
                    head: Vec::new(),
                    cleanups: frame.cleanups,
                    broken: true,
                });
                self.move_to_exit(&mut block);
                self.loops.pop();
                normal
            }
            None => before,
        };
        self.environment = Some(self.at_exit(outer, &frame.assigned, frame.span));
        block
    }

    fn at_exit(
        &mut self,
        mut environment: Environment<'a>,
        assigned: &BTreeSet<String>,
        span: Span,
    ) -> Environment<'a> {
        for name in assigned {
            // A shared name was no such in the pass that learned this.
            if let Some(Binding::Cell { .. }) = environment.get(name) {
                continue;
            }
            if let Some(ty) = self.tracer.tables.loop_type(self.instance, span, LoopEnd::Exit, name) {
                if ty == Type::Unbound {
                    environment.remove(name);
                    continue;
                }
                let slot = self.slot(name, &ty);
                environment.set(name, Binding::Local { slot, declared: ty.clone(), view: ty });
            }
        }
        environment
    }

    /// The variable that each item is put into, and what the target of the loop makes of it.
    fn loop_target(&mut self, target: &'a ast::Expr, item: &Type) -> LocalId {
        let span = self.span(target);
        let is_shared = |name: &str| self.is_in_cell(name);
        if let ast::Expr::Name(name) = target
            && !is_shared(name.id.as_str())
        {
            let slot = self.slot(name.id.as_str(), item);
            self.tracer.note_type(span, item);
            self.bind(name.id.as_str(), Binding::Local { slot, declared: item.clone(), view: item.clone() });
            self.note_assignment(name.id.as_str(), span);
            return slot;
        }
        let slot = self.temporary("item", item);
        let value = Expr { kind: ExprKind::Local(slot), ty: item.clone(), span };
        self.assign_target(target, Value::Expr(value), span);
        slot
    }

    /// The iterator over a value and the type of its items.
    pub(super) fn iterate(&mut self, iterable: Expr) -> (Expr, Type) {
        let span = iterable.span;
        let iterable = self.as_tuple(iterable);
        if let Type::Record(_) = iterable.ty
            && let Some(iterator) = self.record_dunder(&iterable, "__iter__", &[], span)
        {
            return match &iterator.ty {
                Type::Iterator(item) => {
                    let item = (**item).clone();
                    (iterator, item)
                }
                ty if poisoned(ty) => (Expr { kind: ExprKind::Invalid, ty: ty.clone(), span }, ty.clone()),
                ty => {
                    let message = format!("`__iter__` must give an iterator, not `{ty}`");
                    let diagnostic = Diagnostic::new(Code::NotIterable, span, message);
                    (self.refuse(diagnostic.help("write `return iter(…)` of a container")), Type::Unknown)
                }
            };
        }
        let iterable = match iterable.ty.is_flag() {
            true => {
                let list = Type::list(iterable.ty.clone());
                self.native("flag::members", vec![iterable], list, span)
            }
            false => self.plain(iterable),
        };
        let Some(item) = self.item_type(&iterable.ty) else {
            if let Some(item) = self.joined_item(&iterable.ty) {
                let iterator = self.for_each_member(iterable, &mut |tracer, member| {
                    let (iterator, own) = tracer.iterate(member);
                    tracer.items_as(iterator, &own, &item)
                });
                return (iterator, item);
            }
            let message = format!("`{}` cannot be iterated over", iterable.ty);
            let mut diagnostic = Diagnostic::new(Code::NotIterable, span, message);
            if iterable.ty.members().contains(&Type::None) {
                diagnostic = diagnostic.help("test for `None` first: `if value is not None:`");
            } else if iterable.ty == Type::Int {
                diagnostic = diagnostic.help("count up to it with `range(…)`");
            }
            return (self.refuse(diagnostic), Type::Unknown);
        };
        let ty = Type::iterator(item.clone());
        if matches!(iterable.ty, Type::Iterator(_)) {
            return (iterable, item);
        }
        if item == Type::Unknown {
            return (Expr::invalid(span), item);
        }
        if matches!(iterable.ty, Type::Tensor(_)) {
            let path = "torch::tensor::iter";
            return (self.raising_native(path, vec![NativeArgument::Reference(iterable)], ty, span), item);
        }
        if matches!(iterable.ty, Type::Array(_)) {
            // The number of axes says what comes out: the runtime cannot tell by the type of the array.
            let path =
                if matches!(item, Type::Scalar(_)) { "numpy::ndarray::iter_scalars" } else { "numpy::ndarray::iter" };
            return (self.raising_native(path, vec![NativeArgument::Reference(iterable)], ty, span), item);
        }
        (Expr { kind: ExprKind::Iterate(Box::new(iterable)), ty, span }, item)
    }

    /// The type of the items of a union whose members can all be iterated over.
    fn joined_item(&mut self, ty: &Type) -> Option<Type> {
        let items = ty.is_union().then(|| ty.members().iter().map(|member| self.item_type(member)));
        let items: Vec<Type> = items?.collect::<Option<_>>()?;
        let joined = items.into_iter().reduce(|a, b| self.join(&a, &b))?;
        (!poisoned(&joined)).then_some(joined)
    }

    /// The type of the items that iteration over a type gives; `None` where it cannot be iterated.
    pub(super) fn item_type(&self, ty: &Type) -> Option<Type> {
        Some(match ty {
            Type::Unknown | Type::Never => ty.clone(),
            Type::List(element) | Type::Set(element) | Type::FrozenSet(element) | Type::Dict(element, _) => {
                element.ty.clone()
            }
            // A container of the catalog gives what its first type variable stands for: items, or keys.
            Type::Container(_, elements) => elements.first()?.ty.clone(),
            Type::Sequence(item) | Type::Iterator(item) => (**item).clone(),
            Type::Tuple(members) => crate::types::join_all(members.iter()),
            Type::Str => Type::Str,
            Type::Bytes | Type::Range => Type::Int,
            Type::Instance(class) => match crate::types::members_of(class) {
                // A named tuple of the catalog.
                Some(members) => self.item_type(&members)?,
                None => item_of_instance(class)?,
            },
            Type::Literal(values) => self.item_type(&values[0].ty())?,
            Type::Array(array) => super::subscript::row_type(array)?,
            Type::Tensor(tensor) => super::subscript::tensor_row_type(tensor)?,
            Type::Record(_) if ty.is_flag() => ty.clone(),
            Type::Record(_) => self.item_type(&self.plain_type(ty)?)?,
            // Collections of one item type each: the runtime asks which of them it is.
            Type::Union(members) if members.iter().all(is_collection) => {
                let mut items = members.iter().map(|member| self.item_type(member));
                let first = items.next()??;
                items.all(|item| item.as_ref() == Some(&first)).then_some(first)?
            }
            _ => return None,
        })
    }
}

/// What an object of the catalog gives, as its stub says.
fn item_of_instance(class: &str) -> Option<Type> {
    let StubType::Iterator(item) = &catalog().method(class, "__iter__")?.first()?.returns else { return None };
    match &**item {
        StubType::Plain(item) => Some(item.clone()),
        _ => None,
    }
}

/// Whether values of the type are iterated over without more ado, where they are members of a union.
fn is_collection(ty: &Type) -> bool {
    matches!(ty, Type::List(_) | Type::Set(_) | Type::FrozenSet(_) | Type::Sequence(_) | Type::Dict(..))
}

/// The environment with nothing known of the shared names that a loop assigns beyond what their cells hold.
fn without_views<'a>(mut environment: Environment<'a>, assigned: &BTreeSet<String>) -> Environment<'a> {
    environment.widen_cells(&|name, _| assigned.contains(name));
    environment
}

fn assigned_names_of_target(target: &ast::Expr) -> BTreeSet<&str> {
    match target {
        ast::Expr::Name(name) => [name.id.as_str()].into(),
        ast::Expr::Tuple(tuple) => tuple.elts.iter().flat_map(assigned_names_of_target).collect(),
        ast::Expr::List(list) => list.elts.iter().flat_map(assigned_names_of_target).collect(),
        ast::Expr::Starred(starred) => assigned_names_of_target(&starred.value),
        _ => BTreeSet::new(),
    }
}
