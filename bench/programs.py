"""Files of any length, as those that people edit: what the language server and the playground are measured on."""

BLOCK = '''\
@compile()
def tally_{n}(lines: list[str], limit: int = 10) -> dict[str, int]:
    """Counts words and keeps those that are seen often enough."""
    counts: dict[str, int] = {{}}
    for line in lines:
        for word in line.lower().split():
            counts[word] = counts.get(word, 0) + 1
    kept = {{word: count for word, count in counts.items() if count >= limit}}
    order = sorted(kept, key=lambda word: -kept[word])
    return {{word: kept[word] for word in order}}


def spread_{n}(values: list[float]) -> tuple[float, float]:
    mean = sum(values) / max(len(values), 1)
    total = 0.0
    for value in values:
        total += (value - mean) ** 2
    return mean, math.sqrt(total / max(len(values) - 1, 1))


@compile()
def summary_{n}(values: list[float], name: str = "x") -> str:
    mean, deviation = spread_{n}(values)
    return f"{{name}}: {{mean:.3f}} ± {{deviation:.3f}}"


'''


def source(lines: int) -> str:
    """A file of about so many lines."""
    blocks = max(1, round(lines / BLOCK.count("\n")))
    return "import math\n\nfrom hotforge import compile\n\n\n" + "".join(BLOCK.format(n=n) for n in range(blocks))


def source_of_one(lines: int) -> str:
    """A file of about so many lines in which one predictor calls all the rest: an edit concerns it whole."""
    blocks = max(1, round(lines / BLOCK.count("\n")))
    helpers = "".join(BLOCK.format(n=n).replace("@compile()\n", "") for n in range(blocks))
    calls = "".join(f"    found.append(summary_{n}(values))\n    tally_{n}(found)\n" for n in range(blocks))
    whole = f"@compile()\ndef whole(values: list[float]) -> list[str]:\n    found: list[str] = []\n{calls}    return found\n"
    return "import math\n\nfrom hotforge import compile\n\n\n" + helpers + whole
