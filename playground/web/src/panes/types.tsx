// Every expression with its type, the operator that it becomes, and what that costs.

import { useState } from "preact/hooks";

import { active, reveal } from "../state";
import type { TypeRow } from "../analyzer/protocol";
import { Waiting } from "./code";
import { Empty, useOutput } from "./output";

/** More rows are of no use to anybody at once. */
const MOST = 400;

const COSTS: Record<NonNullable<TypeRow["cost"]>, string> = {
  arithmetic: "a few instructions",
  call: "a call that makes nothing new",
  allocation: "makes text, bytes or a container",
  array: "goes over an array",
  model: "runs a model or a tokenizer",
};

export function TypesPane() {
  const rows = useOutput("types");
  const [filter, setFilter] = useState("");
  if (!rows) return <Waiting />;
  if (rows.length === 0) return <Empty>Mark a function with <code>@compile()</code> to see the types in it.</Empty>;
  const words = filter.toLowerCase();
  const matching = rows.filter((row) => `${row.source} ${row.type} ${row.operator ?? ""}`.toLowerCase().includes(words));
  return (
    <div class="column">
      <div class="pane-bar">
        <input
          type="search"
          placeholder="Filter: a name, a type, an operator"
          aria-label="Filter"
          value={filter}
          onInput={(event) => setFilter(event.currentTarget.value)}
        />
        <span>{matching.length > MOST ? `the first ${MOST} of ${matching.length}` : matching.length}</span>
      </div>
      <div class="scroll" tabIndex={0} role="region" aria-label="Types">
        <table class="types">
          <thead>
            <tr>
              <th scope="col">Line</th>
              <th scope="col">Source</th>
              <th scope="col">Type</th>
              <th scope="col">Operator</th>
            </tr>
          </thead>
          <tbody>
            {matching.slice(0, MOST).map((row, index) => (
              <tr key={index}>
                <td>
                  <button class="place" onClick={() => reveal({ file: active.peek(), range: row.range })}>
                    {row.range.startLineNumber}
                  </button>
                </td>
                <td>
                  <code title={row.source}>{row.source.split("\n")[0]}</code>
                </td>
                <td>
                  <code>{row.type}</code>
                </td>
                <td>
                  {row.operator !== null && <code>{row.operator}</code>}
                  {row.cost && <i class={`cost ${row.cost}`} title={COSTS[row.cost]} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
