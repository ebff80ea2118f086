//! Values of module globals as far as the source states them, where the module cannot be run.
//!
//! What is a literal, or arithmetic on literals, has the value that running the module gives. Of anything else there may be a
//! *stand-in*: some value of the type. It shows what generated code looks like and must never be calculated with.

use std::path::PathBuf;
use std::sync::Arc;

use hotforge_analyzer::ir::{Constant, Global};
use hotforge_analyzer::source::FileId;
use hotforge_analyzer::types::{ArrayType, DType, Dim, RecordKind, RecordType, Type};
use hotforge_analyzer::{Analysis, Span, catalog, scope};
use rustpython_ast as ast;

use super::value::{CapturedClass, CapturedValue, loaded_extension};

/// How many names may stand for one another, and how deep displays may be nested.
const DEEPEST: usize = 32;

/// What is known of a global without running its module.
#[derive(Debug, Clone, PartialEq)]
pub enum Stated {
    /// The value that running the module gives.
    Value(CapturedValue),
    /// Some value of its type.
    StandIn(CapturedValue),
}

impl Stated {
    /// The value, whichever it is.
    pub fn into_value(self) -> CapturedValue {
        match self {
            Self::Value(value) | Self::StandIn(value) => value,
        }
    }
}

/// What the source states of a global; `None` where it states nothing and the type has no stand-in.
pub fn stated(analysis: &Analysis, global: &Global) -> Option<Stated> {
    if global.made_by.is_some() {
        // Compiled code makes it: the value is not looked at.
        return Some(Stated::Value(CapturedValue::Constant(Constant::None)));
    }
    match named(analysis, global.file, &global.name, 0) {
        Some(value) => Some(Stated::Value(value)),
        None => stand_in(analysis, &global.ty, global.span).map(Stated::StandIn),
    }
}

/// The value of a module-level name, where one plain assignment binds it and no other statement can change it.
fn named(analysis: &Analysis, file: FileId, name: &str, depth: usize) -> Option<CapturedValue> {
    let body = &analysis.syntax.get(file.0 as usize)?.body;
    let mut bindings = body.iter().filter_map(|statement| bound_by(statement, name));
    let expression = bindings.next()?;
    let others = || body.iter().filter(|statement| bound_by(statement, name).is_none());
    if bindings.next().is_some() || !others().all(|statement| leaves_bound(statement, name)) {
        return None;
    }
    let value = value(analysis, file, expression, depth)?;
    // A container may be changed by whoever reads it.
    let is_fixed = matches!(value, CapturedValue::Constant(_))
        || others().all(|statement| statement.is_function_def_stmt() || !reads(statement, name));
    is_fixed.then_some(value)
}

/// What a plain assignment binds the name to.
fn bound_by<'a>(statement: &'a ast::Stmt, name: &str) -> Option<&'a ast::Expr> {
    let is_it = |target: &ast::Expr| matches!(target, ast::Expr::Name(target) if target.id.as_str() == name);
    match statement {
        ast::Stmt::Assign(assign) => match &assign.targets[..] {
            [target] if is_it(target) => Some(&assign.value),
            _ => None,
        },
        ast::Stmt::AnnAssign(assign) if is_it(&assign.target) => assign.value.as_deref(),
        _ => None,
    }
}

/// Whether a statement of a module cannot bind the name, nor have anybody bind it.
fn leaves_bound(statement: &ast::Stmt, name: &str) -> bool {
    match statement {
        // What it does it does when it is called.
        ast::Stmt::FunctionDef(function) => function.name.as_str() != name,
        // A docstring says nothing; a call may do anything.
        ast::Stmt::Expr(expression) => expression.value.is_string_literal_expr(),
        _ => !binds(statement, name),
    }
}

fn reads(statement: &ast::Stmt, name: &str) -> bool {
    scope::loaded_names([statement], &[]).contains(name)
}

fn binds(statement: &ast::Stmt, name: &str) -> bool {
    scope::assigned_names(std::slice::from_ref(statement)).contains(name)
}

