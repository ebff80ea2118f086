/** Run: asks for the arguments, calls both forms of the predictor and shows what came of it. */

import * as path from "node:path";
import * as vscode from "vscode";
import { type Predictor, problem, value, written } from "../arguments";
import { type Panels, showLine } from "../panel/panel";
import type { Trial } from "../results/description";
import { type Run, result } from "../results/result";
import type { Server } from "../server/server";
import { type Compiled, isRefused } from "./compile";
import { saved } from "./document";

type Arguments = Record<string, unknown>;

export class Runner {
  constructor(
    private readonly server: Server,
    private readonly panels: Panels,
    /** Keeps the arguments of the last run of each predictor. */
    private readonly memory: vscode.Memento,
  ) {}

  /** Runs a predictor of a file; of several one is chosen. */
  async run(address?: string, name?: string): Promise<void> {
    const document = await saved(address);
    const predictors = document && (await this.server.ask<Predictor[]>("signatures", document));
    if (!document || !predictors) {
      return;
    }
    if (predictors.length === 0) {
      void vscode.window.showWarningMessage("There is no predictor in this file: put @compile() above a function.");
      return;
    }
    const chosen = name ?? (predictors.length > 1 ? await choose(predictors) : predictors[0]?.name);
    const predictor = predictors.find((one) => one.name === chosen);
    if (predictor) {
      const given = await askAll(predictor, this.memory.get<Arguments>(key(document, predictor.name)) ?? {});
      if (given) {
        await this.call(document, predictor.name, given);
      }
    }
  }

  private async call(document: vscode.TextDocument, predictor: string, given: Arguments): Promise<void> {
    await this.memory.update(key(document, predictor), given);
    const title = `Running ${predictor} of ${path.basename(document.fileName)}`;
    const answer = await this.server.askWithProgress<Compiled & { trial?: Trial }>(title, "trial", document, predictor, given);
    if (!answer || isRefused(answer) || !answer.trial) {
      return;
    }
    const run: Run = { predictor, arguments: given, trial: answer.trial };
    if (!answer.cached && answer.times) {
      run.times = answer.times;
    }
    this.panels.show(`run ${key(document, predictor)}`, `${predictor}(…)`, result(run), (message) => {
      if ("file" in message) {
        void showLine(message.file, message.line);
      } else if ("action" in message) {
        void (message.action === "again" ? this.again(document, predictor, given) : this.run(document.uri.toString(), predictor));
      }
    });
  }

  private async again(document: vscode.TextDocument, predictor: string, given: Arguments): Promise<void> {
    const current = await saved(document.uri.toString());
    if (current) {
      await this.call(current, predictor, given);
    }
  }
}

function key(document: vscode.TextDocument, predictor: string): string {
  return `arguments ${document.uri.toString()} ${predictor}`;
}

async function choose(predictors: Predictor[]): Promise<string | undefined> {
  const items = predictors.map((one) => ({ label: one.name, detail: one.doc?.split("\n")[0] ?? "" }));
  return (await vscode.window.showQuickPick(items, { title: "Run which predictor?" }))?.label;
}

/** Asks for each argument; nothing where one is not given. */
async function askAll(predictor: Predictor, last: Arguments): Promise<Arguments | undefined> {
  const given: Arguments = {};
  for (const [index, parameter] of predictor.parameters.entries()) {
    const hint = parameter.required ? "" : ` (empty for ${JSON.stringify(parameter.default)})`;
    const text = await vscode.window.showInputBox({
      title: `${predictor.name}: ${parameter.name}: ${parameter.type} (${index + 1}/${predictor.parameters.length})`,
      prompt: `${parameter.description ?? `The ${parameter.type}, as JSON`}${hint}`,
      value: parameter.name in last ? written(parameter, last[parameter.name]) : "",
      ignoreFocusOut: true,
      validateInput: (text) => problem(parameter, text),
    });
    if (text === undefined) {
      return undefined;
    }
    const argument = value(parameter, text);
    if (argument !== undefined) {
      given[parameter.name] = argument;
    }
  }
  return given;
}
