/** Arguments of a predictor as people write them: JSON, or plain text where a string is wanted. */

export interface Parameter {
  name: string;
  type: string;
  default: unknown;
  required: boolean;
  description: string | null;
}

export interface Predictor {
  name: string;
  doc: string | null;
  parameters: Parameter[];
  returns: string;
}

/** What is wrong with a text as an argument, if anything is. */
export function problem(parameter: Parameter, text: string): string | undefined {
  if (text === "") {
    return parameter.required && !takesText(parameter) ? `${parameter.name} needs a ${parameter.type}` : undefined;
  }
  if (takesText(parameter)) {
    return undefined;
  }
  try {
    JSON.parse(text);
    return undefined;
  } catch {
    return `write the ${parameter.type} as JSON, such as ${example(parameter.type)}`;
  }
}

/** The value of a text; `undefined` leaves the default. */
export function value(parameter: Parameter, text: string): unknown {
  if (text === "" && !parameter.required) {
    return undefined;
  }
  if (takesText(parameter)) {
    return text.startsWith('"') ? (JSON.parse(text) as unknown) : text;
  }
  return JSON.parse(text) as unknown;
}

function takesText(parameter: Parameter): boolean {
  return parameter.type === "str" || parameter.type.startsWith("Literal[\"");
}

/** A value of a type as JSON. */
export function example(type: string): string {
  const inner = /^(?:list|set|frozenset|tuple)\[(.*?)(?:, \.\.\.)?\]$/.exec(type)?.[1];
  if (inner !== undefined) {
    return `[${example(inner)}]`;
  }
  if (type.startsWith("dict[")) {
    return '{"key": 1}';
  }
  if (type.startsWith("ndarray")) {
    return "[[1.0, 2.0]]";
  }
  const simple: Record<string, string> = { int: "1", float: "1.5", bool: "true", str: '"text"', None: "null" };
  return simple[type] ?? "null";
}
