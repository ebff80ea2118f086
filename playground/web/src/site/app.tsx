// The frame of the page: bar, tabs, editor, problems, panes.

import { lazy, Suspense } from "preact/compat";
import { useEffect, useRef, useState } from "preact/hooks";

import { Problems } from "../panes/problems";
import {
  active,
  binaries,
  documents,
  freshName,
  half,
  health,
  isChecking,
  isPython,
  lenses,
  missing,
  notice,
  pane,
  problems,
  remove,
  rename,
  tell,
  wantRun,
  write,
  writeBytes,
  type PaneName,
} from "../state";
import { Bar } from "./bar";

const Editor = lazy(() => import("../editor/editor"));
const Panes = lazy(() => import("./panes"));

const PANES: [PaneName, string][] = [
  ["run", "Run"],
  ["rust", "Rust"],
  ["graph", "Graph"],
  ["types", "Types"],
  ["ir", "IR"],
  ["manifest", "Manifest"],
  ["header", "C header"],
  ["docs", "Docs"],
];

/** Larger files are no tokenizer and no model that a page should read. */
const LARGEST_FILE = 1 << 30;

async function take(files: Iterable<File>): Promise<void> {
  for (const file of files) {
    if (file.size > LARGEST_FILE) tell(`${file.name} is too large for a page.`);
    else if (file.name.endsWith(".py")) {
      write(file.name, await file.text());
      active.value = file.name;
    } else if (/\.(onnx|json)$/.test(file.name)) {
      // A file that the program asks for by another name takes that.
      const ending = file.name.slice(file.name.lastIndexOf("."));
      const wanted = missing.peek().find((path) => path.endsWith(`/${file.name}`) || path === file.name);
      const only = missing.peek().filter((path) => path.endsWith(ending));
      const path = wanted ?? (only.length === 1 ? only[0]! : file.name);
      writeBytes(path, new Uint8Array(await file.arrayBuffer()));
      tell(`${file.name} is read here and sent nowhere.`);
    } else tell(`${file.name} is neither Python nor an ONNX model nor a tokenizer.json.`);
  }
}

function Tabs() {
  const [renaming, setRenaming] = useState("");
  const add = () => {
    const name = freshName();
    write(name, "");
    active.value = name;
  };
  const onKey = (event: KeyboardEvent) => {
    const names = [...documents.peek().keys()];
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const next = names[(names.indexOf(active.peek()) + step + names.length) % names.length];
    if (next !== undefined) active.value = next;
    document.getElementById(`tab-${next}`)?.focus();
  };
  const count = (path: string) => problems.value.filter((item) => item.file === path && item.severity === "error").length;
  return (
    <div class="tabs">
      <div role="tablist" aria-label="Files" class="tab-list" onKeyDown={onKey}>
        {[...documents.value.keys()].map((path) =>
          renaming === path ? (
            <input
              key={path}
              class="rename"
              aria-label="Name of the file"
              value={path}
              ref={(input) => input?.select()}
              onBlur={() => setRenaming("")}
              onKeyDown={(event) => {
                event.stopPropagation();
                if (event.key === "Escape") setRenaming("");
                if (event.key !== "Enter") return;
                const name = event.currentTarget.value;
                if (name !== path && !rename(path, name)) tell(`${name} is no name for a new file.`);
                setRenaming("");
              }}
            />
          ) : (
            <button
              key={path}
              id={`tab-${path}`}
              role="tab"
              class="tab"
              aria-selected={active.value === path}
              aria-controls="source"
              tabIndex={active.value === path ? 0 : -1}
              onClick={() => (active.value = path)}
              onDblClick={() => setRenaming(path)}
              onKeyDown={(event) => event.key === "F2" && setRenaming(path)}
              title={`${path} (F2 renames)`}
            >
              {path}
              {count(path) > 0 && <span class="count">{count(path)}</span>}
            </button>
          ),
        )}
      </div>
      {documents.value.size > 1 && (
        <button class="icon" aria-label={`Close ${active.value}`} title="Close this file" onClick={() => remove(active.peek())}>
          ×
        </button>
      )}
      <button class="icon" aria-label="New file" title="New file" onClick={add}>
        +
      </button>
      <span class="grow" />
      {[...binaries.value].map(([path, bytes]) => (
        <span class="binary" key={path}>
          {path} <small>{(bytes.length / 1e6).toFixed(1)} MB</small>
          <button class="icon" aria-label={`Remove ${path}`} onClick={() => remove(path)}>×</button>
        </span>
      ))}
      {missing.value.map((path) => (
        <label class="drop-here" key={path}>
          drop <code>{path}</code>
          <input type="file" class="sr" onChange={(event) => void take(event.currentTarget.files ?? [])} />
        </label>
      ))}
    </div>
  );
}