fn value(analysis: &Analysis, file: FileId, node: &ast::Expr, depth: usize) -> Option<CapturedValue> {
    if depth > DEEPEST {
        return None;
    }
    let inner = |node: &ast::Expr| value(analysis, file, node, depth + 1);
    let all = |nodes: &[ast::Expr]| nodes.iter().map(inner).collect::<Option<Vec<_>>>();
    match node {
        ast::Expr::Name(name) => named(analysis, file, name.id.as_str(), depth + 1),
        ast::Expr::List(list) => all(&list.elts).map(CapturedValue::List),
        ast::Expr::Tuple(tuple) => all(&tuple.elts).map(CapturedValue::Tuple),
        ast::Expr::Dict(dict) => dict
            .items
            .iter()
            .map(|item| Some((inner(item.key.as_ref()?)?, inner(&item.value)?)))
            .collect::<Option<Vec<_>>>()
            .filter(|pairs| pairs.iter().enumerate().all(|(at, (key, _))| pairs[..at].iter().all(|one| one.0 != *key)))
            .map(CapturedValue::Dict),
        ast::Expr::BinOp(operation) => {
            let (CapturedValue::Constant(left), CapturedValue::Constant(right)) =
                (inner(&operation.left)?, inner(&operation.right)?)
            else {
                return None;
            };
            arithmetic(operation.op, &left, &right).map(CapturedValue::Constant)
        }
        ast::Expr::EllipsisLiteral(_) => None,
        ast::Expr::NoneLiteral(_)
        | ast::Expr::BooleanLiteral(_)
        | ast::Expr::StringLiteral(_)
        | ast::Expr::BytesLiteral(_)
        | ast::Expr::NumberLiteral(_)
        | ast::Expr::UnaryOp(_) => catalog::constant(node).map(CapturedValue::Constant),
        _ => None,
    }
}

fn arithmetic(operator: ast::Operator, left: &Constant, right: &Constant) -> Option<Constant> {
    use ast::Operator::{Add, Mult, Pow, Sub};
    Some(match (operator, left, right) {
        (Add, Constant::Int(a), Constant::Int(b)) => Constant::Int(a.checked_add(*b)?),
        (Sub, Constant::Int(a), Constant::Int(b)) => Constant::Int(a.checked_sub(*b)?),
        (Mult, Constant::Int(a), Constant::Int(b)) => Constant::Int(a.checked_mul(*b)?),
        (Pow, Constant::Int(a), Constant::Int(b)) => Constant::Int(a.checked_pow(u32::try_from(*b).ok()?)?),
        (Add, Constant::Float(a), Constant::Float(b)) => Constant::Float(a + b),
        (Sub, Constant::Float(a), Constant::Float(b)) => Constant::Float(a - b),
        (Mult, Constant::Float(a), Constant::Float(b)) => Constant::Float(a * b),
        (Add, Constant::Str(a), Constant::Str(b)) => Constant::Str(format!("{a}{b}").into()),
        _ => return None,
    })
}

/// Some value of a type.
fn stand_in(analysis: &Analysis, ty: &Type, span: Span) -> Option<CapturedValue> {
    let constant = |constant| Some(CapturedValue::Constant(constant));
    match ty {
        Type::None => constant(Constant::None),
        Type::Bool => constant(Constant::Bool(false)),
        Type::Int => constant(Constant::Int(0)),
        Type::Float => constant(Constant::Float(0.0)),
        Type::Str => constant(Constant::Str("".into())),
        Type::Bytes => constant(Constant::Bytes(Arc::default())),
        Type::Literal(choices) => constant(choices.first()?.clone()),
        Type::List(_) => Some(CapturedValue::List(Vec::new())),
        Type::Set(_) => Some(CapturedValue::Set(Vec::new())),
        Type::FrozenSet(_) => Some(CapturedValue::FrozenSet(Vec::new())),
        Type::Dict(..) => Some(CapturedValue::Dict(Vec::new())),
        Type::Sequence(_) => Some(CapturedValue::Tuple(Vec::new())),
        Type::Tuple(members) => {
            let members = members.iter().map(|member| stand_in(analysis, member, span));
            members.collect::<Option<_>>().map(CapturedValue::Tuple)
        }
        Type::Union(members) => members.iter().find_map(|member| stand_in(analysis, member, span)),
        Type::Scalar(dtype) => Some(zeros(*dtype, Vec::new())),
        Type::DType(dtype) => Some(CapturedValue::DType(*dtype)),
        Type::Array(ArrayType { dtype, dims }) => {
            let length = |dim: &Dim| if let Dim::Known(length) = dim { usize::try_from(*length).ok() } else { Some(1) };
            let shape: Vec<usize> = dims.as_deref()?.iter().map(length).collect::<Option<_>>()?;
            // The elements are not in the text; a huge array needs none.
            let elements = shape.iter().try_fold(1_usize, |all, length| all.checked_mul(*length))?;
            (elements <= 1 << 24).then(|| zeros(*dtype, shape))
        }
        Type::Image(mode) => {
            let mode = mode.map_or("RGB", |mode| mode.name()).to_owned();
            Some(CapturedValue::Image { mode, width: 1, height: 1, pixels: vec![0; 4].into(), palette: None })
        }
        Type::Pattern(_) => Some(CapturedValue::Pattern { text: "".into(), flags: 0 }),
        Type::Session(session) => {
            Some(CapturedValue::Session { file: PathBuf::from("model.onnx"), estimator: session.estimator.clone() })
        }
        Type::Instance(class) if loaded_extension(class).is_some() => {
            Some(CapturedValue::Loaded { class: class.clone(), file: "loaded".into() })
        }
        Type::Record(record) => first_member(analysis, record, span),
        _ => None,
    }
}

