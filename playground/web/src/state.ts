// What the page knows: files, settings, and what the analyzer said of them. Views only read signals and call these functions.

import { batch, computed, effect, signal } from "@preact/signals";

import { Analyzer, Cancelled, type Health } from "./analyzer/client";
import type { Ask, Diagnostic, Diagnostics, Lens, Location, Requests } from "./analyzer/protocol";

export type PaneName = "run" | "rust" | "graph" | "ir" | "types" | "manifest" | "header" | "docs";
export type Theme = "system" | "light" | "dark";

export interface Settings {
  theme: Theme;
  hints: boolean;
  vim: boolean;
  fontSize: number;
  wrap: boolean;
}

const DEFAULTS: Settings = { theme: "system", hints: true, vim: false, fontSize: 14, wrap: false };

/** Python files and their texts, in the order of their tabs. */
export const documents = signal<ReadonlyMap<string, string>>(new Map());
/** Models and tokenizers that were dropped in. */
export const binaries = signal<ReadonlyMap<string, Uint8Array>>(new Map());
export const active = signal("");
export const settings = signal<Settings>(stored("settings", DEFAULTS));
export const pane = signal<PaneName>("run");
export const page = signal("HF0001");
export const health = signal<Health>({ state: "starting" });
export const diagnostics = signal<ReadonlyMap<string, Diagnostics>>(new Map());
/** The predictors of each file. */
export const lenses = signal<ReadonlyMap<string, Lens[]>>(new Map());
export const notice = signal("");
/** The line and column of the cursor. */
export const cursor = signal({ lineNumber: 1, column: 1 });
/** Whether diagnostics of the newest text are still to come. */
export const isChecking = signal(true);
/** Counts the changes of files: what was made of an older one is stale. */
export const revision = signal(0);
/** Whether the predictor of the run pane is to be called as soon as that is there. */
export const isRunWanted = signal(false);
/** On a phone: which half is seen. */
export const half = signal<"code" | "output">("code");

const dark = matchMedia("(prefers-color-scheme: dark)");
const systemIsDark = signal(dark.matches);
dark.addEventListener("change", (event) => (systemIsDark.value = event.matches));
export const isDark = computed(() =>
  settings.value.theme === "system" ? systemIsDark.value : settings.value.theme === "dark",
);

function stored<T extends object>(name: string, defaults: T): T {
  try {
    return { ...defaults, ...(JSON.parse(localStorage.getItem(`hotforge.${name}`) ?? "{}") as Partial<T>) };
  } catch {
    return defaults;
  }
}

function store(name: string, value: unknown): void {
  try {
    localStorage.setItem(`hotforge.${name}`, JSON.stringify(value));
  } catch {
    // Private windows may have no storage; the page works without.
  }
}

export function set<K extends keyof Settings>(name: K, value: Settings[K]): void {
  settings.value = { ...settings.value, [name]: value };
}

export const analyzer = new Analyzer((now) => {
  health.value = now;
  if (now.state === "restarted") tell(restarted(now.reason));
  if (now.state === "well" && documents.peek().size > 0) void check();
});

function restarted(reason: "hang" | "trap"): string {
  const why = reason === "hang" ? "took too long on this text" : "could not go on with this text";
  return `The analyzer ${why} and was started again. It goes on with your next edit.`;
}

let noticeTimer: ReturnType<typeof setTimeout> | undefined;

/** Says something in passing. */
export function tell(text: string): void {
  notice.value = text;
  clearTimeout(noticeTimer);
  noticeTimer = setTimeout(() => (notice.value = ""), 8_000);
}

/** Asks the analyzer; `undefined` where the answer is of no use any more. */
export async function ask<A extends Ask>(
  name: A,
  takes: Requests[A]["takes"],
): Promise<Requests[A]["gives"] | undefined> {
  try {
    return await analyzer.ask(name, takes);
  } catch (error) {
    if (error instanceof Cancelled) return undefined;
    throw error;
  }
}

export const isPython = (path: string) => path.endsWith(".py");

/** Puts other files in the place of all. */
export function open(files: ReadonlyMap<string, string>, first?: string, kept: ReadonlyMap<string, Uint8Array> = new Map()): void {
  batch(() => {
    for (const path of [...documents.peek().keys(), ...binaries.peek().keys()]) {
      if (!files.has(path) && !kept.has(path)) analyzer.remove(path);
    }
    documents.value = files;
    binaries.value = kept;
    active.value = first ?? files.keys().next().value ?? "";
    diagnostics.value = new Map();
    lenses.value = new Map();
    for (const [path, text] of files) analyzer.write(path, text);
    for (const [path, bytes] of kept) analyzer.write(path, bytes);
    changed();
  });
}

/** Changes or adds a text. */
export function write(path: string, text: string): void {
  if (documents.peek().get(path) === text) return;
  documents.value = new Map(documents.peek()).set(path, text);
  analyzer.write(path, text);
  changed();
}

