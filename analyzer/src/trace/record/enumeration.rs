//! Enums: members are constants; their names and values are looked up by the member.

use super::super::arguments::{Argument, constant_of};
use super::super::function::{FunctionTracer, poisoned};
use super::super::value::Value;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Conversion, Expr, ExprKind, FormatPart, NativeArgument};
use crate::scope::classes::{ClassDef, ClassKind, EnumMember};
use crate::source::Span;
use crate::types::{EnumBase, RecordKind, Type, join_all};

impl<'a> FunctionTracer<'_, 'a> {
    /// The members of an enum, aliases left out.
    fn enum_members(&self, class: &'a ClassDef<'a>) -> Vec<&'a EnumMember<'a>> {
        let mut members: Vec<&EnumMember> = Vec::new();
        if is_flag(class) {
            let is_single =
                |member: &&EnumMember| matches!(member.value, Constant::Int(value) if value.count_ones() == 1);
            for member in class.values.iter().filter(is_single) {
                if !members.iter().any(|earlier| earlier.index == member.index) {
                    members.push(member);
                }
            }
            return members;
        }
        for member in &class.values {
            if member.index == members.len() {
                members.push(member);
            }
        }
        members
    }

    /// A member as a value: flags are held as their bits, other members as their place.
    fn enum_member(&mut self, class: &'a ClassDef<'a>, member: &EnumMember, span: Span) -> Expr {
        let ty = self.tracer.make_class(class);
        let held = if is_flag(class) { member.value.clone() } else { Constant::Int(member.index as i64) };
        Expr { kind: ExprKind::Constant(held), ty, span }
    }

    /// `Color.RED`.
    pub(in super::super) fn member_by_name(&mut self, class: &'a ClassDef<'a>, name: &str, span: Span) -> Option<Expr> {
        let member = class.values.iter().find(|member| member.name == name)?;
        Some(self.enum_member(class, member, span))
    }

    /// `list(Color)`.
    pub(in super::super) fn all_members(&mut self, class: &'a ClassDef<'a>, span: Span) -> Expr {
        let members = self.enum_members(class);
        let ty = self.tracer.make_class(class);
        let items = members.into_iter().map(|member| self.enum_member(class, member, span)).collect();
        Expr { kind: ExprKind::List(items), ty: Type::list(ty), span }
    }

    /// `.name` and `.value` of a member.
    pub(in super::super) fn enum_attribute(
        &mut self,
        object: Expr,
        class: &'a ClassDef<'a>,
        name: &str,
        span: Span,
    ) -> Option<Expr> {
        if is_flag(class) {
            return match name {
                "value" | "_value_" => Some(self.native("flag::value", vec![object], Type::Int, span)),
                "name" | "_name_" => {
                    let name = Type::optional(Type::Str);
                    Some(self.native("flag::name", vec![object], name, span))
                }
                _ => None,
            };
        }
        let members = self.enum_members(class);
        let values: Vec<Constant> = match name {
            "name" | "_name_" => members.iter().map(|member| Constant::Str(member.name.into())).collect(),
            "value" | "_value_" => members.iter().map(|member| member.value.clone()).collect(),
            _ => return None,
        };
        if let ExprKind::Constant(Constant::Int(index)) = object.kind {
            return values.get(index as usize).map(|value| Expr::constant(value.clone(), span));
        }
        let types: Vec<Type> = values.iter().map(Constant::ty).collect();
        let ty = join_all(&types);
        let values = values.into_iter().map(|value| self.convert(Expr::constant(value, span), &ty)).collect();
        Some(Expr { kind: ExprKind::Select { subject: Box::new(object), values }, ty, span })
    }

    /// The number or text that a member of an `IntEnum`, `StrEnum` and the like is.
    pub(in super::super) fn enum_value(&mut self, object: &Expr, span: Span) -> Option<Expr> {
        let Type::Record(record) = &object.ty else { return None };
        if !matches!(record.kind, RecordKind::Enum(base) if base.value_type().is_some()) {
            return None;
        }
        let class = self.class_of_type(&object.ty)?;
        self.enum_attribute(object.clone(), class, "value", span)
    }

    /// The operands of an operator, members of an `IntEnum` and the like as what they are; `None` where none is one.
    pub(in super::super) fn enum_operands(&mut self, left: &Expr, right: &Expr, span: Span) -> Option<(Expr, Expr)> {
        let (a, b) = (self.enum_value(left, span), self.enum_value(right, span));
        (a.is_some() || b.is_some()).then(|| (a.unwrap_or_else(|| left.clone()), b.unwrap_or_else(|| right.clone())))
    }

    /// `Color(value)`.
    pub(super) fn enum_by_value(&mut self, class: &'a ClassDef<'a>, arguments: Vec<Argument<'a>>, span: Span) -> Expr {
        let ty = self.tracer.make_class(class);
        let [Argument { keyword: None, value: Value::Expr(value), .. }] = &arguments[..] else {
            let message = format!("`{}` takes the value of a member", class.node.name.as_str());
            return self.refuse(Diagnostic::new(Code::CallArguments, span, message));
        };
        if poisoned(&value.ty) || value.ty == ty {
            return value.clone();
        }
        if is_flag(class) {
            let number = self.enum_value(value, span).unwrap_or_else(|| value.clone());
            if matches!(number.ty.widened(), Type::Int | Type::Bool) {
                return self.flag_by_value(class, number, span);
            }
        }
        self.with_setup(|tracer| {
            let value = tracer.keep("value", value.clone());
            let members = tracer.enum_members(class);
            let shown = FormatPart::Value { value: value.clone(), conversion: Some(Conversion::Repr), spec: None };
            let text = FormatPart::Text(format!(" is not a valid {}", tracer.tracer.qualname(class)));
            let otherwise = tracer.raise_text("ValueError", vec![shown, text], span);
            let mut found = Expr { ty: ty.clone(), ..otherwise };
            for member in members.into_iter().rev() {
                let known = Expr::constant(member.value.clone(), span);
                let test = tracer.compare_values(rustpython_ast::CmpOp::Eq, value.clone(), known, span);
                let test = tracer.truth(test);
                if poisoned(&test.ty) {
                    return Expr::invalid(span);
                }
                let this = tracer.enum_member(class, member, span);
                found = Expr {
                    kind: ExprKind::If { test: Box::new(test), then: Box::new(this), orelse: Box::new(found) },
                    ty: ty.clone(),
                    span,
                };
            }
            found
        })
    }

    /// `Color["RED"]`.
    pub(in super::super) fn enum_by_name(&mut self, class: &'a ClassDef<'a>, name: Expr, span: Span) -> Expr {
        if poisoned(&name.ty) {
            return Expr::invalid(span);
        }
        if let Some(Constant::Str(name)) = constant_of(&name)
            && let Some(member) = self.member_by_name(class, &name, span)
        {
            return member;
        }
        if name.ty.widened() != Type::Str {
            let message = format!("a member is looked up by its name, a `str`, not by a `{}`", name.ty);
            return self.refuse(Diagnostic::new(Code::ArgumentType, span, message));
        }
        let ty = self.tracer.make_class(class);
        self.with_setup(|tracer| {
            let base = name.ty.widened();
            let name = tracer.convert(name, &base);
            let name = tracer.keep("name", name);
            let shown = FormatPart::Value { value: name.clone(), conversion: None, spec: None };
            let otherwise = tracer.raise_text("KeyError", vec![shown], span);
            let mut found = Expr { ty: ty.clone(), ..otherwise };
            for member in class.values.iter().rev() {
                let known = Expr::constant(Constant::Str(member.name.into()), span);
                let test = tracer.native("object::equal", vec![name.clone(), known], Type::Bool, span);
                let this = tracer.enum_member(class, member, span);
                found = Expr {
                    kind: ExprKind::If { test: Box::new(test), then: Box::new(this), orelse: Box::new(found) },
                    ty: ty.clone(),
                    span,
                };
            }
            found
        })
    }

    /// The flags of a number.
    fn flag_by_value(&mut self, class: &'a ClassDef<'a>, number: Expr, span: Span) -> Expr {
        let ty = self.tracer.make_class(class);
        let none = Expr { kind: ExprKind::Constant(Constant::Int(0)), ty: ty.clone(), span };
        let number = self.convert(number, &Type::Int);
        let arguments = vec![NativeArgument::Reference(none), NativeArgument::Value(number)];
        self.raising_native("flag::by_value", arguments, ty, span)
    }

    /// `|`, `&` and `^` of which one side at least is a flag; `None` where the two do not go together.
    pub(in super::super) fn flag_operator(
        &mut self,
        op: rustpython_ast::Operator,
        left: &Expr,
        right: &Expr,
        span: Span,
    ) -> Option<Expr> {
        use rustpython_ast::Operator;
        let path = match op {
            Operator::BitOr => "flag::or",
            Operator::BitAnd => "flag::and",
            Operator::BitXor => "flag::xor",
            _ => return None,
        };
        if left.ty == right.ty && left.ty.is_flag() {
            let arguments = [left, right].map(|operand| NativeArgument::Reference(operand.clone()));
            return Some(self.raising_native(path, arguments.into(), left.ty.clone(), span));
        }
        // An `IntFlag` goes with any number, and stays what it is.
        let flag = if left.ty.is_flag() { left } else { right };
        let class = self.class_of_type(&flag.ty).filter(|_| flag.ty.is_flag())?;
        let is_number = |ty: &Type| matches!(ty.widened(), Type::Int | Type::Bool);
        self.enum_value(flag, span)?;
        Some(self.with_setup(|tracer| {
            let (left, right) = (tracer.keep("left", left.clone()), tracer.keep("right", right.clone()));
            let [a, b] = [&left, &right].map(|side| tracer.enum_value(side, span).unwrap_or_else(|| side.clone()));
            if !is_number(&a.ty) || !is_number(&b.ty) {
                let message = format!("`{}` is not supported between `{}` and `{}`", op.as_str(), left.ty, right.ty);
                return tracer.refuse(Diagnostic::new(Code::OperandTypes, span, message));
            }
            let (a, b) = (tracer.convert(a, &Type::Int), tracer.convert(b, &Type::Int));
            let number = tracer.binary_values(op, a, b, span);
            tracer.flag_by_value(class, number, span)
        }))
    }

    /// `part in flag`; `None` where the container is no flag.
    pub(in super::super) fn flag_membership(&mut self, part: &Expr, flag: &Expr, span: Span) -> Option<Expr> {
        if !flag.ty.is_flag() {
            return None;
        }
        if part.ty != flag.ty {
            let message = format!("only flags of `{}` are sought in one, not a `{}`", flag.ty, part.ty);
            return Some(self.refuse(Diagnostic::new(Code::OperandTypes, span, message)));
        }
        Some(self.native("flag::contains", vec![flag.clone(), part.clone()], Type::Bool, span))
    }

    /// An expression that raises an exception with a text made when it does.
    pub(super) fn raise_text(&mut self, class: &str, parts: Vec<FormatPart>, span: Span) -> Expr {
        let message = Expr { kind: ExprKind::Format(parts), ty: Type::Str, span };
        let raised = self.raise_expression(class, "", span);
        let ExprKind::Raise(exception) = raised.kind else { return raised };
        let exception = Expr { kind: ExprKind::Exception(vec![message]), ..*exception };
        Expr { kind: ExprKind::Raise(Box::new(exception)), ..raised }
    }
}

/// Whether the members of an enum are flags.
fn is_flag(class: &ClassDef) -> bool {
    matches!(class.kind, ClassKind::Enum(base) if base.is_flag())
}

/// Whether a class is an enum.
pub(in super::super) fn is_enum(class: &ClassDef) -> bool {
    matches!(class.kind, ClassKind::Enum(_))
}

impl EnumBase {
    /// The name of the class that the enum also derives from.
    pub(in super::super) fn class(self) -> Option<&'static str> {
        match self {
            EnumBase::Plain | EnumBase::Flag => None,
            EnumBase::Int | EnumBase::MixedInt | EnumBase::IntFlag => Some("builtins.int"),
            EnumBase::Str | EnumBase::MixedStr => Some("builtins.str"),
        }
    }
}
