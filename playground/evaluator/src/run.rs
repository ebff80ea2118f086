//! Evaluation.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

use hotforge_analyzer::ir::{Conversion as TextConversion, FunctionId, Stop};
use hotforge_analyzer::types::{Type, layout};
use hotforge_runtime as rt;
use rt::exception::{At, Exception};
use rt::generator::Output;
use rt::object::{Iter, Object};
use rt::{Boxed, Dict, Fallible, Frame as Place, Raised};

use crate::cell::{Cell, Function as FunctionValue, iterate};
use crate::class::{Class, Instance};
use crate::convert::tuple;
use crate::machine::{self, refused};
use crate::native::{Arg, Args, Caller};
use crate::node::{Argument, Code, Collected, Comprehension, Function, NativeCall, Node, Op, Outcome, Part};
use crate::shape::Union;

/// How a global comes to its value.
pub enum Global {
    /// By a function without parameters, when it is first read.
    MadeBy(FunctionId),
    /// Nothing has to run for it.
    Known(Cell),
    /// It does not: the reason.
    Refused(String),
}

/// A program that can be run.
pub struct Program {
    pub classes: Vec<Rc<Class>>,
    pub functions: Vec<Function>,
    pub globals: Vec<Global>,
    /// The values of globals that were read.
    pub values: RefCell<Vec<Option<Cell>>>,
    /// What cached functions gave.
    pub results: RefCell<Vec<Option<Dict<Cell, Cell>>>>,
}

/// A call under way.
struct Frame {
    locals: Vec<Cell>,
    iterators: Vec<Option<Boxed<Cell>>>,
    /// The next instruction.
    at: usize,
}

/// Where a run of instructions stops.
enum Stopped {
    Return(Cell),
    Yield(Cell),
    End,
}

/// What an instruction does to the flow.
enum Flow {
    Next,
    Jump(usize),
    Stop(Stopped),
}

impl Program {
    /// The class of objects of a type.
    ///
    /// # Errors
    /// Where it is not evaluated.
    pub fn class_of(&self, ty: &Type) -> Fallible<Rc<Class>> {
        let found = match layout(ty) {
            Type::Record(record) => self.classes.iter().find(|class| *class.name == *record.name).cloned(),
            _ => None,
        };
        found.ok_or_else(|| refused(format!("objects of {ty}")))
    }

    /// Calls a function.
    ///
    /// # Errors
    /// What it raises.
    pub fn call(self: &Rc<Self>, id: FunctionId, arguments: Vec<Cell>) -> Fallible<Cell> {
        self.call_number(id.0 as usize, arguments)
    }

    fn call_number(self: &Rc<Self>, number: usize, arguments: Vec<Cell>) -> Fallible<Cell> {
        let function = &self.functions[number];
        if function.is_cached {
            return self.call_cached(number, arguments);
        }
        self.call_plain(number, arguments)
    }

    /// Looks the result up by the arguments first.
    fn call_cached(self: &Rc<Self>, number: usize, arguments: Vec<Cell>) -> Fallible<Cell> {
        let results = self.results.borrow_mut()[number].get_or_insert_with(rt::dict::empty).clone();
        let key = tuple(arguments.clone());
        let known = results.lookup(&key);
        machine::settle()?;
        if let Some(known) = known {
            return Ok(known);
        }
        let result = self.call_plain(number, arguments)?;
        rt::dict::setitem(&results, key, result.clone())?;
        Ok(result)
    }

    fn call_plain(self: &Rc<Self>, number: usize, arguments: Vec<Cell>) -> Fallible<Cell> {
        let function = &self.functions[number];
        let mut locals = vec![Cell::Unbound; function.locals];
        for (local, argument) in function.parameters.iter().zip(arguments) {
            locals[*local] = argument;
        }
        let mut frame = Frame { locals, iterators: vec![None; function.code.depth], at: 0 };
        if function.is_generator {
            let program = self.clone();
            return Ok(Cell::Iterator(rt::generator::new(move |output| Body {
                program,
                number,
                frame,
                output: Rc::new(output),
                waiting: None,
            })));
        }
        let _depth = match function.is_recursive {
            true => Some(rt::recursion::enter().at(function.frame, function.line)?),
            false => None,
        };
        crate::stack::check()?;
        match self.run(&function.code, &mut frame, function.frame)? {
            Stopped::Return(value) => Ok(value),
            Stopped::End => function.end.apply(Cell::None),
            Stopped::Yield(_) => Err(refused("a `yield` in an expression")),
        }
    }