/// The first member of an enum.
fn first_member(analysis: &Analysis, record: &Arc<RecordType>, span: Span) -> Option<CapturedValue> {
    if !matches!(record.kind, RecordKind::Enum(_)) {
        return None;
    }
    let class = analysis.program.classes.iter().find(|class| class.name == record.name)?;
    let member = class.members.first()?.name.clone();
    let file = PathBuf::from(&analysis.file(span.file).path);
    let name = hotforge_analyzer::types::short(&record.name).to_owned();
    Some(CapturedValue::Enum { class: CapturedClass { file, name }, member })
}

fn zeros(dtype: DType, shape: Vec<usize>) -> CapturedValue {
    let size = match dtype {
        DType::Bool | DType::Int8 | DType::UInt8 => 1,
        DType::Int16 | DType::UInt16 | DType::Float16 => 2,
        DType::Int32 | DType::UInt32 | DType::Float32 => 4,
        DType::Int64 | DType::UInt64 | DType::Float64 | DType::Complex64 => 8,
        DType::Complex128 => 16,
    };
    let data = vec![0; size * shape.iter().product::<usize>()].into();
    CapturedValue::Array { dtype, shape, data }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PREDICTOR: &str = "
from hotforge import compile

@compile()
def f() -> int:
    return G
";

    fn of(module: &str, ty: Type) -> Option<Stated> {
        let text = format!("{PREDICTOR}{module}");
        let files = OneFile(text.into_bytes().into());
        let analysis = hotforge_analyzer::analyze("m.py", &files, &Default::default());
        let span = Span { file: FileId(0), start: 0, end: 0 };
        stated(&analysis, &Global { file: FileId(0), name: "G".into(), ty, span, made_by: None })
    }

    struct OneFile(Arc<[u8]>);

    impl hotforge_analyzer::Files for OneFile {
        fn read(&self, path: &str) -> Option<Arc<[u8]>> {
            (path == "m.py").then(|| self.0.clone())
        }
    }

    fn int(value: i64) -> CapturedValue {
        CapturedValue::Constant(Constant::Int(value))
    }

    #[test]
    fn literals_and_arithmetic_on_them_are_stated() {
        assert_eq!(of("G = 2 ** 10 + 1\n", Type::Int), Some(Stated::Value(int(1025))));
        assert_eq!(
            of("A = 3\nG = [A, -1]\n", Type::Int),
            Some(Stated::Value(CapturedValue::List(vec![int(3), int(-1)])))
        );
        assert_eq!(of("G: int = 7\n", Type::Int), Some(Stated::Value(int(7))));
    }

    #[test]
    fn what_running_the_module_may_change_is_not() {
        for module in [
            "G = int('7')\n",
            "G = 1\nG = 2\n",
            "G = 1\nG += 1\n",
            "G = 9 ** 99\n",
            "G = [1]\nG.append(2)\n",
            "G = {1: 2}\nG[2] = 3\n",
            "G = {1: 2, 1: 3}\n",
            "G = 1\nfor G in range(3): pass\n",
            "G = 1\nprint(globals().update(G=2))\n",
        ] {
            assert_eq!(of(module, Type::Int), Some(Stated::StandIn(int(0))), "{module}");
        }
    }
}
