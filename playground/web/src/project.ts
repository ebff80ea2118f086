// A project to go on with on one's own machine: the files, and how to compile them.

import { strToU8, zipSync } from "fflate";

const README = (first: string, stem: string) => `# ${stem}

Made in the Hotforge playground.

## Compile it

    pip install hotforge          # needs Python 3.11, and Rust from https://rustup.rs
    hotforge check ${first}
    hotforge compile ${first}
    hotforge run build/${stem}

\`build/${stem}\` is a folder with a native library, \`hotforge.h\` and \`manifest.json\`. It runs where there is neither Python
nor Rust.

## Call it

From Python:

    import hotforge

    library = hotforge.load("build/${stem}")

With types, from other languages:

    hotforge bindings ts build/${stem}
    hotforge bindings rust build/${stem}

As an HTTP server with OpenAI's API:

    hotforge serve build/${stem}
`;

/** The zip of files, with a README. */
export function zipped(files: ReadonlyMap<string, string>, binaries: ReadonlyMap<string, Uint8Array>, first: string): Uint8Array {
  const stem = first.replace(/\.py$/, "").replace(/.*\//, "");
  const folder = `${stem}-hotforge`;
  const entries: Record<string, Uint8Array> = { [`${folder}/README.md`]: strToU8(README(first, stem)) };
  for (const [path, text] of files) entries[`${folder}/${path}`] = strToU8(text);
  for (const [path, bytes] of binaries) entries[`${folder}/${path}`] = bytes;
  return zipSync(entries);
}

/** Gives the reader a file. */
export function download(name: string, bytes: Uint8Array, type: string): void {
  const address = URL.createObjectURL(new Blob([bytes.slice()], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
