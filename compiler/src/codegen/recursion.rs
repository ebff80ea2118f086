//! Which functions of a program may call themselves.

use hotforge_analyzer::ir::{Function, FunctionId};

use super::locals::Locals;

/// For each function, whether it is reached from itself.
pub fn recursive(functions: &[Function]) -> Vec<bool> {
    let calls: Vec<Vec<FunctionId>> =
        functions.iter().map(|function| Locals::of(function, false).calls().to_vec()).collect();
    (0..functions.len()).map(|start| reaches(&calls, start)).collect()
}

fn reaches(calls: &[Vec<FunctionId>], start: usize) -> bool {
    let mut seen = vec![false; calls.len()];
    let mut work = vec![start];
    while let Some(caller) = work.pop() {
        for callee in &calls[caller] {
            let callee = callee.0 as usize;
            if callee == start {
                return true;
            }
            if !std::mem::replace(&mut seen[callee], true) {
                work.push(callee);
            }
        }
    }
    false
}
