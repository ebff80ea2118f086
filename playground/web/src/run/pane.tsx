// Run it here: a form from the predictor's signature, and what came of the call.

import { useMemo, useState } from "preact/hooks";

import type { Json } from "../analyzer/protocol";
import { Waiting } from "../panes/code";
import { Empty, useOutput } from "../panes/output";
import { active, documents, reveal } from "../state";
import { run, running, stop } from "./client";
import type { Raised, RunAnswer } from "./protocol";
import { Shown } from "./result";
import { fieldOf, parse, sample, unparse, type Manifest, type Parameter, type Predictor } from "./schema";

const STEPS = 50_000_000;
const MEGABYTES = 256;

/** What was typed, by predictor and parameter, for as long as the page is open. */
const typed = new Map<string, string>();

interface Given {
  text: string;
  error: string | null;
}

function Field({ parameter, given, onInput }: { parameter: Parameter; given: Given; onInput: (text: string) => void }) {
  const field = fieldOf(parameter.schema);
  const id = `argument-${parameter.name}`;
  const about = { id, "aria-describedby": given.error === null ? undefined : `${id}-error`, "aria-invalid": given.error !== null };
  const input = () => {
    switch (field.kind) {
      case "bool":
        return (
          <select {...about} value={given.text} onChange={(event) => onInput(event.currentTarget.value)}>
            <option value="true">True</option>
            <option value="false">False</option>
          </select>
        );
      case "choice":
        return (
          <select {...about} value={given.text} onChange={(event) => onInput(event.currentTarget.value)}>
            {field.choices.map((choice, index) => (
              <option key={index} value={String(index)}>{String(choice)}</option>
            ))}
          </select>
        );
      case "int":
      case "float":
        return <input {...about} inputMode="decimal" value={given.text} onInput={(event) => onInput(event.currentTarget.value)} />;
      case "image":
        return <ImageField about={about} onInput={onInput} />;
      default:
        return (
          <textarea
            {...about}
            rows={Math.min(8, Math.max(2, given.text.split("\n").length))}
            spellcheck={false}
            value={given.text}
            onInput={(event) => onInput(event.currentTarget.value)}
          />
        );
    }
  };
  return (
    <div class="field">
      <label for={id}>
        <b>{parameter.name}</b> <code>{parameter.type}</code>
      </label>
      {parameter.description !== undefined && <p class="describe">{parameter.description}</p>}
      {input()}
      {field.kind === "lines" && <p class="describe">{field.item === "text" ? "One on each line." : "Numbers, separated by commas or lines."}</p>}
      {field.kind === "json" && <p class="describe">As JSON.</p>}
      {given.error !== null && (
        <p class="error" id={`${id}-error`} role="alert">{given.error}</p>
      )}
    </div>
  );
}

function ImageField({ about, onInput }: { about: object; onInput: (text: string) => void }) {
  const [shown, show] = useState<string>();
  const take = (file: File | undefined) => {
    if (!file) return;
    const reader = new FileReader();
    reader.onload = () => {
      const address = String(reader.result);
      show(address);
      onInput(JSON.stringify({ image: address.slice(address.indexOf(",") + 1) }));
    };
    reader.readAsDataURL(file);
  };
  return (
    <div
      class="drop-image"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        take(event.dataTransfer?.files[0]);
      }}
    >
      {shown ? <img src={shown} alt="What is passed" /> : <span>Drop an image here, or</span>}
      <input {...about} type="file" accept="image/*" onChange={(event) => take(event.currentTarget.files?.[0])} />
    </div>
  );
}

function Exception({ raised }: { raised: Raised }) {
  const go = (file: string, line: number) =>
    reveal({ file, range: { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 } });
  return (
    <>
      <h3>
        Raised <code>{raised.type}</code>
      </h3>
      <p class="shown-text">{raised.message}</p>
      <ul class="frames">
        {raised.traceback.map((frame, index) => (
          <li key={index}>
            <button class="place" onClick={() => go(frame.file, frame.line)}>
              {frame.file}:{frame.line}
            </button>{" "}
            in <code>{frame.function}</code>
          </li>
        ))}
      </ul>
    </>
  );
}

