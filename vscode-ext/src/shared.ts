/** What a link of the playground holds: its files, deflated, as `playground/web/src/share.ts` packs them. */

import { inflateRawSync } from "node:zlib";

/** What a link may hold when it is unpacked. */
const LARGEST = 4 << 20;

export interface Shared {
  /** Paths and texts, in the order of the tabs. */
  files: [path: string, text: string][];
  active: string;
}

/** The files of a link's query; `undefined` where it holds none. */
export function unpack(query: string): Shared | undefined {
  const packed = /^code(?:\/|%2F)([\w-]+)$/i.exec(query)?.[1];
  if (packed === undefined) {
    return undefined;
  }
  try {
    const text = inflateRawSync(Buffer.from(packed, "base64url"), { maxOutputLength: LARGEST }).toString("utf8");
    const { files, active } = JSON.parse(text) as { files: unknown; active: unknown };
    if (!Array.isArray(files) || !files.every(isFile) || files.length === 0) {
      return undefined;
    }
    return { files, active: typeof active === "string" ? active : files[0]![0] };
  } catch {
    return undefined;
  }
}

/** A link is anybody's: a path of it must not lead out of the folder that it is put into. */
function isFile(value: unknown): value is [string, string] {
  return Array.isArray(value) && value.length === 2 && typeof value[1] === "string" && typeof value[0] === "string" && /^[\w-]+(\/[\w-]+)*\.py$/.test(value[0]);
}
