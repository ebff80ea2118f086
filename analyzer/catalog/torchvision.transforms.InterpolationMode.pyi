"""How pixels are computed from those of another size."""

NEAREST: Final = 0
NEAREST_EXACT: Final = -1
BILINEAR: Final = 2
BICUBIC: Final = 3
BOX: Final = 4
HAMMING: Final = 5
LANCZOS: Final = 1