function Answer({ answer, took, predictor }: { answer: RunAnswer; took: number; predictor: Predictor }) {
  const time = took < 1 ? `${(took * 1_000).toFixed(0)} µs` : took < 1_000 ? `${took.toFixed(1)} ms` : `${(took / 1_000).toFixed(2)} s`;
  if ("refused" in answer) {
    return (
      <div class="answer refused" role="status">
        <h3>This does not run in the browser</h3>
        <p>{answer.refused.message}</p>
        <p>Download the project and compile it: everything here runs natively.</p>
      </div>
    );
  }
  const output = answer.output !== "" && (
    <>
      <h4>Printed</h4>
      <pre class="printed" tabIndex={0}>{answer.output}</pre>
    </>
  );
  if ("error" in answer) {
    return (
      <div class="answer raised" role="status">
        <Exception raised={answer.error} />
        {output}
      </div>
    );
  }
  return (
    <div class="answer ok" role="status">
      <h3>
        Result <code>{predictor.returns.type}</code>
        <span class="took">{time} · {answer.steps.toLocaleString("en")} steps</span>
      </h3>
      <Shown value={answer.ok.value} schema={predictor.returns.schema} />
      {answer.ok.stream?.end && <Exception raised={answer.ok.stream.end} />}
      <details>
        <summary>As Python shows it</summary>
        <pre tabIndex={0}>{answer.ok.text}</pre>
      </details>
      {output}
    </div>
  );
}

function Form({ predictor }: { predictor: Predictor }) {
  const [, redraw] = useState(0);
  const key = (parameter: Parameter) => `${active.value}:${predictor.name}:${parameter.name}:${parameter.type}`;
  const given = predictor.parameters.map((parameter): Given & { parameter: Parameter; value: Json } => {
    const field = fieldOf(parameter.schema);
    const text = typed.get(key(parameter)) ?? unparse(field, parameter.default ?? sample(parameter.schema));
    try {
      return { parameter, text, error: null, value: parse(field, text, parameter.schema) };
    } catch (error) {
      return { parameter, text, error: error instanceof Error ? error.message : String(error), value: null };
    }
  });
  const isWrong = given.some((one) => one.error !== null);
  const state = running.value;
  const isBusy = state.state === "running" || state.state === "loading";
  const start = () => {
    if (isWrong || isBusy) return;
    run({
      files: Object.fromEntries(documents.peek()),
      file: active.peek(),
      predictor: predictor.name,
      arguments: Object.fromEntries(given.map((one) => [one.parameter.name, one.value])),
      steps: STEPS,
      memory: MEGABYTES << 20,
    });
  };
  return (
    <form
      class="run"
      onSubmit={(event) => {
        event.preventDefault();
        start();
      }}
      onKeyDown={(event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && start()}
    >
      {predictor.doc !== undefined && <p class="doc">{predictor.doc.split("\n\n")[0]}</p>}
      {given.map((one) => (
        <Field
          key={key(one.parameter)}
          parameter={one.parameter}
          given={one}
          onInput={(text) => {
            typed.set(key(one.parameter), text);
            redraw((count) => count + 1);
          }}
        />
      ))}
      <div class="run-bar">
        <button class="primary" type="submit" disabled={isWrong || isBusy}>
          {isBusy ? "Running…" : "Run"} <kbd>Ctrl ↵</kbd>
        </button>
        {isBusy && <button type="button" onClick={stop}>Stop</button>}
        <span class="limits">at most {(STEPS / 1e6).toFixed(0)} million steps and {MEGABYTES} MB</span>
      </div>
    </form>
  );
}

function Outcome({ predictor }: { predictor: Predictor }) {
  const state = running.value;
  switch (state.state) {
    case "done":
      return <Answer answer={state.answer} took={state.took} predictor={predictor} />;
    case "stopped":
      return <p class="answer note" role="status">Stopped.</p>;
    case "missing":
      return (
        <div class="answer refused" role="status">
          <h3>Running is not part of this build</h3>
          <p>
            This site was built without the evaluator, so predictors are checked and translated here but not run. <b>Download project</b>{" "}
            gives you the files with the two commands that compile and run them.
          </p>
        </div>
      );
    case "ended":
      return (
        <div class="answer raised" role="status">
          <h3>The run ended</h3>
          <p>It asked for more than a page has: {state.reason}</p>
        </div>
      );
    default:
      return null;
  }
}

export function RunPane() {
  const manifest = useOutput("manifest");
  const [chosen, choose] = useState("");
  const predictors = useMemo(
    () => (manifest && manifest.missing === undefined ? (JSON.parse(manifest.text) as Manifest).predictors : []),
    [manifest],
  );
  if (!manifest) return <Waiting />;
  if (manifest.missing !== undefined) return <Empty>{manifest.missing}</Empty>;
  const predictor = predictors.find((one) => one.name === chosen) ?? predictors[0];
  if (!predictor) return null;
  return (
    <div class="column scroll run-pane" tabIndex={0} role="region" aria-label="Run">
      <div class="signature">
        {predictors.length > 1 ? (
          <select aria-label="Predictor" value={predictor.name} onChange={(event) => choose(event.currentTarget.value)}>
            {predictors.map((one) => (
              <option key={one.name}>{one.name}</option>
            ))}
          </select>
        ) : (
          <b>{predictor.name}</b>
        )}
        <code> → {predictor.returns.type}</code>
      </div>
      <Form predictor={predictor} key={predictor.name} />
      <Outcome predictor={predictor} />
    </div>
  );
}
