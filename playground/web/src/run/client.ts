// The page's side of the evaluator: one worker for one run at a time, ended when it is stopped.

import { signal } from "@preact/signals";

import type { FromRunner, RunAnswer, RunRequest } from "./protocol";

export type State =
  | { state: "idle" }
  | { state: "loading" | "running"; since: number }
  | { state: "done"; answer: RunAnswer; took: number }
  | { state: "stopped" }
  | { state: "missing" }
  | { state: "ended"; reason: string };

export const running = signal<State>({ state: "idle" });

let worker: Worker | undefined;
let isReady = false;
let next: RunRequest | undefined;

function start(): void {
  isReady = false;
  worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "hotforge-evaluator" });
  worker.onmessage = (event: MessageEvent<FromRunner>) => receive(event.data);
  worker.onerror = (event) => {
    event.preventDefault();
    end({ state: "ended", reason: event.message });
  };
}

function receive(message: FromRunner): void {
  if ("ready" in message) {
    isReady = true;
    send();
  } else if ("missing" in message) {
    end({ state: "missing" });
  } else if ("trap" in message) {
    end({ state: "ended", reason: message.trap });
  } else {
    running.value = { state: "done", answer: message.answer, took: message.took };
  }
}

function send(): void {
  if (!worker || !isReady || !next) return;
  running.value = { state: "running", since: performance.now() };
  worker.postMessage(next);
  next = undefined;
}

function end(state: State): void {
  worker?.terminate();
  worker = undefined;
  next = undefined;
  running.value = state;
}

/** Runs a predictor. */
export function run(request: RunRequest): void {
  next = request;
  running.value = { state: "loading", since: performance.now() };
  if (!worker) start();
  else send();
}

/** Ends what runs. */
export function stop(): void {
  end({ state: "stopped" });
}
