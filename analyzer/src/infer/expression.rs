//! Expressions.

use rustpython_ast as ast;

use super::heap::{Items, Kind, Object};
use super::machine::{Machine, Origin};
use super::value::{Arguments, Atom, Code, Value};
use crate::ir::Constant;
use crate::source::Span;
use crate::types::Type;

impl<'p: 'q, 'q> Machine<'p, 'q> {
    /// What an expression may stand for.
    pub fn eval(&mut self, node: &'p ast::Expr) -> Value {
        crate::trace::with_stack(|| self.eval_here(node))
    }

    fn eval_here(&mut self, node: &'p ast::Expr) -> Value {
        let at = self.span(node);
        match node {
            ast::Expr::Name(name) => self.read_name(name.id.as_str()),
            ast::Expr::NumberLiteral(number) => match &number.value {
                ast::Number::Int(int) => match int.as_i64() {
                    Some(int) => Atom::Constant(Constant::Int(int)).into(),
                    None => Value::plain(Type::Int),
                },
                ast::Number::Float(float) => Atom::Constant(Constant::Float(*float)).into(),
                ast::Number::Complex { .. } => Value::plain(Type::Complex),
            },
            ast::Expr::StringLiteral(text) => Atom::Constant(Constant::Str(text.value.to_str().into())).into(),
            ast::Expr::BytesLiteral(bytes) => {
                Atom::Constant(Constant::Bytes(bytes.value.bytes().collect::<Vec<u8>>().into())).into()
            }
            ast::Expr::BooleanLiteral(literal) => Atom::Constant(Constant::Bool(literal.value)).into(),
            ast::Expr::NoneLiteral(_) => Value::plain(Type::None),
            ast::Expr::EllipsisLiteral(_) => Value::plain(Type::Ellipsis),
            ast::Expr::FString(node) => {
                for element in node.value.elements() {
                    if let Some(field) = element.as_interpolation() {
                        self.eval(&field.expression);
                    }
                }
                Value::plain(Type::Str)
            }
            ast::Expr::Attribute(attribute) => {
                let owner = self.eval(&attribute.value);
                self.attribute(&owner, attribute.attr.as_str(), at)
            }
            ast::Expr::Subscript(subscript) => {
                let container = self.eval(&subscript.value);
                if let ast::Expr::Slice(slice) = &*subscript.slice
                    && let Some(part) = self.slice_of(&container, slice, at)
                {
                    return part;
                }
                let index = self.eval(&subscript.slice);
                self.item(&container, &index, at)
            }
            ast::Expr::Slice(slice) => {
                for bound in [&slice.lower, &slice.upper, &slice.step].into_iter().flatten() {
                    self.eval(bound);
                }
                Value::plain(Type::Slice)
            }
            ast::Expr::Call(call) => self.call_expression(call),
            ast::Expr::BinOp(operation) => {
                let left = self.eval(&operation.left);
                let right = self.eval(&operation.right);
                self.binary(operation.op, &left, &right, at)
            }
            ast::Expr::UnaryOp(operation) => {
                let operand = self.eval(&operation.operand);
                self.unary(operation.op, &operand, at)
            }
            ast::Expr::BoolOp(operation) => self.boolean(operation),
            ast::Expr::Compare(compare) => self.compare(compare),
            ast::Expr::If(ternary) => self.ternary(ternary),
            ast::Expr::Named(named) => {
                let value = self.eval(&named.value);
                self.bind(&named.target, value.clone());
                value
            }
            ast::Expr::Lambda(lambda) => {
                let closure = self.closure_of(Code::Lambda(lambda), "<lambda>", lambda.parameters.as_deref());
                Atom::Closure(self.make_closure(closure)).into()
            }
            ast::Expr::List(list) => self.display(&list.elts, Kind::List, at),
            ast::Expr::Tuple(tuple) => self.display(&tuple.elts, Kind::Tuple, at),
            ast::Expr::Set(set) => self.display(&set.elts, Kind::Set, at),
            ast::Expr::Dict(dict) => self.dict_display(dict, at),
            ast::Expr::ListComp(node) => self.comprehension(&node.generators, Some(&node.elt), None, Kind::List, at),
            ast::Expr::SetComp(node) => self.comprehension(&node.generators, Some(&node.elt), None, Kind::Set, at),
            ast::Expr::Generator(node) => {
                self.comprehension(&node.generators, Some(&node.elt), None, Kind::Generator, at)
            }
            ast::Expr::DictComp(node) => {
                self.comprehension(&node.generators, Some(&node.value), Some(&node.key), Kind::Dict, at)
            }
            ast::Expr::Await(node) => self.eval(&node.value),
            ast::Expr::Yield(node) => {
                let value = node.value.as_deref().map_or(Value::plain(Type::None), |value| self.eval(value));
                let activation = self.here();
                activation.yielded = activation.yielded.join(&value);
                Value::unknown()
            }
            ast::Expr::YieldFrom(node) => {
                let iterable = self.eval(&node.value);
                let item = self.iterate(&iterable, at);
                let activation = self.here();
                activation.yielded = activation.yielded.join(&item);
                Value::unknown()
            }
            ast::Expr::Starred(starred) => self.eval(&starred.value),
            ast::Expr::TString(_) | ast::Expr::IpyEscapeCommand(_) => Value::unknown(),
        }
    }

    /// A slice of a list or tuple of which each item is known, by constants.
    fn slice_of(&mut self, container: &Value, slice: &'p ast::ExprSlice, at: Span) -> Option<Value> {
        let items = self.each_item(container)?;
        let [Atom::Object(id)] = container.atoms() else { return None };
        let kind = self.object(*id)?.kind.clone();
        let mut bound = |node: &'p Option<Box<ast::Expr>>| match node {
            None => Some(None),
            Some(node) => match self.eval(node).constant()? {
                Constant::Int(bound) => Some(Some(*bound)),
                _ => None,
            },
        };
        let (start, stop, step) = (bound(&slice.lower)?, bound(&slice.upper)?, bound(&slice.step)?);
        let length = items.len() as i64;
        let place = |bound: i64| (if bound < 0 { bound + length } else { bound }).clamp(0, length) as usize;
        let (start, stop) = (start.map_or(0, place), stop.map_or(items.len(), place));
        let part = match step {
            None | Some(1) => items.get(start..stop).unwrap_or_default().to_vec(),
            _ => return None,
        };
        Some(self.make(at, 0, Object::with_items(kind, Items::Each(part))))
    }

    fn display(&mut self, elements: &'p [ast::Expr], kind: Kind, at: Span) -> Value {
        let mut each = Vec::new();
        let mut known = true;
        for element in elements {
            match element {
                ast::Expr::Starred(starred) => {
                    let iterable = self.eval(&starred.value);
                    match self.each_item(&iterable) {
                        Some(items) => each.extend(items),
                        None => {
                            known = false;
                            each.push(self.iterate(&iterable, at));
                        }
                    }
                }
                _ => each.push(self.eval(element)),
            }
        }
        let is_ordered = matches!(kind, Kind::List | Kind::Tuple);
        let items = if known && is_ordered { Items::Each(each) } else { Items::Any(each.into_iter().collect()) };
        self.make(at, 0, Object::with_items(kind, items))
    }

    fn dict_display(&mut self, dict: &'p ast::ExprDict, at: Span) -> Value {
        let made = self.make(at, 0, Object::with_items(Kind::Dict, Items::no_entries()));
        for item in &dict.items {
            let value = self.eval(&item.value);
            match &item.key {
                Some(key) => {
                    let key = self.eval(key);
                    self.set_item(&made, &key, value, at);
                }
                None => self.update_dict(&made, &value),
            }
        }
        made
    }

    fn comprehension(
        &mut self,
        generators: &'p [ast::Comprehension],
        element: Option<&'p ast::Expr>,
        key: Option<&'p ast::Expr>,
        kind: Kind,
        at: Span,
    ) -> Value {
        let around = self.scope();
        let first = generators.first().map(|generator| self.eval(&generator.iter)).unwrap_or_default();
        let scope = self.open_scope(Origin::Place(at, 1), Some(around));
        let outer = std::mem::replace(&mut self.here().scope, scope);
        for (number, generator) in generators.iter().enumerate() {
            let iterable = if number == 0 { first.clone() } else { self.eval(&generator.iter) };
            let item = self.iterate(&iterable, self.span(&generator.iter));
            self.bind(&generator.target, item);
            for condition in &generator.ifs {
                self.eval(condition);
                self.narrow(condition, true);
            }
        }
        let value = element.map(|element| self.eval(element)).unwrap_or_default();
        let items = match key {
            Some(key) => {
                let keys = self.eval(key);
                Items::Entries { known: Default::default(), keys, values: value }
            }
            None => Items::Any(value),
        };
        self.here().scope = outer;
        self.make(at, 0, Object::with_items(kind, items))
    }

    fn boolean(&mut self, operation: &'p ast::ExprBoolOp) -> Value {
        let mut joined = Value::unknown();
        let last = operation.values.len() - 1;
        for (place, operand) in operation.values.iter().enumerate() {
            let value = self.eval(operand);
            // The left operand of `or` is the result only where it is true.
            let kept = match (place == last, operation.op) {
                (false, ast::BoolOp::Or) => without_none(&value),
                _ => value,
            };
            joined = joined.join(&kept);
        }
        joined
    }

    fn compare(&mut self, compare: &'p ast::ExprCompare) -> Value {
        let mut left = self.eval(&compare.left);
        let at = self.span(compare);
        let mut result = Value::plain(Type::Bool);
        for (op, right) in compare.ops.iter().zip(&compare.comparators) {
            let right = self.eval(right);
            let dunder = match op {
                ast::CmpOp::Eq => "__eq__",
                ast::CmpOp::NotEq => "__ne__",
                ast::CmpOp::Lt => "__lt__",
                ast::CmpOp::LtE => "__le__",
                ast::CmpOp::Gt => "__gt__",
                ast::CmpOp::GtE => "__ge__",
                ast::CmpOp::In | ast::CmpOp::NotIn => "__contains__",
                ast::CmpOp::Is | ast::CmpOp::IsNot => "",
            };
            if matches!(op, ast::CmpOp::In | ast::CmpOp::NotIn) {
                self.call_dunder(&right, dunder, std::slice::from_ref(&left), at);
            } else if let (true, Some(known)) = (compare.ops.len() == 1, compared(*op, &left, &right)) {
                result = Atom::Constant(Constant::Bool(known)).into();
            } else if let Some(compared) = self.call_dunder(&left, dunder, std::slice::from_ref(&right), at) {
                result = compared;
            } else if is_array(&left) || is_array(&right) {
                result = left.join(&right);
            }
            left = right;
        }
        result
    }

    fn ternary(&mut self, ternary: &'p ast::ExprIf) -> Value {
        let test = self.eval(&ternary.test);
        match test.constant().and_then(truth) {
            Some(true) => self.eval(&ternary.body),
            Some(false) => self.eval(&ternary.orelse),
            None => {
                let mut values = (Value::unknown(), Value::unknown());
                let (first, second) = (&mut values.0, &mut values.1);
                self.either(
                    |machine| {
                        machine.narrow(&ternary.test, true);
                        *first = machine.eval(&ternary.body);
                    },
                    |machine| {
                        machine.narrow(&ternary.test, false);
                        *second = machine.eval(&ternary.orelse);
                    },
                );
                values.0.join(&values.1)
            }
        }
    }

    /// Learns from a test that is true or false what a name no longer is.
    pub fn narrow(&mut self, test: &'p ast::Expr, is_true: bool) {
        match test {
            ast::Expr::UnaryOp(node) if node.op == ast::UnaryOp::Not => self.narrow(&node.operand, !is_true),
            ast::Expr::BoolOp(node) if (node.op == ast::BoolOp::And) == is_true => {
                node.values.iter().for_each(|value| self.narrow(value, is_true));
            }
            ast::Expr::Name(name) if is_true => self.keep_atoms(name, |atom| *atom != Atom::Plain(Type::None)),
            ast::Expr::Compare(node) => {
                let ([op], [ast::Expr::NoneLiteral(_)], ast::Expr::Name(name)) =
                    (&*node.ops, &*node.comparators, &*node.left)
                else {
                    return;
                };
                let is_none = match op {
                    ast::CmpOp::Is | ast::CmpOp::Eq => is_true,
                    ast::CmpOp::IsNot | ast::CmpOp::NotEq => !is_true,
                    _ => return,
                };
                self.keep_atoms(name, |atom| (*atom == Atom::Plain(Type::None)) == is_none);
            }
            ast::Expr::Call(call) => self.narrow_instance(call, is_true),
            _ => {}
        }
    }

    fn narrow_instance(&mut self, call: &'p ast::ExprCall, is_true: bool) {
        let (ast::Expr::Name(function), [ast::Expr::Name(name), class]) = (&*call.func, &*call.arguments.args) else {
            return;
        };
        if function.id.as_str() != "isinstance" {
            return;
        }
        let classes = self.eval(class);
        let value = self.read_name(name.id.as_str());
        let kept: Vec<Atom> =
            value.atoms().iter().filter(|atom| self.is_instance(atom, &classes) == is_true).cloned().collect();
        if !kept.is_empty() {
            self.set_name(name.id.as_str(), Value::of(kept));
        }
    }

    fn keep_atoms(&mut self, name: &ast::ExprName, keep: impl Fn(&Atom) -> bool) {
        let value = self.read_name(name.id.as_str());
        let kept = Value::of(value.atoms().iter().filter(|atom| keep(atom)).cloned());
        let scope = self.scope();
        let is_own = self.object(scope).is_some_and(|object| object.names.contains_key(name.id.as_str()));
        if !kept.is_unknown() && is_own {
            self.set_name(name.id.as_str(), kept);
        }
    }

    /// What `left op= right` leaves in its target.
    pub fn augmented(&mut self, op: ast::Operator, left: &Value, right: &Value, at: Span) -> Value {
        if op == ast::Operator::Add
            && let [Atom::Object(id)] = left.atoms()
            && self.object(*id).is_some_and(|object| object.kind == Kind::List)
        {
            self.extend(*id, right, at);
            return left.clone();
        }
        if op == ast::Operator::BitOr
            && let [Atom::Object(id)] = left.atoms()
            && self.object(*id).is_some_and(|object| object.kind == Kind::Dict)
        {
            self.update_dict(left, right);
            return left.clone();
        }
        let in_place = format!("__i{}__", dunder_of(op));
        match self.call_dunder(left, &in_place, std::slice::from_ref(right), at) {
            Some(result) => result,
            None => self.binary(op, left, right, at),
        }
    }

    pub fn binary(&mut self, op: ast::Operator, left: &Value, right: &Value, at: Span) -> Value {
        if let Some(joined) = self.joined_containers(op, left, right, at) {
            return joined;
        }
        let name = dunder_of(op);
        if let Some(result) = self.call_dunder(left, &format!("__{name}__"), std::slice::from_ref(right), at) {
            return result;
        }
        if let Some(result) = self.call_dunder(right, &format!("__r{name}__"), std::slice::from_ref(left), at) {
            return result;
        }
        let mut results = Value::unknown();
        for left in self.types(left) {
            for right in self.types(right) {
                let ty = match (op, &left, &right) {
                    // A negative exponent, which makes a float, is the exception.
                    (ast::Operator::Pow, Type::Int, Type::Int) => Type::Int,
                    _ => self.queries.binary(op, &left, &right),
                };
                results = results.join(&self.value_of(ty, at));
            }
        }
        results
    }

    fn unary(&mut self, op: ast::UnaryOp, operand: &Value, at: Span) -> Value {
        let dunder = match op {
            ast::UnaryOp::Not => return Value::plain(Type::Bool),
            ast::UnaryOp::USub => "__neg__",
            ast::UnaryOp::UAdd => "__pos__",
            ast::UnaryOp::Invert => "__invert__",
        };
        if let (ast::UnaryOp::USub, Some(Constant::Int(int))) = (op, operand.constant()) {
            return Atom::Constant(Constant::Int(int.wrapping_neg())).into();
        }
        if let Some(result) = self.call_dunder(operand, dunder, &[], at) {
            return result;
        }
        let mut result = Value::unknown();
        for ty in self.types(operand) {
            let ty = self.queries.method(&ty, dunder, &[]).unwrap_or(Type::Unknown);
            result = result.join(&self.value_of(ty, at));
        }
        result
    }

    /// The type that an annotation means, as a value of it.
    pub fn annotation(&mut self, node: &'p ast::Expr) -> Value {
        match node {
            ast::Expr::BinOp(union) if union.op == ast::Operator::BitOr => {
                let left = self.annotation(&union.left);
                return left.join(&self.annotation(&union.right));
            }
            ast::Expr::NoneLiteral(_) => return Value::plain(Type::None),
            ast::Expr::Name(_) | ast::Expr::Attribute(_) => {
                let class = self.eval(node);
                if let [class @ Atom::Class(_)] = class.atoms() {
                    return self.instance_of(&class.clone());
                }
            }
            ast::Expr::Subscript(generic) => {
                let name = crate::catalog::dotted(&generic.value);
                if name.rsplit('.').next() == Some("Optional") {
                    return self.annotation(&generic.slice).join(&Value::plain(Type::None));
                }
            }
            _ => {}
        }
        let at = self.span(node);
        let file = self.file();
        match self.queries.annotation(file, node) {
            Some(ty) => self.value_of(ty, at),
            None => Value::unknown(),
        }
    }

    /// Calls a special method of instances of the project's classes; `None` where the value is none, or has none.
    pub fn call_dunder(&mut self, value: &Value, name: &str, arguments: &[Value], at: Span) -> Option<Value> {
        let methods: Vec<Atom> = value.atoms().iter().filter_map(|atom| self.special_method(atom, name)).collect();
        if methods.is_empty() {
            return None;
        }
        Some(self.call(&Value::of(methods), &Arguments::positional(arguments.to_vec()), at))
    }
}

