"""Tokenizers of transformers: text to what a model takes, and back."""

class AutoTokenizer:
    """Finds the tokenizer of a model, at module level."""

class PreTrainedTokenizerFast:
    """A tokenizer with what its model wants to be told."""

    @overload
    @native("transformers::call_batch_arrays")
    @raises(ValueError, IndexError, Exception)
    def __call__(
        self,
        text: list[str],
        *,
        add_special_tokens: bool = True,
        padding: Strategy = False,
        truncation: bool | None = None,
        max_length: int | None = None,
        return_tensors: Literal["np"],
    ) -> dict[str, ndarray[int64, tuple[int, int]]]:
        """What each text became, as arrays by the name of the model's input."""

    @overload
    @native("transformers::call_batch")
    @raises(ValueError, IndexError, Exception)
    def __call__(
        self,
        text: list[str],
        *,
        add_special_tokens: bool = True,
        padding: Strategy = False,
        truncation: bool | None = None,
        max_length: int | None = None,
        return_tensors: None = None,
    ) -> dict[str, list[list[int]]]:
        """What each text became, as lists by the name of the model's input."""

    @overload
    @native("transformers::call_arrays")
    @raises(ValueError, Exception)
    def __call__(
        self,
        text: str,
        *,
        add_special_tokens: bool = True,
        padding: Strategy = False,
        truncation: bool | None = None,
        max_length: int | None = None,
        return_tensors: Literal["np"],
    ) -> dict[str, ndarray[int64, tuple[int, int]]]:
        """What the text became, as arrays with one row by the name of the model's input."""

    @overload
    @native("transformers::call_text")
    @raises(ValueError, Exception)
    def __call__(
        self,
        text: str,
        *,
        add_special_tokens: bool = True,
        padding: Strategy = False,
        truncation: bool | None = None,
        max_length: int | None = None,
        return_tensors: None = None,
    ) -> dict[str, list[int]]:
        """What the text became, as lists by the name of the model's input."""

    @overload
    @native("transformers::encode")
    @raises(ValueError, Exception)
    def encode(
        self,
        text: str,
        *,
        add_special_tokens: bool = True,
        padding: Strategy = False,
        truncation: bool | None = None,
        max_length: int | None = None,
    ) -> list[int]:
        """The token ids of a text."""

    @overload
    @native("transformers::decode")
    @raises(Exception, OverflowError)
    def decode(self, token_ids: list[int], skip_special_tokens: bool = False) -> str:
        """The text of token ids."""

    @overload
    @native("transformers::decode_array")
    @raises(Exception, OverflowError, ValueError)
    def decode(self, token_ids: ndarray[int64, S], skip_special_tokens: bool = False) -> str:
        """The text of token ids."""

    @overload
    @native("transformers::batch_decode")
    @raises(Exception, OverflowError)
    def batch_decode(self, sequences: list[list[int]], skip_special_tokens: bool = False) -> list[str]:
        """The text of each list of token ids."""

    @overload
    @native("transformers::batch_decode_array")
    @raises(Exception, OverflowError, ValueError)
    def batch_decode(self, sequences: ndarray[int64, S], skip_special_tokens: bool = False) -> list[str]:
        """The text of each row of token ids."""

    @property
    @native("transformers::pad_token_id")
    def pad_token_id(self) -> int | None:
        """The id of the token that fills up."""

    @property
    @native("transformers::eos_token_id")
    def eos_token_id(self) -> int | None:
        """The id of the token that ends a text."""

    @property
    @native("transformers::model_max_length")
    def model_max_length(self) -> int:
        """The most tokens that the model takes."""
