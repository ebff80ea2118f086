// What the evaluator is asked and what it answers: the JSON of `run` of the module `hotforge_evaluator`.

import type { Json } from "../analyzer/protocol";

export interface RunRequest {
  files: Record<string, string>;
  file: string;
  predictor: string;
  arguments: Record<string, Json>;
  steps: number;
  memory: number;
}

export interface Raised {
  type: string;
  message: string;
  line: number | null;
  /** The calls that led there, the outermost first. */
  traceback: { file: string; function: string; line: number }[];
}

export type RunAnswer =
  | {
      /** Of an iterator the first items; `end` is what ended it, where that was an exception. */
      ok: { text: string; value: Json; stream?: { end: Raised | null } };
      output: string;
      steps: number;
    }
  | { error: Raised; output: string }
  | { refused: { message: string }; output?: string };

export type FromRunner = { ready: true } | { missing: true } | { answer: RunAnswer; took: number } | { trap: string };
