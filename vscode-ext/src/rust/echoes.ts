/** Tells the scrolling that was asked for from the user's own: of two editors that follow each other, one must lead. */

/** For so long an editor's scrolling may be the answer to what was asked of it, in milliseconds. */
const MEMORY = 2000;

/** What an editor shows: its first and last line, and how many it has. */
export interface Visible {
  top: number;
  bottom: number;
  lines: number;
}

export class Echoes<Editor extends object> {
  private readonly asked = new Map<Editor, { top: number | undefined; at: number }[]>();

  /** An editor is asked to show a line on top, or, where that is not known, anywhere. */
  ask(editor: Editor, top: number | undefined, now: number): void {
    this.asked.set(editor, [...this.recent(editor, now), { top, at: now }]);
  }

  /** Whether that an editor shows this is what was asked of it. Late answers to what was asked before count too. */
  answers(editor: Editor, visible: Visible, now: number): boolean {
    const asked = this.recent(editor, now);
    const found = asked.findIndex(({ top }) => top === undefined || isShown(top, visible));
    if (asked[found]?.top === undefined) {
      // Where it would scroll to was not known: the first that it shows is the answer.
      asked.splice(found, found < 0 ? 0 : 1);
    }
    this.asked.set(editor, asked);
    return found >= 0;
  }

  private recent(editor: Editor, now: number): { top: number | undefined; at: number }[] {
    return (this.asked.get(editor) ?? []).filter(({ at }) => now - at < MEMORY);
  }
}

/**
 * Above the line that is asked for on top, the editor leaves room for its sticky lines. The last lines cannot be on top where
 * it does not scroll beyond them.
 */
function isShown(asked: number, { top, bottom, lines }: Visible): boolean {
  return (asked - ROOM <= top && top <= asked + 1) || (top < asked && bottom >= lines - 1);
}

/** More lines than are sticky by default, with a line that wraps or two. */
const ROOM = 8;
