//! Patterns: when one matches, what is then known of the subject, and what its names are bound to.
//!
//! The subject stands in a variable of its own, so reading it, or an item of it, more than once has no effect.

use rustpython_ast as ast;

use super::arguments::{Argument, constant_of};
use super::compare::can_be_equal;
use super::function::{FunctionTracer, poisoned};
use super::value::Value;
use crate::catalog::catalog;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Expr, ExprKind};
use crate::scope::classes::Member;
use crate::source::Span;
use crate::types::{Type, join, union};

/// The classes whose pattern takes one positional pattern for the value itself.
const SELF_MATCHING: &[&str] = &["bool", "bytes", "dict", "float", "frozenset", "int", "list", "set", "str", "tuple"];

/// What a pattern says of its subject.
pub(super) struct Matched<'a> {
    /// Whether it matches: a `bool`.
    pub test: Expr,
    /// The subject's type where it matches.
    pub inside: Type,
    /// The subject's type where it does not.
    pub outside: Type,
    /// The names that it binds, each with its value where the pattern matches.
    pub captures: Vec<(&'a str, Span, Expr)>,
}

impl<'a> FunctionTracer<'_, 'a> {
    /// `None` where the pattern was refused.
    pub(super) fn pattern(&mut self, node: &'a ast::Pattern, subject: Expr) -> Option<Matched<'a>> {
        let span = self.span(node);
        match node {
            ast::Pattern::MatchValue(node) => self.value_pattern(&node.value, subject, span),
            ast::Pattern::MatchSingleton(node) => Some(self.singleton_pattern(node.value, subject, span)),
            ast::Pattern::MatchSequence(node) => self.sequence_pattern(&node.patterns, subject, span),
            ast::Pattern::MatchMapping(node) => self.mapping_pattern(node, subject, span),
            ast::Pattern::MatchClass(node) => self.class_pattern(node, subject, span),
            ast::Pattern::MatchAs(node) => self.as_pattern(node, subject, span),
            ast::Pattern::MatchOr(node) => self.or_pattern(&node.patterns, subject, span),
            ast::Pattern::MatchStar(_) => None,
        }
    }

    fn as_pattern(&mut self, node: &'a ast::PatternMatchAs, subject: Expr, span: Span) -> Option<Matched<'a>> {
        let mut matched = match &node.pattern {
            Some(pattern) => self.pattern(pattern, subject.clone())?,
            None => Matched {
                test: Expr::constant(Constant::Bool(true), span),
                inside: subject.ty.clone(),
                outside: Type::Never,
                captures: Vec::new(),
            },
        };
        if let Some(name) = &node.name {
            let value = viewed(subject, &matched.inside);
            matched.captures.push((name.as_str(), self.span(name), value));
        }
        Some(matched)
    }

    fn value_pattern(&mut self, node: &'a ast::Expr, subject: Expr, span: Span) -> Option<Matched<'a>> {
        let value = self.expression(node, None);
        if poisoned(&value.ty) || poisoned(&subject.ty) {
            return None;
        }
        let possible = |member: &&Type| can_be_equal(member, &value.ty);
        let inside = union(subject.ty.members().iter().filter(possible).cloned());
        if inside == Type::Never {
            return Some(never(&subject, span));
        }
        let outside = match (&subject.ty, constant_of(&value)) {
            (Type::Literal(values), Some(constant)) => {
                let rest: Vec<Constant> = values.iter().filter(|value| **value != constant).cloned().collect();
                if rest.is_empty() { Type::Never } else { Type::Literal(rest.into()) }
            }
            (ty, _) => ty.clone(),
        };
        let test = self.compare_values(ast::CmpOp::Eq, subject, value, span);
        if test.ty != Type::Bool {
            if !poisoned(&test.ty) {
                let diagnostic = Diagnostic::new(Code::OperandTypes, span, "an array is never equal as a whole");
                self.report(diagnostic.help("test it in an `if`: `np.array_equal(a, b)`"));
            }
            return None;
        }
        Some(Matched { test, inside, outside, captures: Vec::new() })
    }

    /// `None`, `True` and `False` are compared by identity.
    fn singleton_pattern(&mut self, singleton: ast::Singleton, subject: Expr, span: Span) -> Matched<'a> {
        let (class, wanted) = match singleton {
            ast::Singleton::None => (Type::None, None),
            ast::Singleton::True => (Type::Bool, Some(true)),
            ast::Singleton::False => (Type::Bool, Some(false)),
        };
        let (inside, others) = split(&subject.ty, |member| *member == class);
        if inside.is_empty() {
            return never(&subject, span);
        }
        let outside = if wanted.is_none() { union(others.iter().cloned()) } else { subject.ty.clone() };
        let mut test = self.is_member(&subject, &inside, span);
        if let Some(wanted) = wanted {
            let value = viewed(subject, &Type::Bool);
            let equal = match wanted {
                true => value,
                false => Expr { kind: ExprKind::Not(Box::new(value)), ty: Type::Bool, span },
            };
            test = and(test, equal);
        }
        Matched { test, inside: class, outside, captures: Vec::new() }
    }

    fn or_pattern(&mut self, patterns: &'a [ast::Pattern], subject: Expr, span: Span) -> Option<Matched<'a>> {
        let mut whole: Option<Matched<'a>> = None;
        for node in patterns {
            let rest = match &whole {
                Some(so_far) => viewed(subject.clone(), &so_far.outside),
                None => subject.clone(),
            };
            if rest.ty == Type::Never {
                break;
            }
            let next = self.pattern(node, rest)?;
            whole = Some(match whole {
                None => next,
                Some(so_far) => self.either(so_far, next, span),
            });
        }
        whole
    }

    /// Two alternatives, which bind the same names.
    fn either(&mut self, first: Matched<'a>, second: Matched<'a>, span: Span) -> Matched<'a> {
        if is_constant(&first.test, false) {
            return second;
        }
        if is_constant(&second.test, false) {
            return Matched { outside: second.outside, ..first };
        }
        let mut captures = Vec::new();
        for (name, at, value) in first.captures {
            let other = second.captures.iter().find(|(other, ..)| *other == name);
            captures.push(match other {
                Some((.., other)) => (name, at, self.choice(first.test.clone(), value, other.clone(), span)),
                None => (name, at, value),
            });
        }
        let inside = self.join(&first.inside, &second.inside);
        Matched { test: or(first.test, second.test), inside, outside: second.outside, captures }
    }

    fn class_pattern(&mut self, node: &'a ast::PatternMatchClass, subject: Expr, span: Span) -> Option<Matched<'a>> {
        let tests = self.isinstance_tests(&node.cls)?;
        if poisoned(&subject.ty) {
            return None;
        }
        let (test, inside, outside) = self.instance_test(subject.clone(), &tests, span);
        let mut whole = Matched { test, inside, outside, captures: Vec::new() };
        if whole.inside == Type::Never {
            return Some(never(&subject, span));
        }
        let value = viewed(subject.clone(), &whole.inside);
        match &node.arguments.patterns[..] {
            [] => {}
            [only] if tests.iter().all(|test| is_self_matching(&test.0)) => {
                let matched = self.pattern(only, value.clone())?;
                whole = nested(whole, matched, &subject.ty);
            }
            patterns => {
                let names = self.match_names(&node.cls);
                if names.len() < patterns.len() {
                    let count = names.len();
                    let message = format!("this class takes {count} positional patterns, not {}", patterns.len());
                    let diagnostic = Diagnostic::new(Code::UnsupportedStatement, self.span(&patterns[0]), message);
                    self.report(diagnostic.help("name the attributes: `case Point(x=0, y=y):`"));
                    return None;
                }
                for (name, pattern) in names.iter().zip(patterns) {
                    let at = self.span(pattern);
                    whole = self.attribute_pattern(whole, &value, name, pattern, at)?;
                    if is_constant(&whole.test, false) {
                        return Some(never(&subject, span));
                    }
                }
            }
        }
        for keyword in &node.arguments.keywords {
            let at = self.span(&keyword.attr);
            whole = self.attribute_pattern(whole, &value, keyword.attr.as_str(), &keyword.pattern, at)?;
            if is_constant(&whole.test, false) {
                return Some(never(&subject, span));
            }
        }
        Some(whole)
    }

    /// The pattern of an attribute. An object without the attribute does not match.
    fn attribute_pattern(
        &mut self,
        whole: Matched<'a>,
        value: &Expr,
        name: &str,
        pattern: &'a ast::Pattern,
        span: Span,
    ) -> Option<Matched<'a>> {
        let is_record = matches!(value.ty, Type::Record(_));
        if is_record && !self.has_record_attribute(&value.ty, name) {
            return Some(Matched { test: Expr::constant(Constant::Bool(false), span), ..whole });
        }
        let attribute = self.attribute_of(value.clone(), name, span);
        if poisoned(&attribute.ty) {
            return None;
        }
        let matched = self.pattern(pattern, attribute)?;
        let (inside, subject) = (whole.inside.clone(), join(&whole.inside, &whole.outside));
        Some(Matched { inside, ..nested(whole, matched, &subject) })
    }

    /// The attributes that positional patterns stand for: `__match_args__`, which a dataclass makes of its fields.
    fn match_names(&mut self, class: &'a ast::Expr) -> Vec<String> {
        let Value::ProjectClass(class) = self.value(class, None) else { return Vec::new() };
        if let Some((_, Member::Value(node))) = self.tracer.classes.member(class, "__match_args__") {
            return match crate::catalog::constant(node) {
                Some(Constant::Tuple(names)) => names.iter().filter_map(text_of).collect(),
                _ => Vec::new(),
            };
        }
        let fields = self.tracer.classes.fields(class);
        fields
            .iter()
            .filter(|(_, field)| field.init && !field.kw_only)
            .map(|(_, field)| field.name.to_owned())
            .collect()
    }

    /// Lists, tuples and the like; no text.
    fn sequence_pattern(&mut self, patterns: &'a [ast::Pattern], subject: Expr, span: Span) -> Option<Matched<'a>> {
        let fits = |member: &Type| match self.plain_type(member) {
            Some(tuple) => fits_length(&tuple, patterns),
            None => fits_length(member, patterns),
        };
        let (sequences, others) = split(&subject.ty, fits);
        let mut whole: Option<Matched<'a>> = None;
        let mut outside = others;
        for member in &sequences {
            let is_member = self.is_member(&subject, std::slice::from_ref(member), span);
            let viewed = viewed(subject.clone(), member);
            let matched = match &sequences[..] {
                [_] => self.items_pattern(patterns, viewed, span),
                _ => self.in_arm(member, |tracer| tracer.items_pattern(patterns, viewed, span)),
            }?;
            if !is_constant(&matched.test, true) {
                outside.push(member.clone());
            }
            let guarded = Matched { test: and(is_member, matched.test), ..matched };
            whole = Some(match whole {
                None => guarded,
                Some(so_far) => self.either(so_far, guarded, span),
            });
        }
        let Some(whole) = whole else { return Some(never(&subject, span)) };
        Some(Matched { inside: union(sequences), outside: union(outside), ..whole })
    }

    /// The patterns of the items of a sequence of one type.
    fn items_pattern(&mut self, patterns: &'a [ast::Pattern], subject: Expr, span: Span) -> Option<Matched<'a>> {
        let star = patterns.iter().position(|pattern| matches!(pattern, ast::Pattern::MatchStar(_)));
        let count = patterns.len() - usize::from(star.is_some());
        let index = |at: i64| Expr::constant(Constant::Int(at), span);
        let test = match &subject.ty {
            Type::Tuple(_) => Expr::constant(Constant::Bool(true), span),
            ty if ty.is_named_tuple() => Expr::constant(Constant::Bool(true), span),
            _ if star.is_some() && count == 0 => Expr::constant(Constant::Bool(true), span),
            _ => {
                let length = self.dunder_value(subject.clone(), "len", "__len__", span);
                let op = if star.is_some() { ast::CmpOp::GtE } else { ast::CmpOp::Eq };
                self.compare_values(op, length, index(count as i64), span)
            }
        };
        let ty = subject.ty.clone();
        let mut whole = Matched { test, inside: ty.clone(), outside: ty.clone(), captures: Vec::new() };
        for (position, pattern) in patterns.iter().enumerate() {
            let after = (patterns.len() - position - 1) as i64;
            if let ast::Pattern::MatchStar(node) = pattern {
                if let Some(name) = &node.name {
                    let at = self.span(name);
                    let rest = self.rest_of_sequence(subject.clone(), position, after, at)?;
                    whole.captures.push((name.as_str(), at, rest));
                }
                continue;
            }
            let behind_star = star.is_some_and(|star| position > star);
            let at = index(if behind_star { -after - 1 } else { position as i64 });
            let item = self.item(subject.clone(), at, span);
            if poisoned(&item.ty) {
                return None;
            }
            let matched = self.pattern(pattern, item)?;
            if is_constant(&matched.test, false) {
                // Nor can the whole: what other parts of it bind is of no use.
                return Some(never(&subject, span));
            }
            whole = Matched { inside: ty.clone(), ..nested(whole, matched, &ty) };
        }
        Some(whole)
    }

    /// What a star in a sequence pattern takes: always a list.
    fn rest_of_sequence(&mut self, subject: Expr, before: usize, after: i64, span: Span) -> Option<Expr> {
        let subject = self.plain(subject);
        if let Type::Tuple(members) = &subject.ty {
            let members = members.clone();
            let items = (before..members.len() - after as usize).map(|index| Expr {
                kind: ExprKind::Member { tuple: Box::new(subject.clone()), index },
                ty: members[index].clone(),
                span,
            });
            let (element, items) = self.elements(items.collect(), None, 0, span)?;
            return Some(Expr { kind: ExprKind::List(items), ty: Type::List(element), span });
        }
        let list_of = |value: Expr| Argument { keyword: None, span, value: Value::Expr(value) };
        let subject = match subject.ty {
            Type::List(_) | Type::Sequence(_) => subject,
            _ => self.call_value(Value::Class("builtins.list".into()), vec![list_of(subject)], span),
        };
        let stop = if after == 0 { Constant::None } else { Constant::Int(-after) };
        let bounds = [Constant::Int(before as i64), stop, Constant::None].map(|bound| Expr::constant(bound, span));
        let slice = Expr { kind: ExprKind::Slice(Box::new(bounds)), ty: Type::Slice, span };
        let rest = self.item(subject, slice, span);
        if poisoned(&rest.ty) {
            return None;
        }
        if matches!(rest.ty, Type::List(_)) {
            return Some(self.at_site(rest, span));
        }
        Some(self.call_value(Value::Class("builtins.list".into()), vec![list_of(rest)], span))
    }

    fn mapping_pattern(
        &mut self,
        node: &'a ast::PatternMatchMapping,
        subject: Expr,
        span: Span,
    ) -> Option<Matched<'a>> {
        let (mappings, others) = split(&subject.ty, is_mapping);
        let [ty] = &mappings[..] else {
            if mappings.is_empty() {
                return Some(never(&subject, span));
            }
            let message = format!("a mapping pattern cannot tell the dicts of `{}` apart", subject.ty);
            self.report(
                Diagnostic::new(Code::UnsupportedStatement, span, message).help("test with `isinstance` before"),
            );
            return None;
        };
        let is_member = self.is_member(&subject, &mappings, span);
        let value = viewed(subject.clone(), ty);
        let outside = if node.keys.is_empty() { union(others) } else { subject.ty.clone() };
        let mut whole = Matched { test: is_member, inside: ty.clone(), outside, captures: Vec::new() };
        let mut keys = Vec::new();
        for (key, pattern) in node.keys.iter().zip(&node.patterns) {
            let key = self.expression(key, None);
            let found = self.compare_values(ast::CmpOp::In, key.clone(), value.clone(), span);
            if is_constant(&found, false) {
                return Some(never(&subject, span));
            }
            let item = self.item(value.clone(), key.clone(), span);
            if poisoned(&found.ty) || poisoned(&item.ty) {
                return None;
            }
            let matched = self.pattern(pattern, item)?;
            whole.test = and(whole.test, found);
            whole = Matched { inside: ty.clone(), ..nested(whole, matched, &subject.ty) };
            keys.push(key);
        }
        if let Some(name) = &node.rest {
            let at = self.span(name);
            let rest = self.rest_of_mapping(value, keys, at)?;
            whole.captures.push((name.as_str(), at, rest));
        }
        Some(whole)
    }

    /// `**rest` of a mapping pattern: a dict of what the keys leave.
    fn rest_of_mapping(&mut self, mapping: Expr, keys: Vec<Expr>, span: Span) -> Option<Expr> {
        let rest = self.with_setup(|tracer| {
            let argument = Argument { keyword: None, span, value: Value::Expr(mapping) };
            let copy = tracer.call_value(Value::Class("builtins.dict".into()), vec![argument], span);
            let copy = tracer.keep("rest", copy);
            for key in keys {
                if let Some(call) = tracer.try_method(&copy, "__delitem__", &[key], span) {
                    tracer.emit_call(call);
                }
            }
            copy
        });
        (!poisoned(&rest.ty)).then_some(rest)
    }

    /// Whether the subject is of one of the member types of its own.
    fn is_member(&mut self, subject: &Expr, members: &[Type], span: Span) -> Expr {
        if members.len() == subject.ty.members().len() {
            return Expr::constant(Constant::Bool(true), span);
        }
        let kind = ExprKind::IsMember { subject: Box::new(subject.clone()), members: members.to_vec() };
        Expr { kind, ty: Type::Bool, span }
    }
}

/// The value, known to be of that type.
pub(super) fn viewed(value: Expr, ty: &Type) -> Expr {
    if value.ty == *ty {
        return value;
    }
    let span = value.span;
    Expr { kind: ExprKind::Convert(Box::new(value)), ty: ty.clone(), span }
}

/// A pattern with a pattern of a part of its subject.
fn nested<'a>(whole: Matched<'a>, part: Matched<'a>, subject: &Type) -> Matched<'a> {
    let mut captures = whole.captures;
    captures.extend(part.captures);
    let outside = if is_constant(&part.test, true) { whole.outside } else { subject.clone() };
    Matched { test: and(whole.test, part.test), inside: part.inside, outside, captures }
}

/// A pattern that cannot match.
fn never<'a>(subject: &Expr, span: Span) -> Matched<'a> {
    let test = Expr::constant(Constant::Bool(false), span);
    Matched { test, inside: Type::Never, outside: subject.ty.clone(), captures: Vec::new() }
}

pub(super) fn is_constant(test: &Expr, value: bool) -> bool {
    test.kind == ExprKind::Constant(Constant::Bool(value))
}

pub(super) fn and(left: Expr, right: Expr) -> Expr {
    if is_constant(&left, true) || is_constant(&right, false) && matches!(left.kind, ExprKind::IsMember { .. }) {
        return right;
    }
    if is_constant(&left, false) || is_constant(&right, true) {
        return left;
    }
    let span = left.span;
    Expr { kind: ExprKind::And(Box::new(left), Box::new(right)), ty: Type::Bool, span }
}

fn or(left: Expr, right: Expr) -> Expr {
    if is_constant(&left, false) || is_constant(&right, true) {
        return right;
    }
    if is_constant(&left, true) || is_constant(&right, false) {
        return left;
    }
    let span = left.span;
    Expr { kind: ExprKind::Or(Box::new(left), Box::new(right)), ty: Type::Bool, span }
}

/// The members for which the test holds, and the others.
fn split(ty: &Type, test: impl Fn(&Type) -> bool) -> (Vec<Type>, Vec<Type>) {
    ty.members().iter().cloned().partition(|member| test(member))
}

/// Whether a value of the type is a sequence that may have as many items as there are patterns.
fn fits_length(ty: &Type, patterns: &[ast::Pattern]) -> bool {
    let has_star = patterns.iter().any(|pattern| matches!(pattern, ast::Pattern::MatchStar(_)));
    let least = patterns.len() - usize::from(has_star);
    match ty {
        Type::Tuple(members) => {
            if has_star {
                members.len() >= least
            } else {
                members.len() == least
            }
        }
        // Nothing is ever in it.
        Type::List(element) if element.ty == Type::Never => least == 0,
        Type::List(_) | Type::Sequence(_) | Type::Range => true,
        Type::Container(class, _) => &**class == "collections.deque",
        _ => false,
    }
}

pub(super) fn is_mapping(ty: &Type) -> bool {
    matches!(ty, Type::Dict(..))
        || ty.is_typed_dict()
        || super::native::class_of(ty).is_some_and(|class| catalog().derives(&class, "builtins.dict"))
}

fn text_of(constant: &Constant) -> Option<String> {
    match constant {
        Constant::Str(text) => Some(text.to_string()),
        _ => None,
    }
}

fn is_self_matching(class: &str) -> bool {
    class.strip_prefix("builtins.").is_some_and(|class| SELF_MATCHING.contains(&class))
}
