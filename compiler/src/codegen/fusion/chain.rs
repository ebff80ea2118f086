//! Chains: which functions of the IR can be steps of one loop over elements.

use hotforge_analyzer::Span;
use hotforge_analyzer::ir::{
    Block, Constant, Expr, ExprKind, LocalId, NativeArgument, NativeCall, NativeResult, StmtKind,
};
use hotforge_analyzer::types::{ArrayType, DType, Dim, Type, layout};

use crate::codegen::locals::Locals;
use crate::codegen::regions::{Place, Region};

/// Functions of one operand.
#[rustfmt::skip]
const UNARY: &[&str] = &[
    "positive", "negative", "invert", "sign", "square", "absolute", "sqrt", "floor", "ceil", "trunc", "isnan", "isinf",
    "isfinite", "logical_not", "fabs", "rint", "deg2rad", "rad2deg",
];

/// Functions of two operands.
#[rustfmt::skip]
const BINARY: &[&str] = &[
    "add", "subtract", "multiply", "divide", "floor_divide", "remainder", "bitwise_and", "bitwise_or", "bitwise_xor",
    "maximum", "minimum", "fmax", "fmin", "copysign", "heaviside", "equal", "not_equal", "less", "less_equal", "greater",
    "greater_equal", "logical_and", "logical_or", "logical_xor", "left_shift", "right_shift",
];

/// Those with the array on the right, methods of arrays.
const REFLECTED: &[&str] = &["radd", "rsub", "rmul", "rtruediv", "rfloordiv", "rmod", "rand", "ror", "rxor"];

/// Functions of numpy, by name, that write to one of their arguments.
#[rustfmt::skip]
const WRITING: &[&str] = &[
    "setitem", "fill", "sort", "put", "put_along_axis", "place", "putmask", "copyto", "fill_diagonal", "shuffle",
    "partition", "resize", "iadd", "isub", "imul", "itruediv", "ifloordiv", "imod", "ipow", "iand", "ior", "ixor",
];

/// What the loop does at a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A function of so many operands.
    Function,
    /// A conversion to the step's dtype.
    Cast,
}

/// A part of a chain.
pub enum Node<'e> {
    /// Computed in the loop.
    Step { step: Step, call: &'e NativeCall, dtype: DType, span: Span, operands: Vec<Node<'e>> },
    /// Evaluated before it.
    Leaf(&'e Expr),
    /// Operands that Python evaluates in another order than the operator takes them, each put into a variable that is read
    /// once, and what is made of them.
    Ordered { operands: Vec<(LocalId, Node<'e>)>, node: Box<Node<'e>> },
}

/// Reads chains from the IR of a function.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    pub locals: &'a Locals,
    /// What comes out. What is stretched on the way to it is not computed anew for each element.
    pub result: &'a ArrayType,
}

impl Reader<'_> {
    /// The steps from an expression on, as many as can be taken together.
    pub fn node<'e>(self, expr: &'e Expr) -> Node<'e> {
        match (&expr.kind, &expr.ty) {
            (ExprKind::Convert(inner), _) if layout(&inner.ty) == layout(&expr.ty) => self.node(inner),
            (ExprKind::Native(call), Type::Array(array)) if fills(array, self.result) => {
                self.step(call, array.dtype, expr.span).unwrap_or(Node::Leaf(expr))
            }
            (ExprKind::Block(block, value), _) => self.ordered(block, value).unwrap_or(Node::Leaf(expr)),
            _ => Node::Leaf(expr),
        }
    }

    /// A call as a step.
    pub fn step<'e>(self, call: &'e NativeCall, dtype: DType, span: Span) -> Option<Node<'e>> {
        let operands = operands(call)?;
        if call.result != NativeResult::Plain || !operands.iter().all(|operand| is_operand(&operand.ty)) {
            return None;
        }
        let step = step(call, dtype)?;
        let fits = |(place, operand): (usize, &&Expr)| {
            let mut others = operands.iter().enumerate().filter(|(other, _)| *other != place).map(|(_, other)| *other);
            layout(&operand.ty) != Type::Int || others.all(|other| has_value(operand, other))
        };
        if !operands.iter().enumerate().all(fits) {
            return None;
        }
        let operands = operands.into_iter().map(|operand| self.node(operand)).collect();
        Some(Node::Step { step, call, dtype, span, operands })
    }

    fn ordered<'e>(self, block: &'e Block, value: &'e Expr) -> Option<Node<'e>> {
        let node = self.node(value);
        if matches!(node, Node::Leaf(_)) {
            return None;
        }
        let region = Region::of(block);
        let operand = |(index, stmt): (usize, &'e hotforge_analyzer::ir::Stmt)| match &stmt.kind {
            StmtKind::Assign { target, value }
                if self.locals.is_declared_at(*target, region, Place::Statement(index))
                    && self.locals.read_count(*target) == 1 =>
            {
                Some((*target, self.node(value)))
            }
            _ => None,
        };
        let operands = block.iter().enumerate().map(operand).collect::<Option<Vec<_>>>()?;
        let late = self.locals.declared_at(region, Place::Statement(block.len())).next();
        late.is_none().then(|| Node::Ordered { operands, node: Box::new(node) })
    }
}

