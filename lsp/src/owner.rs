//! The owner of the state: one thread that applies what the client tells, in the order in which it came.
//!
//! # Architecture invariant
//!
//! Nobody else changes the state. Events come through one channel; a request puts an event for its snapshot into the
//! same channel, so it sees exactly the edits that were sent before it. The owner never analyses and never waits.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use hotforge_analyzer::Analysis;
use tokio::sync::oneshot;
use tower_lsp::ls_types::{
    DidChangeNotebookDocumentParams, DidChangeTextDocumentParams, DidCloseNotebookDocumentParams,
    DidCloseTextDocumentParams, DidOpenNotebookDocumentParams, DidOpenTextDocumentParams,
};

use crate::configuration::Configuration;
use crate::diagnose::Diagnoser;
use crate::document::Document;
use crate::notebook::Notebook;
use crate::state::{Client, Snapshot, State};

/// Something that changes the state, or asks for it.
#[derive(Debug)]
pub enum Event {
    /// What the client can do, its settings and its folders.
    Initialize(Client, Box<Configuration>, Vec<PathBuf>),
    /// A document was opened.
    Open(DidOpenTextDocumentParams),
    /// A document was edited.
    Change(DidChangeTextDocumentParams),
    /// A document was closed.
    Close(DidCloseTextDocumentParams),
    /// A notebook was opened.
    OpenNotebook(DidOpenNotebookDocumentParams),
    /// A notebook was edited.
    ChangeNotebook(DidChangeNotebookDocumentParams),
    /// A notebook was closed.
    CloseNotebook(DidCloseNotebookDocumentParams),
    /// Files of the disk were changed, made or removed.
    Disk(Vec<String>),
    /// The settings were changed.
    Configure(Box<Configuration>),
    /// Folders joined the workspace, and left it.
    Folders(Vec<PathBuf>, Vec<PathBuf>),
    /// The module at a path was run: the analysis with the types of its globals, and how many bytes each takes.
    Captured(String, Arc<Analysis>, Vec<u64>),
    /// A request wants to see the state.
    Snapshot(oneshot::Sender<Snapshot>),
}

/// The way to the owner.
#[derive(Debug, Clone)]
pub struct Owner {
    events: Sender<Event>,
}

impl Owner {
    /// Starts the owner. It ends when nobody can send to it any more.
    pub fn start(diagnoser: Diagnoser) -> Self {
        let (events, received) = channel();
        let run = move || run(&received, &diagnoser);
        std::thread::Builder::new().name("owner".into()).spawn(run).expect("the system gives a thread");
        Self { events }
    }

    /// Tells the owner of an event.
    pub fn tell(&self, event: Event) {
        // The owner is gone only when the server ends.
        let _ = self.events.send(event);
    }

    /// The state after all that was told before.
    pub fn snapshot(&self) -> oneshot::Receiver<Snapshot> {
        let (sender, receiver) = oneshot::channel();
        self.tell(Event::Snapshot(sender));
        receiver
    }
}

fn run(events: &Receiver<Event>, diagnoser: &Diagnoser) {
    let mut state = Arc::new(State::default());
    while let Ok(event) = events.recv() {
        match event {
            Event::Snapshot(sender) => {
                let _ = sender.send(state.snapshot());
                continue;
            }
            change => apply(Arc::make_mut(&mut state), change),
        }
        diagnoser.wake(state.snapshot());
    }
}

fn apply(state: &mut State, event: Event) {
    let encoding = state.client.encoding;
    match event {
        Event::Initialize(client, configuration, folders) => {
            (state.client, state.configuration, state.folders) = (client, *configuration, folders);
        }
        Event::Open(params) => {
            let item = params.text_document;
            state.set_document(Document::new(item.uri, item.version, &item.text));
        }
        Event::Change(params) => {
            // An edit of a document that is not open has nothing to apply to.
            if let Some(document) = state.document(&params.text_document.uri).cloned() {
                let changed = document.changed(params.text_document.version, &params.content_changes, encoding);
                state.set_document(changed);
            }
        }
        Event::Close(params) => state.close(&params.text_document.uri),
        Event::OpenNotebook(params) => state.set_notebook(Notebook::open(params)),
        Event::ChangeNotebook(params) => {
            if let Some(notebook) = state.notebook(&params.notebook_document.uri).cloned() {
                state.set_notebook(notebook.changed(params, encoding));
            }
        }
        Event::CloseNotebook(params) => state.close_notebook(&params.notebook_document.uri),
        Event::Disk(paths) => state.disk_changed(&paths),
        Event::Configure(configuration) => state.configuration = *configuration,
        Event::Folders(added, removed) => {
            state.folders.retain(|folder| !removed.contains(folder));
            state.folders.extend(added);
        }
        Event::Captured(path, analysis, sizes) => state.set_captured(&path, &analysis, sizes),
        Event::Snapshot(_) => {}
    }
}
