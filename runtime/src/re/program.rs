//! A pattern as instructions.

use super::syntax::{Assertion, Node, RepeatKind, Single};

/// One step of a program.
#[derive(Debug)]
pub(super) enum Step {
    Single(Single),
    Assertion(Assertion),
    /// Notes the place: the slot of a group's start or end.
    Save(usize),
    /// Tries the step here first, then that one.
    Split {
        first: usize,
        second: usize,
    },
    Jump(usize),
    Reference {
        group: usize,
        ignore_case: bool,
        ascii: bool,
    },
    /// Goes to `no` where the group has no text.
    Conditional {
        group: usize,
        no: usize,
    },
    /// A program of its own follows, up to an `Accept`; the rest goes on at `end`.
    Look {
        /// How many characters back it begins.
        back: usize,
        negative: bool,
        end: usize,
    },
    Atomic {
        end: usize,
    },
    /// One character of a kind, many times.
    Many {
        single: Single,
        least: u32,
        most: Option<u32>,
        kind: RepeatKind,
    },
    LoopStart(usize),
    LoopEnd {
        id: usize,
        least: u32,
        most: Option<u32>,
        lazy: bool,
        body: usize,
    },
    Accept,
}

/// A program, and what it needs to run.
#[derive(Debug, Default)]
pub(super) struct Program {
    pub steps: Vec<Step>,
    pub loops: usize,
    /// What every match begins with.
    pub prefix: String,
}

impl Program {
    pub(super) fn of(node: &Node, width: &dyn Fn(&Node) -> usize) -> Self {
        let mut program = Program::default();
        let mut prefix = String::new();
        find_prefix(node, &mut prefix);
        program.prefix = prefix;
        program.add(node, width);
        program.steps.push(Step::Accept);
        program
    }

    fn here(&self) -> usize {
        self.steps.len()
    }

    fn add(&mut self, node: &Node, width: &dyn Fn(&Node) -> usize) {
        match node {
            Node::Empty => {}
            Node::Single(single) => self.steps.push(Step::Single(single.clone())),
            Node::Assertion(assertion) => self.steps.push(Step::Assertion(*assertion)),
            Node::Group(None, body) => self.add(body, width),
            Node::Group(Some(group), body) => {
                self.steps.push(Step::Save(group * 2));
                self.add(body, width);
                self.steps.push(Step::Save(group * 2 + 1));
            }
            Node::Sequence(nodes) => nodes.iter().for_each(|node| self.add(node, width)),
            Node::Branches(nodes) => self.branches(nodes, width),
            Node::Repeat { least, most, kind, body } => self.repeat(*least, *most, *kind, body, width),
            Node::Reference { group, ignore_case, ascii } => {
                self.steps.push(Step::Reference { group: *group, ignore_case: *ignore_case, ascii: *ascii });
            }
            Node::Conditional { group, yes, no } => {
                let test = self.here();
                self.steps.push(Step::Conditional { group: *group, no: 0 });
                self.add(yes, width);
                let jump = self.here();
                self.steps.push(Step::Jump(0));
                let start = self.here();
                self.steps[test] = Step::Conditional { group: *group, no: start };
                self.add(no, width);
                self.steps[jump] = Step::Jump(self.here());
            }
            Node::Look { behind, negative, body } => {
                let look = self.here();
                let back = if *behind { width(body) } else { 0 };
                self.steps.push(Step::Accept);
                self.add(body, width);
                self.steps.push(Step::Accept);
                self.steps[look] = Step::Look { back, negative: *negative, end: self.here() };
            }
            Node::Atomic(body) => self.atomic(|program| program.add(body, width)),
        }
    }

    fn atomic(&mut self, body: impl FnOnce(&mut Self)) {
        let start = self.here();
        self.steps.push(Step::Accept);
        body(self);
        self.steps.push(Step::Accept);
        self.steps[start] = Step::Atomic { end: self.here() };
    }

    fn branches(&mut self, nodes: &[Node], width: &dyn Fn(&Node) -> usize) {
        let mut jumps = Vec::new();
        for (place, node) in nodes.iter().enumerate() {
            if place + 1 == nodes.len() {
                self.add(node, width);
                break;
            }
            let split = self.here();
            self.steps.push(Step::Accept);
            self.add(node, width);
            jumps.push(self.here());
            self.steps.push(Step::Accept);
            self.steps[split] = Step::Split { first: split + 1, second: self.here() };
        }
        let end = self.here();
        for jump in jumps {
            self.steps[jump] = Step::Jump(end);
        }
    }

    fn repeat(&mut self, least: u32, most: Option<u32>, kind: RepeatKind, body: &Node, width: &dyn Fn(&Node) -> usize) {
        if let Some(single) = single_of(body) {
            self.steps.push(Step::Many { single: single.clone(), least, most, kind });
            return;
        }
        let add = |program: &mut Self| {
            let id = program.loops;
            program.loops += 1;
            program.steps.push(Step::LoopStart(id));
            let jump = program.here();
            program.steps.push(Step::Accept);
            program.add(body, width);
            program.steps[jump] = Step::Jump(program.here());
            let lazy = kind == RepeatKind::Lazy;
            program.steps.push(Step::LoopEnd { id, least, most, lazy, body: jump + 1 });
        };
        if kind == RepeatKind::Possessive { self.atomic(add) } else { add(self) }
    }
}

/// The one character that a part matches, where it is only that.
fn single_of(node: &Node) -> Option<&Single> {
    match node {
        Node::Single(single) => Some(single),
        Node::Group(None, body) => single_of(body),
        _ => None,
    }
}

/// Collects the characters that a match surely begins with; tells whether what follows may add to them.
fn find_prefix(node: &Node, prefix: &mut String) -> bool {
    match node {
        Node::Single(Single::Character(character)) => {
            prefix.push(*character);
            true
        }
        Node::Group(_, body) => find_prefix(body, prefix),
        Node::Sequence(nodes) => nodes.iter().all(|node| find_prefix(node, prefix)),
        Node::Empty => true,
        Node::Repeat { least, body, .. } if *least > 0 => {
            find_prefix(body, prefix);
            false
        }
        _ => false,
    }
}
