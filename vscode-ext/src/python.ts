/** The Python interpreter of a file: as set, as the Python extension has it, or that of the folder's environment. */

import * as fs from "node:fs";
import * as path from "node:path";
import * as vscode from "vscode";

/** What is used of the Python extension's API: https://github.com/microsoft/vscode-python/wiki/Python-Environment-APIs */
interface PythonExtension {
  environments?: {
    getActiveEnvironmentPath(resource?: vscode.Uri): { path: string };
    resolveEnvironment(environment: { path: string }): Promise<{ executable: { uri?: vscode.Uri } } | undefined>;
    onDidChangeActiveEnvironmentPath: vscode.Event<unknown>;
  };
}

async function pythonExtension(): Promise<PythonExtension["environments"]> {
  const extension = vscode.extensions.getExtension<PythonExtension>("ms-python.python");
  return (await extension?.activate())?.environments;
}

/** Tells when the Python extension is given another interpreter. */
export async function onDidChangeInterpreter(changed: () => void): Promise<vscode.Disposable | undefined> {
  return (await pythonExtension())?.onDidChangeActiveEnvironmentPath(changed);
}

/** The interpreter for a file; nothing where the server is to look for one itself. */
export async function interpreter(resource: vscode.Uri | undefined): Promise<string | undefined> {
  const set = vscode.workspace.getConfiguration("hotforge", resource).get<string>("python");
  if (set) {
    return set;
  }
  const environments = await pythonExtension();
  const environment = await environments?.resolveEnvironment(environments.getActiveEnvironmentPath(resource));
  return environment?.executable.uri?.fsPath ?? ofFolder(resource);
}

/** The environment in the folder, where trusting the folder means to run what is in it. */
function ofFolder(resource: vscode.Uri | undefined): string | undefined {
  const folder = resource && vscode.workspace.getWorkspaceFolder(resource);
  if (folder?.uri.scheme !== "file" || !vscode.workspace.isTrusted) {
    return undefined;
  }
  const places = [".venv", "venv"].flatMap((name) => [path.join(name, "bin", "python"), path.join(name, "Scripts", "python.exe")]);
  return places.map((place) => path.join(folder.uri.fsPath, place)).find((file) => fs.existsSync(file));
}
