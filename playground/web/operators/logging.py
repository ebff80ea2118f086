import logging

from hotforge import compile

logger = logging.getLogger(__name__)


@compile()
def careful(value: float) -> float:
    if value > 0.25:
        logger.warning("%.2f is a lot", value)
    return min(value, 0.25)
