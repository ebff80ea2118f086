//! The module `transformers`: its fast tokenizers, which wrap those of the crate `tokenizers`
//! (`PreTrainedTokenizerBase.__call__` and `TokenizersBackend._encode_plus` of transformers 5).

mod chat;
mod encoding;
mod python;
mod template;
mod vocabulary;

use std::fmt;

use ::tokenizers::{
    Encoding, PaddingDirection, PostProcessor, Tokenizer, TruncationDirection, TruncationParams, TruncationStrategy,
    truncate_encodings,
};

use crate::exception::{Exception, Fallible, Raised, index_error, overflow_error, value_error};
use crate::list::{self, List};
use crate::numpy::Array;
use crate::object::{Identity, Object};
use crate::opaque::Opaque;
use crate::str::Str;

pub use chat::{apply, apply_as_arrays, apply_as_ids, apply_as_text};
pub use encoding::{BatchEncoding, attention_mask, input_ids, token_type_ids};
use template::Template;
pub use vocabulary::*;

/// `transformers.PreTrainedTokenizerFast`: never changed once it was captured.
#[derive(Clone)]
pub struct PreTrainedTokenizerFast(Opaque<Fast>);

struct Fast {
    /// Without padding and truncation of its own.
    tokenizer: Tokenizer,
    /// The names of what the model takes.
    inputs: Vec<String>,
    pad: Option<(u32, String)>,
    pad_type: u32,
    padding: PaddingDirection,
    truncation: TruncationDirection,
    /// The special tokens that have names.
    special: Vec<(String, String)>,
    /// Those and others, each once.
    all_special: Vec<String>,
    /// How a conversation becomes text: the source, and what was read of it.
    template: Option<(String, Result<Template, String>)>,
    /// As Python has it; more than an `int` here has is its largest.
    longest: i64,
}

/// More than this many tokens is no limit (`LARGE_INTEGER`).
const LARGE: i64 = 100_000_000_000_000_000;

impl PreTrainedTokenizerFast {
    /// The tokenizer that was captured: JSON with what `Tokenizer.to_str()` gives, and what the class adds to it.
    ///
    /// # Errors
    /// `Exception` where it is none.
    pub fn from_bytes(json: &[u8]) -> Fallible<Self> {
        let malformed = || Exception::new("Exception", "the captured tokenizer is not as it was written");
        let value: serde_json::Value = serde_json::from_slice(json).map_err(|_| malformed())?;
        let text = |name: &str| value[name].as_str().map(str::to_owned);
        let mut tokenizer =
            Tokenizer::from_bytes(text("tokenizer").ok_or_else(malformed)?.as_bytes()).map_err(raised)?;
        tokenizer.with_padding(None);
        tokenizer.with_truncation(None).map_err(raised)?;
        let pad = value["pad_token_id"].as_u64().and_then(|id| Some((u32::try_from(id).ok()?, text("pad_token")?)));
        let inputs = value["model_input_names"].as_array().ok_or_else(malformed)?;
        let is_left = |name: &str| value[name].as_str() == Some("left");
        Ok(Self(Opaque::new(Fast {
            tokenizer,
            inputs: inputs.iter().filter_map(|name| name.as_str().map(str::to_owned)).collect(),
            pad,
            pad_type: value["pad_token_type_id"].as_u64().and_then(|id| u32::try_from(id).ok()).unwrap_or(0),
            padding: if is_left("padding_side") { PaddingDirection::Left } else { PaddingDirection::Right },
            truncation: if is_left("truncation_side") { TruncationDirection::Left } else { TruncationDirection::Right },
            special: pairs(&value["special_tokens_map"]),
            all_special: texts(&value["all_special_tokens"]),
            template: text("chat_template").map(|source| {
                let template = Template::read(&source);
                (source, template)
            }),
            longest: value["model_max_length"].as_i64().unwrap_or(i64::MAX),
        })))
    }
}

fn texts(list: &serde_json::Value) -> Vec<String> {
    list.as_array().into_iter().flatten().filter_map(|text| text.as_str().map(str::to_owned)).collect()
}

fn pairs(list: &serde_json::Value) -> Vec<(String, String)> {
    let pairs = list.as_array().into_iter().flatten().map(texts);
    pairs.filter_map(|pair| <[String; 2]>::try_from(pair).ok().map(|[name, token]| (name, token))).collect()
}

/// The package raises plain `Exception`s.
#[cold]
fn raised(error: ::tokenizers::Error) -> Raised {
    Exception::new("Exception", error.to_string())
}

/// How shorter texts are filled up: a `bool` or a name.
pub trait Strategy {
    /// By name.
    fn name(&self) -> &str;
    /// Whether nothing was asked for: then a length alone cuts, which it does not beside the name of the same.
    fn is_unset(&self) -> bool {
        false
    }
}

