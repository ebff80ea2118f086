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
                (true, _) => next_value(&members),
                (false, _) if matches!(&*assign.value, ast::Expr::Name(_)) => None,
                (false, _) => constant(&assign.value),
            };
            let Some(value) = value else {
                return Err(unsupported(format!("the value of `{name}` is no constant")));
            };
            let fits = match base {
                EnumBase::Int | EnumBase::MixedInt => matches!(value, Constant::Int(_)),
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
