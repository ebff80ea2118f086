//! Where the variables of a function are declared, which of them change, and which may be moved out of.

use std::collections::{BTreeMap, BTreeSet};

use hotforge_analyzer::ir::{Expr, Function, FunctionId, LocalId};
use hotforge_analyzer::types::Type;

use super::flow;
use super::regions::{AccessKind, Accesses, Place, Region};

/// What codegen knows of the variables of a function.
#[derive(Debug)]
pub struct Locals {
    plans: BTreeMap<LocalId, Plan>,
    mutable: BTreeSet<LocalId>,
    calls: Vec<FunctionId>,
}

/// What is known of one variable.
#[derive(Debug)]
struct Plan {
    /// The innermost region that holds all accesses, and the place of the first in it.
    declared: (Region, Place),
    /// How many times it is read.
    read_count: usize,
    /// Whether each read is the last use of what it reads.
    is_moved: bool,
}

impl Locals {
    /// Of the variables of a function. `drops_are_seen`: those of the source that hold iterators live until the function ends,
    /// as they do in Python.
    pub fn of(function: &Function, drops_are_seen: bool) -> Self {
        let accesses = Accesses::of_function(&function.parameters, &function.body);
        let mut ids: Vec<LocalId> = accesses.list.iter().map(|access| access.local).collect();
        ids.sort();
        ids.dedup();
        let stays = |id: LocalId| {
            let local = &function.locals[id.0 as usize];
            drops_are_seen && local.is_named && local.ty.any(&|part| matches!(part, Type::Iterator(_)))
        };
        let plans: BTreeMap<LocalId, Plan> = ids.into_iter().map(|id| (id, plan(id, &accesses, stays(id)))).collect();
        let declared = plans.iter().map(|(id, plan)| (*id, plan.declared.0)).collect();
        let mutable = flow::reassigned(function, declared);
        Self { plans, mutable, calls: accesses.calls }
    }

    /// The function instances that the function calls.
    pub fn calls(&self) -> &[FunctionId] {
        &self.calls
    }

    /// Whether the variable is declared at that place of that region.
    pub fn is_declared_at(&self, local: LocalId, region: Region, place: Place) -> bool {
        self.plans.get(&local).is_some_and(|plan| plan.declared == (region, place))
    }

    /// Whether the variable is declared anywhere in that region itself.
    pub fn is_declared_in(&self, local: LocalId, region: Region) -> bool {
        self.plans.get(&local).is_some_and(|plan| plan.declared.0 == region)
    }

    /// The variables declared at that place of that region.
    pub fn declared_at(&self, region: Region, place: Place) -> impl Iterator<Item = LocalId> {
        self.plans.iter().filter(move |(_, plan)| plan.declared == (region, place)).map(|(id, _)| *id)
    }

    /// Whether it is assigned where it may have a value already.
    pub fn is_mutable(&self, local: LocalId) -> bool {
        self.mutable.contains(&local)
    }

    /// Whether it is ever read or set.
    pub fn is_used(&self, local: LocalId) -> bool {
        self.plans.contains_key(&local)
    }

    /// How many times it is read.
    pub fn read_count(&self, local: LocalId) -> usize {
        self.plans.get(&local).map_or(0, |plan| plan.read_count)
    }

    /// Whether it is ever read.
    pub fn is_read(&self, local: LocalId) -> bool {
        self.read_count(local) > 0
    }

    /// Whether each read is the last use of what it reads, so that it may move.
    pub fn is_moved(&self, local: LocalId) -> bool {
        self.plans.get(&local).is_some_and(|plan| plan.is_moved)
    }
}

/// `stays`: it is declared where the function begins, and nothing moves it away.
fn plan(local: LocalId, accesses: &Accesses, stays: bool) -> Plan {
    let own: Vec<_> = accesses.list.iter().filter(|access| access.local == local).collect();
    let first = &own[0];
    let shared = own.iter().map(|access| common(&first.path, &access.path)).min().unwrap_or(1);
    let declared = if stays { first.path[0] } else { first.path[shared - 1] };
    let home = accesses.repeats.iter().find(|(region, _)| *region == declared.0).map(|(_, repeat)| *repeat);

    let reads: Vec<_> = own.iter().filter(|access| access.kind != AccessKind::Write).collect();
    let in_place = reads.iter().all(|read| Some(read.repeat) == home);
    let is_moved =
        !stays && in_place && (reads.len() == 1 || reads_distinct_members(reads.iter().map(|read| read.kind)));
    Plan { declared, read_count: reads.len(), is_moved }
}

/// The number of regions that two paths share.
fn common(left: &[(Region, Place)], right: &[(Region, Place)]) -> usize {
    left.iter().zip(right).take_while(|(left, right)| left.0 == right.0).count()
}

fn reads_distinct_members(reads: impl Iterator<Item = AccessKind>) -> bool {
    let mut seen = BTreeSet::new();
    let mut all = true;
    for read in reads {
        all &= matches!(read, AccessKind::Read(Some(index)) if seen.insert(index));
    }
    all
}

/// The variables that an expression reads just once and outside any loop of its own: where nothing runs after the
/// expression they may be moved.
pub fn read_once(expr: &Expr) -> BTreeSet<LocalId> {
    let accesses = Accesses::of_expression(expr);
    let home = accesses.repeats[0].1;
    let mut counts: BTreeMap<LocalId, usize> = BTreeMap::new();
    for access in &accesses.list {
        *counts.entry(access.local).or_default() += if access.repeat == home { 1 } else { 2 };
    }
    counts.into_iter().filter(|(_, count)| *count == 1).map(|(local, _)| local).collect()
}
