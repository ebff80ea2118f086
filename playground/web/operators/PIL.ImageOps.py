from PIL import Image, ImageOps

from hotforge import compile


@compile()
def inverted(red: int = 232, green: int = 89, blue: int = 12) -> Image.Image:
    return ImageOps.invert(Image.new("RGB", (64, 64), (red, green, blue)))
