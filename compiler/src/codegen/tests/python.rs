//! From Python to Rust: how whole functions read.

use std::sync::Arc;

use hotforge_analyzer::analysis::CapturedTypes;
use hotforge_analyzer::{Files, analyze};
use insta::assert_snapshot;

use crate::codegen::{Options, generate};

/// A file of that text, by any name.
struct Text(&'static str);

impl Files for Text {
    fn read(&self, path: &str) -> Option<Arc<[u8]>> {
        (path == "example.py").then(|| self.0.as_bytes().into())
    }
}

/// The functions that a module of predictors becomes.
fn generate_from(python: &'static str) -> String {
    let analysis = analyze("example.py", &Text(python), &CapturedTypes::default());
    assert!(!analysis.has_errors(), "{:#?}", analysis.diagnostics);
    let rust = generate(&analysis, &[], &Options::default()).unwrap().rust;
    let (functions, _) = rust.split_once("static LIBRARY").unwrap();
    functions.split_once("as rt;\n").unwrap().1.to_owned()
}

#[test]
fn a_loop_with_else() {
    assert_snapshot!(generate_from(
        "from hotforge import compile

@compile()
def first_divisor(n: int) -> int:
    for candidate in range(2, n):
        if n % candidate == 0:
            break
    else:
        return n
    return candidate
"
    ));
}

#[test]
fn unpacking_in_a_loop() {
    assert_snapshot!(generate_from(
        "from hotforge import compile

@compile()
def weighted(values: list[float]) -> float:
    total = 0.0
    for place, value in enumerate(values):
        total += place * value
    return total
"
    ));
}

#[test]
fn narrowing_an_optional() {
    assert_snapshot!(generate_from(
        "from hotforge import compile

@compile()
def doubled(value: int | None = None) -> int | None:
    if value is not None:
        return value * 2
    return None
"
    ));
}

#[test]
fn a_helper_is_called_by_its_name() {
    assert_snapshot!(generate_from(
        "from hotforge import compile

def square(x):
    return x * x

@compile()
def squares(n: int, x: float) -> tuple[int, float]:
    return square(n), square(x)
"
    ));
}

#[test]
fn texts_in_a_list() {
    assert_snapshot!(generate_from(
        "from hotforge import compile

@compile()
def shown(n: int) -> list[str]:
    return [f\"{n}\", f\"{n:>5}|\"]
"
    ));
}

#[test]
fn a_chain_of_functions_on_arrays() {
    assert_snapshot!(generate_from(
        "import numpy as np
from hotforge import compile

Vector = np.ndarray[tuple[int], np.dtype[np.float64]]

@compile()
def blended(a: Vector, b: Vector, share: float) -> Vector:
    return (
        (a
         - b)
        * share
        + np.maximum(
            a, np.sqrt(b
                       - 1.0)))
"
    ));
}

#[test]
fn a_chain_ends_where_an_operand_may_change_an_array() {
    assert_snapshot!(generate_from(
        "import numpy as np
from hotforge import compile

Vector = np.ndarray[tuple[int], np.dtype[np.float64]]

def doubled(a: Vector) -> Vector:
    a *= 2.0
    return a

@compile()
def mixed(a: Vector, b: Vector) -> Vector:
    return (a + 1.0) * b - doubled(a)
"
    ));
}

#[test]
fn chains_that_are_stored() {
    assert_snapshot!(generate_from(
        "import numpy as np
from hotforge import compile

Vector = np.ndarray[tuple[int], np.dtype[np.float64]]

@compile()
def change(a: Vector, b: Vector) -> None:
    a[1:] = 2.0 * (b[:-1] + b[1:])
    a += b * b
"
    ));
}

#[test]
fn chains_across_statements() {
    assert_snapshot!(generate_from(
        "import numpy as np
from hotforge import compile

Vector = np.ndarray[tuple[int], np.dtype[np.float64]]

@compile()
def distance(a: Vector, b: Vector) -> float:
    shifted = a - b
    squares = shifted * shifted
    scaled = squares / 2.0
    return float(np.sum(scaled + 1.0))
"
    ));
}

#[test]
fn indices_that_are_known_to_be_within() {
    assert_snapshot!(generate_from(
        "import numpy as np
from hotforge import compile

@compile()
def smoothed(image: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    height, width = image.shape
    result = np.zeros((height, width))
    for y in range(height):
        left = y * 0
        for x in range(1, width - 1):
            result[y, x] = image[y, x - 1] + image[(y + 1) % height, x] + image[y, left]
            if x > 4:
                result[y, x - 4] = 0.0
    return result
"
    ));
}

#[test]
fn a_recursive_function_is_told_its_depth() {
    assert_snapshot!(generate_from(
        "from hotforge import compile

@compile()
def leaves(depth: int) -> int:
    if depth == 0:
        return 1
    return leaves(depth - 1) + sum(leaves(depth - 1) for _ in range(2))
"
    ));
}

#[test]
fn counting_takes_no_branch() {
    assert_snapshot!(generate_from(
        "from hotforge import compile

@compile()
def above(items: list[int], limit: int) -> int:
    count = 0
    for item in items:
        if item > limit:
            count += 1
    return count
"
    ));
}
