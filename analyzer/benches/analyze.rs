//! How long the analysis of the embedding example takes: what an editor waits for at each key stroke.

use std::path::Path;
use std::sync::Arc;

use criterion::{Criterion, criterion_group, criterion_main};
use hotforge_analyzer::analysis::CapturedTypes;
use hotforge_analyzer::{Files, analyze};

/// The disk, read once for each path, so that the analysis alone is measured.
struct Cached(std::cell::RefCell<std::collections::HashMap<String, Option<Arc<[u8]>>>>);

impl Files for Cached {
    fn read(&self, path: &str) -> Option<Arc<[u8]>> {
        let mut cache = self.0.borrow_mut();
        cache.entry(path.to_owned()).or_insert_with(|| std::fs::read(path).ok().map(Arc::from)).clone()
    }
}

fn analyze_example(criterion: &mut Criterion) {
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/embed.py").to_string_lossy().into_owned();
    let files = Cached(Default::default());
    criterion.bench_function("analyze examples/embed.py", |bencher| {
        bencher.iter(|| analyze(&example, &files, &CapturedTypes::default()));
    });
}

criterion_group!(benches, analyze_example);
criterion_main!(benches);
