/** Shows a value as what it is: text as text, tables as tables, numbers as pictures. */

import { encode } from "fast-png";
import { type Html, html } from "../panel/html";
import type { ArrayDescription, Description, Fields, Numbers, Pixels, Raised, Summary } from "./description";
import { dataUri, heatMaps } from "./heatmap";
import { counted, figure } from "./numbers";
import { plot } from "./plot";

/** The whole value, as a block. */
export function block(value: Description): Html {
  switch (value.kind) {
    case "str":
      return html`<pre class="text">${value.text}</pre>${cut(value.text.length, value.length, "character")}`;
    case "bytes":
      return html`<pre class="text">${hexDump(value.base64)}</pre>${cut(Math.min(SHOWN_BYTES, value.length), value.length, "byte")}`;
    case "image":
      return html`${facts([value.media, value.mode, value.size && `${value.size[0]} × ${value.size[1]}`])}<img class="picture" alt="The image that was returned" src="data:${value.media};base64,${value.base64}">`;
    case "pixels":
      return pixels(value);
    case "array":
      return array(value);
    case "list":
    case "tuple":
    case "set":
    case "frozenset":
      return html`${value.numbers && numbers(value.numbers, [value.kind, counted(value.length, "item")])}${sequence(value.items, value.length)}`;
    case "stream":
      return html`${facts(["stream", `${counted(value.length, "item")}${value.more ? ", and more to come" : ""}`])}
${sequence(value.items, value.length)}${value.raised && html`<p>Then it raised:</p>${raised(value.raised)}`}`;
    case "dict":
    case "record":
      return pairs(value);
    case "raised":
      return raised(value);
    case "other":
      return html`${facts([value.class])}<pre class="text">${value.text}</pre>`;
    default:
      return html`<p class="single"><code>${inline(value)}</code></p>`;
  }
}

/** The words above a value: its type, its shape. */
function facts(words: (string | undefined | false)[]): Html {
  return html`<p class="facts">${words.map((word) => typeof word === "string" && html`<span>${word}</span>`)}</p>`;
}

function cut(shown: number, length: number, word: string): Html {
  return html`${shown < length && html`<p class="cut">Cut: ${shown.toLocaleString("en")} of ${counted(length, word)}.</p>`}`;
}

const SHOWN_BYTES = 512;

function hexDump(base64: string): string {
  const bytes = Buffer.from(base64, "base64").subarray(0, SHOWN_BYTES);
  const lines: string[] = [];
  for (let start = 0; start < bytes.length; start += 16) {
    const row = bytes.subarray(start, start + 16);
    const hex = Array.from(row, (byte) => byte.toString(16).padStart(2, "0")).join(" ");
    const text = Array.from(row, (byte) => (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : ".")).join("");
    lines.push(`${start.toString(16).padStart(4, "0")}  ${hex.padEnd(47)}  ${text}`);
  }
  return lines.join("\n");
}

// Numbers

function array(value: ArrayDescription): Html {
  const what = [value.dtype, `(${value.shape.join(", ")}${value.shape.length === 1 ? "," : ""})`];
  return value.numbers === undefined ? html`${facts(what)}<p class="single"><code>${value.text ?? ""}</code></p>` : numbers(value.numbers, what);
}

function numbers(value: Numbers, what: string[]): Html {
  return html`${facts([...what, ...extent(value)])}${"slices" in value ? heatMaps(value) : plot(value)}`;
}

function extent(summary: Summary): string[] {
  const { low, high, mean, missing } = summary;
  const known = low === null ? [] : [`min ${figure(low)}`, `max ${figure(high)}`, `mean ${figure(mean)}`];
  return missing > 0 ? [...known, `${missing.toLocaleString("en")} not finite`] : known;
}

function pixels(value: Pixels): Html {
  const { width, height } = value;
  const data = new Uint8Array(Buffer.from(value.base64, "base64"));
  const source = dataUri("image/png", encode({ width, height, data, channels: value.channels as 3 | 4 }));
  const thinned = width * height < value.shape[0]! * value.shape[1]!;
  return html`${facts([value.dtype, `(${value.shape.join(", ")})`, ...extent(value.numbers)])}
<img class="picture ${width < 200 ? "pixelated" : ""}" width="${width < 200 ? width * Math.floor(400 / width) : width}" alt="The array as an image" src="${source}">
${thinned && html`<p class="cut">Thinned out to fit: ${width} × ${height} pixels are shown.</p>`}`;
}

// Containers

/** Items of one form are a table; others are a list with numbers. */
function sequence(items: Description[], length: number): Html {
  if (items.length === 0) {
    return length === 0 ? html`<p class="facts"><span>empty</span></p>` : cut(0, length, "item");
  }
  const rows = items.map(cells);
  const names = [...new Set(rows.flatMap((row) => (row ? [...row.keys()] : [])))];
  const isTable = rows.every((row) => row !== undefined) && names.length > 0 && names.length <= 40;
  const body = isTable
    ? html`<thead><tr><th></th>${names.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.map((row, index) => html`<tr><th scope="row">${index}</th>${names.map((name) => cell(row?.get(name)))}</tr>`)}</tbody>`
    : html`<tbody>${items.map((item, index) => html`<tr><th scope="row">${index}</th>${cell(item)}</tr>`)}</tbody>`;
  return html`<div class="scroll" tabindex="0"><table>${body}</table></div>${cut(items.length, length, "item")}`;
}

