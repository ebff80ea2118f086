"""The texts of the cases, and what is drawn with them in whatever font."""

import random
import string

from PIL import Image

TEXTS = ["", "person 0.97", "Ágy«—»", "AVATAR To. fi ffi", "jjj", " ", "||", "tab\there", "‰", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"]
ANCHORS = ["la", "lt", "lm", "ls", "lb", "ld", "ma", "mm", "ms", "rs", "rb", "rd"]
PARAGRAPHS = ["one\ntwo words\nthree more words", "\n", "a\n\nb c", "wider than\nx y z\n"]
#: For fonts that are shaped: ligatures, pairs, scripts side by side, what is not seen, what cannot be laid out.
SHAPED = ["office waffle 'fluff' \"x\" Wa. LT", "Привет Ελλάδα mixed Ω", "(a) [б] {γ} “q” !leading (β)", "1/2 3×4 −5", "soft\u00adhyphen zero\u200dwidth", "日本 → ✓ ★", "ĳ ŀ Ǆ ſt", "a\u2009thin\u2003em", "«Ж» x", "a\rb"]
SHAPED += ["".join(random.Random(seed).choices(string.printable[:95] + "éüßñΑΒΓабвю„“€™", k=30)) for seed in range(12)]

CASES = {
    "label": [(text, xy) for text in TEXTS for xy in [(5, 4), (2.5, 3.75), (-4.25, -6.5), (70.0, 30.5)]] + [("x", (float("nan"), 0)), ("x", (0.0, float("inf"))), ("x", (2.0**31, 0)), ("x", (-1e9, 1e9))],
    "boxes": [(text, anchor) for text in TEXTS for anchor in ANCHORS] + [("x", anchor) for anchor in ("", "l", "xx", "la ", "sa", "lé")] + [("", "xx"), ("a\nb", "la\n")],
    "whole_boxes": [(text, x, spacing) for text in [*TEXTS, *PARAGRAPHS] for x, spacing in [(0, 4), (-7, 0), (90, -30)]],
    "lengths": [(text,) for text in [*TEXTS, "a\nb"]],
    "paragraph": [(text, anchor, align, 4) for text in PARAGRAPHS for anchor in [None, "la", "ms", "rd", "mm", "rs", "lt"] for align in ["left", "center", "right", "justify"]]
    + [("a b\nlonger", None, "middle", 4), ("a", None, "middle", 4), ("a b\nlonger", "mb", "left", -2.5), ("a b\nlonger", None, "right", 0.25)],
    "over": [(Image.radial_gradient("L").resize((40, 14)).convert(mode), "Over 8%, AVA") for mode in ("RGB", "RGBA")],
}
