import logging
from hotforge import compile


@compile()
def careful(value: float) -> float:
    if value > 0.25:
        logging.warning("%.2f is a lot", value)
    return min(value, 0.25)
