// Monaco with what a playground of Python needs and nothing else.

import "monaco-editor/features/bracketMatching/register";
import "monaco-editor/features/caretOperations/register";
import "monaco-editor/features/clipboard/register";
import "monaco-editor/features/codeAction/register";
import "monaco-editor/features/codicon/register";
import "monaco-editor/features/comment/register";
import "monaco-editor/features/contextmenu/register";
import "monaco-editor/features/cursorUndo/register";
import "monaco-editor/features/documentSymbols/register";
import "monaco-editor/features/find/register";
import "monaco-editor/features/folding/register";
import "monaco-editor/features/gotoError/register";
import "monaco-editor/features/gotoLine/register";
import "monaco-editor/features/gotoSymbol/register";
import "monaco-editor/features/hover/register";
import "monaco-editor/features/indentation/register";
import "monaco-editor/features/inlayHints/register";
import "monaco-editor/features/lineSelection/register";
import "monaco-editor/features/linesOperations/register";
import "monaco-editor/features/links/register";
import "monaco-editor/features/multicursor/register";
import "monaco-editor/features/parameterHints/register";
import "monaco-editor/features/quickCommand/register";
import "monaco-editor/features/quickOutline/register";
import "monaco-editor/features/readOnlyMessage/register";
import "monaco-editor/features/referenceSearch/register";
import "monaco-editor/features/rename/register";
import "monaco-editor/features/semanticTokens/register";
import "monaco-editor/features/smartSelect/register";
import "monaco-editor/features/snippet/register";
import "monaco-editor/features/suggest/register";
import "monaco-editor/features/toggleTabFocusMode/register";
import "monaco-editor/features/unicodeHighlighter/register";
import "monaco-editor/features/wordHighlighter/register";
import "monaco-editor/features/wordOperations/register";
// Of these the features of that name have a part only.
import "monaco-editor/editor/contrib/gotoSymbol/browser/goToCommands";
import "monaco-editor/editor/contrib/semanticTokens/browser/documentSemanticTokens";
import "monaco-editor/editor/contrib/suggest/browser/suggestController";
import "monaco-editor/languages/definitions/cpp/register";
import "monaco-editor/languages/definitions/python/register";
import "monaco-editor/languages/definitions/rust/register";
import * as monaco from "monaco-editor/editor";
import EditorWorker from "monaco-editor/editor/editor.worker?worker";

self.MonacoEnvironment = { getWorker: () => new EditorWorker() };

interface Colours {
  base: "vs" | "vs-dark";
  background: string;
  ink: string;
  faint: string;
  line: string;
  selection: string;
  hint: string;
  keyword: string;
  string: string;
  number: string;
  comment: string;
  function: string;
  type: string;
  module: string;
  parameter: string;
  property: string;
  captured: string;
  brackets: [string, string, string];
}

const LIGHT: Colours = {
  base: "vs",
  background: "#fffdfa",
  ink: "#2b2520",
  faint: "#756b61",
  line: "#f6f0e8",
  selection: "#ffe1c7",
  hint: "#74685b",
  keyword: "#b3320a",
  string: "#3c6e2f",
  number: "#7a3fb0",
  comment: "#776c60",
  function: "#1f5fa8",
  type: "#0b6a70",
  module: "#6b5a1e",
  parameter: "#2b2520",
  property: "#5a4a8a",
  captured: "#a8480a",
  brackets: ["#8a4b08", "#6b3fa0", "#1f5fa8"],
};

const DARK: Colours = {
  base: "vs-dark",
  background: "#171412",
  ink: "#e9e1d8",
  faint: "#8d8379",
  line: "#1f1b18",
  selection: "#4a3120",
  hint: "#978a7d",
  keyword: "#ff8f5c",
  string: "#a9cf8f",
  number: "#cfa6f5",
  comment: "#8d8278",
  function: "#86b8f0",
  type: "#6fcfd0",
  module: "#d9c07a",
  parameter: "#e9e1d8",
  property: "#b8a8ee",
  captured: "#ffb37a",
  brackets: ["#e8b44c", "#cfa6f5", "#86b8f0"],
};

