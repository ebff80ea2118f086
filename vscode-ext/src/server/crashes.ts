/** How often the server may end by itself. */

export const MOST_CRASHES = 5;
/** Crashes longer ago than this are forgotten, in milliseconds. */
const MEMORY = 5 * 60_000;

export class Crashes {
  private times: number[] = [];

  /** Notes a crash; whether the server is to be started again. */
  note(now: number): boolean {
    this.times = [...this.times.filter((time) => now - time < MEMORY), now];
    return this.times.length < MOST_CRASHES;
  }

  forget(): void {
    this.times = [];
  }
}
