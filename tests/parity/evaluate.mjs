// The evaluator as WebAssembly, in Node: answers each line of JSON from standard input with a line of JSON, as the native
// `hotforge-evaluate` does. `node evaluate.mjs FOLDER`, where wasm-bindgen has written the module to FOLDER.
//
// A call that does not come back ends the instance, as it does in a page: it is answered with `{"trap": why}`, and the next
// line is given to a new instance.

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";

/** Code that is not optimised has large frames; how deep a program may go is the evaluator's own to say. */
const STACK_MB = 256;

async function answerLines(folder) {
  const worker = new Worker(new URL(import.meta.url), { workerData: folder, resourceLimits: { stackSizeMb: STACK_MB } });
  const answer = (line) =>
    new Promise((resolve, reject) => {
      worker.once("message", resolve);
      worker.once("error", reject);
      worker.postMessage(line);
    });
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    process.stdout.write(`${await answer(line)}\n`);
  }
  await worker.terminate();
}

/** Why it ran out of memory, where it did: what is left of an instance may not even say that. */
function reasonOf(evaluator) {
  try {
    return evaluator.abort_reason();
  } catch {
    return undefined;
  }
}

async function evaluate(folder) {
  const glue = pathToFileURL(`${folder}/hotforge_evaluator.js`).href;
  const module = new WebAssembly.Module(readFileSync(`${folder}/hotforge_evaluator_bg.wasm`));
  let instances = 0;
  // The glue holds one instance: another is had by importing it again.
  const start = async () => {
    const evaluator = await import(`${glue}?${instances++}`);
    evaluator.initSync({ module });
    return evaluator;
  };
  let evaluator = await start();
  parentPort.on("message", async (line) => {
    try {
      parentPort.postMessage(evaluator.run(line));
    } catch (error) {
      const why = reasonOf(evaluator) ?? String(error.stack ?? error);
      evaluator = await start();
      parentPort.postMessage(JSON.stringify({ trap: why }));
    }
  });
}

await (isMainThread ? answerLines(process.argv[2]) : evaluate(workerData));
