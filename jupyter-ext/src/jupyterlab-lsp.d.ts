/** The part of jupyterlab-lsp that is used: it need not be installed. */
declare module "@jupyter-lsp/jupyterlab-lsp" {
  import type { Token } from "@lumino/coreutils";

  export const ILSPCodeOverridesManager: Token<unknown>;
}