    /// Runs instructions up to a `return`, a `yield` or their end.
    fn run(self: &Rc<Self>, code: &Code, frame: &mut Frame, here: Place) -> Fallible<Stopped> {
        while let Some(op) = code.ops.get(frame.at) {
            let result = machine::step().and_then(|()| self.op(op, frame, here));
            match result {
                Ok(Flow::Next) => frame.at += 1,
                Ok(Flow::Jump(target)) => frame.at = target,
                Ok(Flow::Stop(stopped)) => {
                    frame.at += 1;
                    return Ok(stopped);
                }
                Err(raised) => handle(code, frame, raised)?,
            }
        }
        Ok(Stopped::End)
    }

    fn op(self: &Rc<Self>, op: &Op, frame: &mut Frame, here: Place) -> Fallible<Flow> {
        match op {
            Op::Assign(target, value) => {
                let value = self.eval(value, &mut frame.locals, here)?;
                // What was there is dropped when the new value is in place: dropping may run code.
                let _before = std::mem::replace(&mut frame.locals[*target], value);
            }
            Op::Evaluate(value) => drop(self.eval(value, &mut frame.locals, here)?),
            Op::Jump(target) => return Ok(Flow::Jump(*target)),
            Op::JumpUnless(test, target) => {
                if !self.truth(test, &mut frame.locals, here)? {
                    return Ok(Flow::Jump(*target));
                }
            }
            Op::Open(depth, iterator) => {
                let iterator = self.iterator(iterator, &mut frame.locals, here)?;
                frame.iterators[*depth] = Some(iterator);
            }
            Op::Next { depth, target, end, line } => {
                let Some(mut iterator) = frame.iterators[*depth].clone() else { return Ok(Flow::Jump(*end)) };
                let item = iterator.next().at(here, *line)?;
                machine::settle().at(here, *line)?;
                match item {
                    Some(item) => frame.locals[*target] = item,
                    None => return Ok(Flow::Jump(*end)),
                }
            }
            Op::Close(depth) => close(frame, *depth),
            Op::Return(value) => {
                let value = self.eval(value, &mut frame.locals, here)?;
                close(frame, 0);
                return Ok(Flow::Stop(Stopped::Return(value)));
            }
            Op::Yield(value) => {
                let value = self.eval(value, &mut frame.locals, here)?;
                return Ok(Flow::Stop(Stopped::Yield(value)));
            }
            Op::Raise(exception, line) => {
                return Err(rt::exception::at(self.exception(exception, &mut frame.locals, here)?, here, *line));
            }
            Op::Reraise(local) => {
                return Err(exception_of(&frame.locals[*local])?);
            }
            Op::SetField { record, field, value, line } => {
                let value = self.eval(value, &mut frame.locals, here)?;
                let record = self.eval(record, &mut frame.locals, here)?;
                let Cell::Record(record) = Union::unwrap(record) else { return Err(refused("a field of no object")) };
                let mut before = None;
                record
                    .set(|instance| before = Some(std::mem::replace(&mut instance.fields[*field], value)))
                    .at(here, *line)?;
            }
        }
        Ok(Flow::Next)
    }

    fn truth(self: &Rc<Self>, test: &Node, locals: &mut Vec<Cell>, here: Place) -> Fallible<bool> {
        match self.eval(test, locals, here)? {
            Cell::Bool(truth) => Ok(truth),
            other => Err(refused(format!("the truth of a {}", other.type_name()))),
        }
    }

    fn iterator(self: &Rc<Self>, node: &Node, locals: &mut Vec<Cell>, here: Place) -> Fallible<Boxed<Cell>> {
        let value = self.eval(node, locals, here)?;
        iterate(&value)
    }

    fn exception(self: &Rc<Self>, node: &Node, locals: &mut Vec<Cell>, here: Place) -> Fallible<Raised> {
        let value = self.eval(node, locals, here)?;
        exception_of(&value)
    }

    fn all(self: &Rc<Self>, nodes: &[Node], locals: &mut Vec<Cell>, here: Place) -> Fallible<Vec<Cell>> {
        let mut values = Vec::with_capacity(nodes.len());
        for node in nodes {
            values.push(self.eval(node, locals, here)?);
        }
        Ok(values)
    }

