"""Whether what a pixel loses goes to its neighbours."""

NONE: Final = 0
ORDERED: Final = 1
RASTERIZE: Final = 2
FLOYDSTEINBERG: Final = 3
