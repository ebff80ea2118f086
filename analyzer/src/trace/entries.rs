//! What a dict holds under a key that is written out: see [`super::tables`].

use super::arguments::{Argument, Matched, constant_of};
use super::function::FunctionTracer;
use super::tables::Held;
use super::value::Value;
use crate::catalog::Signature;
use crate::ir::{Constant, Expr, ExprKind, NativeArgument, NativeCall};
use crate::source::Span;
use crate::types::{Element, Entries, Type, join, union};

impl<'a> FunctionTracer<'_, 'a> {
    /// The entries of a dict that is made at that place.
    pub(super) fn entries_at(&mut self, span: Span) -> Entries {
        self.tracer.tables.entries_at(self.instance, span, self.site_path, self.arm)
    }

    /// What a method of a dict gives for a key that is written out, at the type of what is put under that key.
    pub(super) fn at_entry(&mut self, dict: &Type, method: &str, arguments: &[Expr], value: Expr) -> Expr {
        if (method, arguments) == ("copy", &[]) {
            let span = value.span;
            return self.with_copied_entries(value, &[dict], span);
        }
        let (Some(entries), Some(key)) = (dict.entries(), arguments.first().and_then(text_of)) else { return value };
        let default = match (method, arguments) {
            ("__getitem__" | "pop", [_]) | ("setdefault", [_, _]) => Type::Never,
            ("get", [_]) => Type::None,
            ("get" | "pop", [_, default]) => default.ty.widened(),
            _ => return value,
        };
        let held = match self.tracer.tables.held(entries, &key) {
            Held::Any => return value,
            Held::Unknown => return Expr { kind: ExprKind::Invalid, ty: Type::Never, span: value.span },
            Held::Nothing if default == Type::Never => return value,
            Held::Nothing => Type::Never,
            Held::One(ty) => ty,
        };
        let found = join(&held, &default);
        // What an earlier pass took the values for may be less than what is held.
        let is_found = |member: &&Type| found.members().iter().any(|ty| !join(member, ty).is_union());
        let ty = union(value.ty.members().iter().filter(is_found).cloned());
        if ty == value.ty || ty == Type::Never {
            return value;
        }
        let span = value.span;
        Expr { kind: ExprKind::Convert(Box::new(value)), ty, span }
    }

    /// A new dict of what others hold.
    pub(super) fn with_copied_entries(&mut self, copy: Expr, from: &[&Type], span: Span) -> Expr {
        let (Type::Dict(key, value), Some(from)) =
            (&copy.ty, from.iter().map(|ty| ty.entries()).collect::<Option<Vec<_>>>())
        else {
            return copy;
        };
        let entries = self.entries_at(span);
        from.into_iter().for_each(|one| self.tracer.tables.copy_entries(one, entries));
        let ty = Type::Dict(key.clone(), value.keyed(Some(entries)));
        Expr { ty, ..copy }
    }

    /// Something is put into a dict by a method of its own.
    pub(super) fn put_entries(&mut self, signature: &Signature, matched: &[Matched<'a>], values: &Element) {
        let Some(entries) = values.entries else { return };
        let given: Vec<&Expr> = matched.iter().skip(1).filter_map(given).collect();
        match given[..] {
            // `__setitem__` and `setdefault`.
            [key, value] if &*signature.parameters[1].name == "key" => match text_of(key) {
                Some(key) => self.tracer.tables.put(entries, &key, &value.ty.widened()),
                None => self.tracer.tables.open(entries),
            },
            // `update` and `|=`: what another dict holds, or the pairs of one.
            [other] => match viewed(other).ty.entries() {
                Some(others) => self.tracer.tables.copy_entries(others, entries),
                None => self.tracer.tables.open(entries),
            },
            _ => self.tracer.tables.open(entries),
        }
    }
}

/// The dict whose items a view gives.
fn viewed(value: &Expr) -> &Expr {
    match &value.kind {
        ExprKind::Native(NativeCall { path, arguments, .. }) if &**path == "dict::iterate_items" => {
            match &arguments[..] {
                [NativeArgument::Reference(dict)] => dict,
                _ => value,
            }
        }
        _ => value,
    }
}

fn given<'m>(matched: &'m Matched) -> Option<&'m Expr> {
    match matched {
        Matched::One(Argument { value: Value::Expr(value), .. }) => Some(value),
        _ => None,
    }
}

/// A dict of which it is known what keys hold, and what a method of it is given, for [`FunctionTracer::at_entry`].
pub(super) fn asked_entry(dict: &Type, arguments: &[Argument]) -> Option<(Type, Vec<Expr>)> {
    dict.entries()?;
    let given = arguments.iter().map(|argument| match (&argument.value, argument.keyword) {
        (Value::Expr(value), None) => Some(value.clone()),
        _ => None,
    });
    Some((dict.clone(), given.collect::<Option<_>>()?))
}

/// A key that is written out.
pub(super) fn text_of(key: &Expr) -> Option<String> {
    match constant_of(key) {
        Some(Constant::Str(text)) => Some(text.to_string()),
        _ => None,
    }
}
