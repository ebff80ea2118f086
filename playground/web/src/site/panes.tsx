// The pane that is seen.

import { HeaderPane, ManifestPane, RustPane } from "../panes/code";
import { DocsPane } from "../panes/docs";
import { GraphPane } from "../panes/graph";
import { IrPane } from "../panes/ir";
import { TypesPane } from "../panes/types";
import { RunPane } from "../run/pane";
import { pane } from "../state";

export default function Panes() {
  switch (pane.value) {
    case "run":
      return <RunPane />;
    case "rust":
      return <RustPane />;
    case "graph":
      return <GraphPane />;
    case "ir":
      return <IrPane />;
    case "types":
      return <TypesPane />;
    case "manifest":
      return <ManifestPane />;
    case "header":
      return <HeaderPane />;
    case "docs":
      return <DocsPane />;
  }
}
