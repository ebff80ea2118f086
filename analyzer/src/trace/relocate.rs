//! What a unit produced, told by the statements that it stands in, so that it holds wherever these move.

use std::sync::Arc;

use super::Output;
use crate::analysis::Meaning;
use crate::diagnostics::Diagnostic;
use crate::ir::{Class, Function, FunctionId, Global, Model, Predictor, Protocol, Step};
use crate::source::{FileId, Span};
use crate::types::Type;

/// Where the statements of a unit stand, in order.
pub(super) struct Places(pub Vec<Span>);

impl Places {
    /// Of so many whole files: every span counts from the start of its file.
    pub fn files(count: usize) -> Self {
        Self((0..count as u32).map(|file| Span { file: FileId(file), start: 0, end: u32::MAX }).collect())
    }

    /// A span by the number of its statement, and from the statement's start on.
    fn inward(&self, span: Span) -> Option<Span> {
        let at = self.0.partition_point(|place| (place.file, place.start) <= (span.file, span.start)).checked_sub(1)?;
        let place = self.0[at];
        (place.file == span.file && span.start <= span.end && span.end <= place.end).then(|| Span {
            file: FileId(at as u32),
            start: span.start - place.start,
            end: span.end - place.start,
        })
    }

    fn outward(&self, span: Span) -> Span {
        let place = self.0[span.file.0 as usize];
        Span { file: place.file, start: place.start + span.start, end: place.start + span.end }
    }
}

/// What a unit produced but for the code of its functions, all spans counted from the statements of the unit.
#[derive(Debug)]
pub(super) struct Kept {
    has_predictor: bool,
    predictors: Vec<Predictor>,
    functions: Vec<Function>,
    globals: Vec<Global>,
    classes: Vec<Class>,
    types: Vec<(Span, Type)>,
    meanings: Vec<(Span, Meaning)>,
    lowering: Vec<(Span, Arc<str>)>,
    diagnostics: Vec<Diagnostic>,
    dependencies: Vec<String>,
}

impl Kept {
    /// What a unit produced, its spans as they are.
    pub fn of(output: Output) -> Self {
        Self {
            has_predictor: output.has_predictor,
            predictors: output.predictors,
            functions: output.functions.into_iter().flatten().map(without_code).collect(),
            globals: output.globals,
            classes: output.classes,
            types: output.types.into_iter().collect(),
            meanings: output.meanings.into_iter().collect(),
            lowering: output.lowering.into_iter().collect(),
            diagnostics: output.diagnostics,
            dependencies: output.dependencies.into_iter().collect(),
        }
    }

    /// The same with spans counted from places that all of them are in.
    pub fn inward(mut self, places: &Places) -> Self {
        self.each_span(&mut |span| *span = places.inward(*span).unwrap_or(*span));
        self
    }

    /// Whether all that is told of is in those places.
    pub fn is_within(&mut self, places: &Places) -> bool {
        let mut is_within = true;
        self.each_span(&mut |span| is_within &= places.inward(*span).is_some());
        is_within
    }

    /// The diagnostics.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    fn each_span(&mut self, each: &mut dyn FnMut(&mut Span)) {
        for predictor in &mut self.predictors {
            each_of_predictor(predictor, each);
        }
        self.functions.iter_mut().for_each(|function| each(&mut function.span));
        self.globals.iter_mut().for_each(|global| each(&mut global.span));
        self.classes.iter_mut().for_each(|class| each(&mut class.span));
        self.types.iter_mut().for_each(|(span, _)| each(span));
        self.lowering.iter_mut().for_each(|(span, _)| each(span));
        for (span, meaning) in &mut self.meanings {
            each(span);
            each_of_meaning(meaning, each);
        }
        self.diagnostics.iter_mut().for_each(|diagnostic| each_of_diagnostic(diagnostic, each));
    }
}

/// What the units of a program produced, one after the other.
#[derive(Default)]
pub(super) struct Assembled {
    output: Output,
    types: Vec<(Span, Type)>,
    meanings: Vec<(Span, Meaning)>,
    lowering: Vec<(Span, Arc<str>)>,
}

