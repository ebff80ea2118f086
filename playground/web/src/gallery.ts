// The examples: files of the gallery, of the repository's own examples, and the failing ones of the diagnostics' pages.

import pages from "virtual:pages";

export interface Example {
  id: string;
  title: string;
  /** What it shows. */
  text: string;
  group: "Language" | "Text" | "Arrays and images" | "Models" | "Diagnostics";
  files: Map<string, string>;
}

const OWN = import.meta.glob<string>("../gallery/**/*.py", { query: "?raw", import: "default", eager: true });
const REPOSITORY = import.meta.glob<string>(
  ["../../../examples/text_statistics.py", "../../../examples/chunk.py", "../../../examples/kalman.py", "../../../examples/nearest.py", "../../../examples/postcard.py"],
  { query: "?raw", import: "default", eager: true },
);

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

function filesOf(id: string): Map<string, string> {
  const found = Object.entries(all).filter(([path]) => path.endsWith(`/${id}.py`) || path.includes(`/${id}/`));
  const named = found.map(([path, text]): [string, string] => {
    const name = path.slice(path.lastIndexOf("/") + 1);
    return [name, text];
  });
  return new Map(named.sort(([a], [b]) => Number(b === "main.py") - Number(a === "main.py")));
}

function docOf(files: Map<string, string>): string {
  const first = files.values().next().value ?? "";
  const line = /^"""(.*?)"""/s.exec(first)?.[1]?.split("\n")[0] ?? "";
  // The title says already what stands before a colon.
  const text = line.replace(/^[^:`]{3,24}: /, "").replaceAll("`", "");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const written = ORDER.map(([id, group, title]): Example => {
  const files = filesOf(id);
  return { id, title, group, files, text: docOf(files) };
});

/** What is told only when the module is run, or of a model. */
const UNSEEN_HERE = ["HF0502", "HF0601"];

const failing = pages
  .filter((page) => page.fails !== null && !UNSEEN_HERE.includes(page.code))
  .map((page): Example => {
    const files = new Map([["main.py", page.fails ?? ""]]);
    return { id: page.code, title: page.code, group: "Diagnostics", files, text: page.title };
  });

export const examples: Example[] = [...written, ...failing];

export const exampleOf = (id: string) => examples.find((example) => example.id === id);
