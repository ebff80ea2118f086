// The examples: files of the gallery, of the repository's own examples, and the failing ones of the diagnostics' pages.

import pages from "virtual:pages";

export interface Example {
  id: string;
  title: string;
  /** What it shows. */
  text: string;
  group: "Language" | "Text" | "Arrays and images" | "Models" | "Diagnostics";
  files: Map<string, string>;
  /** Models that belong to it. */
  models: Map<string, Uint8Array>;
}

const OWN = import.meta.glob<string>("../gallery/**/*.py", { query: "?raw", import: "default", eager: true });
const REPOSITORY = import.meta.glob<string>(
  ["../../../examples/text_statistics.py", "../../../examples/chunk.py", "../../../examples/kalman.py", "../../../examples/nearest.py", "../../../examples/postcard.py"],
  { query: "?raw", import: "default", eager: true },
);

const MODELS = import.meta.glob<string>("../gallery/**/*.onnx", { query: "?inline", import: "default", eager: true });

const ORDER: [string, Example["group"], string][] = [
  ["hello", "Language", "Hello"],
  ["records", "Language", "Records"],
  ["variants", "Language", "Variants"],
  ["generator", "Language", "Generators"],
  ["modules", "Language", "Several files"],
  ["mandelbrot", "Language", "Mandelbrot"],
  ["text_statistics", "Text", "Text statistics"],
  ["chunk", "Text", "Chunks"],
  ["tokens", "Text", "Tokenised text"],
  ["softmax", "Arrays and images", "Attention"],
  ["kalman", "Arrays and images", "Kalman filter"],
  ["nearest", "Arrays and images", "Nearest vectors"],
  ["image", "Arrays and images", "Image preprocessing"],
  ["postcard", "Arrays and images", "Postcard"],
  ["embedding", "Models", "Embedding"],
];

const all = { ...OWN, ...REPOSITORY };

/** What belongs to an example, by the names of its files. */
function named<T>(id: string, found: Record<string, T>): [string, T][] {
  const own = Object.entries(found).filter(([path]) => path.endsWith(`/${id}.py`) || path.includes(`/${id}/`));
  return own.map(([path, content]) => [path.slice(path.lastIndexOf("/") + 1), content]);
}

const filesOf = (id: string) => new Map(named(id, all).sort(([a], [b]) => Number(b === "main.py") - Number(a === "main.py")));

function modelsOf(id: string): Map<string, Uint8Array> {
  const bytes = (address: string) => Uint8Array.from(atob(address.slice(address.indexOf(",") + 1)), (letter) => letter.charCodeAt(0));
  return new Map(named(id, MODELS).map(([name, address]) => [name, bytes(address)]));
}

/** A model with the inputs and outputs of an embedding model, for examples that read one. */
export const encoder = () => modelsOf("HF0502").get("encoder.onnx") ?? new Uint8Array();

function docOf(files: Map<string, string>): string {
  const first = files.values().next().value ?? "";
  const line = /^"""(.*?)"""/s.exec(first)?.[1]?.split("\n")[0] ?? "";
  // The title says already what stands before a colon.
  const text = line.replace(/^[^:`]{3,24}: /, "").replaceAll("`", "");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const written = ORDER.map(([id, group, title]): Example => {
  const files = filesOf(id);
  return { id, title, group, files, models: modelsOf(id), text: docOf(files) };
});

/** The failing examples of the pages; of what needs a model there is an example with one. */
const failing = pages.flatMap((page): Example[] => {
  const first = page.parts.find((part) => part.example !== undefined && part.fails)?.example;
  const own = filesOf(page.code);
  const files = own.size > 0 || first === undefined ? own : new Map([["main.py", first]]);
  const example: Example = { id: page.code, title: page.code, group: "Diagnostics", files, models: modelsOf(page.code), text: page.title };
  return files.size > 0 ? [example] : [];
});

export const examples: Example[] = [...written, ...failing];

export const exampleOf = (id: string) => examples.find((example) => example.id === id);
