/** The page of a run: how both forms of the predictor compare, and what they gave. */

import { type Html, html } from "../panel/html";
import type { Agreement, Measured, Trial } from "./description";
import { counted, duration, ratio } from "./numbers";
import { block, inline, raised } from "./value";
import type { Description } from "./description";

/** A run to show. */
export interface Run {
  predictor: string;
  /** As JSON, by name; those that were left to their defaults are not there. */
  arguments: Record<string, unknown>;
  trial: Trial;
  /** How long each stage of the compile took, in milliseconds; nothing where it was unchanged. */
  times?: Record<string, number>;
}

/** The body of the page. */
export function result(run: Run): Html {
  const { native, python } = run.trial;
  return html`<header>
<h1><code>${call(run)}</code></h1>
<div class="actions"><button class="action" data-action="again">Run again</button><button class="action secondary" data-action="change">Change arguments…</button></div>
</header>
<section class="measure" aria-label="Time">${timing(native, python)}${verdict(native, python)}</section>
${outcomes(native, python)}
${printed("The library printed", native)}
${python && differsInPrint(native, python) && printed("Python printed", python)}
${run.times && stages(run.times)}`;
}

function call(run: Run): string {
  const given = Object.entries(run.arguments).map(([name, value]) => `${name}=${clipped(JSON.stringify(value), 60)}`);
  return `${run.predictor}(${given.join(", ")})`;
}

function clipped(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/** Two bars on one scale, and how many times faster the library is. */
function timing(native: Measured, python: Measured | undefined): Html {
  const forms = [
    { name: "Native", measured: native },
    { name: "Python", measured: python },
  ];
  const times = forms.map(({ measured }) => (measured?.error === undefined ? measured?.milliseconds : undefined));
  const longest = Math.max(...times.map((time) => time?.typical ?? 0));
  const rows = forms.map(({ name }, index) => {
    const time = times[index];
    if (time === undefined) {
      return html`<tr><th scope="row">${name}</th><td></td><td class="none">not measured</td></tr>`;
    }
    const width = longest > 0 ? Math.max(1, (time.typical / longest) * BAR) : 1;
    const how = [
      time.calls > 1 ? `median of ${counted(time.calls, "call")}` : "one call",
      time.calls > 1 && `first ${duration(time.first)}`,
      time.from_python !== undefined && `from Python ${duration(time.from_python)}`,
    ];
    return html`<tr><th scope="row">${name}</th><td><svg class="bar ${name.toLowerCase()}" width="${BAR}" height="12" aria-hidden="true"><rect width="${width}" height="12" rx="2"/></svg></td><td><strong>${duration(time.typical)}</strong></td></tr>
<tr><td></td><td class="how" colspan="2">${how.filter((words) => words !== false).join(" · ")}</td></tr>`;
  });
  const [fast, slow] = times;
  const factor = fast && slow && fast.typical > 0 ? slow.typical / fast.typical : undefined;
  const sentence = factor !== undefined && (factor >= 1 ? html`<p class="factor"><strong>${ratio(factor)}</strong> faster than Python</p>` : html`<p class="factor"><strong>${ratio(1 / factor)}</strong> slower than Python</p>`);
  return html`<table class="times"><tbody>${rows}</tbody></table>${sentence}`;
}

const BAR = 180;

function verdict(native: Measured, python: Measured | undefined): Html {
  if (native.error !== undefined || python === undefined) {
    return html``;
  }
  if (python.error !== undefined) {
    return html`<p class="verdict unknown">Not compared: ${python.error}</p>`;
  }
  return agreement(python.agreement, native.outcome.kind === "raised" ? "raises" : "gives");
}

function agreement(agreement: Agreement | undefined, does: string): Html {
  switch (agreement?.verdict) {
    case "equal":
      return html`<p class="verdict equal">✓ Python ${does} the same</p>`;
    case "close":
      return html`<p class="verdict equal">≈ Python ${does} the same: ${agreement.detail}</p>`;
    case "different":
      return html`<p class="verdict different">✗ Python gives something else: ${agreement.detail}</p>`;
    default:
      return html``;
  }
}

/** What was returned or raised; both where they are not the same. */
function outcomes(native: Measured, python: Measured | undefined): Html {
  const differs = python?.error === undefined && python?.agreement?.verdict === "different";
  if (native.error !== undefined) {
    return html`<section><h2>Not run</h2><p class="verdict different">${native.error}</p></section>`;
  }
  return html`<section class="outcome"><h2>${differs ? `Native ${verb(native.outcome)}` : title(native.outcome)}</h2>${block(native.outcome)}</section>
${differs && python.error === undefined && html`<section><h2>Python ${verb(python.outcome)}</h2>${block(python.outcome)}</section>`}
${python?.error !== undefined && python.outcome && html`<section><h2>The module raises</h2>${raised(python.outcome)}</section>`}`;
}

function verb(outcome: Description): string {
  return outcome.kind === "raised" ? "raises" : "returns";
}

function title(outcome: Description): string {
  return outcome.kind === "raised" ? "Raised" : "Result";
}

function differsInPrint(native: Measured, python: Measured): boolean {
  return native.error === undefined && python.error === undefined && native.printed !== python.printed;
}

function printed(title: string, measured: Measured): Html {
  return html`${measured.error === undefined && measured.printed !== "" && html`<section><h2>${title}</h2><pre class="text">${measured.printed}</pre></section>`}`;
}

function stages(times: Record<string, number>): Html {
  const shown = Object.entries(times).map(([name, time]) => html`<span>${name} ${duration(time)}</span>`);
  return html`<footer><p class="facts"><span>Compiled</span>${shown}</p></footer>`;
}

/** The result in one line, for a notification. */
export function headline(run: Run): string {
  const { native } = run.trial;
  return native.error ?? `${native.outcome.kind === "raised" ? "raised" : "returned"} ${clipped(inline(native.outcome), 80)}`;
}
