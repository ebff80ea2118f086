// An example of a page: it can be edited, is checked as it stands, runs in place, and opens in the editor.

import { useEffect, useMemo, useRef, useState } from "preact/hooks";

import { Analyzer } from "../analyzer/client";
import type { Diagnostic } from "../analyzer/protocol";
import { monaco } from "../editor/setup";
import { encoder } from "../gallery";
import { Call } from "../run/call";
import { idle } from "../run/client";
import type { Manifest, Predictor } from "../run/schema";
import { open } from "../state";

/** Typing goes first: an example is checked when the keys rest. */
const REST_MS = 250;

interface Checked {
  diagnostics: Diagnostic[];
  predictor: Predictor | undefined;
}

/** Examples are checked by an analyzer of their own, so that the editor's files stay as they are. */
let checker: Analyzer | undefined;
let last: Promise<unknown> = Promise.resolve();

/** Checks an example; one after the other, since a request takes the place of one like it that still waits. */
function check(file: string, text: string): Promise<Checked> {
  const mine = async (): Promise<Checked> => {
    checker ??= new Analyzer(() => {});
    checker.write(file, text);
    let found = await checker.ask("diagnostics", { file });
    const models = found.dependencies.filter((path) => path.endsWith(".onnx"));
    if (models.length > 0) {
      models.forEach((path) => checker?.write(path, encoder()));
      found = await checker.ask("diagnostics", { file });
    }
    const manifest = await checker.ask("manifest", { file });
    const predictors = manifest.missing === undefined ? (JSON.parse(manifest.text) as Manifest).predictors : [];
    return { diagnostics: found.items, predictor: predictors[0] };
  };
  const next = last.then(mine, mine);
  last = next;
  return next;
}

/** The text with Monaco's colours; nothing where those would change the text. */
async function coloured(text: string): Promise<DocumentFragment | undefined> {
  const html = await monaco.editor.colorize(text, "python", { tabSize: 4 });
  const template = document.createElement("template");
  template.innerHTML = html.replaceAll(/<br ?\/?>/g, "\n");
  const walker = document.createTreeWalker(template.content, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) walker.currentNode.nodeValue = (walker.currentNode.nodeValue ?? "").replaceAll("\u00a0", " ");
  return template.content.textContent?.trimEnd() === text.trimEnd() ? template.content : undefined;
}

interface Props {
  text: string;
  /** Which of the page's it is. */
  number: number;
  /** Whether it is there to show a diagnostic. */
  fails?: boolean;
}

export function Example({ text, number, fails = false }: Props) {
  const file = `example_${number}.py`;
  const code = useRef<HTMLElement>(null);
  const [source, setSource] = useState(text);
  const [checked, setChecked] = useState<Checked>();
  const [isOpen, setOpen] = useState(false);
  const state = useMemo(idle, []);
  const draw = () => {
    if (!code.current) return;
    const shown = code.current.textContent ?? "";
    void coloured(shown).then((made) => made && code.current?.textContent === shown && code.current.replaceChildren(made));
  };
  useEffect(() => {
    if (code.current) code.current.textContent = text.trimEnd();
    draw();
  }, [text]);
  useEffect(() => {
    let isOver = false;
    const timer = setTimeout(() => {
      void check(file, source).then(
        (found) => !isOver && setChecked(found),
        () => {},
      );
    }, source === text ? 0 : REST_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [source]);
  const errors = checked?.diagnostics.filter((one) => one.severity === "error") ?? [];
  const canRun = checked?.predictor !== undefined && errors.length === 0;
  const go = (_: string, line: number) => selectLine(code.current, line);
  return (
    <section class="example" aria-label={fails ? "Example that fails" : "Example"}>
      <pre>
        <code
          ref={code}
          contentEditable="plaintext-only"
          spellcheck={false}
          role="textbox"
          aria-multiline="true"
          aria-label="Code of the example"
          onInput={(event) => setSource(`${event.currentTarget.textContent ?? ""}\n`)}
          onBlur={draw}
        />
      </pre>
      <div class="example-bar">
        {!(isOpen && canRun) && (
          <button class="primary" disabled={!checked} onClick={() => setOpen(true)}>
            Run
          </button>
        )}
        <button onClick={() => open(new Map([["main.py", source]]))}>Open in the editor</button>
      </div>
      {checked && <Findings checked={checked} isTried={isOpen} fails={fails} />}
      {isOpen && canRun && checked.predictor && (
        <Call
          key={signatureOf(checked.predictor)}
          predictor={checked.predictor}
          files={() => ({ [file]: source })}
          file={file}
          state={state}
          go={go}
          prefix={`example-${number}`}
          isEager
        />
      )}
    </section>
  );
}

const signatureOf = (predictor: Predictor) =>
  `${predictor.name}(${predictor.parameters.map(({ name, type }) => `${name}: ${type}`).join(", ")})`;

/** What the analyzer says of an example. */
function Findings({ checked, isTried, fails }: { checked: Checked; isTried: boolean; fails: boolean }) {
  const { diagnostics, predictor } = checked;
  const hasErrors = diagnostics.some((one) => one.severity === "error");
  return (
    <div class="example-outcome" role="status">
      {diagnostics.map((one, index) => (
        <p key={index} class={one.severity}>
          line {one.range.startLineNumber}: {one.message}
          {one.help !== null && ` — ${one.help}`} <a href={`#docs/${one.code}`}>{one.code}</a>
        </p>
      ))}
      {!hasErrors && fails && <p class="note">What is wrong is told when the module is run, which happens where you compile.</p>}
      {!hasErrors && !fails && diagnostics.length === 0 && <p class="fine">Compiles.</p>}
      {isTried && hasErrors && <p class="note">It does not compile, so there is nothing to run.</p>}
      {isTried && !hasErrors && !predictor && <p class="note">There is no predictor to run.</p>}
    </div>
  );
}

/** Selects a line of an editable text. */
function selectLine(code: HTMLElement | null, line: number): void {
  const before = code?.textContent?.split("\n").slice(0, line - 1) ?? [];
  const start = before.reduce((sum, text) => sum + text.length + 1, 0);
  const end = start + (code?.textContent?.split("\n")[line - 1]?.length ?? 0);
  const range = document.createRange();
  const place = (offset: number): [Node, number] | undefined => {
    const walker = document.createTreeWalker(code!, NodeFilter.SHOW_TEXT);
    let left = offset;
    while (walker.nextNode()) {
      const length = walker.currentNode.nodeValue?.length ?? 0;
      if (left <= length) return [walker.currentNode, left];
      left -= length;
    }
    return undefined;
  };
  const [from, to] = code ? [place(start), place(end)] : [];
  if (!from || !to) return;
  range.setStart(...from);
  range.setEnd(...to);
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
  code?.focus();
}
