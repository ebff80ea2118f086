// The bar at the top: gallery, share, download, settings.

import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

import { examples, type Example } from "../gallery";
import { download, zipped } from "../project";
import { LONGEST_LINK, pack } from "../share";
import { active, binaries, documents, isDark, open, set, settings, tell, type Theme } from "../state";

const EXTENSION = "hotforge.hotforge";

const packed = () => pack({ files: new Map(documents.peek()), active: active.peek() });

async function share(): Promise<void> {
  const fragment = packed();
  if (fragment.length > LONGEST_LINK) {
    return tell("These files are too long for a link: download the project instead.");
  }
  history.replaceState(null, "", `#${fragment}`);
  try {
    await navigator.clipboard.writeText(location.href);
    tell("The link is copied. The files are in the link itself: no server has them.");
  } catch {
    tell("The link is in the address bar. The files are in the link itself: no server has them.");
  }
}

function save(): void {
  const first = active.peek();
  download(`${first.replace(/\.py$/, "").replace(/.*\//, "")}.zip`, zipped(documents.peek(), binaries.peek(), first), "application/zip");
}

/** A dialog that the platform closes and keeps the focus in. */
function Dialog({ label, title, icon, children }: { label: string; title: string; icon: ComponentChildren; children: (close: () => void) => ComponentChildren }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const close = () => dialog.current?.close();
  return (
    <>
      <button class="bar-button" onClick={() => dialog.current?.showModal()} aria-haspopup="dialog" title={title}>
        {icon}
        <span class="wide">{label}</span>
        <span class="sr narrow">{label}</span>
      </button>
      <dialog ref={dialog} aria-label={title} onClick={(event) => event.target === dialog.current && close()}>
        <header>
          <h2>{title}</h2>
          <button class="icon" aria-label="Close" onClick={close}>×</button>
        </header>
        {children(close)}
      </dialog>
    </>
  );
}

const GROUPS: Example["group"][] = ["Language", "Text", "Arrays and images", "Models", "Diagnostics"];

function Gallery({ close }: { close: () => void }) {
  const choose = (example: Example) => {
    open(example.files, undefined, example.models);
    history.replaceState(null, "", `#example/${example.id}`);
    close();
  };
  return (
    <div class="gallery" tabIndex={0} role="region" aria-label="Examples">
      {GROUPS.map((group) => (
        <section key={group}>
          <h3>{group}</h3>
          <div class={group === "Diagnostics" ? "cards small" : "cards"}>
            {examples
              .filter((example) => example.group === group)
              .map((example) => (
                <button key={example.id} class="card" onClick={() => choose(example)}>
                  <b>{example.title}</b>
                  <span>{example.text}</span>
                </button>
              ))}
          </div>
        </section>
      ))}
    </div>
  );
}

function Settings() {
  const now = settings.value;
  const themes: [Theme, string][] = [
    ["system", "As the system"],
    ["light", "Light"],
    ["dark", "Dark"],
  ];
  const toggle = (name: "hints" | "vim" | "wrap", label: string, about: string) => (
    <label class="setting">
      <input type="checkbox" role="switch" checked={now[name]} onChange={(event) => set(name, event.currentTarget.checked)} />
      <span>
        <b>{label}</b>
        <small>{about}</small>
      </span>
    </label>
  );
  return (
    <div class="settings">
      <fieldset>
        <legend>Colours</legend>
        <div class="segments">
          {themes.map(([theme, label]) => (
            <label key={theme}>
              <input type="radio" name="theme" class="sr" checked={now.theme === theme} onChange={() => set("theme", theme)} />
              <span>{label}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {toggle("hints", "Hints", "Types and shapes between the words.")}
      {toggle("vim", "Vim keys", "Esc, h, j, k, l and the rest.")}
      {toggle("wrap", "Wrap lines", "Long lines go on below.")}
      <label class="setting">
        <input
          type="number"
          min="10"
          max="24"
          value={now.fontSize}
          onChange={(event) => set("fontSize", Math.min(24, Math.max(10, Number(event.currentTarget.value) || 14)))}
        />
        <span>
          <b>Size of letters</b>
          <small>In the editor, in pixels.</small>
        </span>
      </label>
    </div>
  );
}

const icon = (path: string) => (
  <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
    <path d={path} fill="none" stroke="currentColor" stroke-width="1.400" stroke-linecap="round" stroke-linejoin="round" />
  </svg>
);

export function Bar({ status }: { status: ComponentChildren }) {
  // A link is of the files as they are when it is followed.
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    const anchor = link.current;
    const fill = () => anchor && (anchor.href = `vscode://${EXTENSION}/open?${packed()}`);
    fill();
    const events = ["pointerenter", "focus", "pointerdown"];
    events.forEach((name) => anchor?.addEventListener(name, fill));
    return () => events.forEach((name) => anchor?.removeEventListener(name, fill));
  }, []);
  return (
    <header class="bar">
      <a class="brand" href="./" aria-label="Hotforge Playground">
        <img src="./icon.svg" alt="" width="28" height="28" />
        <h1>
          Hotforge <span>Playground</span>
        </h1>
      </a>
      <Dialog label="Examples" title="Examples" icon={icon("M2 3h5v4H2zM9 3h5v4H9zM2 9h5v4H2zM9 9h5v4H9z")}>
        {(close) => <Gallery close={close} />}
      </Dialog>
      <span class="grow" />
      {status}
      <button class="bar-button" onClick={() => void share()} title="Copy a link to these files">
        {icon("M6.500 9.500l3-3M7 4.500l1.500-1.500a2.800 2.800 0 0 1 4 4L11 8.500M9 11.500L7.500 13a2.800 2.800 0 0 1-4-4L5 7.500")}
        <span class="wide">Share</span>
        <span class="sr narrow">Share</span>
      </button>
      <button class="bar-button" onClick={save} title="Download project: the files, and how to compile them">
        {icon("M8 2v8M5 7.500L8 10.500l3-3M2.500 13h11")}
        <span class="wide">Download</span>
        <span class="sr narrow">Download</span>
      </button>
      <a class="bar-button desktop" ref={link} href={`vscode://${EXTENSION}/open`} title="Open these files in VS Code, with the extension">
        {icon("M11 2l3 1.500v9L11 14 5 8zM11 2L2.500 10M11 14L2.500 6")}
        <span class="wide">VS Code</span>
        <span class="sr narrow">Open in VS Code</span>
      </a>
      <button
        class="bar-button"
        aria-label={isDark.value ? "Light colours" : "Dark colours"}
        title="Light or dark"
        onClick={() => set("theme", isDark.peek() ? "light" : "dark")}
      >
        {isDark.value
          ? icon("M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6M8 1.500v1M8 13.500v1M1.500 8h1M13.500 8h1M3.400 3.400l.7.7M11.900 11.900l.7.7M3.400 12.600l.7-.7M11.900 4.100l.7-.7")
          : icon("M13 9.500A5.500 5.500 0 1 1 6.500 3 4.500 4.500 0 0 0 13 9.500z")}
      </button>
      <Dialog label="Settings" title="Settings" icon={icon("M2 5h7M13 5h1M2 11h1M7 11h7M11 3.500v3M5 9.500v3")}>
        {() => <Settings />}
      </Dialog>
    </header>
  );
}
