//! Diagnostics: made of the newest state in a thread of their own, and sent where they differ from what was sent last.

use std::collections::{BTreeMap, HashMap};
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Condvar, Mutex, PoisonError};

use hotforge_analyzer::diagnostics::{Diagnostic, Severity};
use hotforge_analyzer::source::FileId;
use hotforge_analyzer::{Code, Span, ide};
use tokio::sync::mpsc::UnboundedSender;
use tower_lsp::ls_types::{self as lsp, DiagnosticRelatedInformation, DiagnosticSeverity, NumberOrString, Uri};

use crate::document::{path_of, uri_of};
use crate::lines::Lines;
use crate::outgoing::Outgoing;
use crate::project::Fault;
use crate::state::{Analysed, Snapshot};

/// Where the pages of the codes are.
const PAGES: &str = "https://github.com/hotforge/hotforge/blob/main/docs/diagnostics";

/// The diagnostics of one document.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Its address.
    pub uri: Uri,
    /// The version that they are of, where it is open.
    pub version: Option<i32>,
    /// What is wrong.
    pub items: Vec<lsp::Diagnostic>,
}

/// The way to the thread that makes diagnostics.
#[derive(Debug, Clone)]
pub struct Diagnoser {
    next: Arc<(Mutex<Next>, Condvar)>,
}

#[derive(Debug, Default)]
struct Next {
    snapshot: Option<Snapshot>,
    is_over: bool,
}

impl Diagnoser {
    /// Starts the thread.
    pub fn start(outgoing: UnboundedSender<Outgoing>) -> Self {
        let diagnoser = Self { next: Arc::default() };
        let own = diagnoser.clone();
        let run = move || own.run(&outgoing);
        std::thread::Builder::new().name("diagnoser".into()).spawn(run).expect("the system gives a thread");
        diagnoser
    }

    /// Has diagnostics made of a state. One that is still waiting is stale and forgotten.
    pub fn wake(&self, snapshot: Snapshot) {
        self.change(|next| next.snapshot = Some(snapshot));
    }

    /// Ends the thread.
    pub fn end(&self) {
        self.change(|next| next.is_over = true);
    }

    fn change(&self, change: impl FnOnce(&mut Next)) {
        let (next, changed) = &*self.next;
        change(&mut next.lock().unwrap_or_else(PoisonError::into_inner));
        changed.notify_one();
    }

