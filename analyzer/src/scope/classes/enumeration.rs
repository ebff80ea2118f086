//! Enums: their members and values.

use rustpython_ast as ast;
use rustpython_text_size::Ranged;

use super::{Resolver, Unsupported};
use crate::catalog::constant;
use crate::ir::Constant;
use crate::source::FileId;
use crate::types::EnumBase;

/// A member of an enum.
#[derive(Debug, Clone)]
pub struct EnumMember<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its value.
    pub value: Constant,
    /// The place of the member that it is: another one's where it is an alias.
    pub index: usize,
}

/// What the base classes make of an enum; `None` where it is none.
pub(super) fn base(bases: &[String]) -> Option<EnumBase> {
    let has = |name: &str| bases.iter().any(|base| base == name);
    Some(match () {
        () if has("enum.IntFlag") => EnumBase::IntFlag,
        () if has("enum.Flag") => EnumBase::Flag,
        () if has("enum.IntEnum") => EnumBase::Int,
        () if has("enum.StrEnum") => EnumBase::Str,
        () if has("enum.Enum") && has("builtins.int") => EnumBase::MixedInt,
        () if has("enum.Enum") && has("builtins.str") => EnumBase::MixedStr,
        () if has("enum.Enum") => EnumBase::Plain,
        () => return None,
    })
}

/// The members in order.
pub(super) fn members<'a>(
    resolver: &Resolver<'_, 'a>,
    file: FileId,
    node: &'a ast::StmtClassDef,
    base: EnumBase,
) -> Result<Vec<EnumMember<'a>>, Unsupported> {
    let mut members: Vec<EnumMember<'a>> = Vec::new();
    for statement in &node.body {
        let ast::Stmt::Assign(assign) = statement else { continue };
        for target in &assign.targets {
            let ast::Expr::Name(name) = target else { continue };
            let name = name.id.as_str();
            if name.starts_with('_') {
                continue;
            }
            let unsupported = |message: String| Unsupported {
                range: assign.value.range(),
                message,
                help: "write a number, a text, or a tuple of them; or `auto()`",
            };
            let is_auto =
                matches!(&*assign.value, ast::Expr::Call(call) if resolver.dotted(file, &call.func) == "enum.auto");
            let value = match (is_auto, base) {
                (true, EnumBase::Str) => Some(Constant::Str(name.to_lowercase().into())),
                (true, EnumBase::Flag | EnumBase::IntFlag) => next_flag(&members),
                (true, _) => next_value(&members),
                (false, EnumBase::Flag | EnumBase::IntFlag) => computed(&assign.value, &members).map(Constant::Int),
                (false, _) if matches!(&*assign.value, ast::Expr::Name(_)) => None,
                (false, _) => constant(&assign.value).or_else(|| computed(&assign.value, &members).map(Constant::Int)),
            };
            let Some(value) = value else {
                return Err(unsupported(format!("the value of `{name}` is no constant")));
            };
            let fits = match base {
                EnumBase::Int | EnumBase::MixedInt => matches!(value, Constant::Int(_)),
                EnumBase::Flag | EnumBase::IntFlag => matches!(value, Constant::Int(0..)),
                EnumBase::Str | EnumBase::MixedStr => matches!(value, Constant::Str(_)),
                EnumBase::Plain => true,
            };
            if !fits {
                return Err(unsupported(format!(
                    "the value of `{name}` is of another type than the enum derives from"
                )));
            }
            let same = members.iter().find(|member| is_same(&member.value, &value)).map(|member| member.index);
            let index = same.unwrap_or_else(|| members.iter().map(|member| member.index + 1).max().unwrap_or(0));
            members.push(EnumMember { name, value, index });
        }
    }
    Ok(members)
}

/// Equal as Python has it: `True` and `1` are one value.
fn is_same(a: &Constant, b: &Constant) -> bool {
    let number = |constant: &Constant| match constant {
        Constant::Bool(value) => Some(f64::from(*value)),
        Constant::Int(value) => Some(*value as f64),
        Constant::Float(value) => Some(*value),
        _ => None,
    };
    a == b || matches!((number(a), number(b)), (Some(a), Some(b)) if a == b)
}

/// A number computed from numbers and from the members before.
fn computed(node: &ast::Expr, members: &[EnumMember]) -> Option<i64> {
    match node {
        ast::Expr::Name(name) => {
            let member = members.iter().find(|member| member.name == name.id.as_str())?;
            match member.value {
                Constant::Int(value) => Some(value),
                _ => None,
            }
        }
        ast::Expr::BinOp(operation) => {
            let (left, right) = (computed(&operation.left, members)?, computed(&operation.right, members)?);
            match operation.op {
                ast::Operator::BitOr => Some(left | right),
                ast::Operator::BitAnd => Some(left & right),
                ast::Operator::BitXor => Some(left ^ right),
                ast::Operator::Add => left.checked_add(right),
                ast::Operator::Sub => left.checked_sub(right),
                ast::Operator::Mult => left.checked_mul(right),
                ast::Operator::LShift if (0..62).contains(&right) => left.checked_mul(1 << right),
                _ => None,
            }
        }
        _ => match constant(node)? {
            Constant::Int(value) => Some(value),
            _ => None,
        },
    }
}

/// What `auto()` gives a flag: the bit above the highest.
fn next_flag(members: &[EnumMember]) -> Option<Constant> {
    let values = members.iter().map(|member| match member.value {
        Constant::Int(value) => value,
        _ => 0,
    });
    let highest = values.max().unwrap_or(0);
    let bits = i64::BITS - highest.leading_zeros();
    (bits < 63).then(|| Constant::Int(1 << bits))
}

/// What `auto()` gives: one more than the highest.
fn next_value(members: &[EnumMember]) -> Option<Constant> {
    let mut highest = 0;
    for member in members {
        match member.value {
            Constant::Int(value) => highest = highest.max(value),
            Constant::Bool(value) => highest = highest.max(value.into()),
            _ => return None,
        }
    }
    Some(Constant::Int(highest.checked_add(1)?))
}
