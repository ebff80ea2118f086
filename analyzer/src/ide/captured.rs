//! The globals that a predictor captures, and how large they are as far as the source tells.

use rustpython_ast as ast;
use rustpython_text_size::Ranged;

use super::lenses::reach;
use super::links::links;
use crate::analysis::{Analysis, Meaning};
use crate::ir::Global;
use crate::source::Span;
use crate::syntax::span;

/// A captured global.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CapturedGlobal<'a> {
    /// The global.
    pub global: &'a Global,
    /// How large its value is.
    pub size: Size,
}

/// How large a value is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Size {
    /// As small as a number, or only known when the module is run.
    Untold,
    /// A display of so many items.
    Items(usize),
    /// A text or bytes, of so many bytes.
    Bytes(u64),
    /// As large as the file at that path.
    File(String),
}

/// The globals that a function and all that it calls read.
pub fn captured_globals(analysis: &Analysis, definition: Span) -> Vec<CapturedGlobal<'_>> {
    let reached = reach(analysis, definition);
    let is_read = |place: Span| {
        reached.iter().any(|function| {
            let within = Span { end: function.start, ..*function }..=Span { start: function.end, ..*function };
            analysis.meanings.range(within).any(|(_, meaning)| *meaning == Meaning::Global(place))
        })
    };
    let globals = analysis.program.globals.iter().filter(|global| is_read(global.span));
    globals.map(|global| CapturedGlobal { global, size: size(analysis, global) }).collect()
}

fn size(analysis: &Analysis, global: &Global) -> Size {
    let body = analysis.body(global.file).iter();
    let bound = body.filter_map(|statement| match statement {
        ast::Stmt::Assign(node) => Some((statement.range(), &*node.value)),
        ast::Stmt::AnnAssign(node) => Some((statement.range(), &**node.value.as_ref()?)),
        _ => None,
    });
    let mut bound = bound.filter(|(range, _)| span(global.file, *range).contains(global.span.start));
    let Some((range, value)) = bound.next() else { return Size::Untold };
    match value {
        ast::Expr::List(node) => Size::Items(node.elts.len()),
        ast::Expr::Set(node) => Size::Items(node.elts.len()),
        ast::Expr::Tuple(node) => Size::Items(node.elts.len()),
        ast::Expr::Dict(node) => Size::Items(node.items.len()),
        ast::Expr::StringLiteral(node) => Size::Bytes(node.value.to_str().len() as u64),
        ast::Expr::BytesLiteral(node) => Size::Bytes(node.value.bytes().count() as u64),
        ast::Expr::Call(_) => {
            let within = span(global.file, range);
            let mut files = links(analysis, global.file).into_iter().filter(|link| within.contains(link.span.start));
            files.next().map_or(Size::Untold, |link| Size::File(link.path))
        }
        _ => Size::Untold,
    }
}
