// A drawn graph: parts as boxes, the types of what passes between them on the edges. Zoom, drag, click to source.

import dagre from "@dagrejs/dagre";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";

import type { Edge, Node } from "../analyzer/protocol";
import { reveal } from "../state";

export interface Drawable {
  /** What it is the graph of. */
  title: string;
  nodes: Node[];
  edges: Edge[];
  /** Where it begins: at the first node, which stands at the right, or at the top. */
  begins: "right" | "top";
}

const HEIGHT = 34;
const LETTER = 7.4;
const SMALL_LETTER = 6.3;
const MOST_LETTERS = 36;
/** Smaller letters cannot be read. */
const SMALLEST = 0.75;

const shorten = (text: string) => (text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS - 1)}…` : text);

interface Box {
  x: number;
  y: number;
  width: number;
}

interface Line {
  isControl: boolean;
  points: { x: number; y: number }[];
  label: string;
  full: string;
  x: number;
  y: number;
}

function layout(graph: Drawable): { boxes: Box[]; lines: Line[]; width: number; height: number } {
  const made = new dagre.graphlib.Graph({ multigraph: true });
  const [rankdir, ranksep] = graph.begins === "right" ? ["LR", 46] : ["TB", 30];
  made.setGraph({ rankdir, nodesep: 18, ranksep, edgesep: 12, marginx: 24, marginy: 24 });
  made.setDefaultEdgeLabel(() => ({}));
  graph.nodes.forEach((node, index) => {
    made.setNode(String(index), { width: shorten(node.label).length * LETTER + 34, height: HEIGHT });
  });
  // What a loop carries to its next round is drawn upwards: all else keeps the order of the program.
  const ends = ({ from, to }: Edge) => (graph.begins === "top" && from > to ? [to, from] : [from, to]).map(String) as [string, string];
  graph.edges.forEach((edge, index) => {
    const label = shorten(edge.types.join(" · "));
    made.setEdge(...ends(edge), { width: label.length * SMALL_LETTER + 8, height: 16, labelpos: "c" }, String(index));
  });
  dagre.layout(made);
  const boxes = graph.nodes.map((_, index) => {
    const { x, y, width } = made.node(String(index));
    return { x, y, width };
  });
  const lines = graph.edges.map((edge, index) => {
    const [top] = ends(edge);
    const found = made.edge(...ends(edge), String(index)) as unknown as {
      points: { x: number; y: number }[];
      x: number;
      y: number;
    };
    const points = top === String(edge.from) ? found.points : found.points.toReversed();
    const full = edge.types.join(" · ");
    return { isControl: edge.control === true, points, label: shorten(full), full, x: found.x, y: found.y };
  });
  const size = made.graph();
  return { boxes, lines, width: size.width ?? 100, height: size.height ?? 100 };
}

function curve(points: { x: number; y: number }[]): string {
  const [first, ...rest] = points;
  if (!first) return "";
  let path = `M${first.x},${first.y}`;
  rest.forEach((point, index) => {
    const next = rest[index + 1];
    path += next
      ? ` Q${point.x},${point.y} ${(point.x + next.x) / 2},${(point.y + next.y) / 2}`
      : ` L${point.x},${point.y}`;
  });
  return path;
}

interface View {
  x: number;
  y: number;
  scale: number;
}

export function Drawing({ graph }: { graph: Drawable }) {
  const drawn = useMemo(() => layout(graph), [graph]);
  const host = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<View>({ x: 0, y: 0, scale: 1 });
  const drag = useRef<{ x: number; y: number; view: View } | undefined>(undefined);
  const fit = () => {
    const size = host.current?.getBoundingClientRect();
    if (!size) return;
    const whole = Math.min((size.width - 16) / drawn.width, (size.height - 16) / drawn.height);
    const scale = Math.min(1.2, Math.max(whole, SMALLEST));
    // What does not fit is seen from where it begins: the whole of it is had by zooming out.
    const [isWide, isTall] = [drawn.width * scale > size.width, drawn.height * scale > size.height];
    const first = drawn.boxes[0];
    let x = (size.width - drawn.width * scale) / 2;
    if (isWide && graph.begins === "right") x = size.width - drawn.width * scale - 8;
    else if (isWide && first) x = Math.max(Math.min(size.width / 2 - first.x * scale, 0), size.width - drawn.width * scale);
    let y = (size.height - drawn.height * scale) / 2;
    if (isTall && graph.begins === "top" && first) y = Math.min(size.height / 4 - first.y * scale, 0);
    setView({ scale, x, y });
  };
  useEffect(fit, [drawn]);
  const zoom = (factor: number, x?: number, y?: number) => {
    const size = host.current?.getBoundingClientRect();
    const [cx, cy] = [x ?? (size?.width ?? 0) / 2, y ?? (size?.height ?? 0) / 2];
    setView((now) => {
      const scale = Math.min(4, Math.max(0.1, now.scale * factor));
      const ratio = scale / now.scale;
      return { scale, x: cx - (cx - now.x) * ratio, y: cy - (cy - now.y) * ratio };
    });
  };
  const onWheel = (event: WheelEvent) => {
    event.preventDefault();
    const size = host.current?.getBoundingClientRect();
    zoom(Math.exp(-event.deltaY / 400), event.clientX - (size?.left ?? 0), event.clientY - (size?.top ?? 0));
  };
  const onPointerDown = (event: PointerEvent) => {
    if (event.target instanceof Element && event.target.closest(".node, .graph-tools")) return;
    drag.current = { x: event.clientX, y: event.clientY, view };
    host.current?.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent) => {
    const from = drag.current;
    if (from) setView({ ...from.view, x: from.view.x + event.clientX - from.x, y: from.view.y + event.clientY - from.y });
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "+" || event.key === "=") zoom(1.25);
    else if (event.key === "-") zoom(0.8);
    else if (event.key === "0") fit();
  };
  return (
    <div
      class="graph"
      ref={host}
      onWheel={onWheel}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => (drag.current = undefined)}
      onKeyDown={onKey}
    >
      <svg width="100%" height="100%" role="group" aria-label={`The graph of ${graph.title}`}>
        <defs>
          <marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path d="M0,0 L8,4 L0,8 z" class="arrow" />
          </marker>
        </defs>
        <g transform={`translate(${view.x},${view.y}) scale(${view.scale})`}>
          {drawn.lines.map((line, index) => (
            <g key={index} class={line.isControl ? "edge control" : "edge"}>
              <path d={curve(line.points)} marker-end="url(#arrow)" />
              {line.label !== "" && (
                <text x={line.x} y={line.y + 4}>
                  <title>{line.full}</title>
                  {line.label}
                </text>
              )}
            </g>
          ))}
          {graph.nodes.map((node, index) => {
            const box = drawn.boxes[index]!;
            const go = () => reveal(node.at);
            return (
              <g
                key={index}
                class={`node ${node.kind}${index === 0 && graph.begins === "right" ? " first" : ""}`}
                transform={`translate(${box.x - box.width / 2},${box.y - HEIGHT / 2})`}
                role="button"
                tabindex={0}
                aria-label={`${node.kind} ${node.label}, line ${node.at.range.startLineNumber}`}
                onClick={go}
                onKeyDown={(event) => (event.key === "Enter" || event.key === " ") && (event.preventDefault(), go())}
              >
                <title>{`${node.label}: line ${node.at.range.startLineNumber}`}</title>
                <rect width={box.width} height={HEIGHT} rx="9" />
                <circle cx="14" cy={HEIGHT / 2} r="4" />
                <text x="25" y={HEIGHT / 2 + 4.5}>{shorten(node.label)}</text>
              </g>
            );
          })}
        </g>
      </svg>
      <div class="graph-tools">
        <button onClick={() => zoom(1.25)} aria-label="Zoom in">+</button>
        <button onClick={() => zoom(0.8)} aria-label="Zoom out">−</button>
        <button onClick={fit} aria-label="Fit to the pane">⤢</button>
      </div>
    </div>
  );
}
