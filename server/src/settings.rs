//! The command line.

use std::net::IpAddr;
use std::path::PathBuf;
use std::time::Duration;

use clap::{Parser, ValueEnum};

/// Serves compiled predictors over HTTP, in the shape of OpenAI's API.
#[derive(Debug, Clone, Parser)]
#[command(name = "hotforge serve", bin_name = "hotforge serve", version)]
pub struct Settings {
    /// The bundles, each `build/embed`, or with a name for its model `bge-small=build/embed`.
    #[arg(required = true, value_name = "[NAME=]BUNDLE")]
    pub bundles: Vec<Bundle>,
    /// The address to listen on.
    #[arg(long, default_value = "127.0.0.1")]
    pub host: IpAddr,
    /// The port; 0 takes one that is free.
    #[arg(long, short, default_value_t = 8000)]
    pub port: u16,
    /// A file with a key on each line; requests must bring one. The variable HOTFORGE_API_KEYS holds keys, too, with commas
    /// between them. Without any key, everybody may call.
    #[arg(long, value_name = "FILE")]
    pub api_keys: Option<PathBuf>,
    /// How many calls run at the same time; one for each processor by default.
    #[arg(long, default_value_t = processors())]
    pub concurrency: usize,
    /// How many threads compute in each call, models and large arrays. By default the processors are shared among the calls that may run at the same
    /// time: one thread each where `--concurrency` is not given, all for one call with `--concurrency 1`.
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..))]
    pub threads: Option<u16>,
    /// How many requests wait for their turn; more are told to come back (429).
    #[arg(long, default_value_t = 1024)]
    pub queue: usize,
    /// How many texts of several requests, of about the same length, go into one call at most. By default what the predictor allows, as
    /// `Parameter.Embedding(batch=32)` does; without that each request is a call, since a model may give a text another vector in
    /// other company.
    #[arg(long)]
    pub batch: Option<usize>,
    /// How long a request may take, or a stream be silent, in seconds.
    #[arg(long, default_value = "300", value_parser = seconds)]
    pub timeout: Duration,
    /// How long requests may take to end when the server is asked to stop, in seconds.
    #[arg(long, default_value = "30", value_parser = seconds)]
    pub grace: Duration,
    /// The largest body of a request, in bytes.
    #[arg(long, default_value_t = 32 << 20)]
    pub body_limit: usize,
    /// How log lines are written.
    #[arg(long, value_enum, default_value = "text")]
    pub log: Log,
    /// Keeps serving a bundle as it was when the server started, whatever becomes of its folder.
    #[arg(long)]
    pub no_reload: bool,
}

impl Settings {
    /// How many threads compute in each call.
    pub fn threads_of_call(&self) -> usize {
        self.threads.map_or_else(|| (processors() / self.concurrency.max(1)).max(1), usize::from)
    }
}

/// A bundle, and what its model is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bundle {
    /// The name, where one is given.
    pub name: Option<String>,
    /// The folder.
    pub path: PathBuf,
}

/// How log lines are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Log {
    /// For people.
    Text,
    /// An object of JSON on each line.
    Json,
}

impl std::str::FromStr for Bundle {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.split_once('=') {
            Some(("", _)) | Some((_, "")) => Err("a name and a folder are given as NAME=FOLDER".into()),
            // The part before the sign may be a part of the path.
            Some((name, path)) if !name.contains(['/', '\\']) => {
                Ok(Self { name: Some(name.to_owned()), path: PathBuf::from(path) })
            }
            _ => Ok(Self { name: None, path: PathBuf::from(text) }),
        }
    }
}

fn processors() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

fn seconds(text: &str) -> Result<Duration, String> {
    let seconds: f64 = text.parse().map_err(|_| "a number of seconds is wanted".to_owned())?;
    Duration::try_from_secs_f64(seconds)
        .ok()
        .filter(|time| !time.is_zero())
        .ok_or_else(|| "more than 0 is wanted".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bundle_may_have_a_name() {
        let bundle = |text: &str| text.parse::<Bundle>();
        assert_eq!(bundle("build/embed").unwrap(), Bundle { name: None, path: "build/embed".into() });
        assert_eq!(bundle("bge=build/a=b").unwrap(), Bundle { name: Some("bge".into()), path: "build/a=b".into() });
        assert_eq!(bundle("build/a=b").unwrap(), Bundle { name: None, path: "build/a=b".into() });
        assert!(bundle("=x").is_err() && bundle("x=").is_err());
    }

    #[test]
    fn times_are_seconds() {
        assert_eq!(seconds("1.5"), Ok(Duration::from_millis(1500)));
        assert!(seconds("0").is_err() && seconds("-1").is_err() && seconds("nan").is_err() && seconds("x").is_err());
    }
}