impl<'e> Node<'e> {
    /// What is evaluated before the loop, in order.
    pub fn leaves(&self) -> Vec<&'e Expr> {
        match self {
            Node::Leaf(expr) => vec![expr],
            Node::Step { operands, .. } => operands.iter().flat_map(Node::leaves).collect(),
            Node::Ordered { operands, node } => {
                operands.iter().flat_map(|(_, operand)| operand.leaves()).chain(node.leaves()).collect()
            }
        }
    }

    /// How many functions are taken together.
    pub fn steps(&self) -> usize {
        match self {
            Node::Leaf(_) => 0,
            Node::Step { operands, .. } => 1 + operands.iter().map(Node::steps).sum::<usize>(),
            Node::Ordered { operands, node } => {
                operands.iter().map(|(_, operand)| operand.steps()).sum::<usize>() + node.steps()
            }
        }
    }

    /// Whether nothing that is evaluated before the loop could change what a step before it reads. What runs before all
    /// steps may do as it likes.
    pub fn is_quiet(&self) -> bool {
        self.leaves().iter().skip(1).all(|leaf| is_quiet(leaf))
    }
}

/// The expressions that a function works on element by element.
pub fn operands(call: &NativeCall) -> Option<Vec<&Expr>> {
    let given = |argument: &NativeArgument| matches!(argument, NativeArgument::Value(value) if matches!(value.ty, Type::DType(_)));
    let arguments = call.arguments.iter().filter(|argument| !given(argument));
    arguments
        .map(|argument| match argument {
            NativeArgument::Reference(value) => Some(value),
            _ => None,
        })
        .collect()
}

fn is_operand(ty: &Type) -> bool {
    matches!(layout(ty), Type::Array(_) | Type::Scalar(_) | Type::Int | Type::Float | Type::Bool | Type::Complex)
}

/// What the function is in a loop, where it can be in one.
fn step(call: &NativeCall, dtype: DType) -> Option<Step> {
    let count = call.arguments.len();
    if &*call.path == "numpy::ndarray::astype" {
        return Some(Step::Cast);
    }
    if let Some(name) = call.path.strip_prefix("numpy::ndarray::") {
        return (count == 2 && REFLECTED.contains(&name)).then_some(Step::Function);
    }
    let name = call.path.strip_prefix("numpy::")?;
    let is_known = match count {
        1 => UNARY.contains(&name),
        // Of integers it raises for some elements.
        2 => BINARY.contains(&name) || (name == "power" && dtype.is_float()),
        3 => matches!(name, "where" | "clip"),
        _ => false,
    };
    is_known.then_some(Step::Function)
}

/// Whether an array may have as many elements as the result, by what is known of both.
pub fn fills(array: &ArrayType, result: &ArrayType) -> bool {
    let (Some(dims), Some(of_result)) = (&array.dims, &result.dims) else { return true };
    let one = Dim::Known(1);
    dims.len() == of_result.len()
        && dims.iter().zip(&**of_result).all(|(dim, of_result)| *dim != one || *of_result == one)
}

/// Whether the dtype of the other operand has a value for a Python `int` for sure.
fn has_value(number: &Expr, other: &Expr) -> bool {
    let dtype = match layout(&other.ty) {
        Type::Array(array) => array.dtype,
        Type::Scalar(dtype) => dtype,
        _ => return true,
    };
    let bits = match dtype {
        DType::Int8 => 7,
        DType::UInt8 => 8,
        DType::Int16 => 15,
        DType::UInt16 => 16,
        DType::Int32 => 31,
        DType::UInt32 => 32,
        DType::UInt64 => 63,
        _ => return true,
    };
    let is_unsigned = matches!(dtype, DType::UInt8 | DType::UInt16 | DType::UInt32 | DType::UInt64);
    match number.kind {
        ExprKind::Constant(Constant::Int(value)) if value < 0 => !is_unsigned && value >= -1 << bits,
        ExprKind::Constant(Constant::Int(value)) => bits == 63 || value < 1 << bits,
        _ => false,
    }
}

/// Whether evaluating the expression changes no array and no variable.
pub fn is_quiet(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Constant(_) | ExprKind::Local(_) | ExprKind::Global(_) => true,
        ExprKind::Member { tuple: inner, .. }
        | ExprKind::Field { record: inner, .. }
        | ExprKind::Convert(inner)
        | ExprKind::Not(inner) => is_quiet(inner),
        ExprKind::Tuple(values) => values.iter().all(is_quiet),
        ExprKind::Slice(bounds) => bounds.iter().all(is_quiet),
        ExprKind::If { test, then, orelse } => [test, then, orelse].into_iter().all(|part| is_quiet(part)),
        ExprKind::Native(call) => {
            let (module, name) = call.path.rsplit_once("::").unwrap_or_default();
            let is_known = match module {
                "float" | "int" | "math" | "slice" => true,
                _ => module.starts_with("numpy") && !WRITING.contains(&name),
            };
            is_known
                && call.arguments.iter().all(|argument| match argument {
                    NativeArgument::Value(value) | NativeArgument::Reference(value) => is_quiet(value),
                    NativeArgument::Index(values) | NativeArgument::Variadic(values) => values.iter().all(is_quiet),
                    _ => false,
                })
        }
        _ => false,
    }
}
