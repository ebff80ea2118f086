"""Work on lists: sorting, dynamic programming, matrices."""

from hotforge import compile


@compile()
def primes(limit: int) -> list[int]:
    """The sieve of Eratosthenes."""
    is_prime = [True] * (limit + 1)
    is_prime[0] = is_prime[1] = False
    for number in range(2, int(limit**0.5) + 1):
        if is_prime[number]:
            for multiple in range(number * number, limit + 1, number):
                is_prime[multiple] = False
    return [number for number, flag in enumerate(is_prime) if flag]


@compile()
def quicksort(numbers: list[int]) -> list[int]:
    """Hoare's sort, in place, of a copy."""
    items = list(numbers)
    _sort(items, 0, len(items) - 1)
    return items


def _sort(items: list[int], low: int, high: int) -> None:
    while low < high:
        pivot = items[(low + high) // 2]
        left, right = low, high
        while left <= right:
            while items[left] < pivot:
                left += 1
            while items[right] > pivot:
                right -= 1
            if left <= right:
                items[left], items[right] = items[right], items[left]
                left += 1
                right -= 1
        if right - low < high - left:
            _sort(items, low, right)
            low = left
        else:
            _sort(items, left, high)
            high = right


@compile()
def matrix_product(first: list[list[float]], second: list[list[float]]) -> list[list[float]]:
    """The product of two matrices, by its definition."""
    columns = [[row[place] for row in second] for place in range(len(second[0]))]
    result: list[list[float]] = []
    for row in first:
        line: list[float] = []
        for column in columns:
            total = 0.0
            for left, right in zip(row, column):
                total += left * right
            line.append(total)
        result.append(line)
    return result


@compile()
def knapsack(weights: list[int], values: list[int], capacity: int) -> int:
    """The most value that fits."""
    best = [0] * (capacity + 1)
    for weight, value in zip(weights, values):
        for room in range(capacity, weight - 1, -1):
            candidate = best[room - weight] + value
            if candidate > best[room]:
                best[room] = candidate
    return best[capacity]


@compile()
def merged(intervals: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Intervals that touch, made one."""
    result: list[tuple[int, int]] = []
    for start, end in sorted(intervals):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result


SIZE = 60
ARGUMENTS = {
    "primes": (200_000,),
    "quicksort": ([number * 7919 % 100_003 for number in range(20_000)],),
    "matrix_product": (
        [[float(row * column % 7) for column in range(SIZE)] for row in range(SIZE)],
        [[float((row + column) % 5) for column in range(SIZE)] for row in range(SIZE)],
    ),
    "knapsack": ([3 + n * 7 % 23 for n in range(60)], [10 + n * 13 % 41 for n in range(60)], 2_000),
    "merged": ([(n * 7919 % 100_003, n * 7919 % 100_003 + n % 11) for n in range(20_000)],),
}
