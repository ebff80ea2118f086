//! Unions: their enums, narrowing and dispatch.

use hotforge_analyzer::ir::*;
use hotforge_analyzer::types::{Type, union};
use insta::assert_snapshot;

use super::builder::*;

#[test]
fn a_union_of_two_is_an_enum() {
    let either = union([Type::Int, Type::Str]);
    let mut f = Build::predictor("text", Type::Str);
    let value = f.parameter("value", either.clone());
    let number = f.local("number", Type::Int);
    let word = f.local("word", Type::Str);
    let of = |local, f: &Build| {
        expr(
            ExprKind::Format(vec![FormatPart::Value { value: f.read(local), conversion: None, spec: None }]),
            Type::Str,
        )
    };
    let dispatch = ExprKind::Dispatch {
        subject: Box::new(f.read(value)),
        arms: vec![(number, of(number, &f)), (word, f.read(word))],
    };
    let f = f.body(vec![stmt(2, StmtKind::Return(expr(dispatch, Type::Str)))]);
    assert_snapshot!(rust(vec![f], vec![]));
}

#[test]
fn an_optional_is_an_option() {
    let mut f = Build::function("or_zero", Type::Float);
    let value = f.parameter("value", Type::optional(Type::Int));
    let is_none = expr(ExprKind::IsMember { subject: Box::new(f.read(value)), members: vec![Type::None] }, Type::Bool);
    let narrowed = convert(convert(f.read(value), Type::Int), Type::Float);
    let zero = convert(int(0), Type::Float);
    let f = f.body(vec![
        stmt(2, StmtKind::If { test: is_none, then: vec![stmt(3, StmtKind::Return(zero))], orelse: vec![] }),
        stmt(4, StmtKind::Return(narrowed)),
    ]);
    assert_snapshot!(rust(vec![f], vec![]));
}

#[test]
fn a_name_that_may_be_unbound() {
    let bound = union([Type::Float, Type::Int, Type::Unbound]);
    let mut f = Build::function("maybe", Type::None);
    let flag = f.parameter("flag", Type::Bool);
    let x = f.local("x", bound.clone());
    let unbound = expr(ExprKind::Constant(Constant::None), Type::Unbound);
    let f_flag = f.read(flag);
    let f = f.body(vec![
        stmt(2, StmtKind::Assign { target: x, value: convert(unbound, bound.clone()) }),
        stmt(
            3,
            StmtKind::If {
                test: f_flag,
                then: vec![stmt(4, StmtKind::Assign { target: x, value: convert(int(1), bound) })],
                orelse: vec![],
            },
        ),
    ]);
    assert_snapshot!(rust(vec![f], vec![]));
}
