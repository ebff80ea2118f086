//! Union fields: pydantic's smart mode, `validators/union.rs` of pydantic-core.

use super::{Exactness, Input, Line, Place, Rule, State, Validate};
use crate::exception::Fallible;
use crate::str::Str;

/// The choice among the members of a union, in the order in which they are declared.
#[derive(Debug)]
pub struct Smart<'v, 's, Union> {
    input: &'v Input,
    state: &'s mut State,
    /// What was so before.
    outer: (Exactness, Option<usize>),
    /// The member that fits best so far.
    best: Option<(Union, Exactness, Option<usize>)>,
    /// Whether none can fit better.
    is_settled: bool,
    lines: Vec<Line>,
}

impl<'v, 's, Union> Smart<'v, 's, Union> {
    /// Begins with no member.
    pub fn of(input: &'v Input, state: &'s mut State) -> Self {
        let outer = (state.exactness, state.fields_set);
        Self { input, state, outer, best: None, is_settled: false, lines: Vec::new() }
    }

    /// Tries a member.
    ///
    /// # Errors
    /// What a validator of the program raises.
    pub fn or<Member: Validate>(mut self, rule: &Rule, make: impl FnOnce(Member) -> Union) -> Fallible<Self> {
        if self.is_settled {
            return Ok(self);
        }
        let before = self.state.lines.len();
        (self.state.exactness, self.state.fields_set) = (Exactness::Exact, None);
        let input = self.input;
        let value = if rule.label.is_empty() {
            Member::validate(input, rule, self.state)?
        } else {
            self.state.within(Place::Name(Str::literal(rule.label)), |state| Member::validate(input, rule, state))?
        };
        let lines = self.state.lines.split_off(before);
        let Some(value) = value else {
            if self.best.is_none() {
                self.lines.extend(lines);
            }
            return Ok(self);
        };
        let (exactness, fields) = (self.state.exactness, self.state.fields_set);
        self.is_settled = exactness == Exactness::Exact && fields.is_none();
        let is_better = self.is_settled
            || self.best.as_ref().is_none_or(|(_, best, best_fields)| match (best_fields, fields) {
                (Some(best), Some(new)) if *best != new => *best < new,
                _ => *best < exactness,
            });
        if is_better {
            self.best = Some((make(value), exactness, fields));
        }
        Ok(self)
    }

    /// The member that fits best; where none does, what is wrong with each.
    pub fn finish(self) -> Option<Union> {
        let state = self.state;
        (state.exactness, state.fields_set) = self.outer;
        match self.best {
            Some((value, exactness, fields)) => {
                state.floor(exactness);
                if let Some(fields) = fields {
                    state.fields_set = Some(state.fields_set.unwrap_or(0) + fields);
                }
                Some(value)
            }
            None => {
                state.lines.extend(self.lines);
                None
            }
        }
    }
}
