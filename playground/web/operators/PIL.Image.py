from PIL import Image

from hotforge import compile


@compile()
def gradient(size: int = 64) -> Image.Image:
    image = Image.new("RGB", (size, size))
    for x in range(size):
        for y in range(size):
            image.putpixel((x, y), (x * 255 // size, 90, y * 255 // size))
    return image
