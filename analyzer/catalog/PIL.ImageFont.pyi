"""Fonts, with the glyphs that Pillow gave when the program was compiled."""

class FreeTypeFont:
    """A font at a size."""

    @raises(ValueError, RuntimeError)
    def getlength(self, text: str) -> float:
        """How long a text is, in pixels."""

    @raises(ValueError, RuntimeError)
    def getbbox(self, text: str, *, anchor: str | None = None) -> tuple[int, int, int, int]:
        """Left, top, right and bottom of a text, from its anchor."""

    def getmetrics(self) -> tuple[int, int]:
        """How far the font reaches above the baseline, and below it."""

@overload
def load_default() -> FreeTypeFont:
    """Aileron, at a size of 10."""

@overload
@refused("a font is read when the program is compiled", "make it at module level: `FONT = ImageFont.load_default(20)`")
def load_default(size: float) -> FreeTypeFont:
    """Aileron, at a size."""

@refused("a font is read when the program is compiled", "make it at module level: `FONT = ImageFont.truetype(path, size)`")
def truetype(font: str, size: float = 10, index: int = 0, encoding: str = "", layout_engine: int | None = None) -> FreeTypeFont:
    """The font in a file, at a size."""
