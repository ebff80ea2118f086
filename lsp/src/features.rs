//! Translates what the analyzer tells editors into the protocol. Nothing is decided here.

use std::collections::HashMap;

use hotforge_analyzer::ide;
use hotforge_analyzer::source::FileId;
use hotforge_analyzer::{Analysis, Span};
use serde_json::{Value, json};
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::*;

use crate::commands;
use crate::diagnose;
use crate::document::uri_of;
use crate::state::{Analysed, Snapshot};

const FILE: FileId = FileId(0);

pub fn hover(snapshot: &Snapshot, params: TextDocumentPositionParams) -> Option<Hover> {
    let place = snapshot.place(&params.text_document.uri, params.position);
    let sizes = |captured: &ide::CapturedGlobal| snapshot.size_of(&place.analysed, captured);
    let hover = ide::hover(&place.analysed.analysis, place.position, &sizes)?;
    let contents = HoverContents::Markup(MarkupContent { kind: MarkupKind::Markdown, value: hover.markdown() });
    Some(Hover { contents, range: Some(snapshot.range(&place.analysed, hover.span)) })
}

pub fn inlay_hints(snapshot: &Snapshot, params: &InlayHintParams) -> Vec<InlayHint> {
    let uri = &params.text_document.uri;
    let analysed = snapshot.of(uri);
    let range = snapshot.span(&analysed, uri, params.range);
    let configuration = snapshot.configuration(&analysed.analysis.file(FILE).path);
    let switches = configuration.inlay_hints.switches();
    let hints = match steady(snapshot, &analysed, switches) {
        Some(hints) => hints.into_iter().filter(|hint| range.contains(hint.offset)).collect(),
        None => ide::hints(&analysed.analysis, range, switches),
    };
    let at = |offset: u32| Span { file: FILE, start: offset, end: offset };
    hints
        .into_iter()
        .filter(|hint| snapshot.is_in(uri, at(hint.offset)))
        .map(|hint| InlayHint {
            position: snapshot.range(&analysed, at(hint.offset)).start,
            label: InlayHintLabel::String(hint.label),
            kind: Some(match hint.kind {
                ide::HintKind::Parameter => InlayHintKind::PARAMETER,
                _ => InlayHintKind::TYPE,
            }),
            text_edits: hint.edit.map(|edit| vec![text_edit(snapshot, &analysed, edit)]),
            tooltip: None,
            padding_left: None,
            padding_right: None,
            data: None,
        })
        .collect()
}

/// While a text is broken: the hints that it had when it was sound, moved with the text around the edit, so that they do
/// not come and go with each key.
fn steady(snapshot: &Snapshot, analysed: &Analysed, switches: ide::HintSwitches) -> Option<Vec<ide::Hint>> {
    if analysed.is_sound() {
        return None;
    }
    let sound = snapshot.last_sound(&analysed.analysis.file(FILE).path)?;
    Some(ide::moved_hints(&sound.analysis, &analysed.analysis, FILE, switches))
}

pub fn code_lenses(snapshot: &Snapshot, uri: &Uri) -> Vec<CodeLens> {
    let analysed = snapshot.of(uri);
    let in_file = snapshot.notebook_of(uri).is_none();
    let has_commands = snapshot.state().configuration.client_commands;
    let mut lenses = Vec::new();
    for lens in ide::lenses(&analysed.analysis, FILE).into_iter().filter(|lens| snapshot.is_in(uri, lens.span)) {
        let range = snapshot.range(&analysed, lens.span);
        let mut add = |title: String, command: &str| {
            let arguments = Some(vec![json!(uri), json!(lens.predictor)]);
            let command = Some(Command { title, command: command.to_owned(), arguments });
            lenses.push(CodeLens { range, command, data: None });
        };
        let problems = if has_commands { "hotforge.showProblems" } else { "" };
        match lens.readiness {
            ide::Readiness::Ready => add("Ready".into(), ""),
            ide::Readiness::NeedsCapture => {
                add("Ready once captured".into(), if in_file { commands::CAPTURE } else { "" })
            }
            ide::Readiness::Problems(1) => add("1 problem".into(), problems),
            ide::Readiness::Problems(count) => add(format!("{count} problems"), problems),
        }
        if !in_file || matches!(lens.readiness, ide::Readiness::Problems(_)) {
            continue;
        }
        if has_commands {
            add("Compile".into(), "hotforge.compile");
            add("Run…".into(), "hotforge.run");
            add("Show Rust".into(), "hotforge.showRust");
            add("Show graph".into(), "hotforge.showGraph");
        } else {
            add("Compile".into(), commands::COMPILE);
        }
    }
    lenses
}

