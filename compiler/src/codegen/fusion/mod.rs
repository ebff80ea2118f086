//! Fusion: a chain of functions that work element by element becomes one loop, and what stands between them takes no
//! memory.
//!
//! What the loop does with the elements of a round are the same operators, called with numpy scalars in the place of arrays:
//! so promotion, rounding to the dtype of each step, wrapping and division by zero are what they are without fusion. Before
//! the loop, in Python's order, stand the operands and the checks that shapes go together, each with the line of
//! its operator. Nothing may change an array between a step and the loop, so a chain ends at an operand that could.

mod chain;
mod deferred;

pub use deferred::Deferred;

use hotforge_analyzer::Span;
use hotforge_analyzer::ir::{Constant, Expr, ExprKind, LocalId, NativeArgument, NativeCall, Stmt, StmtKind};
use hotforge_analyzer::types::{ArrayType, Type};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use self::chain::{Node, Reader, Step, fills, is_quiet};
use super::expression::Typing;
use super::function::Writer;
use super::names::runtime_path;
use super::regions::{Place, Region};
use super::types::element_type;

/// The most arrays that one loop reads.
const MOST: usize = 8;

/// Functions that the runtime has code for over many elements at a time: the loop stops for them, so they end a chain.
const OVER_MANY: &[(&str, &str, &str)] = &[
    ("exp", "Analytic", "exp_all"),
    ("log", "Analytic", "ln_all"),
    ("sin", "Real", "sin_all"),
    ("cos", "Real", "cos_all"),
    ("arcsin", "Real", "asin_all"),
    ("tanh", "Real", "tanh_all"),
];

/// Operators that change an array in place, and the functions that they do it by.
const IN_PLACE: &[(&str, &str)] = &[
    ("iadd", "add"),
    ("isub", "subtract"),
    ("imul", "multiply"),
    ("itruediv", "divide"),
    ("ifloordiv", "floor_divide"),
    ("imod", "remainder"),
    ("iand", "bitwise_and"),
    ("ior", "bitwise_or"),
    ("ixor", "bitwise_xor"),
];

/// Functions that make one value of many, each also as `…_scalar`: the runtime has all of them for chains, too.
const REDUCTIONS: &[&str] = &["sum", "mean", "min", "max", "any", "all", "count_nonzero"];

/// What is written before the loop and in it.
struct Fusion {
    /// What comes out.
    result: ArrayType,
    /// The variable that the names of all helpers tell of: where they outlive the statement.
    owner: Option<Ident>,
    before: TokenStream,
    arrays: Vec<Leaf>,
    /// Operands that Python evaluates before their turn.
    ordered: Vec<(LocalId, Written)>,
    numbers: usize,
    shapes: usize,
}

impl Fusion {
    fn of(result: &ArrayType) -> Self {
        Self {
            result: result.clone(),
            owner: None,
            before: TokenStream::new(),
            arrays: Vec::new(),
            ordered: Vec::new(),
            numbers: 0,
            shapes: 0,
        }
    }

    /// The helper of that number.
    fn name(&self, stem: &Ident, number: usize) -> Ident {
        match &self.owner {
            Some(owner) => format_ident!("{stem}_{owner}_{number}"),
            None => format_ident!("{stem}_{number}"),
        }
    }
}

/// An array that the loop reads.
#[derive(Clone)]
struct Leaf {
    name: Ident,
    /// The variable that it is in.
    local: Option<LocalId>,
    ty: ArrayType,
    /// Whether nothing reads it after the loop.
    is_spare: bool,
}

/// A part of the chain, written.
#[derive(Clone)]
struct Written {
    /// Its value in the loop.
    value: TokenStream,
    /// Its shape; none of a number.
    shape: Option<Shape>,
}

/// Where the shape of a part is.
#[derive(Clone, PartialEq, Eq)]
enum Shape {
    /// That of an array.
    Of(Ident),
    /// In a variable.
    Stretched(Ident),
}

