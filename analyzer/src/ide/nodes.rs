//! Nodes of a tree by place.

use rustpython_ast as ast;
use rustpython_ast::AnyNodeRef;
use rustpython_ast::visitor::source_order::{SourceOrderVisitor, TraversalSignal};
use rustpython_text_size::{Ranged, TextRange};

/// The nodes around an offset, the outermost first. At the seam of two nodes the one that is a name counts.
pub fn path_at(body: &[ast::Stmt], offset: u32) -> Vec<AnyNodeRef<'_>> {
    let mut finder = Finder { offset, path: Vec::new() };
    body.iter().filter(|statement| touches(statement.range(), offset)).for_each(|node| finder.visit_stmt(node));
    finder.path
}

/// Every node, in source order.
pub fn each<'a>(body: &'a [ast::Stmt], visit: impl FnMut(AnyNodeRef<'a>)) {
    struct Each<F>(F);
    impl<'a, F: FnMut(AnyNodeRef<'a>)> SourceOrderVisitor<'a> for Each<F> {
        fn enter_node(&mut self, node: AnyNodeRef<'a>) -> TraversalSignal {
            (self.0)(node);
            TraversalSignal::Traverse
        }
    }
    let mut each = Each(visit);
    body.iter().for_each(|statement| each.visit_stmt(statement));
}

/// Whether the offset is in the range or at its end.
pub fn touches(range: TextRange, offset: u32) -> bool {
    range.start().to_u32() <= offset && offset <= range.end().to_u32()
}

/// The function around an offset, the innermost.
pub fn function_at(body: &[ast::Stmt], offset: u32) -> Option<&ast::StmtFunctionDef> {
    path_at(body, offset).into_iter().rev().find_map(|node| match node {
        AnyNodeRef::StmtFunctionDef(function) => Some(function),
        _ => None,
    })
}

/// The call whose brackets hold the offset, the innermost.
pub fn call_at(body: &[ast::Stmt], offset: u32) -> Option<&ast::ExprCall> {
    path_at(body, offset).into_iter().rev().find_map(|node| match node {
        AnyNodeRef::ExprCall(call) => {
            let brackets = call.arguments.range();
            (brackets.start().to_u32() < offset && offset <= brackets.end().to_u32()).then_some(call)
        }
        _ => None,
    })
}

/// Every function definition of a file, nested ones too.
pub fn functions(body: &[ast::Stmt]) -> Vec<&ast::StmtFunctionDef> {
    let mut functions = Vec::new();
    each(body, |node| {
        if let AnyNodeRef::StmtFunctionDef(function) = node {
            functions.push(function);
        }
    });
    functions
}

struct Finder<'a> {
    offset: u32,
    path: Vec<AnyNodeRef<'a>>,
}

impl<'a> SourceOrderVisitor<'a> for Finder<'a> {
    fn enter_node(&mut self, node: AnyNodeRef<'a>) -> TraversalSignal {
        let range = node.range();
        if !touches(range, self.offset) {
            return TraversalSignal::Skip;
        }
        while let Some(last) = self.path.last()
            && !last.range().contains_range(range)
        {
            let is_name = matches!(last, AnyNodeRef::ExprName(_) | AnyNodeRef::ExprAttribute(_));
            if is_name && !matches!(node, AnyNodeRef::ExprName(_)) {
                return TraversalSignal::Skip;
            }
            self.path.pop();
        }
        self.path.push(node);
        TraversalSignal::Traverse
    }
}