impl Strategy for bool {
    fn name(&self) -> &str {
        if *self { "longest" } else { "do_not_pad" }
    }

    fn is_unset(&self) -> bool {
        !self
    }
}

impl Strategy for Str {
    fn name(&self) -> &str {
        self.as_str()
    }
}

/// Numbers of an encoding, one for each token.
type Values = fn(&Encoding) -> &[u32];

/// To what length texts are cut and filled up.
struct Lengths {
    cut: Option<usize>,
    fill: Fill,
}

enum Fill {
    Not,
    Longest,
    To(usize),
}

impl Fast {
    fn lengths(
        &self,
        strategy: &impl Strategy,
        truncation: Option<bool>,
        max_length: Option<i64>,
    ) -> Fallible<Lengths> {
        let padding = strategy.name();
        let limit = |given: Option<i64>| match given {
            Some(length) => {
                usize::try_from(length).map(Some).map_err(|_| overflow_error("can't convert negative int to unsigned"))
            }
            None => Ok((self.longest <= LARGE).then_some(self.longest as usize)),
        };
        // A length alone means that texts are cut to it.
        let cuts = truncation.unwrap_or(max_length.is_some() && strategy.is_unset());
        let fill = match padding {
            "do_not_pad" => Fill::Not,
            "longest" => Fill::Longest,
            "max_length" => limit(max_length)?.map_or(Fill::Not, Fill::To),
            other => {
                return Err(value_error(format!(
                    "'{other}' is not a valid PaddingStrategy, please select one of ['longest', 'max_length', 'do_not_pad']"
                )));
            }
        };
        if self.pad.is_none() && padding != "do_not_pad" {
            return Err(value_error(
                "Asking to pad but the tokenizer does not have a padding token. Please select a token to use as \
                 `pad_token` `(tokenizer.pad_token = tokenizer.eos_token e.g.)` or add a new pad token via \
                 `tokenizer.add_special_tokens({'pad_token': '[PAD]'})`.",
            ));
        }
        Ok(Lengths { cut: if cuts { limit(max_length)? } else { None }, fill })
    }

    fn encode(&self, (text, pair): (&str, Option<&str>), special: bool, cut: Option<usize>) -> Fallible<Encoding> {
        let bare = |text: &str| self.tokenizer.encode_fast(text, false).map_err(raised);
        let (mut first, mut second) = (bare(text)?, pair.map(bare).transpose()?);
        let processor = self.tokenizer.get_post_processor();
        if let Some(cut) = cut {
            let added = processor.filter(|_| special).map_or(0, |processor| processor.added_tokens(second.is_some()));
            let room = cut
                .checked_sub(added)
                .ok_or_else(|| value_error("the special tokens alone are longer than max_length"))?;
            let params = TruncationParams {
                direction: self.truncation,
                max_length: room,
                strategy: TruncationStrategy::LongestFirst,
                stride: 0,
            };
            (first, second) = truncate_encodings(first, second, &params).map_err(raised)?;
        }
        if let Some(second) = &mut second {
            second.set_type_ids(vec![1; second.get_ids().len()]);
        }
        self.tokenizer.post_process(first, second, special).map_err(raised)
    }

    fn encode_all(&self, texts: &[(&str, Option<&str>)], special: bool, lengths: &Lengths) -> Fallible<Vec<Encoding>> {
        let encodings = texts.iter().map(|&texts| self.encode(texts, special, lengths.cut));
        let mut encodings = encodings.collect::<Fallible<Vec<_>>>()?;
        let length = match lengths.fill {
            Fill::Not => return Ok(encodings),
            Fill::To(length) => length,
            Fill::Longest => encodings.iter().map(|encoding| encoding.get_ids().len()).max().unwrap_or(0),
        };
        if let Some((id, token)) = &self.pad {
            encodings.iter_mut().for_each(|encoding| encoding.pad(length, *id, self.pad_type, token, self.padding));
        }
        Ok(encodings)
    }

    /// What the model takes of the encodings, by name.
    fn inputs(&self) -> impl Iterator<Item = (&'static str, Values)> {
        const ALL: [(&str, Values); 3] = [
            ("input_ids", Encoding::get_ids),
            ("token_type_ids", Encoding::get_type_ids),
            ("attention_mask", Encoding::get_attention_mask),
        ];
        ALL.into_iter().filter(|(name, _)| *name == "input_ids" || self.inputs.iter().any(|input| input == name))
    }
}

fn numbers(values: &[u32]) -> List<i64> {
    list::from_vec(values.iter().map(|&value| value.into()).collect())
}

