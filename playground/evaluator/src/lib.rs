//! Runs predictors without compiling them: walks the typed IR and calls the runtime's own operators.

mod array;
mod cell;
mod class;
mod convert;
mod machine;
mod native;
mod node;
mod opaque;
mod prepare;
mod run;
mod shape;
mod stack;
mod table;
