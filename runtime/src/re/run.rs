//! Runs a program: depth first, in the order that CPython's engine tries things, with what was tried on a stack of its own.

use super::program::{Program, Step};
use super::syntax::{Assertion, RepeatKind, Single, is_word};

/// Where each group begins and ends, in bytes, by twice its number.
pub(super) type Slots = Vec<Option<usize>>;

/// What a run is asked for.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Wanted {
    /// The match ends where the text does.
    pub whole: bool,
    /// An empty match at the start is none.
    pub advance: bool,
}

/// A program that runs over a text. Positions are bytes.
pub(super) struct Machine<'p> {
    program: &'p Program,
    text: &'p str,
    /// Where the text ends, for this search.
    end: usize,
    slots: Slots,
    loops: Vec<Loop>,
    stack: Vec<Frame>,
}

/// How often the body of a loop was matched, and where it was begun last.
#[derive(Debug, Clone, Copy, Default)]
struct Loop {
    count: u32,
    last: Option<usize>,
}

/// What is tried next where the way taken fails, and what is undone on the way back.
enum Frame {
    Try {
        step: usize,
        place: usize,
    },
    /// Of a greedy repeat: give back one character after the other.
    Less {
        step: usize,
        least: usize,
        place: usize,
    },
    /// Of a lazy repeat: take one character more.
    More {
        step: usize,
        place: usize,
        left: Option<u32>,
    },
    /// Of a lazy loop: match the body once more.
    Again {
        step: usize,
        place: usize,
    },
    Slot {
        slot: usize,
        before: Option<usize>,
    },
    Loop {
        id: usize,
        before: Loop,
    },
}

impl<'p> Machine<'p> {
    pub(super) fn new(program: &'p Program, groups: usize, text: &'p str, end: usize) -> Self {
        let slots = vec![None; (groups + 1) * 2];
        Self { program, text, end, slots, loops: vec![Loop::default(); program.loops], stack: Vec::new() }
    }

    /// The first match at or behind a place.
    pub(super) fn search(&mut self, start: usize, wanted: Wanted) -> Option<Slots> {
        let mut place = start;
        let mut wanted = wanted;
        loop {
            if !self.program.prefix.is_empty() {
                place += self.text.get(place..self.end)?.find(&self.program.prefix)?;
            }
            if place != start {
                wanted.advance = false;
            }
            if let Some(slots) = self.match_at(place, wanted) {
                return Some(slots);
            }
            place += self.text[place..self.end].chars().next()?.len_utf8();
        }
    }

    /// The match that begins at a place.
    pub(super) fn match_at(&mut self, place: usize, wanted: Wanted) -> Option<Slots> {
        self.slots.fill(None);
        self.stack.clear();
        let end = self.run(0, place, Some((place, wanted)))?;
        self.slots[0] = Some(place);
        self.slots[1] = Some(end);
        Some(self.slots.clone())
    }

    #[inline]
    fn at(&self, place: usize) -> Option<char> {
        if place >= self.end {
            return None;
        }
        let byte = self.text.as_bytes()[place];
        if byte.is_ascii() { Some(char::from(byte)) } else { self.text[place..].chars().next() }
    }

    fn before(&self, place: usize) -> Option<char> {
        self.text[..place].chars().next_back()
    }

    /// Runs from a step up to `Accept`; where it ends. What was tried before stays on the stack.
    fn run(&mut self, step: usize, place: usize, top: Option<(usize, Wanted)>) -> Option<usize> {
        let base = self.stack.len();
        let program = self.program;
        let (mut step, mut place) = (step, place);
        loop {
            let passed = match &program.steps[step] {
                Step::Single(single) => match self.at(place) {
                    Some(character) if single.matches(character) => {
                        place += character.len_utf8();
                        step += 1;
                        true
                    }
                    _ => false,
                },
                Step::Many { single, least, most, kind } => {
                    match self.many(single, *least, *most, *kind, step, place) {
                        Some(behind) => {
                            place = behind;
                            step += 1;
                            true
                        }
                        None => false,
                    }
                }
                Step::Assertion(assertion) => {
                    step += 1;
                    self.holds(*assertion, place)
                }
                Step::Save(slot) => {
                    self.save(*slot, Some(place));
                    step += 1;
                    true
                }
                Step::Split { first, second } => {
                    self.stack.push(Frame::Try { step: *second, place });
                    step = *first;
                    true
                }
                Step::Jump(to) => {
                    step = *to;
                    true
                }
                Step::Reference { group, ignore_case, ascii } => {
                    let behind = self.reference(*group, *ignore_case, *ascii, place);
                    place = behind.unwrap_or(place);
                    step += 1;
                    behind.is_some()
                }
                Step::Conditional { group, no } => {
                    let is_set = self.slots.get(group * 2 + 1).is_some_and(Option::is_some);
                    step = if is_set { step + 1 } else { *no };
                    true
                }
                Step::Look { back, negative, end } => {
                    let found = self.look(step + 1, *back, place);
                    let passed = found != *negative;
                    step = *end;
                    passed
                }
                Step::Atomic { end } => match self.alone(step + 1, place) {
                    Some(behind) => {
                        place = behind;
                        step = *end;
                        true
                    }
                    None => false,
                },
                Step::LoopStart(id) => {
                    self.set_loop(*id, Loop::default());
                    step += 1;
                    true
                }
                Step::LoopEnd { id, least, most, lazy, body } => {
                    let state = self.loops[*id];
                    let more = most.is_none_or(|most| state.count < most) && state.last != Some(place);
                    if state.count < *least {
                        self.set_loop(*id, Loop { count: state.count + 1, ..state });
                        step = *body;
                    } else if *lazy {
                        self.stack.push(Frame::Again { step, place });
                        step += 1;
                    } else if more {
                        self.stack.push(Frame::Try { step: step + 1, place });
                        self.set_loop(*id, Loop { count: state.count + 1, last: Some(place) });
                        step = *body;
                    } else {
                        step += 1;
                    }
                    true
                }
                Step::Accept => match top {
                    Some((start, wanted)) if wanted.whole && place != self.end || wanted.advance && place == start => {
                        false
                    }
                    _ => return Some(place),
                },
            };
            if !passed {
                (step, place) = self.back(base)?;
            }
        }
    }

