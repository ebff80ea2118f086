//! Expressions: what each kind of node stands for.

use rustpython_ast as ast;

use super::environment::Binding;
use super::function::{FunctionTracer, bound_part, poison_of};
use super::optional::Use;
use super::value::{Code as FunctionCode, Definition, Value};
use crate::catalog::catalog;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Expr, ExprKind, NativeArgument};
use crate::source::Span;
use crate::types::Type;

impl<'a> FunctionTracer<'_, 'a> {
    /// An expression whose value the compiled program needs. `expected` is the type that a display should have.
    pub(super) fn expression(&mut self, node: &'a ast::Expr, expected: Option<&Type>) -> Expr {
        let span = self.span(node);
        match self.value(node, expected) {
            Value::Expr(expr) => expr,
            Value::ProjectClass(class) if super::record::is_enum(class) => self.all_members(class, span),
            Value::Class(class)
                if let Some(dtype) = super::native::tensor_dtype_of_value(&Value::Class(class.clone())) =>
            {
                super::native::tensor_dtype(dtype, span)
            }
            other => self.function_value(other, span),
        }
    }

    /// What an expression stands for, of the compiled program or at compile time only.
    pub(super) fn value(&mut self, node: &'a ast::Expr, expected: Option<&Type>) -> Value<'a> {
        let value = with_stack(|| self.untyped_value(node, expected));
        self.note(self.span(node), &value);
        value
    }

    fn untyped_value(&mut self, node: &'a ast::Expr, expected: Option<&Type>) -> Value<'a> {
        let span = self.span(node);
        Value::Expr(match node {
            ast::Expr::Name(name) => return self.name_value(name.id.as_str(), span),
            ast::Expr::Attribute(attribute) => return self.attribute(attribute),
            ast::Expr::Call(call) => return self.call(call, expected),
            ast::Expr::Lambda(lambda) => {
                let definition = Definition {
                    file: self.file,
                    code: FunctionCode::Lambda(lambda),
                    nested: true,
                    class: None,
                    bare: false,
                };
                if super::closure::computed_defaults(&definition).is_empty() {
                    return Value::Function(definition);
                }
                // Its defaults are computed here, so it holds them from here on.
                self.function_value(Value::Function(definition), span)
            }
            ast::Expr::NumberLiteral(number) => self.number(&number.value, span),
            ast::Expr::StringLiteral(text) => self.string(text.value.to_str(), span),
            ast::Expr::BytesLiteral(bytes) => Expr::constant(Constant::Bytes(bytes.value.bytes().collect()), span),
            ast::Expr::BooleanLiteral(literal) => Expr::constant(Constant::Bool(literal.value), span),
            ast::Expr::NoneLiteral(_) => Expr::constant(Constant::None, span),
            ast::Expr::EllipsisLiteral(_) => {
                Expr { kind: ExprKind::Constant(Constant::None), ty: Type::Ellipsis, span }
            }
            ast::Expr::BinOp(operation) => self.binary(operation),
            ast::Expr::UnaryOp(operation) => self.unary(operation),
            ast::Expr::BoolOp(operation) => self.boolean(operation, expected),
            ast::Expr::Compare(compare) => self.compare(compare),
            ast::Expr::If(ternary) => self.ternary(ternary, expected),
            ast::Expr::Tuple(tuple) => self.tuple(&tuple.elts, expected, span),
            ast::Expr::List(list) => self.list(&list.elts, expected, span),
            ast::Expr::Set(set) => self.set(&set.elts, expected, span),
            ast::Expr::Dict(dict) => self.dict(dict, expected),
            ast::Expr::ListComp(list) => self.each_round(node, |tracer| tracer.list_comprehension(list, expected)),
            ast::Expr::SetComp(set) => self.each_round(node, |tracer| tracer.set_comprehension(set, expected)),
            ast::Expr::DictComp(dict) => self.each_round(node, |tracer| tracer.dict_comprehension(dict, expected)),
            ast::Expr::Generator(node) => self.generator(node),
            ast::Expr::FString(node) => self.f_string(node),
            ast::Expr::Subscript(subscript) => self.subscript(subscript),
            ast::Expr::Slice(slice) => self.slice(slice),
            ast::Expr::Named(named) => self.walrus(named),
            ast::Expr::Yield(node) => self.yield_expression(node),
            ast::Expr::YieldFrom(node) => self.yield_from_expression(node),
            other => self.unsupported_expression(other),
        })
    }

    /// The value of a name: local, of the function around, of the module, or built in.
    pub(super) fn name_value(&mut self, name: &str, span: Span) -> Value<'a> {
        let binding = self.lookup(name).cloned();
        match binding {
            Some(binding @ Binding::Cell { .. }) => Value::Expr(self.read_cell(name, &binding, span)),
            Some(Binding::Local { slot, declared, view }) => {
                self.share_late(name);
                let read = self.local(slot, &declared, &view, span);
                Value::Expr(self.surely_bound(name, read))
            }
            Some(Binding::Static(value)) => value,
            Some(Binding::Conflict) => {
                let message =
                    format!("`{name}` is a function, class or module on one way here, and something else on another");
                let diagnostic = Diagnostic::new(Code::UnsupportedExpression, span, message);
                Value::Expr(self.refuse(diagnostic.help("give the two different names")))
            }
            None if self.bound.contains(name) => {
                let message = format!("`{name}` is read before it is assigned");
                let diagnostic = Diagnostic::new(Code::UnboundName, span, message);
                Value::Expr(
                    self.refuse(diagnostic.help("Python raises UnboundLocalError here: assign it first on every way")),
                )
            }
            None => self.tracer.global_value(self.file, name, span),
        }
    }

    /// A read of a name that some way here leaves unassigned raises on that way, as in Python.
    fn surely_bound(&mut self, name: &str, read: Expr) -> Expr {
        if !read.ty.members().contains(&Type::Unbound) {
            return read;
        }
        let span = read.span;
        let bound = bound_part(&read.ty);
        if bound == Type::Never {
            let message = format!("`{name}` is read before it is assigned");
            return self.refuse(Diagnostic::new(Code::UnboundName, span, message));
        }
        let message = format!("cannot access local variable '{name}' where it is not associated with a value");
        self.for_each_member(read, &mut |tracer, member| match member.ty {
            Type::Unbound => tracer.raise_expression("UnboundLocalError", &message, span),
            _ => tracer.convert(member, &bound),
        })
    }

    pub(super) fn string(&mut self, text: &str, span: Span) -> Expr {
        Expr::constant(Constant::Str(text.into()), span)
    }

    fn number(&mut self, number: &ast::Number, span: Span) -> Expr {
        match number {
            ast::Number::Int(value) => match value.as_i64() {
                Some(value) => Expr::constant(Constant::Int(value), span),
                None => {
                    let diagnostic = Diagnostic::new(Code::IntegerRange, span, "this integer does not fit 64 bits");
                    self.refuse(diagnostic.help("integers are from -2**63 to 2**63 - 1; a float holds larger numbers"))
                }
            },
            ast::Number::Float(value) => Expr::constant(Constant::Float(*value), span),
            ast::Number::Complex { real, imag } => {
                let part = |value: f64| NativeArgument::Value(Expr::constant(Constant::Float(value), span));
                self.native_call("complex::of", vec![part(*real), part(*imag)], Type::Complex, span)
            }
        }
    }

    fn attribute(&mut self, node: &'a ast::ExprAttribute) -> Value<'a> {
        let span = self.span(node);
        let name = node.attr.as_str();
        if matches!(name, "__name__" | "__qualname__")
            && let Some(operand) = self.operand_of_type(&node.value)
        {
            return Value::Expr(self.class_name(operand, span));
        }
        match self.value(&node.value, None) {
            Value::Class(class) if &*class == "builtins.object" && matches!(name, "__setattr__" | "__init__") => {
                Value::Native("builtins".into(), format!("object.{name}").into())
            }
            Value::Class(class) if name == "__name__" => {
                Value::Expr(Expr::constant(Constant::Str(crate::types::short(&class).into()), span))
            }
            Value::Function(function) if matches!(name, "__name__" | "__doc__") => {
                let text = if name == "__name__" { Some(function.name().into()) } else { function.docstring() };
                Value::Expr(Expr::constant(text.map_or(Constant::None, Constant::Str), span))
            }
            Value::Unmade(class) => Value::Expr(self.read_unmade(class, &node.value, name, span)),
            Value::ProjectClass(class) => self.class_attribute(class, name, span),
            Value::Super(target, after) => self.super_attribute(*target, &after, name, span),
            Value::Module(module) => self.tracer.member_value(&module, name, span),
            Value::Adapter(adapter) if let Some(method) = super::model::AdapterMethod::named(name) => {
                Value::AdapterMethod(adapter, method)
            }
            Value::Known(module, member) => Value::Known(module, format!("{member}.{name}").into()),
            Value::Limits(limits) => Value::Expr(self.limits_attribute(limits, name, span)),
            Value::Info(info) => self.info_attribute(info, name, span),
            Value::Expr(value) => match self.value_attribute(value, name, node) {
                Value::Expr(read) => Value::Expr(self.narrowed_read(node, read)),
                other => other,
            },
            Value::Class(class) if self.is_class_method(&class, name) => Value::Unbound(class, name.into()),
            Value::Class(class) if let Some(constant) = catalog().class_constant(&class, name) => {
                Value::Expr(self.call_native(name, constant, Vec::new(), span))
            }
            // `chain.from_iterable`: the stub has it as a function of its own.
            Value::Native(module, function)
                if let Some(module_stub) = crate::catalog::catalog().module(&module)
                    && module_stub.functions.contains_key(format!("_{function}_{name}").as_str()) =>
            {
                Value::Native(module, format!("_{function}_{name}").into())
            }
            Value::Class(class) => {
                let message = format!("`{class}.{name}` is not supported");
                let diagnostic = Diagnostic::new(Code::UnknownAttribute, span, message);
                Value::Expr(self.refuse(diagnostic.help("call the method on a value of the class")))
            }
            other => {
                let message = format!("{} has no attribute `{name}` here", other.describe());
                Value::Expr(self.refuse(Diagnostic::new(Code::UnknownAttribute, span, message)))
            }
        }
    }

    /// The value of an attribute that is no method.
    pub(super) fn attribute_of(&mut self, value: Expr, name: &str, span: Span) -> Expr {
        self.for_each_member(value, &mut |tracer, member| match &member.ty {
            Type::Exception(class) => {
                let class = class.clone();
                tracer.exception_attribute(member, &class, name, span)
            }
            Type::Record(_) => tracer.record_attribute(member, name, span),
            _ => tracer.property(member, name, span),
        })
    }

    fn value_attribute(&mut self, value: Expr, name: &str, node: &'a ast::ExprAttribute) -> Value<'a> {
        let span = self.span(node);
        if name == "__class__"
            && let Some(class) = self.class_of_type(&value.ty)
        {
            return Value::ProjectClass(class);
        }
        if let Some(poison) = poison_of([&value], span) {
            return Value::Expr(poison);
        }
        if let Type::Exception(class) = &value.ty {
            let class = class.clone();
            if self.has_exception_method(&class, name) {
                return Value::Method(Box::new(value), name.into());
            }
            return Value::Expr(self.exception_attribute(value, &class, name, span));
        }
        if matches!(value.ty, Type::Record(_))
            && !matches!(name, "name" | "value" | "_name_" | "_value_")
            && !self.has_attribute(&value.ty, name)
            && let Some(inner) = self.enum_value(&value, span)
        {
            return self.value_attribute(inner, name, node);
        }
        if value.ty.is_union() {
            let value = match self.is_of_all_but_none(&value.ty, name) {
                true => self.present(value, Use::Attribute(name), span),
                false => value,
            };
            if !value.ty.is_union() {
                return self.value_attribute(value, name, node);
            }
            let is_method = value.ty.members().iter().all(|member| self.is_method(member, name));
            if is_method {
                return Value::Method(Box::new(value), name.into());
            }
            // A name that no member has is the mistake, before that `None` has it neither.
            let some =
                value.ty.members().iter().find(|member| **member != Type::None && !self.has_attribute(member, name));
            if let Some(member) = some.cloned() {
                let whole = value.ty.clone();
                let diagnostic = self.unknown_attribute(&member, name, span);
                return Value::Expr(self.refuse(diagnostic.label(value.span, format!("this is `{whole}`"))));
            }
            return Value::Expr(
                self.for_each_member(value, &mut |tracer, member| tracer.attribute_of_member(member, name, span)),
            );
        }
        if self.is_method(&value.ty, name) {
            return Value::Method(Box::new(value), name.into());
        }
        if let Some(index) = member_of_pair(&value.ty, name) {
            return Value::Expr(self.item(value, Expr::constant(Constant::Int(index), span), span));
        }
        Value::Expr(self.property(value, name, span))
    }

    fn is_class_method(&self, class: &str, name: &str) -> bool {
        let known = catalog().method(class, name);
        !name.starts_with("__") && known.is_some_and(|overloads| !overloads[0].property)
    }

    /// `value.name` as a value of the program, at the type that tests have shown.
    pub(super) fn attribute_value(&mut self, value: Expr, name: &str, node: &'a ast::ExprAttribute) -> Expr {
        match self.value_attribute(value, name, node) {
            Value::Expr(read) => self.narrowed_read(node, read),
            other => {
                let message = format!("{} cannot be used as a value here", other.describe());
                self.refuse(Diagnostic::new(Code::UnsupportedExpression, self.span(node), message))
            }
        }
    }

    fn is_method(&self, ty: &Type, name: &str) -> bool {
        // The outputs of a model are typed by the model: no stub describes them.
        if name == "run" && super::intrinsics::is_session(ty) {
            return true;
        }
        if super::estimator::has_method(ty, name) {
            return true;
        }
        if super::messages::is_log_method(ty, name) {
            return true;
        }
        if let (Type::Iterator(_), "close") = (ty, name) {
            return true;
        }
        // What these take is shown as text, whatever it is.
        if *ty == Type::Str && matches!(name, "format" | "format_map") {
            return true;
        }
        if let Type::Record(_) = ty {
            return self.is_record_method(ty, name);
        }
        super::native::class_of(ty)
            .and_then(|class| catalog().method(&class, name))
            .is_some_and(|overloads| !overloads[0].property)
    }

    /// An attribute of a member of a union: a method of one class may be a field of another.
    fn attribute_of_member(&mut self, member: Expr, name: &str, span: Span) -> Expr {
        if self.is_method(&member.ty, name) {
            let message = format!("`{name}` is a method of `{}`, and no method of other values here", member.ty);
            return self.refuse(Diagnostic::new(Code::UnsupportedExpression, span, message));
        }
        self.property(member, name, span)
    }

    /// Whether `None` alone, of several, lacks an attribute.
    fn is_of_all_but_none(&self, ty: &Type, name: &str) -> bool {
        let mut others = ty.members().iter().filter(|member| **member != Type::None);
        !self.has_attribute(&Type::None, name)
            && others.all(|member| self.is_method(member, name) || self.has_attribute(member, name))
    }

    fn has_attribute(&self, ty: &Type, name: &str) -> bool {
        if let Type::Record(_) = ty {
            return self.has_record_attribute(ty, name);
        }
        super::native::class_of(ty).is_some_and(|class| catalog().method(&class, name).is_some())
    }

    fn property(&mut self, value: Expr, name: &str, span: Span) -> Expr {
        if let Type::Record(_) = value.ty {
            return self.record_attribute(value, name, span);
        }
        if let (Type::Array(array) | Type::Tensor(array), "ndim") = (&value.ty, name)
            && let Some(rank) = array.rank()
        {
            return self.with_setup(|tracer| {
                tracer.keep("array", value);
                Expr::constant(Constant::Int(rank as i64), span)
            });
        }
        let class = super::native::class_of(&value.ty);
        let overloads = class.as_deref().and_then(|class| catalog().method(class, name));
        match overloads {
            Some(overloads) if overloads[0].property => {
                let receiver = super::arguments::Argument { keyword: None, span, value: Value::Expr(value) };
                self.call_native(name, overloads, vec![receiver], span)
            }
            _ => {
                let diagnostic = self.unknown_attribute(&value.ty, name, span);
                self.refuse(diagnostic)
            }
        }
    }

    /// The diagnostic for an attribute that a type does not have, with the nearest name that it has.
    pub(super) fn unknown_attribute(&self, ty: &Type, name: &str, span: Span) -> Diagnostic {
        let diagnostic = Diagnostic::new(
            Code::UnknownAttribute,
            span,
            format!("`{ty}` has no attribute `{name}`, or none that is supported"),
        );
        if let (Type::Iterator(_), "send" | "throw") = (ty, name) {
            let message = format!("`{name}` cannot be compiled: a generator is only asked for items, and closed");
            let diagnostic = Diagnostic::new(Code::UnknownAttribute, span, message);
            return diagnostic
                .help("write a class with a method that takes the value, and keeps the state in its fields");
        }
        let Some(class) = super::native::class_of(ty) else { return diagnostic };
        let members = catalog().members(&class);
        match nearest(name, members.into_iter().filter(|member| !member.starts_with("__"))) {
            Some(near) => {
                let at = Span { start: span.end - name.len() as u32, ..span };
                diagnostic.help(format!("did you mean `{near}`?")).fix(format!("Replace by `{near}`"), at, near)
            }
            None => diagnostic,
        }
    }

    fn ternary(&mut self, node: &'a ast::ExprIf, expected: Option<&Type>) -> Expr {
        let span = self.span(node);
        let names = crate::scope::walrus_names([&*node.body, &*node.orelse]);
        self.sometimes(names, span, |tracer| tracer.with_setup(|tracer| tracer.ternary_ways(node, expected)))
    }

    fn ternary_ways(&mut self, node: &'a ast::ExprIf, expected: Option<&Type>) -> Expr {
        let span = self.span(node);
        let condition = self.condition(&node.test);
        let outer = self.environment.clone();
        if let Some(value) = self.known_truth(&condition.test) {
            let (facts, taken) =
                if value { (&condition.if_true, &node.body) } else { (&condition.if_false, &node.orelse) };
            self.narrow(facts);
            let taken = self.expression(taken, expected);
            self.restore_views(outer);
            return taken;
        }
        self.narrow(&condition.if_true);
        let then = self.expression(&node.body, expected);
        self.restore_views(outer.clone());
        self.narrow(&condition.if_false);
        let orelse = self.expression(&node.orelse, expected);
        self.restore_views(outer);
        self.choice(condition.test, then, orelse, span)
    }

    /// `then if test else orelse` at the joined type.
    pub(super) fn choice(&mut self, test: Expr, then: Expr, orelse: Expr, span: Span) -> Expr {
        let ty = self.join(&then.ty, &orelse.ty);
        if test.ty == Type::Unknown || ty == Type::Unknown {
            return Expr::invalid(span);
        }
        let then = Box::new(self.convert(then, &ty));
        let orelse = Box::new(self.convert(orelse, &ty));
        Expr { kind: ExprKind::If { test: Box::new(test), then, orelse }, ty, span }
    }

    /// `a and b`, `a or b` as values: the last operand that was evaluated.
    fn boolean(&mut self, node: &'a ast::ExprBoolOp, expected: Option<&Type>) -> Expr {
        let is_and = node.op == ast::BoolOp::And;
        let outer = self.environment.clone();
        let names = crate::scope::walrus_names(&node.values[1..]);
        let span = self.span(node);
        let value = self.sometimes(names, span, |tracer| tracer.boolean_operands(&node.values, is_and, expected));
        self.restore_views(outer);
        value
    }

    fn boolean_operands(&mut self, operands: &'a [ast::Expr], is_and: bool, expected: Option<&Type>) -> Expr {
        self.with_setup(|tracer| tracer.boolean_ways(operands, is_and, expected))
    }

    fn boolean_ways(&mut self, operands: &'a [ast::Expr], is_and: bool, expected: Option<&Type>) -> Expr {
        let span = self.span(&operands[0]);
        let (first, rest) = operands.split_first().expect("a boolean operation has operands");
        if rest.is_empty() {
            return self.expression(first, expected);
        }
        // Tests give a `bool` and say something of names; anything else is a value whose truth is taken.
        if is_test(first) {
            let condition = self.condition(first);
            self.narrow(if is_and { &condition.if_true } else { &condition.if_false });
            if let Some(value) = self.known_truth(&condition.test) {
                return if value == is_and {
                    self.boolean_operands(rest, is_and, expected)
                } else {
                    Expr::constant(Constant::Bool(value), condition.test.span)
                };
            }
            let right = self.boolean_operands(rest, is_and, expected);
            return self.boolean_pair(condition.test.clone(), condition.test, right, is_and, span);
        }
        let left = self.expression(first, expected);
        let left = self.keep("left", left);
        let test = self.truth(left.clone());
        if let ast::Expr::Name(_) = first {
            // The value itself tells: `x or default` with `x: str | None`.
            let condition = self.condition(first);
            self.narrow(if is_and { &condition.if_true } else { &condition.if_false });
        }
        let right = self.boolean_operands(rest, is_and, expected);
        let kept = self.remaining(left, is_and);
        self.boolean_pair(test, kept, right, is_and, span)
    }

    /// The left operand where it is the result: of `a or b` it is true, so not `None`; of `a and b` it is false.
    fn remaining(&mut self, left: Expr, is_and: bool) -> Expr {
        if is_and || !left.ty.is_union() {
            return left;
        }
        let some = crate::types::union(left.ty.members().iter().filter(|member| **member != Type::None).cloned());
        let span = left.span;
        if some == left.ty || some == Type::Never {
            return left;
        }
        Expr { kind: ExprKind::Convert(Box::new(left)), ty: some, span }
    }

    fn boolean_pair(&mut self, test: Expr, left: Expr, right: Expr, is_and: bool, span: Span) -> Expr {
        if let ExprKind::Constant(Constant::Bool(value)) = test.kind {
            return if value == is_and { right } else { left };
        }
        if left.ty == Type::Bool && right.ty == Type::Bool {
            let (left, right) = (Box::new(left), Box::new(right));
            let kind = if is_and { ExprKind::And(left, right) } else { ExprKind::Or(left, right) };
            return Expr { kind, ty: Type::Bool, span };
        }
        if is_and { self.choice(test, right, left, span) } else { self.choice(test, left, right, span) }
    }

    fn unsupported_expression(&mut self, node: &'a ast::Expr) -> Expr {
        let (what, help) = match node {
            ast::Expr::Await(_) => ("`await`", "predictors are ordinary functions: call the function directly"),
            ast::Expr::Starred(_) => ("`*` here", "write the elements out"),
            ast::Expr::TString(_) => ("a template string", "write an f-string"),
            _ => ("this expression", "rewrite it with the expressions listed in the README"),
        };
        let diagnostic =
            Diagnostic::new(Code::UnsupportedExpression, self.span(node), format!("{what} cannot be compiled"));
        self.refuse(diagnostic.help(help))
    }
}

/// Runs with enough stack: programs nest, and calls are followed within expressions.
pub(crate) fn with_stack<T>(trace: impl FnOnce() -> T) -> T {
    const LEAST: usize = 256 << 10;
    const MORE: usize = 2 << 20;
    stacker::maybe_grow(LEAST, MORE, trace)
}

/// Whether an operand of `and`/`or` is a test, whose value is a `bool`.
fn is_test(node: &ast::Expr) -> bool {
    match node {
        ast::Expr::Compare(compare) => matches!(compare.ops[..], [ast::CmpOp::Is | ast::CmpOp::IsNot]),
        ast::Expr::UnaryOp(unary) => unary.op == ast::UnaryOp::Not,
        ast::Expr::Call(call) => matches!(&*call.func, ast::Expr::Name(name) if name.id.as_str() == "isinstance"),
        _ => false,
    }
}

/// The candidate that differs least from a name, where it differs little.
pub(super) fn nearest<'n>(name: &str, candidates: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    candidates
        .map(|candidate| (strsim::damerau_levenshtein(name, candidate), candidate))
        .filter(|(distance, candidate)| *distance * 3 <= candidate.len().max(name.len()))
        .min()
        .map(|(_, candidate)| candidate)
}

/// Values and places of elements, as `max(dim)`, `sort` and `topk` of torch give them, have names there.
fn member_of_pair(ty: &Type, name: &str) -> Option<i64> {
    let Type::Tuple(members) = ty else { return None };
    match (&**members, name) {
        ([Type::Tensor(_), Type::Tensor(_)], "values") => Some(0),
        ([Type::Tensor(_), Type::Tensor(_)], "indices") => Some(1),
        _ => None,
    }
}
