// What the editor asks of the analyzer, in Monaco's terms. Nothing is decided here.

import type * as Monaco from "monaco-editor/editor";

import type { Edit, Location, Symbol as AnalyzerSymbol } from "../analyzer/protocol";
import { ask, documents, settings } from "../state";
import { monaco, pathOf, uriOf } from "./setup";

const PYTHON = { language: "python", scheme: "inmemory" };

/** As `hotforge_analyzer::ide` numbers them. */
const LEGEND = {
  tokenTypes: ["namespace", "class", "function", "method", "property", "variable", "parameter"],
  tokenModifiers: ["declaration", "defaultLibrary", "compiled", "captured", "unsupported"],
};

function completionKind(kind: string): Monaco.languages.CompletionItemKind {
  const kinds = monaco.languages.CompletionItemKind;
  const known: Record<string, Monaco.languages.CompletionItemKind> = {
    KeywordArgument: kinds.Variable,
    Variable: kinds.Variable,
    Method: kinds.Method,
    Property: kinds.Property,
    Function: kinds.Function,
    Global: kinds.Constant,
    Constant: kinds.Constant,
    Class: kinds.Class,
    Module: kinds.Module,
    Keyword: kinds.Keyword,
  };
  return known[kind] ?? kinds.Text;
}

function symbolKind(kind: string): Monaco.languages.SymbolKind {
  const kinds = monaco.languages.SymbolKind;
  const known: Record<string, Monaco.languages.SymbolKind> = {
    Predictor: kinds.Event,
    Function: kinds.Function,
    Method: kinds.Method,
    Class: kinds.Class,
    Constant: kinds.Constant,
    Variable: kinds.Variable,
  };
  return known[kind] ?? kinds.Variable;
}

const markdown = (value: string | null) => (value === null ? undefined : { value });

function workspaceEdit(edits: Edit[]): Monaco.languages.WorkspaceEdit {
  const known = edits.filter((edit) => documents.peek().has(edit.file));
  return {
    edits: known.map(({ file, range, text }) => ({ resource: uriOf(file), textEdit: { range, text }, versionId: undefined })),
  };
}

const place = ({ lineNumber, column }: Monaco.Position) => ({ lineNumber, column });
const at = (model: Monaco.editor.ITextModel, position: Monaco.Position) => ({
  file: pathOf(model.uri),
  position: place(position),
});

/** The stub of a module of the catalog as a text that can be looked at. */
async function stub(module: string): Promise<Monaco.Uri> {
  const uri = monaco.Uri.parse(`catalog://hotforge/${module}.pyi`);
  if (!monaco.editor.getModel(uri)) {
    monaco.editor.createModel((await ask("stub", { module })) ?? "", "python", uri);
  }
  return uri;
}

async function location(target: Location | { module: string; range: Monaco.IRange }): Promise<Monaco.languages.Location> {
  const uri = "file" in target ? uriOf(target.file) : await stub(target.module);
  return { uri, range: target.range };
}

