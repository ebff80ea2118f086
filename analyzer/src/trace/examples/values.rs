//! The types of values that are written out: displays, numbers, and what the usual functions make of them.

use std::collections::HashMap;

use rustpython_ast as ast;

use crate::types::{ArrayType, DType, Dim, Type, union};

/// The names that a body binds once, with what they are bound to.
#[derive(Debug, Clone, Default)]
pub(super) struct Names<'a> {
    values: HashMap<&'a str, Option<&'a ast::Expr>>,
    /// How many names deep a value may lie.
    depth: usize,
}

/// How many names are followed from one to the next.
const DEEPEST: usize = 4;

impl<'a> Names<'a> {
    pub fn of(body: &'a [ast::Stmt]) -> Self {
        Self::default().with(body)
    }

    /// The same with what another body binds, which hides names of the same spelling.
    pub fn with(mut self, body: &'a [ast::Stmt]) -> Self {
        let mut own: HashMap<&str, Option<&ast::Expr>> = HashMap::new();
        for statement in body {
            let (target, value) = match statement {
                ast::Stmt::Assign(node) if let [target] = &node.targets[..] => (target, &*node.value),
                ast::Stmt::AnnAssign(node) if let Some(value) = &node.value => (&*node.target, &**value),
                _ => continue,
            };
            if let ast::Expr::Name(name) = target {
                // A name that is bound twice may hold either.
                own.entry(name.id.as_str()).and_modify(|known| *known = None).or_insert(Some(value));
            }
        }
        self.values.extend(own);
        self
    }

    fn deeper(&self) -> Option<Self> {
        (self.depth < DEEPEST).then(|| Self { depth: self.depth + 1, ..self.clone() })
    }
}

/// The type of a value as far as it can be read off; `Never` stands for what an empty container holds.
pub(super) fn type_of(node: &ast::Expr, names: &Names) -> Option<Type> {
    Some(match node {
        ast::Expr::NoneLiteral(_) => Type::None,
        ast::Expr::BooleanLiteral(_) => Type::Bool,
        ast::Expr::NumberLiteral(number) => match number.value {
            ast::Number::Int(_) => Type::Int,
            ast::Number::Float(_) => Type::Float,
            ast::Number::Complex { .. } => Type::Complex,
        },
        ast::Expr::StringLiteral(_) | ast::Expr::FString(_) => Type::Str,
        ast::Expr::BytesLiteral(_) => Type::Bytes,
        ast::Expr::UnaryOp(operation) => match operation.op {
            ast::UnaryOp::Not => Type::Bool,
            _ => type_of(&operation.operand, names).filter(is_number)?,
        },
        ast::Expr::List(list) => Type::list(all(&list.elts, names)?),
        ast::Expr::Set(set) => Type::set(all(&set.elts, names)?),
        ast::Expr::Tuple(tuple) => {
            Type::tuple(tuple.elts.iter().map(|item| type_of(item, names)).collect::<Option<Vec<_>>>()?)
        }
        ast::Expr::Dict(dict) => {
            let keys: Vec<ast::Expr> = dict.items.iter().map(|item| item.key.clone()).collect::<Option<_>>()?;
            let values: Vec<ast::Expr> = dict.items.iter().map(|item| item.value.clone()).collect();
            Type::dict(all(&keys, names)?, all(&values, names)?)
        }
        ast::Expr::ListComp(list) => {
            let element = match (&*list.elt, &list.generators[..]) {
                (ast::Expr::Name(name), [only]) if matches!(&only.target, ast::Expr::Name(target) if target.id == name.id) => {
                    item_of(&type_of(&only.iter, names)?)?
                }
                (element, _) => type_of(element, &Names::default())?,
            };
            Type::list(element)
        }
        ast::Expr::BinOp(operation) => {
            let (left, right) = (type_of(&operation.left, names)?, type_of(&operation.right, names)?);
            operation_of(operation.op, &left, &right)?
        }
        ast::Expr::Name(name) => type_of((*names.values.get(name.id.as_str())?)?, &names.deeper()?)?,
        ast::Expr::Call(call) => call_of(call, names)?,
        _ => return None,
    })
}

fn all(nodes: &[ast::Expr], names: &Names) -> Option<Type> {
    let types: Option<Vec<Type>> = nodes.iter().map(|node| type_of(node, names)).collect();
    Some(types?.into_iter().reduce(|a, b| wider(&a, &b)).unwrap_or(Type::Never))
}

fn operation_of(op: ast::Operator, left: &Type, right: &Type) -> Option<Type> {
    match (op, left, right) {
        (ast::Operator::Div, ..) if is_number(left) && is_number(right) => Some(Type::Float),
        _ if is_number(left) && is_number(right) => Some(wider(&wider(left, right), &Type::Int)),
        (ast::Operator::Mult, Type::List(_) | Type::Str, Type::Int) => Some(left.clone()),
        (ast::Operator::Add, Type::List(_), Type::List(_)) | (ast::Operator::Add, Type::Str, Type::Str) => {
            Some(wider(left, right))
        }
        _ => None,
    }
}

