//! The state of the server: documents, settings, and the analyses made of them.
//!
//! One thread owns it and applies what the client tells, in order ([`crate::owner`]). Requests see a [`Snapshot`]: the
//! state as it was when the request came, which nothing changes any more.

use std::collections::{BTreeSet, HashMap};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use hotforge_analyzer::analysis::CapturedTypes;
use hotforge_analyzer::source::FileId;
use hotforge_analyzer::{Analysis, Code, Diagnostic, Incremental, Span, Type, ide};
use tower_lsp::ls_types::{Location, Position, Range, Uri};

use crate::configuration::Configuration;
use crate::document::{Document, path_of, uri_of};
use crate::files::{Disk, Overlay};
use crate::lines::{Encoding, Lines};
use crate::notebook::Notebook;
use crate::project::{Fault, Project};

/// What the client can do, as far as the server asks.
#[derive(Debug, Clone, Copy, Default)]
pub struct Client {
    /// How it counts columns.
    pub encoding: Encoding,
    /// Whether it asks for diagnostics itself.
    pub pulls_diagnostics: bool,
    /// Whether it watches files for the server.
    pub watches_files: bool,
    /// Whether it asks again for diagnostics when told to.
    pub refreshes_diagnostics: bool,
    /// Whether it asks again for inlay hints when told to.
    pub refreshes_hints: bool,
    /// Whether it asks again for code lenses when told to.
    pub refreshes_lenses: bool,
    /// Whether it shows the progress of work that the server begins.
    pub shows_progress: bool,
}

/// All that the server knows.
#[derive(Debug, Clone, Default)]
pub struct State {
    /// What the client can do.
    pub client: Client,
    /// The settings.
    pub configuration: Configuration,
    /// The roots of the workspace.
    pub folders: Vec<PathBuf>,
    documents: HashMap<String, Arc<Document>>,
    notebooks: HashMap<String, Arc<Notebook>>,
    captured: HashMap<String, Arc<Captured>>,
    analyses: Analyses,
    sound: Sound,
    memories: Memories,
    disk: Arc<Disk>,
}

/// The analyses of one generation of the state, each made when it is first asked for.
type Analyses = Arc<Mutex<HashMap<String, Arc<Mutex<Option<Arc<Analysed>>>>>>>;

/// What is kept of the last analysis of each open file for the next, with captured types and without.
type Memories = Arc<Mutex<HashMap<(String, bool), Arc<Mutex<Incremental>>>>>;

/// The last analysis of each open file whose text was sound Python.
type Sound = Arc<Mutex<HashMap<String, Arc<Analysed>>>>;

/// The types of globals that a run of the module has shown.
#[derive(Debug)]
struct Captured {
    globals: Vec<(String, String, Type)>,
    /// How many bytes each value took.
    sizes: Vec<u64>,
    /// The module's own code at that time: other code may make other values.
    module_code: String,
}

/// An analysis with what it was made of.
#[derive(Debug)]
pub struct Analysed {
    /// The analysis; the file that was asked for is the first.
    pub analysis: Analysis,
    /// The paths that it read or looked for.
    reads: BTreeSet<String>,
    lines: Vec<OnceLock<Lines>>,
}

impl Analysed {
    /// Whether the text is Python, so that nothing of it is missing in the analysis.
    pub fn is_sound(&self) -> bool {
        let is_broken = |diagnostic: &Diagnostic| diagnostic.code == Code::Syntax && diagnostic.span.file == FileId(0);
        !self.analysis.diagnostics.iter().any(is_broken)
    }

    /// The lines of a file.
    pub fn lines(&self, file: FileId) -> &Lines {
        self.lines[file.0 as usize].get_or_init(|| Lines::of(self.analysis.file(file).text.clone()))
    }
}

/// The state as it was when a request came.
#[derive(Debug, Clone)]
pub struct Snapshot(Arc<State>);

/// A place in a file that a request is about.
pub struct Place {
    /// The analysis of the file.
    pub analysed: Arc<Analysed>,
    /// The place in it.
    pub position: ide::Position,
}

impl State {
    /// The state as it is now.
    pub fn snapshot(self: &Arc<Self>) -> Snapshot {
        Snapshot(self.clone())
    }

    /// Opens or changes a document.
    pub fn set_document(&mut self, document: Document) {
        let path = path_of(&document.uri);
        self.documents.insert(path.clone(), Arc::new(document));
        self.changed(&path);
    }

    /// The open document of an address.
    pub fn document(&self, uri: &Uri) -> Option<&Arc<Document>> {
        self.documents.get(&path_of(uri))
    }

