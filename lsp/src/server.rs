//! The server's requests and notifications, each answered from a snapshot in a thread that may take its time.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use serde_json::{Value, json};
use tokio::sync::mpsc::UnboundedSender;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::*;
use tower_lsp::{Client, LanguageServer};

use crate::commands::{COMMANDS, Commander, Running};
use crate::configuration::Configuration;
use crate::diagnose;
use crate::document::path_of;
use crate::features;
use crate::lines::Encoding;
use crate::ordered::{self, folder_of};
use crate::outgoing::{Outgoing, Refresh};
use crate::owner::{Event, Owner};
use crate::state::{self, Snapshot};
use crate::watch::{PATTERNS, Watch};

/// How long the client may take to answer a question.
const PATIENCE: Duration = Duration::from_secs(10);

/// The server.
#[derive(Debug)]
pub struct Hotforge {
    client: Client,
    owner: Owner,
    outgoing: UnboundedSender<Outgoing>,
    commander: Commander,
    watch: Mutex<Option<Watch>>,
}

impl Hotforge {
    /// A server for a client.
    pub fn new(client: Client, owner: Owner, outgoing: UnboundedSender<Outgoing>, running: Running) -> Self {
        let commander = Commander { client: client.clone(), owner: owner.clone(), running };
        Self { client, owner, outgoing, commander, watch: Mutex::default() }
    }

    async fn snapshot(&self) -> Result<Snapshot> {
        ordered::snapshot(&self.owner).await.ok_or_else(Error::internal_error)
    }

