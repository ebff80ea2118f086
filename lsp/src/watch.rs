//! Files that change on the disk, where the client does not watch them: `notify` does.

use std::path::{Path, PathBuf};

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::owner::{Event, Owner};

/// Watches folders as long as it lives.
#[derive(Debug)]
pub struct Watch {
    _watcher: RecommendedWatcher,
}

impl Watch {
    /// Tells the owner of changed files below the folders. A folder that cannot be watched is told on stderr.
    pub fn start(folders: &[PathBuf], owner: Owner) -> Option<Self> {
        let tell = move |event: notify::Result<notify::Event>| {
            let Ok(event) = event else { return };
            if matches!(event.kind, EventKind::Access(_)) {
                return;
            }
            let paths: Vec<String> = event.paths.iter().filter(|path| is_wanted(path)).map(|path| text(path)).collect();
            if !paths.is_empty() {
                owner.tell(Event::Disk(paths));
            }
        };
        let mut watcher = match notify::recommended_watcher(tell) {
            Ok(watcher) => watcher,
            Err(error) => {
                eprintln!("hotforge: files are not watched: {error}");
                return None;
            }
        };
        for folder in folders {
            if let Err(error) = watcher.watch(folder, RecursiveMode::Recursive) {
                eprintln!("hotforge: {} is not watched: {error}", folder.display());
            }
        }
        Some(Self { _watcher: watcher })
    }
}

/// The patterns of files that analyses depend on.
pub const PATTERNS: &[&str] = &["**/*.py", "**/*.onnx", "**/tokenizer.json", "**/pyproject.toml"];

fn is_wanted(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.ends_with(".py") || name.ends_with(".onnx") || name == "tokenizer.json" || name == "pyproject.toml"
}

fn text(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
