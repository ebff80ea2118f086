/** Where the language server is: as it is set, as it came with the extension, or on the PATH. */

import path from "node:path";

/** What decides where the server is. */
export interface Places {
  /** The setting; empty where it is not set. */
  set: string;
  /** The folder of the extension. */
  extension: string;
  /** The environment variable. */
  path: string;
  platform: NodeJS.Platform;
  exists: (file: string) => boolean;
}

export type Located = { found: string } | { missing: string };

/** The server's path, or what to tell where there is none. */
export function locate({ set, extension, path: searched, platform, exists }: Places): Located {
  const name = platform === "win32" ? "hotforge-lsp.exe" : "hotforge-lsp";
  const { join } = platform === "win32" ? path.win32 : path.posix;
  if (set !== "") {
    return exists(set) ? { found: set } : { missing: `There is no ${set}, which the setting hotforge.server.path names.` };
  }
  const bundled = join(extension, "server", name);
  const folders = searched.split(platform === "win32" ? ";" : ":").filter((folder) => folder !== "");
  const found = [bundled, ...folders.map((folder) => join(folder, name))].find(exists);
  return found !== undefined
    ? { found }
    : { missing: `Hotforge needs its language server ${name}, which did not come with this extension and is not on the PATH. Install Hotforge, or set hotforge.server.path.` };
}