pub fn completions(snapshot: &Snapshot, params: TextDocumentPositionParams) -> CompletionResponse {
    let place = snapshot.place(&params.text_document.uri, params.position);
    let found = ide::completions(&place.analysed.analysis, place.position);
    let item = |(index, completion): (usize, ide::Completion)| CompletionItem {
        kind: Some(match completion.kind {
            ide::CompletionKind::KeywordArgument | ide::CompletionKind::Variable => CompletionItemKind::VARIABLE,
            ide::CompletionKind::Method => CompletionItemKind::METHOD,
            ide::CompletionKind::Property => CompletionItemKind::PROPERTY,
            ide::CompletionKind::Function => CompletionItemKind::FUNCTION,
            ide::CompletionKind::Global | ide::CompletionKind::Constant => CompletionItemKind::CONSTANT,
            ide::CompletionKind::Class => CompletionItemKind::CLASS,
            ide::CompletionKind::Module => CompletionItemKind::MODULE,
            ide::CompletionKind::Keyword => CompletionItemKind::KEYWORD,
        }),
        detail: completion.detail,
        documentation: completion.doc.map(markdown),
        sort_text: Some(format!("{index:05}")),
        text_edit: Some(CompletionTextEdit::Edit(TextEdit {
            range: snapshot.range(&place.analysed, completion.replace),
            new_text: completion.label.clone(),
        })),
        label: completion.label,
        ..CompletionItem::default()
    };
    CompletionResponse::Array(found.into_iter().enumerate().map(item).collect())
}

pub fn signature_help(snapshot: &Snapshot, params: TextDocumentPositionParams) -> Option<SignatureHelp> {
    let place = snapshot.place(&params.text_document.uri, params.position);
    let help = ide::signature_help(&place.analysed.analysis, place.position)?;
    // Offsets in a label are counted in UTF-16, whatever positions are.
    let width = |text: &str| text.encode_utf16().count() as u32;
    let signatures = help.signatures.iter().map(|signature| SignatureInformation {
        label: signature.label.clone(),
        documentation: signature.doc.clone().map(markdown),
        parameters: Some(
            signature
                .parameters
                .iter()
                .map(|(start, end)| ParameterInformation {
                    label: ParameterLabel::LabelOffsets([
                        width(&signature.label[..*start]),
                        width(&signature.label[..*end]),
                    ]),
                    documentation: None,
                })
                .collect(),
        ),
        active_parameter: signature.active.map(|index| index as u32),
    });
    Some(SignatureHelp {
        signatures: signatures.collect(),
        active_signature: Some(help.active as u32),
        active_parameter: help.signatures[help.active].active.map(|index| index as u32),
    })
}

pub fn definitions(snapshot: &Snapshot, params: TextDocumentPositionParams) -> Vec<LocationLink> {
    let place = snapshot.place(&params.text_document.uri, params.position);
    let link = |target: ide::Target| match target {
        ide::Target::File { full, name } => {
            let target = snapshot.location(&place.analysed, full)?;
            Some(LocationLink {
                origin_selection_range: None,
                target_uri: target.uri,
                target_range: target.range,
                target_selection_range: snapshot.range(&place.analysed, name),
            })
        }
        ide::Target::Stub { module, full, name } => {
            let (path, lines) = stub(module)?;
            Some(LocationLink {
                origin_selection_range: None,
                target_uri: uri_of(&path)?,
                target_range: lines.range(full.0, full.1, snapshot.encoding()),
                target_selection_range: lines.range(name.0, name.1, snapshot.encoding()),
            })
        }
    };
    ide::definitions(&place.analysed.analysis, place.position).into_iter().filter_map(link).collect()
}

