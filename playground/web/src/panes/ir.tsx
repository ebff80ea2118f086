// The typed IR as text: a tree that folds, whose places lead to the source.

import { useState } from "preact/hooks";

import type { Json, Location } from "../analyzer/protocol";
import { reveal } from "../state";
import { Waiting } from "./code";
import { Copy, Empty, useOutput } from "./output";

type Fields = { [name: string]: Json };

const isFields = (value: Json): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);

function placeOf(value: Json): Location | undefined {
  const span = isFields(value) ? value["span"] : undefined;
  return span !== undefined && isFields(span) && "range" in span ? (span as unknown as Location) : undefined;
}

/** One variant of an enum, `{"Name": content}`, is shown as `Name content`. */
function variant(value: Json): [string, Json] | undefined {
  if (!isFields(value)) return undefined;
  const entries = Object.entries(value);
  const [only] = entries;
  return entries.length === 1 && only && /^[A-Z]/.test(only[0]) ? only : undefined;
}

function summary(value: Json): string {
  if (value === null) return "none";
  if (Array.isArray(value)) return value.length === 0 ? "[]" : `[${value.length}]`;
  if (!isFields(value)) return JSON.stringify(value);
  const named = variant(value);
  if (named) return `${named[0]} ${isFields(named[1]) || Array.isArray(named[1]) ? "" : summary(named[1])}`;
  const name = value["name"];
  return typeof name === "string" ? name : "";
}

const isLeaf = (value: Json): boolean => {
  const named = variant(value);
  if (named) return isLeaf(named[1]);
  return !(Array.isArray(value) ? value.length > 0 : isFields(value));
};

function children(value: Json): [string, Json][] {
  const named = variant(value);
  if (named) return children(named[1]);
  if (Array.isArray(value)) return value.map((item, index) => [String(index), item]);
  return isFields(value) ? Object.entries(value).filter(([name]) => name !== "span") : [];
}

function Node({ name, value, depth }: { name: string; value: Json; depth: number }) {
  const [isOpen, setOpen] = useState(depth < 3 || (name === "body" && depth < 5));
  const place = placeOf(value) ?? placeOf(variant(value)?.[1] ?? null);
  const line = place && (
    <button class="place" onClick={() => reveal(place)}>
      {place.file}:{place.range.startLineNumber}
    </button>
  );
  if (isLeaf(value)) {
    return (
      <li>
        <span class="ir-name">{name}</span> <span class="ir-value">{summary(value)}</span> {line}
      </li>
    );
  }
  return (
    <li>
      <button class="fold" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span class="ir-name">{name}</span> <span class="ir-kind">{summary(value)}</span>
      </button>{" "}
      {line}
      {isOpen && (
        <ul>
          {children(value).map(([field, inner]) => (
            <Node key={field} name={field} value={inner} depth={depth + 1} />
          ))}
        </ul>
      )}
    </li>
  );
}

export function IrPane() {
  const ir = useOutput("ir");
  if (!ir) return <Waiting />;
  if (ir.missing !== undefined) return <Empty>{ir.missing}</Empty>;
  return (
    <div class="column">
      <div class="pane-bar">
        <span>What the analyzer hands to code generation.</span>
        <Copy text={JSON.stringify(ir.program, null, 2)} what="IR" />
      </div>
      <ul class="ir scroll" tabIndex={0} aria-label="Typed IR">
        {children(ir.program).map(([name, value]) => (
          <Node key={name} name={name} value={value} depth={0} />
        ))}
      </ul>
    </div>
  );
}
