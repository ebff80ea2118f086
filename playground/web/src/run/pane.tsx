// Run it here: a form from the predictor's signature, and what came of the call.

import { useEffect, useMemo, useState } from "preact/hooks";

import { Waiting } from "../panes/code";
import { Empty, useOutput } from "../panes/output";
import { active, documents, isRunWanted, reveal, tell } from "../state";
import { Call } from "./call";
import { idle } from "./client";
import type { Manifest } from "./schema";

/** What became of the last run: it stays when another pane is seen. */
const state = idle();

const go = (file: string, line: number) =>
  reveal({ file, range: { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 } });

export function RunPane() {
  const manifest = useOutput("manifest");
  const [chosen, choose] = useState("");
  const predictors = useMemo(
    () => (manifest && manifest.missing === undefined ? (JSON.parse(manifest.text) as Manifest).predictors : []),
    [manifest],
  );
  const missing = manifest?.missing;
  useEffect(() => {
    if (missing === undefined || !isRunWanted.value) return;
    isRunWanted.value = false;
    tell(missing);
  }, [missing, isRunWanted.value]);
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
      {predictor.doc !== undefined && <p class="doc">{predictor.doc.split("\n\n")[0]}</p>}
      <Call
        predictor={predictor}
        key={`${active.value}:${predictor.name}`}
        files={() => Object.fromEntries(documents.peek())}
        file={active.value}
        state={state}
        go={go}
        wanted={isRunWanted}
      />
    </div>
  );
}
