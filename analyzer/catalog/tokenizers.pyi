"""Text to the token ids that a model takes, and back."""

class Tokenizer:
    """A tokenizer, with its padding and truncation."""

    @overload
    @native("tokenizers::tokenizer::encode_words")
    @raises(Exception)
    def encode(
        self,
        sequence: list[str],
        pair: list[str] | None = None,
        *,
        is_pretokenized: Literal[True],
        add_special_tokens: bool = True,
    ) -> Encoding:
        """Encode a text that is split into words."""

    @overload
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

    @overload
    @native("tokenizers::tokenizer::encode_batch_words")
    @raises(Exception)
    def encode_batch(
        self, input: list[list[str]], is_pretokenized: Literal[True], add_special_tokens: bool = True
    ) -> list[Encoding]:
        """Encode texts that are split into words."""

    @raises(Exception)
    def encode_batch_fast(
        self, input: list[str], is_pretokenized: Literal[False] = False, add_special_tokens: bool = True
    ) -> list[Encoding]:
        """Encode texts without telling where in them each token stands."""

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

    def get_vocab(self, with_added_tokens: bool = True) -> dict[str, int]:
        """Every token with its id."""

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

    @raises(OverflowError)
    def char_to_token(self, char_pos: int, sequence_index: int = 0) -> int | None:
        """The token that holds a character of a text."""

    @raises(OverflowError)
    def char_to_word(self, char_pos: int, sequence_index: int = 0) -> int | None:
        """The word that holds a character of a text."""

    @raises(OverflowError)
    def token_to_chars(self, token_index: int) -> tuple[int, int] | None:
        """Where in its text a token stands."""

    @raises(OverflowError)
    def token_to_word(self, token_index: int) -> int | None:
        """The word that a token is of."""

    @raises(OverflowError)
    def token_to_sequence(self, token_index: int) -> int | None:
        """The text that a token is of."""

    @raises(OverflowError)
    def word_to_chars(self, word_index: int, sequence_index: int = 0) -> tuple[int, int] | None:
        """Where in its text a word stands."""

    @raises(OverflowError)
    def word_to_tokens(self, word_index: int, sequence_index: int = 0) -> tuple[int, int] | None:
        """The first token of a word, and the one after its last."""

    @property
    def n_sequences(self) -> int:
        """The number of texts."""

    def __len__(self) -> int:
        """The number of tokens."""
