import { build } from "esbuild";

const common = { bundle: true, platform: "node", target: "node20", sourcemap: false, logLevel: "warning" };

await build({ ...common, entryPoints: ["src/extension.ts"], outfile: "dist/extension.js", format: "cjs", external: ["vscode"], minify: true });
// What needs no workbench is tested without one.
await build({ ...common, entryPoints: ["src/arguments.ts", "src/lines.ts", "src/graph.ts", "src/result.ts"], outdir: "dist/test", format: "esm", outExtension: { ".js": ".mjs" } });
