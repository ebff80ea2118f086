//! Requests and answers as JSON.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use hotforge_analyzer::analysis::CapturedTypes;
use hotforge_analyzer::diagnostics::Severity;
use hotforge_analyzer::{Analysis, Files, analyze};
use hotforge_runtime as rt;
use rt::Raised;
use rt::object::{Iter, Object};
use serde::Deserialize;
use serde_json::{Map, Value as Json, json};

use crate::cell::Cell;
use crate::globals;
use crate::machine;
use crate::run::Program;
use crate::value;

/// How many items of an iterator are shown: some have no end.
const MOST_ITEMS: usize = 100;

/// What to run.
#[derive(Debug, Clone, Deserialize)]
pub struct Request {
    /// The text of each file.
    pub files: BTreeMap<String, String>,
    /// The one with the predictor.
    pub file: String,
    /// Its name, where there are several.
    #[serde(default)]
    pub predictor: Option<String>,
    /// A value for each parameter, by its name.
    #[serde(default)]
    pub arguments: Map<String, Json>,
    /// How many steps it may take.
    #[serde(default = "most_steps")]
    pub steps: u64,
    /// How many bytes it may have at once.
    #[serde(default)]
    pub memory: Option<usize>,
    /// Whether the value is wanted so that nothing of it is lost.
    #[serde(default)]
    pub exact: bool,
}

fn most_steps() -> u64 {
    u64::MAX
}

/// The files of a request.
struct Texts<'r>(&'r BTreeMap<String, String>);

impl Files for Texts<'_> {
    fn read(&self, path: &str) -> Option<Arc<[u8]>> {
        self.0.get(path).map(|text| text.as_bytes().into())
    }
}

/// A program that was prepared for a request, with the files that it was prepared from.
struct Ready {
    files: BTreeMap<String, String>,
    file: String,
    analysis: Rc<Analysis>,
    program: Rc<Program>,
}

thread_local! {
    /// The last program: the next call is often of the same.
    static LAST: RefCell<Option<Ready>> = const { RefCell::new(None) };
}

/// Runs a predictor. The request and the answer are described in `README.md`.
pub fn run(request: &str) -> String {
    let answer = match serde_json::from_str::<Request>(request) {
        Ok(request) => answer(&request),
        Err(error) => refusal(format!("the request is no request: {error}")),
    };
    answer.to_string()
}

/// What comes of a request.
pub fn answer(request: &Request) -> Json {
    crate::stack::begin();
    crate::memory::limit(request.memory);
    let (analysis, program) = match prepared(request) {
        Ok(ready) => ready,
        Err(message) => return refusal(message),
    };
    let predictors = &analysis.program.predictors;
    let found = match &request.predictor {
        Some(name) => predictors.iter().find(|predictor| predictor.name == *name),
        None => predictors.first(),
    };
    let Some(predictor) = found else { return refusal("there is no predictor of that name".to_owned()) };
    if let Some(name) = globals::unknown_read(&analysis, predictor) {
        return refusal(format!("the global `{name}` is not evaluated here"));
    }
    let ((result, printed), steps, output) = machine::with_program(&program, request.steps, || {
        let mut arguments = Vec::new();
        for parameter in &predictor.parameters {
            let given = match (request.arguments.get(&parameter.name), &parameter.default) {
                (Some(json), _) => value::read(json, &parameter.ty, &program),
                (None, Some(default)) => crate::prepare::default(default, &parameter.ty, &program),
                (None, None) => Err("it is missing".to_owned()),
            };
            match given {
                Ok(value) => arguments.push(value),
                Err(why) => return (Err(machine::refused(format!("the argument `{}`: {why}", parameter.name))), None),
            }
        }
        let result = program.call(predictor.function, arguments);
        let shown = match &result {
            Ok(value) => Some(shown(value, request.exact)),
            Err(_) => None,
        };
        (result, shown)
    });
    let mut answer = match (result, printed) {
        (Err(raised), _) | (_, Some(Err(raised))) => failure(&raised),
        (Ok(_), Some(Ok(shown))) => json!({ "ok": shown }),
        (Ok(_), None) => refusal("nothing came of it".to_owned()),
    };
    answer["output"] = json!(output);
    answer["steps"] = json!(steps);
    answer
}

