//! `re`: regular expressions with CPython's syntax and semantics, by an engine of our own. No crate has them: neither its
//! classes (`\w`, `\s`, `\b` by `str.isalnum` and `str.isspace` of Unicode 14), nor `$` before a last line break, nor the
//! order in which alternatives with captures are tried.

mod flags;
mod fold;
mod functions;
pub mod r#match;
mod parse;
pub mod pattern;
mod program;
mod run;
mod syntax;
mod template;

pub use functions::{AnyPattern, compile, escape, finditer, fullmatch, r#match, purge, search};
pub use r#match::Match;
pub use pattern::Pattern;
