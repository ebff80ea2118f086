//! A tokenizer from its JSON: padding and truncation as it stores them. The values are those of the Python package.

use hotforge_runtime::tokenizers::{Tokenizer, encoding, tokenizer};
use hotforge_runtime::{Fallible, List, Object, Str, list};

const WORDS: &str = r#"{
    "version": "1.0",
    "truncation": {"direction": "Right", "max_length": 4, "strategy": "LongestFirst", "stride": 0},
    "padding": {"strategy": "BatchLongest", "direction": "Right", "pad_to_multiple_of": null, "pad_id": 0,
                "pad_type_id": 0, "pad_token": "[PAD]"},
    "added_tokens": [{"id": 0, "content": "[PAD]", "single_word": false, "lstrip": false, "rstrip": false,
                      "normalized": false, "special": true}],
    "normalizer": {"type": "Lowercase"},
    "pre_tokenizer": {"type": "Whitespace"},
    "post_processor": null,
    "decoder": null,
    "model": {"type": "WordLevel", "vocab": {"[PAD]": 0, "[UNK]": 1, "é": 2, "world": 3, "!": 4}, "unk_token": "[UNK]"}
}"#;

fn repr(value: &impl Object) -> String {
    let mut text = String::new();
    value.repr(&mut text);
    text
}

fn texts(texts: &[&str]) -> List<Str> {
    list::from_vec(texts.iter().map(|&text| Str::from(text)).collect())
}

#[test]
fn a_batch_is_padded_and_truncated() -> Fallible<()> {
    let words = Tokenizer::from_bytes(WORDS.as_bytes())?;
    let batch = tokenizer::encode_batch(&words, &texts(&["É world", "", "world ! ! ! !"]), false, true)?.to_vec();
    let ids: Vec<String> = batch.iter().map(|encoding| repr(&encoding::ids(encoding))).collect();
    assert_eq!(ids, ["[2, 3, 0, 0]", "[0, 0, 0, 0]", "[3, 4, 4, 4]"]);
    assert_eq!(repr(&encoding::attention_mask(&batch[0])), "[1, 1, 0, 0]");
    // Counted in characters, as Python's strings are.
    assert_eq!(repr(&encoding::offsets(&batch[0])), "[(0, 1), (2, 7), (0, 0), (0, 0)]");
    assert_eq!(repr(&encoding::word_ids(&batch[0])), "[0, 1, None, None]");
    assert_eq!(repr(&encoding::tokens(&batch[0])), "['é', 'world', '[PAD]', '[PAD]']");
    assert_eq!(repr(&encoding::overflowing(&batch[2])).matches("num_tokens=").count(), 1);
    Ok(())
}

#[test]
fn ids_and_tokens_name_one_another() -> Fallible<()> {
    let words = Tokenizer::from_bytes(WORDS.as_bytes())?;
    assert_eq!(tokenizer::token_to_id(&words, &Str::literal("world")), Some(3));
    assert_eq!(tokenizer::token_to_id(&words, &Str::literal("moon")), None);
    assert_eq!(tokenizer::id_to_token(&words, 2)?.as_ref().map(Str::as_str), Some("é"));
    assert_eq!(tokenizer::get_vocab_size(&words, true), 5);
    let text = tokenizer::decode(&words, &list::from_vec(vec![3, 4, 0]), true)?;
    assert_eq!(text.as_str(), "world !");
    let raised = tokenizer::decode(&words, &list::from_vec(vec![-1]), true).expect_err("no id is negative");
    assert_eq!(raised.to_string(), "OverflowError: number too small to fit in target type");
    assert!(Tokenizer::from_bytes(b"{}").is_err());
    Ok(())
}