    fn wait(&self) -> Option<Snapshot> {
        let (next, changed) = &*self.next;
        let mut next = next.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if next.is_over {
                return None;
            }
            if let Some(snapshot) = next.snapshot.take() {
                return Some(snapshot);
            }
            next = changed.wait(next).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn is_stale(&self) -> bool {
        let next = self.next.0.lock().unwrap_or_else(PoisonError::into_inner);
        next.snapshot.is_some() || next.is_over
    }

    fn run(&self, outgoing: &UnboundedSender<Outgoing>) {
        let mut published: HashMap<String, Report> = HashMap::new();
        while let Some(snapshot) = self.wait() {
            if snapshot.state().client.pulls_diagnostics {
                continue;
            }
            let made = std::panic::catch_unwind(AssertUnwindSafe(|| reports(&snapshot, || self.is_stale())));
            // A panic was told on stderr; what was published stays.
            let Ok(Some(reports)) = made else { continue };
            let gone: Vec<Report> =
                published.extract_if(|uri, _| !reports.contains_key(uri)).map(|(_, report)| report).collect();
            for report in gone.into_iter().filter(|report| !report.items.is_empty()) {
                let _ = outgoing.send(Outgoing::Publish(Report { version: None, items: Vec::new(), ..report }));
            }
            for (uri, report) in reports {
                if published.get(&uri).is_none_or(|last| last.items != report.items) {
                    let _ = outgoing.send(Outgoing::Publish(report.clone()));
                    published.insert(uri, report);
                }
            }
        }
    }
}

/// The diagnostics of all open documents and of the files that they reach; `None` where the state became stale.
fn reports(snapshot: &Snapshot, is_stale: impl Fn() -> bool) -> Option<BTreeMap<String, Report>> {
    let mut reports = BTreeMap::new();
    for path in snapshot.open_paths() {
        let (project, fault) = snapshot.project(path);
        if let Some(fault) = fault {
            add_fault(snapshot, &fault, &mut reports);
        }
        if project.is_some_and(|project| project.excludes(path)) {
            continue;
        }
        let analysed = snapshot.analysed_unless(path, &is_stale)?;
        add(snapshot, &analysed, &mut reports);
        if is_stale() {
            return None;
        }
    }
    Some(reports)
}

/// The diagnostics of one document, for a client that asks.
pub fn report(snapshot: &Snapshot, uri: &Uri) -> Report {
    let none = || Report { uri: uri.clone(), version: None, items: Vec::new() };
    if snapshot.project(&path_of(uri)).0.is_some_and(|project| project.excludes(&path_of(uri))) {
        return none();
    }
    let analysed = snapshot.of(uri);
    let mut reports = BTreeMap::new();
    add(snapshot, &analysed, &mut reports);
    // What other open files say of this one, which they import.
    let path = path_of(uri);
    for other in snapshot.open_paths().filter(|other| *other != path) {
        let analysed = snapshot.analysed(other);
        if analysed.analysis.file_at(&path).is_some() {
            add(snapshot, &analysed, &mut reports);
        }
    }
    reports.remove(uri.as_str()).unwrap_or_else(none)
}

/// The diagnostics of a file of the workspace that need not be open.
pub fn report_of_path(snapshot: &Snapshot, path: &str) -> Vec<Report> {
    let analysed = snapshot.analysed(path);
    let mut reports = BTreeMap::new();
    add(snapshot, &analysed, &mut reports);
    reports.into_values().collect()
}

/// Adds the diagnostics of an analysis, each to its document.
fn add(snapshot: &Snapshot, analysed: &Analysed, reports: &mut BTreeMap<String, Report>) {
    let analysis = &analysed.analysis;
    let root = &analysis.files[0];
    let mut open = |uri: Uri, version: Option<i32>| {
        reports.entry(uri.as_str().to_owned()).or_insert_with(|| Report { uri, version, items: Vec::new() });
    };
    // A document without problems has a report too, which takes back the last.
    match snapshot.notebook_at(&root.path) {
        Some(notebook) => {
            notebook.cells.iter().for_each(|cell| open(cell.document.uri.clone(), Some(cell.document.version)));
        }
        None => {
            if let Some(uri) = snapshot.uri_at(&root.path, 0) {
                open(uri, snapshot.document_at(&root.path).map(|document| document.version));
            }
        }
    }
    for diagnostic in analysis.diagnostics.iter().filter(|diagnostic| is_told(diagnostic, &root.text)) {
        let path = &analysis.file(diagnostic.span.file).path;
        let Some(uri) = snapshot.uri_at(path, diagnostic.span.start) else { continue };
        let version = snapshot.document_at(path).map(|document| document.version);
        let report = reports.entry(uri.as_str().to_owned());
        let report = report.or_insert_with(|| Report { uri, version, items: Vec::new() });
        let item = translated(snapshot, analysed, diagnostic);
        if !report.items.contains(&item) {
            report.items.push(item);
        }
    }
    add_unreached(snapshot, analysed, reports);
}

/// Adds what editors fade: code that nothing reaches.
fn add_unreached(snapshot: &Snapshot, analysed: &Analysed, reports: &mut BTreeMap<String, Report>) {
    for span in ide::unreached(&analysed.analysis, FileId(0)) {
        let path = &analysed.analysis.files[0].path;
        let Some(report) = snapshot.uri_at(path, span.start).and_then(|uri| reports.get_mut(uri.as_str())) else {
            continue;
        };
        report.items.push(lsp::Diagnostic {
            range: snapshot.range(analysed, span),
            severity: Some(DiagnosticSeverity::HINT),
            source: Some("hotforge".to_owned()),
            message: "no call of a predictor reaches this".to_owned(),
            tags: Some(vec![lsp::DiagnosticTag::UNNECESSARY]),
            ..lsp::Diagnostic::default()
        });
    }
}

/// Adds what is wrong with a project's settings.
fn add_fault(snapshot: &Snapshot, fault: &Fault, reports: &mut BTreeMap<String, Report>) {
    let Some(uri) = uri_of(&fault.path) else { return };
    let lines = Lines::of(fault.text.clone());
    let item = lsp::Diagnostic {
        range: lines.range(fault.range.start as u32, fault.range.end as u32, snapshot.encoding()),
        severity: Some(DiagnosticSeverity::ERROR),
        source: Some("hotforge".to_owned()),
        message: format!("these settings are not used: {}", fault.message),
        ..lsp::Diagnostic::default()
    };
    let key = uri.as_str().to_owned();
    reports.insert(key, Report { uri, version: None, items: vec![item] });
}

/// A file that has nothing to do with Hotforge need not be told that it has no predictor.
fn is_told(diagnostic: &Diagnostic, text: &str) -> bool {
    diagnostic.code != Code::NoPredictor || text.contains("hotforge") || text.contains("muna")
}

/// A diagnostic as the protocol has it.
pub fn translated(snapshot: &Snapshot, analysed: &Analysed, diagnostic: &Diagnostic) -> lsp::Diagnostic {
    let related = |span: Span, message: &str| {
        Some(DiagnosticRelatedInformation { location: snapshot.location(analysed, span)?, message: message.to_owned() })
    };
    let labels: Vec<_> = diagnostic.labels.iter().filter_map(|label| related(label.span, &label.message)).collect();
    let message = match &diagnostic.help {
        Some(help) => format!("{}\n{help}", diagnostic.message),
        None => diagnostic.message.clone(),
    };
    let href = format!("{PAGES}/{}.md", diagnostic.code).parse().ok();
    lsp::Diagnostic {
        range: snapshot.range(analysed, diagnostic.span),
        severity: Some(match diagnostic.severity {
            Severity::Error => DiagnosticSeverity::ERROR,
            Severity::Warning => DiagnosticSeverity::WARNING,
            Severity::Note => DiagnosticSeverity::INFORMATION,
        }),
        code: Some(NumberOrString::String(diagnostic.code.to_string())),
        code_description: href.map(|href| lsp::CodeDescription { href }),
        source: Some("hotforge".to_owned()),
        message,
        related_information: (!labels.is_empty()).then_some(labels),
        tags: None,
        data: None,
    }
}