    /// The value of an expression.
    fn eval(self: &Rc<Self>, node: &Node, locals: &mut Vec<Cell>, here: Place) -> Fallible<Cell> {
        match node {
            Node::Constant(value) => Ok(value.clone()),
            Node::Local(local) => Ok(locals[*local].clone()),
            Node::Moved(local) => Ok(std::mem::replace(&mut locals[*local], Cell::Unbound)),
            Node::Native(call) => self.native(call, locals, here),
            Node::Call { function, arguments, line } => {
                let arguments = self.all(arguments, locals, here)?;
                self.call_number(*function, arguments).at(here, *line)
            }
            Node::If(parts) => {
                let [test, then, orelse] = &**parts;
                let chosen = if self.truth(test, locals, here)? { then } else { orelse };
                self.eval(chosen, locals, here)
            }
            Node::And(sides) => {
                let both = self.truth(&sides[0], locals, here)? && self.truth(&sides[1], locals, here)?;
                Ok(Cell::Bool(both))
            }
            Node::Or(sides) => {
                let either = self.truth(&sides[0], locals, here)? || self.truth(&sides[1], locals, here)?;
                Ok(Cell::Bool(either))
            }
            Node::Not(inner) => Ok(Cell::Bool(!self.truth(inner, locals, here)?)),
            Node::Convert(inner, way) => way.apply(self.eval(inner, locals, here)?),
            Node::Member(inner, index) => match Union::unwrap(self.eval(inner, locals, here)?) {
                Cell::Tuple(items) => Ok(items.as_slice()[*index].clone()),
                Cell::Function(function) => Ok(function.held[*index].clone()),
                other => Err(refused(format!("a member of a {}", other.type_name()))),
            },
            Node::Field(inner, field) => match Union::unwrap(self.eval(inner, locals, here)?) {
                Cell::Record(record) => Ok(record.get(|instance| instance.fields[*field].clone())),
                other => Err(refused(format!("a field of a {}", other.type_name()))),
            },
            _ => self.eval_rare(node, locals, here),
        }
    }

    /// The rest, in a function of its own, since each level of an expression holds what its function needs.
    #[inline(never)]
    fn eval_rare(self: &Rc<Self>, node: &Node, locals: &mut Vec<Cell>, here: Place) -> Fallible<Cell> {
        Ok(match node {
            Node::Global(global, line) => self.global(*global).at(here, *line)?,
            Node::Tuple(values) => tuple(self.all(values, locals, here)?),
            Node::Function(key, held) => {
                Cell::Function(FunctionValue { key: key.clone(), held: self.all(held, locals, here)? }.into())
            }
            Node::List(values) => Cell::List(rt::list::from_vec(self.all(values, locals, here)?)),
            Node::Set(values, line) => {
                let set = rt::set::from_vec(self.all(values, locals, here)?);
                machine::settle().at(here, *line)?;
                Cell::Set(set)
            }
            Node::Dict(pairs, line) => {
                let mut made = Vec::with_capacity(pairs.len());
                for (key, value) in pairs {
                    made.push((self.eval(key, locals, here)?, self.eval(value, locals, here)?));
                }
                let dict = rt::dict::from_pairs(made);
                machine::settle().at(here, *line)?;
                Cell::Dict(dict)
            }
            Node::Record(class, values) => {
                let fields = self.all(values, locals, here)?;
                Cell::Record(rt::record::new(Instance { class: class.clone(), fields }))
            }
            Node::Select(subject, values) => match self.eval(subject, locals, here)? {
                Cell::Member(_, place) => self.eval(&values[place], locals, here)?,
                other => return Err(refused(format!("what belongs to a {}", other.type_name()))),
            },
            Node::Comprehension(loops) => self.comprehension(loops, locals, here)?,
            Node::Format(parts, line) => self.format(parts, *line, locals, here)?,
            Node::Block(code, value) => {
                self.block(code, locals, here)?;
                self.eval(value, locals, here)?
            }
            Node::Dispatch(subject, union, arms) => {
                let value = self.eval(subject, locals, here)?;
                let (local, arm) = &arms[union.place(&value)?];
                locals[*local] = Union::unwrap(value);
                self.eval(arm, locals, here)?
            }
            Node::IsMember(subject, union, holds) => {
                let value = self.eval(subject, locals, here)?;
                Cell::Bool(match union {
                    Some((union, places)) => places.contains(&union.place(&value)?),
                    None => *holds,
                })
            }
            Node::Raise(exception, line) => {
                return Err(rt::exception::at(self.exception(exception, locals, here)?, here, *line));
            }
            Node::Exception(name, own, arguments) => {
                let values = self.all(arguments, locals, here)?;
                let given: Vec<_> = values.iter().map(rt::exception::argument).collect();
                machine::settle()?;
                Cell::Exception(match (own, values.as_slice()) {
                    (Some(class), _) => rt::exception::of_project(class, given),
                    (None, []) => Exception::new(name, ""),
                    // The message of a `KeyError` is the repr of its argument.
                    (None, [Cell::Str(text)])
                        if matches!(arguments[0], Node::Constant(_))
                            && *name != "KeyError"
                            && !text.as_str().is_empty() =>
                    {
                        Exception::new(name, text.as_str())
                    }
                    (None, _) => Exception::with(name, given),
                })
            }
            Node::IsException(subject, classes) => {
                let raised = self.exception(subject, locals, here)?;
                Cell::Bool(rt::exception::is_one_of(&raised, classes))
            }
            Node::Slice(bounds) => {
                let mut numbers = [None; 3];
                for (number, bound) in numbers.iter_mut().zip(bounds.iter()) {
                    *number = match self.eval(bound, locals, here)? {
                        Cell::Int(value) => Some(value),
                        Cell::None => None,
                        other => return Err(refused(format!("a slice by a {}", other.type_name()))),
                    };
                }
                let [start, stop, step] = numbers;
                Cell::Slice(rt::slice::new(start, stop, step))
            }
            Node::Iterate(inner) => Cell::Iterator(self.iterator(inner, locals, here)?),
            Node::Refused(what) => return Err(refused(what.clone())),
            _ => return Err(refused("an expression")),
        })
    }

