//! The module `tokenizers`: text to the token ids that a model takes, and back. The work is the crate's of that name,
//! which is what the Python package wraps.

pub(crate) mod counts;

use std::fmt;

use ::tokenizers::EncodeInput;

use crate::dict::{self, Dict};
use crate::exception::{Exception, Fallible, Raised};
use crate::list::{self, List};
use crate::object::{Identity, Object};
use crate::opaque::Opaque;
use crate::str::Str;

/// `tokenizers.Tokenizer`: never changed once it was captured, so any number of threads may use it.
#[derive(Clone)]
pub struct Tokenizer(Opaque<::tokenizers::Tokenizer>);

/// `tokenizers.Encoding`: what a text became.
#[derive(Clone)]
pub struct Encoding(Opaque<::tokenizers::Encoding>);

impl Tokenizer {
    /// The tokenizer that the JSON of `Tokenizer.to_str()` describes, with its padding and truncation.
    ///
    /// # Errors
    /// `Exception` where the JSON does not describe a tokenizer.
    pub fn from_bytes(json: &[u8]) -> Fallible<Self> {
        ::tokenizers::Tokenizer::from_bytes(json).map(|tokenizer| Self(Opaque::new(tokenizer))).map_err(raised)
    }
}

/// The package raises plain `Exception`s.
#[cold]
fn raised(error: ::tokenizers::Error) -> Raised {
    Exception::new("Exception", error.to_string())
}

/// Methods of `tokenizers.Tokenizer`.
pub mod tokenizer {
    use super::*;

    /// The encoding of a text, or of a pair of texts.
    ///
    /// # Errors
    /// `Exception` where the tokenizer's model fails.
    pub fn encode(
        tokenizer: &Tokenizer,
        sequence: &Str,
        pair: &Option<Str>,
        _is_pretokenized: bool,
        add_special_tokens: bool,
    ) -> Fallible<Encoding> {
        let input = match pair {
            Some(pair) => EncodeInput::from((sequence.as_str(), pair.as_str())),
            None => EncodeInput::from(sequence.as_str()),
        };
        let encoding = tokenizer.0.encode_char_offsets(input, add_special_tokens).map_err(raised)?;
        let encoding = Encoding(Opaque::new(encoding));
        counts::count(&encoding);
        Ok(encoding)
    }

    /// The encoding of each text, padded to one another where the tokenizer pads.
    ///
    /// # Errors
    /// `Exception` where the tokenizer's model fails.
    pub fn encode_batch(
        tokenizer: &Tokenizer,
        input: &List<Str>,
        _is_pretokenized: bool,
        add_special_tokens: bool,
    ) -> Fallible<List<Encoding>> {
        let texts = input.to_vec();
        batch(tokenizer, texts.iter().map(|text| EncodeInput::from(text.as_str())).collect(), add_special_tokens)
    }

    /// The encoding of each pair of texts.
    ///
    /// # Errors
    /// `Exception` where the tokenizer's model fails.
    pub fn encode_batch_pairs(
        tokenizer: &Tokenizer,
        input: &List<(Str, Str)>,
        _is_pretokenized: bool,
        add_special_tokens: bool,
    ) -> Fallible<List<Encoding>> {
        let pairs = input.to_vec();
        let inputs = pairs.iter().map(|(text, pair)| EncodeInput::from((text.as_str(), pair.as_str())));
        batch(tokenizer, inputs.collect(), add_special_tokens)
    }

    /// The encoding of a text that is split into words.
    ///
    /// # Errors
    /// `Exception` where the tokenizer's model fails.
    pub fn encode_words(
        tokenizer: &Tokenizer,
        sequence: &List<Str>,
        pair: &Option<List<Str>>,
        _is_pretokenized: bool,
        add_special_tokens: bool,
    ) -> Fallible<Encoding> {
        let (sequence, pair) = (words(sequence), pair.as_ref().map(words));
        let input = match pair {
            Some(pair) => EncodeInput::from((sequence, pair)),
            None => EncodeInput::from(sequence),
        };
        let encoding = tokenizer.0.encode_char_offsets(input, add_special_tokens).map_err(raised)?;
        Ok(Encoding(Opaque::new(encoding)))
    }

