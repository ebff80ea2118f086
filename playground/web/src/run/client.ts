// The page's side of the evaluator: one worker for one run at a time, ended when it is stopped.

import { signal, type Signal } from "@preact/signals";

import type { FromRunner, RunAnswer, RunRequest } from "./protocol";

export type State =
  | { state: "idle" }
  | { state: "loading" | "running"; since: number }
  | { state: "done"; answer: RunAnswer; took: number }
  | { state: "stopped" }
  | { state: "missing" }
  | { state: "ended"; reason: string };

export const idle = (): Signal<State> => signal<State>({ state: "idle" });

export const isBusy = (state: State) => state.state === "running" || state.state === "loading";

/** What is to run, and where it is told what became of it. */
interface Run {
  request: RunRequest;
  state: Signal<State>;
}

let worker: Worker | undefined;
let isReady = false;
let waiting: Run | undefined;
let current: Run | undefined;

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
  } else if (current) {
    current.state.value = { state: "done", answer: message.answer, took: message.took };
    current = undefined;
  }
}

function send(): void {
  if (!worker || !isReady || !waiting) return;
  current = waiting;
  waiting = undefined;
  current.state.value = { state: "running", since: performance.now() };
  worker.postMessage(current.request);
}

function end(state: State): void {
  worker?.terminate();
  worker = undefined;
  for (const run of [current, waiting]) if (run) run.state.value = state;
  current = waiting = undefined;
}

/** Runs a predictor; what runs already is stopped. */
export function run(request: RunRequest, state: Signal<State>): void {
  if (current || waiting) stop();
  waiting = { request, state };
  state.value = { state: "loading", since: performance.now() };
  if (!worker) start();
  else send();
}

/** Ends what runs. */
export function stop(): void {
  end({ state: "stopped" });
}
