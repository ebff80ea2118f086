// What panes have in common: they ask for an output of the active file, and keep the last one until the next is there.

import { useEffect, useState } from "preact/hooks";
import type { ComponentChildren } from "preact";

import type { Ask, Requests } from "../analyzer/protocol";
import { active, ask, health, revision } from "../state";

/** Typing goes first: an output is asked for when the keys rest. */
const REST_MS = 120;

/** The answer about the active file; the last one while the next is on its way. */
export function useOutput<A extends Ask>(name: A): Requests[A]["gives"] | undefined {
  const [output, setOutput] = useState<{ file: string; gives: Requests[A]["gives"] }>();
  const [file, now, state] = [active.value, revision.value, health.value.state];
  useEffect(() => {
    let isOver = false;
    const timer = setTimeout(() => {
      void ask(name, { file } as Requests[A]["takes"]).then((gives) => {
        if (!isOver && gives !== undefined) setOutput({ file, gives });
      });
    }, REST_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [name, file, now, state]);
  return output?.file === file ? output.gives : undefined;
}

/** Says why there is nothing to see. */
export function Empty({ children }: { children: ComponentChildren }) {
  return (
    <div class="empty">
      <svg width="44" height="44" viewBox="0 0 24 24" aria-hidden="true">
        <path
          d="M12 2c1 4 5 5.5 5 10.500a5 5 0 0 1-10 0c0-2 1-3.500 2-4.500 0 2 1 3 2 3 1.500-2 0-5 1-9z"
          fill="none"
          stroke="currentColor"
          stroke-width="1.400"
          stroke-linejoin="round"
        />
      </svg>
      <p>{children}</p>
    </div>
  );
}

export function Copy({ text, what, label = "Copy" }: { text: string; what: string; label?: string }) {
  const [isDone, setDone] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setDone(true);
    setTimeout(() => setDone(false), 1_500);
  };
  return (
    <button class="quiet" onClick={() => void copy()} aria-label={label === "Copy" ? `Copy the ${what}` : undefined}>
      {isDone ? "Copied" : label}
    </button>
  );
}
