/** Numbers as people read them. */

/** Six digits are enough to see, and short enough to stand beside others. */
export function figure(number: number | null): string {
  if (number === null) {
    return "nan";
  }
  return Number.isInteger(number) && Math.abs(number) < 1e9 ? String(number) : String(Number(number.toPrecision(6)));
}

/** A duration given in milliseconds, in the unit that suits it. */
export function duration(milliseconds: number): string {
  if (milliseconds < 1) {
    return `${digits(milliseconds * 1000)} µs`;
  }
  return milliseconds < 1000 ? `${digits(milliseconds)} ms` : `${digits(milliseconds / 1000)} s`;
}

/** How many times the one goes into the other: 12×, 1.4×, 0.82×. */
export function ratio(number: number): string {
  return `${digits(number)}×`;
}

function digits(number: number): string {
  return number >= 100 ? number.toFixed(0) : String(Number(number.toPrecision(number >= 10 ? 3 : 2)));
}

/** `1 item`, `2 items`. */
export function counted(count: number, word: string): string {
  return `${count.toLocaleString("en")} ${count === 1 ? word : `${word}s`}`;
}
