/** Which lines of the generated Rust come from which line of the Python source, both ways. All lines count from 0. */

/** A Rust line, and the Python line that it and those after it come from. */
export interface Pair {
  rust: number;
  python: number;
  path: string;
}

/** Lines of Rust, `start` to `end` without it, that come from one Python line. */
interface Piece {
  start: number;
  end: number;
  python: number;
  path: string;
}

export class LineMap {
  private readonly pieces: Piece[];

  constructor(pairs: readonly Pair[], rust: string) {
    const lines = rust.split("\n");
    this.pieces = pairs.map(({ rust: start, python, path }, index) => {
      let end = start + 1;
      const limit = pairs[index + 1]?.rust ?? lines.length;
      const own = indent(lines[start] ?? "");
      while (end < limit && !endsPiece(lines[end] ?? "", own)) {
        end += 1;
      }
      return { start, end, python, path };
    });
  }

  /** The Rust lines that come from exactly this Python line. */
  rustLines(path: string, python: number): [start: number, end: number][] {
    return this.pieces.filter((piece) => piece.path === path && piece.python === python).map(({ start, end }) => [start, end]);
  }

  /** The Python line that exactly this Rust line comes from, and its file. */
  pythonLine(rust: number): { path: string; line: number } | undefined {
    const piece = this.pieces.find(({ start, end }) => start <= rust && rust < end);
    return piece && { path: piece.path, line: piece.python };
  }

  /** Where to scroll the Python source when this Rust line is on top: the line of the nearest piece before it. */
  nearestPython(path: string, rust: number): number | undefined {
    return this.pieces.findLast((piece) => piece.start <= rust && piece.path === path)?.python;
  }

  /** Where to scroll the Rust when this Python line is on top: the first piece of the nearest line before it. */
  nearestRust(path: string, python: number): number | undefined {
    let best: Piece | undefined;
    for (const piece of this.pieces) {
      if (piece.path === path && piece.python <= python && (best === undefined || piece.python > best.python)) {
        best = piece;
      }
    }
    return best?.start;
  }
}

/** A piece ends at the comment that names the next line, where the block around it ends, and before a blank line. */
function endsPiece(line: string, own: number): boolean {
  return line === "" || indent(line) < own || (own === 0 && line.startsWith("}")) || /^\s*\/\/ .*:\d+$/.test(line);
}

function indent(line: string): number {
  return line.length - line.trimStart().length;
}