/// The result of a comparison of two constants, or of constants that are surely not `None` with it.
fn compared(op: ast::CmpOp, left: &Value, right: &Value) -> Option<bool> {
    let order = match (left.constant()?, right.constant()?) {
        (Constant::Int(a), Constant::Int(b)) => a.cmp(b),
        (Constant::Str(a), Constant::Str(b)) => a.cmp(b),
        _ => return None,
    };
    match op {
        ast::CmpOp::Eq => Some(order.is_eq()),
        ast::CmpOp::NotEq => Some(order.is_ne()),
        ast::CmpOp::Lt => Some(order.is_lt()),
        ast::CmpOp::LtE => Some(order.is_le()),
        ast::CmpOp::Gt => Some(order.is_gt()),
        ast::CmpOp::GtE => Some(order.is_ge()),
        _ => None,
    }
}

/// The truth of a constant.
pub(super) fn truth(constant: &Constant) -> Option<bool> {
    match constant {
        Constant::Bool(value) => Some(*value),
        _ => None,
    }
}

fn without_none(value: &Value) -> Value {
    Value::of(value.atoms().iter().filter(|atom| **atom != Atom::Plain(Type::None)).cloned())
}

fn is_array(value: &Value) -> bool {
    value.atoms().iter().any(|atom| matches!(atom, Atom::Plain(Type::Array(_))))
}

/// The name of an operator's special method, without its underscores.
fn dunder_of(op: ast::Operator) -> &'static str {
    match op {
        ast::Operator::Add => "add",
        ast::Operator::Sub => "sub",
        ast::Operator::Mult => "mul",
        ast::Operator::MatMult => "matmul",
        ast::Operator::Div => "truediv",
        ast::Operator::Mod => "mod",
        ast::Operator::Pow => "pow",
        ast::Operator::LShift => "lshift",
        ast::Operator::RShift => "rshift",
        ast::Operator::BitOr => "or",
        ast::Operator::BitXor => "xor",
        ast::Operator::BitAnd => "and",
        ast::Operator::FloorDiv => "floordiv",
    }
}
