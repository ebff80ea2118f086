//! Subscripts: reading, writing and deleting items, and slices.

use rustpython_ast as ast;

use super::arguments::constant_of;
use super::function::{FunctionTracer, poison_of, poisoned};
use super::optional::{Use, may_be_none};
use crate::catalog::catalog;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Expr, ExprKind, NativeArgument};
use crate::source::Span;
use crate::types::{ArrayType, Type};

impl<'a> FunctionTracer<'_, 'a> {
    pub(super) fn subscript(&mut self, node: &'a ast::ExprSubscript) -> Expr {
        let span = self.span(node);
        if let ast::Expr::Name(name) = &*node.value
            && let super::value::Value::ProjectClass(class) = self.name_value(name.id.as_str(), self.span(&*node.value))
            && super::record::is_enum(class)
        {
            let name = self.index(&node.slice);
            return self.enum_by_name(class, name, span);
        }
        if let Some(info) = self.info_data(&node.value) {
            return self.info_item(&info, &node.slice, span);
        }
        let value = self.expression(&node.value, None);
        let index = self.index(&node.slice);
        self.item(value, index, span)
    }

    /// What stands between the brackets; slices within a tuple too.
    fn index(&mut self, node: &'a ast::Expr) -> Expr {
        self.expression(node, None)
    }

    pub(super) fn item(&mut self, value: Expr, index: Expr, span: Span) -> Expr {
        if let Some(poison) = poison_of([&value, &index], span) {
            return poison;
        }
        let value = self.as_tuple(value);
        match &value.ty {
            Type::Union(_) => self.with_setup(|tracer| {
                let value = tracer.keep("value", value);
                let index = tracer.keep_index(index);
                let value = tracer.present(value, Use::Subscript, span);
                tracer.for_each_member(value, &mut |tracer, member| tracer.item(member, index.clone(), span))
            }),
            Type::Match(groups) => {
                let groups = groups.clone();
                let index = self.literal_base(index);
                self.match_group(value, &groups, index, span)
            }
            ty if ty.is_typed_dict() => self.typed_dict_item(value, index, span),
            ty if super::model::is_details(ty) => self.details_item(value, &index, span),
            ty if ty.is_named_tuple() => {
                match self.record_dunder(&value, "__getitem__", std::slice::from_ref(&index), span) {
                    Some(item) => item,
                    None => {
                        let tuple = self.plain(value);
                        self.item(tuple, index, span)
                    }
                }
            }
            Type::Tuple(members) => {
                let members = members.clone();
                self.tuple_item(value, &members, index, span)
            }
            _ => {
                let index = self.literal_base(index);
                match self.item_method(&value, "__getitem__", std::slice::from_ref(&index), span) {
                    Some(item) => self.at_entry(&value.ty, "__getitem__", &[index], item),
                    None => {
                        let message = format!("`{}` has no items: it cannot be subscripted", value.ty);
                        let mut diagnostic = Diagnostic::new(Code::NotIterable, span, message);
                        if value.ty == Type::None {
                            diagnostic = diagnostic.help("test for `None` first: `if value is not None:`");
                        }
                        self.refuse(diagnostic)
                    }
                }
            }
        }
    }

    pub(super) fn literal_base(&mut self, index: Expr) -> Expr {
        match &index.ty {
            Type::Literal(values) => {
                let base = values[0].ty();
                self.convert(index, &base)
            }
            _ => index,
        }
    }

    fn item_method(&mut self, value: &Expr, method: &str, arguments: &[Expr], span: Span) -> Option<Expr> {
        if value.ty.is_typed_dict() {
            return self.typed_dict_item_method(value, method, arguments, span);
        }
        if let Type::Record(_) = value.ty {
            return self.record_dunder(value, method, arguments, span);
        }
        let class = super::native::class_of(&value.ty)?;
        catalog().method(&class, method)?;
        match (&value.ty, arguments) {
            (Type::Array(_), [index, rest @ ..]) => {
                let index = self.array_index(index.clone());
                let arguments: Vec<Expr> = std::iter::once(index).chain(rest.iter().cloned()).collect();
                self.try_method(value, method, &arguments, span)
            }
            // A number of numpy is equal to the `int`, and is what an error shows.
            (Type::Dict(key, held), [index])
                if method == "__getitem__"
                    && key.ty == Type::Int
                    && matches!(index.ty, Type::Scalar(dtype) if dtype.is_integer()) =>
            {
                let held = held.ty.clone();
                Some(self.with_setup(|tracer| {
                    let dict = tracer.keep("dict", value.clone());
                    let number = tracer.keep("number", index.clone());
                    let key = tracer.as_index(number.clone());
                    let arguments = vec![
                        NativeArgument::Reference(dict),
                        NativeArgument::Value(key),
                        NativeArgument::Reference(number),
                    ];
                    tracer.raising_native("dict::getitem_by", arguments, held, span)
                }))
            }
            _ => self.try_method(value, method, arguments, span),
        }
    }

    /// An index of an array, or a shape, with numbers of numpy as the `int`s that they stand for: single elements are read
    /// by those.
    pub(super) fn array_index(&mut self, index: Expr) -> Expr {
        match index.kind {
            ExprKind::Tuple(items) => {
                let items: Vec<Expr> = items.into_iter().map(|item| self.as_index(item)).collect();
                let ty = Type::tuple(items.iter().map(|item| item.ty.clone()));
                Expr { kind: ExprKind::Tuple(items), ty, span: index.span }
            }
            _ => self.as_index(index),
        }
    }

    fn keep_index(&mut self, index: Expr) -> Expr {
        let kind = match index.kind {
            ExprKind::Slice(bounds) => ExprKind::Slice(Box::new(bounds.map(|bound| self.keep("bound", bound)))),
            ExprKind::Tuple(parts) => ExprKind::Tuple(parts.into_iter().map(|part| self.keep_index(part)).collect()),
            _ => return self.keep("index", index),
        };
        Expr { kind, ..index }
    }

    /// A tuple of fixed length takes a constant index or slice, as each member has a type of its own.
    fn tuple_item(&mut self, tuple: Expr, members: &[Type], index: Expr, span: Span) -> Expr {
        if let ExprKind::Slice(bounds) = &index.kind {
            return self.tuple_slice(tuple, members, &bounds.clone(), span);
        }
        let Some(Constant::Int(at)) = constant_of(&index) else {
            return self.tuple_item_by_value(tuple, members, index, span);
        };
        let length = members.len() as i64;
        let from_front = if at < 0 { at + length } else { at };
        match usize::try_from(from_front).ok().filter(|at| *at < members.len()) {
            Some(index) => {
                let ty = members[index].clone();
                match tuple.kind {
                    // The other members have no effect that would be lost.
                    ExprKind::Tuple(mut items)
                        if items.iter().all(|item| matches!(item.kind, ExprKind::Local(_) | ExprKind::Constant(_))) =>
                    {
                        Expr { span, ..items.remove(index) }
                    }
                    _ => Expr { kind: ExprKind::Member { tuple: Box::new(tuple), index }, ty, span },
                }
            }
            None => {
                let message = format!("tuple index out of range: it has {length} members");
                self.refuse(Diagnostic::new(Code::IndexRange, span, message))
            }
        }
    }

    /// A tuple whose members are all of one type can be indexed by any `int`.
    fn tuple_item_by_value(&mut self, tuple: Expr, members: &[Type], index: Expr, span: Span) -> Expr {
        let item = crate::types::join_all(members.iter());
        let index = self.as_index(index);
        if !crate::types::is_subtype(&index.ty, &Type::Int) {
            let message = format!("tuple indices are integers or slices, not `{}`", index.ty);
            return self.refuse(Diagnostic::new(Code::ArgumentType, index.span, message));
        }
        let sequence = Type::Sequence(std::sync::Arc::new(item));
        let tuple = self.convert(tuple, &sequence);
        self.item_method(&tuple, "__getitem__", &[index], span).unwrap_or_else(|| Expr::invalid(span))
    }

    fn tuple_slice(&mut self, tuple: Expr, members: &[Type], bounds: &[Expr; 3], span: Span) -> Expr {
        let bound = |expr: &Expr| match constant_of(expr) {
            Some(Constant::None) => Some(None),
            Some(Constant::Int(value)) => Some(Some(value)),
            _ => None,
        };
        let [Some(start), Some(stop), Some(step)] = [&bounds[0], &bounds[1], &bounds[2]].map(bound) else {
            let diagnostic = Diagnostic::new(
                Code::ConstantRequired,
                span,
                "the bounds of a tuple's slice decide its type and must be constants",
            );
            return self.refuse(diagnostic.help("use a list where the bounds are computed"));
        };
        let indices = slice_indices(members.len() as i64, start, stop, step.unwrap_or(1));
        self.with_setup(|tracer| {
            let tuple = tracer.keep("tuple", tuple);
            let items: Vec<Expr> = indices
                .into_iter()
                .map(|index| Expr {
                    kind: ExprKind::Member { tuple: Box::new(tuple.clone()), index },
                    ty: members[index].clone(),
                    span,
                })
                .collect();
            let ty = Type::tuple(items.iter().map(|item| item.ty.clone()));
            Expr { kind: ExprKind::Tuple(items), ty, span }
        })
    }

    pub(super) fn slice(&mut self, node: &'a ast::ExprSlice) -> Expr {
        let span = self.span(node);
        let bounds = [&node.lower, &node.upper, &node.step].map(|bound| match bound {
            Some(bound) => {
                let bound = self.expression(bound, None);
                self.as_index(bound)
            }
            None => Expr::constant(Constant::None, span),
        });
        if let Some(poison) = poison_of(&bounds, span) {
            return poison;
        }
        let optional_int = Type::optional(Type::Int);
        for bound in &bounds {
            if !crate::types::is_subtype(&bound.ty, &optional_int) {
                let message = format!("slice bounds are integers or None, not `{}`", bound.ty);
                return self.refuse(Diagnostic::new(Code::ArgumentType, bound.span, message));
            }
        }
        let bounds = bounds.map(|bound| if bound.ty == Type::Bool { self.convert(bound, &Type::Int) } else { bound });
        Expr { kind: ExprKind::Slice(Box::new(bounds)), ty: Type::Slice, span }
    }

    /// `container[index] = value`.
    pub(super) fn assign_item(&mut self, node: &'a ast::ExprSubscript, value: Expr) {
        let span = self.span(node);
        // Python evaluates the value, then the container, then the index.
        let value = self.keep("value", value);
        let container = self.expression(&node.value, None);
        let index = self.index(&node.slice);
        self.store_item(container, index, value, span);
    }

    pub(super) fn store_item(&mut self, container: Expr, index: Expr, value: Expr, span: Span) {
        if [&container, &index, &value].into_iter().any(|expr| expr.ty == Type::Unknown) || value.ty == Type::Never {
            return;
        }
        if let Some(raised) = poison_of([&container, &index], span) {
            return self.emit_discarded(raised);
        }
        if container.ty.is_union() {
            let container = self.keep("container", container);
            let index = self.keep_index(index);
            let container = self.present(container, Use::StoreItem, span);
            let call = self.for_each_member(container, &mut |tracer, member| {
                let described = member.ty.clone();
                match tracer.item_method(&member, "__setitem__", &[index.clone(), value.clone()], span) {
                    Some(call) => call,
                    None => tracer.refuse(no_item_assignment(&described, span)),
                }
            });
            return self.emit_call(call);
        }
        let described = container.ty.clone();
        match self.item_method(&container, "__setitem__", &[index, value], span) {
            Some(call) => self.emit_call(call),
            None => self.report(no_item_assignment(&described, span)),
        }
    }

    /// `del container[index]`.
    pub(super) fn delete_item(&mut self, node: &'a ast::ExprSubscript) {
        let span = self.span(node);
        let container = self.expression(&node.value, None);
        let index = self.index(&node.slice);
        if poisoned(&container.ty) || poisoned(&index.ty) {
            return;
        }
        let container = match may_be_none(&container.ty) {
            true => self.keep("container", container),
            false => container,
        };
        let index = self.keep_index(index);
        let container = self.present(container, Use::DeleteItem, span);
        let described = container.ty.clone();
        match self.item_method(&container, "__delitem__", &[index], span) {
            Some(call) => self.emit_call(call),
            None => {
                let message = format!("items of `{described}` cannot be deleted");
                self.report(Diagnostic::new(Code::NotIterable, span, message));
            }
        }
    }
}

