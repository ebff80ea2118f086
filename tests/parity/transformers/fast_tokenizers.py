"""Fast tokenizers of transformers as captured objects: calls with padding, truncation and arrays; decoding."""

from pathlib import Path

import numpy as np
import numpy.typing as npt
from transformers import PreTrainedTokenizerFast

from hotforge import compile

FILE = str(Path(__file__).parents[3] / "models" / "bge-small-en" / "tokenizer.json")
special = {"pad_token": "[PAD]", "unk_token": "[UNK]", "cls_token": "[CLS]", "sep_token": "[SEP]"}
tokenizer = PreTrainedTokenizerFast(tokenizer_file=FILE, model_max_length=12, **special)
typed = PreTrainedTokenizerFast(
    tokenizer_file=FILE,
    padding_side="left",
    truncation_side="left",
    model_input_names=["input_ids", "token_type_ids", "attention_mask"],
    **special,
)
unpadded = PreTrainedTokenizerFast(tokenizer_file=FILE, unk_token="[UNK]")


@compile()
def arrays(texts: list[str]) -> dict[str, npt.NDArray[np.int64]]:
    return dict(tokenizer(texts, padding=True, truncation=True, return_tensors="np"))


@compile()
def cut(texts: list[str], length: int) -> dict[str, npt.NDArray[np.int64]]:
    return dict(typed(texts, padding="max_length", truncation=True, max_length=length, return_tensors="np"))


@compile()
def lists(texts: list[str]) -> dict[str, list[list[int]]]:
    return dict(typed(texts))


@compile()
def named(texts: list[str], padding: str, length: int | None) -> dict[str, list[list[int]]]:
    return dict(tokenizer(texts, padding=padding, max_length=length))


@compile()
def one(text: str, special: bool) -> tuple[dict[str, list[int]], dict[str, npt.NDArray[np.int64]], list[int]]:
    return (
        dict(typed(text, add_special_tokens=special)),
        dict(tokenizer(text, return_tensors="np")),
        tokenizer.encode(text, add_special_tokens=special, truncation=True, max_length=6),
    )


@compile()
def without_padding(texts: list[str]) -> dict[str, list[list[int]]]:
    return dict(unpadded(texts, padding=True))


@compile()
def decoded(ids: list[int], skip: bool) -> tuple[str, str]:
    return tokenizer.decode(ids, skip_special_tokens=skip), tokenizer.decode(np.array(ids, dtype=np.int64), skip)


@compile()
def all_decoded(texts: list[str]) -> tuple[list[str], list[str]]:
    encoded = tokenizer(texts, padding=True, return_tensors="np")
    plain = tokenizer(texts)
    return tokenizer.batch_decode(encoded["input_ids"], skip_special_tokens=True), tokenizer.batch_decode(plain["input_ids"])


@compile()
def attributes() -> tuple[int | None, int | None, int]:
    return tokenizer.pad_token_id, tokenizer.eos_token_id, tokenizer.model_max_length


@compile()
def paired(text: str, pair: str, length: int) -> tuple[dict[str, list[int]], dict[str, npt.NDArray[np.int64]], list[int]]:
    return (
        dict(typed(text, pair, truncation=True, max_length=length)),
        dict(typed(text, text_pair=pair, padding="max_length", max_length=length, return_tensors="np")),
        tokenizer.encode(text, pair, add_special_tokens=False),
    )


@compile()
def paired_batch(texts: list[str], pairs: list[str]) -> dict[str, npt.NDArray[np.int64]]:
    return dict(typed(texts, pairs, padding=True, truncation=True, max_length=12, return_tensors="np"))


@compile()
def as_attributes(texts: list[str]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], list[str], int, bool]:
    encoded = tokenizer(texts, padding=True, truncation=True, return_tensors="np")
    inputs = {name: value for name, value in encoded.items()}
    return encoded.input_ids, encoded["attention_mask"], list(encoded.keys()), len(inputs), "token_type_ids" in encoded


@compile()
def missing_attribute(text: str) -> list[int]:
    return tokenizer(text).token_type_ids


@compile()
def vocabulary(tokens: list[str], ids: list[int], skip: bool) -> tuple[list[int | None], int | None, list[str | None], str | None]:
    return (
        tokenizer.convert_tokens_to_ids(tokens),
        unpadded.convert_tokens_to_ids(tokens[0]),
        tokenizer.convert_ids_to_tokens(ids, skip_special_tokens=skip),
        tokenizer.convert_ids_to_tokens(ids[-1]),
    )


@compile()
def tokenized(text: str, special: bool) -> tuple[list[str], str, list[str]]:
    tokens = tokenizer.tokenize(text, add_special_tokens=special)
    return tokens, tokenizer.convert_tokens_to_string(tokens), tokenizer.tokenize(text, "and more")


@compile()
def specials() -> tuple[dict[str, str], list[str], list[int | None], str | None, int | None, str | None, int, int, int, int]:
    return (
        tokenizer.special_tokens_map,
        tokenizer.all_special_tokens,
        tokenizer.all_special_ids,
        tokenizer.sep_token,
        tokenizer.cls_token_id,
        tokenizer.mask_token,
        tokenizer.vocab_size,
        len(tokenizer),
        tokenizer.get_vocab()["hello"],
        tokenizer.num_special_tokens_to_add(pair=True),
    )


TEXTS = [
    ["hello world", "a"],
    ["One longer text, with many words — and Ümläuts, 日本語, 🙂 emoji.", "short", ""],
    [""],
    ["word " * 40, "x"],
    ["[CLS] [MASK] [SEP]"],
]

CASES = {
    "arrays": [(texts,) for texts in TEXTS] + [([],)],
    "cut": [(texts, length) for texts in TEXTS for length in [3, 5, 30]],
    "lists": [(texts,) for texts in TEXTS] + [([],)],
    "named": [(TEXTS[0], padding, length) for padding in ["longest", "max_length", "do_not_pad"] for length in [None, 3, 20]],
    "one": [(text, special) for texts in TEXTS for text in texts for special in [True, False]],
    "without_padding": [(TEXTS[0],)],
    "decoded": [(ids, skip) for ids in [[101, 7592, 1010, 2088, 999, 102], [], [0, 0], [30521]] for skip in [True, False]],
    "all_decoded": [(texts,) for texts in TEXTS],
    "attributes": [()],
    "paired": [(text, pair, length) for text, pair in [("hello world", "and you"), ("word " * 20, "pair " * 9), ("", "x"), ("x", ""), ("a b c d e", "🙂")] for length in [4, 7, 12, 30]],
    "paired_batch": [(["a", "b c"], ["d e f", "g " * 30]), ([""], [""]), (["a"], ["b", "c"]), ([], [])],
    "as_attributes": [(texts,) for texts in TEXTS],
    "missing_attribute": [("hello",)],
    "vocabulary": [(["hello", "zzzzz", "[SEP]", ""], [101, 7592, 102, 30521], skip) for skip in [True, False]] + [(["a"], [-1], False), (["a"], [99999999], True)],
    "tokenized": [(text, special) for texts in TEXTS for text in texts for special in [True, False]],
    "specials": [()],
}
