// The typed IR as text, with links to Python lines and back, as generated Rust has them.

import Code, { Waiting } from "./code";
import { Copy, Empty, useOutput } from "./output";

export function IrPane() {
  const ir = useOutput("ir");
  if (!ir) return <Waiting />;
  if (ir.missing !== undefined) return <Empty>{ir.missing}</Empty>;
  const text = ir.lines.map(([line]) => `${line}\n`).join("");
  const places = ir.lines.flatMap(([, place], index) => (place ? [{ line: index + 1, ...place }] : []));
  return (
    <div class="column">
      <div class="pane-bar">
        <span>Click a line to see where it comes from.</span>
        <Copy text={text} what="IR" />
        <Copy text={JSON.stringify(ir.program, null, 2)} what="IR" label="Copy as JSON" />
      </div>
      <Code text={text} language="hotforge-ir" lines={places} />
    </div>
  );
}
