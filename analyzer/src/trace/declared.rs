//! What the annotation of a variable says of the containers that it holds: `scores: list[float] = []`.
//!
//! Typing lets an `int` or an `np.float64` stand where a `float` is declared, and Python keeps it what it is. So such a
//! container is made of what is declared and takes what may stand for it; it is a place that makes containers as a
//! display is.

use rustpython_ast as ast;

use super::environment::Binding;
use super::function::FunctionTracer;
use crate::source::Span;
use crate::types::{DType, Element, Site, Type, is_subtype};

impl<'a> FunctionTracer<'_, 'a> {
    /// The type that an annotation declares, of a variable that starts with what `value` writes out. Where that makes
    /// containers, they are made for the variable.
    pub(super) fn declared_type(&mut self, declared: &Type, value: &ast::Expr, span: Span) -> Type {
        if !makes_container(value) {
            return declared.clone();
        }
        let mut part = self.site_path.wrapping_mul(64);
        self.at_declared_sites(declared, span, &mut part)
    }

    fn at_declared_sites(&mut self, declared: &Type, span: Span, part: &mut u32) -> Type {
        let is_dict = matches!(declared, Type::Dict(..));
        let sited = declared.map_elements(&mut |element, index| {
            *part += 1;
            let number = *part;
            let inner = self.at_declared_sites(&element.ty, span, part);
            let site = self.tracer.tables.declared_site(self.instance, span, number, self.arm, &inner);
            let entries =
                (is_dict && index == 1).then(|| self.tracer.tables.entries_at(self.instance, span, number, self.arm));
            Element::at(self.tracer.tables.join_site(site, &inner), site).keyed(entries)
        });
        sited.unwrap_or_else(|| declared.clone())
    }

    /// A container of `held` is made at a site where a declared one is wanted: it is one of those, if it may be.
    pub(super) fn made_for(&mut self, site: Site, held: &Type, wanted: &Element) {
        if let Some(other) = wanted.site
            && self.tracer.tables.declared(other).is_some_and(|declared| stands_for(held, declared))
        {
            self.tracer.tables.unify(site, other);
        }
    }

    /// The type that a variable has whose item is assigned, where it says what a display there is to hold.
    pub(super) fn item_of_target(&self, target: &ast::Expr) -> Option<Type> {
        let ast::Expr::Subscript(ast::ExprSubscript { value, .. }) = target else { return None };
        let container = match &**value {
            ast::Expr::Name(name) => match self.lookup(name.id.as_str())? {
                Binding::Local { view, .. } => view.clone(),
                _ => return None,
            },
            other => self.item_of_target(other)?,
        };
        let item = container.elements().last()?.ty.clone();
        self.is_declared(&item).then_some(item)
    }

    /// Whether a type holds containers that an annotation declares.
    pub(super) fn is_declared(&self, ty: &Type) -> bool {
        ty.elements().iter().any(|element| element.site.is_some_and(|site| self.tracer.tables.declared(site).is_some()))
            || ty.parts().into_iter().any(|part| self.is_declared(part))
    }
}

/// Whether an expression writes a container out, or makes an empty one.
fn makes_container(node: &ast::Expr) -> bool {
    match node {
        ast::Expr::List(_)
        | ast::Expr::Set(_)
        | ast::Expr::Dict(_)
        | ast::Expr::ListComp(_)
        | ast::Expr::SetComp(_)
        | ast::Expr::DictComp(_) => true,
        ast::Expr::Call(call) => call.arguments.is_empty(),
        _ => false,
    }
}

/// Whether values of a type agree with what is declared: as a subtype does, and with what may stand for elements.
pub(super) fn agrees(value: &Type, declared: &Type) -> bool {
    let is_one = std::mem::discriminant(value) == std::mem::discriminant(declared);
    let (held, wanted) = (value.elements(), declared.elements());
    stands_for(value, declared)
        || is_one
            && !held.is_empty()
            && held.len() == wanted.len()
            && held.iter().zip(wanted).all(|(held, wanted)| agrees(&held.ty, &wanted.ty))
}

/// Whether values of a type may stand where another is declared, and stay what they are.
pub(super) fn stands_for(value: &Type, declared: &Type) -> bool {
    value.members().iter().all(|member| match member {
        Type::Scalar(DType::Float64) => is_subtype(&Type::Float, declared),
        Type::Scalar(DType::Complex128) => is_subtype(&Type::Complex, declared),
        member => is_subtype(member, declared),
    })
}
