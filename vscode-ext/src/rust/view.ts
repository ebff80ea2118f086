/** The generated Rust beside its source. The two scroll together, and the lines that belong to the cursor's are marked. */

import * as path from "node:path";
import * as vscode from "vscode";
import { isRefused } from "../commands/compile";
import { saved } from "../commands/document";
import type { Server } from "../server/server";
import { Echoes } from "./echoes";
import { LineMap, type Pair } from "./lines";

const SCHEME = "hotforge-rust";

interface Generated {
  text: string;
  lines: Pair[];
  diagnostics?: unknown[];
}

interface Shown {
  text: string;
  map: LineMap;
}

export class RustView implements vscode.TextDocumentContentProvider, vscode.Disposable {
  /** By the address of the source. */
  private readonly shown = new Map<string, Shown>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly mark = vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new vscode.ThemeColor("editor.wordHighlightStrongBackground"),
    overviewRulerColor: new vscode.ThemeColor("editorOverviewRuler.wordHighlightStrongForeground"),
    overviewRulerLane: vscode.OverviewRulerLane.Center,
  });
  private readonly echoes = new Echoes<vscode.TextEditor>();
  private readonly listeners: vscode.Disposable[];
  readonly onDidChange = this.changed.event;

  constructor(private readonly server: Server) {
    this.listeners = [
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.scroll(textEditor)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.follow(textEditor)),
      vscode.workspace.onDidSaveTextDocument((document) => this.refresh(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => uri.scheme === SCHEME && this.shown.delete(uri.query)),
    ];
  }

  dispose(): void {
    for (const disposable of [...this.listeners, this.changed, this.mark]) {
      disposable.dispose();
    }
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.shown.get(uri.query)?.text ?? "";
  }

  async open(address?: string): Promise<void> {
    const document = await saved(address);
    const title = `Generating Rust for ${path.basename(document?.fileName ?? "")}`;
    const generated = document && (await this.server.askWithProgress<Generated>(title, "showRust", document));
    if (!document || !generated || isRefused(generated)) {
      return;
    }
    const uri = this.keep(document, generated);
    const rust = await vscode.workspace.openTextDocument(uri);
    // Where no extension knows Rust, its text stays plain.
    await vscode.languages.setTextDocumentLanguage(rust, "rust").then(undefined, () => undefined);
    await vscode.window.showTextDocument(rust, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true, preview: true });
    const source = this.editorOf(document.uri.toString());
    if (source) {
      this.scroll(source);
      this.follow(source);
    }
  }

  private keep(document: vscode.TextDocument, { text, lines }: Generated): vscode.Uri {
    const source = document.uri.toString();
    this.shown.set(source, { text, map: new LineMap(lines, text) });
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${path.basename(document.uri.path, ".py")}.rs`, query: source });
    this.changed.fire(uri);
    return uri;
  }

  /** Generates the Rust of a source anew that is being looked at. */
  private async refresh(document: vscode.TextDocument): Promise<void> {
    if (this.rustOf(document.uri.toString()) && vscode.workspace.isTrusted) {
      const generated = await this.server.ask<Generated>("showRust", document);
      if (generated && generated.diagnostics === undefined) {
        this.keep(document, generated);
      }
    }
  }

  private editorOf(source: string): vscode.TextEditor | undefined {
    return vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === source);
  }

  private rustOf(source: string): vscode.TextEditor | undefined {
    return vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme === SCHEME && document.uri.query === source);
  }

  /** The two editors that belong together, where the given one is one of two. */
  private pair(editor: vscode.TextEditor): { isRust: boolean; other: vscode.TextEditor; map: LineMap; file: string } | undefined {
    const isRust = editor.document.uri.scheme === SCHEME;
    const source = isRust ? editor.document.uri.query : editor.document.uri.toString();
    const other = isRust ? this.editorOf(source) : this.rustOf(source);
    const map = this.shown.get(source)?.map;
    return other && map && { isRust, other, map, file: vscode.Uri.parse(source).fsPath.replaceAll("\\", "/") };
  }

  private scroll(editor: vscode.TextEditor): void {
    const [range] = editor.visibleRanges;
    const pair = this.pair(editor);
    if (!range || !pair) {
      return;
    }
    const top = range.start.line;
    const visible = { top, bottom: editor.visibleRanges.at(-1)?.end.line ?? top, lines: editor.document.lineCount };
    if (this.echoes.answers(editor, visible, Date.now())) {
      return;
    }
    const line = pair.isRust ? pair.map.nearestPython(pair.file, top) : pair.map.nearestRust(pair.file, top);
    this.echoes.ask(pair.other, line ?? 0, Date.now());
    reveal(pair.other, line ?? 0, vscode.TextEditorRevealType.AtTop);
  }

  private follow(editor: vscode.TextEditor): void {
    const pair = this.pair(editor);
    if (!pair) {
      return;
    }
    const cursor = editor.selection.active.line;
    const python = pair.isRust ? pair.map.pythonLine(cursor) : { path: pair.file, line: cursor };
    const rust = python ? pair.map.rustLines(python.path, python.line) : [];
    const rustRanges = rust.map(([start, end]) => new vscode.Range(start, 0, end - 1, 0));
    const isHere = python?.path === pair.file && rust.length > 0;
    const pythonRanges = isHere ? [new vscode.Range(python.line, 0, python.line, 0)] : [];
    const [own, others] = pair.isRust ? [rustRanges, pythonRanges] : [pythonRanges, rustRanges];
    editor.setDecorations(this.mark, own);
    pair.other.setDecorations(this.mark, others);
    const [first] = others;
    if (first && !pair.other.visibleRanges.some((range) => range.contains(first.start))) {
      this.echoes.ask(pair.other, undefined, Date.now());
      reveal(pair.other, first.start.line, vscode.TextEditorRevealType.InCenter);
    }
  }
}

function reveal(editor: vscode.TextEditor, line: number, how: vscode.TextEditorRevealType): void {
  editor.revealRange(new vscode.Range(line, 0, line, 0), how);
}
