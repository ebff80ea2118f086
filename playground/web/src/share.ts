// Share links: the files, deflated, in the fragment of the address. No server sees them.

import { deflateSync, inflateSync, strFromU8, strToU8 } from "fflate";

/** Longer links are cut by chat programs and browsers. */
export const LONGEST_LINK = 30_000;
/** What a link may hold when it is unpacked: a page that opens one must not run out of memory. */
const LARGEST = 4 << 20;

export interface Shared {
  files: Map<string, string>;
  active: string;
}

function toText(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function toBytes(text: string): Uint8Array {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

/** The fragment for files. */
export function pack({ files, active }: Shared): string {
  const json = JSON.stringify({ files: [...files], active });
  return `code/${toText(deflateSync(strToU8(json), { level: 9 }))}`;
}

/** The files of a fragment; `undefined` where it is none of ours, or broken. */
export function unpack(fragment: string): Shared | undefined {
  const packed = /^#?code\/([\w-]+)$/.exec(fragment)?.[1];
  if (packed === undefined) return undefined;
  try {
    const bytes = inflateSync(toBytes(packed), { out: new Uint8Array(LARGEST) });
    const { files, active } = JSON.parse(strFromU8(bytes)) as { files: [string, string][]; active: string };
    const map = new Map(files.filter((file) => file.length === 2 && file.every((part) => typeof part === "string")));
    return map.size > 0 ? { files: map, active: map.has(active) ? active : [...map.keys()][0]! } : undefined;
  } catch {
    return undefined;
  }
}
