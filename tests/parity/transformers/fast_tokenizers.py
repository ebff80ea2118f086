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
    return tokenizer.decode(ids, skip_special_tokens=skip), tokenizer.decode(np.array(ids), skip)


@compile()
def all_decoded(texts: list[str]) -> tuple[list[str], list[str]]:
    encoded = tokenizer(texts, padding=True, return_tensors="np")
    plain = tokenizer(texts)
    return tokenizer.batch_decode(encoded["input_ids"], skip_special_tokens=True), tokenizer.batch_decode(plain["input_ids"])


@compile()
def attributes() -> tuple[int | None, int | None, int]:
    return tokenizer.pad_token_id, tokenizer.eos_token_id, tokenizer.model_max_length


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
}
