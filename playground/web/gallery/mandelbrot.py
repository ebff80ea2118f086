"""Plain loops over numbers: what Python is slow at and native code is not."""

from hotforge import compile


@compile()
def mandelbrot(width: int = 72, height: int = 40, limit: int = 60) -> list[list[int]]:
    """How many steps each point of the plane stays small."""
    rows: list[list[int]] = []
    for row in range(height):
        line: list[int] = []
        for column in range(width):
            x0 = column / width * 3.2 - 2.3
            y0 = row / height * 2.4 - 1.2
            x = y = 0.0
            steps = 0
            while x * x + y * y <= 4 and steps < limit:
                x, y = x * x - y * y + x0, 2 * x * y + y0
                steps += 1
            line.append(steps)
        rows.append(line)
    return rows