/// The file that a stub of the catalog is written to, so that editors can open it.
fn stub(module: &str) -> Option<(String, crate::lines::Lines)> {
    let (name, text) = hotforge_analyzer::catalog::stub_text(module)?;
    let folder = std::env::temp_dir().join(format!("hotforge-catalog-{}", env!("CARGO_PKG_VERSION")));
    let path = folder.join(format!("{name}.pyi"));
    if std::fs::read(&path).ok().as_deref() != Some(text.as_bytes()) {
        std::fs::create_dir_all(&folder).and_then(|()| std::fs::write(&path, text)).ok()?;
    }
    Some((path.to_string_lossy().into_owned(), crate::lines::Lines::of(text.into())))
}

/// The analyses that may mention what a name stands for: of its file, and of all files that reach it.
fn around(
    snapshot: &Snapshot,
    analysed: &std::sync::Arc<Analysed>,
    referent: &ide::Referent,
) -> Vec<std::sync::Arc<Analysed>> {
    let path = match referent {
        ide::Referent::Local { path, .. } | ide::Referent::Global { path, .. } => path,
        ide::Referent::Catalog(_) => return vec![analysed.clone()],
    };
    let others = snapshot.workspace_paths().into_iter().map(|path| snapshot.analysed(&path));
    let others = others.filter(|other| other.analysis.file_at(path).is_some());
    others.chain([analysed.clone()]).collect()
}

pub fn references(snapshot: &Snapshot, params: &ReferenceParams) -> Vec<Location> {
    let at = &params.text_document_position;
    let place = snapshot.place(&at.text_document.uri, at.position);
    let Some(referent) = ide::referent_at(&place.analysed.analysis, place.position) else { return Vec::new() };
    let mut found: Vec<Location> = Vec::new();
    for analysed in around(snapshot, &place.analysed, &referent) {
        for reference in ide::references(&analysed.analysis, &referent) {
            if reference.is_declaration && !params.context.include_declaration {
                continue;
            }
            found.extend(snapshot.location(&analysed, reference.span).filter(|location| !found.contains(location)));
        }
    }
    found
}

pub fn highlights(snapshot: &Snapshot, params: TextDocumentPositionParams) -> Vec<DocumentHighlight> {
    let uri = &params.text_document.uri;
    let place = snapshot.place(uri, params.position);
    let found = ide::highlights(&place.analysed.analysis, place.position).into_iter();
    found
        .filter(|highlight| snapshot.is_in(uri, highlight.span))
        .map(|highlight| DocumentHighlight {
            range: snapshot.range(&place.analysed, highlight.span),
            kind: Some(if highlight.is_write { DocumentHighlightKind::WRITE } else { DocumentHighlightKind::READ }),
        })
        .collect()
}

pub fn prepare_rename(
    snapshot: &Snapshot,
    params: TextDocumentPositionParams,
) -> Result<Option<PrepareRenameResponse>> {
    let place = snapshot.place(&params.text_document.uri, params.position);
    let span = ide::renamable(&place.analysed.analysis, place.position).map_err(not_renamed)?;
    let placeholder = place.analysed.analysis.file(span.file).slice(span).to_owned();
    Ok(Some(PrepareRenameResponse::RangeWithPlaceholder { range: snapshot.range(&place.analysed, span), placeholder }))
}

