/** Grids of numbers as images: one pixel for each number, enlarged by the page. */

import { rgb } from "d3-color";
import { interpolateViridis } from "d3-scale-chromatic";
import { encode } from "fast-png";
import { type Html, html } from "../panel/html";
import type { Numbers, Row, Slices } from "./description";
import { figure } from "./numbers";

/** The widest that a heat map is drawn, in pixels of the page, and the largest cell. */
const WIDTH = 420;
const CELL = 26;
const SHADES = 256;

const COLORS = Array.from({ length: SHADES }, (_, shade) => {
  const { r, g, b } = rgb(interpolateViridis(shade / (SHADES - 1)));
  return [r, g, b] as const;
});

/** The grids of an array, with the scale of their colors. */
export function heatMaps(numbers: Numbers & Slices): Html {
  const { low, high, slices, step, count } = numbers;
  const shown = slices.filter(({ rows }) => rows.length > 0 && rows[0]!.length > 0);
  const [of, by] = step;
  return html`
${shown.map(({ index, rows }) => heatMap(rows, index, step, low, high, slices.length > 1))}
${low !== null && high !== null && shown.length > 0 && scale(low, high)}
${(of > 1 || by > 1) && html`<p class="cut">Thinned out to fit: ${thinned(of, "row")}, ${thinned(by, "column")}.</p>`}
${count > slices.length && html`<p class="cut">The first ${slices.length} of ${count} slices.</p>`}`;
}

function thinned(step: number, word: string): string {
  return step === 1 ? `every ${word}` : `one ${word} in ${step}`;
}

function heatMap(rows: Row[], index: number[], step: [number, number], low: number | null, high: number | null, small: boolean): Html {
  const [height, width] = [rows.length, rows[0]!.length];
  const cell = Math.max(1, Math.min(CELL, Math.floor((small ? WIDTH / 2 : WIDTH) / Math.max(width, height))));
  const name = index.length > 0 ? `[${index.join(", ")}]` : "";
  // The script reads the number below the pointer, or where the arrow keys have led.
  const grid = JSON.stringify({ rows, step, index });
  return html`<figure class="grid" tabindex="0" role="img" aria-label="Heat map ${name}, ${height} by ${width}: use the arrow keys to read it" data-grid="${grid}">
${name !== "" && html`<figcaption>${name}</figcaption>`}
<span class="cells"><img class="pixelated" alt="" width="${width * cell}" height="${height * cell}" src="${image(rows, low, high)}"><span class="cursor" hidden></span></span>
<output class="reading"></output>
</figure>`;
}

/** A PNG with a pixel for each number; numbers that are not finite are transparent. */
export function image(rows: Row[], low: number | null, high: number | null): string {
  const [height, width] = [rows.length, rows[0]!.length];
  const data = new Uint8Array(width * height * 4);
  rows.flat().forEach((number, place) => {
    if (number !== null && low !== null && high !== null) {
      data.set([...color(number, low, high), 255], place * 4);
    }
  });
  return dataUri("image/png", encode({ width, height, data, channels: 4 }));
}

function color(number: number, low: number, high: number): readonly [number, number, number] {
  const share = high > low ? (number - low) / (high - low) : 0.5;
  return COLORS[Math.round(share * (SHADES - 1))]!;
}

export function dataUri(media: string, bytes: Uint8Array): string {
  return `data:${media};base64,${Buffer.from(bytes).toString("base64")}`;
}

function scale(low: number, high: number): Html {
  const ramp = [Array.from({ length: SHADES }, (_, shade) => shade)];
  return html`<p class="scale"><span>${figure(low)}</span><img alt="to" width="160" height="10" src="${image(ramp, 0, SHADES - 1)}"><span>${figure(high)}</span></p>`;
}
