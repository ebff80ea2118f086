//! The typed IR as a person reads it: a line for each statement, the types of variables and results after a colon. What is too
//! long for one line is broken at its operands.

use std::collections::BTreeMap;

use super::{
    Block, Class, Closure, Comprehension, Constant, Conversion, Expr, ExprKind, FormatPart, Function, FunctionId,
    Global, LocalId, NativeArgument, Predictor, Program, Stmt, StmtKind,
};
use crate::source::Span;
use crate::types::Type;

/// How many letters a line may have before it is broken.
const WIDTH: usize = 84;
const STEP: usize = 4;

/// A line of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The line, indented.
    pub text: String,
    /// What it came from.
    pub span: Option<Span>,
}

/// The text of a program: predictors, globals, classes, then function instances.
pub fn print(program: &Program) -> Vec<Line> {
    let mut lines = Vec::new();
    for predictor in &program.predictors {
        lines.push(predictor_line(program, predictor));
    }
    for (place, global) in program.globals.iter().enumerate() {
        lines.push(global_line(place, global));
    }
    for class in &program.classes {
        class_lines(class, &mut lines);
    }
    for (place, function) in program.functions.iter().enumerate() {
        lines.push(Line { text: String::new(), span: None });
        Printer::new(program, function).function(FunctionId(place as u32), &mut lines);
    }
    lines
}

fn predictor_line(program: &Program, predictor: &Predictor) -> Line {
    let parameters: Vec<String> = predictor
        .parameters
        .iter()
        .map(|parameter| match &parameter.default {
            Some(default) => format!("{}: {} = {default}", parameter.name, parameter.ty),
            None => format!("{}: {}", parameter.name, parameter.ty),
        })
        .collect();
    let instance = instance_name(program, predictor.function);
    let text = format!("predictor {}({}) = {instance}", predictor.name, parameters.join(", "));
    Line { text, span: Some(predictor.span) }
}

fn global_line(place: usize, global: &Global) -> Line {
    Line { text: format!("global ${place} {}: {}", global.name, global.ty), span: Some(global.span) }
}

fn class_lines(class: &Class, lines: &mut Vec<Line>) {
    let span = Some(class.span);
    lines.push(Line { text: format!("class {}:", class.name), span });
    let fields = class.fields.iter().map(|field| format!("{}: {}", field.name, field.ty));
    let members = class.members.iter().map(|member| format!("{} = {}", member.name, member.value));
    lines.extend(fields.chain(members).map(|text| Line { text: format!("{:STEP$}{text}", ""), span }));
}

/// Instances are told apart by their places: a Python function may have several.
pub(super) fn instance_name(program: &Program, id: FunctionId) -> String {
    let name = program.functions.get(id.0 as usize).map_or("?", |function| function.name.as_str());
    format!("{name}#{}", id.0)
}

/// Of each local of a function: its name, made one of a kind.
pub(super) fn local_names(function: &Function) -> Vec<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let names = function.locals.iter().map(|local| {
        let count = counts.entry(&local.name).or_default();
        *count += 1;
        if *count == 1 { local.name.clone() } else { format!("{}.{count}", local.name) }
    });
    names.collect()
}

/// A text that stands on one line where there is room, and is broken at its parts where there is none.
struct Tree {
    head: String,
    parts: Vec<Part>,
    tail: String,
    span: Span,
}

enum Part {
    /// An operand, and what stands before it.
    Operand(String, Tree),
    /// Statements, which stand on lines of their own.
    Statements(Block),
}

impl Tree {
    fn leaf(text: String, span: Span) -> Self {
        Self { head: text, parts: Vec::new(), tail: String::new(), span }
    }

    fn of(head: impl Into<String>, operands: Vec<Tree>, tail: impl Into<String>, span: Span) -> Self {
        let parts = operands.into_iter().map(|operand| Part::Operand(String::new(), operand)).collect();
        Self { head: head.into(), parts, tail: tail.into(), span }
    }

    /// It on one line; `None` where statements stand in it.
    fn flat(&self) -> Option<String> {
        let mut text = self.head.clone();
        for (place, part) in self.parts.iter().enumerate() {
            let Part::Operand(label, operand) = part else { return None };
            if place > 0 {
                text.push_str(", ");
            }
            text.push_str(label);
            text.push_str(&operand.flat()?);
        }
        text.push_str(&self.tail);
        Some(text)
    }
}

struct Printer<'p> {
    program: &'p Program,
    function: &'p Function,
    /// Of each local: its name, made one of a kind.
    names: Vec<String>,
}

