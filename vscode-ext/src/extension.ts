/** The extension: starts the language server, shows its state, and gives commands a face. */

import * as vscode from "vscode";
import { capture } from "./commands/capture";
import { compile } from "./commands/compile";
import { openShared } from "./commands/open";
import { Runner } from "./commands/run";
import { showGraph } from "./graph/panel";
import { Panels } from "./panel/panel";
import { hasPredictor } from "./predictors";
import { onDidChangeInterpreter } from "./python";
import { RustView } from "./rust/view";
import { Server } from "./server/server";
import { Status } from "./status";

let server: Server | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const log = vscode.window.createOutputChannel("Hotforge", { log: true });
  const status = new Status();
  const panels = new Panels(context.extensionUri);
  const started = new Server(context, log);
  server = started;
  const runner = new Runner(started, panels, context.workspaceState);
  const rust = new RustView(started);
  const commands: Record<string, (address?: string, predictor?: string) => unknown> = {
    compile: (address) => compile(started, address),
    run: (address, predictor) => runner.run(address, predictor),
    showRust: (address) => rust.open(address),
    showGraph: (address, predictor) => showGraph(started, panels, address, predictor),
    capture: (address) => capture(started, address),
    showProblems: () => vscode.commands.executeCommand("workbench.actions.view.problems"),
    showLog: () => log.show(),
    restart: () => started.restart(),
  };
  context.subscriptions.push(
    log,
    status,
    panels,
    started,
    rust,
    started.onDidChangeHealth((health) => status.show(health)),
    ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(`hotforge.${name}`, (address, predictor) => run(addressOf(address), textOf(predictor)))),
    vscode.window.registerUriHandler({ handleUri: openShared }),
    vscode.window.onDidChangeActiveTextEditor(noteEditor),
    vscode.workspace.onDidChangeTextDocument(({ document }) => document === vscode.window.activeTextEditor?.document && noteEditor(vscode.window.activeTextEditor)),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("hotforge.server")) {
        void started.restart();
      } else if (change.affectsConfiguration("hotforge")) {
        void started.configure(vscode.window.activeTextEditor?.document.uri);
      }
    }),
    // With trust, lenses that run something appear, and the folder's environment may be used.
    vscode.workspace.onDidGrantWorkspaceTrust(() => started.restart()),
  );
  noteEditor(vscode.window.activeTextEditor);
  await started.start();
  const interpreters = await onDidChangeInterpreter(() => void started.configure(vscode.window.activeTextEditor?.document.uri));
  if (interpreters) {
    context.subscriptions.push(interpreters);
  }
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}

/** What lenses and menus give a command first: the address of a file, as text or not; the palette gives nothing. */
function addressOf(given: unknown): string | undefined {
  return given instanceof vscode.Uri ? given.toString() : textOf(given);
}

/** Menus give more than is asked for. */
function textOf(given: unknown): string | undefined {
  return typeof given === "string" ? given : undefined;
}

/** Tells menus whether the active editor has a predictor. */
function noteEditor(editor: vscode.TextEditor | undefined): void {
  const document = editor?.document;
  const has = document?.languageId === "python" && hasPredictor(document.getText());
  void vscode.commands.executeCommand("setContext", "hotforge.hasPredictor", has);
}
