//! Expressions: trees, with conversions and operators found once.

use std::rc::Rc;

use hotforge_analyzer::catalog::catalog;
use hotforge_analyzer::ir::{
    Comprehension, Constant, Expr, ExprKind, FormatPart, NativeArgument, NativeCall, NativeResult,
};
use hotforge_analyzer::types::{RecordKind, Type, join_all, layout, native_name, union};

use super::{Preparer, Refusal, leak, project_class};
use crate::cell::Cell;
use crate::flag::Flag;
use crate::node::{
    Argument, Clause, Closure, Collected, Comprehension as Loops, NativeCall as Called, Node, Outcome, Part,
};
use crate::shape::{Conversion, Union};

/// What an iterator that an operator is given is made of: the operator iterates over it itself, so that it may see what it
/// is.
fn iterable_of(expr: &Expr) -> &Expr {
    match &expr.kind {
        ExprKind::Iterate(inner) if !matches!(inner.ty, Type::Tuple(_)) => iterable_of(inner),
        ExprKind::Convert(inner) if layout(&inner.ty) == layout(&expr.ty) => iterable_of(inner),
        _ => expr,
    }
}

impl Preparer<'_> {
    /// What is evaluated for an expression; a refusal where that is nothing.
    pub fn expr(&mut self, expr: &Expr) -> Node {
        self.try_expr(expr).unwrap_or_else(Node::Refused)
    }

    fn exprs(&mut self, exprs: &[Expr]) -> Vec<Node> {
        exprs.iter().map(|expr| self.expr(expr)).collect()
    }

    fn boxed(&mut self, expr: &Expr) -> Box<Node> {
        Box::new(self.expr(expr))
    }

    /// What stands for an expression whose type alone says its value.
    fn fixed(&self, expr: &Expr) -> Option<Cell> {
        match (&expr.ty, &expr.kind) {
            (_, ExprKind::Native(_) | ExprKind::Call { .. } | ExprKind::Block(..)) => None,
            (Type::DType(dtype), _) => Some(Cell::DType(*dtype)),
            (Type::TensorDType(dtype), _) => Some(Cell::TensorDType(*dtype)),
            (Type::Ellipsis, _) => Some(Cell::Ellipsis),
            (Type::None, ExprKind::Constant(_) | ExprKind::Local(_) | ExprKind::Global(_)) => Some(Cell::None),
            (Type::Module(_) | Type::Class(_) | Type::Function(_) | Type::Method(_), _) => Some(Cell::None),
            _ => None,
        }
    }

    fn try_expr(&mut self, expr: &Expr) -> Result<Node, Refusal> {
        if let Some(fixed) = self.fixed(expr) {
            return Ok(Node::Constant(fixed));
        }
        let line = self.line(expr.span);
        Ok(match &expr.kind {
            ExprKind::Constant(value) => Node::Constant(self.constant(value, &expr.ty)?),
            ExprKind::Local(local) if self.moved[local.0 as usize] => Node::Moved(local.0 as usize),
            ExprKind::Local(local) => Node::Local(local.0 as usize),
            ExprKind::Global(global) => Node::Global(global.0 as usize, line),
            ExprKind::Native(call) => self.native(call, &expr.ty, line)?,
            ExprKind::Call { function, arguments } => {
                Node::Call { function: function.0 as usize, arguments: self.exprs(arguments), line }
            }
            ExprKind::Tuple(values) => match &expr.ty {
                Type::Callable(function) => Node::Function(function.key.clone(), self.exprs(values)),
                _ => Node::Tuple(self.exprs(values)),
            },
            ExprKind::List(values) => Node::List(self.exprs(values)),
            ExprKind::Set(values) => Node::Set(self.exprs(values), line),
            ExprKind::Dict(pairs) => {
                let pairs = pairs.iter().map(|(key, value)| (self.expr(key), self.expr(value))).collect();
                Node::Dict(pairs, line)
            }
            ExprKind::Member { tuple, index } => Node::Member(self.boxed(tuple), *index),
            ExprKind::Record(values) => Node::Record(self.class_of(&expr.ty)?, self.exprs(values)),
            ExprKind::Select { subject, values } => {
                self.class_of(&subject.ty)?;
                Node::Select(self.boxed(subject), self.exprs(values))
            }
            ExprKind::Field { record, field } => Node::Field(self.boxed(record), *field),
            ExprKind::Comprehension(comprehension) => {
                let kind = match &expr.ty {
                    Type::List(_) => Collected::List,
                    Type::Set(_) => Collected::Set,
                    Type::Dict(..) => Collected::Dict,
                    Type::Iterator(_) => Collected::Generator,
                    other => return Err(format!("a comprehension of type {other}")),
                };
                Node::Comprehension(Rc::new(self.comprehension(comprehension, kind, line)))
            }
            ExprKind::Format(parts) => Node::Format(parts.iter().map(|part| self.part(part)).collect(), line),
            ExprKind::If { test, then, orelse } => {
                Node::If(Box::new([self.expr(test), self.expr(then), self.expr(orelse)]))
            }
            ExprKind::And(left, right) => Node::And(Box::new([self.expr(left), self.expr(right)])),
            ExprKind::Or(left, right) => Node::Or(Box::new([self.expr(left), self.expr(right)])),
            ExprKind::Not(inner) => Node::Not(self.boxed(inner)),
            ExprKind::Block(block, value) => {
                let code = self.code(block);
                Node::Block(Rc::new(code), self.boxed(value))
            }
            ExprKind::Convert(inner) => match (&inner.kind, layout(&inner.ty) == layout(&expr.ty)) {
                (_, true) => self.try_expr(inner)?,
                (ExprKind::Constant(value), _) if !matches!(inner.ty, Type::Unbound | Type::Record(_)) => {
                    Node::Constant(self.constant(value, &expr.ty)?)
                }
                _ if inner.ty == Type::Unbound => {
                    let way = Conversion::between(&inner.ty, &expr.ty)?;
                    Node::Convert(Box::new(Node::Constant(Cell::Unbound)), way)
                }
                _ => {
                    let way = Conversion::between(&inner.ty, &expr.ty)?;
                    Node::Convert(self.boxed(inner), way)
                }
            },
            ExprKind::Dispatch { subject, arms } => {
                let union = Union::of(&subject.ty)?;
                let mut written: Vec<Option<(usize, Node)>> = union.members.iter().map(|_| None).collect();
                for (member, (local, arm)) in subject.ty.members().iter().zip(arms) {
                    let place = union.place_of(member).ok_or_else(|| format!("{member} in {}", subject.ty))?;
                    if written[place].is_none() {
                        written[place] = Some((local.0 as usize, self.expr(arm)));
                    }
                }
                let arms = written.into_iter().map(|arm| arm.unwrap_or((0, Node::Refused("a missing arm".to_owned()))));
                Node::Dispatch(self.boxed(subject), union, arms.collect())
            }
            ExprKind::IsMember { subject, members } => {
                let union = Union::of(&subject.ty)?;
                if union.members.len() == 1 {
                    let holds = members.iter().any(|member| layout(member) == union.members[0]);
                    return Ok(Node::IsMember(self.boxed(subject), None, holds));
                }
                let places = members.iter().filter_map(|member| union.place_of(member)).collect();
                Node::IsMember(self.boxed(subject), Some((union, places)), false)
            }
            ExprKind::Raise(exception) => Node::Raise(self.boxed(exception), line),
            ExprKind::Exception(arguments) => {
                let Type::Exception(class) = &expr.ty else { return Err(format!("{} as an exception", expr.ty)) };
                let own = catalog().class(class.name()).is_none().then(|| project_class(class));
                Node::Exception(leak(class.native_name()), own, self.exprs(arguments))
            }
            ExprKind::IsException { subject, classes } => {
                let classes = classes.iter().map(|class| leak(native_name(class))).collect();
                Node::IsException(self.boxed(subject), classes)
            }
            ExprKind::Slice(bounds) => {
                let [start, stop, step] = &**bounds;
                Node::Slice(Box::new([self.expr(start), self.expr(stop), self.expr(step)]))
            }
            ExprKind::Iterate(inner) => self.iterated(inner, &expr.ty)?,
            ExprKind::Invalid => return Err("what the analyzer refused".to_owned()),
        })
    }

    /// The iterator over an iterable. The members of a tuple take the one type that they have together.
    fn iterated(&mut self, inner: &Expr, ty: &Type) -> Result<Node, Refusal> {
        match (&inner.ty, ty) {
            (Type::Iterator(_), _) => self.try_expr(inner),
            (Type::Tuple(_), Type::Iterator(item)) => {
                let way = Conversion::between(&inner.ty, &Type::Sequence(item.clone()))?;
                Ok(Node::Iterate(Box::new(Node::Convert(self.boxed(inner), way))))
            }
            _ => Ok(Node::Iterate(self.boxed(inner))),
        }
    }

    fn constant(&self, value: &Constant, ty: &Type) -> Result<Cell, Refusal> {
        if let (Constant::Int(place), Type::Record(record)) = (value, ty)
            && matches!(record.kind, RecordKind::Enum(_))
        {
            let class = self.class_of(ty)?;
            return Ok(match ty.is_flag() {
                true => Cell::Flag(Flag { class, bits: *place }),
                false => Cell::Member(class, *place as usize),
            });
        }
        if *ty == Type::Unbound {
            return Ok(Cell::Unbound);
        }
        let way = Conversion::between(&value.ty(), ty)?;
        way.apply(super::constant(value)).map_err(|raised| raised.message)
    }

    fn comprehension(&mut self, comprehension: &Comprehension, kind: Collected, line: u32) -> Loops {
        let clauses = comprehension.clauses.iter().map(|clause| Clause {
            target: clause.target.0 as usize,
            iterator: self.expr(&clause.iterator),
            setup: self.code(&clause.setup),
            conditions: self.exprs(&clause.conditions),
        });
        let clauses = clauses.collect();
        Loops { kind, element: self.expr(&comprehension.element), clauses, stop: comprehension.stop, line }
    }

    fn part(&mut self, part: &FormatPart) -> Part {
        match part {
            FormatPart::Text(text) => Part::Text(text.clone()),
            FormatPart::Value { value, conversion, spec } => {
                Part::Value(self.expr(value), *conversion, spec.as_ref().map(|spec| self.expr(spec)))
            }
        }
    }

    fn native(&mut self, call: &NativeCall, ty: &Type, line: u32) -> Result<Node, Refusal> {
        let native = crate::native::find(&call.path).ok_or_else(|| format!("`{}`", call.path))?;
        let arguments = call.arguments.iter().map(|argument| self.argument(argument)).collect::<Result<_, _>>()?;
        let types = call.arguments.iter().map(type_of).collect();
        let result = match &call.result {
            NativeResult::Plain => Outcome::Plain,
            NativeResult::Optional(member) => {
                Outcome::Optional(Conversion::between(&Type::None, ty)?, Conversion::between(member, ty)?)
            }
            NativeResult::Either(members) => {
                let all = Union::of(&union(members.iter().cloned()))?;
                let ways =
                    all.members.iter().map(|member| Conversion::between(member, ty)).collect::<Result<_, _>>()?;
                if all.is_tagged() {
                    return Err(format!("`{}`, which gives one of several types that look alike", call.path));
                }
                Outcome::Either(all, ways)
            }
        };
        Ok(Node::Native(Box::new(Called { native, arguments, result, types, ty: ty.clone(), line })))
    }

    fn argument(&mut self, argument: &NativeArgument) -> Result<Argument, Refusal> {
        Ok(match argument {
            NativeArgument::Value(value) | NativeArgument::Reference(value) => Argument::Value(self.expr(value)),
            NativeArgument::Iterator(value) => {
                let value = iterable_of(value);
                let item = match &value.ty {
                    Type::Tuple(members) => join_all(members.iter()),
                    _ => Type::Never,
                };
                Argument::Iterator(match &value.ty {
                    Type::Tuple(_) => {
                        let way = Conversion::between(&value.ty, &Type::Sequence(item.into()))?;
                        Node::Convert(self.boxed(value), way)
                    }
                    _ => self.expr(value),
                })
            }
            NativeArgument::Variadic(values) | NativeArgument::Index(values) => Argument::Many(self.exprs(values)),
            NativeArgument::Function(closure) => {
                let parameters = closure.parameters.iter().map(|local| local.0 as usize).collect();
                Argument::Function(Rc::new(Closure { parameters, body: self.expr(&closure.body) }))
            }
            NativeArgument::Fields(fields) => {
                let fields = fields.iter().map(|(name, value)| (self.expr(name), self.expr(value)));
                Argument::Fields(fields.collect())
            }
            NativeArgument::Rule(ruled) => Argument::Rule(crate::model::rule(&ruled.1, &ruled.0)),
            NativeArgument::Feed(_) => return Err("models".to_owned()),
        })
    }
}

/// The type of an argument; of several values that of the first.
fn type_of(argument: &NativeArgument) -> Type {
    match argument {
        NativeArgument::Value(value) | NativeArgument::Reference(value) | NativeArgument::Iterator(value) => {
            layout(&value.ty)
        }
        NativeArgument::Variadic(values) | NativeArgument::Index(values) => {
            values.first().map_or(Type::Unknown, |value| layout(&value.ty))
        }
        NativeArgument::Rule(ruled) => layout(&ruled.0),
        NativeArgument::Function(_) | NativeArgument::Fields(_) | NativeArgument::Feed(_) => Type::Unknown,
    }
}