    /// Answers from the snapshot of this request. If the client cancels it before it begins, nothing is done.
    async fn answer<T: Send + 'static>(&self, answer: impl FnOnce(&Snapshot) -> T + Send + 'static) -> Result<T> {
        let snapshot = self.snapshot().await?;
        let done = tokio::task::spawn_blocking(move || answer(&snapshot)).await;
        done.map_err(|panic| {
            let mut error = Error::internal_error();
            error.message = format!("internal error: {panic}").into();
            error
        })
    }

    fn refresh(&self, snapshot: &Snapshot) {
        let client = snapshot.state().client;
        let refresh = Refresh {
            diagnostics: client.refreshes_diagnostics && client.pulls_diagnostics,
            hints: client.refreshes_hints,
            lenses: client.refreshes_lenses,
        };
        let _ = self.outgoing.send(Outgoing::Refresh(refresh));
    }

    async fn refresh_later(&self) {
        if let Ok(snapshot) = self.owner.snapshot().await {
            self.refresh(&snapshot);
        }
    }

    fn watch(&self, folders: &[PathBuf]) {
        *self.watch.lock().unwrap_or_else(PoisonError::into_inner) = Watch::start(folders, self.owner.clone());
    }

    fn capabilities(encoding: Encoding) -> ServerCapabilities {
        ServerCapabilities {
            position_encoding: Some(encoding.kind()),
            text_document_sync: Some(TextDocumentSyncCapability::Options(TextDocumentSyncOptions {
                open_close: Some(true),
                change: Some(TextDocumentSyncKind::INCREMENTAL),
                ..TextDocumentSyncOptions::default()
            })),
            notebook_document_sync: Some(OneOf::Left(NotebookDocumentSyncOptions {
                notebook_selector: vec![NotebookSelector::ByCells {
                    notebook: None,
                    cells: vec![NotebookCellSelector { language: "python".into() }],
                }],
                save: None,
            })),
            hover_provider: Some(HoverProviderCapability::Simple(true)),
            completion_provider: Some(CompletionOptions {
                trigger_characters: Some(vec![".".into()]),
                ..CompletionOptions::default()
            }),
            signature_help_provider: Some(SignatureHelpOptions {
                trigger_characters: Some(vec!["(".into(), ",".into(), "=".into()]),
                ..SignatureHelpOptions::default()
            }),
            definition_provider: Some(OneOf::Left(true)),
            references_provider: Some(OneOf::Left(true)),
            document_highlight_provider: Some(OneOf::Left(true)),
            document_symbol_provider: Some(OneOf::Left(true)),
            workspace_symbol_provider: Some(OneOf::Left(true)),
            code_action_provider: Some(CodeActionProviderCapability::Options(CodeActionOptions {
                code_action_kinds: Some(vec![CodeActionKind::QUICKFIX, features::FIX_ALL]),
                ..CodeActionOptions::default()
            })),
            code_lens_provider: Some(CodeLensOptions { resolve_provider: Some(false) }),
            rename_provider: Some(OneOf::Right(RenameOptions {
                prepare_provider: Some(true),
                work_done_progress_options: WorkDoneProgressOptions::default(),
            })),
            document_link_provider: Some(DocumentLinkOptions {
                resolve_provider: Some(false),
                work_done_progress_options: WorkDoneProgressOptions::default(),
            }),
            folding_range_provider: Some(FoldingRangeProviderCapability::Simple(true)),
            selection_range_provider: Some(SelectionRangeProviderCapability::Simple(true)),
            call_hierarchy_provider: Some(CallHierarchyServerCapability::Simple(true)),
            inlay_hint_provider: Some(OneOf::Left(true)),
            semantic_tokens_provider: Some(SemanticTokensServerCapabilities::SemanticTokensOptions(
                SemanticTokensOptions {
                    legend: features::legend(),
                    range: Some(true),
                    full: Some(SemanticTokensFullOptions::Bool(true)),
                    work_done_progress_options: WorkDoneProgressOptions::default(),
                },
            )),
            diagnostic_provider: Some(DiagnosticServerCapabilities::Options(DiagnosticOptions {
                identifier: Some("hotforge".into()),
                inter_file_dependencies: true,
                workspace_diagnostics: true,
                work_done_progress_options: WorkDoneProgressOptions::default(),
            })),
            execute_command_provider: Some(ExecuteCommandOptions {
                commands: COMMANDS.map(str::to_owned).to_vec(),
                work_done_progress_options: WorkDoneProgressOptions::default(),
            }),
            workspace: Some(WorkspaceServerCapabilities {
                workspace_folders: Some(WorkspaceFoldersServerCapabilities {
                    supported: Some(true),
                    change_notifications: Some(OneOf::Left(true)),
                }),
                file_operations: None,
            }),
            ..ServerCapabilities::default()
        }
    }
}

/// What a client can do, as far as the server asks.
fn client_of(capabilities: &ClientCapabilities) -> state::Client {
    let (general, workspace) = (capabilities.general.as_ref(), capabilities.workspace.as_ref());
    let offered = general.and_then(|general| general.position_encodings.as_deref());
    let text = capabilities.text_document.as_ref();
    let refreshes = |support: Option<Option<bool>>| support.flatten().unwrap_or(false);
    state::Client {
        encoding: Encoding::negotiate(offered),
        pulls_diagnostics: text.is_some_and(|text| text.diagnostic.is_some()),
        watches_files: workspace
            .and_then(|workspace| workspace.did_change_watched_files)
            .and_then(|watched| watched.dynamic_registration)
            .unwrap_or(false),
        refreshes_diagnostics: refreshes(
            workspace.and_then(|workspace| workspace.diagnostics.as_ref()).map(|support| support.refresh_support),
        ),
        refreshes_hints: refreshes(
            workspace.and_then(|workspace| workspace.inlay_hint.as_ref()).map(|support| support.refresh_support),
        ),
        refreshes_lenses: refreshes(
            workspace.and_then(|workspace| workspace.code_lens.as_ref()).map(|support| support.refresh_support),
        ),
        shows_progress: capabilities.window.as_ref().and_then(|window| window.work_done_progress).unwrap_or(false),
    }
}

