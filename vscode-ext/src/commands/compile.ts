/** Compile: the bundle, and what is in the way of it. */

import * as path from "node:path";
import * as vscode from "vscode";
import type { Server } from "../server/server";
import { saved } from "./document";

/** What the server gives where it compiles first. */
export interface Compiled {
  bundle?: string;
  cached?: boolean;
  times?: Record<string, number>;
  diagnostics?: unknown[];
}

export async function compile(server: Server, address?: string): Promise<void> {
  const document = await saved(address);
  const answer = document && (await server.askWithProgress<Compiled>(`Compiling ${path.basename(document.fileName)}`, "compile", document));
  if (!answer || isRefused(answer)) {
    return;
  }
  const total = Object.values(answer.times ?? {}).reduce((a, b) => a + b, 0);
  const how = answer.cached ? "unchanged" : `in ${total.toFixed(0)} ms`;
  const choice = await vscode.window.showInformationMessage(`Compiled ${path.basename(answer.bundle ?? "")} ${how}.`, "Show Folder");
  if (choice && answer.bundle) {
    await vscode.commands.executeCommand("revealFileInOS", vscode.Uri.file(answer.bundle));
  }
}

/** Whether the analysis refused; the user is told. */
export function isRefused(answer: { diagnostics?: unknown[] }): boolean {
  if (answer.diagnostics !== undefined) {
    void vscode.window
      .showErrorMessage("The predictor cannot be compiled yet.", "Show Problems")
      .then((choice) => choice && vscode.commands.executeCommand("hotforge.showProblems"));
  }
  return answer.diagnostics !== undefined;
}
