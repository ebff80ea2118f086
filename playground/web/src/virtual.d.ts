declare module "virtual:pages" {
  /** Text as HTML, or an example, which says whether it is one that fails. */
  export type Part = { html: string; example?: never } | { example: string; fails: boolean };

  /** The page of a diagnostic. */
  export interface Page {
    code: string;
    title: string;
    /** The page without its title. */
    parts: Part[];
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