pub fn rename(snapshot: &Snapshot, params: &RenameParams) -> Result<Option<WorkspaceEdit>> {
    let at = &params.text_document_position;
    let place = snapshot.place(&at.text_document.uri, at.position);
    let mut changes: HashMap<Uri, Vec<TextEdit>> = HashMap::new();
    let mut add = |analysed: &Analysed, edits: Vec<ide::Edit>| {
        for edit in edits {
            let Some(location) = snapshot.location(analysed, edit.span) else { continue };
            let edits = changes.entry(location.uri).or_default();
            let edit = TextEdit { range: location.range, new_text: edit.text };
            if !edits.contains(&edit) {
                edits.push(edit);
            }
        }
    };
    let edits = ide::rename(&place.analysed.analysis, place.position, &params.new_name).map_err(not_renamed)?;
    add(&place.analysed, edits);
    if let Some(referent) = ide::referent_at(&place.analysed.analysis, place.position) {
        for analysed in around(snapshot, &place.analysed, &referent) {
            let Some(first) = ide::references(&analysed.analysis, &referent).into_iter().next() else { continue };
            let position = ide::Position { file: first.span.file, offset: first.span.start };
            add(&analysed, ide::rename(&analysed.analysis, position, &params.new_name).map_err(not_renamed)?);
        }
    }
    Ok(Some(WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() }))
}

fn not_renamed(reason: ide::NotRenamed) -> Error {
    Error::invalid_params(reason.0)
}

pub fn document_symbols(snapshot: &Snapshot, uri: &Uri) -> Vec<DocumentSymbol> {
    let analysed = snapshot.of(uri);
    let symbols = ide::document_symbols(&analysed.analysis, FILE).into_iter();
    symbols
        .filter(|symbol| snapshot.is_in(uri, symbol.place))
        .map(|symbol| outline(snapshot, &analysed, symbol))
        .collect()
}

fn outline(snapshot: &Snapshot, analysed: &Analysed, symbol: ide::Symbol) -> DocumentSymbol {
    let children: Vec<_> = symbol.children.into_iter().map(|child| outline(snapshot, analysed, child)).collect();
    #[expect(deprecated, reason = "the field is part of the protocol's struct")]
    DocumentSymbol {
        name: symbol.name,
        detail: symbol.detail,
        kind: symbol_kind(symbol.kind),
        tags: None,
        deprecated: None,
        range: snapshot.range(analysed, symbol.full),
        selection_range: snapshot.range(analysed, symbol.place),
        children: (!children.is_empty()).then_some(children),
    }
}

fn symbol_kind(kind: ide::SymbolKind) -> SymbolKind {
    match kind {
        ide::SymbolKind::Predictor | ide::SymbolKind::Function => SymbolKind::FUNCTION,
        ide::SymbolKind::Method => SymbolKind::METHOD,
        ide::SymbolKind::Class => SymbolKind::CLASS,
        ide::SymbolKind::Constant => SymbolKind::CONSTANT,
        ide::SymbolKind::Variable => SymbolKind::VARIABLE,
    }
}

pub fn workspace_symbols(snapshot: &Snapshot, query: &str) -> Vec<WorkspaceSymbol> {
    /// More are of no use to anybody.
    const MOST: usize = 500;
    let mut found = Vec::new();
    for path in snapshot.workspace_paths() {
        let analysed = snapshot.analysed(&path);
        for symbol in ide::workspace_symbols(&analysed.analysis, FILE, query) {
            let Some(location) = snapshot.location(&analysed, symbol.place) else { continue };
            let kind = symbol_kind(symbol.kind);
            let container_name = Some(analysed.analysis.file(FILE).module.clone());
            let location = OneOf::Left(location);
            found.push(WorkspaceSymbol { name: symbol.name, kind, tags: None, container_name, location, data: None });
            if found.len() >= MOST {
                return found;
            }
        }
    }
    found
}

/// What the numbers of semantic tokens mean.
pub fn legend() -> SemanticTokensLegend {
    let kinds = ide::TokenKind::ALL.map(|kind| match kind {
        ide::TokenKind::Module => SemanticTokenType::NAMESPACE,
        ide::TokenKind::Class => SemanticTokenType::CLASS,
        ide::TokenKind::Function => SemanticTokenType::FUNCTION,
        ide::TokenKind::Method => SemanticTokenType::METHOD,
        ide::TokenKind::Property => SemanticTokenType::PROPERTY,
        ide::TokenKind::Variable => SemanticTokenType::VARIABLE,
        ide::TokenKind::Parameter => SemanticTokenType::PARAMETER,
    });
    let modifiers = ide::TokenModifier::ALL.map(|modifier| match modifier {
        ide::TokenModifier::Declaration => SemanticTokenModifier::DECLARATION,
        ide::TokenModifier::Library => SemanticTokenModifier::DEFAULT_LIBRARY,
        ide::TokenModifier::Compiled => SemanticTokenModifier::new("compiled"),
        ide::TokenModifier::Captured => SemanticTokenModifier::new("captured"),
        ide::TokenModifier::Unsupported => SemanticTokenModifier::new("unsupported"),
    });
    SemanticTokensLegend { token_types: kinds.to_vec(), token_modifiers: modifiers.to_vec() }
}

