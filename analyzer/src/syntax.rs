//! Syntax: from text to a tree, with errors beside it instead of in its place.

use rustpython_ast as ast;
use rustpython_parser::{Mode, ParseOptions, parse_unchecked};
use rustpython_text_size::{Ranged, TextRange};

use crate::diagnostics::{Code, Diagnostic};
use crate::source::{FileId, SourceFile, Span};

/// How deeply brackets and blocks may be nested: the parser recurses on them, and a stack must not overflow.
const DEEPEST_NESTING: usize = 200;

/// A parsed file: as much of the tree as could be made of the text.
#[derive(Debug)]
pub struct Syntax {
    /// The statements.
    pub body: Vec<ast::Stmt>,
    /// What is wrong with the text.
    pub errors: Vec<Diagnostic>,
}

/// Parses a file. Broken text gives the statements that still parse, and the errors.
pub fn parse(id: FileId, file: &SourceFile) -> Syntax {
    if let Some(at) = too_deep(&file.text) {
        let span = Span { file: id, start: at, end: at + 1 };
        let error = Diagnostic::new(Code::Syntax, span, "too many nested parentheses or blocks")
            .help(format!("nest at most {DEEPEST_NESTING} levels deep"));
        return Syntax { body: Vec::new(), errors: vec![error] };
    }
    let parsed = parse_unchecked(&file.text, ParseOptions::from(Mode::Module));
    let errors = parsed
        .errors()
        .iter()
        .map(|error| (error.location, error.error.to_string()))
        .chain(parsed.unsupported_syntax_errors().iter().map(|error| (error.range, error.to_string())))
        .map(|(range, message)| Diagnostic::new(Code::Syntax, span(id, range), message))
        .collect();
    let body = match parsed.into_syntax() {
        ast::Mod::Module(module) => module.body,
        ast::Mod::Expression(_) => Vec::new(),
    };
    Syntax { body, errors }
}

/// The span of a node.
pub fn span(file: FileId, node: impl Ranged) -> Span {
    let range: TextRange = node.range();
    Span { file, start: range.start().to_u32(), end: range.end().to_u32() }
}

/// The byte offset of the first bracket, operator chain or indentation that is nested too deeply, if there is one.
///
/// Counts more than the parser nests (brackets within strings too), which does no harm at this depth. Runs of prefix
/// operators nest as well: `- - - x`, `not not x`.
fn too_deep(text: &str) -> Option<u32> {
    let mut depth = 0usize;
    let mut prefixes = 0usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        prefixes = match byte {
            b'-' | b'+' | b'~' | b'n' | b'o' | b't' | b' ' | b'*' | b'l' | b'a' | b'm' | b'b' | b'd' | b':' => {
                prefixes + 1
            }
            _ => 0,
        };
        if depth > DEEPEST_NESTING || prefixes > 40 * DEEPEST_NESTING {
            return Some(at as u32);
        }
    }
    text.split_inclusive('\n')
        .scan(0usize, |start, line| {
            let at = *start;
            *start += line.len();
            Some((at, line))
        })
        .find(|(_, line)| line.len() - line.trim_start_matches([' ', '\t']).len() > 8 * DEEPEST_NESTING)
        .map(|(at, _)| at as u32)
}