    /// Runs the statements of an expression.
    fn block(self: &Rc<Self>, code: &Code, locals: &mut Vec<Cell>, here: Place) -> Fallible<()> {
        let taken = std::mem::take(locals);
        let mut frame = Frame { locals: taken, iterators: vec![None; code.depth], at: 0 };
        let result = self.run(code, &mut frame, here);
        *locals = frame.locals;
        match result? {
            Stopped::End => Ok(()),
            Stopped::Return(_) => Err(refused("a `return` out of an expression")),
            Stopped::Yield(_) => Err(refused("a `yield` in an expression")),
        }
    }

    fn global(self: &Rc<Self>, number: usize) -> Fallible<Cell> {
        if let Some(value) = &self.values.borrow()[number] {
            return Ok(value.clone());
        }
        let value = match &self.globals[number] {
            Global::MadeBy(function) => self.call(*function, Vec::new())?,
            Global::Known(value) => value.clone(),
            Global::Refused(why) => return Err(refused(why.clone())),
        };
        value.freeze();
        self.values.borrow_mut()[number] = Some(value.clone());
        Ok(value)
    }

    fn native(self: &Rc<Self>, call: &NativeCall, locals: &mut Vec<Cell>, here: Place) -> Fallible<Cell> {
        let mut arguments = Vec::with_capacity(call.arguments.len());
        for argument in &call.arguments {
            arguments.push(match argument {
                Argument::Value(value) => Arg::Value(self.eval(value, locals, here)?),
                Argument::Iterator(value) => Arg::Value(self.eval(value, locals, here)?),
                Argument::Many(values) => Arg::Many(self.all(values, locals, here)?),
                Argument::Function(closure) => {
                    let (program, closure, held) = (self.clone(), closure.clone(), locals.clone());
                    Arg::Function(Caller(Rc::new(move |values| {
                        let mut locals = held.clone();
                        for (parameter, value) in closure.parameters.iter().zip(values) {
                            locals[*parameter] = value;
                        }
                        program.eval(&closure.body, &mut locals, here)
                    })))
                }
                Argument::Fields(fields) => {
                    let mut made = Vec::with_capacity(fields.len());
                    for (name, value) in fields {
                        let Cell::Str(name) = self.eval(name, locals, here)? else {
                            return Err(refused("a field's name"));
                        };
                        made.push((name.as_str().to_owned(), self.eval(value, locals, here)?));
                    }
                    Arg::Fields(made)
                }
                Argument::Rule(rule) => Arg::Rule(*rule),
            });
        }
        let result = (call.native)(&mut Args::new(arguments, &call.types, &call.ty));
        let value = match (result, machine::settle()) {
            (_, Err(raised)) | (Err(raised), Ok(())) => return Err(rt::exception::at(raised, here, call.line)),
            (Ok(value), Ok(())) => value,
        };
        match &call.result {
            Outcome::Plain => Ok(value),
            Outcome::Optional(none, some) => if matches!(value, Cell::None) { none } else { some }.apply(value),
            Outcome::Either(union, ways) => ways[union.place(&value)?].apply(value),
        }
    }

