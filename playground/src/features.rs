//! Translates what the analyzer tells editors. Nothing is decided here.

use std::rc::Rc;

use hotforge_analyzer::{catalog, ide};
use serde_json::{Value, json};

use crate::lines::{Lines, Place, Range};
use crate::session::{Analysed, Session};
use crate::translate::FILE;

pub fn diagnostics(analysed: &Analysed) -> Value {
    let item = |diagnostic: &hotforge_analyzer::Diagnostic| {
        let labels = diagnostic.labels.iter().map(|label| {
            let mut place = analysed.location(label.span);
            place["message"] = json!(label.message);
            place
        });
        let mut item = analysed.location(diagnostic.span);
        item["code"] = json!(diagnostic.code);
        item["severity"] = json!(diagnostic.severity);
        item["message"] = json!(diagnostic.message);
        item["help"] = json!(diagnostic.help);
        item["fixable"] = json!(diagnostic.fix.is_some());
        item["labels"] = labels.collect();
        item
    };
    let unreached = ide::unreached(&analysed.analysis, FILE).into_iter().map(|span| json!(analysed.range(span)));
    json!({
        "files": analysed.analysis.files.iter().map(|file| &file.path).collect::<Vec<_>>(),
        "items": analysed.analysis.diagnostics.iter().map(item).collect::<Vec<_>>(),
        "unreached": unreached.collect::<Vec<_>>(),
        "dependencies": analysed.analysis.dependencies,
    })
}

pub fn hover(session: &mut Session, file: &str, position: Place) -> Value {
    let analysed = session.edited(file);
    let found = ide::hover(&analysed.analysis, analysed.position(position), &|captured| size(session, captured));
    found.map_or(Value::Null, |hover| json!({ "range": analysed.range(hover.span), "markdown": hover.markdown() }))
}

/// How many bytes a captured file has.
fn size(session: &Session, captured: &ide::CapturedGlobal) -> Option<u64> {
    match &captured.size {
        ide::Size::File(path) => session.size(path),
        _ => None,
    }
}

/// While a text is broken: the hints that it had when it was sound, so that they do not come and go with each key.
pub fn hints(session: &mut Session, file: &str) -> Value {
    let analysed = session.edited(file);
    let sound = session.last_sound(file).filter(|_| !analysed.is_sound());
    let hints = match sound {
        Some(sound) => ide::moved_hints(&sound.analysis, &analysed.analysis, FILE, SWITCHES),
        None => ide::hints(&analysed.analysis, analysed.everything(), SWITCHES),
    };
    let hint = |hint: ide::Hint| {
        json!({
            "position": analysed.place(hint.offset),
            "label": hint.label,
            "isParameter": hint.kind == ide::HintKind::Parameter,
            "edit": hint.edit.map(|edit| analysed.edit(&edit)),
        })
    };
    hints.into_iter().map(hint).collect()
}

const SWITCHES: ide::HintSwitches = ide::HintSwitches {
    variables: true,
    loop_targets: true,
    lambda_parameters: true,
    parameters: true,
    return_types: true,
    shapes: true,
};

/// Five numbers for each token, as the protocol of language servers has them: lines and columns relative to the last.
pub fn tokens(analysed: &Analysed) -> Value {
    let (mut line, mut column) = (1, 1);
    let mut data: Vec<u32> = Vec::new();
    for token in ide::tokens(&analysed.analysis, analysed.everything()) {
        let range = analysed.range(token.span);
        let start = range.start();
        let kind = ide::TokenKind::ALL.iter().position(|kind| *kind == token.kind).unwrap_or_default() as u32;
        let bit = |modifier| ide::TokenModifier::ALL.iter().position(|one| *one == modifier).map_or(0, |at| 1 << at);
        let modifiers = token.modifiers.iter().fold(0, |all, modifier| all | bit(*modifier));
        let from = if start.line_number == line { column } else { 1 };
        data.extend([start.line_number - line, start.column - from, range.end_column - start.column, kind, modifiers]);
        (line, column) = (start.line_number, start.column);
    }
    json!(data)
}

pub fn completions(analysed: &Analysed, position: Place) -> Value {
    let item = |completion: ide::Completion| {
        json!({
            "label": completion.label,
            "kind": format!("{:?}", completion.kind),
            "detail": completion.detail,
            "doc": completion.doc,
            "replace": analysed.range(completion.replace),
        })
    };
    ide::completions(&analysed.analysis, analysed.position(position)).into_iter().map(item).collect()
}

pub fn signature(analysed: &Analysed, position: Place) -> Value {
    let Some(help) = ide::signature_help(&analysed.analysis, analysed.position(position)) else { return Value::Null };
    let width = |text: &str| text.encode_utf16().count();
    let signature = |signature: &ide::SignatureText| {
        let ranges = signature.parameters.iter();
        let ranges = ranges.map(|(start, end)| [width(&signature.label[..*start]), width(&signature.label[..*end])]);
        json!({
            "label": signature.label,
            "doc": signature.doc,
            "parameters": ranges.collect::<Vec<_>>(),
            "active": signature.active,
        })
    };
    json!({ "signatures": help.signatures.iter().map(signature).collect::<Vec<_>>(), "active": help.active })
}

/// Where something is defined: a `file` of the page, or a `module` of the catalog, whose stub can be asked for.
pub fn definitions(analysed: &Analysed, position: Place) -> Value {
    let target = |target: ide::Target| match target {
        ide::Target::File { name, .. } => Some(analysed.location(name)),
        ide::Target::Stub { module, name, .. } => {
            let (module, text) = catalog::stub_text(module)?;
            Some(json!({ "module": module, "range": Lines::of(text).range(text, name.0, name.1) }))
        }
    };
    ide::definitions(&analysed.analysis, analysed.position(position)).into_iter().filter_map(target).collect()
}

