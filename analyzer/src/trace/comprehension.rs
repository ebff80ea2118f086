//! Comprehensions and generator expressions.

use rustpython_ast as ast;
use rustpython_text_size::Ranged;

use super::closure::ComprehensionScope;
use super::container::{type_of, wanted_elements};
use super::environment::{Binding, Environment};

use super::function::FunctionTracer;
use super::optional::Use;
use super::value::Value;
use crate::ir::{Clause, Comprehension, Expr, ExprKind, LocalId, Stmt, StmtKind, Stop};
use crate::source::Span;
use crate::types::Type;

/// What a comprehension makes.
#[derive(Clone, Copy)]
enum Filled {
    List,
    Set,
    Dict,
    Iterator,
}

impl<'a> FunctionTracer<'_, 'a> {
    pub(super) fn list_comprehension(&mut self, node: &'a ast::ExprListComp, expected: Option<&Type>) -> Expr {
        let span = self.span(node);
        let [wanted, _] = wanted_elements(expected, |ty| matches!(ty, Type::List(_)));
        self.comprehension(&node.generators, span, Filled::List, |tracer| {
            let item = tracer.expression(&node.elt, type_of(&wanted));
            let (element, mut items) = tracer.elements(vec![item], wanted.clone(), 0, span)?;
            Some((items.remove(0), Type::List(element)))
        })
    }

    pub(super) fn set_comprehension(&mut self, node: &'a ast::ExprSetComp, expected: Option<&Type>) -> Expr {
        let span = self.span(node);
        let [wanted, _] = wanted_elements(expected, |ty| matches!(ty, Type::Set(_)));
        self.comprehension(&node.generators, span, Filled::Set, |tracer| {
            let item = tracer.expression(&node.elt, type_of(&wanted));
            let (element, mut items) = tracer.elements(vec![item], wanted.clone(), 0, span)?;
            tracer.check_hashable(&element.ty, span).then(|| (items.remove(0), Type::Set(element)))
        })
    }

    pub(super) fn dict_comprehension(&mut self, node: &'a ast::ExprDictComp, expected: Option<&Type>) -> Expr {
        let span = self.span(node);
        let [wanted_key, wanted_value] = wanted_elements(expected, |ty| matches!(ty, Type::Dict(..)));
        self.comprehension(&node.generators, span, Filled::Dict, |tracer| {
            let key = tracer.expression(&node.key, type_of(&wanted_key));
            let value = tracer.expression(&node.value, type_of(&wanted_value));
            let (key_type, mut keys) = tracer.elements(vec![key], wanted_key.clone(), 0, span)?;
            let (value_type, mut values) = tracer.elements(vec![value], wanted_value.clone(), 1, span)?;
            if !tracer.check_hashable(&key_type.ty, span) {
                return None;
            }
            let pair = Type::tuple([key_type.ty.clone(), value_type.ty.clone()]);
            let element = Expr { kind: ExprKind::Tuple(vec![keys.remove(0), values.remove(0)]), ty: pair, span };
            Some((element, Type::Dict(key_type, value_type)))
        })
    }

    pub(super) fn generator(&mut self, node: &'a ast::ExprGenerator) -> Expr {
        let span = self.span(node);
        let is_late = !self.immediate.contains(&node.range());
        let late = is_late.then_some(self.comprehensions.len());
        let outer = self.late;
        let outer_expression = std::mem::replace(&mut self.in_generator_expression, true);
        let generator = self.comprehension_run(&node.generators, span, outer.or(late), Filled::Iterator, |tracer| {
            let item = tracer.expression(&node.elt, None);
            let ty = Type::iterator(item.ty.clone());
            // Items that no way makes, as those of a recursive call whose result is not known yet, leave what takes none.
            (item.ty != Type::Unknown).then_some((item, ty))
        });
        self.late = outer;
        self.in_generator_expression = outer_expression;
        generator
    }

    fn comprehension(
        &mut self,
        generators: &'a [ast::Comprehension],
        span: Span,
        filled: Filled,
        element: impl FnOnce(&mut Self) -> Option<(Expr, Type)>,
    ) -> Expr {
        let late = self.late;
        self.comprehension_run(generators, span, late, filled, element)
    }

    /// Traces the clauses in a scope of their own, then the element; gives the element and the whole's type.
    /// `late` is what [`FunctionTracer::late`] is but for the first iterable, which is evaluated at once.
    fn comprehension_run(
        &mut self,
        generators: &'a [ast::Comprehension],
        span: Span,
        late: Option<usize>,
        filled: Filled,
        element: impl FnOnce(&mut Self) -> Option<(Expr, Type)>,
    ) -> Expr {
        let outer = self.environment.clone();
        let names = generators.iter().flat_map(|generator| target_names(&generator.target)).collect();
        self.comprehensions.push(ComprehensionScope { span, names, setup: Vec::new() });
        let mut clauses = Vec::new();
        let mut broken = false;
        for generator in generators {
            if late.is_none() {
                self.immediate.insert(generator.iter.range());
            }
            match self.clause(generator, late) {
                Some(clause) => clauses.push(clause),
                None => broken = true,
            }
        }
        let traced = element(self);
        self.leave_comprehension(outer);
        let setup = self.comprehensions.pop().map(|scope| scope.setup).unwrap_or_default();
        if let (false, Some(first)) = (broken, clauses.first())
            && matches!(&first.iterator.ty, Type::Iterator(item) if is_never(item))
        {
            let iterator = clauses.remove(0).iterator;
            return self.filled_with_nothing(iterator, filled, span);
        }
        let (false, Some((element, ty))) = (broken, traced) else { return Expr::invalid(span) };
        let stop = if matches!(ty, Type::Iterator(_)) { Stop::Error } else { Stop::Raised };
        let kind = ExprKind::Comprehension(Box::new(Comprehension { element, clauses, stop }));
        let comprehension = Expr { kind, ty: ty.clone(), span };
        if setup.is_empty() {
            return comprehension;
        }
        Expr { kind: ExprKind::Block(setup, Box::new(comprehension)), ty, span }
    }

    /// A comprehension over something that nothing is ever in, as far as is known.
    fn filled_with_nothing(&mut self, iterator: Expr, filled: Filled, span: Span) -> Expr {
        let empty = match filled {
            Filled::List | Filled::Iterator => self.list(&[], None, span),
            Filled::Set => self.set(&[], None, span),
            Filled::Dict => {
                let (key, value) =
                    (self.element(&Type::Never, None, 0, span), self.element(&Type::Never, None, 1, span));
                Expr { kind: ExprKind::Dict(Vec::new()), ty: Type::Dict(key, value), span }
            }
        };
        let empty = match filled {
            Filled::Iterator => self.iterate(empty).0,
            _ => empty,
        };
        let ty = empty.ty.clone();
        let evaluate = Stmt { kind: StmtKind::Evaluate(iterator), span };
        Expr { kind: ExprKind::Block(vec![evaluate], Box::new(empty)), ty, span }
    }

    fn leave_comprehension(&mut self, outer: Option<Environment<'a>>) {
        self.environment = outer;
    }

    fn clause(&mut self, generator: &'a ast::Comprehension, late: Option<usize>) -> Option<Clause> {
        let iterable = self.expression(&generator.iter, None);
        let iterable = self.present(iterable, Use::Iterate, self.span(&generator.iter));
        let (iterator, item) = self.iterate(iterable);
        self.late = late;
        if generator.is_async {
            let span = self.span(generator);
            let diagnostic =
                crate::Diagnostic::new(crate::Code::UnsupportedExpression, span, "`async for` cannot be compiled");
            self.report(diagnostic.help("write an ordinary `for`"));
            return None;
        }
        let mut target = None;
        let setup = self.in_block(|tracer| target = Some(tracer.clause_target(&generator.target, &item)));
        let mut conditions = Vec::new();
        for node in &generator.ifs {
            let condition = self.condition(node);
            self.narrow(&condition.if_true);
            conditions.push(condition.test);
        }
        let is_unknown = |condition: &Expr| condition.ty == Type::Unknown;
        let broken = item == Type::Unknown || item != Type::Never && conditions.iter().any(is_unknown);
        (!broken).then(|| Clause { target: target.expect("the block sets it"), iterator, setup, conditions })
    }

    /// Like the target of a `for`, but a new variable each time: the scope is the comprehension's own.
    fn clause_target(&mut self, target: &'a ast::Expr, item: &Type) -> LocalId {
        let span = self.span(target);
        let name = match target {
            ast::Expr::Name(name) => name.id.as_str(),
            _ => "item",
        };
        let slot = self.temporary(name, item);
        if let ast::Expr::Name(name) = target {
            self.tracer.note_type(span, item);
            self.bind(name.id.as_str(), Binding::Local { slot, declared: item.clone(), view: item.clone() });
            self.share_target(name.id.as_str(), Expr { kind: ExprKind::Local(slot), ty: item.clone(), span });
        } else {
            let value = Expr { kind: ExprKind::Local(slot), ty: item.clone(), span };
            let outer = std::mem::replace(&mut self.in_own_scope, true);
            self.assign_target(target, Value::Expr(value), span);
            self.in_own_scope = outer;
        }
        slot
    }
}

fn target_names(target: &ast::Expr) -> Vec<&str> {
    match target {
        ast::Expr::Name(name) => vec![name.id.as_str()],
        ast::Expr::Tuple(tuple) => tuple.elts.iter().flat_map(target_names).collect(),
        ast::Expr::List(list) => list.elts.iter().flat_map(target_names).collect(),
        ast::Expr::Starred(starred) => target_names(&starred.value),
        _ => Vec::new(),
    }
}

/// Whether there is no value of the type: what iteration over something empty gives.
pub(super) fn is_never(ty: &Type) -> bool {
    match ty {
        Type::Never => true,
        Type::Tuple(members) => members.iter().any(is_never),
        _ => false,
    }
}
