// The page's side of the analyzer: sends requests, and puts a new worker in the place of one that traps or hangs.

import type { Ask, Change, FromWorker, Requests, ToWorker } from "./protocol";

/** A request that is no longer of use: a newer one took its place, or its worker is gone. */
export class Cancelled extends Error {}

interface Waiting {
  message: ToWorker;
  resolve: (answer: unknown) => void;
  reject: (error: Error) => void;
}

/** What became of the worker. */
export type Health =
  | { state: "starting" }
  | { state: "well" }
  | { state: "restarted"; reason: "hang" | "trap" }
  | { state: "broken"; reason: string };

/** No analysis of a text that a person writes takes as long. */
const LONGEST_MS = 8_000;
/** Loading takes longer than answering. */
const LONGEST_START_MS = 60_000;

export class Analyzer {
  #worker: Worker | undefined;
  #files = new Map<string, string | Uint8Array>();
  #changes = new Map<string, Change>();
  /** Texts that ended a worker: it is not given them again. */
  #poison = new Map<string, string | Uint8Array>();
  #waiting: Waiting[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = 0;
  #isReady = false;
  #onHealth: (health: Health) => void;
  /** The milliseconds that the last answers took in the worker. */
  readonly took: { ask: Ask; ms: number }[] = [];

  constructor(onHealth: (health: Health) => void) {
    this.#onHealth = onHealth;
    this.#start();
  }

  write(path: string, content: string | Uint8Array): void {
    if (this.#files.get(path) === content) return;
    this.#files.set(path, content);
    const change: Change =
      typeof content === "string"
        ? { change: "write", path, text: content }
        : { change: "writeBytes", path, bytes: content };
    this.#poison.delete(path);
    this.#changes.set(path, change);
  }

  remove(path: string): void {
    if (!this.#files.delete(path)) return;
    this.#poison.delete(path);
    this.#changes.set(path, { change: "remove", path });
  }

  /** Asks; a request of the same kind about the same thing that still waits is cancelled. */
  ask<A extends Ask>(ask: A, takes: Requests[A]["takes"]): Promise<Requests[A]["gives"]> {
    const file = "file" in takes ? takes.file : undefined;
    if (file !== undefined && this.#poison.has(file)) return Promise.reject(new Cancelled("this text ended the analyzer"));
    const same = (waiting: Waiting) => waiting.message.request.ask === ask && !this.#isSent(waiting);
    this.#drop(same);
    const message: ToWorker = { id: ++this.#last, changes: [], request: { ask, ...takes } };
    return new Promise((resolve, reject) => {
      this.#waiting.push({ message, resolve: resolve as (answer: unknown) => void, reject });
      this.#next();
    });
  }

  #sent: number | undefined;

  #isSent(waiting: Waiting): boolean {
    return waiting.message.id === this.#sent;
  }

  #drop(which: (waiting: Waiting) => boolean): void {
    const dropped = this.#waiting.filter(which);
    this.#waiting = this.#waiting.filter((waiting) => !which(waiting));
    dropped.forEach((waiting) => waiting.reject(new Cancelled("a newer request took its place")));
  }

  /** One request is with the worker at a time, so that what is stale by then is never begun. */
  #next(): void {
    const next = this.#waiting[0];
    if (!this.#worker || !this.#isReady || this.#sent !== undefined || !next) return;
    next.message.changes = [...this.#changes.values()];
    this.#changes.clear();
    this.#sent = next.message.id;
    this.#worker.postMessage(next.message);
    this.#watch(LONGEST_MS);
  }

  #watch(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#restart("hang"), ms);
  }

  #start(): void {
    this.#isReady = false;
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "hotforge-analyzer" });
    this.#worker = worker;
    worker.onmessage = (event: MessageEvent<FromWorker>) => this.#receive(event.data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.#restart("trap");
    };
    this.#watch(LONGEST_START_MS);
  }

  #receive(message: FromWorker): void {
    if ("ready" in message) {
      clearTimeout(this.#timer);
      this.#isReady = true;
      this.#onHealth({ state: "well" });
      return this.#next();
    }
    if ("failed" in message) {
      clearTimeout(this.#timer);
      this.#onHealth({ state: "broken", reason: message.failed });
      return;
    }
    if (message.id !== this.#sent) return;
    if ("trap" in message) return this.#restart("trap");
    clearTimeout(this.#timer);
    const waiting = this.#waiting.shift();
    this.#sent = undefined;
    this.#next();
    if (!waiting) return;
    const { answer } = message;
    this.took.push({ ask: waiting.message.request.ask, ms: message.took });
    if (this.took.length > 2_000) this.took.splice(0, 1_000);
    if (answer !== null && typeof answer === "object" && "error" in answer) {
      waiting.reject(new Error(String(answer.error)));
    } else {
      waiting.resolve(answer);
    }
  }

  #restart(reason: "hang" | "trap"): void {
    clearTimeout(this.#timer);
    this.#worker?.terminate();
    const ended = this.#waiting.find((waiting) => this.#isSent(waiting));
    const request = ended?.message.request;
    if (request && "file" in request && typeof request.file === "string") {
      this.#poison.set(request.file, this.#files.get(request.file) ?? "");
    }
    this.#sent = undefined;
    this.#drop(() => true);
    this.#changes.clear();
    for (const [path, content] of this.#files) {
      if (this.#poison.has(path)) continue;
      this.#files.delete(path);
      this.write(path, content);
    }
    this.#onHealth({ state: "restarted", reason });
    this.#start();
  }
}
