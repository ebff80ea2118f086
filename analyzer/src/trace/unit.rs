//! Units: the parts of a program that have nothing to do with one another.
//!
//! Predictors that share a function or a class are one unit, since what is learned of it in one holds for the other. All
//! else is traced apart: what one unit gives depends on the statements that it may look at, and on nothing else. So an
//! unchanged unit need not be traced again.
//!
//! Which statements a unit may look at is told by words ([`crate::scope::Statement`]), which says too much and never too
//! little.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;
use rustpython_text_size::{Ranged, TextRange};

use super::tables::Tables;
use super::{Sources, Tracer};
use crate::scope::{Statement, Symbol, Word};
use crate::source::FileId;

/// Functions that are traced together.
#[derive(Debug)]
pub(super) struct Unit {
    /// The functions at the top level of the first file that may be predictors: indices into those of its scope.
    pub roots: Vec<usize>,
    /// The statements that the unit may look at, in order.
    pub statements: Vec<(FileId, usize)>,
}

/// The units of a program, in the order of their first functions.
pub(super) fn units(sources: Sources) -> Vec<Unit> {
    let graph = Graph::of(sources);
    let first = &sources.scopes[0];
    let mut roots: Vec<(usize, usize)> = Vec::new();
    for (index, function) in first.functions.iter().enumerate() {
        if (!function.decorator_list.is_empty() || sources.project.syntax(FileId(0)).is_marked(function))
            && let Some(statement) = graph.statement_at(FileId(0), function.range())
        {
            roots.push((index, statement));
        }
    }
    let reached = graph.reach(roots.iter().map(|(_, statement)| *statement));
    let mut groups = Groups::new(graph.statements.len());
    for from in &reached {
        for to in graph.targets[*from].iter().filter(|to| graph.leads_to_code[**to]) {
            groups.unite(*from, *to);
        }
    }
    let mut units: Vec<(usize, Unit)> = Vec::new();
    for (index, statement) in roots {
        let group = groups.of(statement);
        match units.iter_mut().find(|(other, _)| *other == group) {
            Some((_, unit)) => unit.roots.push(index),
            None => units.push((group, Unit { roots: vec![index], statements: Vec::new() })),
        }
    }
    for (_, unit) in &mut units {
        let starts = unit.roots.iter().filter_map(|root| graph.statement_at(FileId(0), first.functions[*root].range()));
        unit.statements = graph.reach(starts).into_iter().map(|index| graph.place(index)).collect();
    }
    units.into_iter().map(|(_, unit)| unit).collect()
}

/// Which statement may look at which.
struct Graph<'a> {
    statements: Vec<&'a Statement>,
    /// The number of the first statement of each file.
    starts: Vec<usize>,
    targets: Vec<Vec<usize>>,
    /// Whether a statement holds code, or may look at one that does.
    leads_to_code: Vec<bool>,
}

impl<'a> Graph<'a> {
    fn of(sources: Sources<'a>) -> Self {
        let (mut statements, mut starts) = (Vec::new(), Vec::new());
        for file in sources.project.ids() {
            starts.push(statements.len());
            statements.extend(sources.project.statements(file));
        }
        let mut binders: FxHashMap<Word, Vec<usize>> = FxHashMap::default();
        for (index, statement) in statements.iter().enumerate() {
            statement.binds.iter().for_each(|name| binders.entry(*name).or_default().push(index));
        }
        let bound = |words: &[Word]| {
            let all = words.iter().filter_map(|word| binders.get(word)).flatten().copied();
            all.collect::<Vec<usize>>()
        };
        let targets = statements.iter().map(|statement| bound(&statement.words)).collect();
        let mut graph = Self { statements, starts, targets, leads_to_code: Vec::new() };
        graph.link_exceptions(sources);
        graph.link_derived(&bound);
        graph.link_captured(sources);
        graph.leads_to_code = graph.leading_to_code();
        graph
    }

    /// What handles exceptions may meet any of the project's.
    fn link_exceptions(&mut self, sources: Sources<'a>) {
        let mut tables = Tables::default();
        let exceptions = Tracer::new(sources, &mut tables).project_exceptions();
        let exceptions: Vec<usize> = exceptions
            .into_iter()
            .filter_map(|exception| self.statement_at(exception.file, exception.node.range()))
            .collect();
        for (statement, targets) in self.statements.iter().zip(&mut self.targets) {
            if statement.has_exceptions {
                targets.extend(&exceptions);
            }
        }
    }

