//! The analyzer's door to the files on the disk.

use std::sync::Arc;

use hotforge_analyzer::Files;
use hotforge_analyzer::source::ReadSeek;

/// Reads from the disk; relative paths are relative to the current folder.
#[derive(Debug, Clone, Copy, Default)]
pub struct Disk;

impl Files for Disk {
    fn read(&self, path: &str) -> Option<Arc<[u8]>> {
        std::fs::read(path).ok().map(Arc::from)
    }

    fn open(&self, path: &str) -> Option<Box<dyn ReadSeek>> {
        std::fs::File::open(path).ok().map(|file| Box::new(file) as Box<dyn ReadSeek>)
    }
}
