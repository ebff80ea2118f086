//! The file as a whole: head, globals, functions, boundary.

use std::path::PathBuf;

use hotforge_analyzer::ir::*;
use hotforge_analyzer::types::{ArrayType, DType, SessionType, Type};
use insta::assert_snapshot;

use super::builder::*;
use crate::capture::value::CapturedValue;
use crate::codegen::{BlobContent, BlobPlace};

fn embed() -> (Build, Vec<(&'static str, Type, CapturedValue)>) {
    let strings = Type::list(Type::Str);
    let tasks = Type::Literal([Constant::Str("query".into()), Constant::Str("document".into())].into());
    let array = Type::Array(ArrayType::of_any_rank(DType::Float32));
    let ids = Type::Array(ArrayType::of_any_rank(DType::Int64));
    let session = Type::Session(SessionType { inputs: vec![], outputs: vec![], estimator: None }.into());
    let prefixes = Type::dict(Type::Str, Type::Str);

    let mut build = Build::predictor("embed", array.clone());
    let texts = build.parameter("texts", strings.clone());
    let task = build.parameter("task", tasks);
    let item = build.local("text", Type::Str);
    let prompts = build.local("prompts", strings.clone());
    let encoded = build.local("ids", ids.clone());
    let hidden = build.local("hidden", array.clone());

    let prefix = native(
        "dict::getitem",
        true,
        vec![
            NativeArgument::Reference(expr(ExprKind::Global(GlobalId(0)), prefixes.clone())),
            NativeArgument::Reference(build.read(task)),
        ],
        Type::Str,
    );
    let prompt = native(
        "str::add",
        false,
        vec![NativeArgument::Reference(prefix), NativeArgument::Reference(build.read(item))],
        Type::Str,
    );
    let comprehension = Comprehension {
        element: prompt,
        clauses: vec![Clause {
            target: item,
            iterator: expr(ExprKind::Iterate(Box::new(build.read(texts))), Type::iterator(Type::Str)),
            setup: vec![],
            conditions: vec![],
        }],
        stop: Stop::Raised,
    };
    let encode = native(
        "tokenizers::tokenizer::ids",
        true,
        vec![
            NativeArgument::Reference(expr(ExprKind::Global(GlobalId(1)), Type::instance("tokenizers.Tokenizer"))),
            NativeArgument::Reference(build.read(prompts)),
        ],
        ids,
    );
    let run = native(
        "onnxruntime::inference_session::run",
        true,
        vec![
            NativeArgument::Reference(expr(ExprKind::Global(GlobalId(2)), session.clone())),
            NativeArgument::Feed(vec![(text("input_ids"), build.read(encoded))]),
        ],
        array,
    );
    let result = build.read(hidden);
    let build = build.body(vec![
        stmt(
            12,
            StmtKind::Assign {
                target: prompts,
                value: expr(ExprKind::Comprehension(Box::new(comprehension)), strings),
            },
        ),
        stmt(13, StmtKind::Assign { target: encoded, value: encode }),
        stmt(14, StmtKind::Assign { target: hidden, value: run }),
        stmt(15, StmtKind::Return(result)),
    ]);
    let pair = |key: &str, value: &str| {
        let text = |text: &str| CapturedValue::Constant(Constant::Str(text.into()));
        (text(key), text(value))
    };
    let globals = vec![
        ("PREFIX", prefixes, CapturedValue::Dict(vec![pair("query", "Find: "), pair("document", "")])),
        (
            "tokenizer",
            Type::instance("tokenizers.Tokenizer"),
            CapturedValue::Loaded { class: "tokenizers.Tokenizer".into(), file: PathBuf::from("tokenizer.json") },
        ),
        ("session", session, CapturedValue::Session { file: PathBuf::from("model.onnx"), estimator: None }),
    ];
    (build, globals)
}

#[test]
fn an_embedding_predictor() {
    let (build, globals) = embed();
    assert_snapshot!(generated(vec![build], globals).unwrap().rust);
}

#[test]
fn the_files_it_needs() {
    let (build, globals) = embed();
    let blobs = generated(vec![build], globals).unwrap().blobs;
    let names: Vec<&str> = blobs.iter().map(|blob| blob.name.as_str()).collect();
    assert_eq!(names, ["tokenizer.json", "session.onnx", "manifest.json"]);
    assert_eq!(blobs[1].content, BlobContent::File(PathBuf::from("model.onnx")));
    assert!(blobs.iter().all(|blob| blob.place == BlobPlace::Source));
}

#[test]
fn lines_lead_back_to_python() {
    let (build, globals) = embed();
    let generated = generated(vec![build], globals).unwrap();
    let lines: Vec<&str> = generated.rust.lines().collect();
    for mapping in generated.line_map.iter().filter(|mapping| mapping.span.start > 0) {
        let comment = lines[mapping.rust_line as usize - 2].trim();
        assert_eq!(comment, format!("// embed.py:{}", mapping.span.start / 2 + 1));
    }
    assert!(!generated.rust.contains("python_line"));
}

#[test]
fn what_has_no_rust_is_refused() {
    let build = Build::function("f", Type::Int).body(vec![stmt(1, StmtKind::Return(Expr::invalid(at(1))))]);
    assert!(generated(vec![build], vec![]).is_err());
}
