// The editor as a view: models follow the documents, markers follow the diagnostics.

import { effect } from "@preact/signals";
import type * as Monaco from "monaco-editor/editor";
import { useEffect, useRef } from "preact/hooks";

import type { Diagnostic } from "../analyzer/protocol";
import {
  active,
  cursor,
  diagnostics,
  documents,
  goal,
  isDark,
  openPage,
  problems,
  reveal,
  settings,
  write,
} from "../state";
import { register } from "./providers";
import { monaco, pathOf, uriOf } from "./setup";

const hintsChanged = new monaco.Emitter<void>();
const tokensChanged = new monaco.Emitter<void>();
register(hintsChanged.event, tokensChanged.event);

// Code that is opened by a definition or a reference in another file comes into its tab.
monaco.editor.registerEditorOpener({
  openCodeEditor(_source, resource, selection) {
    const file = pathOf(resource);
    if (!documents.peek().has(file)) return false;
    const range = selection && "startLineNumber" in selection ? selection : undefined;
    const start = range ?? { startLineNumber: 1, startColumn: 1, endLineNumber: 1, endColumn: 1 };
    reveal({ file, range: start });
    return true;
  },
});

function marker(item: Diagnostic): Monaco.editor.IMarkerData {
  const severities = {
    error: monaco.MarkerSeverity.Error,
    warning: monaco.MarkerSeverity.Warning,
    note: monaco.MarkerSeverity.Info,
  };
  return {
    ...item.range,
    severity: severities[item.severity],
    message: item.help === null ? item.message : `${item.message}\n${item.help}`,
    source: "hotforge",
    code: { value: item.code, target: monaco.Uri.parse(`${location.origin}${location.pathname}#docs/${item.code}`) },
    relatedInformation: item.labels
      .filter((label) => documents.peek().has(label.file))
      .map((label) => ({ resource: uriOf(label.file), message: label.message, ...label.range })),
  };
}

function showMarkers(): void {
  for (const model of monaco.editor.getModels()) {
    const path = pathOf(model.uri);
    const own = problems.value.filter((item) => item.file === path).map(marker);
    const faded = (diagnostics.value.get(path)?.unreached ?? []).map((range) => ({
      ...range,
      severity: monaco.MarkerSeverity.Hint,
      message: "Nothing reaches this code.",
      tags: [monaco.MarkerTag.Unnecessary],
    }));
    monaco.editor.setModelMarkers(model, "hotforge", [...own, ...faded]);
  }
}

/** The model of a document, made when it is first wanted. */
function modelOf(path: string, text: string): Monaco.editor.ITextModel {
  const known = monaco.editor.getModel(uriOf(path));
  if (known) return known;
  const language = path.endsWith(".py") ? "python" : "plaintext";
  const model = monaco.editor.createModel(text, language, uriOf(path));
  model.onDidChangeContent(() => {
    if (documents.peek().has(path)) write(path, model.getValue());
  });
  return model;
}

function followDocuments(editor: Monaco.editor.IStandaloneCodeEditor): () => void {
  const views = new Map<string, Monaco.editor.ICodeEditorViewState | null>();
  let shown = "";
  return effect(() => {
    const texts = documents.value;
    for (const model of monaco.editor.getModels()) {
      if (model.uri.scheme === "inmemory" && !texts.has(pathOf(model.uri))) model.dispose();
    }
    for (const [path, text] of texts) {
      const model = modelOf(path, text);
      if (model.getValue() !== text) model.setValue(text);
    }
    const path = active.value;
    const text = texts.get(path);
    if (text === undefined || (path === shown && editor.getModel())) return;
    views.set(shown, editor.saveViewState());
    editor.setModel(modelOf(path, text));
    const view = views.get(path);
    if (view) editor.restoreViewState(view);
    shown = path;
  });
}

function followSettings(editor: Monaco.editor.IStandaloneCodeEditor, status: HTMLElement): () => void {
  let vim: { dispose(): void } | undefined;
  return effect(() => {
    const now = settings.value;
    monaco.editor.setTheme(isDark.value ? "hotforge-dark" : "hotforge-light");
    editor.updateOptions({
      fontSize: now.fontSize,
      wordWrap: now.wrap ? "on" : "off",
      inlayHints: { enabled: now.hints ? "on" : "off", fontSize: now.fontSize - 2, padding: false },
    });
    hintsChanged.fire();
    if (now.vim && !vim) {
      void import("monaco-vim").then(({ initVimMode }) => {
        if (settings.peek().vim && !vim) vim = initVimMode(editor, status);
      });
    } else if (!now.vim) {
      vim?.dispose();
      vim = undefined;
    }
  });
}

function create(host: HTMLElement): Monaco.editor.IStandaloneCodeEditor {
  const editor = monaco.editor.create(host, {
    model: null,
    automaticLayout: true,
    ariaLabel: "Python source",
    fontFamily: '"JetBrains Mono Variable", ui-monospace, Menlo, Consolas, monospace',
    fontLigatures: false,
    lineHeight: 1.6,
    minimap: { enabled: false },
    padding: { top: 14, bottom: 40 },
    renderLineHighlight: "line",
    renderFinalNewline: "on",
    scrollBeyondLastLine: false,
    smoothScrolling: true,
    cursorSmoothCaretAnimation: "on",
    "semanticHighlighting.enabled": true,
    tabSize: 4,
    fixedOverflowWidgets: true,
    lineNumbersMinChars: 3,
    stickyScroll: { enabled: false },
    overviewRulerBorder: false,
    scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, alwaysConsumeMouseWheel: false },
    wordBasedSuggestions: "off",
    quickSuggestions: { other: true, comments: false, strings: false },
    accessibilitySupport: "auto",
  });
  editor.onDidChangeCursorPosition(({ position }) => {
    cursor.value = { lineNumber: position.lineNumber, column: position.column };
  });
  return editor;
}

/** What is under the hand of tests and of other views. */
export let current: Monaco.editor.IStandaloneCodeEditor | undefined;

export default function Editor() {
  const host = useRef<HTMLDivElement>(null);
  const status = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!host.current || !status.current) return;
    const editor = (current = create(host.current));
    const stops = [
      followDocuments(editor),
      followSettings(editor, status.current),
      effect(showMarkers),
      effect(() => {
        const found = diagnostics.value;
        if (found.size > 0) {
          hintsChanged.fire();
          tokensChanged.fire();
        }
      }),
      effect(() => {
        const wanted = goal.value;
        if (!wanted || active.value !== wanted.at.file) return;
        editor.setSelection(wanted.at.range);
        editor.revealRangeInCenterIfOutsideViewport(wanted.at.range, monaco.editor.ScrollType.Smooth);
        if (wanted.focus) editor.focus();
      }),
    ];
    const openLink = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a[data-href], a[href]") : null;
      const address = link?.getAttribute("data-href") ?? link?.getAttribute("href") ?? "";
      const code = /#docs\/(HF\d+)/.exec(address)?.[1];
      if (!code) return;
      event.preventDefault();
      event.stopPropagation();
      openPage(code);
    };
    document.addEventListener("click", openLink, true);
    return () => {
      document.removeEventListener("click", openLink, true);
      stops.forEach((stop) => stop());
      editor.dispose();
    };
  }, []);
  return (
    <div class="editor">
      <div class="editor-host" ref={host} />
      <div class="vim-status" ref={status} hidden={!settings.value.vim} />
    </div>
  );
}