    /// Closes a document: the disk counts again.
    pub fn close(&mut self, uri: &Uri) {
        let path = path_of(uri);
        self.documents.remove(&path);
        self.sound.lock().unwrap_or_else(PoisonError::into_inner).remove(&path);
        self.captured.remove(&path);
        self.forget(&path);
        self.changed(&path);
    }

    /// Opens or changes a notebook.
    pub fn set_notebook(&mut self, notebook: Notebook) {
        let path = path_of(&notebook.uri);
        self.notebooks.insert(path.clone(), Arc::new(notebook));
        self.changed(&path);
    }

    /// The open notebook of an address.
    pub fn notebook(&self, uri: &Uri) -> Option<&Arc<Notebook>> {
        self.notebooks.get(&path_of(uri))
    }

    /// Closes a notebook.
    pub fn close_notebook(&mut self, uri: &Uri) {
        let path = path_of(uri);
        self.notebooks.remove(&path);
        self.forget(&path);
        self.changed(&path);
    }

    /// Forgets what was kept of a file for its next analysis.
    fn forget(&self, path: &str) {
        let mut memories = self.memories.lock().unwrap_or_else(PoisonError::into_inner);
        memories.retain(|(other, _), _| other != path);
    }

    /// Files of the disk are others now.
    pub fn disk_changed(&mut self, paths: &[String]) {
        if paths.iter().any(|path| !path.ends_with(".py")) {
            // Of models and the like it is not known which part of an analysis depends on them.
            self.memories = Memories::default();
        }
        paths.iter().for_each(|path| self.changed(path));
    }

    /// Keeps what a run of a module has shown of its globals.
    pub fn set_captured(&mut self, path: &str, analysis: &Analysis, sizes: Vec<u64>) {
        let globals = analysis.program.globals.iter();
        let globals =
            globals.map(|global| (analysis.file(global.file).path.clone(), global.name.clone(), global.ty.clone()));
        let captured = Captured { globals: globals.collect(), sizes, module_code: ide::module_code(analysis) };
        self.captured.insert(path.to_owned(), Arc::new(captured));
        self.changed(path);
    }

    /// Forgets the analyses that a change of a file makes stale.
    pub fn changed(&mut self, path: &str) {
        let analyses = self.analyses.lock().unwrap_or_else(PoisonError::into_inner);
        // One that is being made is of a state that is over; whoever waits for it has it.
        let is_fresh = |cell: &Mutex<Option<Arc<Analysed>>>| {
            let made = cell.try_lock().ok();
            made.is_some_and(|made| made.as_ref().is_some_and(|analysed| !analysed.reads.contains(path)))
        };
        let fresh = analyses.iter().filter(|(_, cell)| is_fresh(cell)).map(|(path, cell)| (path.clone(), cell.clone()));
        let fresh = fresh.collect();
        drop(analyses);
        self.analyses = Arc::new(Mutex::new(fresh));
    }
}

impl Snapshot {
    /// The state.
    pub fn state(&self) -> &State {
        &self.0
    }

    /// The settings of the file at a path: those of its project before those of the editor.
    pub fn configuration(&self, path: &str) -> Configuration {
        let editor = &self.0.configuration;
        self.project(path).0.map_or_else(|| editor.clone(), |project| project.over(editor))
    }

    /// What the project of the file at a path says of itself, and what is wrong with that.
    pub fn project(&self, path: &str) -> (Option<Project>, Option<Fault>) {
        Project::of(path, &self.0.disk)
    }

    /// How the client counts columns.
    pub fn encoding(&self) -> Encoding {
        self.0.client.encoding
    }

    /// The paths of open documents and notebooks.
    pub fn open_paths(&self) -> impl Iterator<Item = &str> {
        let documents = self.0.documents.keys().filter(|path| !is_data(path));
        documents.chain(self.0.notebooks.keys()).map(String::as_str)
    }

    /// The open document at a path.
    pub fn document_at(&self, path: &str) -> Option<&Arc<Document>> {
        self.0.documents.get(path)
    }

    /// The open notebook at a path.
    pub fn notebook_at(&self, path: &str) -> Option<&Arc<Notebook>> {
        self.0.notebooks.get(path)
    }

    /// The notebook that has a cell of this address, and the path of its module.
    pub fn notebook_of(&self, uri: &Uri) -> Option<(&str, &Arc<Notebook>)> {
        self.0
            .notebooks
            .iter()
            .find(|(_, notebook)| notebook.cell(uri).is_some())
            .map(|(path, book)| (path.as_str(), book))
    }

    fn text(&self, path: &str) -> Option<Arc<str>> {
        let document = || self.0.documents.get(path).map(|document| document.text().clone());
        let notebook = || self.0.notebooks.get(path).map(|notebook| notebook.module.text().clone());
        document().or_else(notebook)
    }

