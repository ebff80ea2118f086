"""Arithmetic of images, number by number, where two of them lie over one another."""

@raises(ValueError, OSError)
def lighter(image1: Image, image2: Image) -> SameMode[image1]:
    """The greater of two."""

@raises(ValueError, OSError)
def darker(image1: Image, image2: Image) -> SameMode[image1]:
    """The smaller of two."""

@raises(ValueError, OSError)
def difference(image1: Image, image2: Image) -> SameMode[image1]:
    """How far two are apart."""

@raises(ValueError, OSError)
def multiply(image1: Image, image2: Image) -> SameMode[image1]:
    """Dark where one of the two is dark."""

@raises(ValueError, OSError)
def screen(image1: Image, image2: Image) -> SameMode[image1]:
    """Bright where one of the two is bright."""

@raises(ValueError, OSError)
def add(image1: Image, image2: Image, scale: float = 1.0, offset: int = 0) -> SameMode[image1]:
    """The sum, divided and moved."""

@raises(ValueError, OSError)
def subtract(image1: Image, image2: Image, scale: float = 1.0, offset: int = 0) -> SameMode[image1]:
    """The difference, divided and moved."""

@raises(ValueError, OSError)
def add_modulo(image1: Image, image2: Image) -> SameMode[image1]:
    """The sum; after 255 comes 0."""

@raises(ValueError, OSError)
def subtract_modulo(image1: Image, image2: Image) -> SameMode[image1]:
    """The difference; before 0 comes 255."""

@raises(ValueError, OSError)
def soft_light(image1: Image, image2: Image) -> SameMode[image1]:
    """The first in a soft light of the second."""

@raises(ValueError, OSError)
def hard_light(image1: Image, image2: Image) -> SameMode[image1]:
    """The first in a hard light of the second."""

@raises(ValueError, OSError)
def overlay(image1: Image, image2: Image) -> SameMode[image1]:
    """The second in a hard light of the first."""

@raises(ValueError, OSError)
def logical_and(image1: Image, image2: Image) -> SameMode[image1]:
    """White where both are white."""

@raises(ValueError, OSError)
def logical_or(image1: Image, image2: Image) -> SameMode[image1]:
    """White where one of the two is white."""

@raises(ValueError, OSError)
def logical_xor(image1: Image, image2: Image) -> SameMode[image1]:
    """White where the two differ."""

@raises(ValueError, OSError)
def invert(image: Image) -> SameMode[image]:
    """A negative."""

@raises(OSError)
def duplicate(image: Image) -> SameMode[image]:
    """A copy."""

@raises(ValueError, OSError)
def offset(image: Image, xoffset: int, yoffset: int | None = None) -> SameMode[image]:
    """A copy moved to the right and down; what goes out on one side comes in on the other."""
