"""Runs the generated tensors of `tensors.py` in the evaluator of the browser, against what torch gave for each.

    python tests/properties/evaluate_tensors.py [--causes]    all rows; with what is not evaluated, and in how many cases

The evaluator has torch's operators for fewer dtypes than compiled code, and says so where one is missing; whatever it does
give must be what torch gives. It is the program of `tests/parity/evaluate.py`.
"""

from __future__ import annotations

import copy
import gzip
import json
import re
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent
sys.path[:0] = [str(HERE), str(REPOSITORY / "tests" / "parity"), str(REPOSITORY / "python")]

from compare import difference  # noqa: E402
from evaluate import Evaluator, Refused  # noqa: E402
from recorded import PATH, decode  # noqa: E402
from tensors import HEADER, ROWS, arguments, source, variants  # noqa: E402

#: The least share of the cases that is evaluated: those of int8 and int16 are not.
LEAST_SHARE = 0.78


def main() -> int:
    expected = json.loads(gzip.decompress(PATH.read_bytes()))["cases"]
    agreed, refused, failures = 0, Counter(), []
    evaluator = Evaluator({}, "main.py")
    for number, row in enumerate(ROWS):
        for place, kind in enumerate(variants(number, row)):
            text = source(number, row, place, *kind)
            names = re.findall(r"(\w+): ", text.partition("\n")[2].partition("\n")[0])
            evaluator.files = {"main.py": HEADER + text}
            cases = arguments(number, place, *kind)
            for given, recorded in zip(cases, map(decode, expected[f"{row.name} {place}"])):
                try:
                    actual = evaluator.call(f"p{number}_{place}", names, copy.deepcopy(given))
                except Refused as refusal:
                    refused[str(refusal)] += 1
                    continue
                if found := difference(recorded, actual, row.tolerance):
                    failures.append(f"{row.expression} of {kind} {given}: {found}\n  torch: {recorded}\n  evaluator: {actual}")
                else:
                    agreed += 1
    evaluator.close()
    for failure in failures[:20]:
        print(failure)
    if "--causes" in sys.argv:
        for cause, count in refused.most_common():
            print(f"{count:6} {cause}")
    share = agreed / (agreed + len(failures) + refused.total())
    print(f"tensors: {agreed} cases agree ({share:.1%}), {refused.total()} are not evaluated, {len(failures)} failures")
    return 1 if failures or share < LEAST_SHARE else 0


if __name__ == "__main__":
    sys.exit(main())
