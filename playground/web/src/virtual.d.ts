declare module "virtual:pages" {
  /** The page of a diagnostic. */
  interface Page {
    code: string;
    title: string;
    /** The page without its title, as HTML; code blocks of Python are `<pre data-example>`. */
    html: string;
    /** Its first failing example. */
    fails: string | null;
  }
  const pages: Page[];
  export default pages;
}

declare module "monaco-vim" {
  export function initVimMode(editor: unknown, status: HTMLElement): { dispose(): void };
}

declare module "monaco-editor/editor/contrib/gotoSymbol/browser/goToCommands";
declare module "monaco-editor/editor/contrib/semanticTokens/browser/documentSemanticTokens";
declare module "monaco-editor/editor/contrib/suggest/browser/suggestController";

// What `cargo xtask playground` makes, for checks without it.
declare module "*/hotforge_playground.js" {
  export class Playground {
    write(path: string, text: string): void;
    writeBytes(path: string, bytes: Uint8Array): void;
    remove(path: string): void;
    ask(request: string): string;
  }
  export default function init(): Promise<unknown>;
}
