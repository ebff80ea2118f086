"""How pixels are computed from those of another size."""

NEAREST: Final = 0
BOX: Final = 4
BILINEAR: Final = 2
HAMMING: Final = 5
BICUBIC: Final = 3
LANCZOS: Final = 1
