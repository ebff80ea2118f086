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

    @refused("compiled code has no fonts", "draw shapes, and return what the text is to say beside the image")
    def text(self, xy: Coordinates, text: str, fill: Color = None, font: None = None) -> None:
        """Draw text."""
