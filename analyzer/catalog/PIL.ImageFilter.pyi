"""Filters of images: `image.filter(ImageFilter.GaussianBlur(2))`."""

class Filter:
    """What `image.filter` applies."""

class BLUR:
    """A blur."""

    @native("pil::imagefilter::blur")
    def __new__() -> Filter:
        """The filter."""

class CONTOUR:
    """Contours on white."""

    @native("pil::imagefilter::contour")
    def __new__() -> Filter:
        """The filter."""

class DETAIL:
    """More detail."""

    @native("pil::imagefilter::detail")
    def __new__() -> Filter:
        """The filter."""

class EDGE_ENHANCE:
    """Stronger edges."""

    @native("pil::imagefilter::edge_enhance")
    def __new__() -> Filter:
        """The filter."""

class EDGE_ENHANCE_MORE:
    """Much stronger edges."""

    @native("pil::imagefilter::edge_enhance_more")
    def __new__() -> Filter:
        """The filter."""

class EMBOSS:
    """A relief."""

    @native("pil::imagefilter::emboss")
    def __new__() -> Filter:
        """The filter."""

class FIND_EDGES:
    """Edges on black."""

    @native("pil::imagefilter::find_edges")
    def __new__() -> Filter:
        """The filter."""

class SHARPEN:
    """Sharper."""

    @native("pil::imagefilter::sharpen")
    def __new__() -> Filter:
        """The filter."""

class SMOOTH:
    """Smoother."""

    @native("pil::imagefilter::smooth")
    def __new__() -> Filter:
        """The filter."""

class SMOOTH_MORE:
    """Much smoother."""

    @native("pil::imagefilter::smooth_more")
    def __new__() -> Filter:
        """The filter."""

class Kernel:
    """A sum of the pixels around, by weights."""

    @native("pil::imagefilter::kernel")
    @raises(ValueError)
    def __new__(size: tuple[int, int], kernel: tuple[float, ...], scale: float | None = None, offset: float = 0) -> Filter:
        """The filter."""

class RankFilter:
    """The pixels around, in order: the one at a place."""

    @native("pil::imagefilter::rank_filter")
    @raises(ValueError)
    def __new__(size: int, rank: int) -> Filter:
        """The filter."""

class MinFilter:
    """The least of the pixels around."""

    @native("pil::imagefilter::min_filter")
    @raises(ValueError)
    def __new__(size: int = 3) -> Filter:
        """The filter."""

class MedianFilter:
    """The median of the pixels around."""

    @native("pil::imagefilter::median_filter")
    @raises(ValueError)
    def __new__(size: int = 3) -> Filter:
        """The filter."""

class MaxFilter:
    """The greatest of the pixels around."""

    @native("pil::imagefilter::max_filter")
    @raises(ValueError)
    def __new__(size: int = 3) -> Filter:
        """The filter."""

class ModeFilter:
    """The most frequent of the pixels around."""

    @native("pil::imagefilter::mode_filter")
    def __new__(size: int = 3) -> Filter:
        """The filter."""

class BoxBlur:
    """The mean of the pixels that are no farther away than a radius."""

    @overload
    @native("pil::imagefilter::box_blur")
    @raises(ValueError)
    def __new__(radius: float) -> Filter:
        """The filter."""

    @overload
    @native("pil::imagefilter::box_blur_sides")
    @raises(ValueError)
    def __new__(radius: tuple[float, float]) -> Filter:
        """The filter."""

class GaussianBlur:
    """A blur by a Gaussian, whose standard deviation is the radius."""

    @overload
    @native("pil::imagefilter::gaussian_blur")
    def __new__(radius: float = 2) -> Filter:
        """The filter."""

    @overload
    @native("pil::imagefilter::gaussian_blur_sides")
    def __new__(radius: tuple[float, float]) -> Filter:
        """The filter."""

class UnsharpMask:
    """What a blur takes away, added again."""

    @native("pil::imagefilter::unsharp_mask")
    def __new__(radius: float = 2, percent: int = 150, threshold: int = 3) -> Filter:
        """The filter."""
