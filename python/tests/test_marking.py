"""`@compile` and `Parameter` in plain Python."""

from __future__ import annotations

import pytest

from hotforge import Parameter, compile


def test_every_way_to_write_it() -> None:
    @compile
    def plain() -> int:
        return 1

    @compile()
    def called() -> int:
        return 2

    @compile(tag="@user/name", description="x")
    def tagged() -> int:
        return 3

    @compile("@user/name")
    def positional() -> int:
        return 4

    assert (plain(), called(), tagged(), positional()) == (1, 2, 3, 4)
    assert plain.__hotforge__ == {}  # type: ignore[attr-defined]
    assert tagged.__hotforge__ == {"tag": "@user/name", "description": "x"}  # type: ignore[attr-defined]
    assert positional.__hotforge__ == {"tag": "@user/name"}  # type: ignore[attr-defined]
    with pytest.raises(TypeError, match="a function or a tag, not int"):
        compile(3)  # type: ignore[call-overload]


def test_parameter() -> None:
    audio = Parameter.Audio(description="Speech.", sample_rate=16000)
    assert (audio.denotation, audio.description, audio.fields) == ("Audio", "Speech.", {"sample_rate": 16000})
    assert repr(audio) == "Parameter.Audio(description='Speech.', sample_rate=16000)"
    assert audio == Parameter("Audio", description="Speech.", sample_rate=16000)
    assert audio != Parameter.Generic(description="Speech.")
    assert Parameter.Numeric(min=0).fields == {"min": 0}