    /// The analysis of the file at a path, made once for each state of what it reads.
    pub fn analysed(&self, path: &str) -> Arc<Analysed> {
        self.analysed_unless(path, &|| false).expect("it is never stale")
    }

    /// The same; `None` where it is stale before it is made.
    pub fn analysed_unless(&self, path: &str, is_stale: &dyn Fn() -> bool) -> Option<Arc<Analysed>> {
        let cell = {
            let mut analyses = self.0.analyses.lock().unwrap_or_else(PoisonError::into_inner);
            analyses.entry(path.to_owned()).or_default().clone()
        };
        let mut made = cell.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(analysed) = &*made {
            return Some(analysed.clone());
        }
        let analysed = Arc::new(self.analyse(path, is_stale)?);
        if analysed.is_sound() && self.0.documents.contains_key(path) {
            let mut sound = self.0.sound.lock().unwrap_or_else(PoisonError::into_inner);
            sound.insert(path.to_owned(), analysed.clone());
        }
        *made = Some(analysed.clone());
        Some(analysed)
    }

    /// The last analysis of an open file whose text was sound Python.
    pub fn last_sound(&self, path: &str) -> Option<Arc<Analysed>> {
        self.0.sound.lock().unwrap_or_else(PoisonError::into_inner).get(path).cloned()
    }

    /// How many bytes a captured global took in the last run of the module that an analysis is of, or does in its file.
    pub fn size_of(&self, analysed: &Analysed, captured: &ide::CapturedGlobal) -> Option<u64> {
        let module = &analysed.analysis.file(captured.global.file).path;
        let ran = self.0.captured.get(&analysed.analysis.files[0].path).and_then(|ran| {
            let is_it = |(path, name, _): &(String, String, Type)| path == module && *name == captured.global.name;
            let at = ran.globals.iter().position(is_it)?;
            let still = ide::module_code(&analysed.analysis) == ran.module_code;
            ran.sizes.get(at).copied().filter(|_| still)
        });
        ran.or_else(|| match &captured.size {
            ide::Size::File(path) => Some(std::fs::metadata(path).ok()?.len()),
            _ => None,
        })
    }

    fn analyse(&self, path: &str, is_stale: &dyn Fn() -> bool) -> Option<Analysed> {
        if let Some(captured) = self.0.captured.get(path) {
            let mut types = CapturedTypes::default();
            for (file, name, ty) in &captured.globals {
                types.insert(file.clone(), name.clone(), ty.clone());
            }
            let analysed = self.analyse_with(path, &types, is_stale)?;
            if ide::module_code(&analysed.analysis) == captured.module_code {
                return Some(analysed);
            }
        }
        self.analyse_with(path, &CapturedTypes::default(), is_stale)
    }

    fn analyse_with(&self, path: &str, captured: &CapturedTypes, is_stale: &dyn Fn() -> bool) -> Option<Analysed> {
        let open = |path: &str| self.text(path);
        let overlay = Overlay { open: &open, disk: &self.0.disk, asked: Mutex::default() };
        let is_open = self.0.documents.contains_key(path) || self.0.notebooks.contains_key(path);
        let analysis = if is_open {
            let memory = {
                let mut memories = self.0.memories.lock().unwrap_or_else(PoisonError::into_inner);
                memories.entry((path.to_owned(), *captured != CapturedTypes::default())).or_default().clone()
            };
            let mut memory = memory.lock().unwrap_or_else(|poisoned| {
                // What a panic left half done is not to be gone on with.
                let mut memory = poisoned.into_inner();
                *memory = Incremental::default();
                memory
            });
            memory.analyze(path, &overlay, captured, is_stale)?
        } else {
            Incremental::default().analyze(path, &overlay, captured, is_stale)?
        };
        let asked = overlay.asked.into_inner().unwrap_or_else(PoisonError::into_inner);
        let reads = asked.iter().chain(&analysis.dependencies).map(|path| whole(path)).collect();
        let lines = analysis.files.iter().map(|_| OnceLock::new()).collect();
        Some(Analysed { analysis, reads, lines })
    }

    /// The analysis of the file of an address.
    pub fn of(&self, uri: &Uri) -> Arc<Analysed> {
        match self.notebook_of(uri) {
            Some((path, _)) => self.analysed(path),
            None => self.analysed(&path_of(uri)),
        }
    }

    /// The place that a request is about.
    pub fn place(&self, uri: &Uri, position: Position) -> Place {
        let analysed = self.of(uri);
        let offset = self.offset(&analysed, uri, position);
        Place { position: ide::Position { file: FileId(0), offset }, analysed }
    }

