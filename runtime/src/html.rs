//! `html.escape`.

use crate::str::Str;

/// `html.escape(text, quote)`.
#[must_use]
pub fn escape(text: &Str, quote: bool) -> Str {
    let mut escaped = String::with_capacity(text.as_str().len());
    for character in text.as_str().chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' if quote => escaped.push_str("&quot;"),
            '\'' if quote => escaped.push_str("&#x27;"),
            other => escaped.push(other),
        }
    }
    Str::from(escaped)
}
