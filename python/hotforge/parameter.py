"""`Parameter`: what a parameter or result means to a caller, beside its type."""

from __future__ import annotations

from typing import Any


class Parameter:
    """What a parameter or result means, for `Annotated`.

    ```python
    texts: Annotated[list[str], Parameter.Generic(description="Texts to embed.")]
    ```

    The denotation lets clients treat a value for what it is: show an image, play audio, compare embeddings. Fields
    beside the description say more of it, such as `sample_rate`; their values are constants.
    """

    def __init__(self, denotation: str, *, description: str | None = None, **fields: Any) -> None:
        self.denotation = denotation
        self.description = description
        self.fields = fields

    def __repr__(self) -> str:
        described = {} if self.description is None else {"description": self.description}
        arguments = ", ".join(f"{name}={value!r}" for name, value in {**described, **self.fields}.items())
        return f"Parameter.{self.denotation}({arguments})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self.denotation, self.description, self.fields) == (other.denotation, other.description, other.fields)

    def __hash__(self) -> int:
        return hash((self.denotation, self.description))

    @classmethod
    def Generic(cls, *, description: str | None = None, **fields: Any) -> Parameter:
        """A value with no meaning beyond its type."""
        return cls("Generic", description=description, **fields)

    @classmethod
    def Text(cls, *, description: str | None = None, **fields: Any) -> Parameter:
        """Text for people."""
        return cls("Text", description=description, **fields)

    @classmethod
    def Numeric(
        cls, *, description: str | None = None, min: float | None = None, max: float | None = None, **fields: Any
    ) -> Parameter:
        """A number, perhaps within bounds."""
        bounds = {name: bound for name, bound in (("min", min), ("max", max)) if bound is not None}
        return cls("Numeric", description=description, **bounds, **fields)

    @classmethod
    def Embedding(cls, *, description: str | None = None, **fields: Any) -> Parameter:
        """Embedding vectors, one for each row."""
        return cls("Embedding", description=description, **fields)

    @classmethod
    def EmbeddingDims(cls, *, description: str | None = None, **fields: Any) -> Parameter:
        """The number of dimensions that embedding vectors shall have."""
        return cls("EmbeddingDims", description=description, **fields)

    @classmethod
    def Image(cls, *, description: str | None = None, **fields: Any) -> Parameter:
        """An image."""
        return cls("Image", description=description, **fields)

    @classmethod
    def DepthMap(cls, *, description: str | None = None, **fields: Any) -> Parameter:
        """The distance of each pixel."""
        return cls("DepthMap", description=description, **fields)

    @classmethod
    def BoundingBox(cls, *, description: str | None = None, **fields: Any) -> Parameter:
        """A rectangle in an image."""
        return cls("BoundingBox", description=description, **fields)

    @classmethod
    def BoundingBoxes(cls, *, description: str | None = None, **fields: Any) -> Parameter:
        """Rectangles in an image."""
        return cls("BoundingBoxes", description=description, **fields)

    @classmethod
    def Audio(cls, *, description: str | None = None, **fields: Any) -> Parameter:
        """Audio samples; `sample_rate` says how many a second."""
        return cls("Audio", description=description, **fields)

    @classmethod
    def AudioSpeed(cls, *, description: str | None = None, **fields: Any) -> Parameter:
        """How fast speech shall be spoken."""
        return cls("AudioSpeed", description=description, **fields)

    @classmethod
    def AudioVoice(cls, *, description: str | None = None, **fields: Any) -> Parameter:
        """The voice that speech shall be spoken in."""
        return cls("AudioVoice", description=description, **fields)

    @classmethod
    def MaxOutputTokens(cls, *, description: str | None = None, **fields: Any) -> Parameter:
        """How many tokens shall be generated at most."""
        return cls("MaxOutputTokens", description=description, **fields)

    @classmethod
    def SamplingTemperature(cls, *, description: str | None = None, **fields: Any) -> Parameter:
        """The temperature of sampling."""
        return cls("SamplingTemperature", description=description, **fields)

    @classmethod
    def SamplingProbability(cls, *, description: str | None = None, **fields: Any) -> Parameter:
        """The probability mass that is sampled from: `top_p`."""
        return cls("SamplingProbability", description=description, **fields)

    @classmethod
    def FrequencyPenalty(cls, *, description: str | None = None, **fields: Any) -> Parameter:
        """How much less likely a token becomes each time it is generated."""
        return cls("FrequencyPenalty", description=description, **fields)

    @classmethod
    def PresencePenalty(cls, *, description: str | None = None, **fields: Any) -> Parameter:
        """How much less likely a token becomes once it was generated."""
        return cls("PresencePenalty", description=description, **fields)

    @classmethod
    def TranscriptionLanguage(cls, *, description: str | None = None, **fields: Any) -> Parameter:
        """The language that is spoken, as ISO 639-1 writes it."""
        return cls("TranscriptionLanguage", description=description, **fields)

    @classmethod
    def TranscriptionPrompt(cls, *, description: str | None = None, **fields: Any) -> Parameter:
        """Text that comes before what is spoken."""
        return cls("TranscriptionPrompt", description=description, **fields)
