//! What a project says of itself: `[tool.hotforge]` in its `pyproject.toml`.
//!
//! The settings of a file are those of the nearest `pyproject.toml` above it that has such a table. They go before those of
//! the editor, which holds for all projects. `docs/settings.md` describes the keys.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use globset::{Glob, GlobSet, GlobSetBuilder};
use serde::Deserialize;

use crate::configuration::Configuration;
use crate::files::Disk;

/// The name of the file.
pub const FILE: &str = "pyproject.toml";

/// The settings of one project.
#[derive(Debug, Clone, Default)]
pub struct Project {
    /// The folder that the file stands in.
    folder: PathBuf,
    settings: Settings,
    excluded: GlobSet,
}

/// What is wrong with a project's settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The path of the file.
    pub path: String,
    /// Its text.
    pub text: Arc<str>,
    /// The bytes that are meant.
    pub range: Range<usize>,
    /// What is wrong.
    pub message: String,
}

/// The table `[tool.hotforge]`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
struct Settings {
    python: Option<String>,
    onnxruntime: Option<String>,
    output: Option<String>,
    exclude: Vec<String>,
    inlay_hints: Hints,
}

/// The table `[tool.hotforge.inlay-hints]`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
struct Hints {
    enabled: Option<bool>,
    variables: Option<bool>,
    loop_targets: Option<bool>,
    lambda_parameters: Option<bool>,
    parameters: Option<bool>,
    return_types: Option<bool>,
    shapes: Option<bool>,
}

/// A whole `pyproject.toml`: everything else in it is for others.
#[derive(Deserialize)]
struct Whole {
    #[serde(default)]
    tool: Tools,
}

#[derive(Default, Deserialize)]
struct Tools {
    hotforge: Option<toml::Spanned<toml::Value>>,
}

impl Project {
    /// The project that a file belongs to. Where its settings cannot be read, there are none, and a fault.
    pub fn of(path: &str, disk: &Disk) -> (Option<Self>, Option<Fault>) {
        for folder in Path::new(path).ancestors().skip(1) {
            let file = folder.join(FILE).to_string_lossy().replace('\\', "/");
            let Some(bytes) = disk.read(&file) else { continue };
            let text: Arc<str> = String::from_utf8_lossy(&bytes).into();
            match read(folder, &text) {
                Ok(None) => {}
                Ok(Some(project)) => return (Some(project), None),
                Err((range, message)) => return (None, Some(Fault { path: file, text, range, message })),
            }
        }
        (None, None)
    }

    /// Whether the project leaves a file out.
    pub fn excludes(&self, path: &str) -> bool {
        let Ok(relative) = Path::new(path).strip_prefix(&self.folder) else { return false };
        // A folder that is left out takes with it all that is below.
        relative.ancestors().any(|part| !part.as_os_str().is_empty() && self.excluded.is_match(part))
    }

    /// The editor's settings with the project's before them.
    pub fn over(&self, editor: &Configuration) -> Configuration {
        let mut all = editor.clone();
        let beside = |path: &String| self.folder.join(path).to_string_lossy().into_owned();
        for (own, theirs) in [
            (&self.settings.python, &mut all.python),
            (&self.settings.onnxruntime, &mut all.onnxruntime),
            (&self.settings.output, &mut all.output),
        ] {
            if let Some(path) = own {
                *theirs = Some(beside(path));
            }
        }
        let (own, theirs) = (&self.settings.inlay_hints, &mut all.inlay_hints);
        for (own, theirs) in [
            (own.enabled, &mut theirs.enabled),
            (own.variables, &mut theirs.variables),
            (own.loop_targets, &mut theirs.loop_targets),
            (own.lambda_parameters, &mut theirs.lambda_parameters),
            (own.parameters, &mut theirs.parameters),
            (own.return_types, &mut theirs.return_types),
            (own.shapes, &mut theirs.shapes),
        ] {
            *theirs = own.unwrap_or(*theirs);
        }
        all
    }
}

fn read(folder: &Path, text: &str) -> Result<Option<Project>, (Range<usize>, String)> {
    let fault = |error: toml::de::Error| (error.span().unwrap_or(0..0), error.message().to_owned());
    let whole: Whole = toml::from_str(text).map_err(fault)?;
    let Some(table) = whole.tool.hotforge else { return Ok(None) };
    let place = table.span();
    let settings: Settings =
        table.into_inner().try_into().map_err(|error| (place.clone(), error.message().to_owned()))?;
    let mut excluded = GlobSetBuilder::new();
    for pattern in &settings.exclude {
        excluded.add(Glob::new(pattern.trim_end_matches('/')).map_err(|error| (place.clone(), error.to_string()))?);
    }
    let excluded = excluded.build().map_err(|error| (place, error.to_string()))?;
    Ok(Some(Project { folder: folder.to_owned(), settings, excluded }))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "\
[project]
name = \"x\"
[tool.hotforge]
python = \".venv/bin/python\"
exclude = [\"old/\", \"**/test_*.py\"]
[tool.hotforge.inlay-hints]
shapes = false
";

    fn project() -> Project {
        read(Path::new("/p"), TEXT).expect("it is sound").expect("there is a table")
    }

    #[test]
    fn what_the_project_says_goes_before_what_the_editor_says() {
        let editor = Configuration { python: Some("/usr/bin/python".into()), ..Default::default() };
        let all = project().over(&editor);
        assert_eq!(all.python.as_deref(), Some("/p/.venv/bin/python"));
        assert!(!all.inlay_hints.shapes && all.inlay_hints.variables);
    }

    #[test]
    fn folders_and_patterns_are_left_out() {
        let project = project();
        assert!(project.excludes("/p/old/a.py") && project.excludes("/p/src/test_a.py"));
        assert!(!project.excludes("/p/older/a.py") && !project.excludes("/q/old/a.py"));
    }

    #[test]
    fn other_tools_are_none_of_its_business_and_faults_have_a_place() {
        assert!(read(Path::new("/p"), "[tool.ruff]\nx = 1\n").expect("it is sound").is_none());
        let (range, message) = read(Path::new("/p"), "[tool.hotforge]\npyton = \"x\"\n").expect_err("a wrong key");
        assert!(message.contains("pyton") && range.end > range.start, "{message} {range:?}");
        assert!(read(Path::new("/p"), "[tool.hotforge\n").is_err());
    }
}
