"""Which colours a palette has."""

WEB: Final = 0
ADAPTIVE: Final = 1