    /// An annotation with a class means the classes below it, too.
    fn link_derived(&mut self, bound: &dyn Fn(&[Word]) -> Vec<usize>) {
        for class in 0..self.statements.len() {
            let mut work = bound(&self.statements[class].bases);
            let mut seen: BTreeSet<usize> = work.iter().copied().collect();
            while let Some(base) = work.pop() {
                self.targets[base].push(class);
                // An import or another name of the class stands between.
                if !self.statements[base].has_code {
                    work.extend(self.targets[base].clone().into_iter().filter(|next| seen.insert(*next)));
                }
            }
        }
    }

    /// A captured global may hold objects of classes that no word of its statement names.
    fn link_captured(&mut self, sources: Sources<'a>) {
        let mut tables = Tables::default();
        let tracer = Tracer::new(sources, &mut tables);
        for (path, name, captured) in sources.captured.iter() {
            let file = sources.project.ids().find(|id| sources.project.file(*id).path == path);
            let Some((file, Symbol::Variable(variable))) =
                file.and_then(|file| Some((file, sources.scopes[file.0 as usize].symbols.get(name)?)))
            else {
                continue;
            };
            let Some(from) = self.statement_at(file, variable.range) else { continue };
            let classes = captured.objects.iter().filter_map(|object| tracer.captured_class(&object.class));
            let classes: Vec<usize> =
                classes.filter_map(|class| self.statement_at(class.file, class.node.range())).collect();
            self.targets[from].extend(classes);
        }
    }

    fn leading_to_code(&self) -> Vec<bool> {
        let mut sources: Vec<Vec<usize>> = vec![Vec::new(); self.statements.len()];
        for (from, targets) in self.targets.iter().enumerate() {
            targets.iter().for_each(|to| sources[*to].push(from));
        }
        let mut leads: Vec<bool> = self.statements.iter().map(|statement| statement.has_code).collect();
        let mut work: Vec<usize> = (0..leads.len()).filter(|index| leads[*index]).collect();
        while let Some(to) = work.pop() {
            for from in &sources[to] {
                if !std::mem::replace(&mut leads[*from], true) {
                    work.push(*from);
                }
            }
        }
        leads
    }

    /// All that can be reached from statements, and they themselves, in order.
    fn reach(&self, from: impl IntoIterator<Item = usize>) -> Vec<usize> {
        let mut work: Vec<usize> = from.into_iter().collect();
        let mut reached: BTreeSet<usize> = work.iter().copied().collect();
        while let Some(next) = work.pop() {
            work.extend(self.targets[next].iter().copied().filter(|target| reached.insert(*target)));
        }
        reached.into_iter().collect()
    }

    /// The statement that a range of a file is in.
    fn statement_at(&self, file: FileId, range: TextRange) -> Option<usize> {
        let start = self.starts[file.0 as usize];
        let end = self.starts.get(file.0 as usize + 1).copied().unwrap_or(self.statements.len());
        let own = &self.statements[start..end];
        let at = own.partition_point(|statement| statement.range.start() <= range.start()).checked_sub(1)?;
        own[at].range.contains_range(range).then_some(start + at)
    }

    fn place(&self, index: usize) -> (FileId, usize) {
        let file = self.starts.partition_point(|start| *start <= index) - 1;
        (FileId(file as u32), index - self.starts[file])
    }
}

/// Disjoint groups of statements.
struct Groups {
    parents: Vec<usize>,
}

impl Groups {
    fn new(count: usize) -> Self {
        Self { parents: (0..count).collect() }
    }

    fn of(&mut self, mut index: usize) -> usize {
        while self.parents[index] != index {
            self.parents[index] = self.parents[self.parents[index]];
            index = self.parents[index];
        }
        index
    }

    fn unite(&mut self, a: usize, b: usize) {
        let (a, b) = (self.of(a), self.of(b));
        self.parents[a.max(b)] = a.min(b);
    }
}