/// A value: its `repr`, and as JSON.
fn shown(result: &Cell, exact: bool) -> Result<Json, Raised> {
    if let Cell::Iterator(iterator) = result {
        return streamed(iterator.clone(), exact);
    }
    let mut text = String::new();
    result.repr(&mut text);
    machine::settle()?;
    let mut shown = json!({ "text": text, "value": value::write(result)? });
    if exact {
        shown["exact"] = value::write_exact(result)?;
    }
    Ok(shown)
}

/// The first items of an iterator, and how it ended.
fn streamed(mut iterator: rt::Boxed<Cell>, exact: bool) -> Result<Json, Raised> {
    let (mut texts, mut values, mut exacts) = (Vec::new(), Vec::new(), Vec::new());
    let mut end = Json::Null;
    while values.len() < MOST_ITEMS {
        match iterator.next() {
            Ok(Some(item)) => {
                let mut text = String::new();
                item.repr(&mut text);
                texts.push(text);
                values.push(value::write(&item)?);
                if exact {
                    exacts.push(value::write_exact(&item)?);
                }
            }
            Ok(None) => break,
            Err(raised) if machine::is_internal(&raised) => return Err(raised),
            Err(raised) => {
                end = exception(&raised);
                break;
            }
        }
    }
    let mut shown = json!({ "text": format!("[{}]", texts.join(", ")), "value": values, "stream": { "end": end } });
    if exact {
        shown["exact"] = json!({ "stream": exacts, "end": end });
    }
    Ok(shown)
}

fn failure(raised: &Raised) -> Json {
    if machine::is_refused(raised) {
        return refusal(format!("{} is not evaluated here", raised.message));
    }
    if machine::is_internal(raised) {
        return refusal(raised.message.clone());
    }
    json!({ "error": exception(raised) })
}

fn refusal(message: String) -> Json {
    json!({ "refused": { "message": message }, "output": "" })
}

/// An exception: its class, its message, and where it came from, the outermost call first.
fn exception(raised: &Raised) -> Json {
    let frames = raised.traceback.iter().rev();
    let frames = frames.map(|(frame, line)| json!({ "file": frame.file, "function": frame.function, "line": line }));
    let frames: Vec<Json> = frames.collect();
    let mut causes = Vec::new();
    let mut cause = rt::exception::cause(raised);
    while let Some(raised) = cause {
        causes.push(json!({ "type": raised.short_name(), "message": raised.message }));
        cause = rt::exception::cause(&raised);
    }
    json!({
        "type": raised.short_name(),
        "message": raised.message,
        "causes": causes,
        "line": raised.traceback.first().map(|(_, line)| line),
        "traceback": frames,
    })
}

/// The program of a request: the last one, where nothing has changed.
fn prepared(request: &Request) -> Result<(Rc<Analysis>, Rc<Program>), String> {
    let known = LAST.with_borrow(|last| {
        let last = last.as_ref().filter(|last| last.file == request.file && last.files == request.files)?;
        Some((last.analysis.clone(), last.program.clone()))
    });
    if let Some(known) = known {
        return Ok(known);
    }
    let analysis = analyze(&request.file, &Texts(&request.files), &CapturedTypes::default());
    let analysis = globals::with_makers(analysis, &request.file, &request.files);
    if analysis.has_errors() {
        let first = analysis.diagnostics.iter().find(|diagnostic| diagnostic.severity == Severity::Error);
        let first = first.map_or(String::new(), |first| format!("{}: {}", first.code, first.message));
        return Err(format!("the program has errors. {first}"));
    }
    let program = Rc::new(globals::program(&analysis));
    let analysis = Rc::new(analysis);
    let ready = Ready {
        files: request.files.clone(),
        file: request.file.clone(),
        analysis: analysis.clone(),
        program: program.clone(),
    };
    LAST.set(Some(ready));
    Ok((analysis, program))
}

/// Analyses files, for whoever has them elsewhere.
pub(crate) fn analysis_of(file: &str, files: &BTreeMap<String, String>, types: &CapturedTypes) -> Analysis {
    analyze(file, &Texts(files), types)
}