pub fn semantic_tokens(snapshot: &Snapshot, uri: &Uri, range: Option<Range>) -> SemanticTokens {
    let analysed = snapshot.of(uri);
    let wanted = match range {
        Some(range) => snapshot.span(&analysed, uri, range),
        None => snapshot.whole(&analysed, uri),
    };
    let (mut line, mut column) = (0, 0);
    let tokens = ide::tokens(&analysed.analysis, wanted).into_iter().filter(|token| snapshot.is_in(uri, token.span));
    let data = tokens.map(|token| {
        let range = snapshot.range(&analysed, token.span);
        let delta_line = range.start.line - line;
        let delta_start = if delta_line == 0 { range.start.character - column } else { range.start.character };
        (line, column) = (range.start.line, range.start.character);
        let bit = |modifier: &ide::TokenModifier| {
            ide::TokenModifier::ALL.iter().position(|other| other == modifier).map_or(0, |index| 1 << index)
        };
        let token_type = ide::TokenKind::ALL.iter().position(|kind| *kind == token.kind).unwrap_or_default() as u32;
        let length = range.end.character.saturating_sub(range.start.character);
        let token_modifiers_bitset = token.modifiers.iter().map(bit).fold(0, |all, bit| all | bit);
        SemanticToken { delta_line, delta_start, length, token_type, token_modifiers_bitset }
    });
    SemanticTokens { result_id: None, data: data.collect() }
}

pub fn folding_ranges(snapshot: &Snapshot, uri: &Uri) -> Vec<FoldingRange> {
    let analysed = snapshot.of(uri);
    let folds = ide::folds(&analysed.analysis, FILE).into_iter().filter(|fold| snapshot.is_in(uri, fold.span));
    folds
        .map(|fold| {
            let range = snapshot.range(&analysed, fold.span);
            FoldingRange {
                start_line: range.start.line,
                start_character: None,
                end_line: range.end.line,
                end_character: None,
                kind: match fold.kind {
                    ide::FoldKind::Code => None,
                    ide::FoldKind::Imports => Some(FoldingRangeKind::Imports),
                    ide::FoldKind::Comment => Some(FoldingRangeKind::Comment),
                },
                collapsed_text: None,
            }
        })
        .collect()
}

pub fn selection_ranges(snapshot: &Snapshot, params: &SelectionRangeParams) -> Vec<SelectionRange> {
    let uri = &params.text_document.uri;
    let of = |position: &Position| {
        let place = snapshot.place(uri, *position);
        let spans = ide::selection_ranges(&place.analysed.analysis, place.position);
        let nested = spans.into_iter().rev().fold(None, |parent: Option<SelectionRange>, span| {
            Some(SelectionRange { range: snapshot.range(&place.analysed, span), parent: parent.map(Box::new) })
        });
        let empty = Range { start: *position, end: *position };
        nested.unwrap_or(SelectionRange { range: empty, parent: None })
    };
    params.positions.iter().map(of).collect()
}

fn call_item(snapshot: &Snapshot, analysed: &Analysed, callable: ide::Callable) -> Option<CallHierarchyItem> {
    let location = snapshot.location(analysed, callable.full)?;
    let root = &analysed.analysis.file(FILE).path;
    let path = &analysed.analysis.file(callable.full.file).path;
    Some(CallHierarchyItem {
        name: callable.name,
        kind: if callable.place.start == callable.place.end { SymbolKind::MODULE } else { SymbolKind::FUNCTION },
        tags: None,
        detail: Some(analysed.analysis.file(callable.full.file).module.clone()),
        uri: location.uri,
        range: location.range,
        selection_range: snapshot.range(analysed, callable.place),
        data: Some(json!({ "root": root, "path": path, "start": callable.full.start, "end": callable.full.end })),
    })
}

