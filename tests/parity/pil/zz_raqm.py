from matplotlib import get_data_path
from PIL import Image, ImageDraw, ImageFont
from hotforge import compile
F = get_data_path() + "/fonts/ttf/"
SANS = ImageFont.truetype(F + "DejaVuSans.ttf", 17)
BOLD = ImageFont.truetype(F + "DejaVuSans-Bold.ttf", 24.5)
SERIF = ImageFont.truetype(F + "DejaVuSerif-Italic.ttf", 12)
STIX = ImageFont.truetype(F + "STIXGeneral.ttf", 31)
OBL = ImageFont.truetype(F + "DejaVuSansMono.ttf", 40)

@compile()
def measured(text: str) -> tuple[float, float, float, float, float]:
    return SANS.getlength(text), BOLD.getlength(text), SERIF.getlength(text), STIX.getlength(text), OBL.getlength(text)

@compile()
def boxed(text: str, anchor: str) -> tuple[tuple[int, int, int, int], tuple[int, int, int, int], tuple[int, int, int, int], tuple[int, int, int, int]]:
    return SANS.getbbox(text, anchor=anchor), BOLD.getbbox(text, anchor=anchor), SERIF.getbbox(text, anchor=anchor), STIX.getbbox(text, anchor=anchor)

@compile()
def drawn(text: str, xy: tuple[float, float]) -> Image.Image:
    image = Image.new("RGB", (300, 160), "navy")
    draw = ImageDraw.Draw(image)
    draw.text(xy, text, "white", SANS)
    draw.text((xy[0], xy[1] + 30), text, "red", BOLD)
    draw.text((xy[0], xy[1] + 60), text, "red", SERIF)
    draw.text((xy[0], xy[1] + 80), text, "red", STIX)
    draw.text((xy[0], xy[1] + 110), text, "red", OBL)
    return image

import string, random
random.seed(3)
T = ["", "person 0.97", "Ágy«—»", "AVATAR To. fi ffi Wa. LT", "jjj", " ", "||", "tab\there", "‰", "office waffle fluff 'quoted' \"x\"", "Привет Ελλάδα mixed Ω", "(a) [б] {γ} “q”", "1/2 3×4 −5", "soft\u00adhyphen", "zero\u200dwidth", "日本", "→ ✓ ★", "ĳ ŀ Ǆ ſt", "a\nb", "\u2009thin\u2003em", "!leading (β) then", "«Ж» x"]
T += ["".join(random.choices(string.printable[:95] + "éüßñΑΒΓабвю„“€™", k=30)) for _ in range(60)]
CASES = {"measured": [(t,) for t in T], "boxed": [(t, a) for t in T for a in ("la", "ms", "rb", "ld", "mt")], "drawn": [(t, xy) for t in T for xy in [(2, 1), (2.5, 1.75), (-3.25, 0)]]}
