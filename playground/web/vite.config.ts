import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { Marked, type Token, type Tokens } from "marked";
import type { Page, Part } from "virtual:pages";
import { defineConfig, type Plugin } from "vite";

const DOCS = fileURLToPath(new URL("../../docs/diagnostics/", import.meta.url));

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** The pages of the diagnostics, read once and for all. */
function pages(): Plugin {
  const id = "virtual:pages";
  const marked = new Marked({
    renderer: {
      code: ({ text }) => `<pre><code>${escaped(text)}</code></pre>`,
      link({ href, tokens }) {
        const code = /(HF\d+)\.md/.exec(href)?.[1];
        const text = this.parser.parseInline(tokens);
        return code ? `<a href="#docs/${code}">${text}</a>` : `<a href="${escaped(href)}" rel="noreferrer">${text}</a>`;
      },
    },
  });
  const isExample = (token: Token): token is Tokens.Code => token.type === "code" && /^python\b/.test(String(token["lang"]));
  /** Text as HTML, and the examples between. */
  const parts = (text: string): Part[] => {
    const found: Part[] = [];
    let between: Token[] = [];
    const close = () => {
      if (between.length > 0) found.push({ html: marked.parser(between) });
      between = [];
    };
    for (const token of marked.lexer(text)) {
      if (!isExample(token)) {
        between.push(token);
        continue;
      }
      close();
      found.push({ example: `${token.text}\n`, fails: /\bfails\b/.test(token.lang ?? "") });
    }
    close();
    return found;
  };
  const read = (name: string): Page => {
    const [first = "", ...rest] = readFileSync(DOCS + name, "utf8").split("\n");
    const title = first.replace(/^# HF\d+: /, "");
    return { code: name.replace(".md", ""), title, parts: parts(rest.join("\n")) };
  };
  return {
    name: "hotforge-pages",
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load(loaded) {
      if (loaded !== `\0${id}`) return undefined;
      const names = readdirSync(DOCS).filter((name) => /^HF\d+\.md$/.test(name)).sort();
      return `export default ${JSON.stringify(names.map(read))};`;
    },
  };
}

/** A service worker that keeps all files of this build, so that the page works offline after the first load. */
function offline(): Plugin {
  return {
    name: "hotforge-offline",
    apply: "build",
    enforce: "post",
    generateBundle(_options, bundle) {
      // The modules of the workers are files of a build of their own, and are kept when they are first loaded.
      const files = Object.keys(bundle).filter((name) => !name.endsWith(".map"));
      const hash = createHash("sha256").update(files.sort().join("\n"));
      Object.values(bundle).forEach((file) => hash.update("code" in file ? file.code : file.source));
      const source = readFileSync(fileURLToPath(new URL("src/site/service-worker.js", import.meta.url)), "utf8");
      const list = JSON.stringify(["./", "./icon.svg", "./site.webmanifest", ...files.filter((name) => name !== "index.html").map((name) => `./${name}`)]);
      this.emitFile({
        type: "asset",
        fileName: "service-worker.js",
        source: source.replace("__VERSION__", hash.digest("hex").slice(0, 16)).replace("__FILES__", list),
      });
    },
  };
}

export default defineConfig({
  // Any host serves the folder under any path.
  base: "./",
  plugins: [pages(), offline()],
  resolve: {
    // The vim mode names files as they were called before.
    alias: [{ find: /^monaco-editor\/esm\/vs\/(.*)$/, replacement: "monaco-editor/$1" }],
  },
  // The models of examples are data in the page.
  assetsInclude: ["**/*.onnx"],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  worker: { format: "es" },
  build: { target: "es2023", chunkSizeWarningLimit: 5_000, assetsInlineLimit: 0 },
  server: { fs: { allow: ["../.."] } },
});