    fn format(self: &Rc<Self>, parts: &[Part], line: u32, locals: &mut Vec<Cell>, here: Place) -> Fallible<Cell> {
        let mut text = String::new();
        for part in parts {
            let (value, conversion, spec) = match part {
                Part::Text(literal) => {
                    text.push_str(literal);
                    continue;
                }
                Part::Value(value, conversion, spec) => (self.eval(value, locals, here)?, conversion, spec),
            };
            let converted = match conversion {
                None => value,
                Some(TextConversion::Str) => Cell::Str(rt::object::str(&value)),
                Some(TextConversion::Repr) => Cell::Str(rt::object::repr(&value)),
                Some(TextConversion::Ascii) => Cell::Str(rt::object::ascii(&value)),
            };
            match spec {
                None => converted.str(&mut text),
                Some(spec) => match self.eval(spec, locals, here)? {
                    Cell::Str(spec) => converted.format(spec.as_str(), &mut text).at(here, line)?,
                    other => return Err(refused(format!("a {} as a format", other.type_name()))),
                },
            }
            machine::settle().at(here, line)?;
        }
        Ok(Cell::Str(rt::Str::from(text)))
    }

    fn comprehension(
        self: &Rc<Self>,
        loops: &Rc<Comprehension>,
        locals: &mut Vec<Cell>,
        here: Place,
    ) -> Fallible<Cell> {
        if loops.kind == Collected::Generator {
            return self.generator(loops, locals, here);
        }
        let mut items = Vec::new();
        self.rounds(loops, 0, locals, here, &mut items)?;
        let collected = match loops.kind {
            Collected::List | Collected::Generator => Cell::List(rt::list::from_vec(items)),
            Collected::Set => Cell::Set(rt::set::from_vec(items)),
            Collected::Dict => {
                let pairs = items.into_iter().map(|pair| match &pair {
                    Cell::Tuple(pair) => Ok((pair.as_slice()[0].clone(), pair.as_slice()[1].clone())),
                    _ => Err(refused("an entry of a dict")),
                });
                Cell::Dict(rt::dict::from_pairs(pairs.collect::<Fallible<_>>()?))
            }
        };
        machine::settle().at(here, loops.line)?;
        Ok(collected)
    }

    /// The loops of a comprehension from one clause on.
    fn rounds(
        self: &Rc<Self>,
        loops: &Comprehension,
        clause: usize,
        locals: &mut Vec<Cell>,
        here: Place,
        items: &mut Vec<Cell>,
    ) -> Fallible<()> {
        let Some(current) = loops.clauses.get(clause) else {
            items.push(self.eval(&loops.element, locals, here)?);
            return Ok(());
        };
        let mut iterator = self.iterator(&current.iterator, locals, here)?;
        while let Some(item) = iterator.next().at(here, loops.line)? {
            machine::step()?;
            machine::settle().at(here, loops.line)?;
            locals[current.target] = item;
            self.block(&current.setup, locals, here)?;
            if self.hold(&current.conditions, locals, here)? {
                self.rounds(loops, clause + 1, locals, here, items)?;
            }
        }
        Ok(())
    }

