//! Runs a predictor of a bundle from the command line: values in and out as JSON.

mod arguments;
mod npy;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use hotforge::{Library, Raised, Value, json};

use crate::error::{Error, Result};

/// An array of more elements is summarised.
const SHOWN: usize = 64;

/// What to run.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// The bundle: its folder, or the library itself.
    pub bundle: PathBuf,
    /// The predictor, where the library has several.
    pub predictor: Option<String>,
    /// Whether large arrays are shown whole.
    pub full: bool,
    /// Whether the time is wanted.
    pub time: bool,
    /// What follows the bundle on the command line: `--texts '["hello"]' --task query`.
    pub rest: Vec<String>,
}

/// Loads the bundle and calls the predictor once. `show` is given the result; of a stream each item as it comes, up to the
/// first for which it says that no more are wanted. Gives how long it all took, where that is wanted.
///
/// # Errors
/// Where it is no bundle, an argument makes no sense, or the predictor raises.
pub fn run(request: &Request, mut show: impl FnMut(serde_json::Value) -> bool) -> Result<Option<Duration>> {
    let library = Library::load(&request.bundle).map_err(unusable)?;
    let mut options = request.clone();
    let described = arguments::choose(library.manifest(), &mut options)?;
    let predictor = library.predictor(&described.name).map_err(unusable)?;
    let arguments = arguments::read(described, &mut options)?;
    let shown = if options.full { usize::MAX } else { SHOWN };
    let started = Instant::now();
    let value = predictor.call(arguments).map_err(raised)?;
    let mut time = started.elapsed();
    if let Value::Stream(stream) = value {
        for item in stream {
            if !show(json::describe(&item.map_err(raised)?, shown)) {
                break;
            }
        }
        time = started.elapsed();
    } else {
        show(json::describe(&value, shown));
    }
    Ok(options.time.then_some(time))
}

fn unusable(error: hotforge::Error) -> Error {
    match error {
        hotforge::Error::NotABundle { path, reason } => Error::NotABundle { path, reason },
        hotforge::Error::Raised(exception) => raised(exception),
        other @ hotforge::Error::NoPredictor { .. } => Error::internal(other.to_string(), ""),
    }
}

fn raised(exception: Raised) -> Error {
    Error::PredictorRaised { traceback: exception.describe() }
}
