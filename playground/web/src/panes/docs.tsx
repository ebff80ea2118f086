// The pages of diagnostics and of operators, with examples that run in place.

import pages, { type Page as DocsPage } from "virtual:pages";
import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";

import type { Callable, Module } from "../analyzer/protocol";
import { ask, health, page } from "../state";
import { Waiting } from "./code";
import { Example } from "./example";

function Page({ page }: { page: DocsPage }) {
  return (
    <div class="page">
      {page.parts.map((part, index) =>
        part.example === undefined ? (
          <div key={index} dangerouslySetInnerHTML={{ __html: part.html }} />
        ) : (
          <Example key={index} number={index} text={part.example} fails={part.fails} />
        ),
      )}
    </div>
  );
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
      {example !== undefined && <Example text={example} number={0} />}
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

const EXAMPLES = import.meta.glob<string>("../../operators/*.py", { query: "?raw", import: "default", eager: true });

/** A predictor that calls something of a module. */
const exampleOf = (module: Module) => EXAMPLES[`../../operators/${module.module}.py`];

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
            <Page page={found} key={found.code} />
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
