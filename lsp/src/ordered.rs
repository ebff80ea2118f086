//! The order of messages. The framework below runs handlers side by side; what changes the state is therefore taken out
//! here, where messages still come one by one, and given to the owner at once. A request is given its snapshot here too.

use std::cell::RefCell;
use std::future::Future;
use std::path::PathBuf;
use std::pin::Pin;
use std::task::{Context, Poll};

use serde::de::DeserializeOwned;
use tokio::sync::oneshot;
use tower::Service;
use tower_lsp::jsonrpc::{Request, Response};
use tower_lsp::ls_types::{DidChangeWatchedFilesParams, DidChangeWorkspaceFoldersParams, WorkspaceFolder};

use crate::commands::Running;
use crate::configuration::Configuration;
use crate::document::path_of;
use crate::owner::{Event, Owner};
use crate::state::Snapshot;

tokio::task_local! {
    /// The snapshot of the request that is being answered.
    static SNAPSHOT: RefCell<Option<oneshot::Receiver<Snapshot>>>;
}

/// The state as it was when the request came that this task answers.
pub async fn snapshot(owner: &Owner) -> Option<Snapshot> {
    let ticket = SNAPSHOT.try_with(|ticket| ticket.take()).ok().flatten();
    ticket.unwrap_or_else(|| owner.snapshot()).await.ok()
}

/// Puts the order of messages before a service.
pub struct Ordered<S> {
    service: S,
    owner: Owner,
    running: Running,
}

impl<S> Ordered<S> {
    /// The service with the order kept.
    pub fn new(service: S, owner: Owner, running: Running) -> Self {
        Self { service, owner, running }
    }

    /// The event that a notification is, if it is one.
    fn event(&self, request: &Request) -> Option<Option<Event>> {
        Some(match request.method() {
            "textDocument/didOpen" => read(request, Event::Open),
            "textDocument/didChange" => read(request, Event::Change),
            "textDocument/didClose" => read(request, Event::Close),
            "notebookDocument/didOpen" => read(request, Event::OpenNotebook),
            "notebookDocument/didChange" => read(request, Event::ChangeNotebook),
            "notebookDocument/didClose" => read(request, Event::CloseNotebook),
            _ => return None,
        })
    }

    /// The event that a notification is besides what its handler does.
    fn event_before(&self, request: &Request) -> Option<Event> {
        match request.method() {
            "workspace/didChangeWatchedFiles" => read(request, |params: DidChangeWatchedFilesParams| {
                Event::Disk(params.changes.iter().map(|change| path_of(&change.uri)).collect())
            }),
            "workspace/didChangeWorkspaceFolders" => read(request, |params: DidChangeWorkspaceFoldersParams| {
                let of = |folders: &[WorkspaceFolder]| folders.iter().map(folder_of).collect::<Vec<_>>();
                Event::Folders(of(&params.event.added), of(&params.event.removed))
            }),
            "workspace/didChangeConfiguration" => {
                // Without settings the client is asked for them.
                let settings = request.params()?.get("settings").filter(|settings| !settings.is_null())?;
                Some(Event::Configure(Box::new(Configuration::read(settings))))
            }
            _ => None,
        }
    }
}

/// The path of a folder of the workspace.
pub fn folder_of(folder: &WorkspaceFolder) -> PathBuf {
    PathBuf::from(path_of(&folder.uri))
}

/// Parameters that make no sense are told on stderr, and nothing happens.
fn read<P: DeserializeOwned>(request: &Request, event: impl FnOnce(P) -> Event) -> Option<Event> {
    match serde_json::from_value(request.params().cloned().unwrap_or_default()) {
        Ok(params) => Some(event(params)),
        Err(error) => {
            eprintln!("hotforge: {} was not understood: {error}", request.method());
            None
        }
    }
}

type Answer<E> = Pin<Box<dyn Future<Output = Result<Option<Response>, E>> + Send>>;

impl<S> Service<Request> for Ordered<S>
where
    S: Service<Request, Response = Option<Response>>,
    S::Future: Send + 'static,
    S::Error: Send + 'static,
{
    type Response = Option<Response>;
    type Error = S::Error;
    type Future = Answer<S::Error>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.service.poll_ready(context)
    }

    fn call(&mut self, request: Request) -> Self::Future {
        if let Some(event) = self.event(&request) {
            event.into_iter().for_each(|event| self.owner.tell(event));
            return Box::pin(std::future::ready(Ok(None)));
        }
        if let Some(event) = self.event_before(&request) {
            self.owner.tell(event);
        }
        if request.method() == "window/workDoneProgress/cancel" {
            if let Some(token) = request.params().and_then(|params| params.get("token")) {
                self.running.cancel(token);
            }
            return Box::pin(std::future::ready(Ok(None)));
        }
        let is_request = request.id().is_some() && request.method() != "initialize";
        let ticket = is_request.then(|| self.owner.snapshot());
        Box::pin(SNAPSHOT.scope(RefCell::new(ticket), self.service.call(request)))
    }
}
