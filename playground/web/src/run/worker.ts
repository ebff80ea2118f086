// The worker in which predictors run. The page ends it to stop one.

import type { FromRunner, RunAnswer, RunRequest } from "./protocol";

interface Evaluator {
  default: () => Promise<unknown>;
  run: (request: string) => string;
  /** Why a call did not come back. */
  abort_reason?: () => string | undefined;
}

const post = (message: FromRunner) => self.postMessage(message);

// The module is built beside this one where it is there.
const found = import.meta.glob<Evaluator>("../../wasm/hotforge_evaluator.js");
const load = Object.values(found)[0];

/** Why it ran out of memory, where it did: what is left of an instance may not even say that. */
function reasonOf(evaluator: Evaluator): string | undefined {
  try {
    return evaluator.abort_reason?.();
  } catch {
    return undefined;
  }
}

async function start(): Promise<void> {
  if (!load) return post({ missing: true });
  const evaluator = await load();
  await evaluator.default();
  self.onmessage = (event: MessageEvent<RunRequest>) => {
    const started = performance.now();
    try {
      const answer = JSON.parse(evaluator.run(JSON.stringify(event.data))) as RunAnswer;
      post({ answer, took: performance.now() - started });
    } catch (error) {
      post({ trap: reasonOf(evaluator) ?? String(error) });
    }
  };
  post({ ready: true });
}

void start().catch((error: unknown) => post({ trap: String(error) }));
