"""`logging`, `warnings` and standard error: what is written is not compared, what is computed is."""

import logging
import sys
import warnings

from hotforge import compile

logger = logging.getLogger(__name__)
quiet = logging.getLogger("hotforge.parity.quiet")
quiet.setLevel(logging.ERROR)


class Order:
    def __init__(self, number: int) -> None:
        self.number = number

    def __repr__(self) -> str:
        return f"Order({self.number})"


@compile()
def steps(values: list[int]) -> int:
    logger.debug("got %d values", len(values))
    total = 0
    for value in values:
        if value < 0:
            logger.info("skipping %s of %r", value, values)
            continue
        total += value
    logger.warning("total is %5.1f (%s)", total, "ok")
    logger.error(f"done with {total}")
    return total


@compile()
def forms(text: str) -> bool:
    logger.info("100%")
    logger.warning("%(name)s is %(size)d", {"name": text, "size": len(text)})
    logger.log(logging.WARNING, "at %s", text)
    logger.critical(text)
    logger.debug(Order(len(text)))
    logger.error("failed", exc_info=False, extra={"id": text})
    return logger.isEnabledFor(logging.INFO)


@compile()
def caught(texts: list[str]) -> list[int]:
    numbers = []
    for text in texts:
        try:
            numbers.append(int(text))
        except ValueError:
            logger.exception("no number: %r", text)
    return numbers


@compile()
def levels() -> tuple[bool, bool, bool, int, str]:
    enabled = quiet.isEnabledFor(logging.ERROR), quiet.isEnabledFor(logging.WARNING), logger.isEnabledFor(logging.WARNING)
    return (*enabled, quiet.getEffectiveLevel(), quiet.name)


@compile()
def warned(value: float) -> float:
    if value < 0:
        warnings.warn("negative value")
    if value > 1e6:
        warnings.warn(f"large value {value}", RuntimeWarning, stacklevel=2)
    warnings.warn("old", category=DeprecationWarning)
    return abs(value)


@compile()
def to_stderr(text: str) -> int:
    print("text:", text, file=sys.stderr)
    print(text, len(text), sep="", end="!\n", file=sys.stderr, flush=True)
    print("shown", file=sys.stdout)
    return sys.stderr.write(text + "\n")


CASES = {
    "steps": [([],), ([1, -2, 3],)],
    "forms": [("",), ("é%d",)],
    "caught": [([],), (["1", "x", ""],)],
    "levels": [()],
    "warned": [(1.0,), (-1.0,), (1e9,)],
    "to_stderr": [("",), ("é\n",)],
}
