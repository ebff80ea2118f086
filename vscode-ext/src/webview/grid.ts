/** Reads heat maps: the number below the pointer, or where the arrow keys have led. */

interface Grid {
  rows: (number | null)[][];
  step: [number, number];
  index: number[];
}

export function readGrids(root: ParentNode): void {
  for (const figure of root.querySelectorAll<HTMLElement>("figure.grid")) {
    const grid = JSON.parse(figure.dataset.grid ?? "") as Grid;
    const picture = figure.querySelector("img");
    const cursor = figure.querySelector<HTMLElement>(".cursor");
    const reading = figure.querySelector("output");
    if (!picture || !cursor || !reading) {
      continue;
    }
    const [height, width] = [grid.rows.length, grid.rows[0]?.length ?? 0];
    let [row, column] = [0, 0];
    const show = () => {
      const box = [picture.clientWidth / width, picture.clientHeight / height] as const;
      cursor.hidden = false;
      cursor.style.left = `${column * box[0]}px`;
      cursor.style.top = `${row * box[1]}px`;
      cursor.style.width = `${box[0]}px`;
      cursor.style.height = `${box[1]}px`;
      const place = [...grid.index, row * grid.step[0], column * grid.step[1]];
      reading.textContent = `[${place.join(", ")}]  ${grid.rows[row]?.[column] ?? "not finite"}`;
    };
    picture.addEventListener("pointermove", (event) => {
      row = clamp(Math.floor((event.offsetY / picture.clientHeight) * height), height);
      column = clamp(Math.floor((event.offsetX / picture.clientWidth) * width), width);
      show();
    });
    figure.addEventListener("focus", show);
    figure.addEventListener("keydown", (event) => {
      const [down, right] = MOVES[event.key] ?? [0, 0];
      if (down !== 0 || right !== 0) {
        event.preventDefault();
        row = clamp(row + down, height);
        column = clamp(column + right, width);
        show();
      }
    });
  }
}

const MOVES: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(length - 1, index));
}
