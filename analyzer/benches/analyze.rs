//! How long analyses take: what an editor waits for at each key stroke. Of the embedding example, and of files of 50,
//! 500 and 5,000 lines.

use std::path::Path;
use std::sync::Arc;

use criterion::{Criterion, criterion_group, criterion_main};
use hotforge_analyzer::analysis::CapturedTypes;
use hotforge_analyzer::{Files, Incremental, analyze};

/// The disk, read once for each path, so that the analysis alone is measured.
struct Cached(std::cell::RefCell<std::collections::HashMap<String, Option<Arc<[u8]>>>>);

impl Files for Cached {
    fn read(&self, path: &str) -> Option<Arc<[u8]>> {
        let mut cache = self.0.borrow_mut();
        cache.entry(path.to_owned()).or_insert_with(|| std::fs::read(path).ok().map(Arc::from)).clone()
    }
}

/// One file in memory.
struct Memory(Arc<[u8]>);

impl Files for Memory {
    fn read(&self, path: &str) -> Option<Arc<[u8]>> {
        (path == "main.py").then(|| self.0.clone())
    }
}

/// Twenty-five lines: two predictors and a helper, as `bench/programs.py` has them.
fn block(number: usize) -> String {
    let text = concat!("\n", include_str!("../../bench/block.py"));
    text.replace("_N", &format!("_{number}"))
}

fn analyze_example(criterion: &mut Criterion) {
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/embed.py").to_string_lossy().into_owned();
    let files = Cached(Default::default());
    criterion.bench_function("analyze examples/embed.py", |bencher| {
        bencher.iter(|| analyze(&example, &files, &CapturedTypes::default()));
    });
}

fn analyze_sizes(criterion: &mut Criterion) {
    for lines in [50, 500, 5_000] {
        let blocks: String = (0..lines / 25).map(block).collect();
        let files = Memory(format!("import math\nfrom hotforge import compile\n{blocks}").into_bytes().into());
        assert!(!analyze("main.py", &files, &CapturedTypes::default()).has_errors());
        let mut group = criterion.benchmark_group("analyze lines");
        group.sample_size(20);
        group.bench_function(lines.to_string(), |bencher| {
            bencher.iter(|| analyze("main.py", &files, &CapturedTypes::default()));
        });
        group.finish();
    }
}

/// An edit in a file of one predictor that calls all the rest, of which nothing can be kept.
fn edit_one_unit(criterion: &mut Criterion) {
    let blocks: String = (0..20).map(|number| block(number).replace("@compile()\n", "")).collect();
    let calls: String = (0..20).map(|n| format!("    out.append(summary_{n}(values))\n")).collect();
    let all = format!(
        "@compile()\ndef all(values: list[float]) -> list[str]:\n    out: list[str] = []\n{calls}    return out\n"
    );
    let text = format!("import math\nfrom hotforge import compile\n{blocks}{all}");
    let edited = text.replacen("total += ", "total -= ", 1);
    let versions = [text, edited].map(|text| Memory(text.into_bytes().into()));
    let mut incremental = Incremental::default();
    let mut edits = versions.iter().cycle();
    criterion.bench_function("edit 500 lines of one unit", |bencher| {
        bencher.iter(|| {
            let files = edits.next().expect("a cycle does not end");
            incremental.analyze("main.py", files, &CapturedTypes::default(), &|| false)
        });
    });
}

criterion_group!(benches, analyze_example, analyze_sizes, edit_one_unit);
criterion_main!(benches);
