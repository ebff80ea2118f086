/** Lays out the graph of a predictor in layers and draws it as SVG. */

import { graphlib, layout } from "@dagrejs/dagre";
import { curveBasis, line } from "d3-shape";
import { type Html, html } from "../panel/html";

export interface Location {
  uri: string;
  range: { start: { line: number; character: number }; end: { line: number; character: number } };
}

/** The parts of a predictor, itself the first, and what passes between them. */
export interface Graph {
  nodes: Node[];
  edges: { from: number; to: number; types: string[] }[];
}

export interface Node {
  kind: "function" | "global" | "operator";
  label: string;
  location: Location | null;
}

interface Point {
  x: number;
  y: number;
}

/** Where a node or the words on an edge are: the middle and the size. */
interface Box extends Point {
  width: number;
  height: number;
}

/** A graph with places. */
export interface Placed {
  width: number;
  height: number;
  nodes: Box[];
  edges: { points: Point[]; label: Box; text: string }[];
}

const HEIGHT = 30;
/** The width of a letter of 12 pixels in the editor's font, about. */
const LETTER = 7.4;
const SMALL_LETTER = 6.7;
const MOST_LETTERS = 34;

/** The predictor to the left, what it uses to the right of it. */
export function place(graph: Graph): Placed {
  const sheet = new graphlib.Graph({ multigraph: true });
  sheet.setGraph({ rankdir: "LR", nodesep: 14, ranksep: 36, edgesep: 10, marginx: 8, marginy: 8 });
  graph.nodes.forEach((node, index) => {
    sheet.setNode(String(index), { width: clipped(node.label).length * LETTER + 24, height: HEIGHT });
  });
  graph.edges.forEach(({ from, to, types }, index) => {
    const text = clipped(types.join(" · "));
    // From the user to what it uses: cycles are broken where a walk from the predictor comes back to itself.
    sheet.setEdge(String(to), String(from), { width: text.length * SMALL_LETTER + 8, height: 14, labelpos: "c", text }, String(index));
  });
  layout(sheet);
  const { width = 0, height = 0 } = sheet.graph() as { width?: number; height?: number };
  return {
    width,
    height,
    nodes: graph.nodes.map((_, index) => sheet.node(String(index)) as unknown as Box),
    edges: sheet.edges().map((edge) => {
      const { points, text, x, y, width, height } = sheet.edge(edge) as unknown as Box & { points: Point[]; text: string };
      return { points: points.toReversed(), text, label: { x, y, width, height } };
    }),
  };
}

const curve = line<Point>((point) => point.x, (point) => point.y).curve(curveBasis);

/** The graph with its legend. Nodes with a place in the source can be clicked, or reached by the keyboard. */
export function draw(graph: Graph): Html {
  const { width, height, nodes, edges } = place(graph);
  return html`<p class="legend facts">${(["function", "global", "operator"] as const).map((kind) => html`<span><svg width="18" height="12" aria-hidden="true"><g class="node fixed ${kind}"><rect x="1" y="1" width="16" height="10" rx="3"/></g></svg>${LEGEND[kind]}</span>`)}</p>
<div class="graph"><svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="group" aria-label="Graph of ${graph.nodes[0]?.label ?? ""}">
<defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="arrow" d="M0 0 8 4 0 8z"/></marker></defs>
${edges.map(({ points }) => html`<path class="edge" marker-end="url(#arrow)" d="${curve(points) ?? ""}"/>`)}
${edges.map(({ label, text }) => text !== "" && html`<rect class="type-back" x="${label.x - label.width / 2}" y="${label.y - 8}" width="${label.width}" height="16"/><text class="type" text-anchor="middle" x="${label.x}" y="${label.y + 4}">${text}</text>`)}
${graph.nodes.map((node, index) => drawn(node, nodes[index]!, index))}
</svg></div>`;
}

const LEGEND = { function: "function of your project", global: "captured global", operator: "native operator" };

function drawn(node: Node, box: Box, index: number): Html {
  const [left, top] = [box.x - box.width / 2, box.y - box.height / 2];
  const inside = html`<title>${node.label}</title><rect x="${left}" y="${top}" width="${box.width}" height="${box.height}" rx="5"/><text text-anchor="middle" x="${box.x}" y="${box.y + 4}">${clipped(node.label)}</text>`;
  return node.location === null
    ? html`<g class="node fixed ${node.kind}">${inside}</g>`
    : html`<g class="node ${node.kind}" tabindex="0" role="link" aria-label="${LEGEND[node.kind]} ${node.label}" data-node="${index}">${inside}</g>`;
}

function clipped(text: string): string {
  return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS - 1)}…` : text;
}
