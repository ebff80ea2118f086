//! Expressions.

use hotforge_analyzer::ir::*;
use hotforge_analyzer::types::Type;
use insta::assert_snapshot;

use super::builder::*;
use crate::capture::value::CapturedValue;

fn returns(mut build: Build, value: Expr) -> Build {
    build.function.returns = value.ty.clone();
    build.body(vec![stmt(1, StmtKind::Return(value))])
}

#[test]
fn constants_of_every_kind() {
    let values = vec![
        int(i64::MIN),
        int(-3),
        constant(Constant::Float(1e300)),
        constant(Constant::Float(-0.0)),
        constant(Constant::Float(f64::NAN)),
        constant(Constant::Float(f64::NEG_INFINITY)),
        text("line\nquote\" \u{0} 日本 \u{202e}"),
        constant(Constant::Bytes([0u8, 10, 255].as_slice().into())),
        constant(Constant::Tuple([Constant::Int(1)].into())),
        constant(Constant::Tuple([].into())),
    ];
    let ty = Type::tuple(values.iter().map(|value| value.ty.clone()));
    let f = returns(Build::function("constants", Type::None), expr(ExprKind::Tuple(values), ty));
    assert_snapshot!(rust(vec![f], vec![]));
}

#[test]
fn displays_and_f_strings() {
    let mut f = Build::function("describe", Type::Str);
    let n = f.parameter("n", Type::Int);
    let name = f.parameter("name", Type::Str);
    let list = expr(ExprKind::List(vec![int(1), int(2), f.read(n)]), Type::list(Type::Int));
    let parts = vec![
        FormatPart::Text("n = ".to_owned()),
        FormatPart::Value { value: f.read(n), conversion: None, spec: Some(text(">5")) },
        FormatPart::Value { value: f.read(name), conversion: Some(Conversion::Repr), spec: None },
        FormatPart::Value { value: list, conversion: None, spec: None },
    ];
    let f = returns(f, expr(ExprKind::Format(parts), Type::Str));
    assert_snapshot!(rust(vec![f], vec![]));
}

#[test]
fn a_generator_holds_what_it_reads() {
    let mut f = Build::function("longest", Type::Int);
    let texts = f.parameter("texts", Type::list(Type::Str));
    let prefix = f.parameter("prefix", Type::Str);
    let item = f.local("text", Type::Str);
    let starts = native(
        "str::startswith",
        false,
        vec![NativeArgument::Reference(f.read(item)), NativeArgument::Reference(f.read(prefix))],
        Type::Bool,
    );
    let length = native("str::len", false, vec![NativeArgument::Reference(f.read(item))], Type::Int);
    let generator = Comprehension {
        element: length,
        clauses: vec![Clause {
            target: item,
            iterator: expr(ExprKind::Iterate(Box::new(f.read(texts))), Type::iterator(Type::Str)),
            setup: vec![],
            conditions: vec![starts],
        }],
        stop: Stop::Error,
    };
    let generator = expr(ExprKind::Comprehension(Box::new(generator)), Type::iterator(Type::Int));
    let longest = native("builtins::max", true, vec![NativeArgument::Iterator(generator)], Type::Int);
    let f = returns(f, longest);
    assert_snapshot!(rust(vec![f], vec![]));
}

#[test]
fn nested_clauses_and_unpacking() {
    let pair = Type::tuple([Type::Str, Type::list(Type::Int)]);
    let mut f = Build::function("flat", Type::None);
    let rows = f.parameter("rows", Type::list(pair.clone()));
    let row = f.local("row", pair.clone());
    let key = f.local("key", Type::Str);
    let values = f.local("values", Type::list(Type::Int));
    let value = f.local("value", Type::Int);
    let member = |index, ty| expr(ExprKind::Member { tuple: Box::new(f.read(row)), index }, ty);
    let clauses = vec![
        Clause {
            target: row,
            iterator: expr(ExprKind::Iterate(Box::new(f.read(rows))), Type::iterator(pair.clone())),
            setup: vec![
                stmt(2, StmtKind::Assign { target: key, value: member(0, Type::Str) }),
                stmt(2, StmtKind::Assign { target: values, value: member(1, Type::list(Type::Int)) }),
            ],
            conditions: vec![],
        },
        Clause {
            target: value,
            iterator: expr(ExprKind::Iterate(Box::new(f.read(values))), Type::iterator(Type::Int)),
            setup: vec![],
            conditions: vec![expr(ExprKind::Not(Box::new(constant(Constant::Bool(false)))), Type::Bool)],
        },
    ];
    let element = expr(
        ExprKind::Tuple(vec![f.read(key), convert(f.read(value), Type::Float)]),
        Type::tuple([Type::Str, Type::Float]),
    );
    let comprehension = Comprehension { element, clauses, stop: Stop::Raised };
    let value = expr(ExprKind::Comprehension(Box::new(comprehension)), Type::dict(Type::Str, Type::Float));
    let f = returns(f, value);
    assert_snapshot!(rust(vec![f], vec![]));
}

#[test]
fn plain_globals_are_constants() {
    let mut f = Build::function("limits", Type::None);
    let x = f.parameter("x", Type::Float);
    let limit = expr(ExprKind::Global(GlobalId(0)), Type::Int);
    let names = expr(ExprKind::Global(GlobalId(1)), Type::list(Type::optional(Type::Int)));
    let value = expr(
        ExprKind::Tuple(vec![f.read(x), limit, names.clone()]),
        Type::tuple([Type::Float, Type::Int, names.ty.clone()]),
    );
    let f = returns(f, value);
    let items = vec![CapturedValue::Constant(Constant::Int(1)), CapturedValue::Constant(Constant::None)];
    let globals = vec![
        ("limit", Type::Int, CapturedValue::Constant(Constant::Int(5))),
        ("sizes", names.ty, CapturedValue::List(items)),
    ];
    assert_snapshot!(rust(vec![f], globals));
}