    fn hold(self: &Rc<Self>, conditions: &[Node], locals: &mut Vec<Cell>, here: Place) -> Fallible<bool> {
        for condition in conditions {
            if !self.truth(condition, locals, here)? {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// Goes on at the handler of an exception.
fn handle(code: &Code, frame: &mut Frame, raised: Raised) -> Fallible<()> {
    match code.handlers[frame.at] {
        Some(handler) if !machine::is_internal(&raised) => {
            close(frame, handler.depth);
            frame.locals[handler.caught] = Cell::Exception(raised);
            frame.at = handler.target;
            Ok(())
        }
        _ => Err(raised),
    }
}

/// Drops the iterators from a depth on.
fn close(frame: &mut Frame, depth: usize) {
    for place in (depth..frame.iterators.len()).rev() {
        frame.iterators[place] = None;
    }
}

fn exception_of(value: &Cell) -> Fallible<Raised> {
    match value {
        Cell::Exception(raised) => Ok(raised.clone()),
        Cell::Tagged(_, value) => exception_of(value),
        other => Err(refused(format!("a {} as an exception", other.type_name()))),
    }
}

/// The body of a generator: a frame that is run up to its next `yield`.
struct Body {
    program: Rc<Program>,
    number: usize,
    frame: Frame,
    output: Rc<Output<Cell>>,
    /// What it waits for: the item to be taken, where something may come in meanwhile.
    waiting: Option<Pin<Box<dyn Future<Output = Fallible<()>>>>>,
}

impl Future for Body {
    type Output = Fallible<()>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Fallible<()>> {
        // Generators nest as calls do, each in the one that goes through it.
        if let Err(refused) = crate::stack::check() {
            return Poll::Ready(Err(refused));
        }
        let this = &mut *self;
        let program = this.program.clone();
        let function = &program.functions[this.number];
        let (code, here) = (function.code.clone(), function.frame);
        if let Some(waiting) = &mut this.waiting {
            match waiting.as_mut().poll(context) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(Ok(())) => {}
                Poll::Ready(Err(raised)) => {
                    // It comes in at the `yield`, which is behind.
                    this.frame.at -= 1;
                    if let Err(raised) = handle(&code, &mut this.frame, raised) {
                        return Poll::Ready(Err(raised));
                    }
                }
            }
            this.waiting = None;
        }
        match program.run(&code, &mut this.frame, here) {
            Ok(Stopped::Yield(item)) => {
                let is_guarded = code.handlers[this.frame.at - 1].is_some();
                let output = this.output.clone();
                let mut waiting: Pin<Box<dyn Future<Output = Fallible<()>>>> = if is_guarded {
                    Box::pin(async move { output.give_guarded(item).await })
                } else {
                    Box::pin(async move {
                        output.give(item).await;
                        Ok(())
                    })
                };
                let first = waiting.as_mut().poll(context);
                this.waiting = Some(waiting);
                first
            }
            Ok(Stopped::Return(_) | Stopped::End) => Poll::Ready(Ok(())),
            Err(raised) => Poll::Ready(Err(raised)),
        }
    }
}

/// A generator expression under way: the iterators of its clauses from the outermost on.
struct Rounds {
    program: Rc<Program>,
    loops: Rc<Comprehension>,
    locals: Vec<Cell>,
    open: Vec<Boxed<Cell>>,
    here: Place,
}

impl Rounds {
    fn advance(&mut self) -> Fallible<Option<Cell>> {
        let (program, loops, here) = (self.program.clone(), self.loops.clone(), self.here);
        loop {
            machine::step()?;
            let depth = self.open.len();
            let Some(iterator) = self.open.last_mut() else { return Ok(None) };
            let Some(item) = iterator.next().at(here, loops.line)? else {
                // The outermost stays: `map` goes on where it ended.
                if depth == 1 {
                    return Ok(None);
                }
                self.open.pop();
                continue;
            };
            machine::settle().at(here, loops.line)?;
            let clause = &loops.clauses[depth - 1];
            self.locals[clause.target] = item;
            program.block(&clause.setup, &mut self.locals, here)?;
            if !program.hold(&clause.conditions, &mut self.locals, here)? {
                continue;
            }
            match loops.clauses.get(depth) {
                Some(next) => {
                    let iterator = program.iterator(&next.iterator, &mut self.locals, here)?;
                    self.open.push(iterator);
                }
                None => return program.eval(&loops.element, &mut self.locals, here).map(Some),
            }
        }
    }
}

impl Program {
    /// The iterator of a generator expression. Its first iterator is made at once, all else as it is asked for items.
    fn generator(self: &Rc<Self>, loops: &Rc<Comprehension>, locals: &mut Vec<Cell>, here: Place) -> Fallible<Cell> {
        let first = self.iterator(&loops.clauses[0].iterator, locals, here)?;
        let mut rounds =
            Rounds { program: self.clone(), loops: loops.clone(), locals: locals.clone(), open: vec![first], here };
        let next = move || rounds.advance();
        Ok(Cell::Iterator(match loops.stop {
            Stop::Error => Boxed::new(rt::generator::from_fn(next)),
            Stop::End => Boxed::new(rt::generator::mapped(next)),
            Stop::Raised => Boxed::new(rt::generator::asked(next)),
        }))
    }
}
