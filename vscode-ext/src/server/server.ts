/** The language server: started, watched, started again, and asked. */

import * as fs from "node:fs";
import * as vscode from "vscode";
import { CloseAction, ErrorAction, LanguageClient, type LanguageClientOptions, State, type WorkDoneProgressBegin, type WorkDoneProgressEnd, type WorkDoneProgressReport } from "vscode-languageclient/node";
import { interpreter } from "../python";
import { Crashes, MOST_CRASHES } from "./crashes";
import { locate } from "./locate";

/** What the server is doing. */
export type Health = "starting" | "running" | "stopped" | "missing";

/** The commands of the server that run something, and what runs them here. */
const RUNNING: Record<string, string> = {
  "hotforge.server.compile": "hotforge.compile",
  "hotforge.server.run": "hotforge.run",
  "hotforge.server.capture": "hotforge.capture",
};

/** The schemes of documents that are worth an analysis: no old versions of a file, for example. */
const SCHEMES = ["file", "untitled", "vscode-notebook-cell"];

type Report = WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;
type Shown = vscode.Progress<{ message?: string; increment?: number }>;

export class Server implements vscode.Disposable {
  private client: LanguageClient | undefined;
  private readonly crashes = new Crashes();
  private readonly health = new vscode.EventEmitter<Health>();
  /** The progress of commands whose own progress the server has not begun yet, and by token of those it has. */
  private readonly waiting: Shown[] = [];
  private readonly progress = new Map<string | number, Shown>();
  private sent = "";
  readonly onDidChangeHealth = this.health.event;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  dispose(): void {
    this.health.dispose();
  }

  /** Starts the server, or ends it and starts it anew. */
  async restart(): Promise<void> {
    this.crashes.forget();
    await this.stop();
    await this.start();
  }

  async stop(): Promise<void> {
    const { client } = this;
    this.client = undefined;
    // One that is just starting cannot be stopped; one that has ended need not be.
    if (client?.state === State.Running) {
      await client.stop().catch((error: unknown) => this.log.warn(String(error)));
    }
    await client?.dispose().catch((error: unknown) => this.log.warn(String(error)));
  }

  async start(): Promise<void> {
    const set = vscode.workspace.getConfiguration("hotforge").get<string>("server.path") ?? "";
    const located = locate({ set, extension: this.context.extensionPath, path: process.env.PATH ?? "", platform: process.platform, exists: isFile });
    if ("missing" in located) {
      this.log.error(located.missing);
      this.health.fire("missing");
      return this.explain(located.missing);
    }
    this.log.info(`starting ${located.found}`);
    const settings = await this.settings(undefined);
    this.sent = JSON.stringify(settings);
    const client = new LanguageClient("hotforge", "Hotforge", { command: located.found, args: [] }, this.options(settings));
    this.client = client;
    client.onDidChangeState(({ newState }) => {
      if (client === this.client) {
        this.health.fire(newState === State.Running ? "running" : newState === State.Starting ? "starting" : "stopped");
      }
    });
    try {
      await client.start();
    } catch (error) {
      this.log.error(`${located.found} cannot be started: ${String(error)}`);
      this.health.fire("stopped");
      await this.explain(`The Hotforge server ${located.found} cannot be started.`);
    }
  }

  private async explain(message: string): Promise<void> {
    const choice = await vscode.window.showErrorMessage(message, "Open Settings", "Show Log");
    if (choice === "Open Settings") {
      // What is a matter of the machine is not among the user's settings where the machine is a remote one.
      const open = vscode.env.remoteName === undefined ? "workbench.action.openSettings2" : "workbench.action.openRemoteSettings";
      await vscode.commands.executeCommand(open, { query: "hotforge.server.path" });
    } else if (choice === "Show Log") {
      this.log.show();
    }
  }

  private options(settings: unknown): LanguageClientOptions {
    const folders = (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri.scheme);
    return {
      documentSelector: [...new Set([...SCHEMES, ...folders])].map((scheme) => ({ scheme, language: "python" })),
      outputChannel: this.log,
      initializationOptions: settings,
      errorHandler: { error: () => ({ action: ErrorAction.Continue }), closed: () => this.closed() },
      middleware: {
        // The server's own commands go through ours, which know of trust, progress and results.
        executeCommand: (command, given, next) => {
          const own = RUNNING[command];
          return own === undefined ? next(command, given) : vscode.commands.executeCommand(own, ...(given as unknown[]));
        },
        provideCodeLenses: async (document, token, next) => {
          const lenses = await next(document, token);
          const canRun = vscode.workspace.isTrusted && ["file", "untitled"].includes(document.uri.scheme);
          return canRun ? lenses : lenses?.filter(({ command }) => !isRunning(command?.command));
        },
        handleWorkDoneProgress: (token, report, next) => {
          if (!this.report(token, report)) {
            next(token, report);
          }
        },
      },
    };
  }