/// The definition that an item of the call hierarchy is of, in an analysis that holds its file.
fn of_item(analysis: &Analysis, data: &Value) -> Option<Span> {
    let file = analysis.file_at(data["path"].as_str()?)?;
    let offset = |key: &str| data[key].as_u64().and_then(|offset| u32::try_from(offset).ok());
    Some(Span { file, start: offset("start")?, end: offset("end")? })
}

pub fn prepare_call_hierarchy(
    snapshot: &Snapshot,
    params: TextDocumentPositionParams,
) -> Option<Vec<CallHierarchyItem>> {
    let place = snapshot.place(&params.text_document.uri, params.position);
    let callable = ide::callable_at(&place.analysed.analysis, place.position)?;
    call_item(snapshot, &place.analysed, callable).map(|item| vec![item])
}

pub fn incoming_calls(snapshot: &Snapshot, item: &CallHierarchyItem) -> Option<Vec<CallHierarchyIncomingCall>> {
    let data = item.data.as_ref()?;
    let mut found: Vec<CallHierarchyIncomingCall> = Vec::new();
    let mut paths = snapshot.workspace_paths();
    paths.push(data["root"].as_str()?.to_owned());
    for path in paths {
        let analysed = snapshot.analysed(&path);
        let Some(definition) = of_item(&analysed.analysis, data) else { continue };
        for calls in ide::incoming_calls(&analysed.analysis, definition) {
            let from_ranges = calls.sites.iter().map(|site| snapshot.range(&analysed, *site)).collect();
            let Some(from) = call_item(snapshot, &analysed, calls.other) else { continue };
            if found.iter().all(|known| (&known.from.uri, known.from.range) != (&from.uri, from.range)) {
                found.push(CallHierarchyIncomingCall { from, from_ranges });
            }
        }
    }
    Some(found)
}

pub fn outgoing_calls(snapshot: &Snapshot, item: &CallHierarchyItem) -> Option<Vec<CallHierarchyOutgoingCall>> {
    let data = item.data.as_ref()?;
    let analysed = snapshot.analysed(data["root"].as_str()?);
    let definition = of_item(&analysed.analysis, data)?;
    let calls = ide::outgoing_calls(&analysed.analysis, definition).into_iter();
    let found = calls.filter_map(|calls| {
        let from_ranges = calls.sites.iter().map(|site| snapshot.range(&analysed, *site)).collect();
        Some(CallHierarchyOutgoingCall { to: call_item(snapshot, &analysed, calls.other)?, from_ranges })
    });
    Some(found.collect())
}

pub fn document_links(snapshot: &Snapshot, uri: &Uri) -> Vec<DocumentLink> {
    let analysed = snapshot.of(uri);
    let links = ide::links(&analysed.analysis, FILE).into_iter().filter(|link| snapshot.is_in(uri, link.span));
    links
        .map(|link| DocumentLink {
            range: snapshot.range(&analysed, link.span),
            target: std::path::absolute(&link.path).ok().and_then(|path| uri_of(&path.to_string_lossy())),
            tooltip: Some(link.path),
            data: None,
        })
        .collect()
}

/// The kind of the action that applies every fix of a file.
pub const FIX_ALL: CodeActionKind = CodeActionKind::new("source.fixAll.hotforge");

