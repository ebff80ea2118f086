//! Every diagnostic code has a page in `docs/diagnostics/`, whose failing example gives that diagnostic and whose mended
//! example gives no error and not that diagnostic.

mod markdown;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use hotforge_analyzer::analysis::CapturedTypes;
use hotforge_analyzer::{Analysis, Code, Files, analyze};
use libtest_mimic::{Arguments, Failed, Trial};

use markdown::{Case, read_cases};

fn main() -> ExitCode {
    let cases: Arc<Vec<Case>> = Arc::new(read_cases(&pages()));
    let trials = Code::ALL.iter().map(|code| {
        let cases = Arc::clone(&cases);
        Trial::test(code.to_string(), move || check(*code, &cases))
    });
    libtest_mimic::run(&Arguments::from_args(), trials.collect()).exit_code()
}

fn pages() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/diagnostics")
}

/// Codes whose examples need more than a file of Python: a model beside it, or values that only capture sees.
const NEED_MORE: &[Code] = &[Code::ModelInputs, Code::GlobalType];

fn check(code: Code, cases: &[Case]) -> Result<(), Failed> {
    let page = format!("{code}: ");
    let of_page: Vec<&Case> = cases.iter().filter(|case| case.name.starts_with(&page)).collect();
    for tag in ["fails", "mended"] {
        let case = of_page.iter().find(|case| case.tag == tag);
        let case = case.ok_or_else(|| format!("docs/diagnostics/{code}.md has no block `python {tag}`"))?;
        let analysis = analyze_block(&case.source);
        let said = analysis.diagnostics.iter().any(|diagnostic| diagnostic.code == code);
        if NEED_MORE.contains(&code) {
            continue;
        }
        if said != (tag == "fails") || (tag == "mended" && analysis.has_errors()) {
            return Err(format!("the block `python {tag}` gives: {}", list(&analysis)).into());
        }
    }
    Ok(())
}

fn analyze_block(source: &str) -> Analysis {
    let path = pages().join("example.py").to_string_lossy().into_owned();
    analyze(&path.clone(), &Block { path, source: source.as_bytes().into() }, &CapturedTypes::default())
}

fn list(analysis: &Analysis) -> String {
    let all = analysis.diagnostics.iter().map(|diagnostic| format!("[{}] {}", diagnostic.code, diagnostic.message));
    all.collect::<Vec<_>>().join("; ")
}

/// One block of a page as a file, over the disk.
struct Block {
    path: String,
    source: Arc<[u8]>,
}

impl Files for Block {
    fn read(&self, path: &str) -> Option<Arc<[u8]>> {
        if path == self.path { Some(self.source.clone()) } else { std::fs::read(path).ok().map(Arc::from) }
    }
}
