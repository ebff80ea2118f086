/** Arguments of a predictor as people write them: JSON, or plain text where a string or a file is wanted. */

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
    return parameter.required && !takesText(parameter) ? `${parameter.name} needs ${article(parameter.type)} ${parameter.type}` : undefined;
  }
  return parsed(parameter, text) === undefined ? `Write the ${parameter.type} as JSON, such as ${example(parameter.type)}${takesFile(parameter) ? ", or the path of an .npy file or an image" : ""}` : undefined;
}

/** The value of a text; `undefined` leaves the default. */
export function value(parameter: Parameter, text: string): unknown {
  return text === "" && !parameter.required ? undefined : parsed(parameter, text)?.value;
}

/** The text of a value, so that `value` gives it again. */
export function written(parameter: Parameter, value: unknown): string {
  const plain = typeof value === "string" && (takesText(parameter) || takesFile(parameter)) && value !== "" && parsed(parameter, value)?.value === value;
  return plain ? value : JSON.stringify(value);
}

function parsed(parameter: Parameter, text: string): { value: unknown } | undefined {
  if ((takesText(parameter) && !text.startsWith('"')) || (takesFile(parameter) && FILE.test(text))) {
    return { value: text };
  }
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    // A text that only begins like JSON is itself.
    return takesText(parameter) ? { value: text } : undefined;
  }
}

const FILE = /\.(npy|png|jpe?g|gif|webp|bmp)$/i;

function takesFile(parameter: Parameter): boolean {
  return parameter.type.includes("ndarray");
}

function takesText(parameter: Parameter): boolean {
  return parameter.type === "str" || parameter.type === "str | None" || parameter.type.startsWith('Literal["');
}

function article(type: string): string {
  return /^[aeio]/i.test(type) ? "an" : "a";
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
  if (type.includes("ndarray")) {
    return "[[1.0, 2.0]]";
  }
  const simple: Record<string, string> = { int: "1", float: "1.5", bool: "true", str: '"text"', None: "null" };
  return simple[type] ?? "null";
}
