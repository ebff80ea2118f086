/** The file that a command is about. */

import * as vscode from "vscode";

/** The named file, or that of the active editor. */
export async function named(address: string | undefined): Promise<vscode.TextDocument | undefined> {
  const uri = address !== undefined ? vscode.Uri.parse(address) : vscode.window.activeTextEditor?.document.uri;
  if (uri === undefined) {
    void vscode.window.showWarningMessage("Open a Python file with a predictor first.");
    return undefined;
  }
  return vscode.workspace.openTextDocument(uri);
}

/** The file, saved, since Python and rustc read the disk; nothing where it must not be run. */
export async function saved(address: string | undefined): Promise<vscode.TextDocument | undefined> {
  if (!vscode.workspace.isTrusted) {
    const choice = await vscode.window.showWarningMessage("To compile a predictor its module is run. Nothing is run in an untrusted workspace.", "Manage Trust");
    if (choice) {
      await vscode.commands.executeCommand("workbench.trust.manage");
    }
    return undefined;
  }
  const document = await named(address);
  switch (document?.uri.scheme) {
    case undefined:
      return undefined;
    case "file":
      return (await document?.save()) ? document : undefined;
    case "untitled": {
      const uri = document && (await vscode.workspace.save(document.uri));
      return uri && vscode.workspace.openTextDocument(uri);
    }
    case "vscode-notebook-cell":
      void vscode.window.showWarningMessage("A notebook is compiled by %%compile in the cell.");
      return undefined;
    default:
      void vscode.window.showWarningMessage("To compile a predictor it has to be in a folder on this machine: Python and rustc read the disk.");
      return undefined;
  }
}
