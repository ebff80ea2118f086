/** Numbers along one axis as a line. */

import { ticks } from "d3-array";
import { type Html, html } from "../panel/html";
import type { Extremes, Numbers, Points, Row } from "./description";
import { figure } from "./numbers";

const SIZE = { width: 640, height: 200, left: 64, right: 12, top: 10, bottom: 24 };

interface Scale {
  (number: number): number;
}

function linear(low: number, high: number, from: number, to: number): Scale {
  return (number) => (high > low ? from + ((number - low) / (high - low)) * (to - from) : (from + to) / 2);
}

/** A line through the numbers; of a long axis the band between the extremes of its pieces. */
export function plot(numbers: Numbers & (Points | Extremes)): Html {
  const { low, high } = numbers;
  if (low === null || high === null) {
    return html``;
  }
  const length = "points" in numbers ? numbers.points.length : numbers.length;
  const x = linear(0, Math.max(1, length - 1), SIZE.left, SIZE.width - SIZE.right);
  const y = linear(low, high, SIZE.height - SIZE.bottom, SIZE.top);
  const [bottom, right] = [SIZE.height - SIZE.bottom, SIZE.width - SIZE.right];
  const marks = ticks(low, high, 4).filter((mark) => mark >= low && mark <= high);
  const places = ticks(0, length - 1, 8).filter(Number.isInteger);
  const shown = "points" in numbers ? { points: numbers.points } : { lows: numbers.lows, highs: numbers.highs, length };
  return html`<figure class="plot" tabindex="0" role="img" aria-label="Line plot of ${length} numbers from ${figure(low)} to ${figure(high)}: use the arrow keys to read it" data-plot="${JSON.stringify({ ...shown, left: SIZE.left, right, width: SIZE.width })}">
<svg viewBox="0 0 ${SIZE.width} ${SIZE.height}" aria-hidden="true">
${(marks.length > 0 ? marks : [low]).map((mark) => html`<line class="rule" x1="${SIZE.left}" x2="${right}" y1="${y(mark)}" y2="${y(mark)}"/><text class="mark" text-anchor="end" x="${SIZE.left - 8}" y="${y(mark) + 4}">${figure(mark)}</text>`)}
${places.map((place) => html`<text class="mark" text-anchor="middle" x="${x(place)}" y="${bottom + 18}">${place}</text>`)}
${"points" in numbers ? line(numbers.points, x, y) : band(numbers, x, y)}
<line class="pointer" hidden x1="0" x2="0" y1="${SIZE.top}" y2="${bottom}"/>
</svg>
<output class="reading"></output>
</figure>
${"lows" in numbers && html`<p class="cut">Thinned out to fit: the extremes of ${numbers.lows.length} equal pieces.</p>`}`;
}

function line(points: Row, x: Scale, y: Scale): Html {
  const alone = points.filter((number) => number !== null).length === 1;
  const dots = points.map((number, index) => alone && number !== null && html`<circle class="dot" cx="${x(index)}" cy="${y(number)}" r="3"/>`);
  return html`<path class="line" d="${path(points, x, y)}"/>${dots}`;
}

/** The line is broken where a number is missing. */
function path(points: Row, x: Scale, y: Scale): string {
  let drawing = false;
  return points
    .map((number, index) => {
      const command = number === null ? "" : `${drawing ? "L" : "M"}${x(index).toFixed(1)} ${y(number).toFixed(1)}`;
      drawing = number !== null;
      return command;
    })
    .join("");
}

function band(numbers: Extremes, x: Scale, y: Scale): Html {
  const { lows, highs, length } = numbers;
  const wide = (index: number) => x((index / Math.max(1, lows.length - 1)) * (length - 1));
  const bars = lows.map((low, index) => {
    const high = highs[index];
    if (low === null || high === null || high === undefined) {
      return "";
    }
    // Where a piece is level, there is still a stroke to see.
    return `M${wide(index).toFixed(1)} ${y(low).toFixed(1)}V${(y(high) - 0.5).toFixed(1)}`;
  });
  return html`<path class="line" d="${bars.join("")}"/><path class="line" d="${path(highs, wide, y)}"/>`;
}
