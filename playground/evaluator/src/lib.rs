//! Runs predictors without compiling them: walks the typed IR and calls the runtime's own operators.

mod array;
mod arrive;
mod cell;
mod class;
#[cfg(target_arch = "wasm32")]
mod clock;
mod convert;
mod drawing;
mod flag;
mod globals;
mod loggers;
mod machine;
mod memory;
mod model;
mod native;
mod node;
mod numpy;
mod objects;
mod opaque;
mod prepare;
pub mod request;
mod run;
mod shape;
mod stack;
mod table;
mod value;

pub use request::run;

/// What a page calls.
#[cfg(target_arch = "wasm32")]
mod page {
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Runs a predictor: see `README.md`.
    #[wasm_bindgen]
    pub fn run(request: &str) -> String {
        crate::run(request)
    }

    /// Why the last call did not come back, where it did not: it ran out of memory.
    #[wasm_bindgen]
    pub fn abort_reason() -> Option<String> {
        crate::memory::abort_reason()
    }
}
