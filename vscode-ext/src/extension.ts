/** The extension: starts the language server, shows its state, and gives commands a face. */

import * as fs from "node:fs";
import * as path from "node:path";
import * as vscode from "vscode";
import { CloseAction, ErrorAction, LanguageClient, type LanguageClientOptions, State } from "vscode-languageclient/node";
import { type Predictor, problem, value } from "./arguments";
import { type Graph, svg } from "./graph";
import { type Pair, toPython, toRust } from "./lines";
import { shown } from "./result";

/** How often the server may end by itself before it stays ended. */
const MOST_CRASHES = 5;

let client: LanguageClient | undefined;
let log: vscode.LogOutputChannel;
let status: vscode.StatusBarItem;
let crashes = 0;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  log = vscode.window.createOutputChannel("Hotforge", { log: true });
  status = vscode.window.createStatusBarItem("hotforge", vscode.StatusBarAlignment.Right, 50);
  status.name = "Hotforge";
  status.command = "hotforge.showLog";
  const rust = new RustView();
  const command = (name: string, run: (...given: never[]) => unknown) =>
    vscode.commands.registerCommand(`hotforge.${name}`, run as (...given: unknown[]) => unknown);
  context.subscriptions.push(
    log,
    status,
    rust,
    vscode.workspace.registerTextDocumentContentProvider("hotforge-rust", rust),
    command("compile", compile),
    command("run", run),
    command("showRust", (address?: string) => rust.open(address)),
    command("showGraph", showGraph),
    command("capture", capture),
    command("showProblems", () => vscode.commands.executeCommand("workbench.actions.view.problems")),
    command("showLog", () => log.show()),
    command("restart", async () => {
      crashes = 0;
      await client?.stop();
      await start(context);
    }),
    vscode.window.onDidChangeActiveTextEditor(updateContext),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === vscode.window.activeTextEditor?.document) {
        updateContext();
      }
    }),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("hotforge.server")) {
        void vscode.commands.executeCommand("hotforge.restart");
      } else if (change.affectsConfiguration("hotforge")) {
        void client?.sendNotification("workspace/didChangeConfiguration", { settings: { hotforge: settings() } });
      }
    }),
  );
  updateContext();
  await start(context);
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

/** The server: as set, as it comes with the extension, or on the PATH. */
function serverPath(context: vscode.ExtensionContext): string {
  const name = process.platform === "win32" ? "hotforge-lsp.exe" : "hotforge-lsp";
  const set = vscode.workspace.getConfiguration("hotforge").get<string>("server.path");
  const bundled = path.join(context.extensionPath, "bin", name);
  return set ? set : fs.existsSync(bundled) ? bundled : name;
}

function settings(): Record<string, unknown> {
  const own = vscode.workspace.getConfiguration("hotforge");
  const text = (name: string) => own.get<string>(name) || null;
  return {
    inlayHints: own.get("inlayHints"),
    python: text("python"),
    onnxruntime: text("onnxruntime"),
    output: text("output"),
    clientCommands: true,
  };
}

async function start(context: vscode.ExtensionContext): Promise<void> {
  const command = serverPath(context);
  const options: LanguageClientOptions = {
    documentSelector: [{ language: "python" }],
    outputChannel: log,
    initializationOptions: settings(),
    errorHandler: {
      error: () => ({ action: ErrorAction.Continue }),
      closed: () => {
        crashes += 1;
        if (crashes < MOST_CRASHES) {
          return { action: CloseAction.Restart, handled: true };
        }
        void vscode.window
          .showErrorMessage("The Hotforge server has ended several times.", "Show Log", "Restart")
          .then((choice) => choice && vscode.commands.executeCommand(choice === "Restart" ? "hotforge.restart" : "hotforge.showLog"));
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    },
  };
  client = new LanguageClient("hotforge", "Hotforge", { command, args: [] }, options);
  client.onDidChangeState(({ newState }) => showState(newState));
  try {
    await client.start();
  } catch (error) {
    log.error(`${command} cannot be started: ${String(error)}`);
    showState(State.Stopped);
    const choice = await vscode.window.showErrorMessage(
      `The Hotforge server ${command} cannot be started. Install Hotforge, or set hotforge.server.path.`,
      "Open Settings",
      "Show Log",
    );
    if (choice) {
      const command = choice === "Show Log" ? "hotforge.showLog" : "workbench.action.openSettings";
      await vscode.commands.executeCommand(command, "hotforge.server.path");
    }
  }
}

function showState(state: State): void {
  const [text, tooltip] =
    state === State.Running
      ? ["$(flame) Hotforge", "The Hotforge server is running"]
      : state === State.Starting
        ? ["$(loading~spin) Hotforge", "The Hotforge server is starting"]
        : ["$(error) Hotforge", "The Hotforge server has ended: click for the log"];
  status.text = text;
  status.tooltip = tooltip;
  status.show();
}

function updateContext(): void {
  const document = vscode.window.activeTextEditor?.document;
  const has = document?.languageId === "python" && /^\s*@(?:\w+\.)?compile\b/m.test(document.getText());
  void vscode.commands.executeCommand("setContext", "hotforge.hasPredictor", has);
}

/** The file that a command is about, saved: Python and rustc read the disk. */
async function saved(address?: string): Promise<vscode.TextDocument | undefined> {
  const uri = address ? vscode.Uri.parse(address) : vscode.window.activeTextEditor?.document.uri;
  if (!uri || !vscode.workspace.isTrusted) {
    void vscode.window.showWarningMessage("Nothing is run in an untrusted workspace.");
    return undefined;
  }
  const document = await vscode.workspace.openTextDocument(uri);
  await document.save();
  return document;
}

async function server<T>(command: string, document: vscode.TextDocument, ...more: unknown[]): Promise<T | undefined> {
  if (client?.state !== State.Running) {
    void vscode.window.showErrorMessage("The Hotforge server is not running.");
    return undefined;
  }
  try {
    const uri = client.code2ProtocolConverter.asUri(document.uri);
    return await client.sendRequest<T>("workspace/executeCommand", { command: `hotforge.server.${command}`, arguments: [uri, ...more] });
  } catch (error) {
    log.error(String(error));
    const choice = await vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error), "Show Log");
    if (choice) {
      log.show();
    }
    return undefined;
  }
}

