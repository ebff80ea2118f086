//! What the analyzer reads: open documents over the disk. Every path that is asked for is noted, so that it is known
//! which analyses a change makes stale.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use hotforge_analyzer::Files;
use hotforge_analyzer::source::ReadSeek;

/// Files of the disk that were read before, as long as their date and length stay.
#[derive(Debug, Default)]
pub struct Disk {
    known: Mutex<HashMap<String, Known>>,
}

/// A file that was read: its date then, and its content.
type Known = (SystemTime, Arc<[u8]>);

/// Larger files are not kept.
const LARGEST: u64 = 1 << 20;

impl Disk {
    /// The content of a file, if it is there.
    pub fn read(&self, path: &str) -> Option<Arc<[u8]>> {
        let metadata = std::fs::metadata(path).ok().filter(|metadata| metadata.is_file())?;
        let modified = metadata.modified().ok();
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let (Some((date, bytes)), Some(modified)) = (known.get(path), modified)
            && *date == modified
            && bytes.len() as u64 == metadata.len()
        {
            return Some(bytes.clone());
        }
        let bytes: Arc<[u8]> = std::fs::read(path).ok()?.into();
        if let Some(modified) = modified
            && metadata.len() <= LARGEST
        {
            known.insert(path.to_owned(), (modified, bytes.clone()));
        }
        Some(bytes)
    }
}

/// The files as one analysis sees them.
pub struct Overlay<'a> {
    /// The texts of open documents, by path.
    pub open: &'a dyn Fn(&str) -> Option<Arc<str>>,
    /// The disk below.
    pub disk: &'a Disk,
    /// The paths that were asked for.
    pub asked: Mutex<BTreeSet<String>>,
}

impl Overlay<'_> {
    fn note(&self, path: &str) {
        let mut asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        if !asked.contains(path) {
            asked.insert(path.to_owned());
        }
    }
}

impl Files for Overlay<'_> {
    fn read(&self, path: &str) -> Option<Arc<[u8]>> {
        self.note(path);
        match (self.open)(path) {
            Some(text) => Some(text.as_bytes().into()),
            None => self.disk.read(path),
        }
    }

    fn open(&self, path: &str) -> Option<Box<dyn ReadSeek>> {
        self.note(path);
        std::fs::File::open(path).ok().map(|file| Box::new(file) as Box<dyn ReadSeek>)
    }
}
