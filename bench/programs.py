"""Files of any length, as those that people edit: what the language server and the playground are measured on."""

from pathlib import Path

#: Two predictors and a helper, with `N` in the place of a number; the benchmarks of the analyzer have them too.
BLOCK = Path(__file__).with_name("block.py").read_text(encoding="utf-8") + "\n\n"


def numbered(number: int) -> str:
    """One block of a file."""
    return BLOCK.replace("_N", f"_{number}")


def source(lines: int) -> str:
    """A file of about so many lines."""
    blocks = max(1, round(lines / BLOCK.count("\n")))
    return "import math\n\nfrom hotforge import compile\n\n\n" + "".join(numbered(n) for n in range(blocks))


def source_of_one(lines: int) -> str:
    """A file of about so many lines in which one predictor calls all the rest: an edit concerns it whole."""
    blocks = max(1, round(lines / BLOCK.count("\n")))
    helpers = "".join(numbered(n).replace("@compile()\n", "") for n in range(blocks))
    calls = "".join(f"    found.append(summary_{n}(values))\n    tally_{n}(found)\n" for n in range(blocks))
    whole = f"@compile()\ndef whole(values: list[float]) -> list[str]:\n    found: list[str] = []\n{calls}    return found\n"
    return "import math\n\nfrom hotforge import compile\n\n\n" + helpers + whole
