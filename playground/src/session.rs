//! The files of a page and the last analyses of them.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;
use std::sync::Arc;

use hotforge_analyzer::source::FileId;
use hotforge_analyzer::{Analysis, Code, Files, Incremental, analyze};

use crate::lines::Lines;

/// Files, and the analyses of those that were asked about.
#[derive(Default)]
pub struct Session {
    files: BTreeMap<String, Arc<[u8]>>,
    /// Analyses for the editor, which lack the code of functions.
    edited: HashMap<String, Rc<Analysed>>,
    /// Whole analyses.
    whole: HashMap<String, Rc<Analysed>>,
    /// What is kept of the last analysis of each file for the next.
    memories: HashMap<String, Incremental>,
    /// The last analysis of each file whose text was sound Python.
    sound: HashMap<String, Rc<Analysed>>,
}

/// An analysis with what it was made of.
pub struct Analysed {
    /// The analysis; the file that was asked for is the first.
    pub analysis: Analysis,
    lines: Vec<Lines>,
    reads: BTreeSet<String>,
}

impl Analysed {
    fn new(analysis: Analysis, reads: BTreeSet<String>) -> Rc<Self> {
        let lines = analysis.files.iter().map(|file| Lines::of(&file.text)).collect();
        Rc::new(Self { analysis, lines, reads })
    }

    /// The lines of a file.
    pub fn lines(&self, file: FileId) -> &Lines {
        &self.lines[file.0 as usize]
    }

    /// Whether the text is Python, so that nothing of it is missing in the analysis.
    pub fn is_sound(&self) -> bool {
        let broken = |diagnostic: &hotforge_analyzer::Diagnostic| {
            diagnostic.code == Code::Syntax && diagnostic.span.file == FileId(0)
        };
        !self.analysis.diagnostics.iter().any(broken)
    }
}

impl Session {
    /// Puts bytes at a path.
    pub fn write(&mut self, path: &str, bytes: &[u8]) {
        if self.files.get(path).is_some_and(|known| **known == *bytes) {
            return;
        }
        self.files.insert(path.to_owned(), bytes.into());
        self.changed(path);
    }

    /// Removes the file at a path.
    pub fn remove(&mut self, path: &str) {
        if self.files.remove(path).is_some() {
            self.changed(path);
            self.memories.remove(path);
            self.sound.remove(path);
        }
    }

    fn changed(&mut self, path: &str) {
        let is_fresh = |analysed: &Rc<Analysed>| !analysed.reads.contains(path);
        self.edited.retain(|_, analysed| is_fresh(analysed));
        self.whole.retain(|_, analysed| is_fresh(analysed));
        if !is_python(path) {
            // Of models and the like it is not known which part of an analysis depends on them.
            self.memories.clear();
        }
    }

    /// The Python files, in the order of their paths.
    pub fn python_files(&self) -> Vec<String> {
        self.files.keys().filter(|path| is_python(path)).cloned().collect()
    }

    /// The analysis of a file for the editor, without the code of functions.
    pub fn edited(&mut self, path: &str) -> Rc<Analysed> {
        if let Some(known) = self.edited.get(path) {
            return known.clone();
        }
        let reading = Reading::of(&self.files);
        let memory = self.memories.entry(path.to_owned()).or_default();
        let analysis = memory.analyze(path, &reading, &Default::default(), &|| false);
        let analysis = analysis.unwrap_or_else(|| analyze(path, &reading, &Default::default()));
        let analysed = Analysed::new(analysis, reading.into_reads(path));
        if analysed.is_sound() {
            self.sound.insert(path.to_owned(), analysed.clone());
        }
        self.edited.insert(path.to_owned(), analysed.clone());
        analysed
    }

    /// The whole analysis of a file.
    pub fn whole(&mut self, path: &str) -> Rc<Analysed> {
        if let Some(known) = self.whole.get(path) {
            return known.clone();
        }
        let reading = Reading::of(&self.files);
        let analysis = analyze(path, &reading, &Default::default());
        let analysed = Analysed::new(analysis, reading.into_reads(path));
        self.whole.insert(path.to_owned(), analysed.clone());
        analysed
    }

    /// The last analysis of a file whose text was sound.
    pub fn last_sound(&self, path: &str) -> Option<Rc<Analysed>> {
        self.sound.get(path).cloned()
    }

    /// The size of the file at a path.
    pub fn size(&self, path: &str) -> Option<u64> {
        self.files.get(path).map(|bytes| bytes.len() as u64)
    }
}

fn is_python(path: &str) -> bool {
    path.ends_with(".py")
}

/// Files, noting what is asked for.
struct Reading<'a> {
    files: &'a BTreeMap<String, Arc<[u8]>>,
    reads: RefCell<BTreeSet<String>>,
}

impl<'a> Reading<'a> {
    fn of(files: &'a BTreeMap<String, Arc<[u8]>>) -> Self {
        Self { files, reads: RefCell::default() }
    }

    fn into_reads(self, own: &str) -> BTreeSet<String> {
        let mut reads = self.reads.into_inner();
        reads.insert(own.to_owned());
        reads
    }
}

impl Files for Reading<'_> {
    fn read(&self, path: &str) -> Option<Arc<[u8]>> {
        self.reads.borrow_mut().insert(path.to_owned());
        self.files.get(path.strip_prefix("./").unwrap_or(path)).cloned()
    }
}
