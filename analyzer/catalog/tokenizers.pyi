"""Text to the token ids that a model takes, and back."""

class Tokenizer:
    """A tokenizer, with its padding and truncation."""

    @raises(Exception)
    def encode(
        self,
        sequence: str,
        pair: str | None = None,
        is_pretokenized: Literal[False] = False,
        add_special_tokens: bool = True,
    ) -> Encoding:
        """Encode a text, or a pair of texts."""

    @overload
    @raises(Exception)
    def encode_batch(
        self, input: list[str], is_pretokenized: Literal[False] = False, add_special_tokens: bool = True
    ) -> list[Encoding]:
        """Encode texts, padded to one another where the tokenizer pads."""

    @overload
    @native("tokenizers::tokenizer::encode_batch_pairs")
    @raises(Exception)
    def encode_batch(
        self, input: list[tuple[str, str]], is_pretokenized: Literal[False] = False, add_special_tokens: bool = True
    ) -> list[Encoding]:
        """Encode pairs of texts, padded to one another where the tokenizer pads."""

    @raises(Exception, OverflowError)
    def decode(self, ids: list[int], skip_special_tokens: bool = True) -> str:
        """The text of token ids."""

    @raises(Exception, OverflowError)
    def decode_batch(self, sequences: list[list[int]], skip_special_tokens: bool = True) -> list[str]:
        """The text of each list of token ids."""

    def token_to_id(self, token: str) -> int | None:
        """The id of a token."""

    @raises(OverflowError)
    def id_to_token(self, id: int) -> str | None:
        """The token of an id."""

    def get_vocab_size(self, with_added_tokens: bool = True) -> int:
        """The number of tokens."""

    def num_special_tokens_to_add(self, is_pair: bool) -> int:
        """How many special tokens are added to a text, or to a pair of texts."""

class Encoding:
    """What a text became."""

    @property
    def ids(self) -> list[int]:
        """The token ids."""

    @property
    def type_ids(self) -> list[int]:
        """Which text of a pair each token comes from."""

    @property
    def attention_mask(self) -> list[int]:
        """1 for tokens, 0 for padding."""

    @property
    def special_tokens_mask(self) -> list[int]:
        """1 for special tokens."""

    @property
    def tokens(self) -> list[str]:
        """The tokens as text."""

    @property
    def offsets(self) -> list[tuple[int, int]]:
        """Where in the text each token stands: its first character and the one after its last."""

    @property
    def word_ids(self) -> list[int | None]:
        """The number of the word that each token is of; `None` for special tokens."""

    @property
    def sequence_ids(self) -> list[int | None]:
        """The number of the text that each token is of; `None` for special tokens."""

    @property
    def overflowing(self) -> list[Encoding]:
        """What truncation cut off, in pieces of the same length."""

    @property
    def n_sequences(self) -> int:
        """The number of texts."""

    def __len__(self) -> int:
        """The number of tokens."""