    /// The encoding of each text, without offsets.
    ///
    /// # Errors
    /// `Exception` where the tokenizer's model fails.
    pub fn encode_batch_fast(
        tokenizer: &Tokenizer,
        input: &List<Str>,
        _is_pretokenized: bool,
        add_special_tokens: bool,
    ) -> Fallible<List<Encoding>> {
        let texts = input.to_vec();
        let texts: Vec<&str> = texts.iter().map(Str::as_str).collect();
        let encodings = tokenizer.0.encode_batch_fast(texts, add_special_tokens).map_err(raised)?;
        Ok(list::from_vec(encodings.into_iter().map(|encoding| Encoding(Opaque::new(encoding))).collect()))
    }

    fn words(text: &List<Str>) -> Vec<String> {
        text.to_vec().iter().map(|word| word.as_str().to_owned()).collect()
    }

    /// The encoding of each text, which are split into words.
    ///
    /// # Errors
    /// `Exception` where the tokenizer's model fails.
    pub fn encode_batch_words(
        tokenizer: &Tokenizer,
        input: &List<List<Str>>,
        _is_pretokenized: bool,
        add_special_tokens: bool,
    ) -> Fallible<List<Encoding>> {
        let texts = input.to_vec();
        batch(tokenizer, texts.iter().map(|text| EncodeInput::from(words(text))).collect(), add_special_tokens)
    }

    fn batch(
        tokenizer: &Tokenizer,
        inputs: Vec<EncodeInput<'_>>,
        add_special_tokens: bool,
    ) -> Fallible<List<Encoding>> {
        let encodings = tokenizer.0.encode_batch_char_offsets(inputs, add_special_tokens).map_err(raised)?;
        let encodings: Vec<_> = encodings.into_iter().map(|encoding| Encoding(Opaque::new(encoding))).collect();
        encodings.iter().for_each(counts::count);
        Ok(list::from_vec(encodings))
    }

    /// The text of token ids.
    ///
    /// # Errors
    /// `OverflowError` for an id that is no unsigned 32-bit number; `Exception` where the decoder fails.
    pub fn decode(tokenizer: &Tokenizer, ids: &List<i64>, skip_special_tokens: bool) -> Fallible<Str> {
        let ids = token_ids(ids)?;
        tokenizer.0.decode(&ids, skip_special_tokens).map(Str::from).map_err(raised)
    }

    /// The text of each list of token ids.
    ///
    /// # Errors
    /// As for [`decode`].
    pub fn decode_batch(
        tokenizer: &Tokenizer,
        sequences: &List<List<i64>>,
        skip_special_tokens: bool,
    ) -> Fallible<List<Str>> {
        let sequences = sequences.to_vec();
        let texts = sequences.iter().map(|ids| decode(tokenizer, ids, skip_special_tokens));
        texts.collect::<Fallible<Vec<_>>>().map(list::from_vec)
    }

    fn token_ids(ids: &List<i64>) -> Fallible<Vec<u32>> {
        ids.with(|ids| ids.iter().map(|&id| token_id(id)).collect())
    }

    fn token_id(id: i64) -> Fallible<u32> {
        u32::try_from(id).map_err(|_| {
            crate::exception::overflow_error(if id < 0 {
                "number too small to fit in target type"
            } else {
                "number too large to fit in target type"
            })
        })
    }

    /// The id of a token, or `None`.
    pub fn token_to_id(tokenizer: &Tokenizer, token: &Str) -> Option<i64> {
        tokenizer.0.token_to_id(token.as_str()).map(i64::from)
    }