  /** Ends up here where the server ended by itself. */
  private closed(): { action: CloseAction; handled: boolean } {
    if (this.crashes.note(Date.now())) {
      this.log.warn("the server ended by itself and is started again");
      return { action: CloseAction.Restart, handled: true };
    }
    const message = `The Hotforge server ended by itself ${MOST_CRASHES} times and is not started again.`;
    this.tell(new Error(message), ["Show Log", "Restart"]);
    return { action: CloseAction.DoNotRestart, handled: true };
  }

  private async settings(resource: vscode.Uri | undefined): Promise<Record<string, unknown>> {
    const own = vscode.workspace.getConfiguration("hotforge", resource);
    const text = (name: string) => own.get<string>(name) || null;
    return {
      inlayHints: own.get("inlayHints"),
      python: (await interpreter(resource)) ?? null,
      onnxruntime: text("onnxruntime"),
      output: text("output"),
      clientCommands: true,
    };
  }

  /** Tells the server what is set for a file, where that has changed. Folders of a workspace may differ. */
  async configure(resource: vscode.Uri | undefined): Promise<void> {
    const settings = await this.settings(resource);
    const text = JSON.stringify(settings);
    if (text !== this.sent && this.client?.state === State.Running) {
      this.sent = text;
      await this.client.sendNotification("workspace/didChangeConfiguration", { settings: { hotforge: settings } });
    }
  }

  /** Carries out a command of the server for a document: `undefined` where it fails, which the user is told. */
  async ask<T>(command: string, document: vscode.TextDocument, ...more: unknown[]): Promise<T | undefined> {
    return this.request<T>(command, document, more).catch((error: unknown) => this.tell(error));
  }

  /** As `ask`, with progress that can be cancelled; `undefined` where it was. */
  async askWithProgress<T>(title: string, command: string, document: vscode.TextDocument, ...more: unknown[]): Promise<T | undefined> {
    await this.configure(document.uri);
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    return vscode.window.withProgress(options, async (progress, token) => {
      this.waiting.push(progress);
      // Nobody waits for what was cancelled, though the server may take a moment to end it.
      const cancelled = new Promise<undefined>((resolve) => token.onCancellationRequested(() => resolve(undefined)));
      const asked = this.request<T>(command, document, more, token).catch((error: unknown) => (token.isCancellationRequested ? undefined : this.tell(error)));
      const answer = await Promise.race([asked, cancelled]);
      this.forget(progress);
      return answer;
    });
  }

  private tell(error: unknown, choices = this.client?.state === State.Running ? ["Show Log"] : ["Show Log", "Restart"]): undefined {
    this.log.error(String(error));
    void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error), ...choices).then((choice) => {
      if (choice !== undefined) {
        void vscode.commands.executeCommand(choice === "Restart" ? "hotforge.restart" : "hotforge.showLog");
      }
    });
  }

  private async request<T>(command: string, document: vscode.TextDocument, more: unknown[], token?: vscode.CancellationToken): Promise<T> {
    const { client } = this;
    if (client?.state !== State.Running) {
      throw new Error("The Hotforge server is not running.");
    }
    const uri = client.code2ProtocolConverter.asUri(document.uri);
    const params = { command: `hotforge.server.${command}`, arguments: [uri, ...more] };
    // An absent token would be sent as a second parameter.
    return token ? client.sendRequest<T>("workspace/executeCommand", params, token) : client.sendRequest<T>("workspace/executeCommand", params);
  }

  /** Shows the server's progress in that of the command which it belongs to; whether there is one. */
  private report(token: string | number, report: Report): boolean {
    if (report.kind === "begin") {
      const first = this.waiting.shift();
      if (first !== undefined) {
        this.progress.set(token, first);
      }
    }
    const shown = this.progress.get(token);
    if (report.kind === "end") {
      this.progress.delete(token);
    } else if (report.message !== undefined) {
      shown?.report({ message: report.message });
    }
    return shown !== undefined;
  }

  private forget(shown: Shown): void {
    const place = this.waiting.indexOf(shown);
    if (place >= 0) {
      this.waiting.splice(place, 1);
    }
  }
}

function isRunning(command: string | undefined): boolean {
  return command !== undefined && (command in RUNNING || ["hotforge.compile", "hotforge.run", "hotforge.showRust"].includes(command));
}

function isFile(file: string): boolean {
  return fs.statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}