impl Assembled {
    /// Adds what a unit produced, where its statements stand now.
    pub fn add(&mut self, kept: &Kept, places: &Places) {
        let outward = &mut |span: &mut Span| *span = places.outward(*span);
        let first = self.output.functions.len() as u32;
        self.output.has_predictor |= kept.has_predictor;
        self.output.predictors.extend(kept.predictors.iter().cloned().map(|mut predictor| {
            predictor.function.0 += first;
            each_of_predictor(&mut predictor, outward);
            predictor
        }));
        self.output.functions.extend(kept.functions.iter().cloned().map(|mut function| {
            outward(&mut function.span);
            Some(function)
        }));
        for mut global in kept.globals.iter().cloned() {
            outward(&mut global.span);
            if let Some(function) = &mut global.made_by {
                function.0 += first;
            }
            let is_known =
                self.output.globals.iter().any(|known| known.file == global.file && known.name == global.name);
            if !is_known {
                self.output.globals.push(global);
            }
        }
        self.output.classes.extend(kept.classes.iter().cloned().map(|mut class| {
            outward(&mut class.span);
            each_method(&mut class, |function| function.0 += first);
            class
        }));
        self.output.diagnostics.extend(kept.diagnostics.iter().cloned().map(|mut diagnostic| {
            each_of_diagnostic(&mut diagnostic, outward);
            diagnostic
        }));
        self.output.dependencies.extend(kept.dependencies.iter().cloned());
        self.types.extend(kept.types.iter().map(|(span, ty)| (places.outward(*span), ty.clone())));
        self.lowering.extend(kept.lowering.iter().map(|(span, path)| (places.outward(*span), path.clone())));
        self.meanings.extend(kept.meanings.iter().cloned().map(|(span, mut meaning)| {
            each_of_meaning(&mut meaning, outward);
            (places.outward(span), meaning)
        }));
    }

    /// All of it.
    pub fn finish(mut self) -> Output {
        self.types.sort_by_key(|(span, _)| *span);
        self.types.dedup_by(|next, known| {
            let is_same = next.0 == known.0;
            if is_same {
                known.1 = crate::types::join(&known.1, &next.1);
            }
            is_same
        });
        self.output.types = self.types.into_iter().collect();
        // Of several with one key, a map keeps the last.
        self.output.meanings = self.meanings.into_iter().collect();
        self.output.lowering = self.lowering.into_iter().collect();
        self.output
    }
}

fn without_code(function: Function) -> Function {
    Function { body: Vec::new(), locals: Vec::new(), parameters: Vec::new(), ..function }
}

fn each_of_predictor(predictor: &mut Predictor, each: &mut dyn FnMut(&mut Span)) {
    each(&mut predictor.span);
    predictor.parameters.iter_mut().for_each(|parameter| each(&mut parameter.span));
}

fn each_of_meaning(meaning: &mut Meaning, each: &mut dyn FnMut(&mut Span)) {
    match meaning {
        Meaning::Function(span) | Meaning::Global(span) => each(span),
        Meaning::Module(_) | Meaning::Class(_) | Meaning::Native(..) | Meaning::Method(..) | Meaning::Known(..) => {}
    }
}

fn each_of_diagnostic(diagnostic: &mut Diagnostic, each: &mut dyn FnMut(&mut Span)) {
    each(&mut diagnostic.span);
    diagnostic.labels.iter_mut().for_each(|label| each(&mut label.span));
    if let Some(fix) = &mut diagnostic.fix {
        each(&mut fix.span);
    }
}

fn each_method(class: &mut Class, mut each: impl FnMut(&mut FunctionId)) {
    // Every field is named, so that none that is added is forgotten here.
    let Class {
        name: _,
        qualname: _,
        kind: _,
        doc: _,
        span: _,
        fields: _,
        members: _,
        repr,
        str,
        format,
        equality,
        order,
        hash,
        model,
    } = class;
    for protocol in [Some(repr), Some(equality), order.as_mut(), hash.as_mut()].into_iter().flatten() {
        match protocol {
            Protocol::Method(function) | Protocol::Reflected(function) => each(function),
            Protocol::Identity | Protocol::Fields => {}
        }
    }
    str.iter_mut().chain(format).for_each(&mut each);
    let Some(model) = model else { return };
    let Model {
        forbids_extra: _,
        is_strict: _,
        by_alias: _,
        by_name: _,
        is_root: _,
        fields,
        computed,
        private,
        fields_set: _,
        before,
        check,
        serializer,
    } = model;
    computed.iter_mut().for_each(|(_, function)| each(function));
    private.iter_mut().for_each(|(_, function)| each(function));
    before.iter_mut().chain(check).chain(serializer).for_each(&mut each);
    for field in fields {
        for step in &mut field.steps {
            let (Step::Before(function) | Step::After(function) | Step::Plain(function)) = step;
            each(function);
        }
        each(&mut field.check);
        field.default.iter_mut().chain(&mut field.serializer).for_each(&mut each);
    }
}