    /// The token of an id, or `None`.
    ///
    /// # Errors
    /// `OverflowError` for an id that is no unsigned 32-bit number.
    pub fn id_to_token(tokenizer: &Tokenizer, id: i64) -> Fallible<Option<Str>> {
        Ok(tokenizer.0.id_to_token(token_id(id)?).map(Str::from))
    }

    /// Every token with its id.
    pub fn get_vocab(tokenizer: &Tokenizer, with_added_tokens: bool) -> Dict<Str, i64> {
        let tokens = tokenizer.0.get_vocab(with_added_tokens).into_iter();
        dict::from_pairs(tokens.map(|(token, id)| (Str::from(token), id.into())).collect())
    }

    /// The number of tokens.
    pub fn get_vocab_size(tokenizer: &Tokenizer, with_added_tokens: bool) -> i64 {
        tokenizer.0.get_vocab_size(with_added_tokens) as i64
    }

    /// How many special tokens are added to a text, or a pair of texts.
    pub fn num_special_tokens_to_add(tokenizer: &Tokenizer, is_pair: bool) -> i64 {
        use ::tokenizers::PostProcessor;
        tokenizer.0.get_post_processor().map_or(0, |processor| processor.added_tokens(is_pair) as i64)
    }
}

/// Attributes and methods of `tokenizers.Encoding`. Each attribute makes a new list, as in Python.
pub mod encoding {
    use super::*;

    fn ints(values: &[u32]) -> List<i64> {
        list::from_vec(values.iter().map(|&value| value.into()).collect())
    }

    /// The token ids.
    pub fn ids(encoding: &Encoding) -> List<i64> {
        ints(encoding.0.get_ids())
    }

    /// Which text of a pair each token comes from.
    pub fn type_ids(encoding: &Encoding) -> List<i64> {
        ints(encoding.0.get_type_ids())
    }

    /// 1 for tokens, 0 for padding.
    pub fn attention_mask(encoding: &Encoding) -> List<i64> {
        ints(encoding.0.get_attention_mask())
    }

    /// 1 for special tokens.
    pub fn special_tokens_mask(encoding: &Encoding) -> List<i64> {
        ints(encoding.0.get_special_tokens_mask())
    }

    /// The tokens as text.
    pub fn tokens(encoding: &Encoding) -> List<Str> {
        list::from_vec(encoding.0.get_tokens().iter().map(|token| Str::from(token.as_str())).collect())
    }

    /// Where in the text each token stands: first code point and the one after the last.
    pub fn offsets(encoding: &Encoding) -> List<(i64, i64)> {
        list::from_vec(encoding.0.get_offsets().iter().map(|&(start, end)| (start as i64, end as i64)).collect())
    }

    /// The number of the word that each token is of; `None` for special tokens.
    pub fn word_ids(encoding: &Encoding) -> List<Option<i64>> {
        list::from_vec(encoding.0.get_word_ids().iter().map(|word| word.map(i64::from)).collect())
    }

    /// The number of the text that each token is of; `None` for special tokens.
    pub fn sequence_ids(encoding: &Encoding) -> List<Option<i64>> {
        let texts = encoding.0.get_sequence_ids();
        list::from_vec(texts.into_iter().map(|text| text.map(|text| text as i64)).collect())
    }

    /// What truncation cut off, in pieces of the same length.
    pub fn overflowing(encoding: &Encoding) -> List<Encoding> {
        let pieces = encoding.0.get_overflowing().iter();
        list::from_vec(pieces.map(|piece| Encoding(Opaque::new(piece.clone()))).collect())
    }

    /// A number that counts from 0.
    fn place(value: i64) -> Fallible<usize> {
        usize::try_from(value).map_err(|_| crate::exception::overflow_error("can't convert negative int to unsigned"))
    }

    fn span((start, end): (usize, usize)) -> (i64, i64) {
        (start as i64, end as i64)
    }