impl Shape {
    /// As an argument.
    fn tokens(&self) -> TokenStream {
        match self {
            Shape::Of(array) => quote!(#array.shape()),
            Shape::Stretched(name) => quote!(&#name),
        }
    }
}

/// A loop, written.
struct Loop {
    /// What comes before it.
    before: TokenStream,
    arrays: Vec<Leaf>,
    /// The shape of what comes out.
    shape: TokenStream,
    /// What it reads.
    sources: TokenStream,
    /// The pattern for the elements of a round.
    items: TokenStream,
    /// Makes numpy scalars of them.
    scalars: TokenStream,
    /// A numpy scalar: what comes out of a round.
    value: TokenStream,
}

impl Loop {
    /// The function of a round, which gives an element of that type.
    fn function(&self, element: &TokenStream) -> TokenStream {
        let Self { items, scalars, value, .. } = self;
        quote!(move |#items| -> #element {
            #scalars
            #value.0
        })
    }
}

impl Writer<'_> {
    /// The call as the last step of a chain, where it is one of several.
    pub fn fused(&self, call: &NativeCall, ty: &Type, span: Span) -> Option<TokenStream> {
        let name = call.path.strip_prefix("numpy::")?;
        if REDUCTIONS.contains(&name.strip_suffix("_scalar").unwrap_or(name)) {
            return self.reduced(call, name, span);
        }
        let Type::Array(array) = ty else { return None };
        let in_place = name.strip_prefix("ndarray::");
        if let Some((_, function)) = IN_PLACE.iter().find(|(operator, _)| Some(*operator) == in_place) {
            return self.amended(call, function, array, span);
        }
        let reader = Reader { locals: &self.locals, result: array };
        if let Some((_, of, all)) = OVER_MANY.iter().find(|(function, ..)| *function == name) {
            let [NativeArgument::Reference(operand)] = &call.arguments[..] else { return None };
            let looped = self.element_loop(&reader.node(operand), array, 1, Some(array))?;
            let (element, of, all) = (element_type(array.dtype), format_ident!("{of}"), format_ident!("{all}"));
            return Some(self.mapped(&looped, array, Some(quote!(<#element as rt::numpy::#of>::#all))));
        }
        let looped = self.element_loop(&reader.step(call, array.dtype, span)?, array, 2, None)?;
        Some(self.mapped(&looped, array, None))
    }

    /// A new array; `then` goes over the results.
    fn mapped(&self, looped: &Loop, array: &ArrayType, then: Option<TokenStream>) -> TokenStream {
        let function = looped.function(&element_type(array.dtype));
        let is_fit = |leaf: &&Leaf| leaf.is_spare && leaf.ty.dtype == array.dtype && fills(&leaf.ty, array);
        let spare = looped.arrays.iter().find(is_fit).map(|leaf| &leaf.name);
        let Loop { before, shape, sources, .. } = looped;
        let made = match (spare, then) {
            (None, None) => quote!(rt::numpy::elementwise::map(#shape, #sources, #function)),
            (spare, then) => {
                let spare = spare.map_or(quote!(None), |spare| quote!(Some(&#spare)));
                let then = then.unwrap_or(quote!(|_| ()));
                quote!(rt::numpy::elementwise::map_then(#shape, #sources, #spare, #function, #then))
            }
        };
        quote!({ #before #made })
    }

    /// One value, or a value for each row, of what a chain gives.
    fn reduced(&self, call: &NativeCall, name: &str, span: Span) -> Option<TokenStream> {
        let [NativeArgument::Reference(operand), rest @ ..] = &call.arguments[..] else { return None };
        let Type::Array(array) = &operand.ty else { return None };
        let is_quiet = |argument: &NativeArgument| match argument {
            NativeArgument::Value(value) | NativeArgument::Reference(value) => is_quiet(value),
            _ => false,
        };
        if !rest.iter().all(is_quiet) {
            return None;
        }
        let chain = Reader { locals: &self.locals, result: array }.node(operand);
        let looped = self.element_loop(&chain, array, 1, None)?;
        let each = looped.function(&element_type(array.dtype));
        let rest = rest.iter().map(|argument| self.native_argument(argument, call));
        let (function, Loop { before, shape, sources, .. }) = (format_ident!("{name}"), &looped);
        let reduced = quote!(rt::numpy::chain::#function(#shape, #sources, #each, #(#rest),*));
        let reduced = self.fallible(reduced, span);
        Some(quote!({ #before #reduced }))
    }

    /// `array += chain`.
    fn amended(&self, call: &NativeCall, function: &str, array: &ArrayType, span: Span) -> Option<TokenStream> {
        let [NativeArgument::Reference(target), NativeArgument::Reference(operand)] = &call.arguments[..] else {
            return None;
        };
        let Type::Array(ty) = &operand.ty else { return None };
        let ExprKind::Local(local) = target.kind else { return None };
        let looped = self.element_loop(&Reader { locals: &self.locals, result: ty }.node(operand), ty, 1, None)?;
        let Loop { before, shape, sources, items, scalars, value, .. } = &looped;
        let (target, element, old) = (self.local(local), element_type(array.dtype), &self.helpers.value);
        let function = format_ident!("{function}");
        let each = quote!(move |#old, #items| -> #element {
            #scalars
            let #old = rt::numpy::Scalar(#old);
            let #old = rt::numpy::elementwise::sure(rt::numpy::#function(&#old, &#value));
            rt::numpy::scalar::astype(&#old, rt::numpy::DType::<#element>::new()).0
        });
        let amended = self.fallible(quote!(rt::numpy::elementwise::amend(&#target, #shape, #sources, #each)), span);
        Some(quote!({ #before #amended; #target.clone() }))
    }

    /// Two statements that store a chain in a part of an array: `array[1:] = chain`. The first puts it into a variable that
    /// the second alone reads.
    pub fn stored(&self, chain: &Stmt, store: &Stmt, region: Region, index: usize) -> Option<TokenStream> {
        let StmtKind::Assign { target: local, value: operand } = &chain.kind else { return None };
        let StmtKind::Evaluate(Expr { kind: ExprKind::Native(call), span, .. }) = &store.kind else { return None };
        let [NativeArgument::Reference(array), NativeArgument::Index(components), NativeArgument::Reference(value)] =
            &call.arguments[..]
        else {
            return None;
        };
        let (Type::Array(of_array), Type::Array(of_operand)) = (&array.ty, &operand.ty) else { return None };
        let is_view = |component: &Expr| matches!(component.ty, Type::Slice | Type::Int | Type::None | Type::Ellipsis);
        let fits = &*call.path == "numpy::ndarray::setitem"
            && value.kind == ExprKind::Local(*local)
            && self.locals.read_count(*local) == 1
            && self.locals.is_declared_at(*local, region, Place::Statement(index))
            && self.locals.declared_at(region, Place::Statement(index + 1)).next().is_none()
            && components.iter().all(is_view)
            && components.iter().any(|component| matches!(component.ty, Type::Slice | Type::Ellipsis));
        if !fits || !is_quiet(array) || !components.iter().all(is_quiet) {
            return None;
        }
        let chain = Reader { locals: &self.locals, result: of_operand }.node(operand);
        let mut looped = self.element_loop(&chain, of_operand, 1, None)?;
        let (element, target) = (element_type(of_array.dtype), format_ident!("{}_0", self.helpers.leaf));
        let value = &looped.value;
        looped.value = quote!(rt::numpy::scalar::astype(&#value, rt::numpy::DType::<#element>::new()));
        let arguments = call.arguments[..2].iter().map(|argument| self.native_argument(argument, call));
        let part = self.fallible(quote!(rt::numpy::ndarray::getitem(#(#arguments),*)), *span);
        let (each, Loop { before, shape, sources, .. }) = (looped.function(&element), &looped);
        let assigned = quote!(rt::numpy::elementwise::assign(&#target, #shape, #sources, #each));
        let assigned = self.fallible(assigned, *span);
        Some(quote!({ #before let #target = #part; #assigned; }))
    }

    /// How many arrays a loop over the chain reads.
    fn arrays_of(&self, chain: &Node<'_>) -> usize {
        let leaves = chain.leaves();
        let arrays = leaves.iter().filter(|leaf| matches!(leaf.ty, Type::Array(_)));
        arrays.map(|leaf| self.arrays_waiting(leaf).unwrap_or(1)).sum()
    }

    /// The loop of a chain of at least so many steps that gives arrays of that type; what comes out is converted to the dtype
    /// of `result`.
    fn element_loop(
        &self,
        chain: &Node<'_>,
        whole: &ArrayType,
        least: usize,
        result: Option<&ArrayType>,
    ) -> Option<Loop> {
        let waiting = chain.leaves().iter().filter(|leaf| self.arrays_waiting(leaf).is_some()).count();
        if chain.steps() + waiting < least || self.arrays_of(chain) > MOST || !chain.is_quiet() {
            return None;
        }
        let mut fusion = Fusion::of(whole);
        let Written { value, shape } = self.fuse(chain, &mut fusion);
        let shape = shape?.tokens();
        let Fusion { before, arrays, .. } = fusion;
        let names: Vec<&Ident> = arrays.iter().map(|leaf| &leaf.name).collect();
        let value = match result {
            Some(result) => {
                let element = element_type(result.dtype);
                quote!(rt::numpy::scalar::astype(&#value, rt::numpy::DType::<#element>::new()))
            }
            None => value,
        };
        Some(Loop {
            before,
            shape,
            sources: quote!((#(#names.read(),)*)),
            items: quote!((#(#names,)*)),
            scalars: quote!(#(let #names = rt::numpy::Scalar(#names);)*),
            value,
            arrays,
        })
    }

    /// Writes what comes before the loop, and gives what stands in it.
    fn fuse(&self, node: &Node<'_>, fusion: &mut Fusion) -> Written {
        match node {
            Node::Leaf(expr) => self.leaf(expr, fusion),
            Node::Ordered { operands, node } => {
                for (local, operand) in operands {
                    match operand {
                        Node::Leaf(expr) => fusion.before.extend(self.assign(*local, expr, true)),
                        _ => {
                            let written = self.fuse(operand, fusion);
                            fusion.ordered.push((*local, written));
                        }
                    }
                }
                self.fuse(node, fusion)
            }
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
        if let ExprKind::Local(local) = expr.kind
            && let Some((_, written)) = fusion.ordered.iter().find(|(ordered, _)| *ordered == local)
        {
            return written.clone();
        }
        let Type::Array(array) = &expr.ty else {
            return Written { value: self.number(expr, fusion), shape: None };
        };
        if let ExprKind::Local(local) = expr.kind
            && let Some(written) = self.waiting_part(local, fusion)
        {
            return written;
        }
        let local = match expr.kind {
            ExprKind::Local(local) => Some(local),
            _ => None,
        };
        let known = fusion.arrays.iter().position(|leaf| local.is_some() && leaf.local == local);
        let place = known.unwrap_or_else(|| {
            let name = fusion.name(&self.helpers.leaf, fusion.arrays.len() + 1);
            let is_last = local.is_some_and(|local| self.locals.is_moved(local));
            // What waits must hold what it reads.
            let is_owned = is_last || fusion.owner.is_some();
            let leaf = if is_owned { self.value(expr, Typing::Open) } else { self.reference(expr) };
            fusion.before.extend(quote!(let #name = #leaf;));
            let is_place = matches!(
                expr.kind,
                ExprKind::Local(_) | ExprKind::Global(_) | ExprKind::Field { .. } | ExprKind::Member { .. }
            );
            fusion.arrays.push(Leaf { name, local, ty: array.clone(), is_spare: is_last || !is_place });
            fusion.arrays.len() - 1
        });
        let name = fusion.arrays[place].name.clone();
        Written { value: quote!(#name), shape: Some(Shape::Of(name)) }
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
        let name = fusion.name(&self.helpers.number, fusion.numbers);
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
            Some(shape) => shape.tokens(),
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
        let name = fusion.name(&self.helpers.shape, fusion.shapes);
        let check = self.fallible(check, span);
        fusion.before.extend(quote!(let #name = #check;));
        Shape::Stretched(name)
    }
}
