//! Named tuples of the catalog, where they are used as tuples: unpacked, indexed, iterated over.

use super::function::FunctionTracer;
use crate::catalog::snake_case;
use crate::ir::Expr;
use crate::types::{Type, members_of};

impl FunctionTracer<'_, '_> {
    /// A named tuple as the tuple of its members; any other value as it is.
    pub(super) fn as_tuple(&self, value: Expr) -> Expr {
        let Type::Instance(class) = &value.ty else { return value };
        let Some(tuple) = members_of(class) else { return value };
        let (module, name) = class.rsplit_once('.').unwrap_or_default();
        let path = format!("{}::{}::tuple", module.replace('.', "::"), snake_case(name));
        let span = value.span;
        self.native(&path, vec![value], tuple, span)
    }
}
