//! Tokens, and their numbers.

use super::{PreTrainedTokenizerFast, raised};
use crate::dict::{self, Dict};
use crate::exception::{Fallible, overflow_error};
use crate::list::{self, List};
use crate::str::Str;
use ::tokenizers::Decoder;

/// An id as the crate has it.
///
/// # Errors
/// `OverflowError` for what is no unsigned 32-bit number.
pub(super) fn token_id(id: i64) -> Fallible<u32> {
    u32::try_from(id).map_err(|_| {
        overflow_error(if id < 0 {
            "number too small to fit in target type"
        } else {
            "number too large to fit in target type"
        })
    })
}

/// `tokenizer.get_vocab()`: every token with its id.
#[must_use]
pub fn get_vocab(tokenizer: &PreTrainedTokenizerFast) -> Dict<Str, i64> {
    let tokens = tokenizer.0.tokenizer.get_vocab(true).into_iter();
    dict::from_pairs(tokens.map(|(token, id)| (Str::from(token), id.into())).collect())
}

/// `tokenizer.vocab_size`: without the tokens that were added.
#[must_use]
pub fn vocab_size(tokenizer: &PreTrainedTokenizerFast) -> i64 {
    tokenizer.0.tokenizer.get_vocab_size(false) as i64
}

/// `len(tokenizer)`: with the tokens that were added.
#[must_use]
pub fn len(tokenizer: &PreTrainedTokenizerFast) -> i64 {
    tokenizer.0.tokenizer.get_vocab_size(true) as i64
}

/// `tokenizer.num_special_tokens_to_add(pair)`
#[must_use]
pub fn num_special_tokens_to_add(tokenizer: &PreTrainedTokenizerFast, pair: bool) -> i64 {
    use ::tokenizers::PostProcessor;
    tokenizer.0.tokenizer.get_post_processor().map_or(0, |processor| processor.added_tokens(pair) as i64)
}

/// `tokenizer.convert_tokens_to_ids(token)`: one that is not known is the unknown one.
#[must_use]
pub fn convert_token_to_id(tokenizer: &PreTrainedTokenizerFast, token: &Str) -> Option<i64> {
    let known = tokenizer.0.tokenizer.token_to_id(token.as_str()).map(i64::from);
    known.or_else(|| special_id(tokenizer, "unk_token"))
}

/// `tokenizer.convert_tokens_to_ids(tokens)`
#[must_use]
pub fn convert_tokens_to_ids(tokenizer: &PreTrainedTokenizerFast, tokens: &List<Str>) -> List<Option<i64>> {
    list::from_vec(tokens.to_vec().iter().map(|token| convert_token_to_id(tokenizer, token)).collect())
}

/// `tokenizer.convert_ids_to_tokens(id)`
///
/// # Errors
/// `OverflowError` for an id that is no unsigned 32-bit number.
pub fn convert_id_to_token(
    tokenizer: &PreTrainedTokenizerFast,
    id: i64,
    _skip_special_tokens: bool,
) -> Fallible<Option<Str>> {
    Ok(tokenizer.0.tokenizer.id_to_token(token_id(id)?).map(Str::from))
}

/// `tokenizer.convert_ids_to_tokens(ids, skip_special_tokens)`
///
/// # Errors
/// As [`convert_id_to_token`].
pub fn convert_ids_to_tokens(
    tokenizer: &PreTrainedTokenizerFast,
    ids: &List<i64>,
    skip_special_tokens: bool,
) -> Fallible<List<Option<Str>>> {
    let skipped = if skip_special_tokens { all_special_ids(tokenizer).to_vec() } else { Vec::new() };
    let kept = ids.to_vec().into_iter().filter(|id| !skipped.contains(&Some(*id)));
    kept.map(|id| convert_id_to_token(tokenizer, id, false)).collect::<Fallible<Vec<_>>>().map(list::from_vec)
}

