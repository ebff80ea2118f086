// What came of a run: a result, an exception, a refusal, or that it was ended.

import type { State } from "./client";
import type { Raised, RunAnswer } from "./protocol";
import { Shown } from "./result";
import type { Predictor } from "./schema";

/** Shows a line of a file. */
export type Go = (file: string, line: number) => void;

function Exception({ raised, go }: { raised: Raised; go: Go }) {
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

function Answer({ answer, took, predictor, go }: { answer: RunAnswer; took: number; predictor: Predictor; go: Go }) {
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
        <Exception raised={answer.error} go={go} />
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
      {answer.ok.stream?.end && <Exception raised={answer.ok.stream.end} go={go} />}
      <details>
        <summary>As Python shows it</summary>
        <pre tabIndex={0}>{answer.ok.text}</pre>
      </details>
      {output}
    </div>
  );
}

export function Outcome({ state, predictor, go }: { state: State; predictor: Predictor; go: Go }) {
  switch (state.state) {
    case "done":
      return <Answer answer={state.answer} took={state.took} predictor={predictor} go={go} />;
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