/** Whether the program is ready, in a word. */
function Status() {
  const errors = problems.value.filter((item) => item.severity === "error").length;
  const state = health.value.state;
  const predictors = [...lenses.value.values()].flat();
  const [kind, text] =
    state === "starting"
      ? ["busy", "Loading the analyzer"]
      : state === "broken"
        ? ["error", "WebAssembly does not run here"]
        : errors > 0
          ? ["error", errors === 1 ? "1 problem" : `${errors} problems`]
          : predictors.length === 0
            ? ["idle", "No predictor yet"]
            : predictors.some((lens) => lens.readiness === "needsCapture")
              ? ["good", "Ready once captured"]
              : ["good", "Ready to compile"];
  return (
    <span class={`status ${kind}`} role="status" data-checking={isChecking.value ? "yes" : "no"}>
      <i />
      {text}
    </span>
  );
}

function PaneTabs() {
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const at = PANES.findIndex(([name]) => name === pane.peek());
    const next = PANES[(at + step + PANES.length) % PANES.length];
    if (!next) return;
    pane.value = next[0];
    document.getElementById(`pane-${next[0]}`)?.focus();
  };
  return (
    <div role="tablist" aria-label="Outputs" class="pane-tabs" onKeyDown={onKey}>
      {PANES.map(([name, title]) => (
        <button
          key={name}
          id={`pane-${name}`}
          role="tab"
          aria-selected={pane.value === name}
          aria-controls="output"
          tabIndex={pane.value === name ? 0 : -1}
          onClick={() => (pane.value = name)}
        >
          {title}
        </button>
      ))}
    </div>
  );
}

function useSplit() {
  const [share, setShare] = useState(52);
  const host = useRef<HTMLDivElement>(null);
  const move = (event: PointerEvent) => {
    if (event.buttons === 0) return;
    const size = host.current?.getBoundingClientRect();
    if (size) setShare(Math.min(80, Math.max(20, ((event.clientX - size.left) / size.width) * 100)));
  };
  const key = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -3, ArrowRight: 3 }[event.key];
    if (step !== undefined) setShare((now) => Math.min(80, Math.max(20, now + step)));
  };
  const splitter = (
    <div
      class="splitter"
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the editor"
      aria-valuenow={Math.round(share)}
      aria-valuemin={20}
      aria-valuemax={80}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={move}
      onKeyDown={key}
    />
  );
  return { host, share, splitter };
}

/** Ctrl+Enter, or Cmd+Enter, runs from wherever the focus is; examples of pages have a call of their own. */
function useRunKey(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      const isElsewhere = event.target instanceof Element && event.target.closest(".example, dialog");
      if (isElsewhere || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      event.stopPropagation();
      wantRun();
    };
    // Before the editor, for which these keys insert a line.
    addEventListener("keydown", onKey, { capture: true });
    return () => removeEventListener("keydown", onKey, { capture: true });
  }, []);
}

export function App() {
  useRunKey();
  const { host, share, splitter } = useSplit();
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    document.title = `${active.value} · Hotforge Playground`;
  }, [active.value]);
  return (
    <div
      class={`app half-${half.value}${isOver ? " dropping" : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => event.relatedTarget === null && setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take(event.dataTransfer?.files ?? []);
      }}
    >
      <Bar status={<Status />} />
      <main class="halves" ref={host} style={`--share:${share}%`}>
        <section class="half code" aria-label="Source">
          <Tabs />
          <div id="source" role="tabpanel" aria-label={active.value} class="source">
            <Suspense fallback={<pre class="before">{documents.value.get(active.value)}</pre>}>
              {isPython(active.value) || active.value !== "" ? <Editor /> : null}
            </Suspense>
          </div>
          <Problems />
        </section>
        {splitter}
        <section class="half output" aria-label="Output">
          <PaneTabs />
          <div id="output" role="tabpanel" aria-labelledby={`pane-${pane.value}`} class="pane">
            <Suspense fallback={<div class="waiting" />}>
              <Panes />
            </Suspense>
          </div>
        </section>
      </main>
      <nav class="switch" aria-label="Halves">
        {(["code", "output"] as const).map((name) => (
          <button key={name} aria-pressed={half.value === name} onClick={() => (half.value = name)}>
            {name === "code" ? "Code" : "Output"}
            {name === "code" && problems.value.length > 0 && <span class="count">{problems.value.length}</span>}
          </button>
        ))}
      </nav>
      <div class="notice" role="status" aria-live="polite">
        {notice.value !== "" && <p>{notice.value}</p>}
      </div>
      {isOver && <div class="drop-over" aria-hidden="true">Python, model.onnx or tokenizer.json</div>}
    </div>
  );
}