/// `tokenizer.convert_tokens_to_string(tokens)`
///
/// # Errors
/// `Exception` where the decoder fails.
pub fn convert_tokens_to_string(tokenizer: &PreTrainedTokenizerFast, tokens: &List<Str>) -> Fallible<Str> {
    let tokens: Vec<String> = tokens.to_vec().iter().map(|token| token.as_str().to_owned()).collect();
    match tokenizer.0.tokenizer.get_decoder() {
        Some(decoder) => decoder.decode(tokens).map(Str::from).map_err(raised),
        None => Ok(Str::from(tokens.join(" "))),
    }
}

/// `tokenizer.tokenize(text, pair, add_special_tokens)`: the tokens as text.
///
/// # Errors
/// `Exception` where the tokenizer's model fails.
pub fn tokenize(
    tokenizer: &PreTrainedTokenizerFast,
    text: &Str,
    pair: &Option<Str>,
    add_special_tokens: bool,
) -> Fallible<List<Str>> {
    let pair = pair.as_ref().map(Str::as_str);
    let encoding = tokenizer.0.encode((text.as_str(), pair), add_special_tokens, None)?;
    // Encodings are made without the texts of their tokens.
    let token = |&id: &u32| tokenizer.0.tokenizer.id_to_token(id).unwrap_or_default().into();
    Ok(list::from_vec(encoding.get_ids().iter().map(token).collect()))
}

/// `tokenizer.special_tokens_map`: the tokens that have names.
#[must_use]
pub fn special_tokens_map(tokenizer: &PreTrainedTokenizerFast) -> Dict<Str, Str> {
    let named = tokenizer.0.special.iter();
    dict::from_pairs(named.map(|(name, token)| (Str::from(name.as_str()), Str::from(token.as_str()))).collect())
}

/// `tokenizer.all_special_tokens`: those with names and others, each once.
#[must_use]
pub fn all_special_tokens(tokenizer: &PreTrainedTokenizerFast) -> List<Str> {
    list::from_vec(tokenizer.0.all_special.iter().map(|token| Str::from(token.as_str())).collect())
}

/// `tokenizer.all_special_ids`
#[must_use]
pub fn all_special_ids(tokenizer: &PreTrainedTokenizerFast) -> List<Option<i64>> {
    let tokens = all_special_tokens(tokenizer);
    convert_tokens_to_ids(tokenizer, &tokens)
}

fn special(tokenizer: &PreTrainedTokenizerFast, name: &str) -> Option<Str> {
    let named = tokenizer.0.special.iter().find(|(own, _)| own == name);
    named.map(|(_, token)| Str::from(token.as_str()))
}

fn special_id(tokenizer: &PreTrainedTokenizerFast, name: &str) -> Option<i64> {
    let token = special(tokenizer, name)?;
    let id = tokenizer.0.tokenizer.token_to_id(token.as_str()).map(i64::from);
    // A special token that the vocabulary has not is the unknown one, as any other.
    if id.is_none() && name != "unk_token" { special_id(tokenizer, "unk_token") } else { id }
}

macro_rules! special_tokens {
    ($($token:ident, $id:ident, $name:literal;)*) => {$(
        #[doc = concat!("`tokenizer.", $name, "`")]
        #[must_use]
        pub fn $token(tokenizer: &PreTrainedTokenizerFast) -> Option<Str> {
            special(tokenizer, $name)
        }

        #[doc = concat!("`tokenizer.", $name, "_id`")]
        #[must_use]
        pub fn $id(tokenizer: &PreTrainedTokenizerFast) -> Option<i64> {
            special_id(tokenizer, $name)
        }
    )*};
}

special_tokens! {
    bos_token, bos_token_id, "bos_token";
    eos_token, eos_token_id, "eos_token";
    unk_token, unk_token_id, "unk_token";
    sep_token, sep_token_id, "sep_token";
    pad_token, pad_token_id, "pad_token";
    cls_token, cls_token_id, "cls_token";
    mask_token, mask_token_id, "mask_token";
}