interface Compiled {
  bundle?: string;
  cached?: boolean;
  times?: Record<string, number>;
  diagnostics?: unknown[];
  result?: unknown;
  milliseconds?: number | null;
}

function refused(answer: Compiled): boolean {
  if (answer.diagnostics) {
    void vscode.window.showErrorMessage("The predictor cannot be compiled yet.", "Show Problems").then((choice) => choice && vscode.commands.executeCommand("hotforge.showProblems"));
  }
  return answer.diagnostics !== undefined;
}

async function compile(address?: string): Promise<void> {
  const document = await saved(address);
  const answer = document && (await server<Compiled>("compile", document));
  if (!answer || refused(answer)) {
    return;
  }
  const total = Object.values(answer.times ?? {}).reduce((a, b) => a + b, 0);
  const how = answer.cached ? "unchanged" : `${total.toFixed(0)} ms`;
  const choice = await vscode.window.showInformationMessage(`Compiled ${path.basename(answer.bundle ?? "")} (${how})`, "Reveal");
  if (choice && answer.bundle) {
    await vscode.commands.executeCommand("revealFileInOS", vscode.Uri.file(answer.bundle));
  }
}

async function run(address?: string, name?: string): Promise<void> {
  const document = await saved(address);
  const predictors = document && (await server<Predictor[]>("signatures", document));
  if (!document || !predictors) {
    return;
  }
  const chosen = name ?? (predictors.length > 1 ? await vscode.window.showQuickPick(predictors.map((one) => one.name), { title: "Predictor" }) : predictors[0]?.name);
  const predictor = predictors.find((one) => one.name === chosen);
  if (!predictor) {
    return;
  }
  const given: Record<string, unknown> = {};
  for (const parameter of predictor.parameters) {
    const text = await vscode.window.showInputBox({
      title: `${predictor.name}: ${parameter.name}: ${parameter.type}`,
      prompt: parameter.description ?? (parameter.required ? "JSON" : `empty for ${JSON.stringify(parameter.default)}`),
      ignoreFocusOut: true,
      validateInput: (text) => problem(parameter, text),
    });
    if (text === undefined) {
      return;
    }
    const argument = value(parameter, text);
    if (argument !== undefined) {
      given[parameter.name] = argument;
    }
  }
  const answer = await server<Compiled>("run", document, predictor.name, given);
  if (answer && !refused(answer)) {
    const time = typeof answer.milliseconds === "number" ? `${answer.milliseconds.toFixed(3)} ms native` : "";
    show(`${predictor.name}(…)`, `<h3>${predictor.name}</h3><p>${time}</p>${shown(answer.result)}`);
  }
}

async function capture(address?: string): Promise<void> {
  const document = await saved(address);
  const answer = document && (await server<{ globals?: { name: string; type: string }[] } & Compiled>("capture", document));
  if (answer && !refused(answer)) {
    const names = (answer.globals ?? []).map((one) => `${one.name}: ${one.type}`).join(", ");
    void vscode.window.showInformationMessage(names ? `Captured ${names}` : "The predictors read no globals.");
  }
}

