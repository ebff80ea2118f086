//! Calls predictors of a library that is compiled here.

use std::path::Path;
use std::sync::LazyLock;

use hotforge::{Array, Library, Record, Stream, Value};
use hotforge_compiler::build::Purpose;
use hotforge_compiler::codegen::Models;
use hotforge_compiler::compile::{Choices, Outcome, compile};

static LIBRARY: LazyLock<Library> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap().keep();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/clients/predictors.py");
    let choices = Choices {
        output: folder,
        python: None,
        onnxruntime: None,
        models: Models::Embedded,
        flags: Vec::new(),
        purpose: Purpose::Running,
    };
    let Outcome::Done(compiled) = compile(&source, &choices, &()).unwrap() else {
        panic!("the predictors are refused")
    };
    Library::load(compiled.bundle).unwrap()
});

fn call<const N: usize>(predictor: &str, arguments: [(&str, Value); N]) -> Result<Value, hotforge::Raised> {
    LIBRARY.predictor(predictor).unwrap().call(arguments)
}

#[test]
fn values_of_every_kind_come_back() {
    let point = Record { class: "Point".into(), fields: vec![("x".into(), 1.5.into()), ("y".into(), (-0.0).into())] };
    let table = Value::Dict(vec![("a".into(), vec![1_i64, 2].into()), ("".into(), Value::List(vec![]))]);
    let given = [
        ("flag", true.into()),
        ("number", i64::MIN.into()),
        ("real", f64::INFINITY.into()),
        ("text", "naïve \0 🦀".into()),
        ("data", Value::Bytes(vec![0, 255])),
        ("point", point.into()),
        ("table", table),
        ("either", "text".into()),
    ];
    let expected = given.iter().map(|(_, value)| value.clone()).collect();
    assert_eq!(call("everything", given).unwrap(), Value::Tuple(expected));
}

#[test]
fn arrays_are_not_copied() {
    let numbers = vec![1.0, 2.0, 3.0, 4.0_f64];
    let array = Array::from_vec(&[2, 2], numbers).unwrap();
    let doubled: Array = call("double", [("values", array.clone().into())]).unwrap().try_into().unwrap();
    assert_eq!((doubled.as_slice::<f64>(), doubled.shape()), (Some(&[2.0, 4.0, 6.0, 8.0][..]), &[2, 2][..]));
    // A result is an argument as it stands.
    let again: Array = call("double", [("values", doubled.into())]).unwrap().try_into().unwrap();
    assert_eq!(again.to_vec::<f64>().unwrap(), [4.0, 8.0, 12.0, 16.0]);
    assert_eq!(array.to_vec::<f64>().unwrap(), [1.0, 2.0, 3.0, 4.0]);
}

#[test]
fn a_predictor_writes_only_where_nobody_else_looks() {
    let array = || Array::from_vec(&[2], vec![1.0, 2.0_f64]).unwrap();
    assert_eq!(call("fill", [("values", array().into()), ("with_", 5.0.into())]).unwrap(), Value::Float(7.0));
    let shared = array();
    let raised = call("fill", [("values", shared.clone().into()), ("with_", 5.0.into())]).unwrap_err();
    assert_eq!(raised.to_string(), "ValueError: assignment destination is read-only");
    assert_eq!(shared.to_vec::<f64>().unwrap(), [1.0, 2.0]);
}

#[test]
fn exceptions_have_class_message_and_line() {
    let raised = call("divide", [("a", 1.into()), ("b", 0.into())]).unwrap_err();
    assert_eq!((raised.class.as_str(), raised.message.as_str()), ("ZeroDivisionError", "division by zero"));
    let frame = raised.traceback.last().unwrap();
    assert!(frame.file.ends_with("predictors.py") && frame.function == "divide" && frame.line > 1, "{frame:?}");
    let raised = call("divide", [("a", "1".into()), ("b", 0.into())]).unwrap_err();
    assert_eq!(raised.to_string(), "TypeError: divide() argument 'a' must be int, not str");
    let raised = call("divide", [("a", 1.into()), ("c\0", 0.into())]).unwrap_err();
    assert_eq!(raised.class, "TypeError");
    let error = LIBRARY.predictor("devide").unwrap_err();
    assert!(error.to_string().starts_with("the library has no predictor \"devide\"; it has echo"), "{error}");
}

#[test]
fn a_stream_gives_its_items_and_then_what_it_raises() {
    let said = |text: &str| {
        let message = Value::Dict(vec![("role".into(), "user".into()), ("content".into(), text.into())]);
        Stream::try_from(call("echo", [("messages", vec![message].into())]).unwrap()).unwrap()
    };
    let items: Vec<_> = said("one two").collect::<Result<_, _>>().unwrap();
    assert_eq!(items, [Value::from("one"), " two".into()]);
    let mut fails = said("one fail");
    assert!(fails.next().unwrap().is_ok());
    assert_eq!(fails.next().unwrap().unwrap_err().message, "asked to fail");
    assert!(fails.next().is_none());
    let closed = said("one two");
    closed.close().unwrap();
    assert_eq!(closed.next_item(), Ok(None));
}

#[test]
fn threads_call_at_the_same_time() {
    std::thread::scope(|scope| {
        for thread in 0..8 {
            scope.spawn(move || {
                for round in 1..200_i64 {
                    let result = call("divide", [("a", (thread * round).into()), ("b", round.into())]).unwrap();
                    assert_eq!(result, Value::Float(thread as f64));
                }
            });
        }
    });
}

#[test]
fn what_is_no_bundle_says_why() {
    for (path, reason) in [("/nonexistent", "there is no such folder"), ("/", "it has no manifest.json")] {
        assert!(Library::load(path).unwrap_err().to_string().contains(reason));
    }
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
    assert!(Library::load(source).unwrap_err().to_string().contains("is not a compiled predictor"));
}
