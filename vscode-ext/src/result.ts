/** Shows the result of a run: text as text, tables as tables, arrays as heat maps or plots. */

import { escaped } from "./graph";

/** The HTML of a result. */
export function shown(result: unknown): string {
  const numbers = matrix(result);
  if (numbers !== undefined) {
    return heatMap(numbers) + plain(result);
  }
  const line = series(result);
  if (line !== undefined) {
    return plot(line) + plain(result);
  }
  const rows = table(result);
  return rows ?? plain(result);
}

function plain(result: unknown): string {
  const text = typeof result === "string" ? result : JSON.stringify(result, null, 2);
  return `<pre>${escaped(text ?? "null")}</pre>`;
}

/** The values of an array as the command prints it, or of nested lists. */
function values(result: unknown): unknown {
  if (typeof result === "object" && result !== null && "data" in result && "shape" in result) {
    return reshaped(result as { data: unknown; shape: unknown });
  }
  return result;
}

function reshaped(array: { data: unknown; shape: unknown }): unknown {
  const { data, shape } = array;
  if (!Array.isArray(data) || !Array.isArray(shape) || shape.length !== 2 || Array.isArray(data[0])) {
    return data;
  }
  const width = Number(shape[1]);
  return Array.from({ length: Number(shape[0]) }, (_, row) => data.slice(row * width, (row + 1) * width) as unknown[]);
}

function isNumbers(row: unknown): row is number[] {
  return Array.isArray(row) && row.length > 0 && row.every((item) => typeof item === "number");
}

function matrix(result: unknown): number[][] | undefined {
  const rows = values(result);
  const fits = Array.isArray(rows) && rows.length > 0 && rows.every(isNumbers) && rows.length * (rows[0] as number[]).length > 3;
  return fits ? (rows as number[][]) : undefined;
}

function series(result: unknown): number[] | undefined {
  const row = values(result);
  return isNumbers(row) && row.length > 2 ? row : undefined;
}

function range(numbers: number[]): [number, number] {
  const finite = numbers.filter(Number.isFinite);
  return [finite.reduce((a, b) => Math.min(a, b), Infinity), finite.reduce((a, b) => Math.max(a, b), -Infinity)];
}

function heatMap(rows: number[][]): string {
  const [low, high] = range(rows.flat());
  const columns = Math.max(...rows.map((row) => row.length));
  const cell = Math.max(2, Math.min(24, Math.floor(720 / columns)));
  const cells = rows.flatMap((row, y) =>
    row.map((number, x) => {
      const share = high > low ? (number - low) / (high - low) : 0.5;
      const color = `hsl(${Math.round(240 - 240 * share)} 70% 50%)`;
      return `<rect x="${x * cell}" y="${y * cell}" width="${cell}" height="${cell}" fill="${color}"><title>[${y}, ${x}] ${number}</title></rect>`;
    }),
  );
  return `<svg width="${columns * cell}" height="${rows.length * cell}">${cells.join("")}</svg><p>${low} … ${high}</p>`;
}

function plot(numbers: number[]): string {
  const [low, high] = range(numbers);
  const [width, height] = [720, 160];
  const point = (number: number, index: number) =>
    `${((index / (numbers.length - 1)) * width).toFixed(1)},${(height - ((number - low) / (high - low || 1)) * height).toFixed(1)}`;
  return `<svg width="${width}" height="${height}"><polyline class="line" fill="none" points="${numbers.map(point).join(" ")}"/></svg><p>${low} … ${high}</p>`;
}

/** A list of dicts or a dict of plain values as a table. */
function table(result: unknown): string | undefined {
  const isDict = (item: unknown): item is Record<string, unknown> => typeof item === "object" && item !== null && !Array.isArray(item);
  const cell = (item: unknown) => `<td>${escaped(typeof item === "string" ? item : (JSON.stringify(item) ?? ""))}</td>`;
  if (Array.isArray(result) && result.length > 0 && result.every(isDict)) {
    const names = [...new Set(result.flatMap((row) => Object.keys(row)))];
    const head = names.map((name) => `<th>${escaped(name)}</th>`).join("");
    const rows = result.map((row) => `<tr>${names.map((name) => cell(row[name])).join("")}</tr>`);
    return `<table><tr>${head}</tr>${rows.join("")}</table>`;
  }
  if (isDict(result) && Object.keys(result).length > 0) {
    const rows = Object.entries(result).map(([name, item]) => `<tr><th>${escaped(name)}</th>${cell(item)}</tr>`);
    return `<table>${rows.join("")}</table>`;
  }
  return undefined;
}
