//! Fusion: a chain of functions that work element by element becomes one loop, and what stands between them takes no
//! memory.
//!
//! What the loop does with the elements of a round are the same operators, called with numpy scalars in the place of arrays:
//! so promotion, rounding to the dtype of each step, wrapping and division by zero are what they are without fusion. Before
//! the loop, in Python's order, stand the operands and the checks that shapes go together, each with the line of
//! its operator. Nothing may change an array between a step and the loop, so a chain ends at an operand that could.

use hotforge_analyzer::Span;
use hotforge_analyzer::ir::{Constant, Expr, ExprKind, LocalId, NativeArgument, NativeCall, NativeResult};
use hotforge_analyzer::types::{ArrayType, DType, Dim, Type, layout};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::expression::Typing;
use super::function::Writer;
use super::names::runtime_path;
use super::types::element_type;

/// The most arrays that one loop reads.
const MOST: usize = 8;

/// Functions of one operand.
#[rustfmt::skip]
const UNARY: &[&str] = &[
    "positive", "negative", "invert", "sign", "square", "absolute", "sqrt", "floor", "ceil", "trunc", "isnan", "isinf",
    "isfinite", "logical_not", "fabs", "rint", "deg2rad", "rad2deg",
];

/// Functions that the runtime has code for over many elements at a time: the loop stops for them, so they end a chain.
const OVER_MANY: &[(&str, &str, &str)] = &[
    ("exp", "Analytic", "exp_all"),
    ("log", "Analytic", "ln_all"),
    ("sin", "Real", "sin_all"),
    ("cos", "Real", "cos_all"),
    ("arcsin", "Real", "asin_all"),
    ("tanh", "Real", "tanh_all"),
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
enum Step {
    /// A function of so many operands.
    Function,
    /// A conversion to the step's dtype.
    Cast,
}

/// A part of a chain.
enum Node<'e> {
    /// Computed in the loop.
    Step { step: Step, call: &'e NativeCall, dtype: DType, span: Span, operands: Vec<Node<'e>> },
    /// Evaluated before it.
    Leaf(&'e Expr),
}

impl<'e> Node<'e> {
    /// The steps from an expression on, as many as can be taken together on the way to a result of that type. What is
    /// stretched on the way is not computed anew for each element.
    fn of(expr: &'e Expr, result: &ArrayType) -> Self {
        match (&expr.kind, &expr.ty) {
            (ExprKind::Convert(inner), _) if layout(&inner.ty) == layout(&expr.ty) => Self::of(inner, result),
            (ExprKind::Native(call), Type::Array(array)) if fills(array, result) => {
                Self::step(call, array.dtype, expr.span, result).unwrap_or(Self::Leaf(expr))
            }
            _ => Self::Leaf(expr),
        }
    }

    fn step(call: &'e NativeCall, dtype: DType, span: Span, result: &ArrayType) -> Option<Self> {
        let operands = operands(call)?;
        if call.result != NativeResult::Plain || !operands.iter().all(|operand| is_operand(&operand.ty)) {
            return None;
        }
        let step = step(call, dtype)?;
        let fits = |(place, operand): (usize, &&Expr)| {
            let others = operands.iter().enumerate().filter(|(other, _)| *other != place).map(|(_, other)| *other);
            layout(&operand.ty) != Type::Int || others.clone().all(|other| has_value(operand, other))
        };
        if !operands.iter().enumerate().all(fits) {
            return None;
        }
        let operands = operands.into_iter().map(|operand| Self::of(operand, result)).collect();
        Some(Self::Step { step, call, dtype, span, operands })
    }

    fn leaves(&self) -> Vec<&'e Expr> {
        match self {
            Node::Leaf(expr) => vec![expr],
            Node::Step { operands, .. } => operands.iter().flat_map(Node::leaves).collect(),
        }
    }

    fn steps(&self) -> usize {
        match self {
            Node::Leaf(_) => 0,
            Node::Step { operands, .. } => 1 + operands.iter().map(Node::steps).sum::<usize>(),
        }
    }
}

