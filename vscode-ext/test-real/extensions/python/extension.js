/** Stands in for the Python extension: an environment of that name, whose interpreter is told when it is resolved. */
const vscode = require("vscode");

exports.activate = () => {
  const changed = new vscode.EventEmitter();
  return {
    environments: {
      onDidChangeActiveEnvironmentPath: changed.event,
      getActiveEnvironmentPath: () => ({ id: "chosen", path: "/environments/chosen" }),
      resolveEnvironment: async ({ path }) => (path === "/environments/chosen" ? { executable: { uri: vscode.Uri.file(process.env.CHOSEN_PYTHON) } } : undefined),
    },
  };
};
