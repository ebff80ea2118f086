//! Built-in functions that call a function for each item: `sorted(key=…)`, `map`, `filter`; and those that take the
//! truth of each. They are lowered to generator expressions, so the function is called where it stands.

use rustpython_ast as ast;

use super::arguments::Argument;
use super::function::{FunctionTracer, poisoned};
use super::value::Value;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{
    Clause, Comprehension, Constant, Expr, ExprKind, NativeArgument, NativeCall, NativeResult, StmtKind, Stop,
};
use crate::source::Span;
use crate::types::{DType, Type, join_all, union};

impl<'a> FunctionTracer<'_, 'a> {
    /// The class of objects that `max` compares which has both `__lt__` and `__gt__`: the two may not agree.
    fn ordered_twice(&self, compared: &Type) -> Option<&'a str> {
        let has_both = |part: &Type| {
            let class = self.class_of_type(part)?;
            let has = |name: &str| self.tracer.classes.method(class, name).is_some();
            (has("__lt__") && has("__gt__")).then(|| class.node.name.as_str())
        };
        has_both(compared).or_else(|| compared.parts().into_iter().find_map(|part| self.ordered_twice(part)))
    }

    fn refuse_order(&mut self, class: &str, help: &str, span: Span) -> Expr {
        let message = format!("`max` asks `__gt__` of `{class}`, and a native order is made by its `__lt__`");
        self.refuse(Diagnostic::new(Code::UnsupportedExpression, span, message).help(help))
    }

    /// `sorted`, `min` or `max` with a key, `map`, `filter`, and `any` or `all` of other values than `bool`s;
    /// `None` for any other call.
    pub(super) fn iteration_call(&mut self, name: &str, arguments: &[Argument<'a>], span: Span) -> Option<Expr> {
        let positional: Vec<&Argument> = arguments.iter().filter(|argument| argument.keyword.is_none()).collect();
        let keyword = |name: &str| arguments.iter().find(|argument| argument.keyword == Some(name));
        if name == "max" && keyword("key").is_none_or(|key| is_none(&key.value)) {
            let value = |argument: &&Argument<'a>| self.iterable(argument).map(|value| value.ty);
            let types: Vec<Type> = positional.iter().filter_map(value).collect();
            let compared = match &types[..] {
                [items] => self.item_type(items).into_iter().collect(),
                _ => types,
            };
            if let Some(class) = compared.iter().find_map(|ty| self.ordered_twice(ty)) {
                let help = "define one of the two only, or give `max` a `key`";
                return Some(self.refuse_order(class, help, span));
            }
        }
        match (name, &positional[..]) {
            ("sorted" | "min" | "max", [items]) => {
                let key = keyword("key").filter(|key| !is_none(&key.value))?;
                let known = if name == "sorted" { ["key", "reverse"] } else { ["key", "default"] };
                if arguments.iter().any(|argument| argument.keyword.is_some_and(|name| !known.contains(&name))) {
                    return None;
                }
                if let Value::Comparator(compare) = &key.value {
                    let (items, compare) = ((*items).clone(), (**compare).clone());
                    return Some(self.compared_call(name, items, compare, keyword("reverse"), span));
                }
                let items = self.iterable(items)?;
                let option = keyword(known[1]).cloned();
                Some(self.keyed_call(name, items, key.value.clone(), option.as_ref(), span))
            }
            ("min" | "max", [_, _, ..]) => {
                let key = keyword("key").filter(|key| !is_none(&key.value))?.value.clone();
                if arguments.iter().any(|argument| !matches!(argument.keyword, None | Some("key"))) {
                    return None;
                }
                let values = positional.iter().map(|value| self.iterable(value)).collect::<Option<Vec<_>>>()?;
                let item = join_all(values.iter().map(|value| &value.ty));
                let values = values.into_iter().map(|value| self.convert(value, &item)).collect();
                let items = Expr { kind: ExprKind::Tuple(values), ty: Type::Sequence(item.into()), span };
                Some(self.keyed_call(name, items, key, None, span))
            }
            ("map", [function, first, second, rest @ ..]) => {
                let function = function.value.clone();
                let zipped = [first, second].into_iter().chain(rest).map(|argument| (*argument).clone()).collect();
                let tuples = self.call_value(Value::Native("builtins".into(), "zip".into()), zipped, span);
                if poisoned(&tuples.ty) {
                    return Some(tuples);
                }
                Some(self.generated_late(tuples, span, |tracer, tuple| {
                    let members = tuple.ty.parts().into_iter().cloned().enumerate().collect::<Vec<_>>();
                    let arguments = members.into_iter().map(|(index, ty)| {
                        let kind = ExprKind::Member { tuple: Box::new(tuple.clone()), index };
                        Argument { keyword: None, value: Value::Expr(Expr { kind, ty, span }), span }
                    });
                    (tracer.call_value(function, arguments.collect(), span), Vec::new())
                }))
            }
            ("iter", [items]) if arguments.len() == 1 => {
                let items = self.iterable(items)?;
                Some(self.iter_call(items))
            }
            ("next", [iterator]) if arguments.len() == 1 => {
                let iterator = self.iterable(iterator)?;
                Some(self.next_call(iterator, None, span))
            }
            ("next", [iterator, default]) if arguments.len() == 2 => {
                let iterator = self.iterable(iterator)?;
                Some(self.next_call(iterator, Some(default), span))
            }
            ("map", [function, items]) => {
                let items = self.iterable(items)?;
                let function = function.value.clone();
                Some(self.generated_late(items, span, |tracer, item| {
                    let mapped = tracer.call_item(function, item, span);
                    (mapped, Vec::new())
                }))
            }
            ("map", [function, iterables @ ..]) if iterables.len() > 1 => {
                let function = function.value.clone();
                let iterables = iterables.iter().map(|iterable| (*iterable).clone()).collect();
                let zipped = self.call_value(Value::Native("builtins".into(), "zip".into()), iterables, span);
                Some(self.generated_late(zipped, span, |tracer, item| {
                    let Type::Tuple(members) = item.ty.clone() else { return (Expr::invalid(span), Vec::new()) };
                    let member = |(index, ty): (usize, &Type)| Expr {
                        kind: ExprKind::Member { tuple: Box::new(item.clone()), index },
                        ty: ty.clone(),
                        span,
                    };
                    let argument = |value| Argument { keyword: None, value: Value::Expr(value), span };
                    let arguments = members.iter().enumerate().map(member).map(argument).collect();
                    (tracer.call_value(function, arguments, span), Vec::new())
                }))
            }
            ("filter", [function, items]) => {
                let items = self.iterable(items)?;
                let function = function.value.clone();
                Some(self.generated_late(items, span, |tracer, item| {
                    let test =
                        if is_none(&function) { item.clone() } else { tracer.call_item(function, item.clone(), span) };
                    let test = tracer.truth(test);
                    (item, vec![test])
                }))
            }
            ("sum", [items, rest @ ..]) if rest.len() <= 1 => {
                let items = self.iterable(items)?;
                let item = self.item_type(&items.ty)?;
                let start = match rest.first().copied().or_else(|| keyword("start")) {
                    Some(start) => self.iterable(start)?,
                    None => Expr::constant(Constant::Int(0), span),
                };
                // Of any two of these the sum is one of them.
                let is_number =
                    |ty: &Type| matches!(ty, Type::Bool | Type::Int | Type::Float | Type::Scalar(DType::Float64));
                if let Type::Instance(_) = item {
                    return Some(self.sum_of_instances(items, start, span));
                }
                let is_mixed = item.is_union() || start.ty.is_union();
                if !is_mixed || ![&item, &start.ty].iter().all(|ty| ty.members().iter().all(is_number)) {
                    return None;
                }
                Some(self.sum_of_several(items, start, span))
            }
            ("any" | "all", [items]) => {
                let items = self.iterable(items)?;
                let item = self.item_type(&items.ty)?;
                if item == Type::Bool || poisoned(&item) {
                    return None;
                }
                let truths = self.generated(items, span, |tracer, item| (tracer.truth(item), Vec::new()));
                let path = if name == "any" { "builtins::any" } else { "builtins::all" };
                Some(self.raising_native(path, vec![NativeArgument::Iterator(truths)], Type::Bool, span))
            }
            _ => None,
        }
    }

    /// The sum of numbers of several types: one addition after the other, each as its operands have it.
    fn sum_of_several(&mut self, items: Expr, start: Expr, span: Span) -> Expr {
        self.with_setup(|tracer| {
            let (iterator, item) = tracer.iterate(items);
            let ty = union([item.clone(), start.ty.widened(), Type::Int].into_iter().flat_map(|ty| {
                let numbers = ty.members().to_vec();
                numbers.into_iter().map(|number| if number == Type::Bool { Type::Int } else { number })
            }));
            let total = tracer.temporary("total", &ty);
            let read = |target, ty: &Type| Expr { kind: ExprKind::Local(target), ty: ty.clone(), span };
            let start = match start.ty {
                Type::Bool => tracer.convert(start, &Type::Int),
                _ => start,
            };
            let start = tracer.convert(start, &ty);
            tracer.emit(StmtKind::Assign { target: total, value: start }, span);
            let target = tracer.temporary("item", &item);
            let body = tracer.in_block(|tracer| {
                let sum = tracer.binary_values(ast::Operator::Add, read(total, &ty), read(target, &item), span);
                let sum = tracer.convert(sum, &ty);
                tracer.emit(StmtKind::Assign { target: total, value: sum }, span);
            });
            tracer.emit(StmtKind::For { target, iterator, body, orelse: Vec::new() }, span);
            read(total, &ty)
        })
    }

    /// The sum of values of a class of the catalog, as of differences of times: one addition after the other.
    fn sum_of_instances(&mut self, items: Expr, start: Expr, span: Span) -> Expr {
        let add = Argument { keyword: None, span, value: Value::Native("operator".into(), "add".into()) };
        let argument = |value: Expr| Argument { keyword: None, span: value.span, value: Value::Expr(value) };
        let callee = Value::Native("functools".into(), "reduce".into());
        self.call_value(callee, vec![add, argument(items), argument(start)], span)
    }

    /// `items.sort(key=…)`.
    pub(super) fn sort_by_key(&mut self, list: Expr, arguments: &[Argument<'a>], span: Span) -> Option<Expr> {
        let keyword = |name: &str| arguments.iter().find(|argument| argument.keyword == Some(name));
        let key = keyword("key").filter(|key| !is_none(&key.value))?.value.clone();
        if let Value::Comparator(compare) = key {
            let list = Argument { keyword: None, span: list.span, value: Value::Expr(list) };
            return Some(self.compared_call("sort", list, *compare, keyword("reverse"), span));
        }
        let reverse = self.reverse(keyword("reverse"), span);
        if matches!(list.kind, ExprKind::Global(_)) {
            return None;
        }
        Some(self.with_setup(|tracer| {
            let list = tracer.keep("list", list);
            let pairs = tracer.pairs(list.clone(), key, "<", span);
            let arguments =
                vec![NativeArgument::Reference(list), NativeArgument::Iterator(pairs), NativeArgument::Value(reverse)];
            tracer.raising_native("list::sort_pairs", arguments, Type::None, span)
        }))
    }

    fn keyed_call(
        &mut self,
        name: &str,
        items: Expr,
        key: Value<'a>,
        option: Option<&Argument<'a>>,
        span: Span,
    ) -> Expr {
        let item = self.item_type(&items.ty).unwrap_or(Type::Unknown);
        let pairs = self.pairs(items, key, if name == "max" { ">" } else { "<" }, span);
        let Type::Iterator(pair) = &pairs.ty else { return Expr::invalid(span) };
        let Type::Tuple(members) = &**pair else { return Expr::invalid(span) };
        if name == "max"
            && let Some(class) = self.ordered_twice(&members[0])
        {
            return self.refuse_order(
                class,
                "define one of the two only, or give a key that is a number or a text",
                span,
            );
        }
        let ordered = super::compare::is_ordered(&members[0], &members[0]);
        if !ordered {
            let message =
                format!("the keys of `{name}` have no order among each other: they are `{}`", pair.parts()[0]);
            return self.refuse(Diagnostic::new(Code::OperandTypes, span, message));
        }
        match name {
            "sorted" => {
                let reverse = self.reverse(option, span);
                let arguments = vec![NativeArgument::Iterator(pairs), NativeArgument::Value(reverse)];
                let sorted = self.raising_native("builtins::sorted_pairs", arguments, Type::list(item), span);
                self.at_site(sorted, span)
            }
            _ if let Some(default) = option => {
                let Value::Expr(default) = default.value.clone() else { return Expr::invalid(span) };
                self.best_or_default(name, pairs, item, default, span)
            }
            _ => {
                let path = if name == "min" { "builtins::min_pairs" } else { "builtins::max_pairs" };
                self.raising_native(path, vec![NativeArgument::Iterator(pairs)], item, span)
            }
        }
    }

    /// `min(items, key=…, default=…)`: the default is evaluated first, and taken where there is no item.
    fn best_or_default(&mut self, name: &str, pairs: Expr, item: Type, default: Expr, span: Span) -> Expr {
        self.with_setup(|tracer| {
            let default = tracer.keep("default", default);
            let arguments = vec![NativeArgument::Iterator(pairs)];
            let result = NativeResult::Optional(item.clone());
            let path = format!("builtins::{name}_pairs_or_none").into();
            let found = Type::optional(item.clone());
            let call = ExprKind::Native(NativeCall { path, raises: true, arguments, result });
            let found = tracer.keep("found", Expr { kind: call, ty: found, span });
            if default.ty == Type::None {
                return found;
            }
            if item.members().contains(&Type::None) {
                let message = format!("`{name}` of items that may be `None` takes no other default");
                return tracer.refuse(Diagnostic::new(Code::ArgumentType, span, message));
            }
            let ty = tracer.join(&item, &default.ty.widened());
            let missing = ExprKind::IsMember { subject: Box::new(found.clone()), members: vec![Type::None] };
            let missing = Expr { kind: missing, ty: Type::Bool, span };
            let some = Expr { kind: ExprKind::Convert(Box::new(found)), ty: item, span };
            let (some, default) = (tracer.convert(some, &ty), tracer.convert(default, &ty));
            let kind = ExprKind::If { test: Box::new(missing), then: Box::new(default), orelse: Box::new(some) };
            Expr { kind, ty, span }
        })
    }

    /// Pairs of key and item. A key that may be `None`, as that of `key=table.get`, raises where it is.
    fn pairs(&mut self, items: Expr, key: Value<'a>, symbol: &str, span: Span) -> Expr {
        self.generated(items, span, |tracer, item| {
            let key = tracer.call_item(key, item.clone(), span);
            let key = tracer.ordered_key(key, symbol, span);
            let pair = Type::tuple([key.ty.clone(), item.ty.clone()]);
            let broken = poisoned(&key.ty);
            let element = Expr { kind: ExprKind::Tuple(vec![key, item]), ty: pair, span };
            (if broken { Expr::invalid(span) } else { element }, Vec::new())
        })
    }

    /// A key that may be `None` raises where it is, as its comparison does in Python.
    pub(super) fn ordered_key(&mut self, key: Expr, symbol: &str, span: Span) -> Expr {
        if !key.ty.is_union() || !key.ty.members().contains(&Type::None) {
            return key;
        }
        let other = key.ty.members().iter().find(|member| **member != Type::None);
        let class = other.and_then(super::native::class_of).unwrap_or_default();
        let class = crate::types::short(&class);
        let message = format!("'{symbol}' not supported between instances of 'NoneType' and '{class}'");
        self.for_each_member(key, &mut |tracer, member| {
            if member.ty != Type::None {
                return member;
            }
            tracer.raise_expression("TypeError", &message, span)
        })
    }

    fn reverse(&mut self, argument: Option<&Argument<'a>>, span: Span) -> Expr {
        match argument.map(|argument| argument.value.clone()) {
            Some(Value::Expr(reverse)) => self.truth(reverse),
            _ => Expr::constant(Constant::Bool(false), span),
        }
    }

    fn call_item(&mut self, function: Value<'a>, item: Expr, span: Span) -> Expr {
        let argument = Argument { keyword: None, value: Value::Expr(item), span };
        self.call_value(function, vec![argument], span)
    }

    fn iterable(&self, argument: &Argument<'a>) -> Option<Expr> {
        match &argument.value {
            Value::Expr(expr) => Some(expr.clone()),
            _ => None,
        }
    }

    /// As [`generated`](Self::generated), where the items may be asked for later than here.
    fn generated_late(
        &mut self,
        items: Expr,
        span: Span,
        trace: impl FnOnce(&mut Self, Expr) -> (Expr, Vec<Expr>),
    ) -> Expr {
        let outer = self.late;
        if !self.at_once {
            self.late = outer.or(Some(self.comprehensions.len()));
        }
        let generated = self.generated_with(Stop::End, items, span, trace);
        self.late = outer;
        generated
    }

    /// `(element for item in items if conditions)`, made for an operator.
    pub(super) fn generated(
        &mut self,
        items: Expr,
        span: Span,
        trace: impl FnOnce(&mut Self, Expr) -> (Expr, Vec<Expr>),
    ) -> Expr {
        self.generated_with(Stop::Raised, items, span, trace)
    }

    fn generated_with(
        &mut self,
        stop: Stop,
        items: Expr,
        span: Span,
        trace: impl FnOnce(&mut Self, Expr) -> (Expr, Vec<Expr>),
    ) -> Expr {
        let (iterator, item) = self.iterate(items);
        if item == Type::Unknown {
            return Expr::invalid(span);
        }
        let target = self.temporary("item", &item);
        let (element, conditions) = trace(self, Expr { kind: ExprKind::Local(target), ty: item, span });
        if element.ty == Type::Unknown {
            return Expr::invalid(span);
        }
        let ty = Type::iterator(element.ty.clone());
        let clause = Clause { target, iterator, setup: Vec::new(), conditions };
        Expr {
            kind: ExprKind::Comprehension(Box::new(Comprehension { element, clauses: vec![clause], stop })),
            ty,
            span,
        }
    }
}

fn is_none(value: &Value) -> bool {
    matches!(value, Value::Expr(expr) if expr.ty == Type::None)
}
