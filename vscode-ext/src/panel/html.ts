/** HTML as a value of its own, so that text can never be taken for it. */

export class Html {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

export type Part = Html | string | number | undefined | null | false | readonly Part[];

/** A template whose parts are escaped unless they are HTML themselves. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(strings.reduce((text, string, index) => text + shown(parts[index - 1]) + string));
}

function shown(part: Part): string {
  if (part instanceof Html) {
    return part.text;
  }
  if (part === undefined || part === null || part === false) {
    return "";
  }
  if (typeof part === "object") {
    return part.map(shown).join("");
  }
  return escaped(String(part));
}

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
