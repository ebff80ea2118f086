//! From the IR to what is evaluated.

mod expressions;
mod reads;
mod statements;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use hotforge_analyzer::Analysis;
use hotforge_analyzer::ir::Constant;
use hotforge_analyzer::source::Span;
use hotforge_analyzer::types::{EnumBase, ExceptionClass, RecordKind, Type, layout, native_name, short};
use hotforge_runtime as rt;

use crate::cell::Cell;
use crate::class::{Class, Member, nests};
use crate::convert::tuple;
use crate::model::Model;
use crate::node::Function;
use crate::run::Program;
use crate::shape::Conversion;

/// Text that lives as long as the process: names in tracebacks. Each is kept once.
pub fn leak(text: &str) -> &'static str {
    thread_local! {
        static KEPT: RefCell<BTreeMap<String, &'static str>> = const { RefCell::new(BTreeMap::new()) };
    }
    KEPT.with_borrow_mut(|kept| match kept.get(text) {
        Some(kept) => kept,
        None => {
            let leaked: &'static str = Box::leak(text.to_owned().into_boxed_str());
            kept.insert(text.to_owned(), leaked);
            leaked
        }
    })
}

/// The exception class of the project as the runtime has it.
fn project_class(class: &ExceptionClass) -> &'static rt::exception::Class {
    thread_local! {
        static KEPT: RefCell<BTreeMap<Vec<Arc<str>>, &'static rt::exception::Class>> = const { RefCell::new(BTreeMap::new()) };
    }
    KEPT.with_borrow_mut(|kept| {
        *kept.entry(class.lineage().to_vec()).or_insert_with(|| {
            let bases: Vec<&'static str> = class.lineage()[1..].iter().map(|base| leak(native_name(base))).collect();
            Box::leak(Box::new(rt::exception::Class { name: leak(class.native_name()), bases: bases.leak() }))
        })
    })
}

/// The classes and functions of a program.
pub fn prepare(analysis: &Analysis) -> (Vec<Rc<Class>>, Vec<Function>) {
    let mut preparer = Preparer { analysis, classes: Vec::new(), moved: Vec::new() };
    preparer.classes = analysis.program.classes.iter().map(|class| Rc::new(preparer.class(class))).collect();
    let recursive = reads::recursive(analysis);
    let functions = analysis.program.functions.iter().zip(recursive);
    let functions = functions.map(|(function, is_recursive)| preparer.function(function, is_recursive)).collect();
    (preparer.classes, functions)
}

/// A value known at compile time.
pub fn constant(constant: &Constant) -> Cell {
    match constant {
        Constant::None => Cell::None,
        Constant::Bool(value) => Cell::Bool(*value),
        Constant::Int(value) => Cell::Int(*value),
        Constant::Float(value) => Cell::Float(*value),
        Constant::Str(text) => Cell::Str(rt::Str::from(text.to_string())),
        Constant::Bytes(bytes) => Cell::Bytes(rt::Bytes::from(bytes.to_vec())),
        Constant::Tuple(items) => tuple(items.iter().map(self::constant).collect()),
    }
}

/// The default of a parameter, at its type. That of an enum is a value of a member, as a caller gives it.
pub fn default(value: &Constant, ty: &Type, program: &Program) -> Result<Cell, String> {
    let is_enum = |ty: &Type| matches!(ty, Type::Record(record) if matches!(record.kind, RecordKind::Enum(_)));
    if ty.members().iter().any(is_enum) {
        let given = crate::value::write(&constant(value)).map_err(|raised| raised.message)?;
        return crate::value::read(&given, ty, program);
    }
    let way = Conversion::between(&value.ty(), ty)?;
    way.apply(constant(value)).map_err(|raised| raised.message)
}

struct Preparer<'a> {
    analysis: &'a Analysis,
    classes: Vec<Rc<Class>>,
    /// Which variables of the function at hand move out where they are read.
    moved: Vec<bool>,
}

/// Why something is not evaluated.
type Refusal = String;

impl Preparer<'_> {
    fn class(&self, class: &hotforge_analyzer::ir::Class) -> Class {
        let members = class.members.iter();
        let members = members.map(|member| Member { name: member.name.clone(), value: constant(&member.value) });
        let members: Vec<Member> = members.collect();
        let short = leak(short(&class.name));
        let flags = match class.kind {
            RecordKind::Enum(base @ (EnumBase::Flag | EnumBase::IntFlag)) => {
                Some(crate::flag::definition(short, &members, base))
            }
            _ => None,
        };
        Class {
            name: class.name.to_string(),
            short,
            qualname: class.qualname.clone(),
            kind: class.kind,
            fields: class.fields.clone(),
            members,
            choices: class.members.iter().map(|member| crate::model::choice_of(&member.value)).collect(),
            flags,
            model: class.model.as_ref().map(Model::of),
            repr: class.repr,
            str: class.str,
            format: class.format,
            equality: class.equality,
            order: class.order,
            hash: class.hash,
            nests: nests(&class.fields),
        }
    }

    fn class_of(&self, ty: &Type) -> Result<Rc<Class>, Refusal> {
        let Type::Record(record) = layout(ty) else { return Err(format!("objects of {ty}")) };
        let place = self.analysis.program.classes.iter().position(|class| class.name == record.name);
        let class = place.and_then(|place| self.classes.get(place));
        class.cloned().ok_or_else(|| format!("objects of {ty}"))
    }

    fn line(&self, span: Span) -> u32 {
        self.analysis.file(span.file).line(span.start)
    }

    fn function(&mut self, function: &hotforge_analyzer::ir::Function, is_recursive: bool) -> Function {
        let file = self.analysis.file(function.file);
        let frame = rt::Frame { file: leak(file.path_at(function.span.start)), function: leak(&function.name) };
        self.moved = reads::moved(function);
        let code = Rc::new(self.code(&function.body));
        let end = match function.is_generator {
            true => Conversion::Same,
            false => Conversion::between(&Type::None, &function.returns).unwrap_or(Conversion::Same),
        };
        Function {
            parameters: function.parameters.iter().map(|local| local.0 as usize).collect(),
            locals: self.moved.len(),
            is_generator: function.is_generator,
            is_recursive,
            is_cached: function.is_cached,
            code,
            end,
            frame,
            line: file.line(function.span.start),
        }
    }
}
