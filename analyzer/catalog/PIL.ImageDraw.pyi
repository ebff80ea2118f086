"""Drawing on images."""

@native("pil::imagedraw::draw")
@raises(RuntimeError, OSError)
def Draw(im: Image) -> ImageDraw:
    """What draws on the image."""

class ImageDraw:
    """Draws on an image."""

    @raises(ValueError, TypeError)
    def point(self, xy: Coordinates, fill: Color = None) -> None:
        """Draw pixels."""

    @raises(ValueError, TypeError)
    def line(self, xy: Coordinates, fill: Color = None, width: int = 1, joint: None = None) -> None:
        """Draw a line through the points."""

    @raises(ValueError, TypeError)
    def rectangle(self, xy: Coordinates, fill: Color = None, outline: Color = None, width: int = 1) -> None:
        """Draw a rectangle, both corners included."""

    @raises(ValueError, TypeError)
    def ellipse(self, xy: Coordinates, fill: Color = None, outline: Color = None, width: int = 1) -> None:
        """Draw an ellipse in the rectangle between two corners."""

    @raises(ValueError, TypeError)
    def circle(
        self, xy: tuple[float, float], radius: float, fill: Color = None, outline: Color = None, width: int = 1
    ) -> None:
        """Draw a circle around a point."""

    @raises(ValueError, TypeError)
    def arc(self, xy: Coordinates, start: float, end: float, fill: Color = None, width: int = 1) -> None:
        """Draw a part of the outline of an ellipse, between two angles in degrees, clockwise from the right."""

    @raises(ValueError, TypeError)
    def chord(
        self, xy: Coordinates, start: float, end: float, fill: Color = None, outline: Color = None, width: int = 1
    ) -> None:
        """Draw what the line between two points of an ellipse cuts off."""

    @raises(ValueError, TypeError)
    def pieslice(
        self, xy: Coordinates, start: float, end: float, fill: Color = None, outline: Color = None, width: int = 1
    ) -> None:
        """Draw a slice of an ellipse."""

    @raises(ValueError, TypeError, OverflowError)
    def rounded_rectangle(
        self,
        xy: Coordinates,
        radius: float = 0,
        fill: Color = None,
        outline: Color = None,
        width: int = 1,
        *,
        corners: tuple[bool, bool, bool, bool] | None = None,
    ) -> None:
        """Draw a rectangle with round corners: all, or the top left, top right, bottom right and bottom left one."""

    @raises(ValueError, TypeError, MemoryError)
    def polygon(self, xy: Coordinates, fill: Color = None, outline: Color = None, width: int = 1) -> None:
        """Draw a polygon; a wide outline stays within it."""

    @raises(ValueError, RuntimeError, TypeError, OverflowError, PIL.Image.DecompressionBombError)
    def text(
        self,
        xy: tuple[float, float],
        text: str,
        fill: Color = None,
        font: PIL.ImageFont.FreeTypeFont | None = None,
        anchor: str | None = None,
        spacing: float = 4,
        align: str = "left",
    ) -> None:
        """Draw text, with the glyphs that the font had when the program was compiled."""

    @native("pil::imagedraw::image_draw::text")
    @raises(ValueError, RuntimeError, TypeError, OverflowError, PIL.Image.DecompressionBombError)
    def multiline_text(
        self,
        xy: tuple[float, float],
        text: str,
        fill: Color = None,
        font: PIL.ImageFont.FreeTypeFont | None = None,
        anchor: str | None = None,
        spacing: float = 4,
        align: str = "left",
    ) -> None:
        """Draw text."""

    @raises(ValueError, RuntimeError)
    def textlength(self, text: str, font: PIL.ImageFont.FreeTypeFont | None = None) -> float:
        """How long a line of text is, in pixels."""

    @overload
    @native("pil::imagedraw::image_draw::textbbox_of_ints")
    @raises(ValueError, RuntimeError, OverflowError)
    def textbbox(
        self,
        xy: tuple[int, int],
        text: str,
        font: PIL.ImageFont.FreeTypeFont | None = None,
        anchor: None = None,
        spacing: int = 4,
        align: Literal["left"] = "left",
    ) -> tuple[int, int, int, int]:
        """Left, top, right and bottom of text."""

    @overload
    @native("pil::imagedraw::image_draw::textbbox_at_left")
    @raises(ValueError, RuntimeError, OverflowError)
    def textbbox(
        self,
        xy: tuple[int, int],
        text: str,
        font: PIL.ImageFont.FreeTypeFont | None = None,
        *,
        anchor: Literal["la", "ls", "ld", "lt", "lb"],
        spacing: int = 4,
        align: Literal["left"] = "left",
    ) -> tuple[int, int, int, int]:
        """Left, top, right and bottom of text."""

    @overload
    @native("pil::imagedraw::image_draw::textbbox_of_line")
    @raises(ValueError, RuntimeError, OverflowError)
    def textbbox(
        self,
        xy: tuple[int, int],
        text: str,
        font: PIL.ImageFont.FreeTypeFont | None = None,
        anchor: str | None = None,
        spacing: float = 4,
        align: str = "left",
    ) -> tuple[int, int, int, int]:
        """Left, top, right and bottom of a line of text."""

    @overload
    @refused("whether a number of the box is an int or a float is told by each of the coordinates", "give both as floats")
    def textbbox(
        self,
        xy: tuple[int, float] | tuple[float, int],
        text: str,
        font: PIL.ImageFont.FreeTypeFont | None = None,
        anchor: str | None = None,
        spacing: float = 4,
        align: str = "left",
    ) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of text."""

    @overload
    @raises(ValueError, RuntimeError)
    def textbbox(
        self,
        xy: tuple[float, float],
        text: str,
        font: PIL.ImageFont.FreeTypeFont | None = None,
        anchor: str | None = None,
        spacing: float = 4,
        align: str = "left",
    ) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of text."""
