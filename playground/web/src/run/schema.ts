// The manifest's schemas, as far as forms and results need them. docs/manifest.md describes them.

import type { Json } from "../analyzer/protocol";
import { samplePicture } from "./picture";

export type Schema =
  | { type: "none" | "bool" | "int" | "float" | "complex" | "str" | "bytes" }
  | { type: "literal"; choices: Json[] }
  | { type: "list" | "set" | "frozenset" | "sequence" | "iterator"; item: Schema }
  | { type: "tuple"; items: Schema[] }
  | { type: "dict"; key: Schema; value: Schema }
  | { type: "record" | "typed-dict"; class: string; fields?: Record<string, Schema> }
  | { type: "flag" | "enum"; class: string; members: Record<string, Json> }
  | { type: "union"; members: Schema[] }
  | { type: "array"; dtype: string; shape: (number | string)[] | null }
  | { type: "scalar"; dtype: string }
  | { type: "image"; mode?: string };

export interface Parameter {
  name: string;
  type: string;
  schema: Schema;
  default?: Json;
  description?: string;
  denotation?: string;
}

export interface Predictor {
  name: string;
  doc?: string;
  parameters: Parameter[];
  returns: { type: string; schema: Schema; denotation?: string; description?: string };
}

export interface Manifest {
  predictors: Predictor[];
}

/** The fields for a value: a text area, a number, a switch… What has none is typed as JSON. */
export type Field =
  | { kind: "text" | "int" | "float" | "bool" | "image" | "bytes" | "json" }
  | { kind: "choice"; choices: Json[] }
  | { kind: "lines"; item: "text" | "int" | "float" };

export function fieldOf(schema: Schema): Field {
  switch (schema.type) {
    case "str":
      return { kind: "text" };
    case "int":
      return { kind: "int" };
    case "float":
      return { kind: "float" };
    case "bool":
      return { kind: "bool" };
    case "scalar":
      return { kind: schema.dtype.startsWith("float") ? "float" : "int" };
    case "literal":
      return { kind: "choice", choices: schema.choices };
    case "enum":
      return { kind: "choice", choices: Object.values(schema.members) };
    case "image":
      return { kind: "image" };
    case "bytes":
      return { kind: "bytes" };
    case "list":
    case "sequence":
    case "set":
    case "frozenset": {
      const item = fieldOf(schema.item).kind;
      return item === "text" || item === "int" || item === "float" ? { kind: "lines", item } : { kind: "json" };
    }
    case "union": {
      const others = schema.members.filter((member) => member.type !== "none");
      return others.length === 1 && others[0] ? fieldOf(others[0]) : { kind: "json" };
    }
    default:
      return { kind: "json" };
  }
}

const isOptional = (schema: Schema) => schema.type === "union" && schema.members.some((member) => member.type === "none");

/** A value to begin with, where the signature gives none. */
export function sample(schema: Schema): Json {
  switch (schema.type) {
    case "str":
      return "The quick brown fox jumps over the lazy dog.";
    case "int":
      return 3;
    case "float":
      return 0.5;
    case "bool":
      return true;
    case "none":
      return null;
    case "literal":
      return schema.choices[0] ?? null;
    case "enum":
    case "flag":
      return Object.values(schema.members)[0] ?? 0;
    case "list":
    case "sequence":
    case "set":
    case "frozenset":
      return several(schema.item);
    case "tuple":
      return schema.items.map(sample);
    case "dict":
      return schema.key.type === "str" ? { one: sample(schema.value) } : {};
    case "record":
    case "typed-dict":
      return Object.fromEntries(Object.entries(schema.fields ?? {}).map(([name, field]) => [name, sample(field)]));
    case "union":
      return isOptional(schema) ? null : sample(schema.members[0] ?? { type: "none" });
    case "scalar":
      return 1;
    case "array":
      return filled(schema.shape ?? ["N"], { next: 0 });
    case "bytes":
      return { bytes: "aGVsbG8=" };
    case "complex":
      return { complex: [1, 2] };
    case "image":
      return { image: samplePicture() };
    default:
      return null;
  }
}

/** A value to begin with for a parameter: bytes that are said to be a picture are one. */
export function sampleOf({ name, description = "", schema }: Parameter): Json {
  const isPicture = /image|photo|picture/i.test(`${name} ${description}`);
  return schema.type === "bytes" && isPicture ? { bytes: samplePicture() } : sample(schema);
}

function several(item: Schema): Json[] {
  if (item.type === "str") return ["a quick fox", "a lazy dog", "the sun in spring"];
  if (item.type === "int") return [3, 1, 4, 1, 5, 9, 2, 6];
  if (item.type === "float") return [1.1, 1.9, 3.2, 3.9, 5.1, 5.8, 7.2];
  return [sample(item)];
}

function filled(shape: (number | string)[], counter: { next: number }): Json {
  const [first, ...rest] = shape;
  if (first === undefined) return counter.next++;
  const length = Math.min(typeof first === "number" ? first : 4, 8);
  return Array.from({ length }, () => filled(rest, counter));
}

/** What a person typed into a field, as a value; an error where it is none. */
export function parse(field: Field, typed: string, schema: Schema): Json {
  const text = typed.trim();
  if (text === "" && isOptional(schema)) return null;
  switch (field.kind) {
    case "text":
      return typed;
    case "int":
      return integer(text);
    case "float":
      return float(text);
    case "bool":
      return text === "true";
    case "choice":
      return field.choices[Number(text)] ?? null;
    case "lines": {
      const lines = typed.split("\n").filter((line) => line.trim() !== "");
      if (field.item === "text") return lines;
      return typed
        .split(/[\n,]/)
        .map((part) => part.trim())
        .filter((part) => part !== "")
        .map(field.item === "int" ? integer : float);
    }
    case "image":
    case "bytes":
    case "json":
      return text === "" ? null : (JSON.parse(text) as Json);
  }
}

function integer(text: string): Json {
  if (!/^[+-]?\d+$/.test(text)) throw new Error(`${text || "nothing"} is no int`);
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`${text} is larger than a page can pass`);
  return value;
}

function float(text: string): Json {
  const named = /^([+-]?)(inf|nan)$/i.exec(text);
  if (named) return { float: `${named[1] === "-" ? "-" : ""}${named[2]!.toLowerCase()}` };
  const value = Number(text);
  if (text === "" || Number.isNaN(value)) throw new Error(`${text || "nothing"} is no float`);
  return value;
}

/** A value as it is typed into a field. */
export function unparse(field: Field, value: Json): string {
  if (field.kind === "lines") return Array.isArray(value) ? value.map(String).join(field.item === "text" ? "\n" : ", ") : "";
  if (field.kind === "choice") return String(Math.max(0, field.choices.findIndex((choice) => JSON.stringify(choice) === JSON.stringify(value))));
  if (value === null) return "";
  return typeof value === "string" && field.kind === "text" ? value : JSON.stringify(value, null, field.kind === "json" ? 1 : 0);
}
