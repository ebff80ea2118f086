/** What runs in the pages: reads numbers below the pointer, and tells the extension what was clicked. */

import { readGrids } from "./grid";
import { readPlots } from "./plot";

interface Api {
  postMessage(message: unknown): void;
}
declare function acquireVsCodeApi(): Api;

const api = acquireVsCodeApi();

for (const element of document.querySelectorAll<HTMLElement>("[data-action]")) {
  element.addEventListener("click", () => api.postMessage({ action: element.dataset.action }));
}
for (const element of document.querySelectorAll<HTMLElement>("[data-file]")) {
  element.addEventListener("click", () => api.postMessage({ file: element.dataset.file, line: Number(element.dataset.line) }));
}
for (const element of document.querySelectorAll<SVGElement>("[data-node]")) {
  const tell = () => api.postMessage({ node: Number(element.dataset.node) });
  element.addEventListener("click", tell);
  element.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      tell();
    }
  });
}
readGrids(document);
readPlots(document);
