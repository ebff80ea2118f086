//! The boundary of a compiled library: what its caller passes and gets, and the C functions it exports.
//!
//! A generated crate describes itself in one [`Library`] and exports it:
//!
//! ```ignore
//! static LIBRARY: rt::abi::Library = rt::abi::Library { manifest: "…", predictors: &[EMBED] };
//! rt::export_library!(LIBRARY);
//!
//! const EMBED: rt::abi::Predictor = rt::abi::Predictor {
//!     name: "embed",
//!     function: "embed",
//!     parameters: &[
//!         rt::abi::Parameter {
//!             name: "texts",
//!             kind: rt::abi::ParameterKind::PositionalOrKeyword,
//!             has_default: false,
//!             ty: "list[str]",
//!             choices: &[],
//!         },
//!         rt::abi::Parameter {
//!             name: "task",
//!             kind: rt::abi::ParameterKind::PositionalOrKeyword,
//!             has_default: true,
//!             ty: "Literal['query', 'document']",
//!             choices: &[rt::abi::Choice::Str("query"), rt::abi::Choice::Str("document")],
//!         },
//!     ],
//!     is_brief: false,
//!     call: |arguments| {
//!         let texts = arguments.get::<rt::List<rt::Str>>(0)?;
//!         let task = arguments.get_or::<rt::Str>(1, || rt::Str::literal("document"))?;
//!         Ok(rt::abi::ToValue::to_value(embed(texts, task)?))
//!     },
//! };
//! ```
//!
//! The C side is documented in `include/hotforge.h`.

mod arguments;
mod buffer;
#[cfg(not(target_arch = "wasm32"))]
pub mod c;
mod containers;
mod from_value;
mod mismatch;
mod objects;
mod picture;
#[cfg(not(target_arch = "wasm32"))]
pub mod python;
mod stream;
mod to_value;
mod value;

pub use arguments::{Arguments, Choice, Parameter, ParameterKind};
pub use buffer::Buffer;
pub use containers::value_of;
pub use from_value::{FromValue, Members};
pub use mismatch::Mismatch;
pub use picture::Picture;
pub use stream::Stream;

/// Whether somebody has ended the call that this thread makes.
///
/// # Errors
/// `asyncio.CancelledError` where it was cancelled, `KeyboardInterrupt` where a signal of Python's ends it.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn check_interrupts() -> crate::exception::Fallible<()> {
    c::cancellation::check()?;
    python::signals::check()
}
pub use to_value::ToValue;
pub use value::{Record, Value};

use crate::exception::Fallible;

/// The default of a parameter, as if a caller had passed it.
///
/// # Panics
/// Where it is no value of the parameter's type: the compiler has seen that it is.
pub fn passed<T: FromValue>(default: impl ToValue) -> T {
    T::from_value(&default.to_value()).unwrap_or_else(|mismatch| panic!("the default{}", mismatch.describe()))
}

/// What a compiled library holds.
#[derive(Debug)]
pub struct Library {
    /// The manifest, JSON as `docs/manifest.md` describes it.
    pub manifest: &'static str,
    /// The predictors, in source order.
    pub predictors: &'static [Predictor],
}

/// A function that a library offers to its callers.
#[derive(Debug)]
pub struct Predictor {
    /// The name that callers ask for.
    pub name: &'static str,
    /// The name of the Python function, which its `TypeError`s speak of.
    pub function: &'static str,
    /// Its parameters, in order.
    pub parameters: &'static [Parameter],
    /// Whether it is done sooner than a caller would have let others run meanwhile, whatever the arguments.
    pub is_brief: bool,
    /// Converts the arguments, calls the compiled function, converts its result.
    pub call: fn(Arguments<'_>) -> Fallible<Value>,
}

impl Library {
    /// The predictor of that name.
    pub fn predictor(&self, name: &str) -> Option<&'static Predictor> {
        self.predictors.iter().find(|predictor| predictor.name == name)
    }
}

impl Predictor {
    /// Calls it with the arguments in the order given; a name makes one a keyword argument.
    ///
    /// # Errors
    /// The `TypeError` of CPython where the arguments do not fit the signature, and whatever the predictor raises.
    pub fn call(&self, arguments: &[(Option<&str>, &Value)]) -> Fallible<Value> {
        (self.call)(Arguments::bind(self.function, self.parameters, arguments)?)
    }
}