fn no_item_assignment(ty: &Type, span: Span) -> Diagnostic {
    let diagnostic = Diagnostic::new(Code::NotIterable, span, format!("`{ty}` does not support item assignment"));
    match ty {
        Type::Str | Type::Tuple(_) | Type::Sequence(_) | Type::Bytes => {
            diagnostic.help("build a new value, or use a list")
        }
        _ => diagnostic,
    }
}

/// The type of `array[i]`: a scalar of an array of one axis, else an array of one axis less; `None` for an unknown rank
/// or none at all.
pub(super) fn row_type(array: &ArrayType) -> Option<Type> {
    let dims = array.dims.as_ref()?;
    match dims.len() {
        0 => None,
        1 => Some(Type::Scalar(array.dtype)),
        _ => Some(Type::Array(ArrayType { dtype: array.dtype, dims: Some(dims[1..].into()) })),
    }
}

/// The type of `tensor[i]`: a tensor of one axis less; `None` for an unknown rank or none at all.
pub(super) fn tensor_row_type(tensor: &ArrayType) -> Option<Type> {
    let dims = tensor.dims.as_ref().filter(|dims| !dims.is_empty())?;
    Some(Type::Tensor(ArrayType { dtype: tensor.dtype, dims: Some(dims[1..].into()) }))
}

/// The indices that a slice takes of a sequence of that length, as `range(*slice.indices(length))`.
fn slice_indices(length: i64, start: Option<i64>, stop: Option<i64>, step: i64) -> Vec<usize> {
    let clamp = |bound: i64, low: i64, high: i64| {
        let bound = if bound < 0 { bound.saturating_add(length) } else { bound };
        bound.clamp(low, high)
    };
    let mut indices = Vec::new();
    if step > 0 {
        let mut at = start.map_or(0, |start| clamp(start, 0, length));
        let stop = stop.map_or(length, |stop| clamp(stop, 0, length));
        while at < stop {
            indices.push(at as usize);
            at = at.saturating_add(step);
        }
    } else if step < 0 {
        let mut at = start.map_or(length - 1, |start| clamp(start, -1, length - 1));
        let stop = stop.map_or(-1, |stop| clamp(stop, -1, length - 1));
        while at > stop {
            indices.push(at as usize);
            at = at.saturating_add(step);
        }
    }
    indices
}