export function register(onHintsChanged: Monaco.IEvent<void>, onTokensChanged: Monaco.IEvent<void>): void {
  const { languages } = monaco;
  languages.registerHoverProvider(PYTHON, {
    async provideHover(model, position) {
      const hover = await ask("hover", at(model, position));
      return hover ? { range: hover.range, contents: [{ value: hover.markdown }] } : null;
    },
  });
  languages.registerInlayHintsProvider(PYTHON, {
    onDidChangeInlayHints: onHintsChanged,
    async provideInlayHints(model) {
      const found = settings.peek().hints ? await ask("hints", { file: pathOf(model.uri) }) : [];
      const hints = (found ?? []).map((hint): Monaco.languages.InlayHint => {
        const textEdits = hint.edit ? [{ range: hint.edit.range, text: hint.edit.text }] : [];
        const kind = hint.isParameter ? languages.InlayHintKind.Parameter : languages.InlayHintKind.Type;
        return { position: hint.position, label: hint.label, kind, textEdits };
      });
      return { hints, dispose: () => {} };
    },
  });
  languages.registerDocumentSemanticTokensProvider(PYTHON, {
    onDidChange: onTokensChanged,
    getLegend: () => LEGEND,
    async provideDocumentSemanticTokens(model) {
      const version = model.getVersionId();
      const data = await ask("tokens", { file: pathOf(model.uri) });
      if (model.getVersionId() !== version) {
        // They are of another text than was asked for. By this error the editor keeps the colours it has, and asks again.
        throw new Error("busy");
      }
      return data ? { data: new Uint32Array(data) } : null;
    },
    releaseDocumentSemanticTokens: () => {},
  });
  languages.registerCompletionItemProvider(PYTHON, {
    triggerCharacters: ["."],
    async provideCompletionItems(model, position) {
      const found = (await ask("completions", at(model, position))) ?? [];
      const suggestions = found.map((item, index): Monaco.languages.CompletionItem => {
        const made: Monaco.languages.CompletionItem = {
          label: item.label,
          kind: completionKind(item.kind),
          insertText: item.label,
          range: item.replace,
          sortText: String(index).padStart(5, "0"),
        };
        if (item.detail !== null) made.detail = item.detail;
        if (item.doc !== null) made.documentation = { value: item.doc };
        return made;
      });
      return { suggestions };
    },
  });
  languages.registerSignatureHelpProvider(PYTHON, {
    signatureHelpTriggerCharacters: ["(", ","],
    async provideSignatureHelp(model, position) {
      const help = await ask("signature", at(model, position));
      if (!help) return null;
      const signatures = help.signatures.map((signature): Monaco.languages.SignatureInformation => {
        const made: Monaco.languages.SignatureInformation = {
          label: signature.label,
          parameters: signature.parameters.map((label) => ({ label })),
        };
        const documentation = markdown(signature.doc);
        if (documentation) made.documentation = documentation;
        return made;
      });
      const activeParameter = help.signatures[help.active]?.active ?? 0;
      return { value: { signatures, activeSignature: help.active, activeParameter }, dispose: () => {} };
    },
  });
  languages.registerDefinitionProvider(PYTHON, {
    async provideDefinition(model, position) {
      return Promise.all(((await ask("definitions", at(model, position))) ?? []).map(location));
    },
  });
  languages.registerReferenceProvider(PYTHON, {
    async provideReferences(model, position) {
      return Promise.all(((await ask("references", at(model, position))) ?? []).map(location));
    },
  });
  languages.registerDocumentHighlightProvider(PYTHON, {
    async provideDocumentHighlights(model, position) {
      const kinds = languages.DocumentHighlightKind;
      const found = (await ask("highlights", at(model, position))) ?? [];
      return found.map(({ range, isWrite }) => ({ range, kind: isWrite ? kinds.Write : kinds.Read }));
    },
  });
  languages.registerRenameProvider(PYTHON, {
    async resolveRenameLocation(model, position) {
      const found = await ask("renamable", at(model, position));
      const nowhere = { range: new monaco.Range(1, 1, 1, 1), text: "" };
      if (!found) return { ...nowhere, rejectReason: "The text has changed." };
      return "refused" in found ? { ...nowhere, rejectReason: found.refused } : found;
    },
    async provideRenameEdits(model, position, name) {
      const found = await ask("rename", { ...at(model, position), name });
      if (!found) return null;
      return "refused" in found ? { edits: [], rejectReason: found.refused } : workspaceEdit(found.edits);
    },
  });
  languages.registerDocumentSymbolProvider(PYTHON, {
    async provideDocumentSymbols(model) {
      const made = (symbol: AnalyzerSymbol): Monaco.languages.DocumentSymbol => ({
        name: symbol.name,
        detail: symbol.detail ?? "",
        kind: symbolKind(symbol.kind),
        tags: [],
        range: symbol.range,
        selectionRange: symbol.nameRange,
        children: symbol.children.map(made),
      });
      return ((await ask("symbols", { file: pathOf(model.uri) })) ?? []).map(made);
    },
  });
  languages.registerFoldingRangeProvider(PYTHON, {
    async provideFoldingRanges(model) {
      const kinds = languages.FoldingRangeKind;
      const known: Record<string, Monaco.languages.FoldingRangeKind> = { imports: kinds.Imports, comment: kinds.Comment };
      const found = (await ask("folds", { file: pathOf(model.uri) })) ?? [];
      return found.map(({ start, end, kind }) => {
        const named = kind === null ? undefined : known[kind];
        return named ? { start, end, kind: named } : { start, end };
      });
    },
  });
  languages.registerSelectionRangeProvider(PYTHON, {
    async provideSelectionRanges(model, positions) {
      const of = async (position: Monaco.Position) => {
        const found = (await ask("selections", at(model, position))) ?? [];
        return found.map((range) => ({ range }));
      };
      return Promise.all(positions.map(of));
    },
  });
  languages.registerCodeActionProvider(PYTHON, {
    async provideCodeActions(model, range, context) {
      const file = pathOf(model.uri);
      const found = (await ask("actions", { file, range: { ...range } })) ?? [];
      const actions: Monaco.languages.CodeAction[] = found.map((action) => ({
        title: action.title,
        kind: "quickfix",
        isPreferred: true,
        edit: workspaceEdit(action.edits),
        diagnostics: context.markers.filter((marker) => marker.startLineNumber === action.range.startLineNumber),
      }));
      const all = (await ask("fixAll", { file })) ?? [];
      if (all.length > 1) {
        const title = `Fix all ${all.length} problems that can be fixed`;
        actions.push({ title, kind: "source.fixAll", edit: workspaceEdit(all) });
      }
      return { actions, dispose: () => {} };
    },
  });
}
