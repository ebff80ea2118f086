//! F-strings.

use rustpython_ast as ast;

use super::function::{FunctionTracer, poison_of, poisoned};
use crate::ir::{Constant, Conversion, Expr, ExprKind, FormatPart};
use crate::source::Span;
use crate::types::Type;

impl<'a> FunctionTracer<'_, 'a> {
    pub(super) fn f_string(&mut self, node: &'a ast::ExprFString) -> Expr {
        let span = self.span(node);
        let mut parts = Vec::new();
        for part in node.value.as_slice() {
            match part {
                ast::FStringPart::Literal(literal) => parts.push(FormatPart::Text(literal.as_str().to_owned())),
                ast::FStringPart::FString(string) => {
                    for element in string.elements.iter() {
                        self.format_element(element, &mut parts);
                    }
                }
            }
        }
        self.formatted(parts, span)
    }

    pub(super) fn formatted(&mut self, parts: Vec<FormatPart>, span: Span) -> Expr {
        if let Some(poison) = self.poison_of_parts(&parts, span) {
            return poison;
        }
        // Without a spec, a class with a `__format__` is given an empty one.
        let is_formatted = |ty: &Type| ty.members().iter().any(|member| self.has_format(member));
        let parts: Vec<FormatPart> = parts
            .into_iter()
            .map(|part| match part {
                FormatPart::Value { value, conversion: None, spec: None } if is_formatted(&value.ty) => {
                    FormatPart::Value {
                        value,
                        conversion: None,
                        spec: Some(Expr::constant(Constant::Str("".into()), span)),
                    }
                }
                part => part,
            })
            .collect();
        match &parts[..] {
            [] => self.string("", span),
            [FormatPart::Text(text)] => self.string(&text.clone(), span),
            _ => Expr { kind: ExprKind::Format(parts), ty: Type::Str, span },
        }
    }

    /// What a text is of which a part is no value: those before it are formatted before it is evaluated.
    fn poison_of_parts(&mut self, parts: &[FormatPart], span: Span) -> Option<Expr> {
        let operands = |part: &FormatPart| match part {
            FormatPart::Text(_) => Vec::new(),
            FormatPart::Value { value, spec, .. } => std::iter::once(value).chain(spec).cloned().collect(),
        };
        let at = parts.iter().position(|part| operands(part).iter().any(|operand| poisoned(&operand.ty)))?;
        if parts.iter().flat_map(operands).any(|operand| operand.ty == Type::Unknown) {
            return Some(Expr::invalid(span));
        }
        let before = self.formatted(parts[..at].to_vec(), span);
        poison_of(std::iter::once(&before).chain(&operands(&parts[at])), span)
    }

    fn format_element(&mut self, element: &'a ast::InterpolatedStringElement, parts: &mut Vec<FormatPart>) {
        match element {
            ast::InterpolatedStringElement::Literal(literal) => parts.push(FormatPart::Text(literal.value.to_string())),
            ast::InterpolatedStringElement::Interpolation(field) => {
                if let Some(debug) = &field.debug_text {
                    let expression =
                        self.tracer.project.file(self.file).slice(self.span(&*field.expression)).to_owned();
                    parts.push(FormatPart::Text(format!("{}{expression}{}", debug.leading, debug.trailing)));
                }
                let part = self.format_field(field);
                parts.push(part);
            }
        }
    }

    fn format_field(&mut self, field: &'a ast::InterpolatedElement) -> FormatPart {
        let value = self.expression(&field.expression, None);
        let value = self.shown(value);
        let conversion = match field.conversion {
            ast::ConversionFlag::Str => Some(Conversion::Str),
            ast::ConversionFlag::Repr => Some(Conversion::Repr),
            ast::ConversionFlag::Ascii => Some(Conversion::Ascii),
            // `{value=}` shows the repr unless a format is given.
            ast::ConversionFlag::None if field.debug_text.is_some() && field.format_spec.is_none() => {
                Some(Conversion::Repr)
            }
            ast::ConversionFlag::None => None,
        };
        let (value, conversion) = match (conversion, field.format_spec.is_some()) {
            (Some(conversion @ (Conversion::Str | Conversion::Repr)), _) => {
                match self.record_text(&value, conversion, value.span) {
                    Some(text) => (text, None),
                    None => (value, Some(conversion)),
                }
            }
            (None, false) if !self.has_format(&value.ty) => match self.record_text(&value, Conversion::Str, value.span)
            {
                Some(text) => (text, None),
                None => (value, None),
            },
            (conversion, _) => (value, conversion),
        };
        let spec = field.format_spec.as_deref().map(|spec| {
            let mut parts = Vec::new();
            spec.elements.iter().for_each(|element| self.format_element(element, &mut parts));
            let span = self.span(spec);
            self.formatted(parts, span)
        });
        FormatPart::Value { value, conversion, spec }
    }
}
