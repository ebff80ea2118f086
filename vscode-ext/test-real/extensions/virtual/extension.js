/** A file system in memory with one file: what a virtual workspace is made of. */
const vscode = require("vscode");

const SOURCE = `from hotforge import compile


@compile()
def shout(text: str) -> str:
    loud = text.uper()
    return loud + "!"
`;

exports.activate = (context) => {
  const { File, Directory } = vscode.FileType;
  const isFile = (uri) => uri.path === "/project/shout.py";
  const missing = (uri) => vscode.FileSystemError.FileNotFound(uri);
  const changed = new vscode.EventEmitter();
  const provider = {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => undefined),
    stat(uri) {
      if (!isFile(uri) && uri.path !== "/project") {
        throw missing(uri);
      }
      return { type: isFile(uri) ? File : Directory, ctime: 0, mtime: 0, size: isFile(uri) ? SOURCE.length : 0 };
    },
    readDirectory: () => [["shout.py", File]],
    readFile(uri) {
      if (!isFile(uri)) {
        throw missing(uri);
      }
      return new TextEncoder().encode(SOURCE);
    },
    createDirectory: () => undefined,
    writeFile: () => undefined,
    delete: () => undefined,
    rename: () => undefined,
  };
  context.subscriptions.push(vscode.workspace.registerFileSystemProvider("memory", provider, { isReadonly: true }));
};
