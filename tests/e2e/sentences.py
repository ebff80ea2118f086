"""Varied texts for the embedding tests: empty, long, emoji, many scripts."""

WORDS = "the quick brown fox jumps over a lazy dog while seven wizards brew strong coffee near old harbour walls".split()
SCRIPTS = [
    "Η γρήγορη αλεπού",
    "Съешь ещё этих булок",
    "いろはにほへと ちりぬるを",
    "天地玄黃,宇宙洪荒",
    "다람쥐 헌 쳇바퀴에 타고파",
    "نص حكيم له سر قاطع",
    "עטלף אבק נס דרך",
    "ऋषियों को सताने वाले",
    "เป็นมนุษย์สุดประเสริฐ",
    "Zażółć gęślą jaźń",
]
ODD = [
    "",
    " ",
    "\n\t\r",
    "😀",
    "👩‍👩‍👧‍👦 🇫🇷 ❤️‍🔥",
    "a\u0301 é ﬁ ß İ",
    "\u200b\u200d\ufeff",
    "\x00\x01\x7f",
    "[CLS] [SEP] [MASK] [PAD] [UNK]",
    "x" * 500,
    "!?.,;:-—…«»",
    "1,234.56 0x1F 3e-10 ½ ²",
    "https://example.org/a?b=c#d user@example.org",
]


def varied_sentences(count: int = 200) -> list[str]:
    """`count` texts, the same each time."""
    texts = ODD + SCRIPTS + ["long " * 4000, "日本語 " * 1000]
    while len(texts) < count:
        n = len(texts)
        words = [WORDS[(n * 7 + i * i * 3) % len(WORDS)] for i in range(n % 60 + 1)]
        texts.append(" ".join(words) + (f" {SCRIPTS[n % len(SCRIPTS)]} 🙂" if n % 3 == 0 else "."))
    return texts[:count]
