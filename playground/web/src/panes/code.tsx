// Read-only code beside the editor: generated Rust with links to Python lines and back, and other texts.

import type * as Monaco from "monaco-editor/editor";
import { effect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";

import { active, cursor, isDark, reveal, settings } from "../state";
import { monaco } from "../editor/setup";
import type { Range, Rust } from "../analyzer/protocol";
import { Copy, Empty, useOutput } from "./output";

/** From this line of the text on it comes from a place in Python. */
interface Mapped {
  line: number;
  file: string;
  range: Range;
}

/** The place in Python that a line of the text comes from. */
function originOf(lines: Mapped[], line: number): Mapped | undefined {
  return lines.findLast((mapped) => mapped.line <= line);
}

/** The lines of the text that come from a line of Python. */
function cameFrom(lines: Mapped[], last: number, file: string, pythonLine: number): [number, number][] {
  const found: [number, number][] = [];
  lines.forEach((mapped, index) => {
    if (mapped.file !== file || mapped.range.startLineNumber !== pythonLine) return;
    found.push([mapped.line, Math.max(mapped.line, (lines[index + 1]?.line ?? last + 1) - 1)]);
  });
  return found;
}

const LABELS: Record<string, string> = { rust: "Generated Rust", "hotforge-ir": "Typed IR" };

export default function Code({ text, language, lines = [] }: { text: string; language: string; lines?: Mapped[] }) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<Monaco.editor.IStandaloneCodeEditor | undefined>(undefined);
  const mapped = useRef(lines);
  mapped.current = lines;
  useEffect(() => {
    if (!host.current) return;
    const made = monaco.editor.create(host.current, {
      value: "",
      language,
      readOnly: true,
      domReadOnly: true,
      automaticLayout: true,
      ariaLabel: LABELS[language] ?? "Generated text",
      fontFamily: '"JetBrains Mono Variable", ui-monospace, Menlo, Consolas, monospace',
      fontLigatures: false,
      fontSize: 13,
      lineHeight: 1.55,
      minimap: { enabled: false },
      padding: { top: 10, bottom: 24 },
      renderLineHighlight: "none",
      renderFinalNewline: "on",
      scrollBeyondLastLine: false,
      folding: true,
      lineNumbersMinChars: 3,
      overviewRulerLanes: 0,
      unicodeHighlight: { ambiguousCharacters: false },
      stickyScroll: { enabled: false },
      scrollbar: { alwaysConsumeMouseWheel: false },
    });
    editor.current = made;
    const marks = made.createDecorationsCollection();
    const highlight = (found: [number, number][]) =>
      marks.set(
        found.map(([start, end]) => ({
          range: new monaco.Range(start, 1, end, 1),
          options: { isWholeLine: true, className: "linked-line", linesDecorationsClassName: "linked-gutter" },
        })),
      );
    let isOurs = false;
    const stops = [
      effect(() => {
        monaco.editor.setTheme(isDark.value ? "hotforge-dark" : "hotforge-light");
        made.updateOptions({ fontSize: settings.value.fontSize - 1 });
      }),
      effect(() => {
        const { lineNumber } = cursor.value;
        if (mapped.current.length === 0 || isOurs) return;
        const last = made.getModel()?.getLineCount() ?? 1;
        const found = cameFrom(mapped.current, last, active.value, lineNumber);
        highlight(found);
        if (found[0]) made.revealLineInCenterIfOutsideViewport(found[0][0], monaco.editor.ScrollType.Smooth);
      }),
    ];
    const follow = (line: number) => {
      const origin = originOf(mapped.current, line);
      if (!origin) return;
      isOurs = true;
      const last = made.getModel()?.getLineCount() ?? 1;
      highlight(cameFrom(mapped.current, last, origin.file, origin.range.startLineNumber));
      reveal({ file: origin.file, range: origin.range }, false);
      setTimeout(() => (isOurs = false), 50);
    };
    made.onMouseUp((event) => event.target.position && follow(event.target.position.lineNumber));
    made.onKeyUp((event) => {
      const isMove = [monaco.KeyCode.UpArrow, monaco.KeyCode.DownArrow, monaco.KeyCode.Enter].includes(event.keyCode);
      const position = made.getPosition();
      if (isMove && position) follow(position.lineNumber);
    });
    return () => {
      stops.forEach((stop) => stop());
      made.getModel()?.dispose();
      made.dispose();
    };
  }, [language]);
  useEffect(() => {
    const model = editor.current?.getModel();
    if (model && model.getValue() !== text) model.setValue(text);
  }, [text, language]);
  return <div class="code-host" ref={host} data-language={language} />;
}

export function RustPane() {
  const rust: Rust | undefined = useOutput("rust");
  if (!rust) return <Waiting />;
  if (rust.missing !== undefined) return <Empty>{rust.missing}</Empty>;
  const lines = rust.lines.map(([line, file, range]) => ({ line, file, range }));
  return (
    <div class="column">
      <div class="pane-bar">
        <span>{rust.text.split("\n").length - 1} lines. Click one to see where it comes from.</span>
        <Copy text={rust.text} what="Rust" />
      </div>
      {rust.standIns.length > 0 && (
        <p class="note">
          The value of {rust.standIns.map((name) => <code key={name}>{name}</code>)} comes from running the module, which happens
          when you compile: a stand-in of its type is shown here.
        </p>
      )}
      <Code text={rust.text} language="rust" lines={lines} />
    </div>
  );
}

export function ManifestPane() {
  const manifest = useOutput("manifest");
  if (!manifest) return <Waiting />;
  if (manifest.missing !== undefined) return <Empty>{manifest.missing}</Empty>;
  return (
    <div class="column">
      <div class="pane-bar">
        <span>What callers of other languages read.</span>
        <Copy text={manifest.text} what="manifest" />
      </div>
      <Code text={manifest.text} language="python" />
    </div>
  );
}

export function HeaderPane() {
  const header = useOutput("header");
  if (header === undefined) return <Waiting />;
  return (
    <div class="column">
      <div class="pane-bar">
        <span>
          <code>hotforge.h</code>, the same for every library.
        </span>
        <Copy text={header} what="header" />
      </div>
      <Code text={header} language="cpp" />
    </div>
  );
}

export function Waiting() {
  return <div class="waiting" role="status" aria-label="Loading" />;
}