function define(name: string, colours: Colours): void {
  const rule = (token: string, colour: string, fontStyle = "") => ({ token, foreground: colour.slice(1), fontStyle });
  monaco.editor.defineTheme(name, {
    base: colours.base,
    inherit: true,
    rules: [
      rule("", colours.ink),
      rule("keyword", colours.keyword),
      rule("string", colours.string),
      rule("string.escape", colours.number),
      rule("number", colours.number),
      rule("comment", colours.comment, "italic"),
      rule("delimiter", colours.hint),
      rule("tag", colours.type),
      rule("type", colours.type),
      rule("type.identifier", colours.type),
      rule("identifier", colours.ink),
      rule("namespace", colours.module),
      rule("class", colours.type),
      rule("function", colours.function),
      rule("method", colours.function),
      rule("property", colours.property),
      rule("variable", colours.ink),
      rule("parameter", colours.parameter, "italic"),
      rule("function.compiled", colours.function, "bold"),
      rule("variable.captured", colours.captured),
      rule("*.unsupported", colours.comment, "strikethrough"),
    ],
    colors: {
      "editor.background": colours.background,
      "editor.foreground": colours.ink,
      "editorGutter.background": colours.background,
      "editorLineNumber.foreground": colours.faint,
      "editorLineNumber.activeForeground": colours.keyword,
      "editor.lineHighlightBackground": colours.line,
      "editor.lineHighlightBorder": "#00000000",
      "editor.selectionBackground": colours.selection,
      "editorInlayHint.background": "#00000000",
      "editorInlayHint.foreground": colours.hint,
      "editorIndentGuide.background1": colours.line,
      "editorCursor.foreground": colours.keyword,
      "editorBracketHighlight.foreground1": colours.brackets[0],
      "editorBracketHighlight.foreground2": colours.brackets[1],
      "editorBracketHighlight.foreground3": colours.brackets[2],
      "editorWidget.background": colours.background,
      "editorWidget.border": colours.selection,
      "editorHoverWidget.background": colours.background,
      "editorHoverWidget.border": colours.selection,
      "editorSuggestWidget.background": colours.background,
      "editorSuggestWidget.border": colours.selection,
      "editorSuggestWidget.selectedBackground": colours.selection,
      "editorSuggestWidget.selectedForeground": colours.ink,
      "editorSuggestWidget.highlightForeground": colours.keyword,
      "editorSuggestWidget.focusHighlightForeground": colours.keyword,
      "list.hoverBackground": colours.line,
      focusBorder: "#e8590c",
    },
  });
}

/** The typed IR as `analyzer/src/ir/print.rs` writes it. */
monaco.languages.register({ id: "hotforge-ir" });
monaco.languages.setMonarchTokensProvider("hotforge-ir", {
  tokenizer: {
    root: [
      [/"(?:[^"\\]|\\.)*"/, "string"],
      [/\$\d+/, "variable.captured"],
      [/\b(?:[a-z_]\w*::)+\w+/, "function"],
      [/[\w.<>]+#\d+/, "function"],
      [
        /\b(?:predictor|global|class|fn|generator|return|yield|raise|reraise|if|then|else|while|for|in|break|continue|try|catch|outside|of|set|new|match|is|not|and|or|pass|gives|each|format|convert|iterate|select|slice|index|feed|fields)\b/,
        "keyword",
      ],
      [/-?\b\d[\d.e+-]*/, "number"],
      [/\b(?:None|True|False|inf|nan)\b/, "number"],
      [/\b(?:bool|int|float|complex|str|bytes|list|dict|set|frozenset|tuple|range|ndarray|Iterator|Literal|Image|[A-Z]\w*)\b/, "type"],
      [/[a-z_]\w*/, "identifier"],
    ],
  },
});

define("hotforge-light", LIGHT);
define("hotforge-dark", DARK);

export { monaco };

const ROOT = "inmemory://project/";

export const uriOf = (path: string) => monaco.Uri.parse(ROOT + path);
export const pathOf = (uri: { toString(): string }) => decodeURIComponent(uri.toString().slice(ROOT.length));
