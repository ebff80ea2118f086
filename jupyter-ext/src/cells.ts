/** A Compile button and a badge on each cell that holds a predictor, and the commands behind them. */

import type { JupyterFrontEnd, JupyterFrontEndPlugin } from "@jupyterlab/application";
import { ICommandPalette } from "@jupyterlab/apputils";
import { CodeCell } from "@jupyterlab/cells";
import { INotebookTracker, NotebookActions, type NotebookPanel } from "@jupyterlab/notebook";
import { Bar } from "./bar";
import { predictorsOf } from "./predictors";

const COMPILE = "hotforge:compile-cell";
const SWITCH = "hotforge:switch";
const SAVE = "hotforge:save";
const CATEGORY = "Hotforge";

export const cells: JupyterFrontEndPlugin<void> = {
  id: "hotforge-jupyter:cells",
  description: "A Compile button on cells that hold a predictor, and a switch between native and Python.",
  autoStart: true,
  requires: [INotebookTracker],
  optional: [ICommandPalette],
  activate: (app: JupyterFrontEnd, tracker: INotebookTracker, palette: ICommandPalette | null) => {
    const bars = new Bars();
    tracker.widgetAdded.connect((_, panel) => bars.watch(panel));
    tracker.forEach((panel) => bars.watch(panel));

    const active = () => bars.of(tracker.activeCell);
    app.commands.addCommand(COMPILE, {
      label: "Compile Cell to Native Code",
      caption: "Put %%compile on top of the cell, where it is not, and run it",
      isEnabled: () => tracker.activeCell instanceof CodeCell,
      execute: async () => {
        const [panel, cell] = [tracker.currentWidget, tracker.activeCell];
        if (panel && cell instanceof CodeCell) {
          await compile(panel, cell);
        }
      },
    });
    app.commands.addCommand(SWITCH, {
      label: "Switch Between Native and Python",
      caption: "Bind the functions of the cell to their other form",
      isEnabled: () => active()?.canSwitch ?? false,
      execute: () => active()?.switch(),
    });
    app.commands.addCommand(SAVE, {
      label: "Save the Compiled Bundle…",
      caption: "Write the library of the cell, its manifest and C header to a folder",
      isEnabled: () => active()?.canSwitch ?? false,
      execute: () => active()?.save(),
    });
    tracker.activeCellChanged.connect(() => {
      app.commands.notifyCommandChanged(SWITCH);
      app.commands.notifyCommandChanged(SAVE);
    });
    for (const command of [COMPILE, SWITCH, SAVE]) {
      palette?.addItem({ command, category: CATEGORY });
    }
  },
};

/** The bars of all open notebooks. */
class Bars {
  private readonly bars = new WeakMap<CodeCell, Bar>();

  of(cell: unknown): Bar | undefined {
    return cell instanceof CodeCell ? this.bars.get(cell) : undefined;
  }

  /** Keeps the bars of a notebook as its cells are. */
  watch(panel: NotebookPanel): void {
    const update = () => {
      for (const cell of panel.content.widgets) {
        if (cell instanceof CodeCell && !this.bars.has(cell)) {
          this.add(panel, cell);
        }
      }
    };
    void panel.context.ready.then(() => {
      update();
      panel.content.model?.cells.changed.connect(() => requestAnimationFrame(update));
      panel.content.modelContentChanged.connect(update);
    });
    panel.sessionContext.kernelChanged.connect(() => {
      for (const cell of panel.content.widgets) {
        this.of(cell)?.forget();
      }
    });
    panel.sessionContext.statusChanged.connect((_, status) => {
      if (status === "restarting" || status === "autorestarting") {
        for (const cell of panel.content.widgets) {
          this.of(cell)?.forget();
        }
      }
    });
  }

  private add(panel: NotebookPanel, cell: CodeCell): void {
    const bar = new Bar(cell, {
      compile: () => void compile(panel, cell),
      execute: (code) => execute(panel, code),
      save: (names) => void save(panel, names),
    });
    this.bars.set(cell, bar);
    cell.model.contentChanged.connect(() => bar.update());
    cell.model.outputs.changed.connect(() => bar.update());
    cell.model.stateChanged.connect(() => bar.update());
    cell.disposed.connect(() => bar.dispose());
    bar.update();
  }
}

/** Runs a cell as `%%compile`. */
async function compile(panel: NotebookPanel, cell: CodeCell): Promise<void> {
  const model = cell.model.sharedModel;
  if (!predictorsOf(model.getSource())?.isCompiled) {
    model.setSource(`%%compile\n${model.getSource()}`);
  }
  if (!(await execute(panel, "%load_ext hotforge"))) {
    return;
  }
  const index = panel.content.widgets.indexOf(cell);
  panel.content.activeCellIndex = index;
  panel.content.deselectAll();
  await NotebookActions.run(panel.content, panel.sessionContext);
}

/** Asks for a folder, and has the kernel write the bundle of these functions there. */
async function save(panel: NotebookPanel, names: readonly string[]): Promise<void> {
  const { InputDialog, Notification } = await import("@jupyterlab/apputils");
  const asked = await InputDialog.getText({
    title: "Save the compiled bundle",
    label: "Folder, seen from the notebook; named like a function",
    text: `build/${names[0]}`,
    okLabel: "Save",
  });
  const path = asked.button.accept ? (asked.value ?? "").trim() : "";
  if (path === "") {
    return;
  }
  const line = `${names.join(" ")} --save ${quoted(path)}`;
  if (await execute(panel, `get_ipython().run_line_magic("compile", ${JSON.stringify(line)})`)) {
    Notification.success(`Hotforge: saved to ${path}`, { autoClose: 8000 });
  }
}

/** A word of the magic's line. */
function quoted(word: string): string {
  return word.includes("'") ? `"${word}"` : `'${word}'`;
}

/** Has the kernel do something that leaves no trace in the notebook; whether it worked. */
async function execute(panel: NotebookPanel, code: string): Promise<boolean> {
  await panel.sessionContext.ready;
  const kernel = panel.sessionContext.session?.kernel;
  if (!kernel) {
    return false;
  }
  const reply = await kernel.requestExecute({ code, silent: true, store_history: false }).done;
  if (reply.content.status !== "error") {
    return true;
  }
  const { Notification } = await import("@jupyterlab/apputils");
  Notification.error(`Hotforge: ${reply.content.evalue}`, { autoClose: 8000 });
  return false;
}
