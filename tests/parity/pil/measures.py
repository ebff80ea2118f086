"""What is asked of the pixels of an image: statistics, extremes, lists of them, each by its place."""

from PIL import Image, ImageStat

from _images import pixels
from hotforge import compile


@compile()
def statistics(image: Image.Image) -> tuple[list[int], list[int], list[int], list[float], list[int], list[float], list[float], list[tuple[int, int]]]:
    stat = ImageStat.Stat(image.convert("RGB"))
    return stat.count, stat.sum, stat.sum2, stat.mean, stat.median, stat.rms, stat.var, stat.extrema


@compile()
def grey(image: Image.Image, mask: Image.Image) -> tuple[list[float], list[float], list[int], float]:
    stat = ImageStat.Stat(image.convert("L"), mask)
    return stat.mean, stat.stddev, image.convert("L").histogram(mask), image.convert("L").entropy(mask)


@compile()
def entropy(image: Image.Image) -> tuple[float, float, float]:
    return image.convert("L").entropy(), image.convert("RGB").entropy(), image.convert("1").entropy()


@compile()
def extremes(image: Image.Image) -> tuple[tuple[int, int], tuple[int, int], tuple[float, float], tuple[tuple[int, int], tuple[int, int]], tuple[tuple[int, int], tuple[int, int], tuple[int, int]]]:
    return image.convert("L").getextrema(), image.convert("I").getextrema(), image.convert("F").getextrema(), image.convert("LA").getextrema(), image.convert("RGB").getextrema()


@compile()
def extremes_of_four(image: Image.Image) -> tuple[tuple[int, int], tuple[int, int], tuple[int, int], tuple[int, int]]:
    return image.convert("RGBA").getextrema()


@compile()
def listed(image: Image.Image) -> tuple[list[int], list[float], list[tuple[int, int]], list[tuple[int, int, int]], list[tuple[int, int, int, int]], int]:
    grey = image.convert("L")
    return list(grey.getdata()), list(image.convert("F").getdata()), list(image.convert("LA").getdata()), list(image.convert("RGB").getdata()), list(image.convert("RGBA").getdata()), sum(grey.getdata())


@compile()
def colors(image: Image.Image, most: int) -> tuple[list[tuple[int, int]] | None, list[tuple[int, int]] | None]:
    return image.convert("L").getcolors(most), image.convert("1").getcolors()


@compile()
def reddened(image: Image.Image, x: int, y: int) -> tuple[Image.Image, int]:
    image = image.convert("RGB")
    access = image.load()
    total = 0
    for column in range(image.width):
        red, green, blue = access[column, 0]
        total += green
        access[column, 0] = (255, green, blue)
    access[x, y] = (1, 2, 3)
    return image, total


@compile()
def accessed(image: Image.Image, x: int, y: int) -> tuple[int, int, float, tuple[int, int], tuple[int, int, int, int]]:
    grey = image.convert("L")
    shades = grey.load()
    shades[x, y] = 200
    whole, real, clear, solid = image.convert("I").load(), image.convert("F").load(), image.convert("LA").load(), image.convert("RGBA").load()
    clear[x, y] = (7, 8)
    real[0, 0] = 2.5
    return shades[x, y], whole[x, y], real[x, y], clear[x, y], solid[x, y]


@compile()
def closed(image: Image.Image) -> tuple[int, int, int, int] | None:
    width = image.width
    image.close()
    if width > 3:
        return (image.width, image.height, 0, 0)
    return image.getbbox()


IMAGES = [pixels("RGB"), pixels("L", 1, 1), pixels("RGBA", 30, 20, 3), Image.new("RGB", (3, 3), "red"), pixels("P", 9, 2)]
PLACES = [(0, 0), (3, 4), (-1, -2), (7, 0), (0, -6)]

CASES = {
    "statistics": [(image,) for image in IMAGES],
    "grey": [(image, mask) for image in IMAGES for mask in [Image.new("L", image.size, 1), pixels("1", *image.size, seed=5), pixels("L", *image.size, seed=6).point(lambda value: max(value - 128, 0))]]
    + [(IMAGES[0], Image.new("L", (2, 2), 1)), (IMAGES[0], Image.new("RGB", (7, 5), "white"))],
    "entropy": [(image,) for image in IMAGES],
    "extremes": [(image,) for image in IMAGES],
    "extremes_of_four": [(image,) for image in IMAGES],
    "listed": [(image,) for image in [*IMAGES, Image.new("RGB", (0, 2))]],
    "colors": [(image, most) for image in IMAGES for most in [256, 1, 0, -1]],
    "reddened": [(image, x, y) for image in IMAGES for x, y in PLACES],
    "accessed": [(image, x, y) for image in IMAGES for x, y in PLACES],
    "closed": [(pixels("L", width, 2),) for width in [2, 5]],
}
