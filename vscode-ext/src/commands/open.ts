/** Opens what a link of the playground holds. A link is anybody's: nothing is written but into a folder that the user names. */

import * as vscode from "vscode";
import { unpack } from "../shared";

export async function openShared(uri: vscode.Uri): Promise<void> {
  const shared = uri.path === "/open" ? unpack(uri.query) : undefined;
  if (!shared) {
    void vscode.window.showErrorMessage("There is no program in this link.");
    return;
  }
  const [only] = shared.files;
  if (shared.files.length === 1 && only) {
    const document = await vscode.workspace.openTextDocument({ language: "python", content: only[1] });
    await vscode.window.showTextDocument(document);
    return;
  }
  const [folder] = (await vscode.window.showOpenDialog({ canSelectFolders: true, canSelectFiles: false, openLabel: "Put the files here" })) ?? [];
  if (!folder) {
    return;
  }
  for (const [path, text] of shared.files) {
    const target = vscode.Uri.joinPath(folder, path);
    if (await exists(target)) {
      const choice = await vscode.window.showWarningMessage(`${path} is there already.`, { modal: true }, "Replace");
      if (choice !== "Replace") {
        continue;
      }
    }
    await vscode.workspace.fs.writeFile(target, Buffer.from(text, "utf8"));
  }
  await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, shared.active));
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
