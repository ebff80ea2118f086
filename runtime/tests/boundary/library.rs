//! A compiled library, written by hand: predictors that try the boundary from both sides.

use hotforge_runtime as rt;
use rt::abi::{Arguments, Choice, Library, Parameter, ParameterKind, Predictor, ToValue, Value};
use rt::exception::{Fallible, value_error};
use rt::numpy::{Array, Scalar};
use rt::{At, Frame, List, Str};

static LIBRARY: Library = Library {
    manifest: include_str!("manifest.json"),
    predictors: &[ADD, ECHO, GREET, HALF, NEGATE, COUNT, SPELL, FAIL, PANIC],
};

rt::export_library!(LIBRARY);

const fn parameter(name: &'static str, ty: &'static str) -> Parameter {
    Parameter { name, kind: ParameterKind::PositionalOrKeyword, has_default: false, ty, choices: &[] }
}

/// `def add(a: int, b: int = 1) -> int`
const ADD: Predictor = Predictor {
    name: "add",
    function: "add",
    parameters: &[parameter("a", "int"), Parameter { has_default: true, ..parameter("b", "int") }],
    is_brief: false,
    call: |arguments| {
        let (a, b) = (arguments.get::<i64>(0)?, arguments.get_or::<i64>(1, || 1)?);
        let sum = a.checked_add(b);
        sum.map(ToValue::to_value).ok_or_else(|| rt::exception::overflow_error("int too large"))
    },
};

/// Gives back what it gets.
const ECHO: Predictor = Predictor {
    name: "echo",
    function: "echo",
    parameters: &[parameter("value", "object")],
    is_brief: false,
    call: |arguments| arguments.get::<Value>(0),
};

/// `def greet(*, tone: Literal["warm", "cold"] = "warm") -> Literal["warm", "cold"]`
const GREET: Predictor = Predictor {
    name: "greet",
    function: "greet",
    parameters: &[Parameter {
        kind: ParameterKind::KeywordOnly,
        has_default: true,
        choices: &[Choice::Str("warm"), Choice::Str("cold")],
        ..parameter("tone", "Literal['warm', 'cold']")
    }],
    is_brief: false,
    call: |arguments| Ok(arguments.get_or(0, || Str::literal("warm"))?.to_value()),
};

/// `def half(x: np.float32) -> np.float32`
const HALF: Predictor = Predictor {
    name: "half",
    function: "half",
    parameters: &[parameter("x", "float32")],
    is_brief: false,
    call: |arguments| Ok(Scalar(arguments.get::<Scalar<f32>>(0)?.0 / 2.0).to_value()),
};

/// `def negate(array: np.ndarray[float32]) -> np.ndarray[float32]`
const NEGATE: Predictor = Predictor {
    name: "negate",
    function: "negate",
    parameters: &[parameter("array", "ndarray[float32]")],
    is_brief: false,
    call: |arguments| Ok(arguments.get::<Array<f32>>(0)?.map(|element| -element).to_value()),
};

/// `def count(texts: list[str]) -> dict[str, int]`: the length of each text.
const COUNT: Predictor = Predictor {
    name: "count",
    function: "count",
    parameters: &[parameter("texts", "list[str]")],
    is_brief: false,
    call: |arguments| {
        let texts = arguments.get::<List<Str>>(0)?.to_vec();
        let pairs = texts.into_iter().map(|text| (text.clone(), text.length() as i64)).collect();
        Ok(rt::dict::from_pairs(pairs).to_value())
    },
};

/// `def spell(text: str) -> Iterator[str]`: each letter; raises at the first digit.
const SPELL: Predictor = Predictor {
    name: "spell",
    function: "spell",
    parameters: &[parameter("text", "str")],
    is_brief: false,
    call: |arguments| {
        let text = arguments.get::<Str>(0)?;
        let letters = rt::generator::new(move |output| async move {
            for letter in text.as_str().chars() {
                if letter.is_ascii_digit() {
                    return Err(value_error("a digit"));
                }
                output.give(Str::from(letter.to_string())).await;
            }
            Ok(())
        });
        Ok(letters.to_value())
    },
};

/// Raises, two calls deep.
const FAIL: Predictor = Predictor {
    name: "fail",
    function: "fail",
    parameters: &[parameter("message", "object")],
    is_brief: false,
    call: |arguments| {
        const HERE: Frame = Frame { file: "predictor.py", function: "fail" };
        fail(&arguments).at(HERE, 7)
    },
};

fn fail(arguments: &Arguments<'_>) -> Fallible<Value> {
    const HERE: Frame = Frame { file: "helper.py", function: "inner" };
    let Value::Str(message) = arguments.get::<Value>(0)? else { return Ok(Value::Null) };
    Err(value_error(message.as_str())).at(HERE, 3)
}

/// Has a bug.
const PANIC: Predictor =
    Predictor { name: "panic", function: "panic", parameters: &[], is_brief: false, call: |_| panic!("on purpose") };
