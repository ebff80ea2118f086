"""Matrices and distances."""

import numpy as np
from hotforge import compile

Vector = np.ndarray[tuple[int], np.dtype[np.float64]]
Matrix = np.ndarray[tuple[int, int], np.dtype[np.float64]]
Indices = np.ndarray[tuple[int], np.dtype[np.int64]]


@compile()
def k_means(points: Matrix, centres: Matrix, steps: int) -> Matrix:
    """The centres after so many steps."""
    found = centres.copy()
    for _ in range(steps):
        labels = np.zeros(points.shape[0], dtype=np.int64)
        for p in range(points.shape[0]):
            best = np.inf
            for c in range(found.shape[0]):
                distance = 0.0
                for k in range(points.shape[1]):
                    difference = points[p, k] - found[c, k]
                    distance += difference * difference
                if distance < best:
                    best = distance
                    labels[p] = c
        for c in range(found.shape[0]):
            total = np.zeros(points.shape[1])
            count = 0
            for p in range(points.shape[0]):
                if labels[p] == c:
                    total += points[p]
                    count += 1
            if count > 0:
                found[c] = total / count
    return found


@compile()
def pairwise_distances(a: Matrix, b: Matrix) -> Matrix:
    """Of each row of one to each of the other."""
    squares = np.sum(a * a, axis=1).reshape(-1, 1) + np.sum(b * b, axis=1) - 2.0 * (a @ b.T)
    return np.sqrt(np.maximum(squares, 0.0))


@compile()
def cosine_top(query: Vector, vectors: Matrix, count: int) -> Indices:
    """The rows that point most in the direction of the query."""
    lengths = np.sqrt(np.sum(vectors * vectors, axis=1))
    scores = vectors @ query / (lengths * np.sqrt(np.sum(query * query)))
    return np.argsort(-scores)[:count]


@compile()
def mean_pooling(tokens: np.ndarray[tuple[int, int, int], np.dtype[np.float64]], mask: Matrix) -> Matrix:
    """The mean of the tokens that count, of each text."""
    weights = mask.reshape(mask.shape[0], mask.shape[1], 1)
    total = np.sum(tokens * weights, axis=1)
    return total / np.sum(mask, axis=1).reshape(-1, 1)


@compile()
def sparse_product(rows: Indices, columns: Indices, values: Vector, x: Vector) -> Vector:
    """A sparse matrix, by rows, and a vector."""
    result = np.zeros(rows.shape[0] - 1)
    for row in range(rows.shape[0] - 1):
        total = 0.0
        for place in range(rows[row], rows[row + 1]):
            total += values[place] * x[columns[place]]
        result[row] = total
    return result


@compile()
def n_body(positions: Matrix, velocities: Matrix, masses: Vector, steps: int) -> Matrix:
    """Where bodies are after they have drawn each other for a while."""
    p = positions.copy()
    v = velocities.copy()
    count = p.shape[0]
    for _ in range(steps):
        for i in range(count):
            x = y = z = 0.0
            for j in range(count):
                dx = p[j, 0] - p[i, 0]
                dy = p[j, 1] - p[i, 1]
                dz = p[j, 2] - p[i, 2]
                square = dx * dx + dy * dy + dz * dz + 0.01
                pull = masses[j] / (square * np.sqrt(square))
                x += dx * pull
                y += dy * pull
                z += dz * pull
            v[i, 0] += 0.01 * x
            v[i, 1] += 0.01 * y
            v[i, 2] += 0.01 * z
        p += 0.01 * v
    return p


@compile()
def power_iteration(matrix: Matrix, steps: int) -> float:
    """The largest eigenvalue."""
    x = np.ones(matrix.shape[0])
    for _ in range(steps):
        y = matrix @ x
        x = y / np.sqrt(np.sum(y * y))
    return float(np.sum(x * (matrix @ x)))


_random = np.random.default_rng(9)
_vectors = _random.standard_normal((2000, 384))
_square = _random.standard_normal((300, 300))
_entries = _random.integers(0, 30, 3000)
_rows = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(_entries)])

ARGUMENTS = {
    "k_means": (_random.standard_normal((1000, 8)), _random.standard_normal((10, 8)), 10),
    "pairwise_distances": (_vectors[:300], _vectors[300:700]),
    "cosine_top": (_vectors[0], _vectors, 10),
    "mean_pooling": (_random.standard_normal((16, 64, 384)), np.ones((16, 64))),
    "sparse_product": (_rows, _random.integers(0, 3000, _rows[-1]), _random.standard_normal(_rows[-1]), _random.standard_normal(3000)),
    "n_body": (_random.standard_normal((64, 3)), _random.standard_normal((64, 3)), np.ones(64), 20),
    "power_iteration": (_square @ _square.T, 50),
}

_vectors = _random.standard_normal((4000, 384))
_square = _random.standard_normal((2000, 2000))

LARGE = {
    "pairwise_distances": (_vectors[:2000], _vectors[2000:]),
    "cosine_top": (_vectors[0], _random.standard_normal((50_000, 384)), 10),
    "mean_pooling": (_random.standard_normal((128, 256, 384)), np.ones((128, 256))),
    "power_iteration": (_square + _square.T, 20),
}