    /// The token that holds a character of a text.
    ///
    /// # Errors
    /// `OverflowError` for a negative number; so do all of these.
    pub fn char_to_token(encoding: &Encoding, char_pos: i64, sequence_index: i64) -> Fallible<Option<i64>> {
        let token = encoding.0.char_to_token(place(char_pos)?, place(sequence_index)?);
        Ok(token.map(|token| token as i64))
    }

    /// The word that holds a character of a text.
    ///
    /// # Errors
    /// As [`char_to_token`].
    pub fn char_to_word(encoding: &Encoding, char_pos: i64, sequence_index: i64) -> Fallible<Option<i64>> {
        Ok(encoding.0.char_to_word(place(char_pos)?, place(sequence_index)?).map(i64::from))
    }

    /// Where in its text a token stands.
    ///
    /// # Errors
    /// As [`char_to_token`].
    pub fn token_to_chars(encoding: &Encoding, token_index: i64) -> Fallible<Option<(i64, i64)>> {
        Ok(encoding.0.token_to_chars(place(token_index)?).map(|(_, offsets)| span(offsets)))
    }

    /// The word that a token is of.
    ///
    /// # Errors
    /// As [`char_to_token`].
    pub fn token_to_word(encoding: &Encoding, token_index: i64) -> Fallible<Option<i64>> {
        Ok(encoding.0.token_to_word(place(token_index)?).map(|(_, word)| word.into()))
    }

    /// The text that a token is of.
    ///
    /// # Errors
    /// As [`char_to_token`].
    pub fn token_to_sequence(encoding: &Encoding, token_index: i64) -> Fallible<Option<i64>> {
        Ok(encoding.0.token_to_sequence(place(token_index)?).map(|text| text as i64))
    }

    /// Where in its text a word stands.
    ///
    /// # Errors
    /// As [`char_to_token`].
    pub fn word_to_chars(encoding: &Encoding, word_index: i64, sequence_index: i64) -> Fallible<Option<(i64, i64)>> {
        let word = u32::try_from(place(word_index)?).unwrap_or(u32::MAX);
        Ok(encoding.0.word_to_chars(word, place(sequence_index)?).map(span))
    }

    /// The first token of a word, and the one after its last.
    ///
    /// # Errors
    /// As [`char_to_token`].
    pub fn word_to_tokens(encoding: &Encoding, word_index: i64, sequence_index: i64) -> Fallible<Option<(i64, i64)>> {
        let word = u32::try_from(place(word_index)?).unwrap_or(u32::MAX);
        Ok(encoding.0.word_to_tokens(word, place(sequence_index)?).map(span))
    }

    /// The number of texts.
    pub fn n_sequences(encoding: &Encoding) -> i64 {
        encoding.0.n_sequences() as i64
    }

    /// The number of tokens.
    pub fn len(encoding: &Encoding) -> i64 {
        encoding.0.len() as i64
    }
}

impl fmt::Debug for Tokenizer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tokenizer")
    }
}

impl fmt::Debug for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        self.repr(&mut text);
        f.write_str(&text)
    }
}

impl Object for Tokenizer {
    fn type_name(&self) -> &'static str {
        "Tokenizer"
    }

    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        out.push_str("<tokenizers.Tokenizer object>");
    }
}

impl Identity for Tokenizer {
    fn same(&self, other: &Self) -> bool {
        self.0.same(&other.0)
    }
}

impl Object for Encoding {
    fn type_name(&self) -> &'static str {
        "Encoding"
    }

    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        out.push_str("Encoding(num_tokens=");
        out.push_str(&self.0.len().to_string());
        out.push_str(
            ", attributes=[ids, type_ids, tokens, offsets, attention_mask, special_tokens_mask, overflowing])",
        );
    }
}

impl Identity for Encoding {
    fn same(&self, other: &Self) -> bool {
        self.0.same(&other.0)
    }
}