/// The expressions that a function works on element by element.
fn operands(call: &NativeCall) -> Option<Vec<&Expr>> {
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
fn fills(array: &ArrayType, result: &ArrayType) -> bool {
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
fn is_quiet(expr: &Expr) -> bool {
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

/// What is written before the loop and in it.
#[derive(Default)]
struct Fusion {
    before: TokenStream,
    arrays: Vec<Leaf>,
    numbers: usize,
    shapes: usize,
}

/// An array that the loop reads.
struct Leaf {
    name: Ident,
    /// The variable that it is in.
    local: Option<LocalId>,
    ty: ArrayType,
    /// Whether nothing reads it after the loop.
    is_spare: bool,
}

/// A part of the chain, written.
struct Written {
    /// Its value in the loop.
    value: TokenStream,
    /// Its shape; none of a number.
    shape: Option<Shape>,
}

/// Where the shape of a part is.
#[derive(Clone, PartialEq, Eq)]
enum Shape {
    Of(usize),
    Stretched(usize),
}

impl Writer<'_> {
    /// The call as the last step of a chain, where it is one of several.
    pub fn fused(&self, call: &NativeCall, ty: &Type, span: Span) -> Option<TokenStream> {
        let Type::Array(array) = ty else { return None };
        let last = OVER_MANY.iter().find(|(name, ..)| call.path.strip_prefix("numpy::") == Some(name));
        let chain = match (last, operands(call)?.as_slice()) {
            (Some(_), [operand]) => Node::of(operand, array),
            _ => Node::step(call, array.dtype, span, array)?,
        };
        let leaves = chain.leaves();
        let arrays = leaves.iter().filter(|leaf| matches!(leaf.ty, Type::Array(_))).count();
        // What runs before all steps may do as it likes.
        let is_quiet = leaves.iter().skip(1).all(|leaf| is_quiet(leaf));
        let steps = chain.steps();
        if steps == 0 || steps + usize::from(last.is_some()) < 2 || arrays > MOST || !is_quiet {
            return None;
        }
        let mut fusion = Fusion::default();
        let Written { value, shape } = self.fuse(&chain, &mut fusion);
        let shape = self.shape(&fusion, &shape?);
        let Fusion { before, arrays, .. } = &fusion;
        let names: Vec<&Ident> = arrays.iter().map(|leaf| &leaf.name).collect();
        let element = element_type(array.dtype);
        let value = match last {
            Some(_) => quote!(rt::numpy::scalar::astype(&#value, rt::numpy::DType::<#element>::new())),
            None => value,
        };
        let function = quote!(move |(#(#names,)*)| -> #element {
            #(let #names = rt::numpy::Scalar(#names);)*
            #value.0
        });
        let sources = quote!((#(#names.read(),)*));
        let is_fit = |leaf: &&Leaf| leaf.is_spare && leaf.ty.dtype == array.dtype && fills(&leaf.ty, array);
        let spare = arrays.iter().find(is_fit).map(|leaf| &leaf.name);
        let looped = match (spare, last) {
            (None, None) => quote!(rt::numpy::elementwise::map(#shape, #sources, #function)),
            _ => {
                let spare = spare.map_or(quote!(None), |spare| quote!(Some(&#spare)));
                let then = last.map_or(quote!(|_| ()), |(_, of, all)| {
                    let (of, all) = (format_ident!("{of}"), format_ident!("{all}"));
                    quote!(<#element as rt::numpy::#of>::#all)
                });
                quote!(rt::numpy::elementwise::map_then(#shape, #sources, #spare, #function, #then))
            }
        };
        Some(quote!({ #before #looped }))
    }

    /// Writes what comes before the loop, and gives what stands in it.
    fn fuse(&self, node: &Node<'_>, fusion: &mut Fusion) -> Written {
        match node {
            Node::Leaf(expr) => self.leaf(expr, fusion),
            Node::Step { step, call, dtype, span, operands } => {
                let written: Vec<Written> = operands.iter().map(|operand| self.fuse(operand, fusion)).collect();
                let values = written.iter().map(|written| &written.value);
                let path = runtime_path(&call.path);
                let value = match step {
                    Step::Cast => {
                        let element = element_type(*dtype);
                        quote!(rt::numpy::scalar::astype(#(&#values,)* rt::numpy::DType::<#element>::new()))
                    }
                    Step::Function if call.raises => quote!(rt::numpy::elementwise::sure(#path(#(&#values),*))),
                    Step::Function => quote!(#path(#(&#values),*)),
                };
                let shapes: Vec<Option<Shape>> = written.iter().map(|written| written.shape.clone()).collect();
                Written { value, shape: self.stretched(&shapes, *span, fusion) }
            }
        }
    }

    fn leaf(&self, expr: &Expr, fusion: &mut Fusion) -> Written {
        let Type::Array(array) = &expr.ty else {
            return Written { value: self.number(expr, fusion), shape: None };
        };
        let local = match expr.kind {
            ExprKind::Local(local) => Some(local),
            _ => None,
        };
        let known = fusion.arrays.iter().position(|leaf| local.is_some() && leaf.local == local);
        let place = known.unwrap_or_else(|| {
            let name = format_ident!("{}_{}", self.helpers.leaf, fusion.arrays.len() + 1);
            let is_last = local.is_some_and(|local| self.locals.is_moved(local));
            let leaf = if is_last { self.value(expr, Typing::Open) } else { self.reference(expr) };
            fusion.before.extend(quote!(let #name = #leaf;));
            let is_place = matches!(
                expr.kind,
                ExprKind::Local(_) | ExprKind::Global(_) | ExprKind::Field { .. } | ExprKind::Member { .. }
            );
            fusion.arrays.push(Leaf { name, local, ty: array.clone(), is_spare: is_last || !is_place });
            fusion.arrays.len() - 1
        });
        let name = &fusion.arrays[place].name;
        Written { value: quote!(#name), shape: Some(Shape::Of(place)) }
    }

    /// A number: in the loop where it is written out, else a variable before it.
    fn number(&self, expr: &Expr, fusion: &mut Fusion) -> TokenStream {
        if let ExprKind::Constant(Constant::Int(value)) = expr.kind {
            return self.int_argument(value, false);
        }
        let value = self.value(expr, Typing::Open);
        if matches!(expr.kind, ExprKind::Constant(_)) {
            return value;
        }
        fusion.numbers += 1;
        let name = format_ident!("{}_{}", self.helpers.number, fusion.numbers);
        fusion.before.extend(quote!(let #name = #value;));
        quote!(#name)
    }

    /// The shape that all are stretched to, checked before the loop. Numbers are told of in the error, as numpy does.
    fn stretched(&self, shapes: &[Option<Shape>], span: Span, fusion: &mut Fusion) -> Option<Shape> {
        let first = shapes.iter().flatten().next()?.clone();
        if shapes.iter().flatten().all(|shape| *shape == first) {
            return Some(first);
        }
        let written = shapes.iter().map(|shape| match shape {
            Some(shape) => self.shape(fusion, shape),
            None => quote!(&[]),
        });
        let check = match shapes.len() {
            2 => quote!(rt::numpy::elementwise::stretched(#(#written),*)),
            _ => quote!(rt::numpy::elementwise::stretched_all([#(#written),*])),
        };
        Some(self.check(check, span, fusion))
    }

    fn check(&self, check: TokenStream, span: Span, fusion: &mut Fusion) -> Shape {
        fusion.shapes += 1;
        let name = format_ident!("{}_{}", self.helpers.shape, fusion.shapes);
        let check = self.fallible(check, span);
        fusion.before.extend(quote!(let #name = #check;));
        Shape::Stretched(fusion.shapes)
    }

    fn shape(&self, fusion: &Fusion, shape: &Shape) -> TokenStream {
        match shape {
            Shape::Of(place) => {
                let name = &fusion.arrays[*place].name;
                quote!(#name.shape())
            }
            Shape::Stretched(number) => {
                let name = format_ident!("{}_{}", self.helpers.shape, number);
                quote!(&#name)
            }
        }
    }
}
