//! Names: from Python's to Rust's.

use std::collections::BTreeSet;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

/// The identifiers taken in one scope.
#[derive(Debug, Clone, Default)]
pub struct Names {
    taken: BTreeSet<String>,
}

impl Names {
    /// A scope in which these names are taken.
    pub fn with<'n>(taken: impl IntoIterator<Item = &'n str>) -> Self {
        Self { taken: taken.into_iter().map(str::to_owned).collect() }
    }

    /// The wanted name as an identifier, with a number behind it where it is taken: `x`, `x_2`, `x_3`.
    pub fn fresh(&mut self, wanted: &str) -> Ident {
        let plain = identifier(wanted);
        let base = plain.to_string();
        if self.taken.insert(base.clone()) {
            return plain;
        }
        let base = base.trim_start_matches("r#");
        let mut number = 2;
        loop {
            let name = format!("{base}_{number}");
            if self.taken.insert(name.clone()) {
                return Ident::new(&name, Span::call_site());
            }
            number += 1;
        }
    }

    /// The wanted name, or one like it, such that none of the taken ones is it with a number behind it.
    pub fn stem(&mut self, wanted: &str) -> Ident {
        let mut stem = wanted.to_owned();
        while self.taken.iter().any(|name| name.strip_prefix(&stem).is_some_and(|rest| rest.starts_with('_'))) {
            stem.push_str("_of");
        }
        self.fresh(&stem)
    }
}

/// The Rust identifier nearest to a Python name: the name itself, raw where it is a keyword.
pub fn identifier(name: &str) -> Ident {
    if let Ok(ident) = syn::parse_str::<Ident>(name) {
        return ident;
    }
    if is_keyword(name) {
        return match name {
            "self" | "Self" | "super" | "crate" => Ident::new(&format!("{name}_"), Span::call_site()),
            _ => Ident::new_raw(name, Span::call_site()),
        };
    }
    let mut plain: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    if plain.trim_matches('_').is_empty() {
        plain = "value".to_owned();
    }
    if plain.starts_with(|c: char| c.is_ascii_digit()) {
        plain.insert(0, '_');
    }
    identifier(&plain)
}

/// The name of a static: `tokenizer` → `TOKENIZER`.
pub fn constant_name(name: &str) -> String {
    name.to_uppercase()
}

/// A path below the runtime crate: `str::split` → `rt::str::split`.
pub fn runtime_path(path: &str) -> TokenStream {
    let segments = path.split("::").map(|segment| identifier(segment.trim_start_matches("r#")));
    quote!(rt #(:: #segments)*)
}

fn is_keyword(name: &str) -> bool {
    let letters =
        name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.bytes().all(|b| b.is_ascii_alphanumeric());
    letters && syn::parse_str::<Ident>(name).is_err()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keywords_are_raw() {
        assert_eq!(identifier("type").to_string(), "r#type");
        assert_eq!(identifier("self").to_string(), "self_");
    }

    #[test]
    fn names_that_rust_does_not_take_are_made_plain() {
        assert_eq!(identifier("_").to_string(), "value");
        assert_eq!(identifier("$left.0").to_string(), "_left_0");
        assert_eq!(identifier("größe").to_string(), "größe");
    }

    #[test]
    fn a_taken_name_gets_a_number() {
        let mut names = Names::with(["x"]);
        assert_eq!(names.fresh("x").to_string(), "x_2");
        assert_eq!(names.fresh("x").to_string(), "x_3");
        assert_eq!(names.fresh("type").to_string(), "r#type");
        assert_eq!(names.fresh("type").to_string(), "type_2");
    }

    #[test]
    fn paths_stand_below_the_runtime() {
        assert_eq!(runtime_path("numpy::where").to_string(), "rt :: numpy :: r#where");
    }
}