/** Adds a file that is no text: a model, a tokenizer. */
export function writeBytes(path: string, bytes: Uint8Array): void {
  binaries.value = new Map(binaries.peek()).set(path, bytes);
  analyzer.write(path, bytes);
  changed();
}

export function remove(path: string): void {
  batch(() => {
    const texts = new Map(documents.peek());
    const others = new Map(binaries.peek());
    texts.delete(path);
    others.delete(path);
    documents.value = texts;
    binaries.value = others;
    if (active.peek() === path) active.value = texts.keys().next().value ?? "";
    const left = new Map(diagnostics.peek());
    left.delete(path);
    diagnostics.value = left;
    const predictors = new Map(lenses.peek());
    predictors.delete(path);
    lenses.value = predictors;
    analyzer.remove(path);
    changed();
  });
}

/** Gives a file another name; refused where it is no name, or taken. */
export function rename(path: string, name: string): boolean {
  const isFree = !documents.peek().has(name) && !binaries.peek().has(name);
  if (!/^[\w-]+(\/[\w-]+)*\.py$/.test(name) || !isFree) return false;
  const texts = [...documents.peek()].map(([other, text]): [string, string] => [other === path ? name : other, text]);
  open(new Map(texts), active.peek() === path ? name : active.peek(), binaries.peek());
  return true;
}

/** A name for a new file that no other has. */
export function freshName(): string {
  const isTaken = (name: string) => documents.peek().has(name);
  if (!isTaken("helpers.py")) return "helpers.py";
  let count = 2;
  while (isTaken(`helpers${count}.py`)) count += 1;
  return `helpers${count}.py`;
}

function changed(): void {
  revision.value += 1;
  isChecking.value = true;
  void check();
}

/** Has diagnostics made: of the file that is seen first, then of the others. */
async function check(): Promise<void> {
  const of = revision.peek();
  const first = active.peek();
  const others = [...documents.peek().keys()].filter((path) => path !== first && isPython(path));
  for (const file of [first, ...others]) {
    if (!isPython(file)) continue;
    const found = await ask("diagnostics", { file });
    if (!found || revision.peek() !== of) return;
    diagnostics.value = new Map(diagnostics.peek()).set(file, found);
    if (file === first) isChecking.value = false;
    const made = await ask("lenses", { file });
    if (!made || revision.peek() !== of) return;
    lenses.value = new Map(lenses.peek()).set(file, made);
  }
}

/** What is wrong in all files, each once. */
export const problems = computed<Diagnostic[]>(() => {
  const seen = new Set<string>();
  const all = [...diagnostics.value.values()].flatMap((found) => found.items);
  const fresh = all.filter((item) => {
    const key = JSON.stringify([item.file, item.range, item.code, item.message]);
    const isNew = !seen.has(key);
    seen.add(key);
    // A module of helpers needs no predictor.
    return isNew && !(item.code === "HF0002" && documents.value.size > 1);
  });
  const rank = { error: 0, warning: 1, note: 2 };
  return fresh.sort((a, b) => rank[a.severity] - rank[b.severity] || a.range.startLineNumber - b.range.startLineNumber);
});

/** Files that the analysis looked for and that are not there: a model to drop in. */
export const missing = computed(() => {
  const wanted = [...diagnostics.value.values()].flatMap((found) => found.dependencies);
  return [...new Set(wanted)].filter((path) => !binaries.value.has(path) && !documents.value.has(path));
});

/** Where the editor is asked to go. */
export const goal = signal<{ at: Location; focus: boolean } | null>(null);

/** Shows a place in the editor. */
export function reveal(at: Location, focus = true): void {
  batch(() => {
    if (documents.peek().has(at.file)) active.value = at.file;
    goal.value = { at, focus };
    if (focus) half.value = "code";
  });
}

/** Opens the page of a diagnostic. */
export function openPage(code: string): void {
  batch(() => {
    page.value = code;
    pane.value = "docs";
    half.value = "output";
  });
}

/** Has the predictor called, from wherever the page is. */
export function wantRun(): void {
  batch(() => {
    pane.value = "run";
    half.value = "output";
    isRunWanted.value = true;
  });
}

/** Keeps the files for the next visit. */
export function keepFiles(): void {
  store("files", [...documents.peek()]);
}

/** The files of the last visit. */
export function keptFiles(): Map<string, string> | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem("hotforge.files") ?? "[]") as [string, string][];
    return kept.length > 0 ? new Map(kept) : undefined;
  } catch {
    return undefined;
  }
}

effect(() => store("settings", settings.value));
effect(() => {
  document.documentElement.dataset["theme"] = isDark.value ? "dark" : "light";
});
let seen = active.peek();
effect(() => {
  const now = active.value;
  if (now !== seen && now !== "") {
    seen = now;
    void check();
  }
});
let keeping: ReturnType<typeof setTimeout> | undefined;
effect(() => {
  if (revision.value === 0) return;
  clearTimeout(keeping);
  keeping = setTimeout(keepFiles, 1_000);
});
