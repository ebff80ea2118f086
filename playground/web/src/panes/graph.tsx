// The typed IR as graphs: what a predictor is made of, and the data of each function, operation by operation.

import { useState } from "preact/hooks";

import type { Edge, Flows, Graph, Node, NodeKind } from "../analyzer/protocol";
import { Waiting } from "./code";
import { Drawing, type Drawable } from "./drawing";
import { Empty, useOutput } from "./output";

/** More operations are laid out too slowly, and none of them could be read. */
const MOST_NODES = 200;

const MEANINGS: Record<NodeKind, string> = {
  function: "function",
  operator: "operator",
  global: "captured value",
  parameter: "parameter",
  made: "value made of others",
  control: "decision",
  result: "result",
};

/** Gives each use of a captured value a box of its own: lines from one box to all of them would cross the whole drawing. */
function apart(nodes: Node[], edges: Edge[]): { nodes: Node[]; edges: Edge[] } {
  const all: Node[] = [];
  const moved: Edge[] = [];
  const places = nodes.map(() => -1);
  nodes.forEach((node, index) => {
    const uses = node.kind === "global" ? edges.filter((edge) => edge.from === index) : [];
    places[index] = all.length;
    all.push(...Array.from({ length: Math.max(uses.length, 1) }, () => node));
  });
  for (const edge of edges) {
    const from = places[edge.from]!;
    moved.push({ ...edge, from, to: places[edge.to]! });
    if (nodes[edge.from]?.kind === "global") places[edge.from] = from + 1;
  }
  return { nodes: all, edges: moved };
}

/** What can be looked at: each has a name that no other has. */
function views(graphs: Graph[], flows: Flows): { parts: [string, Drawable][]; data: [string, Drawable][] } {
  const parts = graphs.map(({ predictor, nodes, edges }): [string, Drawable] => [
    predictor,
    { title: predictor, nodes, edges, begins: "right" },
  ]);
  const functions = flows.missing === undefined ? flows.functions : [];
  const data = functions.map(({ name, nodes, edges }): [string, Drawable] => [
    name,
    { title: name, ...apart(nodes, edges), begins: "top" },
  ]);
  return { parts, data };
}

export function GraphPane() {
  const graphs = useOutput("graph");
  const flows = useOutput("flow");
  const [chosen, choose] = useState("");
  if (!graphs || !flows) return <Waiting />;
  const { parts, data } = views(graphs, flows);
  const all = [...parts, ...data];
  const [name, graph] = all.find(([name]) => name === chosen) ?? all[0] ?? [];
  if (!graph) return <Empty>Mark a function with <code>@compile()</code> to see what it is made of.</Empty>;
  const kinds = (Object.keys(MEANINGS) as NodeKind[]).filter((kind) => graph.nodes.some((node) => node.kind === kind));
  const options = (views: [string, Drawable][]) => views.map(([name]) => <option key={name}>{name}</option>);
  return (
    <div class="column">
      <div class="pane-bar">
        <span class="legend">
          {kinds.map((kind) => (
            <span key={kind}>
              <i class={`dot ${kind}`} /> {MEANINGS[kind]}
            </span>
          ))}
        </span>
        <select aria-label="What the graph shows" value={name} onChange={(event) => choose(event.currentTarget.value)}>
          <optgroup label="Parts of a predictor">{options(parts)}</optgroup>
          {data.length > 0 && <optgroup label="Data of a function">{options(data)}</optgroup>}
        </select>
      </div>
      {graph.nodes.length > MOST_NODES ? (
        <Empty>{graph.title} has {graph.nodes.length} operations, which no drawing makes clear. The IR pane shows them as text.</Empty>
      ) : (
        <Drawing key={graph.begins} graph={graph} />
      )}
    </div>
  );
}
