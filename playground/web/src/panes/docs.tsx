// The pages of diagnostics and of operators; each example there is checked in place, and opens in the editor.

import pages from "virtual:pages";
import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";

import { Analyzer } from "../analyzer/client";
import type { Callable, Module } from "../analyzer/protocol";
import { ask, health, open, page } from "../state";
import { Waiting } from "./code";

/** Examples are checked by an analyzer of their own, so that the editor's files stay as they are. */
let checker: Analyzer | undefined;

async function checked(text: string): Promise<{ line: number; severity: string; code: string; message: string; help: string | null }[]> {
  checker ??= new Analyzer(() => {});
  checker.write("example.py", text);
  const found = await checker.ask("diagnostics", { file: "example.py" });
  return found.items.map(({ range, severity, code, message, help }) => ({ line: range.startLineNumber, severity, code, message, help }));
}

/** Makes an example of a page one that can be edited, checked and opened. */
function enliven(block: HTMLPreElement): void {
  const code = block.querySelector("code");
  if (!code || block.dataset["alive"]) return;
  block.dataset["alive"] = "yes";
  code.contentEditable = "plaintext-only";
  code.spellcheck = false;
  code.setAttribute("role", "textbox");
  code.setAttribute("aria-multiline", "true");
  code.setAttribute("aria-label", "Example");
  const bar = document.createElement("div");
  bar.className = "example-bar";
  const outcome = document.createElement("div");
  outcome.className = "example-outcome";
  outcome.setAttribute("role", "status");
  const button = (label: string, act: () => void) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = label;
    made.addEventListener("click", act);
    bar.append(made);
  };
  const check = async () => {
    outcome.replaceChildren();
    const found = await checked(code.textContent ?? "");
    const lines = found.map(({ line, severity, code, message, help }) => {
      const item = document.createElement("p");
      item.className = severity;
      item.textContent = `line ${line}: ${message}${help === null ? "" : ` — ${help}`} (${code})`;
      return item;
    });
    if (lines.length === 0) {
      const fine = document.createElement("p");
      fine.className = "fine";
      fine.textContent = "Compiles.";
      lines.push(fine);
    }
    outcome.replaceChildren(...lines);
  };
  button("Check", () => void check());
  button("Open in the editor", () => open(new Map([["main.py", `${(code.textContent ?? "").trimEnd()}\n`]])));
  block.after(bar, outcome);
}

function Page({ html }: { html: string }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    host.current?.querySelectorAll<HTMLPreElement>("pre[data-example]").forEach(enliven);
  }, [html]);
  return <div class="page" ref={host} dangerouslySetInnerHTML={{ __html: html }} />;
}

function Calls({ functions }: { functions: Callable[] }) {
  return (
    <dl class="calls">
      {functions.map((one) => (
        <div key={one.name}>
          <dt>
            {one.calls.map((call) => (
              <code key={call.call}>
                {call.call}
                {call.refused !== null && <em> refused: {call.refused}</em>}
                {call.raises.length > 0 && <em> raises {call.raises.join(", ")}</em>}
              </code>
            ))}
          </dt>
          {one.doc !== null && <dd>{one.doc}</dd>}
        </div>
      ))}
    </dl>
  );
}

function Operators({ name }: { name: string }) {
  const modules = useModules();
  if (!modules) return <Waiting />;
  const module = modules.find((one) => one.module === name);
  if (!module) return <p>There is no module {name}.</p>;
  const example = exampleOf(module);
  return (
    <div class="page">
      {module.doc !== null && <p>{module.doc}</p>}
      {example && <Page html={`<pre data-example><code>${example}</code></pre>`} />}
      <Calls functions={module.functions} />
      {module.classes.map((one) => (
        <section key={one.name}>
          <h2>{one.name}</h2>
          {one.doc !== null && <p>{one.doc}</p>}
          <Calls functions={one.methods} />
        </section>
      ))}
    </div>
  );
}

/** A predictor that calls something of a module. */
const EXAMPLES: Record<string, string> = {
  builtins: "@compile()\ndef f(words: list[str]) -> list[str]:\n    return sorted({word.strip().lower() for word in words}, key=len)\n",
  math: "import math\n\n\n@compile()\ndef f(x: float) -> float:\n    return math.sqrt(x) + math.sin(math.pi * x)\n",
  re: 'import re\n\n\n@compile()\ndef f(text: str) -> list[str]:\n    return re.findall(r"\\w+@\\w+\\.\\w+", text)\n',
  numpy: "import numpy as np\nimport numpy.typing as npt\n\n\n@compile()\ndef f(x: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:\n    return (x - x.mean(axis=0)) / x.std(axis=0)\n",
  collections: "from collections import Counter\n\n\n@compile()\ndef f(words: list[str]) -> list[tuple[str, int]]:\n    return Counter(words).most_common(3)\n",
  itertools: "import itertools\n\n\n@compile()\ndef f(items: list[int]) -> list[tuple[int, int]]:\n    return list(itertools.combinations(items, 2))\n",
  json: "import json\n\n\n@compile()\ndef f(names: list[str]) -> str:\n    return json.dumps({\"names\": names}, indent=2)\n",
  datetime: "from datetime import date, timedelta\n\n\n@compile()\ndef f(days: int) -> str:\n    return (date(2026, 1, 1) + timedelta(days=days)).isoformat()\n",
};

function exampleOf(module: Module): string | undefined {
  const body = EXAMPLES[module.module];
  if (body === undefined) return undefined;
  const [before, rest] = body.startsWith("@") ? ["", `\n\n${body}`] : ["", `\n${body}`];
  const text = `${before}from hotforge import compile\n${rest}`;
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

/** The modules of the catalog, asked for once. */
const catalog = signal<Module[] | undefined>(undefined);

function useModules(): Module[] | undefined {
  const state = health.value.state;
  useEffect(() => {
    if (catalog.peek() === undefined) void ask("operators", {}).then((found) => found && (catalog.value = found));
  }, [state]);
  return catalog.value;
}

export function DocsPane() {
  const modules = useModules();
  const name = page.value;
  const found = pages.find((one) => one.code === name);
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => host.current?.scrollTo(0, 0), [name]);
  return (
    <div class="column">
      <div class="pane-bar">
        <select aria-label="Page" value={name} onChange={(event) => (page.value = event.currentTarget.value)}>
          <optgroup label="Diagnostics">
            {pages.map((one) => (
              <option key={one.code} value={one.code}>{`${one.code}: ${one.title}`}</option>
            ))}
          </optgroup>
          <optgroup label="Operators">
            {modules?.map(({ module }) => (
              <option key={module} value={`module/${module}`}>{module}</option>
            ))}
          </optgroup>
        </select>
      </div>
      <article class="scroll docs" ref={host} tabIndex={0} aria-label="Documentation">
        {found ? (
          <>
            <h1>
              <span class="chip">{found.code}</span> {found.title}
            </h1>
            <Page html={found.html} />
          </>
        ) : (
          <>
            <h1>
              <span class="chip">module</span> {name.replace("module/", "")}
            </h1>
            <Operators name={name.replace("module/", "")} key={name} />
          </>
        )}
      </article>
    </div>
  );
}
