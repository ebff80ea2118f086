//! Paths that module-level code computes in the usual ways, without running it: `Path(__file__).parent / "model.onnx"`.

use rustpython_ast as ast;

use super::{Project, Scope, Symbol, folder, join};
use crate::catalog::dotted;

/// How many names may stand behind one another.
const DEEPEST: usize = 16;

/// The path or text that an expression of a module gives, if it can be told.
pub fn path_of(project: &Project, scope: &Scope, node: &ast::Expr) -> Option<String> {
    Paths { project, scope }.path(node, 0)
}

struct Paths<'p, 'a> {
    project: &'p Project,
    scope: &'p Scope<'a>,
}

impl Paths<'_, '_> {
    fn path(&self, node: &ast::Expr, depth: usize) -> Option<String> {
        if depth > DEEPEST {
            return None;
        }
        let path = |node: &ast::Expr| self.path(node, depth + 1);
        match node {
            ast::Expr::StringLiteral(text) => Some(text.value.to_str().to_owned()),
            ast::Expr::Name(name) if name.id.as_str() == "__file__" => {
                Some(self.project.file(self.scope.file).path.clone())
            }
            ast::Expr::Name(name) => match self.scope.symbols.get(name.id.as_str())? {
                Symbol::Variable(variable) => path(variable.value?),
                _ => None,
            },
            ast::Expr::BinOp(operation) if operation.op == ast::Operator::Div => {
                Some(join(&path(&operation.left)?, &path(&operation.right)?))
            }
            ast::Expr::BinOp(operation) if operation.op == ast::Operator::Add => {
                Some(path(&operation.left)? + &path(&operation.right)?)
            }
            ast::Expr::Attribute(attribute) if attribute.attr.as_str() == "parent" => {
                Some(folder(&path(&attribute.value)?).to_owned())
            }
            ast::Expr::Subscript(subscript) => {
                let ast::Expr::Attribute(attribute) = &*subscript.value else { return None };
                let crate::ir::Constant::Int(levels) = crate::catalog::constant(&subscript.slice)? else { return None };
                if attribute.attr.as_str() != "parents" || !(0..64).contains(&levels) {
                    return None;
                }
                let start = path(&attribute.value)?;
                Some((0..=levels).fold(start, |path, _| folder(&path).to_owned()))
            }
            ast::Expr::Call(call) => self.call(call, depth),
            ast::Expr::FString(text) => text
                .value
                .elements()
                .map(|element| match element {
                    ast::InterpolatedStringElement::Literal(literal) => Some(literal.value.to_string()),
                    ast::InterpolatedStringElement::Interpolation(field) => path(&field.expression),
                })
                .collect(),
            _ => None,
        }
    }

    fn call(&self, call: &ast::ExprCall, depth: usize) -> Option<String> {
        let arguments = &call.arguments.args;
        let path = |node: &ast::Expr| self.path(node, depth + 1);
        if let ast::Expr::Attribute(method) = &*call.func
            && arguments.is_empty()
            && matches!(method.attr.as_str(), "resolve" | "absolute" | "as_posix" | "expanduser")
        {
            return path(&method.value);
        }
        let function = dotted(&call.func);
        match function.rsplit('.').next()? {
            "Path" | "PurePath" | "str" | "fspath" | "abspath" | "realpath" => path(arguments.first()?),
            "dirname" => Some(folder(&path(arguments.first()?)?).to_owned()),
            "join" | "joinpath" => {
                let base = match &*call.func {
                    ast::Expr::Attribute(method) if method.attr.as_str() == "joinpath" => path(&method.value)?,
                    _ => String::new(),
                };
                arguments.iter().try_fold(base, |base, part| Some(join(&base, &path(part)?)))
            }
            _ => None,
        }
    }
}
