"""Tokenizers of transformers: text to what a model takes, and back."""

class AutoTokenizer:
    """Finds the tokenizer of a model, at module level."""

class BatchEncoding[V](dict[str, V]):
    """What texts became: a dict by the names of the model's inputs, which are attributes, too."""

    @property
    @native("transformers::input_ids")
    @raises(AttributeError)
    def input_ids(self) -> V:
        """The token ids."""

    @property
    @native("transformers::attention_mask")
    @raises(AttributeError)
    def attention_mask(self) -> V:
        """1 for tokens, 0 for padding."""

    @property
    @native("transformers::token_type_ids")
    @raises(AttributeError)
    def token_type_ids(self) -> V:
        """Which text of a pair each token comes from."""

class PreTrainedTokenizerFast:
    """A tokenizer with what its model wants to be told."""

    @overload
    @native("transformers::call_batch_arrays")
    @raises(ValueError, IndexError, Exception)
    def __call__(
        self,
        text: list[str],
        text_pair: list[str] | None = None,
        *,
        add_special_tokens: bool = True,
        padding: Strategy = False,
        truncation: bool | None = None,
        max_length: int | None = None,
        return_tensors: Literal["np"],
    ) -> BatchEncoding[ndarray[int64, tuple[int, int]]]:
        """What each text became, as arrays by the name of the model's input."""

    @overload
    @native("transformers::call_batch")
    @raises(ValueError, IndexError, Exception)
    def __call__(
        self,
        text: list[str],
        text_pair: list[str] | None = None,
        *,
        add_special_tokens: bool = True,
        padding: Strategy = False,
        truncation: bool | None = None,
        max_length: int | None = None,
        return_tensors: None = None,
    ) -> BatchEncoding[list[list[int]]]:
        """What each text became, as lists by the name of the model's input."""

    @overload
    @native("transformers::call_arrays")
    @raises(ValueError, Exception)
    def __call__(
        self,
        text: str,
        text_pair: str | None = None,
        *,
        add_special_tokens: bool = True,
        padding: Strategy = False,
        truncation: bool | None = None,
        max_length: int | None = None,
        return_tensors: Literal["np"],
    ) -> BatchEncoding[ndarray[int64, tuple[int, int]]]:
        """What the text became, as arrays with one row by the name of the model's input."""

    @overload
    @native("transformers::call_text")
    @raises(ValueError, Exception)
    def __call__(
        self,
        text: str,
        text_pair: str | None = None,
        *,
        add_special_tokens: bool = True,
        padding: Strategy = False,
        truncation: bool | None = None,
        max_length: int | None = None,
        return_tensors: None = None,
    ) -> BatchEncoding[list[int]]:
        """What the text became, as lists by the name of the model's input."""

    @overload
    @native("transformers::encode")
    @raises(ValueError, Exception)
    def encode(
        self,
        text: str,
        text_pair: str | None = None,
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

    @native("transformers::tokenize")
    @raises(Exception)
    def tokenize(self, text: str, pair: str | None = None, add_special_tokens: bool = False) -> list[str]:
        """The tokens of a text, as text."""

    @native("transformers::get_vocab")
    def get_vocab(self) -> dict[str, int]:
        """Every token with its id."""

    @native("transformers::len")
    def __len__(self) -> int:
        """The number of tokens, with those that were added."""

    @native("transformers::num_special_tokens_to_add")
    def num_special_tokens_to_add(self, pair: bool = False) -> int:
        """How many special tokens are added to a text, or to a pair of texts."""

    @overload
    @native("transformers::convert_token_to_id")
    def convert_tokens_to_ids(self, tokens: str) -> int | None:
        """The id of a token."""

    @overload
    @native("transformers::convert_tokens_to_ids")
    def convert_tokens_to_ids(self, tokens: list[str]) -> list[int | None]:
        """The id of each token."""

    @overload
    @native("transformers::convert_id_to_token")
    @raises(OverflowError)
    def convert_ids_to_tokens(self, ids: int, skip_special_tokens: bool = False) -> str | None:
        """The token of an id."""

    @overload
    @native("transformers::convert_ids_to_tokens")
    @raises(OverflowError)
    def convert_ids_to_tokens(self, ids: list[int], skip_special_tokens: bool = False) -> list[str | None]:
        """The token of each id."""

    @native("transformers::convert_tokens_to_string")
    @raises(Exception)
    def convert_tokens_to_string(self, tokens: list[str]) -> str:
        """The text of tokens."""

    @overload
    @native("transformers::apply_as_text")
    @raises(ValueError, TypeError, jinja2.exceptions.TemplateError, jinja2.exceptions.TemplateSyntaxError, jinja2.exceptions.UndefinedError, Exception)
    def apply_chat_template(
        self,
        conversation: object,
        tools: object = None,
        documents: object = None,
        chat_template: str | None = None,
        add_generation_prompt: bool = False,
        continue_final_message: bool = False,
        *,
        tokenize: Literal[False],
    ) -> str:
        """The conversation as the text that the model was trained on."""

    @overload
    @native("transformers::apply_as_ids")
    @raises(ValueError, TypeError, jinja2.exceptions.TemplateError, jinja2.exceptions.TemplateSyntaxError, jinja2.exceptions.UndefinedError, Exception)
    def apply_chat_template(
        self,
        conversation: object,
        tools: object = None,
        documents: object = None,
        chat_template: str | None = None,
        add_generation_prompt: bool = False,
        continue_final_message: bool = False,
        *,
        tokenize: Literal[True] = True,
        truncation: bool = False,
        max_length: int | None = None,
        return_tensors: None = None,
        return_dict: Literal[False],
    ) -> list[int]:
        """The token ids of the conversation."""

    @overload
    @native("transformers::apply_as_arrays")
    @raises(ValueError, TypeError, jinja2.exceptions.TemplateError, jinja2.exceptions.TemplateSyntaxError, jinja2.exceptions.UndefinedError, Exception)
    def apply_chat_template(
        self,
        conversation: object,
        tools: object = None,
        documents: object = None,
        chat_template: str | None = None,
        add_generation_prompt: bool = False,
        continue_final_message: bool = False,
        *,
        tokenize: Literal[True] = True,
        truncation: bool = False,
        max_length: int | None = None,
        return_tensors: Literal["np"],
        return_dict: Literal[True] = True,
    ) -> BatchEncoding[ndarray[int64, tuple[int, int]]]:
        """What the model takes of the conversation, as arrays with one row."""

    @overload
    @native("transformers::apply")
    @raises(ValueError, TypeError, jinja2.exceptions.TemplateError, jinja2.exceptions.TemplateSyntaxError, jinja2.exceptions.UndefinedError, Exception)
    def apply_chat_template(
        self,
        conversation: object,
        tools: object = None,
        documents: object = None,
        chat_template: str | None = None,
        add_generation_prompt: bool = False,
        continue_final_message: bool = False,
        *,
        tokenize: Literal[True] = True,
        truncation: bool = False,
        max_length: int | None = None,
        return_tensors: None = None,
        return_dict: Literal[True] = True,
    ) -> BatchEncoding[list[int]]:
        """What the model takes of the conversation."""

    @property
    @native("transformers::special_tokens_map")
    def special_tokens_map(self) -> dict[str, str]:
        """The special tokens that have names."""

    @property
    @native("transformers::all_special_tokens")
    def all_special_tokens(self) -> list[str]:
        """The special tokens."""

    @property
    @native("transformers::all_special_ids")
    def all_special_ids(self) -> list[int | None]:
        """The ids of the special tokens."""

    @property
    @native("transformers::vocab_size")
    def vocab_size(self) -> int:
        """The number of tokens, without those that were added."""

    @property
    @native("transformers::model_max_length")
    def model_max_length(self) -> int:
        """The most tokens that the model takes."""

    @property
    @native("transformers::bos_token")
    def bos_token(self) -> str | None:
        """The token that begins a text."""

    @property
    @native("transformers::bos_token_id")
    def bos_token_id(self) -> int | None:
        """The id of the token that begins a text."""

    @property
    @native("transformers::eos_token")
    def eos_token(self) -> str | None:
        """The token that ends a text."""

    @property
    @native("transformers::eos_token_id")
    def eos_token_id(self) -> int | None:
        """The id of the token that ends a text."""

    @property
    @native("transformers::unk_token")
    def unk_token(self) -> str | None:
        """The token that stands for what is not known."""

    @property
    @native("transformers::unk_token_id")
    def unk_token_id(self) -> int | None:
        """The id of the token that stands for what is not known."""

    @property
    @native("transformers::sep_token")
    def sep_token(self) -> str | None:
        """The token that stands between texts."""

    @property
    @native("transformers::sep_token_id")
    def sep_token_id(self) -> int | None:
        """The id of the token that stands between texts."""

    @property
    @native("transformers::pad_token")
    def pad_token(self) -> str | None:
        """The token that fills up."""

    @property
    @native("transformers::pad_token_id")
    def pad_token_id(self) -> int | None:
        """The id of the token that fills up."""

    @property
    @native("transformers::cls_token")
    def cls_token(self) -> str | None:
        """The token that stands for the whole text."""

    @property
    @native("transformers::cls_token_id")
    def cls_token_id(self) -> int | None:
        """The id of the token that stands for the whole text."""

    @property
    @native("transformers::mask_token")
    def mask_token(self) -> str | None:
        """The token that hides a word."""

    @property
    @native("transformers::mask_token_id")
    def mask_token_id(self) -> int | None:
        """The id of the token that hides a word."""
