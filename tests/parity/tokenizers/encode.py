"""tokenizers.Tokenizer: encode, batches, decode, vocabulary."""

from pathlib import Path

from hotforge import compile
from tokenizers import Tokenizer

tokenizer = Tokenizer.from_file(str(Path(__file__).parents[3] / "models" / "bge-small-en" / "tokenizer.json"))
tokenizer.enable_padding()
tokenizer.enable_truncation(16)


@compile()
def ids(text: str) -> list[int]:
    return tokenizer.encode(text).ids


@compile()
def tokens(text: str) -> list[str]:
    return tokenizer.encode(text).tokens


@compile()
def batch(texts: list[str]) -> list[list[int]]:
    return [encoding.ids for encoding in tokenizer.encode_batch(texts)]


@compile()
def masks(texts: list[str]) -> list[list[int]]:
    return [encoding.attention_mask for encoding in tokenizer.encode_batch(texts)]


@compile()
def details(text: str) -> tuple[list[int], list[tuple[int, int]], int]:
    encoding = tokenizer.encode(text)
    return encoding.type_ids, encoding.offsets, len(encoding)


@compile()
def decoded(ids: list[int]) -> str:
    return tokenizer.decode(ids)


@compile()
def vocabulary(token: str) -> tuple[int | None, int]:
    return tokenizer.token_to_id(token), tokenizer.get_vocab_size()


CASES = {
    "ids": [("",), ("hello world",), ("Unaffable naïveté 😀 日本語",), ("word " * 50,)],
    "tokens": [("Don't stop!",), ("",)],
    "batch": [(["a", "a longer sentence"],), ([],), ([""],)],
    "masks": [(["a", "a longer sentence"],)],
    "details": [("héllo 😀 you",)],
    "decoded": [([101, 7592, 2088, 102],), ([],)],
    "vocabulary": [("hello",), ("no-such-token",)],
}