const STYLE = `
  body { font-family: var(--vscode-font-family); color: var(--vscode-foreground); }
  table { border-collapse: collapse; } td, th { border: 1px solid var(--vscode-panel-border); padding: 3px 8px; text-align: left; }
  .node { cursor: pointer; } .node rect { fill: var(--vscode-editorWidget-background); stroke: var(--vscode-charts-blue); }
  .node.global rect { stroke: var(--vscode-charts-orange); } .node.operator rect { stroke: var(--vscode-charts-green); }
  .node text { fill: var(--vscode-foreground); font-family: var(--vscode-editor-font-family); font-size: 12px; }
  .edge { fill: none; stroke: var(--vscode-descriptionForeground); opacity: .6; } .line { stroke: var(--vscode-charts-blue); stroke-width: 1.5; }
  .type { fill: var(--vscode-descriptionForeground); font-size: 10px; font-family: var(--vscode-editor-font-family); }`;

/** A page beside the source. Its script tells only which node was clicked. */
function show(title: string, body: string, clicked?: (node: number) => void): void {
  const panel = vscode.window.createWebviewPanel("hotforge", title, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }, { enableScripts: clicked !== undefined });
  const nonce = Array.from({ length: 24 }, () => Math.floor(Math.random() * 36).toString(36)).join("");
  const script = `<script nonce="${nonce}">const api = acquireVsCodeApi();
    for (const node of document.querySelectorAll("[data-node]")) {
      const tell = () => api.postMessage(Number(node.dataset.node));
      node.addEventListener("click", tell);
      node.addEventListener("keydown", (event) => event.key === "Enter" && tell());
    }</script>`;
  panel.webview.html = `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-${nonce}'"><style>${STYLE}</style></head><body>${body}${clicked ? script : ""}</body></html>`;
  panel.webview.onDidReceiveMessage((node: unknown) => typeof node === "number" && clicked?.(node));
}

async function showGraph(address?: string, name?: string): Promise<void> {
  const uri = address ? vscode.Uri.parse(address) : vscode.window.activeTextEditor?.document.uri;
  const document = uri && (await vscode.workspace.openTextDocument(uri));
  const graph = document && (await server<Graph | null>("graph", document, name));
  if (!graph) {
    return;
  }
  show(`Graph of ${graph.nodes[0]?.label ?? ""}`, svg(graph), (index) => {
    const location = graph.nodes[index]?.location;
    if (location) {
      const { start, end } = location.range;
      const selection = new vscode.Range(start.line, start.character, end.line, end.character);
      void vscode.window.showTextDocument(vscode.Uri.parse(location.uri), { viewColumn: vscode.ViewColumn.One, selection });
    }
  });
}

interface Generated {
  text: string;
  lines: Pair[];
  diagnostics?: unknown[];
}

/** The generated Rust beside its source; the two scroll together. */
class RustView implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly texts = new Map<string, Generated>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly scrolls: vscode.Disposable;
  /** The editor that was scrolled by this, not by the user. */
  private following: vscode.TextEditor | undefined;
  readonly onDidChange = this.changed.event;

  constructor() {
    this.scrolls = vscode.window.onDidChangeTextEditorVisibleRanges((event) => this.follow(event.textEditor));
  }

  dispose(): void {
    this.scrolls.dispose();
    this.changed.dispose();
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.query)?.text ?? "";
  }

  async open(address?: string): Promise<void> {
    const document = await saved(address);
    const generated = document && (await server<Generated>("showRust", document));
    if (!document || !generated || refused(generated)) {
      return;
    }
    const source = document.uri.toString();
    this.texts.set(source, generated);
    const name = path.basename(document.uri.path).replace(/\.py$/, ".rs");
    const uri = vscode.Uri.from({ scheme: "hotforge-rust", path: `/${name}`, query: source });
    this.changed.fire(uri);
    const shown = await vscode.workspace.openTextDocument(uri);
    await vscode.languages.setTextDocumentLanguage(shown, "rust").then(undefined, () => undefined);
    await vscode.window.showTextDocument(shown, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true, preview: true });
  }

  private follow(editor: vscode.TextEditor): void {
    if (editor === this.following) {
      this.following = undefined;
      return;
    }
    const top = editor.visibleRanges[0]?.start.line;
    const isRust = editor.document.uri.scheme === "hotforge-rust";
    const source = isRust ? editor.document.uri.query : editor.document.uri.toString();
    const generated = this.texts.get(source);
    const other = vscode.window.visibleTextEditors.find((one) =>
      isRust ? one.document.uri.toString() === source : one.document.uri.scheme === "hotforge-rust" && one.document.uri.query === source,
    );
    if (top === undefined || !generated || !other) {
      return;
    }
    const file = vscode.Uri.parse(source).fsPath;
    const line = isRust ? toPython(generated.lines, file, top) : toRust(generated.lines, file, top);
    if (line !== undefined) {
      this.following = other;
      other.revealRange(new vscode.Range(line, 0, line, 0), vscode.TextEditorRevealType.AtTop);
    }
  }
}
