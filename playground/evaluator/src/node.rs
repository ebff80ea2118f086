//! The program as it is evaluated: the IR with all that does not change decided once. Statements are a list of
//! instructions with jumps, so that a generator is a list with a place in it; expressions are trees.

use std::rc::Rc;
use std::sync::Arc;

use hotforge_analyzer::ir::{Conversion as TextConversion, Stop};
use hotforge_analyzer::types::Type;
use hotforge_runtime::Frame;

use crate::cell::Cell;
use crate::class::Class;
use crate::native::Native;
use crate::shape::{Conversion, Union};

/// A function.
pub struct Function {
    pub parameters: Vec<usize>,
    /// How many variables it has.
    pub locals: usize,
    pub is_generator: bool,
    /// Whether it may call itself.
    pub is_recursive: bool,
    pub is_cached: bool,
    pub code: Rc<Code>,
    /// What falls off its end gives.
    pub end: Conversion,
    pub frame: Frame,
    /// The line of its `def`.
    pub line: u32,
}

/// Instructions.
#[derive(Default)]
pub struct Code {
    pub ops: Vec<Op>,
    /// Where an exception of the instruction is handled.
    pub handlers: Vec<Option<Handler>>,
    /// How many iterators are open at once at the most.
    pub depth: usize,
}

/// Where an exception goes.
#[derive(Debug, Clone, Copy)]
pub struct Handler {
    pub target: usize,
    /// The variable that takes it.
    pub caught: usize,
    /// How many iterators are open there.
    pub depth: usize,
}

/// An instruction.
pub enum Op {
    Assign(usize, Node),
    Evaluate(Node),
    Jump(usize),
    JumpUnless(Node, usize),
    /// Opens an iterator at a depth.
    Open(usize, Node),
    /// The next item of the iterator at a depth into a variable; a jump at its end.
    Next {
        depth: usize,
        target: usize,
        end: usize,
        line: u32,
    },
    /// Closes the iterators from a depth on.
    Close(usize),
    Return(Node),
    Yield(Node),
    Raise(Node, u32),
    Reraise(usize),
    SetField {
        record: Node,
        field: usize,
        value: Node,
        line: u32,
    },
}

/// An expression.
pub enum Node {
    Constant(Cell),
    Local(usize),
    /// The value of a variable that nothing reads again.
    Moved(usize),
    Global(usize, u32),
    Native(Box<NativeCall>),
    Call {
        function: usize,
        arguments: Vec<Node>,
        line: u32,
    },
    Tuple(Vec<Node>),
    Function(Arc<str>, Vec<Node>),
    List(Vec<Node>),
    Set(Vec<Node>, u32),
    Dict(Vec<(Node, Node)>, u32),
    /// Of a tuple, or of what a function holds.
    Member(Box<Node>, usize),
    Record(Rc<Class>, Vec<Node>),
    Select(Box<Node>, Vec<Node>),
    Field(Box<Node>, usize),
    Comprehension(Rc<Comprehension>),
    Format(Vec<Part>, u32),
    If(Box<[Node; 3]>),
    And(Box<[Node; 2]>),
    Or(Box<[Node; 2]>),
    Not(Box<Node>),
    Block(Rc<Code>, Box<Node>),
    Convert(Box<Node>, Conversion),
    Dispatch(Box<Node>, Union, Vec<(usize, Node)>),
    IsMember(Box<Node>, Option<(Union, Vec<usize>)>, bool),
    Raise(Box<Node>, u32),
    Exception(&'static str, Option<&'static hotforge_runtime::exception::Class>, Vec<Node>),
    IsException(Box<Node>, Vec<&'static str>),
    Slice(Box<[Node; 3]>),
    Iterate(Box<Node>),
    /// What is not evaluated.
    Refused(String),
}

/// A call of an operator.
pub struct NativeCall {
    pub native: Native,
    pub arguments: Vec<Argument>,
    /// From what the operator gives to the type of the expression.
    pub result: Outcome,
    /// The types of the arguments.
    pub types: Vec<Type>,
    /// The type of the expression.
    pub ty: Type,
    pub line: u32,
}

/// How the result of an operator becomes the value.
pub enum Outcome {
    Plain,
    /// `None`, or a value of a type.
    Optional(Conversion, Conversion),
    /// One of two types, which the value tells.
    Either(Union, Vec<Conversion>),
}

/// An argument of an operator.
pub enum Argument {
    Value(Node),
    Iterator(Node),
    Many(Vec<Node>),
    Function(Rc<Closure>),
    Fields(Vec<(Node, Node)>),
    Rule(hotforge_runtime::pydantic::Rule),
}

/// A function that an operator calls.
pub struct Closure {
    pub parameters: Vec<usize>,
    pub body: Node,
}

/// A comprehension or a generator expression.
pub struct Comprehension {
    pub kind: Collected,
    pub element: Node,
    pub clauses: Vec<Clause>,
    pub stop: Stop,
    pub line: u32,
}

/// What a comprehension makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Collected {
    List,
    Set,
    Dict,
    Generator,
}

/// One `for` of it.
pub struct Clause {
    pub target: usize,
    pub iterator: Node,
    pub setup: Code,
    pub conditions: Vec<Node>,
}

/// A part of an f-string.
#[expect(clippy::large_enum_variant, reason = "f-strings have few parts, and most of them are values")]
pub enum Part {
    Text(String),
    Value(Node, Option<TextConversion>, Option<Node>),
}
