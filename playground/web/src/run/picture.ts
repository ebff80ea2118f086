// Pictures: one to begin with where a predictor takes one, and which bytes are one.

/** The beginnings of base64 of files that browsers show. */
const BEGINNINGS: [string, string][] = [
  ["iVBORw0KGgo", "image/png"],
  ["/9j/", "image/jpeg"],
  ["R0lGOD", "image/gif"],
  ["UklGR", "image/webp"],
  ["Qk", "image/bmp"],
];

/** The type of an image in base64; `undefined` where it is none that a browser shows. */
export const imageType = (encoded: string) => BEGINNINGS.find(([beginning]) => encoded.startsWith(beginning))?.[1];

let drawn: string | undefined;

/** A small PNG in base64: an evening sky with a sun. */
export function samplePicture(): string {
  if (drawn !== undefined) return drawn;
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [120, 90];
  const context = canvas.getContext("2d");
  if (!context) return "";
  const sky = context.createLinearGradient(0, 0, 0, 90);
  sky.addColorStop(0, "#2b3a67");
  sky.addColorStop(0.6, "#e8590c");
  sky.addColorStop(1, "#ffd8a8");
  context.fillStyle = sky;
  context.fillRect(0, 0, 120, 90);
  context.fillStyle = "#fff3bf";
  context.beginPath();
  context.arc(78, 56, 14, 0, 2 * Math.PI);
  context.fill();
  context.fillStyle = "#1b1410";
  context.fillRect(0, 72, 120, 18);
  const address = canvas.toDataURL("image/png");
  drawn = address.slice(address.indexOf(",") + 1);
  return drawn;
}
