// What the analyzer is asked and what it answers: the JSON of the crate `hotforge-playground`.

export interface Place {
  lineNumber: number;
  column: number;
}

/** A range as the editor has it. */
export interface Range {
  startLineNumber: number;
  startColumn: number;
  endLineNumber: number;
  endColumn: number;
}

export interface Location {
  file: string;
  range: Range;
}

export type Severity = "error" | "warning" | "note";

export interface Diagnostic extends Location {
  code: string;
  severity: Severity;
  message: string;
  help: string | null;
  fixable: boolean;
  labels: (Location & { message: string })[];
}

export interface Diagnostics {
  /** The files that the analysis reached, the one that was asked about first. */
  files: string[];
  items: Diagnostic[];
  unreached: Range[];
  /** Models and tokenizers that it depends on, whether they are there or not. */
  dependencies: string[];
}

export interface Hint {
  position: Place;
  label: string;
  isParameter: boolean;
  edit: Edit | null;
}

export interface Edit extends Location {
  text: string;
}

export interface Completion {
  label: string;
  kind: string;
  detail: string | null;
  doc: string | null;
  replace: Range;
}

export interface Signatures {
  signatures: { label: string; doc: string | null; parameters: [number, number][]; active: number | null }[];
  active: number;
}

export interface Symbol {
  name: string;
  kind: string;
  detail: string | null;
  range: Range;
  nameRange: Range;
  children: Symbol[];
}

export interface Lens {
  predictor: string;
  range: Range;
  readiness: "ready" | "needsCapture" | "problems";
  problems: number;
}

export interface Action {
  title: string;
  code: string;
  range: Range;
  edits: Edit[];
}

/** An output that is there, or why it is missing. */
export type Output<T> = (T & { missing?: never }) | { missing: string };

export type Rust = Output<{ text: string; lines: [number, string, Range][]; standIns: string[] }>;

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

export type NodeKind = "function" | "global" | "operator" | "parameter" | "made" | "control" | "result";

export interface Node {
  kind: NodeKind;
  label: string;
  at: Location;
}

export interface Edge {
  from: number;
  to: number;
  types: string[];
  /** Whether no value passes: the one decides whether the other is evaluated. */
  control?: boolean;
}

export interface Graph {
  predictor: string;
  nodes: Node[];
  edges: Edge[];
}

/** The data of each function. */
export type Flows = Output<{ functions: { name: string; nodes: Node[]; edges: Edge[] }[] }>;

export interface TypeRow {
  range: Range;
  source: string;
  type: string;
  operator: string | null;
  cost: "arithmetic" | "call" | "allocation" | "array" | "model" | null;
}

export interface Call {
  call: string;
  raises: string[];
  refused: string | null;
}

export interface Callable {
  name: string;
  calls: Call[];
  doc: string | null;
}

export interface Module {
  module: string;
  doc: string | null;
  functions: Callable[];
  classes: { name: string; doc: string | null; methods: Callable[] }[];
}

interface At {
  file: string;
  position: Place;
}

/** Each request by its name: what it takes, and what it answers. */
export interface Requests {
  diagnostics: { takes: { file: string }; gives: Diagnostics };
  hover: { takes: At; gives: { range: Range; markdown: string } | null };
  hints: { takes: { file: string }; gives: Hint[] };
  tokens: { takes: { file: string }; gives: number[] };
  completions: { takes: At; gives: Completion[] };
  signature: { takes: At; gives: Signatures | null };
  definitions: { takes: At; gives: (Location | { module: string; range: Range })[] };
  references: { takes: At; gives: Location[] };
  highlights: { takes: At; gives: { range: Range; isWrite: boolean }[] };
  renamable: { takes: At; gives: { range: Range; text: string } | { refused: string } };
  rename: { takes: At & { name: string }; gives: { edits: Edit[] } | { refused: string } };
  symbols: { takes: { file: string }; gives: Symbol[] };
  folds: { takes: { file: string }; gives: { start: number; end: number; kind: string | null }[] };
  selections: { takes: At; gives: Range[] };
  lenses: { takes: { file: string }; gives: Lens[] };
  actions: { takes: { file: string; range: Range }; gives: Action[] };
  fixAll: { takes: { file: string }; gives: Edit[] };
  rust: { takes: { file: string }; gives: Rust };
  ir: { takes: { file: string }; gives: Output<{ lines: [string, Location | null][]; program: Json }> };
  graph: { takes: { file: string }; gives: Graph[] };
  flow: { takes: { file: string }; gives: Flows };
  types: { takes: { file: string }; gives: TypeRow[] };
  manifest: { takes: { file: string }; gives: Output<{ text: string }> };
  header: { takes: object; gives: string };
  stub: { takes: { module: string }; gives: string | null };
  operators: { takes: object; gives: Module[] };
}

export type Ask = keyof Requests;

/** A change of the files that the analyzer has. */
export type Change =
  | { change: "write"; path: string; text: string }
  | { change: "writeBytes"; path: string; bytes: Uint8Array }
  | { change: "remove"; path: string };

/** What the page sends to the worker: changes come before the request, in order. */
export interface ToWorker {
  id: number;
  changes: Change[];
  request: { ask: Ask };
}

/** What the worker sends: that it is ready, or an answer with the milliseconds that it took. */
export type FromWorker =
  | { ready: true }
  | { failed: string }
  | { id: number; answer: unknown; took: number }
  | { id: number; trap: string };