    /// The byte in the analysed file that a position of a document stands at.
    pub fn offset(&self, analysed: &Analysed, uri: &Uri, position: Position) -> u32 {
        match self.notebook_of(uri).and_then(|(_, notebook)| notebook.cell(uri)) {
            Some(cell) => cell.start + cell.document.lines.offset(position, self.encoding()),
            None => analysed.lines(FileId(0)).offset(position, self.encoding()),
        }
    }

    /// The bytes of a range of a document.
    pub fn span(&self, analysed: &Analysed, uri: &Uri, range: Range) -> Span {
        let (start, end) = (self.offset(analysed, uri, range.start), self.offset(analysed, uri, range.end));
        Span { file: FileId(0), start, end: end.max(start) }
    }

    /// The bytes of a whole document.
    pub fn whole(&self, analysed: &Analysed, uri: &Uri) -> Span {
        match self.notebook_of(uri).and_then(|(_, notebook)| notebook.cell(uri)) {
            Some(cell) => {
                Span { file: FileId(0), start: cell.start, end: cell.start + cell.document.text().len() as u32 }
            }
            None => Span { file: FileId(0), start: 0, end: analysed.analysis.file(FileId(0)).text.len() as u32 },
        }
    }

    /// Whether a span belongs to a document: of a notebook's module, each cell shows its own part.
    pub fn is_in(&self, uri: &Uri, span: Span) -> bool {
        span.file == FileId(0)
            && match self.notebook_of(uri).and_then(|(_, notebook)| notebook.cell(uri)) {
                Some(cell) => cell.start <= span.start && span.start <= cell.start + cell.document.text().len() as u32,
                None => true,
            }
    }

    /// The range of a span in its document.
    pub fn range(&self, analysed: &Analysed, span: Span) -> Range {
        let path = &analysed.analysis.file(span.file).path;
        if let Some(notebook) = self.0.notebooks.get(path)
            && let Some((cell, start)) = notebook.cell_at(span.start)
        {
            let end = start + (span.end - span.start).min(cell.document.text().len() as u32 - start);
            return cell.document.lines.range(start, end, self.encoding());
        }
        analysed.lines(span.file).range(span.start, span.end, self.encoding())
    }

    /// The address and range of a span.
    pub fn location(&self, analysed: &Analysed, span: Span) -> Option<Location> {
        let path = &analysed.analysis.file(span.file).path;
        Some(Location { uri: self.uri_at(path, span.start)?, range: self.range(analysed, span) })
    }

    /// The address of a file; of a notebook's module, that of the cell at a byte.
    pub fn uri_at(&self, path: &str, offset: u32) -> Option<Uri> {
        if let Some(notebook) = self.0.notebooks.get(path) {
            return Some(notebook.cell_at(offset)?.0.document.uri.clone());
        }
        match self.0.documents.get(path) {
            Some(document) => Some(document.uri.clone()),
            None => uri_of(path),
        }
    }

    /// The Python files of the workspace that may hold predictors, and those that are open.
    pub fn workspace_paths(&self) -> Vec<String> {
        let mut paths: BTreeSet<String> = self.open_paths().map(str::to_owned).collect();
        for folder in &self.0.folders {
            let mut found = Vec::new();
            python_files(folder, &mut found);
            paths.extend(found.into_iter().map(|path| path.to_string_lossy().replace('\\', "/")));
        }
        let is_left_out = |path: &String| self.project(path).0.is_some_and(|project| project.excludes(path));
        paths.into_iter().filter(|path| !is_left_out(path)).collect()
    }
}

/// The path by which clients tell of a file: one that is written as it counts from the working folder is made whole.
fn whole(path: &str) -> String {
    let is_address = path.contains(':') && !std::path::Path::new(path).is_absolute();
    match std::path::absolute(path) {
        Ok(whole) if !is_address => whole.to_string_lossy().replace('\\', "/"),
        _ => path.to_owned(),
    }
}

/// Files that are open but no Python: they are seen by the analyses that read them.
fn is_data(path: &str) -> bool {
    path.ends_with(".toml") || path.ends_with(".json")
}

/// The most Python files of a workspace that are looked at.
const MOST_FILES: usize = 5_000;

/// The Python files below a folder; hidden folders and environments are passed over.
fn python_files(folder: &std::path::Path, found: &mut Vec<PathBuf>) {
    const PASSED_OVER: &[&str] = &["node_modules", "target", "build", "dist", "__pycache__", "venv", "site-packages"];
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    let mut entries: Vec<_> = entries.flatten().collect();
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') || found.len() >= MOST_FILES {
            continue;
        }
        let Ok(kind) = entry.file_type() else { continue };
        if kind.is_dir() && !PASSED_OVER.contains(&name.as_str()) {
            python_files(&entry.path(), found);
        } else if kind.is_file() && name.ends_with(".py") {
            found.push(entry.path());
        }
    }
}
