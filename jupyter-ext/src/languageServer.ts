/**
 * Makes jupyterlab-lsp show diagnostics, hovers and completions within cells of `%%compile`.
 *
 * It takes a cell with a magic for something that is not Python. Here the line with `%%compile` becomes the comment by which
 * the language server knows the functions of the cell, and the rest stays what it is.
 */

import type { JupyterFrontEnd, JupyterFrontEndPlugin } from "@jupyterlab/application";
import { INotebookTracker } from "@jupyterlab/notebook";
import { functionsOf } from "./predictors";

/** A rule of jupyterlab-lsp by which it rewrites magics. */
interface Override {
  pattern: string;
  replacement: string | ((...groups: string[]) => string);
  scope: "cell" | "line";
}

/** Where it keeps its rules. */
interface OverridesManager {
  readonly registry: Record<string, Record<"cell" | "line", Pick<Override, "pattern">[]> | undefined>;
  register(override: Override, language: string): void;
}

/** Of all cell magics but ours. */
const ANY_MAGIC = "^%%(\\S+)";
const OTHER_MAGIC = "^%%(?!compile\\b)(\\S+)";
const LINE = "^%%compile(.*)$";

export const languageServer: JupyterFrontEndPlugin<void> = {
  id: "hotforge-jupyter:language-server",
  description: "Diagnostics, hovers and completions within cells of %%compile, where jupyterlab-lsp is installed.",
  autoStart: true,
  requires: [INotebookTracker],
  activate: async (app: JupyterFrontEnd, tracker: INotebookTracker) => {
    const manager = await overridesManager(app);
    if (manager === null) {
      return;
    }
    leaveOurMagic(manager);
    // The rules are tried in order, and one for any line magic comes first otherwise.
    manager.register({ scope: "line", pattern: LINE, replacement: (line, rest = "") => comment(line, rest, tracker) }, "python");
    const lines = manager.registry["python"]?.line;
    lines?.unshift(...lines.splice(-1));
  },
};

/** The manager of jupyterlab-lsp; null where that is not installed. */
async function overridesManager(app: JupyterFrontEnd): Promise<OverridesManager | null> {
  try {
    const { ILSPCodeOverridesManager } = await import("@jupyter-lsp/jupyterlab-lsp");
    return (await app.resolveOptionalService(ILSPCodeOverridesManager)) as OverridesManager | null;
  } catch {
    return null;
  }
}

/** Takes `%%compile` out of the rule that makes a text of any cell with a magic. */
function leaveOurMagic(manager: OverridesManager): void {
  const change = (override: Pick<Override, "pattern">) => {
    override.pattern = override.pattern.replace(ANY_MAGIC, OTHER_MAGIC);
  };
  manager.registry["python"]?.cell.forEach(change);
  const register = manager.register.bind(manager);
  manager.register = (override, language) => {
    if (language === "python" && override.scope === "cell") {
      change(override);
    }
    register(override, language);
  };
}

/** The comment for the line. Where the cell ends cannot be told in one line, so it names the functions of the cell. */
function comment(line: string, options: string, tracker: INotebookTracker): string {
  const functions = new Set<string>();
  tracker.forEach((panel) => {
    for (const cell of panel.content.model?.cells ?? []) {
      const source = cell.sharedModel.getSource();
      if (source.split("\n", 1)[0] === line) {
        functionsOf(source).forEach((name) => functions.add(name));
      }
    }
  });
  return `#%compile${options} # ${[...functions].join(" ")}`;
}