/// The number by which a client says which diagnostics it has.
fn result_id(items: &[Diagnostic]) -> String {
    let mut hasher = DefaultHasher::new();
    serde_json::to_string(items).unwrap_or_default().hash(&mut hasher);
    format!("{:x}", hasher.finish())
}

impl LanguageServer for Hotforge {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        let client = client_of(&params.capabilities);
        let configuration = params.initialization_options.as_ref().map(Configuration::read).unwrap_or_default();
        let mut folders: Vec<PathBuf> = params.workspace_folders.iter().flatten().map(folder_of).collect();
        #[expect(deprecated, reason = "older clients have nothing else")]
        if let (true, Some(root)) = (folders.is_empty(), &params.root_uri) {
            folders.push(PathBuf::from(path_of(root)));
        }
        self.owner.tell(Event::Initialize(client, Box::new(configuration), folders));
        Ok(InitializeResult {
            capabilities: Self::capabilities(client.encoding),
            server_info: Some(ServerInfo {
                name: "hotforge".into(),
                version: Some(env!("CARGO_PKG_VERSION").to_owned()),
            }),
            offset_encoding: None,
        })
    }

    async fn initialized(&self, _: InitializedParams) {
        let Ok(snapshot) = self.owner.snapshot().await else { return };
        if !snapshot.state().client.watches_files {
            return self.watch(&snapshot.state().folders);
        }
        let watchers = PATTERNS.iter().map(|pattern| json!({ "globPattern": pattern })).collect::<Vec<Value>>();
        let registration = Registration {
            id: "hotforge-files".into(),
            method: "workspace/didChangeWatchedFiles".into(),
            register_options: Some(json!({ "watchers": watchers })),
        };
        let client = self.client.clone();
        tokio::spawn(async move {
            let _ = tokio::time::timeout(PATIENCE, client.register_capability(vec![registration])).await;
        });
    }

    async fn shutdown(&self) -> Result<()> {
        *self.watch.lock().unwrap_or_else(PoisonError::into_inner) = None;
        Ok(())
    }

    async fn did_save(&self, _: DidSaveTextDocumentParams) {}

    async fn notebook_did_save(&self, _: DidSaveNotebookDocumentParams) {}

    async fn did_change_configuration(&self, params: DidChangeConfigurationParams) {
        if !params.settings.is_null() {
            return self.refresh_later().await;
        }
        // The client tells only that something changed: it is asked what.
        let (client, owner) = (self.client.clone(), self.owner.clone());
        tokio::spawn(async move {
            let item = ConfigurationItem { scope_uri: None, section: Some("hotforge".into()) };
            let asked = tokio::time::timeout(PATIENCE, client.configuration(vec![item])).await;
            if let Ok(Ok(settings)) = asked
                && let Some(settings) = settings.first()
            {
                owner.tell(Event::Configure(Box::new(Configuration::read(settings))));
                let _ = client.inlay_hint_refresh().await;
            }
        });
    }

    async fn did_change_workspace_folders(&self, _: DidChangeWorkspaceFoldersParams) {
        if let Ok(snapshot) = self.owner.snapshot().await
            && !snapshot.state().client.watches_files
        {
            self.watch(&snapshot.state().folders);
        }
    }

    async fn did_change_watched_files(&self, _: DidChangeWatchedFilesParams) {
        self.refresh_later().await;
    }

    async fn execute_command(&self, params: ExecuteCommandParams) -> Result<Option<LSPAny>> {
        let snapshot = self.snapshot().await?;
        let result = self.commander.execute(snapshot, params.command, params.arguments).await?;
        // What was captured may have made types known.
        self.refresh_later().await;
        Ok(Some(result))
    }

    async fn hover(&self, params: HoverParams) -> Result<Option<Hover>> {
        self.answer(move |snapshot| features::hover(snapshot, params.text_document_position_params)).await
    }

    async fn inlay_hint(&self, params: InlayHintParams) -> Result<Option<Vec<InlayHint>>> {
        self.answer(move |snapshot| Some(features::inlay_hints(snapshot, &params))).await
    }

    async fn code_lens(&self, params: CodeLensParams) -> Result<Option<Vec<CodeLens>>> {
        self.answer(move |snapshot| Some(features::code_lenses(snapshot, &params.text_document.uri))).await
    }

    async fn completion(&self, params: CompletionParams) -> Result<Option<CompletionResponse>> {
        self.answer(move |snapshot| Some(features::completions(snapshot, params.text_document_position))).await
    }

    async fn signature_help(&self, params: SignatureHelpParams) -> Result<Option<SignatureHelp>> {
        self.answer(move |snapshot| features::signature_help(snapshot, params.text_document_position_params)).await
    }

    async fn goto_definition(&self, params: GotoDefinitionParams) -> Result<Option<GotoDefinitionResponse>> {
        let found =
            self.answer(move |snapshot| features::definitions(snapshot, params.text_document_position_params)).await?;
        Ok(Some(GotoDefinitionResponse::Link(found)))
    }

    async fn references(&self, params: ReferenceParams) -> Result<Option<Vec<Location>>> {
        self.answer(move |snapshot| Some(features::references(snapshot, &params))).await
    }

    async fn document_highlight(&self, params: DocumentHighlightParams) -> Result<Option<Vec<DocumentHighlight>>> {
        self.answer(move |snapshot| Some(features::highlights(snapshot, params.text_document_position_params))).await
    }

    async fn document_symbol(&self, params: DocumentSymbolParams) -> Result<Option<DocumentSymbolResponse>> {
        let found =
            self.answer(move |snapshot| features::document_symbols(snapshot, &params.text_document.uri)).await?;
        Ok(Some(DocumentSymbolResponse::Nested(found)))
    }

    async fn symbol(&self, params: WorkspaceSymbolParams) -> Result<Option<WorkspaceSymbolResponse>> {
        let found = self.answer(move |snapshot| features::workspace_symbols(snapshot, &params.query)).await?;
        Ok(Some(WorkspaceSymbolResponse::Nested(found)))
    }

    async fn prepare_rename(&self, params: TextDocumentPositionParams) -> Result<Option<PrepareRenameResponse>> {
        self.answer(move |snapshot| features::prepare_rename(snapshot, params)).await?
    }

    async fn rename(&self, params: RenameParams) -> Result<Option<WorkspaceEdit>> {
        self.answer(move |snapshot| features::rename(snapshot, &params)).await?
    }

    async fn semantic_tokens_full(&self, params: SemanticTokensParams) -> Result<Option<SemanticTokensResult>> {
        let uri = params.text_document.uri;
        let tokens = self.answer(move |snapshot| features::semantic_tokens(snapshot, &uri, None)).await?;
        Ok(Some(SemanticTokensResult::Tokens(tokens)))
    }

    async fn semantic_tokens_range(
        &self,
        params: SemanticTokensRangeParams,
    ) -> Result<Option<SemanticTokensRangeResult>> {
        let (uri, range) = (params.text_document.uri, params.range);
        let tokens = self.answer(move |snapshot| features::semantic_tokens(snapshot, &uri, Some(range))).await?;
        Ok(Some(SemanticTokensRangeResult::Tokens(tokens)))
    }

    async fn folding_range(&self, params: FoldingRangeParams) -> Result<Option<Vec<FoldingRange>>> {
        self.answer(move |snapshot| Some(features::folding_ranges(snapshot, &params.text_document.uri))).await
    }

    async fn selection_range(&self, params: SelectionRangeParams) -> Result<Option<Vec<SelectionRange>>> {
        self.answer(move |snapshot| Some(features::selection_ranges(snapshot, &params))).await
    }

    async fn prepare_call_hierarchy(
        &self,
        params: CallHierarchyPrepareParams,
    ) -> Result<Option<Vec<CallHierarchyItem>>> {
        let place = params.text_document_position_params;
        self.answer(move |snapshot| features::prepare_call_hierarchy(snapshot, place)).await
    }

    async fn incoming_calls(
        &self,
        params: CallHierarchyIncomingCallsParams,
    ) -> Result<Option<Vec<CallHierarchyIncomingCall>>> {
        self.answer(move |snapshot| features::incoming_calls(snapshot, &params.item)).await
    }

    async fn outgoing_calls(
        &self,
        params: CallHierarchyOutgoingCallsParams,
    ) -> Result<Option<Vec<CallHierarchyOutgoingCall>>> {
        self.answer(move |snapshot| features::outgoing_calls(snapshot, &params.item)).await
    }

    async fn document_link(&self, params: DocumentLinkParams) -> Result<Option<Vec<DocumentLink>>> {
        self.answer(move |snapshot| Some(features::document_links(snapshot, &params.text_document.uri))).await
    }

    async fn code_action(&self, params: CodeActionParams) -> Result<Option<CodeActionResponse>> {
        self.answer(move |snapshot| Some(features::code_actions(snapshot, &params))).await
    }

    async fn diagnostic(&self, params: DocumentDiagnosticParams) -> Result<DocumentDiagnosticReportResult> {
        let uri = params.text_document.uri;
        let items = self.answer(move |snapshot| diagnose::report(snapshot, &uri).items).await?;
        let result_id = result_id(&items);
        let report = if params.previous_result_id.as_ref() == Some(&result_id) {
            DocumentDiagnosticReport::Unchanged(RelatedUnchangedDocumentDiagnosticReport {
                related_documents: None,
                unchanged_document_diagnostic_report: UnchangedDocumentDiagnosticReport { result_id },
            })
        } else {
            DocumentDiagnosticReport::Full(RelatedFullDocumentDiagnosticReport {
                related_documents: None,
                full_document_diagnostic_report: FullDocumentDiagnosticReport { result_id: Some(result_id), items },
            })
        };
        Ok(DocumentDiagnosticReportResult::Report(report))
    }

    async fn workspace_diagnostic(&self, params: WorkspaceDiagnosticParams) -> Result<WorkspaceDiagnosticReportResult> {
        let known: std::collections::HashMap<String, String> =
            params.previous_result_ids.into_iter().map(|id| (id.uri.as_str().to_owned(), id.value)).collect();
        let items = self
            .answer(move |snapshot| {
                let mut reports = std::collections::BTreeMap::new();
                for path in snapshot.workspace_paths() {
                    for report in diagnose::report_of_path(snapshot, &path) {
                        let merged = reports.entry(report.uri.as_str().to_owned()).or_insert_with(|| report.clone());
                        for item in report.items {
                            if !merged.items.contains(&item) {
                                merged.items.push(item);
                            }
                        }
                    }
                }
                let item = |report: diagnose::Report| {
                    let (uri, version, id) = (report.uri, report.version.map(i64::from), result_id(&report.items));
                    if known.get(uri.as_str()) == Some(&id) {
                        let report = UnchangedDocumentDiagnosticReport { result_id: id };
                        return WorkspaceDocumentDiagnosticReport::Unchanged(
                            WorkspaceUnchangedDocumentDiagnosticReport {
                                uri,
                                version,
                                unchanged_document_diagnostic_report: report,
                            },
                        );
                    }
                    let report = FullDocumentDiagnosticReport { result_id: Some(id), items: report.items };
                    WorkspaceDocumentDiagnosticReport::Full(WorkspaceFullDocumentDiagnosticReport {
                        uri,
                        version,
                        full_document_diagnostic_report: report,
                    })
                };
                reports.into_values().map(item).collect()
            })
            .await?;
        Ok(WorkspaceDiagnosticReportResult::Report(WorkspaceDiagnosticReport { items }))
    }
}
