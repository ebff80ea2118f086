"""Writes `runtime/src/unicodedata/tables.rs` from the `unicodedata` of the Python that runs it.

    python3.11 xtask/unicode_tables.py UCD_FOLDER

Aliases and named sequences cannot be listed by `unicodedata`: their names are looked for in `NameAliases.txt` and
`NamedSequences.txt` of the Unicode Character Database, and taken where `unicodedata.lookup` knows them.
"""

from __future__ import annotations

import itertools
import sys
import unicodedata
from pathlib import Path

OUTPUT = Path(__file__).parent.parent / "runtime/src/unicodedata/tables.rs"
HEADER = """\
//! The properties of code points in CPython 3.11 (Unicode {version}). Made by `xtask/unicode_tables.py`, not by hand.

use super::record::{{Record, WIDTHS}};

"""


def main() -> None:
    folder = Path(sys.argv[1])
    text = HEADER.format(version=unicodedata.unidata_version)
    text += properties() + decimals() + numbers(unicodedata.digit, "DIGIT", "u8", "digit")
    text += numbers(unicodedata.numeric, "NUMERIC", "f64", "numeric") + decompositions() + extra_names(folder)
    OUTPUT.write_text(text)


def characters():
    """All that text can hold: no surrogates."""
    return (chr(code) for code in itertools.chain(range(0xD800), range(0xE000, 0x110000)))


def record(character: str) -> tuple:
    return (
        unicodedata.category(character),
        unicodedata.bidirectional(character),
        unicodedata.combining(character),
        unicodedata.east_asian_width(character),
        unicodedata.mirrored(character),
    )


def properties() -> str:
    numbers: dict[tuple, int] = {}
    starts = []
    for found, group in itertools.groupby(characters(), record):
        starts.append((ord(next(group)), numbers.setdefault(found, len(numbers))))
    widths = ["N", "A", "H", "W", "F", "Na"]
    text = "/// The different sets of properties.\npub(super) const RECORDS: &[Record] = &[\n"
    for category, bidirectional, combining, width, mirrored in numbers:
        fields = f'category: "{category}", bidirectional: "{bidirectional}", combining: {combining}'
        text += f"    Record {{ {fields}, width: WIDTHS[{widths.index(width)}], mirrored: {str(bool(mirrored)).lower()} }},\n"
    text += "];\n\n"
    text += table("STARTS", "Where a run of code points with one set begins, and the number of the set.", "(u32, u16)",
                  (f"({start:#x}, {number})" for start, number in starts))  # fmt: skip
    return text


def decimals() -> str:
    starts = [character for character in characters() if unicodedata.decimal(character, None) == 0]
    for start in starts:
        assert [unicodedata.decimal(chr(ord(start) + place)) for place in range(10)] == list(range(10))
    count = sum(unicodedata.decimal(character, None) is not None for character in characters())
    assert count == 10 * len(starts)
    return table("DECIMAL", "The zeros of the scripts: the other digits follow.", "u32", (f"{ord(c):#x}" for c in starts))


def numbers(function, name: str, kind: str, what: str) -> str:
    """What is a number in that sense, and no decimal digit."""
    rows = []
    for character in characters():
        value = function(character, None)
        if value is not None and unicodedata.decimal(character, None) is None:
            rows.append(f"({ord(character):#x}, {value!r})")
    return table(name, f"What `{what}` gives where there is no decimal digit.", f"(u32, {kind})", rows)


def decompositions() -> str:
    rows = []
    for character in characters():
        if found := unicodedata.decomposition(character):
            rows.append(f'({ord(character):#x}, "{found}")')
    return table("DECOMPOSITION", "What `decomposition` gives where it is not empty.", "(u32, &str)", rows)


def extra_names(folder: Path) -> str:
    names = {line.split(";")[1] for line in lines(folder / "NameAliases.txt")}
    names |= {line.split(";")[0] for line in lines(folder / "NamedSequences.txt")}
    rows = []
    for name in sorted(names):
        try:
            found = unicodedata.lookup(name)
        except KeyError:
            continue
        if len(found) > 1 or unicodedata.name(found, None) != name:
            escaped = "".join(f"\\u{{{ord(character):x}}}" for character in found)
            rows.append(f'("{name}", "{escaped}")')
    return table("EXTRA_NAMES", "Aliases and named sequences, by name.", "(&str, &str)", rows)


def lines(path: Path):
    for line in path.read_text().splitlines():
        if line and not line.startswith("#"):
            yield line


def table(name: str, doc: str, kind: str, rows) -> str:
    text, line = f"/// {doc}\npub(super) const {name}: &[{kind}] = &[\n", "   "
    for row in rows:
        if len(line) + len(row) + 2 > 120:
            text, line = text + line + "\n", "   "
        line += f" {row},"
    return text + line + "\n];\n\n"


if __name__ == "__main__":
    main()
