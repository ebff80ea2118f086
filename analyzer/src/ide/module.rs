//! The code of a module itself: what runs when it is imported.

use rustpython_ast as ast;

use crate::analysis::Analysis;
use crate::source::FileId;
use crate::syntax::span;

/// The text of a file's statements other than functions: as long as it stays, the module's globals have the values that
/// they had.
pub fn module_code(analysis: &Analysis) -> String {
    let file = FileId(0);
    let own = analysis.body(file).iter().filter(|statement| !matches!(statement, ast::Stmt::FunctionDef(_)));
    own.map(|statement| analysis.file(file).slice(span(file, statement))).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::fixture::analysis;

    #[test]
    fn functions_are_left_out() {
        assert_eq!(module_code(&analysis("import math\ndef f(): pass\nN = 1\n")), "import math\nN = 1");
    }
}
