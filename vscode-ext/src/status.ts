/** The state of the server in the status bar; a click shows its log. */

import * as vscode from "vscode";
import type { Health } from "./server/server";

const SHOWN: Record<Health, { text: string; tooltip: string; wrong?: true }> = {
  starting: { text: "$(loading~spin) Hotforge", tooltip: "The Hotforge server is starting." },
  running: { text: "$(flame) Hotforge", tooltip: "The Hotforge server is running. Click for its log." },
  stopped: { text: "$(error) Hotforge", tooltip: "The Hotforge server has ended. Click for its log.", wrong: true },
  missing: { text: "$(error) Hotforge", tooltip: "The Hotforge server was not found. Click for the log.", wrong: true },
};

export class Status implements vscode.Disposable {
  private readonly item: vscode.StatusBarItem;

  constructor() {
    this.item = vscode.window.createStatusBarItem("hotforge", vscode.StatusBarAlignment.Right, 50);
    this.item.name = "Hotforge";
    this.item.command = "hotforge.showLog";
    this.show("starting");
  }

  show(health: Health): void {
    const { text, tooltip, wrong } = SHOWN[health];
    this.item.text = text;
    this.item.tooltip = vscode.workspace.isTrusted ? tooltip : `${tooltip} Nothing is run in an untrusted workspace.`;
    this.item.backgroundColor = wrong && new vscode.ThemeColor("statusBarItem.errorBackground");
    this.item.show();
  }

  dispose(): void {
    this.item.dispose();
  }
}
