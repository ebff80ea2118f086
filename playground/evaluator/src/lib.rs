//! Runs predictors without compiling them: walks the typed IR and calls the runtime's own operators.

mod array;
mod cell;
mod class;
mod convert;
mod globals;
mod machine;
mod memory;
mod native;
mod node;
mod opaque;
mod prepare;
pub mod request;
mod run;
mod shape;
mod stack;
mod table;
mod value;

pub use request::run;