fn arrays(fast: &Fast, encodings: &[Encoding]) -> Fallible<BatchEncoding<Array<i64>>> {
    let length = encodings.first().map_or(0, |encoding| encoding.get_ids().len());
    if encodings.iter().any(|encoding| encoding.get_ids().len() != length) {
        return Err(value_error(
            "texts of different lengths are no array: activate padding with 'padding=True', and truncation with \
             'truncation=True'",
        ));
    }
    let pairs = fast.inputs().map(|(name, values)| {
        let values = encodings.iter().flat_map(|encoding| values(encoding).iter().map(|&value| i64::from(value)));
        (Str::from(name), Array::from_vec(values.collect(), &[encodings.len(), length]))
    });
    Ok(BatchEncoding::new(pairs.collect()))
}

/// `tokenizer(texts, return_tensors="np", …)`.
///
/// # Errors
/// `ValueError` for an unknown strategy, texts of different lengths, or padding without a token for it; `IndexError` for
/// no texts.
#[expect(clippy::too_many_arguments, reason = "the parameters in Python")]
pub fn call_batch_arrays(
    tokenizer: &PreTrainedTokenizerFast,
    text: &List<Str>,
    text_pair: &Option<List<Str>>,
    add_special_tokens: bool,
    padding: &impl Strategy,
    truncation: Option<bool>,
    max_length: Option<i64>,
    _return_tensors: &Str,
) -> Fallible<BatchEncoding<Array<i64>>> {
    let encodings = batch(tokenizer, text, text_pair, add_special_tokens, padding, truncation, max_length)?;
    arrays(&tokenizer.0, &encodings)
}

/// `tokenizer(texts, …)`.
///
/// # Errors
/// As [`call_batch_arrays`].
#[expect(clippy::too_many_arguments, reason = "the parameters in Python")]
pub fn call_batch(
    tokenizer: &PreTrainedTokenizerFast,
    text: &List<Str>,
    text_pair: &Option<List<Str>>,
    add_special_tokens: bool,
    padding: &impl Strategy,
    truncation: Option<bool>,
    max_length: Option<i64>,
    _return_tensors: (),
) -> Fallible<BatchEncoding<List<List<i64>>>> {
    let encodings = batch(tokenizer, text, text_pair, add_special_tokens, padding, truncation, max_length)?;
    let pairs = tokenizer.0.inputs().map(|(name, values)| {
        (Str::from(name), list::from_vec(encodings.iter().map(|encoding| numbers(values(encoding))).collect()))
    });
    Ok(BatchEncoding::new(pairs.collect()))
}

/// A text, and the other of its pair: an empty one is none.
fn both<'t>(text: &'t Str, pair: &'t Option<Str>) -> (&'t str, Option<&'t str>) {
    (text.as_str(), pair.as_ref().map(Str::as_str).filter(|pair| !pair.is_empty()))
}

fn batch(
    tokenizer: &PreTrainedTokenizerFast,
    text: &List<Str>,
    text_pair: &Option<List<Str>>,
    add_special_tokens: bool,
    padding: &impl Strategy,
    truncation: Option<bool>,
    max_length: Option<i64>,
) -> Fallible<Vec<Encoding>> {
    let lengths = tokenizer.0.lengths(padding, truncation, max_length)?;
    let texts = text.to_vec();
    if texts.is_empty() {
        return Err(index_error("list index out of range"));
    }
    let pairs = text_pair.as_ref().map(List::to_vec);
    if let Some(pairs) = &pairs
        && pairs.len() != texts.len()
    {
        return Err(value_error(format!(
            "batch length of `text`: {} does not match batch length of `text_pair`: {}.",
            texts.len(),
            pairs.len()
        )));
    }
    let pair = |place: usize| pairs.as_ref().map(|pairs| pairs[place].as_str());
    let texts: Vec<_> = texts.iter().enumerate().map(|(place, text)| (text.as_str(), pair(place))).collect();
    tokenizer.0.encode_all(&texts, add_special_tokens, &lengths)
}

/// `tokenizer(text, return_tensors="np", …)`.
///
/// # Errors
/// As [`call_batch_arrays`].
#[expect(clippy::too_many_arguments, reason = "the parameters in Python")]
pub fn call_arrays(
    tokenizer: &PreTrainedTokenizerFast,
    text: &Str,
    text_pair: &Option<Str>,
    add_special_tokens: bool,
    padding: &impl Strategy,
    truncation: Option<bool>,
    max_length: Option<i64>,
    _return_tensors: &Str,
) -> Fallible<BatchEncoding<Array<i64>>> {
    let lengths = tokenizer.0.lengths(padding, truncation, max_length)?;
    arrays(&tokenizer.0, &tokenizer.0.encode_all(&[both(text, text_pair)], add_special_tokens, &lengths)?)
}