/// The analyses that may mention what a name stands for.
fn around(session: &mut Session, analysed: &Rc<Analysed>, referent: &ide::Referent) -> Vec<Rc<Analysed>> {
    let path = match referent {
        ide::Referent::Local { path, .. } | ide::Referent::Global { path, .. } => path,
        ide::Referent::Catalog(_) => return vec![analysed.clone()],
    };
    let others: Vec<_> = session.python_files().iter().map(|file| session.edited(file)).collect();
    let others = others.into_iter().filter(|other| other.analysis.file_at(path).is_some());
    std::iter::once(analysed.clone()).chain(others).collect()
}

pub fn references(session: &mut Session, file: &str, position: Place) -> Value {
    let analysed = session.edited(file);
    let Some(referent) = ide::referent_at(&analysed.analysis, analysed.position(position)) else { return json!([]) };
    let mut found: Vec<Value> = Vec::new();
    for analysed in around(session, &analysed, &referent) {
        for reference in ide::references(&analysed.analysis, &referent) {
            let location = analysed.location(reference.span);
            if !found.contains(&location) {
                found.push(location);
            }
        }
    }
    found.into()
}

pub fn highlights(analysed: &Analysed, position: Place) -> Value {
    let found = ide::highlights(&analysed.analysis, analysed.position(position)).into_iter();
    found.map(|one| json!({ "range": analysed.range(one.span), "isWrite": one.is_write })).collect()
}

pub fn renamable(analysed: &Analysed, position: Place) -> Value {
    match ide::renamable(&analysed.analysis, analysed.position(position)) {
        Ok(span) => json!({ "range": analysed.range(span), "text": analysed.analysis.file(span.file).slice(span) }),
        Err(reason) => json!({ "refused": reason.0 }),
    }
}

pub fn rename(session: &mut Session, file: &str, position: Place, name: &str) -> Value {
    let analysed = session.edited(file);
    let position = analysed.position(position);
    let mut found: Vec<Value> = Vec::new();
    let mut add = |analysed: &Analysed, position| -> Result<(), ide::NotRenamed> {
        for edit in ide::rename(&analysed.analysis, position, name)? {
            let edit = analysed.edit(&edit);
            if !found.contains(&edit) {
                found.push(edit);
            }
        }
        Ok(())
    };
    if let Err(reason) = add(&analysed, position) {
        return json!({ "refused": reason.0 });
    }
    if let Some(referent) = ide::referent_at(&analysed.analysis, position) {
        for analysed in around(session, &analysed, &referent) {
            let Some(first) = ide::references(&analysed.analysis, &referent).into_iter().next() else { continue };
            let position = ide::Position { file: first.span.file, offset: first.span.start };
            if let Err(reason) = add(&analysed, position) {
                return json!({ "refused": reason.0 });
            }
        }
    }
    json!({ "edits": found })
}

pub fn symbols(analysed: &Analysed) -> Value {
    outline(analysed, &ide::document_symbols(&analysed.analysis, FILE))
}

fn outline(analysed: &Analysed, symbols: &[ide::Symbol]) -> Value {
    let symbol = |symbol: &ide::Symbol| {
        json!({
            "name": symbol.name,
            "kind": format!("{:?}", symbol.kind),
            "detail": symbol.detail,
            "range": analysed.range(symbol.full),
            "nameRange": analysed.range(symbol.place),
            "children": outline(analysed, &symbol.children),
        })
    };
    symbols.iter().map(symbol).collect()
}

pub fn folds(analysed: &Analysed) -> Value {
    let fold = |fold: ide::Fold| {
        let range = analysed.range(fold.span);
        let kind = match fold.kind {
            ide::FoldKind::Code => None,
            ide::FoldKind::Imports => Some("imports"),
            ide::FoldKind::Comment => Some("comment"),
        };
        json!({ "start": range.start_line_number, "end": range.end_line_number, "kind": kind })
    };
    ide::folds(&analysed.analysis, FILE).into_iter().map(fold).collect()
}

pub fn selections(analysed: &Analysed, position: Place) -> Value {
    let spans = ide::selection_ranges(&analysed.analysis, analysed.position(position));
    spans.into_iter().map(|span| json!(analysed.range(span))).collect()
}

pub fn lenses(analysed: &Analysed) -> Value {
    let lens = |lens: ide::Lens| {
        let (readiness, problems) = match lens.readiness {
            ide::Readiness::Ready => ("ready", 0),
            ide::Readiness::NeedsCapture => ("needsCapture", 0),
            ide::Readiness::Problems(count) => ("problems", count),
        };
        json!({
            "predictor": lens.predictor,
            "range": analysed.range(lens.span),
            "readiness": readiness,
            "problems": problems,
        })
    };
    ide::lenses(&analysed.analysis, FILE).into_iter().map(lens).collect()
}

pub fn actions(analysed: &Analysed, range: Range) -> Value {
    let action = |action: ide::Action| {
        let diagnostic = &analysed.analysis.diagnostics[action.diagnostic];
        json!({
            "title": action.title,
            "code": diagnostic.code,
            "range": analysed.range(diagnostic.span),
            "edits": [analysed.edit(&action.edit)],
        })
    };
    ide::actions(&analysed.analysis, analysed.span(range)).into_iter().map(action).collect()
}

pub fn fix_all(analysed: &Analysed) -> Value {
    ide::fix_all(&analysed.analysis, FILE).iter().map(|edit| analysed.edit(edit)).collect()
}
