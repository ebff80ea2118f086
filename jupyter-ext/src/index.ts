import type { JupyterFrontEndPlugin } from "@jupyterlab/application";
import { cells } from "./cells";
import { languageServer } from "./languageServer";

const plugins: JupyterFrontEndPlugin<void>[] = [cells, languageServer];

export default plugins;
