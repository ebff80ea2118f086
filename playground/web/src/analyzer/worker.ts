// The worker that holds the analyzer: whatever a text does to it, typing does not wait.

import init, { Playground } from "../../wasm/hotforge_playground.js";
import type { Change, FromWorker, ToWorker } from "./protocol";

const post = (message: FromWorker) => self.postMessage(message);

let playground: Playground | undefined;
const early: ToWorker[] = [];

function apply(playground: Playground, change: Change): void {
  switch (change.change) {
    case "write":
      return playground.write(change.path, change.text);
    case "writeBytes":
      return playground.writeBytes(change.path, change.bytes);
    case "remove":
      return playground.remove(change.path);
  }
}

function handle(playground: Playground, message: ToWorker): void {
  const started = performance.now();
  try {
    message.changes.forEach((change) => apply(playground, change));
    const answer: unknown = JSON.parse(playground.ask(JSON.stringify(message.request)));
    post({ id: message.id, answer, took: performance.now() - started });
  } catch (error) {
    // What trapped may have left anything behind: the page makes a new worker.
    post({ id: message.id, trap: String(error) });
  }
}

self.onmessage = (event: MessageEvent<ToWorker>) => {
  if (playground) handle(playground, event.data);
  else early.push(event.data);
};

init().then(
  () => {
    const made = (playground = new Playground());
    post({ ready: true });
    early.splice(0).forEach((message) => handle(made, message));
  },
  (error: unknown) => post({ failed: String(error) }),
);