impl<'p> Printer<'p> {
    fn new(program: &'p Program, function: &'p Function) -> Self {
        Self { program, function, names: local_names(function) }
    }

    fn function(&self, id: FunctionId, lines: &mut Vec<Line>) {
        let parameters: Vec<String> = self.function.parameters.iter().map(|local| self.declared(*local)).collect();
        let kind = if self.function.is_generator { "generator" } else { "fn" };
        let name = instance_name(self.program, id);
        let text = format!("{kind} {name}({}) -> {}:", parameters.join(", "), self.function.returns);
        lines.push(Line { text, span: Some(self.function.span) });
        self.block(&self.function.body, STEP, lines);
    }

    fn name(&self, local: LocalId) -> &str {
        self.names.get(local.0 as usize).map_or("?", String::as_str)
    }

    fn declared(&self, local: LocalId) -> String {
        let ty = self.function.locals.get(local.0 as usize).map_or("?".to_owned(), |local| local.ty.to_string());
        format!("{}: {ty}", self.name(local))
    }

    fn block(&self, block: &Block, indent: usize, lines: &mut Vec<Line>) {
        if block.is_empty() {
            lines.push(Line { text: format!("{:indent$}pass", ""), span: None });
        }
        block.iter().for_each(|statement| self.statement(statement, indent, lines));
    }

    fn statement(&self, statement: &Stmt, indent: usize, lines: &mut Vec<Line>) {
        let span = statement.span;
        let mut line = |text: &str| lines.push(Line { text: format!("{:indent$}{text}", ""), span: Some(span) });
        match &statement.kind {
            StmtKind::Assign { target, value } => {
                self.write(&format!("{} = ", self.declared(*target)), &self.untyped(value), "", indent, lines);
            }
            StmtKind::Evaluate(value) => self.write("", &self.tree(value), "", indent, lines),
            StmtKind::If { test, then, orelse } => {
                self.write("if ", &self.tree(test), ":", indent, lines);
                self.block(then, indent + STEP, lines);
                self.orelse(orelse, span, indent, lines);
            }
            StmtKind::While { test, body, orelse } => {
                self.write("while ", &self.tree(test), ":", indent, lines);
                self.block(body, indent + STEP, lines);
                self.orelse(orelse, span, indent, lines);
            }
            StmtKind::For { target, iterator, body, orelse } => {
                let head = format!("for {} in ", self.declared(*target));
                self.write(&head, &self.tree(iterator), ":", indent, lines);
                self.block(body, indent + STEP, lines);
                self.orelse(orelse, span, indent, lines);
            }
            StmtKind::Break => line("break"),
            StmtKind::Continue => line("continue"),
            StmtKind::Return(value) => self.write("return ", &self.untyped(value), "", indent, lines),
            StmtKind::Yield(value) => self.write("yield ", &self.tree(value), "", indent, lines),
            StmtKind::Raise(value) => self.write("raise ", &self.tree(value), "", indent, lines),
            StmtKind::Reraise(local) => line(&format!("reraise {}", self.name(*local))),
            StmtKind::Try { body, orelse, caught, handler } => {
                line("try:");
                self.block(body, indent + STEP, lines);
                let text = format!("{:indent$}catch {}:", "", self.declared(*caught));
                lines.push(Line { text, span: Some(span) });
                self.block(handler, indent + STEP, lines);
                self.orelse(orelse, span, indent, lines);
            }
            StmtKind::Outside { attempts, loops, body } => {
                line(&format!("outside of {attempts} try, {loops} loops:"));
                self.block(body, indent + STEP, lines);
            }
            StmtKind::SetField { record, field, value } => {
                let head = format!("set {} of ", self.field_name(record, *field));
                let tree = Tree::of(head, vec![self.tree(record), self.tree(value)], "", span);
                self.write("", &tree, "", indent, lines);
            }
        }
    }

    fn orelse(&self, block: &Block, span: Span, indent: usize, lines: &mut Vec<Line>) {
        if !block.is_empty() {
            lines.push(Line { text: format!("{:indent$}else:", ""), span: Some(span) });
            self.block(block, indent + STEP, lines);
        }
    }

    /// Writes a tree, on one line where it fits.
    fn write(&self, before: &str, tree: &Tree, after: &str, indent: usize, lines: &mut Vec<Line>) {
        let span = Some(tree.span);
        let flat = tree.flat().map(|flat| format!("{:indent$}{before}{flat}{after}", ""));
        match flat {
            Some(text) if tree.parts.is_empty() || text.chars().count() <= WIDTH => lines.push(Line { text, span }),
            _ => {
                lines.push(Line { text: format!("{:indent$}{before}{}", "", tree.head), span });
                for part in &tree.parts {
                    match part {
                        Part::Operand(label, operand) => self.write(label, operand, ",", indent + STEP, lines),
                        Part::Statements(block) => self.block(block, indent + STEP, lines),
                    }
                }
                lines.push(Line { text: format!("{:indent$}{}{after}", "", tree.tail), span });
            }
        }
    }

