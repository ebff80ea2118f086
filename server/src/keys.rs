//! Who may call.

use anyhow::Context;
use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use base64::Engine;

use crate::settings::Settings;

/// The keys of those who may call; everybody may where there is none.
#[derive(Debug, Clone, Default)]
pub struct Keys(Vec<blake3::Hash>);

impl Keys {
    /// The keys of the file and of the environment.
    ///
    /// # Errors
    /// Where the file cannot be read or holds no key.
    pub fn read(settings: &Settings) -> anyhow::Result<Self> {
        let mut keys: Vec<String> = Vec::new();
        if let Some(path) = &settings.api_keys {
            let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
            keys.extend(
                text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).map(Into::into),
            );
            anyhow::ensure!(!keys.is_empty(), "{} holds no key", path.display());
        }
        let environment = std::env::var("HOTFORGE_API_KEYS").unwrap_or_default();
        keys.extend(environment.split(',').map(str::trim).filter(|key| !key.is_empty()).map(Into::into));
        Ok(Self::of(&keys))
    }

    fn of(keys: &[String]) -> Self {
        Self(keys.iter().map(|key| blake3::hash(key.as_bytes())).collect())
    }

    /// Whether a request may pass: `Authorization: Bearer KEY` as OpenAI's clients send it, `x-api-key: KEY` as Anthropic's do,
    /// or the password of a browser.
    pub fn admit(&self, headers: &HeaderMap) -> bool {
        self.0.is_empty() || presented(headers).is_some_and(|key| self.knows(&key))
    }

    /// Whether a request needs a key.
    pub fn are_wanted(&self) -> bool {
        !self.0.is_empty()
    }

    /// Hashes are compared, in constant time: how long it takes tells nothing of the keys.
    fn knows(&self, key: &str) -> bool {
        let hash = blake3::hash(key.as_bytes());
        self.0.iter().fold(false, |found, known| found | (*known == hash))
    }
}

fn presented(headers: &HeaderMap) -> Option<String> {
    if let Some(key) = headers.get("x-api-key") {
        return key.to_str().ok().map(Into::into);
    }
    let authorization = headers.get(AUTHORIZATION)?.to_str().ok()?;
    let (scheme, value) = authorization.split_once(' ')?;
    match scheme.to_ascii_lowercase().as_str() {
        "bearer" => Some(value.trim().to_owned()),
        "basic" => password(value.trim()),
        _ => None,
    }
}

/// The password in `name:password`, in Base64.
fn password(encoded: &str) -> Option<String> {
    let decoded = base64::engine::general_purpose::STANDARD.decode(encoded).ok()?;
    let text = String::from_utf8(decoded).ok()?;
    text.split_once(':').map(|(_, password)| password.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn admits(keys: &[&str], name: &'static str, value: &str) -> bool {
        let keys = Keys::of(&keys.iter().map(|key| (*key).to_owned()).collect::<Vec<_>>());
        let mut headers = HeaderMap::new();
        headers.insert(name, value.parse().unwrap());
        keys.admit(&headers)
    }

    #[test]
    fn a_key_opens_in_each_form() {
        assert!(admits(&["a", "secret"], "authorization", "Bearer secret"));
        assert!(admits(&["secret"], "authorization", "bearer  secret "));
        assert!(admits(&["secret"], "x-api-key", "secret"));
        assert!(admits(&["secret"], "authorization", "Basic dXNlcjpzZWNyZXQ="));
        assert!(admits(&[], "x-other", ""));
    }

    #[test]
    fn nothing_else_does() {
        for value in [
            "Bearer",
            "Bearer ",
            "Bearer secre",
            "Bearer secrets",
            "secret",
            "Basic secret",
            "Basic dXNlcg==",
            "Digest secret",
        ] {
            assert!(!admits(&["secret"], "authorization", value), "{value}");
        }
        assert!(!admits(&["secret"], "x-api-key", "") && !admits(&["secret"], "x-other", "secret"));
    }
}
