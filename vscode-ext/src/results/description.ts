/** What the server tells of a value: see the Python module `hotforge.described`, which writes it. */

export type Description =
  | { kind: "none" }
  | { kind: "bool"; value: boolean }
  | { kind: "int" | "float"; text: string }
  | { kind: "scalar"; dtype: string; text: string }
  | { kind: "str"; text: string; length: number }
  | { kind: "bytes"; base64: string; length: number }
  | { kind: "image"; media: string; base64: string; mode?: string; size?: [number, number] }
  | Pixels
  | Items
  | (Omit<Items, "kind" | "numbers"> & { kind: "stream"; more: boolean; raised: Raised | null })
  | { kind: "dict"; items: [Description, Description][]; length: number }
  | Fields
  | { kind: "enum"; class: string; member: string; value: Description }
  | ArrayDescription
  | Raised
  | { kind: "other"; class: string; text: string };

export interface Items {
  kind: "list" | "tuple" | "set" | "frozenset";
  items: Description[];
  length: number;
  numbers?: Numbers;
}

export interface Fields {
  kind: "record";
  class: string;
  items: [string, Description][];
  length: number;
}

export interface ArrayDescription {
  kind: "array";
  dtype: string;
  shape: number[];
  /** Of an array without axes, its one element. */
  text?: string;
  numbers?: Numbers;
}

export interface Pixels {
  kind: "pixels";
  base64: string;
  width: number;
  height: number;
  channels: number;
  dtype: string;
  shape: number[];
  numbers: Summary;
}

/** `low`, `high` and `mean` are of the finite numbers; `missing` counts the others. */
export interface Summary {
  low: number | null;
  high: number | null;
  mean: number | null;
  missing: number;
}

/** A number that is not finite is null. */
export type Row = (number | null)[];

export type Numbers = Summary & (Points | Extremes | Slices);

export interface Points {
  points: Row;
}

/** The least and the greatest number of equal pieces of a long axis. */
export interface Extremes {
  lows: Row;
  highs: Row;
  length: number;
}

/** Grids of the last two axes. Only each `step`th row and column is there, and some of the `count` grids. */
export interface Slices {
  slices: { index: number[]; rows: Row[] }[];
  step: [number, number];
  count: number;
}

export interface Frame {
  file: string;
  line: number;
  function: string;
  source: string;
}

export interface Raised {
  kind: "raised";
  class: string;
  message: string;
  frames: Frame[];
}

/** One form of a predictor, called. */
export type Measured =
  | { outcome: Description; milliseconds: Times; printed: string; agreement?: Agreement; error?: undefined }
  | { error: string; outcome: Raised | null };

export interface Times {
  first: number;
  /** The median of the calls after the first. */
  typical: number;
  calls: number;
  /** Of the library: the median of whole calls from Python, where values are converted. */
  from_python?: number;
}

export interface Agreement {
  verdict: "equal" | "close" | "different";
  detail: string | null;
}

/** Both forms of a predictor: see the Python module `hotforge.trial`. */
export interface Trial {
  native: Measured;
  python?: Measured;
}
