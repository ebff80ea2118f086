/** Capture: runs the module, so that hints know the types of its globals. */

import * as path from "node:path";
import * as vscode from "vscode";
import type { Server } from "../server/server";
import { isRefused } from "./compile";
import { saved } from "./document";

interface Captured {
  globals?: { name: string; type: string }[];
  diagnostics?: unknown[];
}

export async function capture(server: Server, address?: string): Promise<void> {
  const document = await saved(address);
  const answer = document && (await server.askWithProgress<Captured>(`Running ${path.basename(document.fileName)}`, "capture", document));
  if (answer && !isRefused(answer)) {
    const names = (answer.globals ?? []).map((one) => `${one.name}: ${one.type}`).join(", ");
    void vscode.window.showInformationMessage(names ? `Captured ${names}.` : "The predictors read no globals.");
  }
}
