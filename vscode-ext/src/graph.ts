/** Lays out the graph of a predictor in layers and draws it as SVG. */

export interface Location {
  uri: string;
  range: { start: { line: number; character: number }; end: { line: number; character: number } };
}

export interface Graph {
  nodes: { kind: "function" | "global" | "operator"; label: string; location: Location | null }[];
  edges: { from: number; to: number; types: string[] }[];
}

const WIDTH = 190;
const HEIGHT = 34;
const GAP_X = 120;
const GAP_Y = 22;

/** The layer of each node: the predictor in layer 0, what it uses to the right of it, each as near as its users allow. */
export function layers(graph: Graph): number[] {
  const layer = graph.nodes.map(() => 0);
  // Functions that call each other have no order: the number of rounds is bounded.
  for (let round = 0; round < graph.nodes.length; round += 1) {
    let moved = false;
    for (const edge of graph.edges) {
      const wanted = (layer[edge.to] ?? 0) + 1;
      if (edge.from !== 0 && (layer[edge.from] ?? 0) < wanted && wanted < graph.nodes.length) {
        layer[edge.from] = wanted;
        moved = true;
      }
    }
    if (!moved) {
      break;
    }
  }
  return layer;
}

export function svg(graph: Graph): string {
  const layer = layers(graph);
  const deepest = Math.max(0, ...layer);
  const counts = new Map<number, number>();
  const places = graph.nodes.map((_, index) => {
    const column = layer[index] ?? 0;
    const row = counts.get(column) ?? 0;
    counts.set(column, row + 1);
    return { x: 20 + column * (WIDTH + GAP_X), y: 20 + row * (HEIGHT + GAP_Y) };
  });
  const rows = Math.max(1, ...counts.values());
  const size = { x: 40 + (deepest + 1) * (WIDTH + GAP_X) - GAP_X, y: 40 + rows * (HEIGHT + GAP_Y) - GAP_Y };
  const edges = graph.edges.map((edge) => {
    const from = places[edge.from];
    const to = places[edge.to];
    if (from === undefined || to === undefined) {
      return "";
    }
    const [x1, y1, x2, y2] = [from.x, from.y + HEIGHT / 2, to.x + WIDTH, to.y + HEIGHT / 2];
    const bend = Math.max(30, (x1 - x2) / 2);
    const label = clipped(edge.types.join(" · "), 18);
    return (
      `<path class="edge" d="M${x1},${y1} C${x1 - bend},${y1} ${x2 + bend},${y2} ${x2},${y2}"/>` +
      `<text class="type" text-anchor="end" x="${x1 - 6}" y="${y1 - 4}"><title>${escaped(edge.types.join("\n"))}</title>${escaped(label)}</text>`
    );
  });
  const nodes = graph.nodes.map((node, index) => {
    const place = places[index] ?? { x: 0, y: 0 };
    return (
      `<g class="node ${node.kind}" data-node="${index}" tabindex="0" role="button">` +
      `<rect x="${place.x}" y="${place.y}" width="${WIDTH}" height="${HEIGHT}" rx="6"/>` +
      `<text x="${place.x + 12}" y="${place.y + 22}"><title>${escaped(node.label)}</title>${escaped(clipped(node.label, 23))}</text></g>`
    );
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.x}" height="${size.y}" viewBox="0 0 ${size.x} ${size.y}">` +
    edges.join("") +
    nodes.join("") +
    "</svg>"
  );
}

function clipped(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[character] ?? "");
}
