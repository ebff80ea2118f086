// The page: opens what its address says, draws, and keeps itself for offline use.

import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/jetbrains-mono/wght.css";
import "./style/index.css";

import { render } from "preact";

import { exampleOf } from "./gallery";
import { unpack } from "./share";
import { App } from "./site/app";
import { analyzer, documents, keptFiles, open, openPage, tell, write } from "./state";

/** What the fragment of the address asks for. */
function follow(fragment: string): void {
  const doc = /^#docs\/(HF\d+|module\/[\w.]+)$/.exec(fragment)?.[1];
  const example = exampleOf(/^#example\/([\w-]+)$/.exec(fragment)?.[1] ?? "");
  const shared = unpack(fragment);
  if (shared) open(shared.files, shared.active);
  else if (fragment.startsWith("#code/")) tell("This link is broken: there is no program in it.");
  else if (example) open(example.files, undefined, example.models);
  if (doc !== undefined) openPage(doc);
}

follow(location.hash);
if (documents.peek().size === 0) open(keptFiles() ?? exampleOf("hello")?.files ?? new Map([["main.py", ""]]));
addEventListener("hashchange", () => follow(location.hash));

const root = document.getElementById("app");
if (root) {
  root.replaceChildren();
  render(<App />, root);
}

if ("serviceWorker" in navigator && import.meta.env.PROD) {
  addEventListener("load", () => void navigator.serviceWorker.register("./service-worker.js").catch(() => {}));
}

// What tests and benchmarks measure.
Object.assign(window, { hotforge: { analyzer, documents, write } });
