//! The stream of messages, made sound: the framework below ends at the first message that it cannot read, so what is no
//! message is taken out before.

use std::borrow::Cow;

use serde::Deserialize;
use serde::de::IgnoredAny;
use tokio::io::{AsyncBufRead, AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, BufReader};

/// A longer message is none.
const LONGEST: usize = 256 << 20;

/// Passes messages on until the input or the output ends. What is no message is told on stderr and left out.
pub async fn pass_messages(input: impl AsyncRead + Unpin, mut output: impl AsyncWrite + Unpin) {
    let mut input = BufReader::new(input);
    while let Some(length) = length(&mut input).await {
        let mut body = vec![0; length];
        if input.read_exact(&mut body).await.is_err() {
            return;
        }
        if !is_message(&body) {
            eprintln!("hotforge: a message of {length} bytes was not understood");
            continue;
        }
        let header = format!("Content-Length: {length}\r\n\r\n");
        if output.write_all(header.as_bytes()).await.is_err() || output.write_all(&body).await.is_err() {
            return;
        }
    }
}

/// Reads a header up to its empty line: how long the message behind it is. Headers that say no length are passed over.
async fn length(input: &mut (impl AsyncBufRead + Unpin)) -> Option<usize> {
    let mut length = None;
    loop {
        let mut line = Vec::new();
        if input.read_until(b'\n', &mut line).await.ok()? == 0 {
            return None;
        }
        let line = String::from_utf8_lossy(&line);
        match line.trim() {
            "" => match length.take() {
                Some(length) => return Some(length),
                None => continue,
            },
            header => {
                let value = header.split_once(':').filter(|(name, _)| name.eq_ignore_ascii_case("content-length"));
                let value = value.and_then(|(_, value)| value.trim().parse().ok());
                length = value.filter(|length| *length <= LONGEST).or(length);
            }
        }
    }
}

#[derive(Deserialize)]
struct Envelope<'a> {
    #[serde(borrow)]
    jsonrpc: Cow<'a, str>,
    #[serde(borrow, default)]
    method: Option<Cow<'a, str>>,
    #[serde(default)]
    id: Option<IgnoredAny>,
}

fn is_message(body: &[u8]) -> bool {
    serde_json::from_slice::<Envelope>(body)
        .is_ok_and(|envelope| envelope.jsonrpc == "2.0" && (envelope.method.is_some() || envelope.id.is_some()))
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn passed(input: &[u8]) -> String {
        let mut output = Vec::new();
        pass_messages(input, &mut output).await;
        String::from_utf8(output).expect("the messages are text")
    }

    fn framed(body: &str) -> String {
        format!("Content-Length: {}\r\n\r\n{body}", body.len())
    }

    #[tokio::test]
    async fn messages_pass_and_what_is_none_does_not() {
        let good = framed(r#"{"jsonrpc":"2.0","id":1,"method":"shutdown"}"#);
        let answer = framed(r#"{"jsonrpc":"2.0","id":2,"result":null}"#);
        let broken = [framed("{not json"), framed("[]"), framed(r#"{"id":1}"#), "Content-Length: x\r\n\r\n".into()];
        let input = format!("{}{good}{}{}{answer}{}", broken[0], broken[1], broken[3], broken[2]);
        assert_eq!(passed(input.as_bytes()).await, format!("{good}{answer}"));
    }

    #[tokio::test]
    async fn a_message_that_is_cut_off_ends_the_stream() {
        assert_eq!(passed(b"Content-Length: 50\r\n\r\n{}").await, "");
        assert_eq!(passed(b"no header at all").await, "");
    }
}