/// `tokenizer(text, …)`.
///
/// # Errors
/// As [`call_batch_arrays`].
#[expect(clippy::too_many_arguments, reason = "the parameters in Python")]
pub fn call_text(
    tokenizer: &PreTrainedTokenizerFast,
    text: &Str,
    text_pair: &Option<Str>,
    add_special_tokens: bool,
    padding: &impl Strategy,
    truncation: Option<bool>,
    max_length: Option<i64>,
    _return_tensors: (),
) -> Fallible<BatchEncoding<List<i64>>> {
    let lengths = tokenizer.0.lengths(padding, truncation, max_length)?;
    let encodings = tokenizer.0.encode_all(&[both(text, text_pair)], add_special_tokens, &lengths)?;
    let pairs = tokenizer.0.inputs().map(|(name, values)| (Str::from(name), numbers(values(&encodings[0]))));
    Ok(BatchEncoding::new(pairs.collect()))
}

/// `tokenizer.encode(text, …)`.
///
/// # Errors
/// As [`call_batch_arrays`].
pub fn encode(
    tokenizer: &PreTrainedTokenizerFast,
    text: &Str,
    text_pair: &Option<Str>,
    add_special_tokens: bool,
    padding: &impl Strategy,
    truncation: Option<bool>,
    max_length: Option<i64>,
) -> Fallible<List<i64>> {
    let lengths = tokenizer.0.lengths(padding, truncation, max_length)?;
    let encodings = tokenizer.0.encode_all(&[both(text, text_pair)], add_special_tokens, &lengths)?;
    Ok(numbers(encodings[0].get_ids()))
}

fn text_of(tokenizer: &PreTrainedTokenizerFast, ids: &[i64], skip_special_tokens: bool) -> Fallible<Str> {
    let ids = ids.iter().map(|&id| token_id(id)).collect::<Fallible<Vec<_>>>()?;
    tokenizer.0.tokenizer.decode(&ids, skip_special_tokens).map(Str::from).map_err(raised)
}

/// `tokenizer.decode(token_ids, skip_special_tokens)`.
///
/// # Errors
/// `OverflowError` for an id that is no unsigned 32-bit number.
pub fn decode(tokenizer: &PreTrainedTokenizerFast, ids: &List<i64>, skip_special_tokens: bool) -> Fallible<Str> {
    text_of(tokenizer, &ids.to_vec(), skip_special_tokens)
}

/// `tokenizer.decode(array, skip_special_tokens)`.
///
/// # Errors
/// As [`decode`]; `ValueError` for an array with more than one axis.
pub fn decode_array(tokenizer: &PreTrainedTokenizerFast, ids: &Array<i64>, skip_special_tokens: bool) -> Fallible<Str> {
    if ids.rank() > 1 {
        return Err(value_error("compiled code decodes one row of ids: use batch_decode for more"));
    }
    text_of(tokenizer, &ids.to_vec(), skip_special_tokens)
}

/// `tokenizer.batch_decode(sequences, skip_special_tokens)`.
///
/// # Errors
/// As [`decode`].
pub fn batch_decode(
    tokenizer: &PreTrainedTokenizerFast,
    sequences: &List<List<i64>>,
    skip_special_tokens: bool,
) -> Fallible<List<Str>> {
    let sequences = sequences.to_vec();
    let texts = sequences.iter().map(|ids| decode(tokenizer, ids, skip_special_tokens));
    texts.collect::<Fallible<Vec<_>>>().map(list::from_vec)
}

/// `tokenizer.batch_decode(array, skip_special_tokens)`.
///
/// # Errors
/// As [`decode`]; `ValueError` for an array without rows.
pub fn batch_decode_array(
    tokenizer: &PreTrainedTokenizerFast,
    sequences: &Array<i64>,
    skip_special_tokens: bool,
) -> Fallible<List<Str>> {
    let &[_, columns] = sequences.shape() else {
        return Err(value_error("compiled code decodes rows of ids: an array with two axes"));
    };
    let ids = sequences.to_vec();
    let texts = ids.chunks(columns.max(1)).map(|row| text_of(tokenizer, row, skip_special_tokens));
    texts.collect::<Fallible<Vec<_>>>().map(list::from_vec)
}

/// `tokenizer.model_max_length`
#[must_use]
pub fn model_max_length(tokenizer: &PreTrainedTokenizerFast) -> i64 {
    tokenizer.0.longest
}

impl fmt::Debug for PreTrainedTokenizerFast {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PreTrainedTokenizerFast")
    }
}

impl Object for PreTrainedTokenizerFast {
    fn type_name(&self) -> &'static str {
        "PreTrainedTokenizerFast"
    }

    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        out.push_str("<transformers.PreTrainedTokenizerFast object>");
    }
}

impl Identity for PreTrainedTokenizerFast {
    fn same(&self, other: &Self) -> bool {
        self.0.same(&other.0)
    }
}
