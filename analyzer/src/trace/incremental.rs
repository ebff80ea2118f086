//! Analyses of one file, one after the other, as it is edited.
//!
//! Files that did not change are not parsed again, and units whose statements did not change are not traced again: what
//! they gave is moved to where they stand now. What comes out is what [`crate::analyze`] makes of the same text, but for
//! the code of functions, which nobody reads while a program is edited.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use super::relocate::{Assembled, Kept, Places};
use super::session::Models;
use super::unit::{Unit, units};
use super::{Output, Sources, finish, trace_unit, with_sources};
use crate::analysis::{Analysis, CapturedTypes};
use crate::diagnostics::Code;
use crate::scope::{Fingerprint, Parsed, Project};
use crate::source::{FileId, Files};
use crate::syntax;

/// What is kept between the analyses of one file.
///
/// Files that are no Python, models, are taken to stay as they are; where one changes, start anew.
#[derive(Debug, Default)]
pub struct Incremental {
    parsed: Parsed,
    /// Path and module of each file: with others, nothing kept holds.
    modules: Vec<(String, String)>,
    captured: CapturedTypes,
    models: Models,
    /// The units of the last analysis.
    last: Units,
    /// The units of the last analysis of a text without errors: a bracket that is open for a moment hides much.
    sound: Units,
}

/// Units by the statements that they may look at.
type Units = HashMap<Key, Arc<Traced>>;

type Key = Vec<(FileId, Fingerprint)>;

/// What a unit gave.
#[derive(Debug)]
struct Traced {
    kept: Kept,
    /// The names of the modules then, where it depends on them: to say which one was meant.
    names: Option<u64>,
}

impl Incremental {
    /// Analyses the file at `path` as [`crate::analyze`] does, without the code of functions. `None` where the result is
    /// stale before it is whole.
    pub fn analyze(
        &mut self,
        path: &str,
        files: &dyn Files,
        captured: &CapturedTypes,
        is_stale: &dyn Fn() -> bool,
    ) -> Option<Analysis> {
        let project = Project::load_again(path, files, &self.parsed);
        self.parsed = Parsed::of(&project);
        let modules = project.files().iter().map(|file| (file.path.clone(), file.module.clone())).collect();
        if modules != self.modules || *captured != self.captured {
            (self.last, self.sound) = Default::default();
            (self.modules, self.captured) = (modules, captured.clone());
        }
        let models = std::mem::take(&mut self.models);
        let traced = with_sources(&project, files, captured, &models, is_stale, |sources| self.trace(sources));
        self.models = models;
        let (output, units) = traced?;
        if project.ids().all(|id| project.syntax(id).errors.is_empty()) {
            self.sound = units.clone();
        }
        self.last = units;
        Some(finish(project, output))
    }

    fn trace(&self, sources: Sources) -> Option<(Output, Units)> {
        let names = names_of(sources);
        let mut assembled = Assembled::default();
        let mut traced = Units::new();
        for unit in units(sources) {
            let (key, places) = describe(sources, &unit);
            let holds = |known: &&Arc<Traced>| known.names.is_none_or(|then| then == names);
            let known = self.last.get(&key).or_else(|| self.sound.get(&key)).filter(holds).cloned();
            let known = match known {
                Some(known) => known,
                None => {
                    let mut kept = Kept::of(trace_unit(sources, &unit.roots, Output::default())?);
                    if !kept.is_within(&places) {
                        // Something is told of a place that the unit has nothing to do with: it holds for now only.
                        assembled.add(&kept, &Places::files(sources.scopes.len()));
                        continue;
                    }
                    let kept = kept.inward(&places);
                    let asks = kept.diagnostics().iter().any(|diagnostic| diagnostic.code == Code::UnknownName);
                    Arc::new(Traced { kept, names: asks.then_some(names) })
                }
            };
            assembled.add(&known.kept, &places);
            traced.insert(key, known);
        }
        Some((assembled.finish(), traced))
    }
}

/// What a unit is known by, and where its statements stand.
fn describe(sources: Sources, unit: &Unit) -> (Key, Places) {
    let statements = unit.statements.iter().map(|(file, index)| {
        let statement = &sources.project.statements(*file)[*index];
        ((*file, statement.fingerprint), syntax::span(*file, statement.range))
    });
    let (key, places) = statements.unzip();
    (key, Places(places))
}

/// The names of all modules, by a hash.
fn names_of(sources: Sources) -> u64 {
    let mut hasher = DefaultHasher::new();
    sources.scopes.iter().for_each(|scope| scope.symbols.keys().for_each(|name| name.hash(&mut hasher)));
    hasher.finish()
}
