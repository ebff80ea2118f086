"""What the numbers of an image are like: `ImageStat.Stat(image).mean`."""

class Stat:
    """Statistics of each band."""

    @native("pil::imagestat::stat")
    @raises(ValueError, OSError)
    def __new__(image_or_list: Image["L", "P", "1", "LA", "RGB", "RGBA"], mask: Image | None = None) -> Stat:
        """The statistics of an image, where a mask is not black."""

    @property
    @native("pil::imagestat::attributes::count")
    def count(self) -> list[int]:
        """How many pixels there are."""

    @property
    @native("pil::imagestat::attributes::sum")
    def sum(self) -> list[int]:
        """The sums."""

    @property
    @native("pil::imagestat::attributes::sum2")
    def sum2(self) -> list[int]:
        """The sums of squares."""

    @property
    @native("pil::imagestat::attributes::mean")
    def mean(self) -> list[float]:
        """The means."""

    @property
    @native("pil::imagestat::attributes::median")
    def median(self) -> list[int]:
        """The medians."""

    @property
    @native("pil::imagestat::attributes::rms")
    def rms(self) -> list[float]:
        """The roots of the mean squares."""

    @property
    @native("pil::imagestat::attributes::var")
    def var(self) -> list[float]:
        """The variances."""

    @property
    @native("pil::imagestat::attributes::stddev")
    @raises(ValueError)
    def stddev(self) -> list[float]:
        """The standard deviations."""

    @property
    @native("pil::imagestat::attributes::extrema")
    def extrema(self) -> list[tuple[int, int]]:
        """The least and the greatest numbers."""
