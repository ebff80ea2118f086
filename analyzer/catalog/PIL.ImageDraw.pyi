"""Drawing on images."""

@native("pil::imagedraw::draw")
@raises(RuntimeError, OSError)
def Draw(im: Image) -> ImageDraw:
    """What draws on the image."""

class ImageDraw:
    """Draws on an image."""

    @overload
    @native("pil::imagedraw::image_draw::rectangle")
    @raises(ValueError, TypeError)
    def rectangle(
        self, xy: tuple[float, float, float, float], fill: Color = None, outline: Color = None, width: int = 1
    ) -> None:
        """Draw a rectangle, both corners included."""

    @overload
    @native("pil::imagedraw::image_draw::rectangle_list")
    @raises(ValueError, TypeError)
    def rectangle(self, xy: list[int], fill: Color = None, outline: Color = None, width: int = 1) -> None:
        """Draw a rectangle, both corners included."""

    @overload
    @native("pil::imagedraw::image_draw::rectangle_list")
    @raises(ValueError, TypeError)
    def rectangle(self, xy: list[float], fill: Color = None, outline: Color = None, width: int = 1) -> None:
        """Draw a rectangle, both corners included."""

    @overload
    @native("pil::imagedraw::image_draw::rectangle_pairs")
    @raises(ValueError, TypeError)
    def rectangle(
        self, xy: list[tuple[int, int]], fill: Color = None, outline: Color = None, width: int = 1
    ) -> None:
        """Draw a rectangle, both corners included."""

    @overload
    @native("pil::imagedraw::image_draw::rectangle_pairs")
    @raises(ValueError, TypeError)
    def rectangle(
        self, xy: list[tuple[float, float]], fill: Color = None, outline: Color = None, width: int = 1
    ) -> None:
        """Draw a rectangle, both corners included."""

    @overload
    @native("pil::imagedraw::image_draw::line")
    @raises(ValueError, TypeError)
    def line(self, xy: list[tuple[int, int]], fill: Color = None, width: Literal[1] = 1) -> None:
        """Draw a line through the points."""

    @overload
    @native("pil::imagedraw::image_draw::line")
    @raises(ValueError, TypeError)
    def line(self, xy: list[tuple[float, float]], fill: Color = None, width: Literal[1] = 1) -> None:
        """Draw a line through the points."""

    @overload
    @native("pil::imagedraw::image_draw::line_flat")
    @raises(ValueError, TypeError)
    def line(self, xy: tuple[float, float, float, float], fill: Color = None, width: Literal[1] = 1) -> None:
        """Draw a line from one point to another."""

    @overload
    @native("pil::imagedraw::image_draw::point")
    @raises(ValueError, TypeError)
    def point(self, xy: tuple[float, float], fill: Color = None) -> None:
        """Draw one pixel."""

    @overload
    @native("pil::imagedraw::image_draw::points")
    @raises(ValueError, TypeError)
    def point(self, xy: list[tuple[int, int]], fill: Color = None) -> None:
        """Draw pixels."""

    @overload
    @native("pil::imagedraw::image_draw::points")
    @raises(ValueError, TypeError)
    def point(self, xy: list[tuple[float, float]], fill: Color = None) -> None:
        """Draw pixels."""
