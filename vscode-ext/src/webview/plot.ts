/** Reads line plots: the number below the pointer, or where the arrow keys have led. */

interface Plot {
  points?: (number | null)[];
  lows?: (number | null)[];
  highs?: (number | null)[];
  length?: number;
  /** The ends of the axis, in the units of the drawing, and the width of the drawing. */
  left: number;
  right: number;
  width: number;
}

export function readPlots(root: ParentNode): void {
  for (const figure of root.querySelectorAll<HTMLElement>("figure.plot")) {
    const plot = JSON.parse(figure.dataset.plot ?? "") as Plot;
    const drawing = figure.querySelector("svg");
    const pointer = figure.querySelector<SVGLineElement>(".pointer");
    const reading = figure.querySelector("output");
    const count = (plot.points ?? plot.lows ?? []).length;
    if (!drawing || !pointer || !reading || count === 0) {
      continue;
    }
    let index = 0;
    const show = () => {
      const x = plot.left + (count > 1 ? index / (count - 1) : 0.5) * (plot.right - plot.left);
      pointer.removeAttribute("hidden");
      pointer.setAttribute("x1", String(x));
      pointer.setAttribute("x2", String(x));
      reading.textContent = told(plot, index, count);
    };
    drawing.addEventListener("pointermove", (event) => {
      const x = (event.offsetX / drawing.clientWidth) * plot.width;
      const share = (x - plot.left) / (plot.right - plot.left);
      index = Math.max(0, Math.min(count - 1, Math.round(share * (count - 1))));
      show();
    });
    figure.addEventListener("focus", show);
    figure.addEventListener("keydown", (event) => {
      const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
      if (by !== 0) {
        event.preventDefault();
        index = Math.max(0, Math.min(count - 1, index + by));
        show();
      }
    });
  }
}

function told(plot: Plot, index: number, count: number): string {
  if (plot.points) {
    return `[${index}]  ${plot.points[index] ?? "not finite"}`;
  }
  const length = plot.length ?? count;
  const [first, last] = [Math.floor((index * length) / count), Math.ceil(((index + 1) * length) / count) - 1];
  return `[${first}…${last}]  ${plot.lows?.[index] ?? "not finite"} to ${plot.highs?.[index] ?? "not finite"}`;
}
