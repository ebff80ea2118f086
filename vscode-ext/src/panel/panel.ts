/** Pages beside the source, one for each key: opened again, it is the same page with other content. */

import * as vscode from "vscode";
import type { Html } from "./html";
import { page } from "./page";

/** What a page tells: a button, a line of a file, a node of a graph. */
export type Message = { action: string } | { file: string; line: number } | { node: number };

export class Panels implements vscode.Disposable {
  private readonly open = new Map<string, { panel: vscode.WebviewPanel; told: (message: Message) => void }>();

  constructor(private readonly extension: vscode.Uri) {}

  /** Shows a page. `told` is given what it tells from now on. */
  show(key: string, title: string, body: Html, told: (message: Message) => void): void {
    const { panel } = this.open.get(key) ?? { panel: this.create(key) };
    this.open.set(key, { panel, told });
    panel.title = title;
    const address = (name: string) => panel.webview.asWebviewUri(vscode.Uri.joinPath(this.extension, "dist", name)).toString();
    panel.webview.html = page(title, body, { cspSource: panel.webview.cspSource, style: address("webview.css"), script: address("webview.js") });
    panel.reveal(undefined, true);
  }

  private create(key: string): vscode.WebviewPanel {
    const dist = vscode.Uri.joinPath(this.extension, "dist");
    const panel = vscode.window.createWebviewPanel("hotforge", "", { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }, { enableScripts: true, localResourceRoots: [dist] });
    panel.iconPath = vscode.Uri.joinPath(this.extension, "icon.png");
    panel.webview.onDidReceiveMessage((message: unknown) => isMessage(message) && this.open.get(key)?.told(message));
    panel.onDidDispose(() => this.open.delete(key));
    return panel;
  }

  dispose(): void {
    for (const { panel } of [...this.open.values()]) {
      panel.dispose();
    }
  }
}

function isMessage(message: unknown): message is Message {
  if (typeof message !== "object" || message === null) {
    return false;
  }
  const { action, file, line, node } = message as Record<string, unknown>;
  return typeof action === "string" || (typeof file === "string" && typeof line === "number") || typeof node === "number";
}

/** Shows a line of a file in the first column, where its source mostly is. */
export async function showLine(file: string, line: number): Promise<void> {
  const place = new vscode.Range(line - 1, 0, line - 1, 0);
  try {
    await vscode.window.showTextDocument(vscode.Uri.file(file), { viewColumn: vscode.ViewColumn.One, selection: place });
  } catch {
    void vscode.window.showWarningMessage(`${file} cannot be opened.`);
  }
}