/** The cells of a row, by column: of a dict with keys of text, an object or a tuple. */
function cells(item: Description): Map<string, Description> | undefined {
  switch (item.kind) {
    case "record":
      return new Map(item.items);
    case "dict":
      return item.items.every(([key]) => key.kind === "str") ? new Map(item.items.map(([key, value]) => [(key as { text: string }).text, value])) : undefined;
    case "tuple":
      return new Map(item.items.map((value, index) => [String(index), value]));
    default:
      return undefined;
  }
}

function pairs(value: Fields | Extract<Description, { kind: "dict" }>): Html {
  // Quotes tell "1" from 1, where there are other keys than text.
  const isText = value.items.every(([key]) => typeof key === "string" || (key.kind === "str" && key.text.length <= 200));
  const rows = value.items.map(([key, item]) => {
    const name = typeof key === "string" ? key : key.kind === "str" && isText ? key.text : inline(key);
    return html`<tr><th scope="row">${name}</th>${cell(item)}</tr>`;
  });
  const name = value.kind === "record" ? value.class : "dict";
  return html`${facts([name, counted(value.length, value.kind === "record" ? "field" : "item")])}
${rows.length > 0 && html`<div class="scroll" tabindex="0"><table><tbody>${rows}</tbody></table></div>`}${cut(value.items.length, value.length, "item")}`;
}

/** A cell: short values in a line, others behind their summary. */
function cell(value: Description | undefined): Html {
  if (value === undefined) {
    return html`<td class="none">–</td>`;
  }
  const isNumber = value.kind === "int" || value.kind === "float" || value.kind === "scalar";
  if (value.kind === "str" && value.text.length <= 200 && value.text.length === value.length) {
    return html`<td>${value.text}</td>`;
  }
  const text = inline(value);
  if (isPlain(value) || (text.length <= 60 && !text.includes("…") && !isPicture(value))) {
    return html`<td class="${isNumber ? "number" : value.kind === "none" ? "none" : "code"}">${text}</td>`;
  }
  return html`<td><details><summary>${text}</summary>${block(value)}</details></td>`;
}

function isPlain(value: Description): boolean {
  return ["none", "bool", "int", "float", "scalar", "enum"].includes(value.kind);
}

function isPicture(value: Description): boolean {
  return value.kind === "image" || value.kind === "pixels" || value.kind === "array";
}

/** The value in one line, as Python would print it; what is long is cut. */
export function inline(value: Description): string {
  switch (value.kind) {
    case "none":
      return "None";
    case "bool":
      return value.value ? "True" : "False";
    case "int":
    case "float":
    case "scalar":
      return value.text;
    case "str":
      return value.text.length > 40 || value.text.length < value.length ? `${JSON.stringify(value.text.slice(0, 39)).slice(0, -1)}…"` : JSON.stringify(value.text);
    case "bytes":
      return counted(value.length, "byte");
    case "image":
      return value.media;
    case "pixels":
    case "array":
      return `${value.dtype} (${value.shape.join(", ")})`;
    case "enum":
      return `${value.class}.${value.member}`;
    case "list":
      return `[${joined(value.items.map(inline), value.length)}]`;
    case "tuple":
      return `(${joined(value.items.map(inline), value.length)}${value.length === 1 ? "," : ""})`;
    case "set":
      return value.length === 0 ? "set()" : `{${joined(value.items.map(inline), value.length)}}`;
    case "frozenset":
      return `frozenset({${joined(value.items.map(inline), value.length)}})`;
    case "dict":
      return `{${joined(value.items.map(([key, item]) => `${inline(key)}: ${inline(item)}`), value.length)}}`;
    case "record":
      return `${value.class}(${joined(value.items.map(([name, item]) => `${name}=${inline(item)}`), value.length)})`;
    case "stream":
      return counted(value.length, "item");
    case "raised":
      return `${value.class}: ${value.message}`;
    case "other":
      return value.text;
  }
}

function joined(items: string[], length: number): string {
  const shown: string[] = [];
  let size = 0;
  for (const item of items) {
    if (size > 56) {
      break;
    }
    shown.push(item);
    size += item.length + 2;
  }
  return shown.join(", ") + (shown.length < length ? ", …" : "");
}

// Exceptions

/** An exception with its frames; each leads to its line. */
export function raised(value: Raised): Html {
  const frames = value.frames.map(
    (frame) => html`<li><button class="link" data-file="${frame.file}" data-line="${frame.line}">${baseName(frame.file)}:${frame.line}</button> in <code>${frame.function}</code>${frame.source !== "" && html`<pre class="source">${frame.source}</pre>`}</li>`,
  );
  return html`<div class="raised"><p><strong>${value.class}</strong>${value.message !== "" && html`: ${value.message}`}</p>
${frames.length > 0 && html`<p class="facts"><span>most recent call last</span></p><ol class="frames">${frames}</ol>`}</div>`;
}

function baseName(file: string): string {
  return file.split(/[\\/]/).at(-1) ?? file;
}
