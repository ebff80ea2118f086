/** What stands at the corner of a cell that holds a predictor. */

import type { CodeCell } from "@jupyterlab/cells";
import type { IOutputModel } from "@jupyterlab/rendermime";
import { predictorsOf, type Told, TOLD, toldBy } from "./predictors";

/** What a bar has done. */
export interface Actions {
  /** Compiles the cell. */
  compile(): void;
  /** Has the kernel execute something; whether it worked. */
  execute(code: string): Promise<boolean>;
  /** Asks where the bundle of these functions is to be saved, and saves it. */
  save(names: readonly string[]): void;
}

type State = "python" | "native" | "checked" | "refused" | "changed";

const LABELS: Record<State, string> = {
  python: "Python",
  native: "native",
  checked: "compiles",
  refused: "not compiled",
  changed: "changed",
};

const TITLES: Record<State, string> = {
  python: "The functions of this cell are Python",
  native: "The functions of this cell are native",
  checked: "The functions of this cell compile; they are Python still",
  refused: "The functions of this cell cannot be compiled: see below",
  changed: "The cell was changed after it was compiled",
};

/** The bar of one cell. */
export class Bar {
  private readonly node = document.createElement("div");
  private readonly badge = document.createElement("span");
  private readonly compileButton = document.createElement("button");
  private readonly switchButton = document.createElement("button");
  private readonly saveButton = document.createElement("button");
  /** Whether the names are bound to Python again, though they are compiled. */
  private isPython = false;
  /** The output of a kernel that is gone. */
  private forgotten: IOutputModel | null = null;

  constructor(
    private readonly cell: CodeCell,
    private readonly actions: Actions,
  ) {
    this.node.className = "hotforge-bar";
    this.badge.className = "hotforge-badge";
    this.compileButton.className = "hotforge-compile";
    this.compileButton.textContent = "Compile";
    this.compileButton.title = "Compile this cell to native code";
    this.compileButton.addEventListener("click", (event) => this.clicked(event, () => this.actions.compile()));
    this.switchButton.addEventListener("click", (event) => this.clicked(event, () => void this.switch()));
    this.saveButton.textContent = "Save…";
    this.saveButton.title = "Write the library, its manifest and C header to a folder";
    this.saveButton.addEventListener("click", (event) => this.clicked(event, () => this.save()));
    this.node.append(this.badge, this.switchButton, this.saveButton, this.compileButton);
  }

  /** Whether the functions of the cell have two forms: Python, and a library that can be saved. */
  get canSwitch(): boolean {
    return this.told()?.state === "native";
  }

  /** Binds the functions of the cell to their other form. */
  async switch(): Promise<void> {
    const told = this.told();
    if (told?.state !== "native") {
      return;
    }
    const form = this.isPython ? "native" : "python";
    if (await this.actions.execute(`__import__("hotforge_jupyter").use(${JSON.stringify(form)}, ${JSON.stringify(told.names)})`)) {
      this.isPython = form === "python";
      this.update();
    }
  }

  /** Writes the bundle of the cell's functions to a folder that the user names. */
  save(): void {
    const told = this.told();
    if (told?.state === "native") {
      this.actions.save(told.names);
    }
  }

  /** The kernel is a new one: what the old one had compiled is gone. */
  forget(): void {
    this.isPython = false;
    this.forgotten = this.output();
    this.update();
  }

  /** Shows the cell as it is now. */
  update(): void {
    const predictors = predictorsOf(this.cell.model.sharedModel.getSource());
    if (predictors === null) {
      this.node.remove();
      return;
    }
    const state = this.state();
    this.badge.dataset["state"] = state;
    this.badge.textContent = LABELS[state];
    this.badge.title = TITLES[state];
    this.switchButton.hidden = !this.canSwitch;
    this.saveButton.hidden = !this.canSwitch;
    this.switchButton.textContent = this.isPython ? "use native" : "use Python";
    this.switchButton.title = `Bind the names to the ${this.isPython ? "native" : "Python"} functions`;
    if (this.node.parentElement !== this.cell.node) {
      this.cell.node.append(this.node);
    }
  }

  dispose(): void {
    this.node.remove();
  }

  private state(): State {
    const told = this.told();
    if (told === null) {
      return "python";
    }
    if (this.cell.model.isDirty) {
      return "changed";
    }
    return told.state === "native" && this.isPython ? "python" : told.state;
  }

  private told(): Told | null {
    const output = this.output();
    return output === null || output === this.forgotten ? null : toldBy(output.data[TOLD]);
  }

  /** The output in which the kernel told last what became of the cell. */
  private output(): IOutputModel | null {
    const outputs = this.cell.model.outputs;
    for (let index = outputs.length - 1; index >= 0; index--) {
      const output = outputs.get(index);
      if (output.data[TOLD] !== undefined) {
        return output;
      }
    }
    return null;
  }

  private clicked(event: Event, act: () => void): void {
    event.preventDefault();
    event.stopPropagation();
    act();
  }
}
