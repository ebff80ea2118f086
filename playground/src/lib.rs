//! The analyzer and the code generator in the browser: requests and answers as JSON, through WebAssembly.
//!
//! # Architecture invariant
//!
//! This crate translates, as the language server does. What is shown is decided in `hotforge_analyzer::ide`, what is generated
//! in `hotforge_compiler`. It keeps files and the last analyses and nothing else; a page that loses it to a trap makes a new one.

mod features;
mod lines;
mod outputs;
mod request;
mod session;
mod translate;

use wasm_bindgen::prelude::wasm_bindgen;

use request::Request;
use session::Session;

/// The files of a page, and what is known of them.
#[wasm_bindgen]
#[derive(Default)]
pub struct Playground {
    session: Session,
}

#[wasm_bindgen]
impl Playground {
    /// One without files.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Puts a text at a path.
    pub fn write(&mut self, path: &str, text: &str) {
        self.session.write(path, text.as_bytes());
    }

    /// Puts bytes at a path: an ONNX model, a `tokenizer.json`.
    #[wasm_bindgen(js_name = writeBytes)]
    pub fn write_bytes(&mut self, path: &str, bytes: &[u8]) {
        self.session.write(path, bytes);
    }

    /// Removes the file at a path.
    pub fn remove(&mut self, path: &str) {
        self.session.remove(path);
    }

    /// Answers a request, both JSON. `{"error": "…"}` says that it is no request.
    pub fn ask(&mut self, request: &str) -> String {
        let answer = match Request::read(request) {
            Ok(request) => request.answer(&mut self.session),
            Err(error) => serde_json::json!({ "error": error.to_string() }),
        };
        answer.to_string()
    }
}

#[cfg(test)]
mod tests;
