//! Runs a predictor of a bundle from the command line: values in and out as JSON.

mod arguments;
mod array;
mod native;
mod result;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::error::{Error, OnPath, Result};
use native::Library;

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
pub fn run(request: &Request, mut show: impl FnMut(Value) -> bool) -> Result<Option<Duration>> {
    let library = Library::open(&find_library(&request.bundle)?)?;
    let manifest = library.manifest(&request.bundle)?;
    let mut options = request.clone();
    let predictor = arguments::choose(&manifest, &mut options)?;
    let arguments = arguments::read(predictor, &mut options)?;
    let name = predictor["name"].as_str().unwrap_or_default();
    let values = arguments
        .iter()
        .map(|argument| Ok((argument.name.as_str(), library.make(&argument.value)?)))
        .collect::<Result<Vec<_>>>()?;
    let started = Instant::now();
    let value = library.call(name, &values)?;
    let mut time = started.elapsed();
    if value.is_stream() {
        while let Some(item) = value.next()?
            && show(result::describe(&library, item.as_part(), options.full))
        {}
        time = started.elapsed();
    } else {
        show(result::describe(&library, value.as_part(), options.full));
    }
    Ok(options.time.then_some(time))
}

/// The library file that a bundle's manifest names.
fn find_library(bundle: &Path) -> Result<PathBuf> {
    let no_bundle = |reason: &str| Error::NotABundle { path: bundle.into(), reason: reason.into() };
    if bundle.is_file() {
        return Ok(bundle.to_owned());
    }
    if !bundle.is_dir() {
        return Err(no_bundle("there is no such folder"));
    }
    let path = bundle.join("manifest.json");
    if !path.is_file() {
        return Err(no_bundle(&match bundles_in(bundle).as_slice() {
            [] => "it has no manifest.json".to_owned(),
            names => format!("it holds the bundles {}: name one of them", names.join(", ")),
        }));
    }
    let text = std::fs::read_to_string(&path).reading(&path)?;
    let manifest: Value =
        serde_json::from_str(&text).map_err(|error| no_bundle(&format!("manifest.json is not JSON: {error}")))?;
    let library = manifest["library"].as_str().ok_or_else(|| no_bundle("manifest.json names no library"))?;
    // Where it lies does not depend on the folder that this program was started in.
    std::path::absolute(bundle.join(library)).reading(bundle)
}

fn bundles_in(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let bundles = entries.filter(|entry| entry.path().join("manifest.json").is_file());
    let mut names: Vec<_> = bundles.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
