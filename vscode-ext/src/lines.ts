/** Which line of the generated Rust comes from which line of the Python source, both ways. */

export interface Pair {
  rust: number;
  python: number;
  path: string;
}

/** The Python line that a Rust line comes from: that of the last mapping before it. */
export function toPython(pairs: readonly Pair[], path: string, rust: number): number | undefined {
  let found: number | undefined;
  for (const pair of pairs) {
    if (pair.rust > rust) {
      break;
    }
    if (pair.path === path) {
      found = pair.python;
    }
  }
  return found;
}

/** The first Rust line that comes from a Python line, or from the nearest one before it. */
export function toRust(pairs: readonly Pair[], path: string, python: number): number | undefined {
  let best: Pair | undefined;
  for (const pair of pairs) {
    if (pair.path === path && pair.python <= python && (best === undefined || pair.python > best.python)) {
      best = pair;
    }
  }
  return best?.rust;
}
