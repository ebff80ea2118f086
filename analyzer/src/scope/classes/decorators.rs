//! What the decorators of a class say.

use rustpython_ast as ast;
use rustpython_text_size::Ranged;

use super::{Resolver, Unsupported};
use crate::catalog::constant;
use crate::ir::Constant;
use crate::source::FileId;

/// The options of `@dataclass`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "they are the options of `dataclass`, by their names")]
pub struct Dataclass {
    pub init: bool,
    pub repr: bool,
    pub eq: bool,
    pub order: bool,
    pub unsafe_hash: bool,
    pub frozen: bool,
    pub kw_only: bool,
    pub slots: bool,
}

impl Default for Dataclass {
    fn default() -> Self {
        Self {
            init: true,
            repr: true,
            eq: true,
            order: false,
            unsafe_hash: false,
            frozen: false,
            kw_only: false,
            slots: false,
        }
    }
}

/// What all decorators of a class say together.
#[derive(Default)]
pub(super) struct Decorators {
    pub dataclass: Option<Dataclass>,
    pub total_ordering: bool,
    pub unsupported: Option<Unsupported>,
}

pub(super) fn read(resolver: &Resolver, file: FileId, node: &ast::StmtClassDef) -> Decorators {
    let mut decorators = Decorators::default();
    for decorator in &node.decorator_list {
        match resolver.dotted(file, &decorator.expression).as_str() {
            "dataclasses.dataclass" => match options(&decorator.expression) {
                Ok(options) => decorators.dataclass = Some(options),
                Err(unsupported) => decorators.unsupported = Some(unsupported),
            },
            "functools.total_ordering" => decorators.total_ordering = true,
            "typing.final" | "typing_extensions.final" | "typing.runtime_checkable" | "enum.unique" => {}
            other => {
                decorators.unsupported = Some(Unsupported {
                    range: decorator.range(),
                    message: format!("the decorator `{other}` may change the class, and cannot be followed"),
                    help: "remove it",
                });
            }
        }
    }
    decorators
}

fn options(node: &ast::Expr) -> Result<Dataclass, Unsupported> {
    let mut options = Dataclass::default();
    let ast::Expr::Call(call) = node else { return Ok(options) };
    for keyword in &call.arguments.keywords {
        let unsupported = || Unsupported {
            range: keyword.range(),
            message: "this option of `dataclass` cannot be compiled".to_owned(),
            help: "supported: init, repr, eq, order, unsafe_hash, frozen, kw_only and slots, each True or False",
        };
        let Some(Constant::Bool(value)) = constant(&keyword.value) else { return Err(unsupported()) };
        let option = match keyword.arg.as_ref().map(|name| name.as_str()) {
            Some("init") => &mut options.init,
            Some("repr") => &mut options.repr,
            Some("eq") => &mut options.eq,
            Some("order") => &mut options.order,
            Some("unsafe_hash") => &mut options.unsafe_hash,
            Some("frozen") => &mut options.frozen,
            Some("kw_only") => &mut options.kw_only,
            Some("slots") => &mut options.slots,
            // Without them a class pattern takes no positional patterns.
            Some("match_args") if !value => return Err(unsupported()),
            Some("match_args" | "weakref_slot") => continue,
            _ => return Err(unsupported()),
        };
        *option = value;
    }
    Ok(options)
}
