//! The table of operators, which `build/` writes from the sources of the runtime.

#![allow(
    non_snake_case,
    unused_variables,
    unused_mut,
    unreachable_code,
    unreachable_patterns,
    clippy::needless_return,
    clippy::let_unit_value,
    clippy::unit_arg,
    reason = "the table is generated"
)]

use hotforge_analyzer::types::DType;
use hotforge_runtime as rt;
use rt::Fallible;

use crate::cell::Cell;
#[allow(unused_imports, reason = "a result converts by one of the two")]
use crate::convert::{FromCell, IntoCell, Stream, Wrap, mismatched};
use crate::native::{Args, Native};
#[allow(unused_imports, reason = "operators of numpy are told by these")]
use crate::numpy::{Common, Form, Widened};
#[allow(unused_imports, reason = "what a type cannot do is said by this trait")]
use crate::opaque::Cannot;
use crate::opaque::opaque;

include!(concat!(env!("OUT_DIR"), "/table.rs"));
