// Results as a person wants to see them: text, tables, plots, images.

import { useEffect, useRef } from "preact/hooks";

import type { Json } from "../analyzer/protocol";
import { imageType } from "./picture";
import type { Schema } from "./schema";

const MOST_ROWS = 200;

const isNumber = (value: Json): value is number => typeof value === "number";
const isNumbers = (value: Json): value is number[] => Array.isArray(value) && value.length > 0 && value.every(isNumber);
const isRows = (value: Json): value is number[][] =>
  Array.isArray(value) && value.length > 0 && value.every(isNumbers) && value.every((row) => row.length === (value[0] as number[]).length);

const short = (value: number) => (Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(6))));

/** A line through numbers. */
function Plot({ values }: { values: number[] }) {
  const [width, height, left, bottom] = [520, 180, 46, 20];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const spread = high - low || 1;
  const x = (index: number) => left + (index / Math.max(1, values.length - 1)) * (width - left - 12);
  const y = (value: number) => 10 + (1 - (value - low) / spread) * (height - bottom - 14);
  const path = values.map((value, index) => `${index === 0 ? "M" : "L"}${x(index).toFixed(1)},${y(value).toFixed(1)}`).join("");
  return (
    <svg class="plot" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${values.length} numbers from ${short(low)} to ${short(high)}`}>
      <line x1={left} x2={width - 12} y1={y(low)} y2={y(low)} class="axis" />
      <line x1={left} x2={width - 12} y1={y(high)} y2={y(high)} class="axis" />
      <text x={left - 6} y={y(low) + 4} text-anchor="end">{short(low)}</text>
      <text x={left - 6} y={y(high) + 4} text-anchor="end">{short(high)}</text>
      <path d={path} />
      {values.length <= 60 &&
        values.map((value, index) => (
          <circle key={index} cx={x(index)} cy={y(value)} r="3">
            <title>{`[${index}] ${value}`}</title>
          </circle>
        ))}
    </svg>
  );
}

/** Numbers in rows as colours. */
function Heatmap({ rows }: { rows: number[][] }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    const columns = rows[0]?.length ?? 0;
    if (!context || columns === 0) return;
    const all = rows.flat();
    const low = all.reduce((least, value) => Math.min(least, value), Infinity);
    const spread = all.reduce((most, value) => Math.max(most, value), -Infinity) - low || 1;
    const image = context.createImageData(columns, rows.length);
    all.forEach((value, index) => {
      const part = (value - low) / spread;
      image.data.set([30 + part * 225, 24 + part * part * 170, 60 + Math.sin(part * 3) * 50, 255], index * 4);
    });
    context.putImageData(image, 0, 0);
  }, [rows]);
  return (
    <canvas
      class="heatmap"
      ref={canvas}
      width={rows[0]?.length ?? 1}
      height={rows.length}
      role="img"
      aria-label={`${rows.length} by ${rows[0]?.length ?? 0} numbers`}
    />
  );
}

function Table({ rows, head }: { rows: Json[][]; head?: string[] }) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Result">
      <table class="result">
        {head && (
          <thead>
            <tr>
              <th scope="col" />
              {head.map((name) => (
                <th scope="col" key={name}>{name}</th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.slice(0, MOST_ROWS).map((row, index) => (
            <tr key={index}>
              <th scope="row">{index}</th>
              {row.slice(0, 40).map((cell, column) => (
                <td key={column}>{isNumber(cell) ? short(cell) : typeof cell === "string" ? cell : JSON.stringify(cell)}</td>
              ))}
              {row.length > 40 && <td>… {row.length - 40} more</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > MOST_ROWS && <p class="note">and {rows.length - MOST_ROWS} more rows</p>}
    </div>
  );
}

function Entries({ value, schema }: { value: { [name: string]: Json }; schema: Schema }) {
  const of = (name: string): Schema => {
    if ((schema.type === "record" || schema.type === "typed-dict") && schema.fields) return schema.fields[name] ?? { type: "none" };
    return schema.type === "dict" ? schema.value : { type: "none" };
  };
  return (
    <dl class="entries">
      {Object.entries(value).map(([name, item]) => (
        <>
          <dt>{name}</dt>
          <dd>
            <Shown value={item} schema={of(name)} />
          </dd>
        </>
      ))}
    </dl>
  );
}

/** A value by what it is. */
export function Shown({ value, schema }: { value: Json; schema: Schema }) {
  if (value === null) return <code>None</code>;
  if (typeof value === "string") return <p class="shown-text">{value}</p>;
  if (typeof value !== "object") return <p class="shown-number">{String(value)}</p>;
  if (isNumbers(value)) {
    return (
      <>
        {value.length > 2 && <Plot values={value.slice(0, 5_000)} />}
        <Table rows={[value]} />
      </>
    );
  }
  if (isRows(value)) {
    return (
      <>
        <Heatmap rows={value} />
        <Table rows={value} />
      </>
    );
  }
  if (Array.isArray(value)) {
    const first = value[0];
    const records = value.every((item) => typeof item === "object" && item !== null && !Array.isArray(item));
    if (records && first) {
      const head = Object.keys(first);
      return <Table head={head} rows={value.map((item) => head.map((name) => (item as { [name: string]: Json })[name] ?? null))} />;
    }
    return <Table rows={value.map((item) => (Array.isArray(item) ? item : [item]))} />;
  }
  const image = value["image"];
  if (typeof image === "string") return <img class="image" src={`data:image/png;base64,${image}`} alt="The result" />;
  const bytes = value["bytes"];
  if (typeof bytes === "string" && schema.type === "bytes") return <Bytes encoded={bytes} />;
  return <Entries value={value} schema={schema} />;
}

/** Bytes: a picture where they are one. */
function Bytes({ encoded }: { encoded: string }) {
  const [type, content] = [imageType(encoded), atob(encoded)];
  return (
    <>
      {type !== undefined && <img class="image" src={`data:${type};base64,${encoded}`} alt="The result" />}
      <p class="describe">{content.length.toLocaleString("en")} bytes</p>
    </>
  );
}
