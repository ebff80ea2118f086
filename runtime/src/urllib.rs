//! `urllib`: what of it is about text.

pub mod parse;
