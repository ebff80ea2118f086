//! Statements: declarations, loops and how functions end.

use hotforge_analyzer::ir::*;
use hotforge_analyzer::types::Type;
use insta::assert_snapshot;

use super::builder::*;

fn add(left: Expr, right: Expr) -> Expr {
    native("int::add", true, vec![NativeArgument::Value(left), NativeArgument::Value(right)], Type::Int)
}

fn less(left: Expr, right: Expr) -> Expr {
    native("object::less", false, vec![NativeArgument::Reference(left), NativeArgument::Reference(right)], Type::Bool)
}

fn iterate(value: Expr) -> Expr {
    expr(ExprKind::Iterate(Box::new(value)), Type::iterator(Type::Int))
}

#[test]
fn a_sum_of_numbers() {
    let mut f = Build::function("total", Type::Int);
    let numbers = f.parameter("numbers", Type::list(Type::Int));
    let total = f.local("total", Type::Int);
    let number = f.local("number", Type::Int);
    let step = add(f.read(total), f.read(number));
    let (items, result) = (iterate(f.read(numbers)), f.read(total));
    let f = f.body(vec![
        stmt(2, StmtKind::Assign { target: total, value: int(0) }),
        stmt(
            3,
            StmtKind::For {
                target: number,
                iterator: items,
                body: vec![stmt(4, StmtKind::Assign { target: total, value: step })],
                orelse: vec![],
            },
        ),
        stmt(5, StmtKind::Return(result)),
    ]);
    assert_snapshot!(rust(vec![f], vec![]));
}

#[test]
fn a_search_with_else_in_an_outer_loop() {
    let mut f = Build::function("primes", Type::Int);
    let numbers = f.parameter("numbers", Type::list(Type::Int));
    let n = f.local("n", Type::Int);
    let d = f.local("d", Type::Int);
    let last = f.local("last", Type::Int);
    let found = StmtKind::If { test: less(f.read(d), int(3)), then: vec![stmt(6, StmtKind::Break)], orelse: vec![] };
    let inner = StmtKind::For {
        target: d,
        iterator: iterate(f.read(numbers)),
        body: vec![stmt(5, found)],
        orelse: vec![stmt(8, StmtKind::Assign { target: last, value: f.read(n) }), stmt(9, StmtKind::Continue)],
    };
    let (items, result) = (iterate(f.read(numbers)), f.read(last));
    let f = f.body(vec![
        stmt(2, StmtKind::Assign { target: last, value: int(0) }),
        stmt(3, StmtKind::For { target: n, iterator: items, body: vec![stmt(4, inner)], orelse: vec![] }),
        stmt(10, StmtKind::Return(result)),
    ]);
    assert_snapshot!(rust(vec![f], vec![]));
}

#[test]
fn branches_that_end_the_function() {
    let mut f = Build::function("clip", Type::Str);
    let n = f.parameter("n", Type::Int);
    let label = f.local("label", Type::Str);
    let raise = expr(ExprKind::Exception(vec![text("too small")]), exception("builtins.ValueError"));
    let branch = StmtKind::If {
        test: less(f.read(n), int(i64::MIN)),
        then: vec![stmt(3, StmtKind::Raise(raise))],
        orelse: vec![stmt(
            4,
            StmtKind::If {
                test: less(f.read(n), int(-1)),
                then: vec![stmt(5, StmtKind::Assign { target: label, value: text("low") })],
                orelse: vec![stmt(7, StmtKind::Assign { target: label, value: text("\u{202e}high\n\"") })],
            },
        )],
    };
    let result = f.read(label);
    let f = f.body(vec![stmt(2, branch), stmt(8, StmtKind::Return(result))]);
    assert_snapshot!(rust(vec![f], vec![]));
}

#[test]
fn a_loop_without_end_and_a_variable_that_outlives_its_loop() {
    let mut f = Build::function("r#loop", Type::Int);
    let r#type = f.parameter("type", Type::Int);
    let last = f.local("last", Type::Int);
    let (test, next, result) = (less(int(10), f.read(last)), add(f.read(r#type), int(1)), f.read(last));
    let f = f.body(vec![stmt(
        2,
        StmtKind::While {
            test: constant(Constant::Bool(true)),
            body: vec![
                stmt(3, StmtKind::Assign { target: last, value: next }),
                stmt(4, StmtKind::If { test, then: vec![stmt(5, StmtKind::Return(result))], orelse: vec![] }),
            ],
            orelse: vec![],
        },
    )]);
    assert_snapshot!(rust(vec![f], vec![]));
}
