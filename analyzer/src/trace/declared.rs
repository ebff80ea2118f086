//! What the annotation of a variable says of the containers that it holds: `scores: list[float] = []`.
//!
//! Typing lets an `int` or an `np.float64` stand where a `float` is declared, and Python keeps it what it is. So such a
//! container is made of what is declared and takes what may stand for it; it is a place that makes containers as a
//! display is.

use super::function::FunctionTracer;
use crate::source::Span;
use crate::types::{DType, Element, Type, is_subtype};

impl<'a> FunctionTracer<'_, 'a> {
    /// The declared type of a variable that holds a value of type `value`, whose containers are made for it.
    pub(super) fn declared_type(&mut self, declared: &Type, value: &Type, span: Span) -> Type {
        let mut part = self.site_path.wrapping_mul(64);
        self.at_declared_sites(declared, value, span, &mut part)
    }

    fn at_declared_sites(&mut self, declared: &Type, value: &Type, span: Span, part: &mut u32) -> Type {
        let held = value.elements();
        let is_dict = matches!(declared, Type::Dict(..));
        let sited = declared.map_elements(&mut |element, index| {
            let held = held.get(usize::from(index));
            *part += 1;
            if held.is_some_and(|held| held.site.is_none()) {
                return element.clone();
            }
            let number = *part;
            let inner = self.at_declared_sites(&element.ty, held.map_or(&Type::Never, |held| &held.ty), span, part);
            let site = self.tracer.tables.declared_site(self.instance, span, number, self.arm, &inner);
            let entries = (is_dict && index == 1)
                .then(|| self.tracer.tables.entries_at(self.instance, span, number, self.arm));
            Element::at(self.tracer.tables.join_site(site, &inner), site).keyed(entries)
        });
        sited.unwrap_or_else(|| declared.clone())
    }
}

/// Whether values of a type may stand where another is declared, and stay what they are.
pub(super) fn stands_for(value: &Type, declared: &Type) -> bool {
    value.members().iter().all(|member| match member {
        Type::Scalar(DType::Float64) => is_subtype(&Type::Float, declared),
        Type::Scalar(DType::Complex128) => is_subtype(&Type::Complex, declared),
        member => is_subtype(member, declared),
    })
}
