"""tokenizers.Encoding: from characters to tokens and words, and back; texts that are split into words."""

from pathlib import Path

from tokenizers import Tokenizer

from hotforge import compile

tokenizer = Tokenizer.from_file(str(Path(__file__).parents[3] / "models" / "bge-small-en" / "tokenizer.json"))
tokenizer.no_padding()
tokenizer.no_truncation()

Places = tuple[list[int | None], list[int | None]]


@compile()
def of_characters(text: str, pair: str) -> Places:
    encoding = tokenizer.encode(text, pair)
    tokens = [encoding.char_to_token(place) for place in range(len(text) + 2)]
    return tokens, [encoding.char_to_word(place, 1) for place in range(len(pair) + 2)]


@compile()
def of_tokens(text: str, pair: str) -> tuple[list[tuple[int, int] | None], list[int | None], list[int | None]]:
    encoding = tokenizer.encode(text, pair)
    places = range(len(encoding) + 2)
    return (
        [encoding.token_to_chars(place) for place in places],
        [encoding.token_to_word(place) for place in places],
        [encoding.token_to_sequence(place) for place in places],
    )


@compile()
def of_words(text: str, pair: str) -> tuple[list[tuple[int, int] | None], list[tuple[int, int] | None]]:
    encoding = tokenizer.encode(text, pair)
    return (
        [encoding.word_to_tokens(word, 1) for word in range(8)],
        [encoding.word_to_chars(word) for word in range(8)],
    )


@compile()
def wrong(place: int, sequence: int) -> int | None:
    return tokenizer.encode("some text").char_to_token(place, sequence)


@compile()
def split(words: list[str], special: bool) -> tuple[list[str], list[int | None]]:
    encoding = tokenizer.encode(words, is_pretokenized=True, add_special_tokens=special)
    return encoding.tokens, encoding.word_ids


TEXTS = [
    ("hello world", "and more"),
    ("Ümläuts: unaffable, 日本語 🙂", "embeddings"),
    ("", "  spaces   between  "),
    ("[CLS] mask", ""),
]

CASES = {
    "of_characters": TEXTS,
    "of_tokens": TEXTS,
    "of_words": TEXTS,
    "wrong": [(0, 0), (4, 0), (5, 0), (-1, 0), (0, -1), (0, 1), (2**62, 0)],
    "split": [(words, special) for words in [["hello", "unaffable", "world"], [], [""], ["two words", "日本"]] for special in [True, False]],
}