pub fn code_actions(snapshot: &Snapshot, params: &CodeActionParams) -> CodeActionResponse {
    let uri = &params.text_document.uri;
    let analysed = snapshot.of(uri);
    let is_wanted = |kind: &CodeActionKind| {
        let is_under = |wanted: &CodeActionKind| {
            let (kind, wanted) = (kind.as_str(), wanted.as_str());
            kind == wanted || kind.strip_prefix(wanted).is_some_and(|rest| rest.starts_with('.'))
        };
        params.context.only.as_ref().is_none_or(|only| only.iter().any(is_under))
    };
    let edit = |edits: Vec<ide::Edit>| {
        let mut changes: HashMap<Uri, Vec<TextEdit>> = HashMap::new();
        for edit in edits {
            if let Some(location) = snapshot.location(&analysed, edit.span) {
                changes.entry(location.uri).or_default().push(TextEdit { range: location.range, new_text: edit.text });
            }
        }
        Some(WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() })
    };
    let mut actions = Vec::new();
    if is_wanted(&CodeActionKind::QUICKFIX) {
        for action in ide::actions(&analysed.analysis, snapshot.span(&analysed, uri, params.range)) {
            let diagnostic = &analysed.analysis.diagnostics[action.diagnostic];
            actions.push(CodeAction {
                title: action.title,
                kind: Some(CodeActionKind::QUICKFIX),
                diagnostics: Some(vec![diagnose::translated(snapshot, &analysed, diagnostic)]),
                edit: edit(vec![action.edit]),
                is_preferred: Some(true),
                ..CodeAction::default()
            });
        }
    }
    let all = ide::fix_all(&analysed.analysis, FILE);
    if is_wanted(&FIX_ALL) && !all.is_empty() {
        let title = match all.len() {
            1 => "Fix the problem that can be fixed".to_owned(),
            count => format!("Fix all {count} problems that can be fixed"),
        };
        actions.push(CodeAction { title, kind: Some(FIX_ALL), edit: edit(all), ..CodeAction::default() });
    }
    actions.into_iter().map(CodeActionOrCommand::CodeAction).collect()
}

/// The predictors of a file, or the graph of one, as data for clients that draw.
pub fn describe(snapshot: &Snapshot, uri: &Uri, command: &str, predictor: Option<&Value>) -> Value {
    let analysed = snapshot.of(uri);
    let analysis = &analysed.analysis;
    if command == commands::GRAPH {
        let lenses = ide::lenses(analysis, FILE);
        let wanted = predictor.and_then(Value::as_str);
        let lens = lenses.iter().find(|lens| wanted.is_none_or(|name| name == lens.predictor));
        return lens.map_or(Value::Null, |lens| graph(snapshot, &analysed, &ide::graph(analysis, lens.full)));
    }
    let parameter = |parameter: &hotforge_analyzer::ir::Parameter| {
        json!({
            "name": parameter.name,
            "type": parameter.ty.to_string(),
            "default": parameter.default,
            "required": parameter.default.is_none(),
            "description": parameter.annotation.description,
        })
    };
    let predictor = |predictor: &hotforge_analyzer::ir::Predictor| {
        json!({
            "name": predictor.name,
            "doc": predictor.doc,
            "parameters": predictor.parameters.iter().map(parameter).collect::<Vec<_>>(),
            "returns": analysis.program.functions[predictor.function.0 as usize].returns.to_string(),
        })
    };
    analysis.program.predictors.iter().map(predictor).collect()
}

fn graph(snapshot: &Snapshot, analysed: &Analysed, graph: &ide::Graph) -> Value {
    let node = |node: &ide::Node| {
        let kind = match node.kind {
            ide::NodeKind::Function => "function",
            ide::NodeKind::Global => "global",
            ide::NodeKind::Operator => "operator",
        };
        json!({ "kind": kind, "label": node.label, "location": snapshot.location(analysed, node.span) })
    };
    let edge = |edge: &ide::Edge| json!({ "from": edge.from, "to": edge.to, "types": edge.types });
    json!({
        "nodes": graph.nodes.iter().map(node).collect::<Vec<_>>(),
        "edges": graph.edges.iter().map(edge).collect::<Vec<_>>(),
    })
}

fn text_edit(snapshot: &Snapshot, analysed: &Analysed, edit: ide::Edit) -> TextEdit {
    TextEdit { range: snapshot.range(analysed, edit.span), new_text: edit.text }
}

fn markdown(value: String) -> Documentation {
    Documentation::MarkupContent(MarkupContent { kind: MarkupKind::Markdown, value })
}