    /// Without its type, which what it is given to has, too.
    fn untyped(&self, expr: &Expr) -> Tree {
        let mut tree = self.tree(expr);
        if let Some(shorter) = tree.tail.strip_suffix(&format!(": {}", expr.ty)) {
            tree.tail.truncate(shorter.len());
        }
        tree
    }

    fn tree(&self, expr: &Expr) -> Tree {
        let (span, ty) = (expr.span, &expr.ty);
        let tree = |one: &Expr| self.tree(one);
        let several = |all: &[Expr]| all.iter().map(tree).collect::<Vec<_>>();
        let call = |head: String, operands: Vec<Tree>| Tree::of(format!("{head}("), operands, format!("): {ty}"), span);
        match &expr.kind {
            ExprKind::Constant(constant) => Tree::leaf(self.constant(constant, expr), span),
            ExprKind::Local(local) => Tree::leaf(self.name(*local).to_owned(), span),
            ExprKind::Global(global) => {
                let name = self.program.globals.get(global.0 as usize).map_or("", |global| global.name.as_str());
                Tree::leaf(format!("${} {name}", global.0), span)
            }
            ExprKind::Native(native) => {
                let arguments = native.arguments.iter().map(|argument| self.argument(argument, span));
                let raises = if native.raises { "?" } else { "" };
                Tree::of(format!("{}(", native.path), arguments.collect(), format!("){raises}: {ty}"), span)
            }
            ExprKind::Call { function, arguments } => call(instance_name(self.program, *function), several(arguments)),
            ExprKind::Tuple(items) => Tree::of("(", several(items), ")", span),
            ExprKind::List(items) => Tree::of("[", several(items), format!("]: {ty}"), span),
            ExprKind::Set(items) => Tree::of("{", several(items), format!("}}: {ty}"), span),
            ExprKind::Dict(items) => {
                let pair = |(key, value): &(Expr, Expr)| Tree::of("", vec![tree(key), tree(value)], "", span);
                Tree::of("{", items.iter().map(pair).collect(), format!("}}: {ty}"), span)
            }
            ExprKind::Member { tuple, index } => Tree::of("", vec![tree(tuple)], format!(".{index}"), span),
            ExprKind::Record(values) => call(format!("new {ty}"), several(values)),
            ExprKind::Select { subject, values } => {
                let mut operands = vec![tree(subject)];
                operands.extend(several(values));
                call("select".to_owned(), operands)
            }
            ExprKind::Field { record, field } => {
                Tree::of("", vec![tree(record)], format!(".{}: {ty}", self.field_name(record, *field)), span)
            }
            ExprKind::Comprehension(comprehension) => self.comprehension(comprehension, expr),
            ExprKind::Format(parts) => {
                call("format".to_owned(), parts.iter().map(|part| self.format(part, span)).collect())
            }
            ExprKind::If { test, then, orelse } => {
                let operands = [("", test), ("then ", then), ("else ", orelse)];
                let parts = operands.map(|(label, one)| Part::Operand(label.to_owned(), tree(one)));
                Tree { head: "if(".to_owned(), parts: parts.into(), tail: format!("): {ty}"), span }
            }
            ExprKind::And(left, right) => Tree::of("and(", vec![tree(left), tree(right)], ")", span),
            ExprKind::Or(left, right) => Tree::of("or(", vec![tree(left), tree(right)], ")", span),
            ExprKind::Not(inner) => Tree::of("not(", vec![tree(inner)], ")", span),
            ExprKind::Block(block, value) => {
                let parts = vec![Part::Statements(block.clone()), Part::Operand("gives ".to_owned(), tree(value))];
                Tree { head: "{".to_owned(), parts, tail: format!("}}: {ty}"), span }
            }
            ExprKind::Convert(inner) => call("convert".to_owned(), vec![tree(inner)]),
            ExprKind::Dispatch { subject, arms } => {
                let arms =
                    arms.iter().map(|(local, arm)| Part::Operand(format!("{} => ", self.declared(*local)), tree(arm)));
                let parts = std::iter::once(Part::Operand(String::new(), tree(subject))).chain(arms).collect();
                Tree { head: "match(".to_owned(), parts, tail: format!("): {ty}"), span }
            }
            ExprKind::IsMember { subject, members } => {
                let members: Vec<String> = members.iter().map(ToString::to_string).collect();
                Tree::of("is(", vec![tree(subject)], format!(": {})", members.join(" | ")), span)
            }
            ExprKind::Raise(exception) => Tree::of("raise(", vec![tree(exception)], ")", span),
            ExprKind::Exception(arguments) => call(format!("new {ty}"), several(arguments)),
            ExprKind::IsException { subject, classes } => {
                let classes: Vec<String> = classes.iter().map(ToString::to_string).collect();
                Tree::of("is(", vec![tree(subject)], format!(": {})", classes.join(" | ")), span)
            }
            ExprKind::Slice(bounds) => Tree::of("slice(", several(&bounds[..]), ")", span),
            ExprKind::Iterate(inner) => call("iterate".to_owned(), vec![tree(inner)]),
            ExprKind::Invalid => Tree::leaf("invalid".to_owned(), span),
        }
    }

