from PIL import Image, ImageDraw

from hotforge import compile


@compile()
def target(size: int = 64) -> Image.Image:
    image = Image.new("RGB", (size, size), (255, 253, 250))
    draw = ImageDraw.Draw(image)
    draw.rectangle((size // 4, size // 4, 3 * size // 4, 3 * size // 4), fill=(232, 89, 12))
    return image