fn call_of(call: &ast::ExprCall, names: &Names) -> Option<Type> {
    let first = || call.arguments.args.first().and_then(|node| type_of(node, names));
    match &*call.func {
        ast::Expr::Name(name) => match name.id.as_str() {
            "range" => Some(Type::Range),
            "list" | "sorted" if !call.arguments.args.is_empty() => Some(Type::list(item_of(&first()?)?)),
            "set" if !call.arguments.args.is_empty() => Some(Type::set(item_of(&first()?)?)),
            "tuple" if !call.arguments.args.is_empty() => Some(Type::Sequence(item_of(&first()?)?.into())),
            "int" | "len" => Some(Type::Int),
            "float" => Some(Type::Float),
            "str" => Some(Type::Str),
            _ => None,
        },
        ast::Expr::Attribute(attribute) => match (&*attribute.value, attribute.attr.as_str()) {
            (text, "split" | "splitlines") if type_of(text, names) == Some(Type::Str) => Some(Type::list(Type::Str)),
            (ast::Expr::Name(module), "array" | "asarray")
                if matches!(module.id.as_str(), "np" | "numpy") && call.arguments.keywords.is_empty() =>
            {
                array_of(&first()?)
            }
            _ => None,
        },
        _ => None,
    }
}

/// The type of the items that iteration over a value gives.
pub(super) fn item_of(ty: &Type) -> Option<Type> {
    Some(match ty {
        Type::List(element) | Type::Set(element) | Type::Dict(element, _) => element.ty.clone(),
        Type::Sequence(item) => (**item).clone(),
        Type::Tuple(members) => members.iter().cloned().reduce(|a, b| wider(&a, &b))?,
        Type::Range | Type::Bytes => Type::Int,
        Type::Str => Type::Str,
        _ => return None,
    })
}

/// The array that numpy makes of nested lists and tuples of numbers.
fn array_of(ty: &Type) -> Option<Type> {
    let (mut item, mut rank) = (ty.clone(), 0);
    while matches!(item, Type::List(_) | Type::Tuple(_) | Type::Sequence(_)) {
        item = item_of(&item)?;
        rank += 1;
    }
    let dtype = match item {
        Type::Bool => DType::Bool,
        Type::Int => DType::Int64,
        Type::Float => DType::Float64,
        _ => return None,
    };
    Some(Type::Array(ArrayType::new(dtype, std::iter::repeat_n(Dim::Any, rank))))
}

fn is_number(ty: &Type) -> bool {
    matches!(ty, Type::Bool | Type::Int | Type::Float)
}

/// The type that an annotation declares for values of both: a `float` may be given an `int`, as type checkers have it.
pub(super) fn wider(a: &Type, b: &Type) -> Type {
    match (a, b) {
        _ if a == b => a.clone(),
        (Type::Never, other) | (other, Type::Never) => other.clone(),
        _ if is_number(a) && is_number(b) => match [a, b].contains(&&Type::Float) {
            true => Type::Float,
            false => Type::Int,
        },
        (Type::List(x), Type::List(y)) => Type::list(wider(&x.ty, &y.ty)),
        (Type::Set(x), Type::Set(y)) => Type::set(wider(&x.ty, &y.ty)),
        (Type::Dict(k, v), Type::Dict(l, w)) => Type::dict(wider(&k.ty, &l.ty), wider(&v.ty, &w.ty)),
        (Type::Tuple(x), Type::Tuple(y)) if x.len() == y.len() => {
            Type::tuple(x.iter().zip(y.iter()).map(|(x, y)| wider(x, y)))
        }
        (Type::Tuple(_) | Type::Sequence(_), Type::Tuple(_) | Type::Sequence(_)) => {
            let items = [a, b].map(|ty| item_of(ty).unwrap_or(Type::Never));
            Type::Sequence(wider(&items[0], &items[1]).into())
        }
        (Type::Union(_), _) | (_, Type::Union(_)) => {
            let (members, others) = (a.members().to_vec(), b.members().to_vec());
            members.into_iter().chain(others).fold(Type::Never, |joined, member| {
                let alike = |known: &&Type| !matches!(wider(known, &member), Type::Union(_));
                match joined.members().iter().find(alike) {
                    Some(known) if joined.is_union() => {
                        let rest = joined.members().iter().filter(|other| *other != known).cloned();
                        union(rest.chain([wider(known, &member)]))
                    }
                    Some(known) => wider(known, &member),
                    None => union([joined.clone(), member]),
                }
            })
        }
        _ => union([a.clone(), b.clone()]),
    }
}
