//! Constants that the program spells out by more than a literal: `10**6`, `-1 / 3`, `DEFAULT_SIZE`, `string.digits`.
//!
//! Python evaluates a default once, when the module is run; here it must be known before. What is folded is what gives the
//! same value at any time: arithmetic on numbers, and names that the module binds once.

use rustpython_ast as ast;

use super::Tracer;
use crate::catalog::catalog;
use crate::ir::{Constant, Global};
use crate::scope::Symbol;
use crate::source::FileId;

/// How many names may stand for one another.
const DEEPEST: usize = 16;

impl<'a> Tracer<'a> {
    /// The constant that an expression of module code stands for.
    pub fn constant_of(&self, file: FileId, node: &'a ast::Expr) -> Option<Constant> {
        self.folded(file, node, 0)
    }

    /// The constant that a module-level name is bound to.
    pub fn global_constant(&self, global: &Global) -> Option<Constant> {
        self.named(global.file, &global.name, 0)
    }

    fn folded(&self, file: FileId, node: &'a ast::Expr, depth: usize) -> Option<Constant> {
        if depth > DEEPEST {
            return None;
        }
        let fold = |node| self.folded(file, node, depth + 1);
        match node {
            ast::Expr::Name(name) => self.named(file, name.id.as_str(), depth),
            ast::Expr::Attribute(attribute) => {
                let ast::Expr::Name(module) = &*attribute.value else { return None };
                match self.scope(file).symbols.get(module.id.as_str())? {
                    Symbol::Module(module) => self.member(module, attribute.attr.as_str(), depth),
                    _ => None,
                }
            }
            ast::Expr::UnaryOp(unary) => match (unary.op, fold(&unary.operand)?) {
                (ast::UnaryOp::USub, Constant::Int(value)) => Some(Constant::Int(value.checked_neg()?)),
                (ast::UnaryOp::USub, Constant::Float(value)) => Some(Constant::Float(-value)),
                (ast::UnaryOp::UAdd, value @ (Constant::Int(_) | Constant::Float(_))) => Some(value),
                (ast::UnaryOp::Not, Constant::Bool(value)) => Some(Constant::Bool(!value)),
                _ => None,
            },
            ast::Expr::BinOp(binary) => arithmetic(binary.op, &fold(&binary.left)?, &fold(&binary.right)?),
            ast::Expr::Tuple(tuple) => {
                tuple.elts.iter().map(fold).collect::<Option<Vec<_>>>().map(|items| Constant::Tuple(items.into()))
            }
            ast::Expr::Call(call) => match &*call.arguments.args {
                [argument] if call.arguments.keywords.is_empty() => {
                    crate::catalog::constant(node).or_else(|| called(&self.callee(file, &call.func)?, &fold(argument)?))
                }
                _ => crate::catalog::constant(node),
            },
            _ => crate::catalog::constant(node),
        }
    }

    /// The dotted name of a function of a library or of the built-in ones.
    fn callee(&self, file: FileId, node: &'a ast::Expr) -> Option<String> {
        let symbols = &self.scope(file).symbols;
        match node {
            ast::Expr::Name(name) => match symbols.get(name.id.as_str()) {
                None => Some(name.id.to_string()),
                Some(Symbol::Member { module, member }) => Some(format!("{module}.{member}")),
                Some(_) => None,
            },
            ast::Expr::Attribute(attribute) => match &*attribute.value {
                ast::Expr::Name(module) => match symbols.get(module.id.as_str())? {
                    Symbol::Module(module) => Some(format!("{module}.{}", attribute.attr.as_str())),
                    _ => None,
                },
                _ => None,
            },
            _ => None,
        }
    }

    fn named(&self, file: FileId, name: &str, depth: usize) -> Option<Constant> {
        match self.scope(file).symbols.get(name)? {
            // A function that declares the name `global` may have bound it to something else by then.
            Symbol::Variable(variable) if !self.is_rebound(file, name) => self.folded(file, variable.value?, depth + 1),
            Symbol::Member { module, member } => self.member(module, member, depth),
            _ => None,
        }
    }

    fn member(&self, module: &str, member: &str, depth: usize) -> Option<Constant> {
        match self.project.module(module) {
            Some(file) => self.named(file, member, depth + 1),
            None => catalog().module(module)?.constants.get(member).cloned(),
        }
    }

    fn is_rebound(&self, file: FileId, name: &str) -> bool {
        let word = crate::scope::word(name);
        self.project.statements(file).iter().any(|statement| statement.rebinds.contains(&word))
    }
}

/// What a function gives of one constant, where that is exact: the square root is rounded once, on any machine.
fn called(function: &str, argument: &Constant) -> Option<Constant> {
    match (function, argument) {
        ("math.sqrt", number) => {
            float(number).filter(|number| *number >= 0.0).map(|number| Constant::Float(number.sqrt()))
        }
        ("float", number) => float(number).map(Constant::Float),
        ("abs", Constant::Int(number)) => number.checked_abs().map(Constant::Int),
        ("abs", Constant::Float(number)) => Some(Constant::Float(number.abs())),
        ("int", Constant::Float(number)) if number.abs() < (1_i64 << 53) as f64 => Some(Constant::Int(*number as i64)),
        ("int", number @ Constant::Int(_)) => Some(number.clone()),
        _ => None,
    }
}

/// Python's result of an operation on two numbers or texts, where it is exact here and raises nothing.
fn arithmetic(op: ast::Operator, left: &Constant, right: &Constant) -> Option<Constant> {
    use Constant::{Float, Int, Str};
    Some(match (op, left, right) {
        (ast::Operator::Add, Str(a), Str(b)) => Str(format!("{a}{b}").into()),
        (ast::Operator::Add, Int(a), Int(b)) => Int(a.checked_add(*b)?),
        (ast::Operator::Sub, Int(a), Int(b)) => Int(a.checked_sub(*b)?),
        (ast::Operator::Mult, Int(a), Int(b)) => Int(a.checked_mul(*b)?),
        (ast::Operator::Pow, Int(a), Int(b)) => Int(a.checked_pow(u32::try_from(*b).ok()?)?),
        (ast::Operator::FloorDiv, Int(a), Int(b)) if *b > 0 => Int(a.div_euclid(*b)),
        (ast::Operator::Mod, Int(a), Int(b)) if *b > 0 => Int(a.rem_euclid(*b)),
        (ast::Operator::LShift, Int(a), Int(b)) if (0..63).contains(b) => Int(a.checked_mul(1 << b)?),
        _ => {
            let (a, b) = (float(left)?, float(right)?);
            Float(match op {
                ast::Operator::Add => a + b,
                ast::Operator::Sub => a - b,
                ast::Operator::Mult => a * b,
                ast::Operator::Div if b != 0.0 => a / b,
                _ => return None,
            })
        }
    })
}

/// A number as a float, where that loses nothing.
fn float(constant: &Constant) -> Option<f64> {
    match constant {
        Constant::Float(value) => Some(*value),
        Constant::Int(value) if value.unsigned_abs() < 1 << 53 => Some(*value as f64),
        _ => None,
    }
}
