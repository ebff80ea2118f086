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

export type RunAnswer =
  | { ok: { text: string; value: Json }; output: string; steps: number }
  | { error: { type: string; message: string; line: number | null; traceback?: string }; output: string }
  | { refused: { message: string; path?: string } };

export type FromRunner = { ready: true } | { missing: true } | { answer: RunAnswer; took: number } | { trap: string };