    /// A constant; of an enum the name of the member.
    fn constant(&self, constant: &Constant, expr: &Expr) -> String {
        let place = if let Constant::Int(place) = constant { usize::try_from(*place).ok() } else { None };
        match self.class_of(expr).zip(place).and_then(|(class, place)| class.members.get(place)) {
            Some(member) => format!("{}.{}", expr.ty, member.name),
            None => constant.to_string(),
        }
    }

    fn field_name(&self, record: &Expr, field: usize) -> String {
        let named = self.class_of(record).and_then(|class| class.fields.get(field));
        named.map_or_else(|| field.to_string(), |field| field.name.clone())
    }

    fn class_of(&self, expr: &Expr) -> Option<&Class> {
        let Type::Record(record) = &expr.ty else { return None };
        self.program.classes.iter().find(|class| class.name == record.name)
    }

    fn argument(&self, argument: &NativeArgument, span: Span) -> Tree {
        let pair = |(name, value): &(Expr, Expr)| Tree::of("", vec![self.tree(name), self.tree(value)], "", span);
        let all =
            |head: &str, values: &[Expr]| Tree::of(head, values.iter().map(|one| self.tree(one)).collect(), "]", span);
        match argument {
            NativeArgument::Value(value) | NativeArgument::Reference(value) | NativeArgument::Iterator(value) => {
                self.tree(value)
            }
            NativeArgument::Variadic(values) => all("*[", values),
            NativeArgument::Index(values) => all("index[", values),
            NativeArgument::Function(closure) => self.closure(closure, span),
            NativeArgument::Feed(pairs) => Tree::of("feed[", pairs.iter().map(pair).collect(), "]", span),
            NativeArgument::Fields(pairs) => Tree::of("fields[", pairs.iter().map(pair).collect(), "]", span),
            NativeArgument::Rule(ruled) => Tree::leaf(format!("rule {}", ruled.1.label), span),
        }
    }

    fn closure(&self, closure: &Closure, span: Span) -> Tree {
        let parameters: Vec<String> = closure.parameters.iter().map(|local| self.declared(*local)).collect();
        Tree::of(format!("|{}| ", parameters.join(", ")), vec![self.tree(&closure.body)], "", span)
    }

    fn comprehension(&self, comprehension: &Comprehension, expr: &Expr) -> Tree {
        let mut parts = vec![Part::Operand(String::new(), self.tree(&comprehension.element))];
        for clause in &comprehension.clauses {
            let label = format!("for {} in ", self.declared(clause.target));
            parts.push(Part::Operand(label, self.tree(&clause.iterator)));
            if !clause.setup.is_empty() {
                parts.push(Part::Statements(clause.setup.clone()));
            }
            parts.extend(clause.conditions.iter().map(|one| Part::Operand("if ".to_owned(), self.tree(one))));
        }
        Tree { head: "each(".to_owned(), parts, tail: format!("): {}", expr.ty), span: expr.span }
    }

    fn format(&self, part: &FormatPart, span: Span) -> Tree {
        match part {
            FormatPart::Text(text) => Tree::leaf(Constant::Str(text.as_str().into()).to_string(), span),
            FormatPart::Value { value, conversion, spec } => {
                let conversion = match conversion {
                    None => "",
                    Some(Conversion::Str) => "!s",
                    Some(Conversion::Repr) => "!r",
                    Some(Conversion::Ascii) => "!a",
                };
                let operands = std::iter::once(value).chain(spec).map(|one| self.tree(one)).collect();
                Tree::of("{", operands, format!("{conversion}}}"), span)
            }
        }
    }
}
