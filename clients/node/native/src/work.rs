//! Work on a thread of Node's pool.

use hotforge::Raised;
use napi::bindgen_prelude::AsyncTask;
use napi::{Env, JsUnknown, Result, Task};
use serde_json::{json, Value as Json};

use crate::envelope;

/// What work gives, or an error as JSON.
pub type Outcome<T> = std::result::Result<T, Failure>;

/// An error: its class, its message, and the lines of the Python source.
#[derive(Debug)]
pub struct Failure(pub Json);

impl std::fmt::Display for Failure {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(out)
    }
}

/// An error of that class.
pub fn failure(class: &str, message: String) -> Failure {
    Failure(json!({ "type": class, "message": message, "traceback": [] }))
}

impl From<Raised> for Failure {
    fn from(raised: Raised) -> Self {
        let frame =
            |frame: &hotforge::Frame| json!({ "file": frame.file, "line": frame.line, "function": frame.function });
        Self(json!({
            "type": raised.class,
            "message": raised.message,
            "traceback": raised.traceback.iter().map(frame).collect::<Vec<_>>(),
        }))
    }
}

type Run<T> = Box<dyn FnOnce() -> Outcome<T> + Send>;
type Finish<T> = fn(Env, T) -> Result<JsUnknown>;

/// Something to do, and how its result becomes a value of JavaScript.
pub struct Work<T: Send + 'static> {
    run: Option<Run<T>>,
    finish: Finish<T>,
}

impl<T: Send + 'static> Work<T> {
    /// A task that `run`s on another thread, and `finish`es on JavaScript's.
    pub fn task(run: impl FnOnce() -> Outcome<T> + Send + 'static, finish: Finish<T>) -> AsyncTask<Self> {
        AsyncTask::new(Self { run: Some(Box::new(run)), finish })
    }
}

impl<T: Send + 'static> Task for Work<T> {
    type Output = Outcome<T>;
    type JsValue = JsUnknown;

    fn compute(&mut self) -> Result<Self::Output> {
        let run = self.run.take().ok_or_else(|| napi::Error::from_reason("a task runs once"))?;
        Ok(run())
    }

    fn resolve(&mut self, env: Env, output: Self::Output) -> Result<JsUnknown> {
        let outcome = match output {
            Ok(output) => Ok((self.finish)(env, output)?),
            Err(failure) => Err(failure),
        };
        envelope(&env, outcome)
    }
}
