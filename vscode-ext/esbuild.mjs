import { copyFileSync, mkdirSync } from "node:fs";
import { build } from "esbuild";

const common = { bundle: true, logLevel: "warning" };
const node = { ...common, platform: "node", target: "node20" };

await build({ ...node, entryPoints: ["src/extension.ts"], outfile: "dist/extension.js", format: "cjs", external: ["vscode"], minify: true });
// What runs in pages, and their style.
await build({ ...common, entryPoints: { webview: "src/webview/main.ts" }, outdir: "dist", format: "iife", target: "chrome120", minify: true });
await build({ ...common, entryPoints: { webview: "src/webview/style.css" }, outdir: "dist" });
// What needs no workbench is tested without one.
const parts = ["arguments", "predictors", "graph/draw", "panel/html", "panel/page", "results/heatmap", "results/numbers", "results/plot", "results/result", "results/value", "rust/echoes", "rust/lines", "server/crashes", "server/locate", "shared", "webview/grid", "webview/plot"];
await build({ ...node, entryPoints: parts.map((part) => `src/${part}.ts`), outdir: "dist/test", format: "esm", splitting: true, outExtension: { ".js": ".mjs" } });

// The pictures of the walkthrough come along.
mkdirSync("dist/images", { recursive: true });
for (const name of ["problem", "ready", "run", "rust"]) {
  copyFileSync(`../docs/images/vscode-${name}.png`, `dist/images/vscode-${name}.png`);
}
