"""The examples with images and sound: library and Python function give the same."""

import io

import hotforge
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont


def photo(width: int, height: int) -> Image.Image:
    y, x = np.mgrid[0:height, 0:width] / max(width, height)
    waves = [np.sin(5 * x + 2 * y), np.cos(4 * y), np.sin(3 * x * y + 1)]
    return Image.fromarray(np.stack([128 + 100 * wave for wave in waves], axis=-1).astype(np.uint8))


def line(text: str, size: int = 32) -> Image.Image:
    font = ImageFont.load_default(size)
    image = Image.new("RGB", (round(font.getlength(text)) + 20, size + 16), "white")
    ImageDraw.Draw(image).text((10, 4), text, fill="black", font=font)
    return image


def voice(seconds: float) -> np.ndarray:
    """Something like a vowel: overtones of a deep tone that comes and goes."""
    time = np.arange(int(16000 * seconds)) / 16000
    tone = sum(np.sin(2 * np.pi * 140 * overtone * time) / overtone for overtone in range(1, 20))
    return (0.2 * tone * (np.sin(2 * np.pi * 3 * time) > 0)).astype(np.float32)


@pytest.mark.parametrize("mood", ["plain", "bright", "grey"])
@pytest.mark.parametrize("mode", ["RGB", "L", "RGBA", "P"])
def test_postcard(compiled, example, mood, mode):
    file = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6
    photo(400, 250).convert(mode).save(file, "PNG", exif=exif)
    expected, actual = (
        Image.open(io.BytesIO(predictor(file.getvalue(), mood)))
        for predictor in [example("postcard").postcard, hotforge.load(compiled("postcard"))]
    )
    assert (actual.mode, actual.size) == (expected.mode, expected.size) == ("RGB", (320, 240))
    np.testing.assert_array_equal(np.asarray(actual), np.asarray(expected))


def test_postcard_of_no_image(compiled):
    with pytest.raises(Exception, match="cannot identify image file"):
        hotforge.load(compiled("postcard"))(b"no image")


@pytest.mark.parametrize("text", ["Hello World 2024", "Hotforge", "a", "price: 42.50"])
def test_read_line(compiled, example, text):
    image = line(text)
    expected = example("read_line").read_line(image)
    actual = hotforge.load(compiled("read_line"))(image)
    assert actual[0] == expected[0]
    assert actual[1] == pytest.approx(expected[1], abs=1e-4)
    assert actual[0].replace(" ", "").lower() == text.replace(" ", "").lower()


def test_read_line_of_nothing(compiled, example):
    image = Image.new("RGB", (200, 48), "white")
    assert hotforge.load(compiled("read_line"))(image) == example("read_line").read_line(image)


@pytest.mark.parametrize("seconds", [1.5, 0.032, 0.01, 0])
def test_voice_activity(compiled, example, seconds):
    audio = voice(seconds)
    expected = list(example("voice_activity").voice_activity(audio))
    actual = list(hotforge.load(compiled("voice_activity"))(audio))
    assert len(actual) == len(expected)
    assert actual == pytest.approx(expected, abs=1e-5)


def test_embeds_through_transformers(compiled, example):
    texts = ["how tall is it", "A longer text, with many words: Ümläute und 日本語.", ""]
    expected = example("embed_transformers").embed(texts)
    actual = hotforge.load(compiled("embed_transformers"))(texts)
    assert actual.shape == expected.shape == (3, 384)
    np.testing.assert_allclose(actual, expected, rtol=0, atol=1e-5)


def test_digits(compiled, example):
    python, native = example("digits"), hotforge.load(compiled("digits"))
    unseen = python.images[1500:]
    expected, actual = python.classify_digits(unseen), native(unseen)
    assert actual[0] == expected[0]
    assert actual[1] == pytest.approx(expected[1], abs=1e-6)
    assert np.mean(np.array(actual[0]) == python.digits[1500:]) > 0.85


def test_digits_of_another_size(compiled):
    with pytest.raises(ValueError, match="X has 5 features, but StandardScaler is expecting 64 features as input."):
        hotforge.load(compiled("digits"))(np.zeros((2, 5)))


def test_voice_and_silence_differ(compiled):
    predictor = hotforge.load(compiled("voice_activity"))
    silence = list(predictor(np.zeros(16000, dtype=np.float32)))
    assert max(silence) < 0.2
    assert max(predictor(voice(2))) > max(silence)
