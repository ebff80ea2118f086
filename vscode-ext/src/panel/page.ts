/** The frame of every page of the extension: a strict policy, one style sheet, one script. */

import { randomBytes } from "node:crypto";
import { type Html, html } from "./html";

/** Where a page may load from, and the addresses of its style sheet and script. */
export interface Sources {
  cspSource: string;
  style: string;
  script: string;
}

/** A whole page. Nothing but the script with the page's own nonce runs, and nothing is loaded from elsewhere. */
export function page(title: string, body: Html, sources: Sources, nonce = randomBytes(18).toString("base64")): string {
  const policy = `default-src 'none'; img-src data:; style-src ${sources.cspSource}; script-src 'nonce-${nonce}'`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${sources.style}">
<title>${title}</title>
</head>
<body>
${body}
<script nonce="${nonce}" src="${sources.script}"></script>
</body>
</html>`.text;
}
