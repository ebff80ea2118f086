"""The server under test and the sources that the tests open."""

import os
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
SERVER = os.environ.get("HOTFORGE_LSP", str(REPOSITORY / "target/debug/hotforge-lsp"))

PREDICTOR = '''\
"""Ranks sentences by the words they share with a query."""

from hotforge import compile
import numpy as np
from helpers import words_of

STOP_WORDS = {"the", "a", "of"}
WEIGHT = 2.5


@compile()
def rank(query: str, sentences: list[str], limit: int = 3) -> list[str]:
    """The sentences that share most words with the query."""
    wanted = words_of(query) - STOP_WORDS
    scores = np.zeros(len(sentences), dtype=np.float32)
    for index, sentence in enumerate(sentences):
        shared = wanted & words_of(sentence)
        scores[index] = score(len(shared), len(wanted))
    order = sorted(range(len(sentences)), key=lambda i: -float(scores[i]))
    return [sentences[i] for i in order[:limit]]


def score(shared: int, total: int):
    return WEIGHT * shared / max(total, 1)
'''

HELPERS = '''\
def words_of(text: str) -> set[str]:
    """The words of a text in lower case."""
    return set(text.lower().split())
'''


@pytest.fixture
def workspace(tmp_path):
    (tmp_path / "rank.py").write_text(PREDICTOR)
    (tmp_path / "helpers.py").write_text(HELPERS)
    return tmp_path
