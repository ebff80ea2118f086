// A call of a predictor: the form of its arguments, and what came of it.

import type { Signal } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";

import type { Json } from "../analyzer/protocol";
import { isBusy, run, stop, type State } from "./client";
import { Field, type Given } from "./fields";
import { Outcome, type Go } from "./outcome";
import { fieldOf, parse, sampleOf, unparse, type Parameter, type Predictor } from "./schema";

const STEPS = 50_000_000;
const MEGABYTES = 256;

/** What was typed, by file, predictor and parameter, for as long as the page is open. */
const typed = new Map<string, string>();

interface Props {
  predictor: Predictor;
  /** The files as they are when it is called. */
  files: () => Record<string, string>;
  /** The one with the predictor. */
  file: string;
  state: Signal<State>;
  go: Go;
  /** What ids of fields begin with. */
  prefix?: string;
  /** Whether it is called as soon as it is there. */
  isEager?: boolean;
  /** Whether a key of the page asks for a call; it is answered here. */
  wanted?: Signal<boolean>;
}

/** The keys that run, as this system writes them. */
const KEYS = /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘ ↵" : "Ctrl ↵";

export function Call({ predictor, files, file, state, go, prefix = "argument", isEager = false, wanted }: Props) {
  const [, redraw] = useState(0);
  const key = (parameter: Parameter) => `${file}:${predictor.name}:${parameter.name}:${parameter.type}`;
  const given = predictor.parameters.map((parameter): Given & { parameter: Parameter; value: Json } => {
    const field = fieldOf(parameter.schema);
    const text = typed.get(key(parameter)) ?? unparse(field, parameter.default ?? sampleOf(parameter));
    try {
      return { parameter, text, error: null, value: parse(field, text, parameter.schema) };
    } catch (error) {
      return { parameter, text, error: error instanceof Error ? error.message : String(error), value: null };
    }
  });
  const isWrong = given.some((one) => one.error !== null);
  const now = state.value;
  const start = () => {
    if (isWrong || isBusy(now)) return;
    const values = Object.fromEntries(given.map((one) => [one.parameter.name, one.value]));
    run({ files: files(), file, predictor: predictor.name, arguments: values, steps: STEPS, memory: MEGABYTES << 20 }, state);
  };
  const isFirst = useRef(isEager);
  useEffect(() => {
    if (isFirst.current) start();
    isFirst.current = false;
  }, []);
  const isWanted = wanted?.value === true;
  useEffect(() => {
    if (!wanted || !isWanted) return;
    wanted.value = false;
    start();
  }, [isWanted]);
  return (
    <>
      <form
        class="run"
        onSubmit={(event) => {
          event.preventDefault();
          start();
        }}
        onKeyDown={(event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && start()}
      >
        {given.map((one) => (
          <Field
            key={key(one.parameter)}
            id={`${prefix}-${one.parameter.name}`}
            parameter={one.parameter}
            given={one}
            onInput={(text) => {
              typed.set(key(one.parameter), text);
              redraw((count) => count + 1);
            }}
          />
        ))}
        <div class="run-bar">
          <button class="primary" type="submit" disabled={isWrong || isBusy(now)}>
            {isBusy(now) ? "Running…" : "Run"} <kbd>{KEYS}</kbd>
          </button>
          {isBusy(now) && <button type="button" onClick={stop}>Stop</button>}
          <span class="limits">at most {(STEPS / 1e6).toFixed(0)} million steps and {MEGABYTES} MB</span>
        </div>
      </form>
      <Outcome state={now} predictor={predictor} go={go} />
    </>
  );
}
