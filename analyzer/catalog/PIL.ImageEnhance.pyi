"""More or less colour, contrast, brightness or sharpness: `ImageEnhance.Contrast(image).enhance(1.5)`."""

class Enhancer:
    """Between an image and one that has lost what is to be enhanced."""

    @raises(ValueError, OSError)
    def enhance(self, factor: float) -> Image:
        """1 gives the image, 0 the one that has lost it, more enhances."""

class Color:
    """Enhances the colours."""

    @native("pil::imageenhance::color")
    @raises(ValueError, OSError, MemoryError)
    def __new__(image: Image) -> Enhancer:
        """What enhances it."""

class Contrast:
    """Enhances the contrast."""

    @native("pil::imageenhance::contrast")
    @raises(ValueError, OSError, MemoryError)
    def __new__(image: Image) -> Enhancer:
        """What enhances it."""

class Brightness:
    """Enhances the brightness."""

    @native("pil::imageenhance::brightness")
    @raises(ValueError, OSError, MemoryError)
    def __new__(image: Image) -> Enhancer:
        """What enhances it."""

class Sharpness:
    """Enhances the sharpness."""

    @native("pil::imageenhance::sharpness")
    @raises(ValueError, OSError, MemoryError)
    def __new__(image: Image) -> Enhancer:
        """What enhances it."""