    /// Goes back to what is tried next.
    fn back(&mut self, base: usize) -> Option<(usize, usize)> {
        while self.stack.len() > base {
            match self.stack.pop()? {
                Frame::Try { step, place } => return Some((step, place)),
                Frame::Less { step, least, place } => {
                    let shorter = place - self.before(place).map_or(0, char::len_utf8);
                    if shorter > least {
                        self.stack.push(Frame::Less { step, least, place: shorter });
                    }
                    return Some((step, shorter));
                }
                Frame::More { step, place, left } => {
                    let Step::Many { single, .. } = &self.program.steps[step] else { continue };
                    if let Some(character) = self.at(place).filter(|character| single.matches(*character)) {
                        let place = place + character.len_utf8();
                        let left = left.map(|left| left - 1);
                        if left != Some(0) {
                            self.stack.push(Frame::More { step, place, left });
                        }
                        return Some((step + 1, place));
                    }
                }
                Frame::Again { step, place } => {
                    let Step::LoopEnd { id, most, body, .. } = &self.program.steps[step] else { continue };
                    let state = self.loops[*id];
                    if most.is_none_or(|most| state.count < most) && state.last != Some(place) {
                        self.set_loop(*id, Loop { count: state.count + 1, last: Some(place) });
                        return Some((*body, place));
                    }
                }
                Frame::Slot { slot, before } => self.slots[slot] = before,
                Frame::Loop { id, before } => self.loops[id] = before,
            }
        }
        None
    }

    fn save(&mut self, slot: usize, place: Option<usize>) {
        self.stack.push(Frame::Slot { slot, before: self.slots[slot] });
        self.slots[slot] = place;
    }

    fn set_loop(&mut self, id: usize, state: Loop) {
        self.stack.push(Frame::Loop { id, before: self.loops[id] });
        self.loops[id] = state;
    }

    /// As many characters as the repeat takes at first; what it takes otherwise goes on the stack.
    fn many(
        &mut self,
        single: &Single,
        least: u32,
        most: Option<u32>,
        kind: RepeatKind,
        step: usize,
        start: usize,
    ) -> Option<usize> {
        let (mut place, mut count, mut shortest) = (start, 0, start);
        let goal = if kind == RepeatKind::Lazy { Some(least) } else { most };
        while goal.is_none_or(|goal| count < goal)
            && let Some(character) = self.at(place).filter(|character| single.matches(*character))
        {
            place += character.len_utf8();
            count += 1;
            if count == least {
                shortest = place;
            }
        }
        if count < least {
            return None;
        }
        match kind {
            RepeatKind::Greedy if place > shortest => {
                self.stack.push(Frame::Less { step: step + 1, least: shortest, place });
            }
            RepeatKind::Lazy if most != Some(least) => {
                self.stack.push(Frame::More { step, place, left: most.map(|most| most - least) });
            }
            _ => {}
        }
        Some(place)
    }

    fn holds(&self, assertion: Assertion, place: usize) -> bool {
        match assertion {
            Assertion::Start => place == 0,
            Assertion::End => place == self.end,
            Assertion::EndOrLastBreak => place == self.end || place + 1 == self.end && self.at(place) == Some('\n'),
            Assertion::LineStart => place == 0 || self.before(place) == Some('\n'),
            Assertion::LineEnd => place == self.end || self.at(place) == Some('\n'),
            Assertion::Boundary { negative, ascii } => {
                // CPython knows no boundary, and no lack of one, in an empty text.
                if self.end == 0 {
                    return false;
                }
                let word = |character: Option<char>| character.is_some_and(|character| is_word(character, ascii));
                (word(self.before(place)) != word(self.at(place))) != negative
            }
        }
    }

    fn reference(&self, group: usize, ignore_case: bool, ascii: bool, place: usize) -> Option<usize> {
        let (start, end) = (self.slots[group * 2]?, self.slots[group * 2 + 1]?);
        let wanted = self.text.get(start..end)?;
        let rest = &self.text[place..self.end];
        if !ignore_case {
            return rest.starts_with(wanted).then(|| place + wanted.len());
        }
        let mut characters = rest.chars();
        let mut behind = place;
        for wanted in wanted.chars() {
            let found = characters.next()?;
            // As CPython: by the lower case alone.
            if super::fold::lower(wanted, ascii) != super::fold::lower(found, ascii) {
                return None;
            }
            behind += found.len_utf8();
        }
        Some(behind)
    }

    fn look(&mut self, step: usize, back: usize, place: usize) -> bool {
        let mut start = place;
        for _ in 0..back {
            match self.before(start) {
                Some(character) => start -= character.len_utf8(),
                None => return false,
            }
        }
        self.alone(step, start).is_some()
    }

    /// Runs a part by itself: once it has matched, no other way through it is tried.
    fn alone(&mut self, step: usize, place: usize) -> Option<usize> {
        let base = self.stack.len();
        let end = self.run(step, place, None)?;
        let tried = self.stack.split_off(base);
        self.stack.extend(tried.into_iter().filter(|frame| matches!(frame, Frame::Slot { .. } | Frame::Loop { .. })));
        Some(end)
    }
}
