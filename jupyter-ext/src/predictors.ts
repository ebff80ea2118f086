/** What the text of a cell tells about its predictors. Pure, so that it can be tested without a page. */

/** A cell that holds predictors. */
export interface Predictors {
  /** Whether `%%compile` stands on top. */
  readonly isCompiled: boolean;
  /** The functions that the cell defines at its top level. */
  readonly functions: readonly string[];
}

const MAGIC = /^\s*%%compile\b/;
const MARK = /^@(?:\w+\.)*compile\b/m;
const DEFINITION = /^(?:async\s+)?def\s+([\p{L}_][\p{L}\p{N}_]*)/gmu;

/** The predictors of a cell; none where it neither says `%%compile` nor marks a function by `@compile`. */
export function predictorsOf(source: string): Predictors | null {
  const isCompiled = MAGIC.test(source);
  if (!isCompiled && !MARK.test(source)) {
    return null;
  }
  return { isCompiled, functions: functionsOf(source) };
}

/** The functions that a text defines at its top level. */
export function functionsOf(source: string): string[] {
  return [...source.matchAll(DEFINITION)].map((found) => found[1] ?? "");
}

/** What became of a cell, as the kernel tells it beside the output: see `Result` in `result.py`. */
export interface Told {
  readonly state: "native" | "checked" | "refused";
  readonly names: readonly string[];
}

/** The type of output that tells it. */
export const TOLD = "application/vnd.hotforge.result+json";

/** Reads what the kernel tells; null where it is something else. */
export function toldBy(data: unknown): Told | null {
  if (typeof data !== "object" || data === null || !("state" in data) || !("names" in data)) {
    return null;
  }
  const { state, names } = data;
  const isState = state === "native" || state === "checked" || state === "refused";
  return isState && Array.isArray(names) ? { state, names: names.map(String) } : null;
}
