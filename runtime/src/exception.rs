//! Python exceptions in native code: class, message, arguments and the Python lines they came through.

mod caught;
mod chain;
mod project;

use std::borrow::Cow;
use std::fmt;
use std::rc::Rc;

pub use caught::{class_name, int_argument, int_arguments, is_one_of, text_argument, text_arguments};
pub use chain::{
    Chain, cause, context, raised_from, raised_from_nothing, raised_while, raised_within, suppresses_context,
};
pub use project::{
    Class, attribute, attribute_or, finish, finish_with_repr, finish_with_text, of_project, set_attribute,
    take_arguments, text_of_arguments,
};

use crate::object::{Object, repr_text};

/// The result of an operator that can raise.
pub type Fallible<T> = Result<T, Raised>;

/// A raised exception. Boxed, so that a result is no larger than its value and the way without errors stays fast.
pub type Raised = Box<Exception>;

/// A Python exception.
#[derive(Debug, Clone)]
pub struct Exception {
    /// The class by its Python name: `ValueError`, `predict.AppError`.
    pub class: Cow<'static, str>,
    /// What `str(exception)` gives.
    pub message: String,
    /// `exception.args`; `None` where it is the message alone, or nothing where that is empty.
    pub arguments: Option<Vec<Argument>>,
    /// Of a class of the project: what the class is, and the attributes.
    pub own: Option<Rc<project::Own>>,
    /// Of a `pydantic.ValidationError`: what did not fit.
    pub validation: Option<Rc<crate::pydantic::Failure>>,
    /// The exceptions behind it, where there are any.
    pub chain: Option<Box<Chain>>,
    /// The frames it came through, innermost first.
    pub traceback: Vec<(Frame, u32)>,
}

/// What an iterator gives whose code raised: a `StopIteration` is its end, as it is of iterators written in C.
#[inline]
pub fn stopped<T>(item: Fallible<Option<T>>) -> Fallible<Option<T>> {
    match item {
        Err(raised) if raised.class == "StopIteration" => Ok(None),
        item => item,
    }
}

/// The code that a frame of a traceback runs: one for each compiled function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    /// The Python file, as the user named it.
    pub file: &'static str,
    /// The qualified name of the Python function.
    pub function: &'static str,
}

impl Exception {
    /// A raised exception of the class with the message.
    #[cold]
    pub fn new(class: &'static str, message: impl Into<String>) -> Raised {
        Box::new(Self {
            class: Cow::Borrowed(class),
            message: message.into(),
            arguments: None,
            own: None,
            validation: None,
            chain: None,
            traceback: Vec::new(),
        })
    }

    /// A `UnicodeDecodeError` or `UnicodeEncodeError`, with the arguments that those have: the codec, what it was given, from
    /// where to where it could not go on, and why.
    #[cold]
    pub(crate) fn of_codec(
        class: &'static str,
        message: String,
        codec: &str,
        object: Argument,
        (start, end): (usize, usize),
        reason: &str,
    ) -> Raised {
        let text = |text: &str| argument(&crate::Str::from(text.to_owned()));
        let place = |place: usize| argument(&(place as i64));
        let arguments = vec![text(codec), object, place(start), place(end), text(reason)];
        Box::new(Self { arguments: Some(arguments), ..*Self::new(class, message) })
    }

    /// A raised exception of the class with its arguments.
    #[cold]
    pub fn with(class: &'static str, arguments: Vec<Argument>) -> Raised {
        let message = message_of(&arguments, class == "KeyError");
        Box::new(Self { arguments: Some(arguments), ..*Self::new(class, message) })
    }
}

/// By class and message: in Python exceptions are equal to themselves only.
impl PartialEq for Exception {
    fn eq(&self, other: &Self) -> bool {
        self.class == other.class && self.message == other.message
    }
}

/// An argument of an exception: what is seen of it.
#[derive(Debug, Clone)]
pub struct Argument {
    type_name: &'static str,
    text: String,
    repr: String,
}

/// A value as an argument of an exception.
#[cold]
pub fn argument<T: Object>(value: &T) -> Argument {
    let mut text = String::new();
    value.str(&mut text);
    Argument { type_name: value.type_name(), text, repr: repr_text(value) }
}

/// `KeyError(key)`.
#[cold]
pub fn missing_key<T: Object>(key: &T) -> Raised {
    Exception::with("KeyError", vec![argument(key)])
}

/// `str(exception)` by its arguments, as `BaseException.__str__` and `KeyError.__str__` have it.
fn message_of(arguments: &[Argument], shows_repr: bool) -> String {
    match arguments {
        [] => String::new(),
        [only] if shows_repr => only.repr.clone(),
        [only] => only.text.clone(),
        _ => tuple_repr(arguments),
    }
}

/// The repr of a tuple of several arguments.
fn tuple_repr(arguments: &[Argument]) -> String {
    let reprs: Vec<&str> = arguments.iter().map(|argument| argument.repr.as_str()).collect();
    format!("({})", reprs.join(", "))
}

/// The class of what tells that something is not there where this code runs. It is no exception of Python: whoever runs a
/// program in a browser looks for it.
pub const UNAVAILABLE: &str = "hotforge.Unavailable";

/// Something is not there where this code runs: a clock, a time zone.
#[cfg(target_arch = "wasm32")]
#[cold]
pub(crate) fn unavailable(what: &str) -> Raised {
    Exception::new(UNAVAILABLE, what)
}

/// As the last line of a Python traceback.
impl fmt::Display for Exception {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.class)?;
        if !self.message.is_empty() {
            write!(f, ": {}", self.message)?;
        }
        Ok(())
    }
}

impl std::error::Error for Exception {}

/// Records the line that a failing operation stands on.
pub trait At: Sized {
    /// On failure, adds a frame to the traceback; `line` counts from 1.
    #[must_use]
    fn at(self, frame: Frame, line: u32) -> Self;
}

impl<T> At for Fallible<T> {
    #[inline]
    fn at(self, frame: Frame, line: u32) -> Self {
        match self {
            Ok(value) => Ok(value),
            Err(raised) => Err(add_frame(raised, frame, line)),
        }
    }
}

/// The exception with the line that raises it recorded.
#[cold]
pub fn at(raised: Raised, frame: Frame, line: u32) -> Raised {
    add_frame(raised, frame, line)
}

#[cold]
fn add_frame(mut raised: Raised, frame: Frame, line: u32) -> Raised {
    raised.traceback.push((frame, line));
    raised
}

/// Constructors named after the classes: `value_error("…")`.
macro_rules! constructors {
    ($($function:ident => $class:literal),* $(,)?) => {
        $(
            #[doc = concat!("A raised `", $class, "` with the message.")]
            #[cold]
            pub fn $function(message: impl Into<String>) -> Raised {
                Exception::new($class, message)
            }
        )*
    };
}

constructors! {
    assertion_error => "AssertionError",
    attribute_error => "AttributeError",
    index_error => "IndexError",
    key_error => "KeyError",
    memory_error => "MemoryError",
    not_implemented_error => "NotImplementedError",
    overflow_error => "OverflowError",
    runtime_error => "RuntimeError",
    stop_iteration => "StopIteration",
    type_error => "TypeError",
    unbound_local_error => "UnboundLocalError",
    value_error => "ValueError",
    zero_division_error => "ZeroDivisionError",
}
