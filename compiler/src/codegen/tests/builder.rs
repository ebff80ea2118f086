//! A short way to write IR in tests.

use hotforge_analyzer::Analysis;
use hotforge_analyzer::ir::*;
use hotforge_analyzer::source::{FileId, SourceFile, Span};
use hotforge_analyzer::types::Type;

use crate::capture::value::CapturedValue;
use crate::codegen::{Generated, Models, Options, Refused, generate};

/// Every line has one statement: the statement's span begins at its line.
pub fn at(line: u32) -> Span {
    Span { file: FileId(0), start: (line - 1) * 2, end: (line - 1) * 2 + 1 }
}

pub fn expr(kind: ExprKind, ty: Type) -> Expr {
    Expr { kind, ty, span: at(1) }
}

pub fn constant(constant: Constant) -> Expr {
    Expr::constant(constant, at(1))
}

pub fn int(value: i64) -> Expr {
    constant(Constant::Int(value))
}

pub fn text(value: &str) -> Expr {
    constant(Constant::Str(value.into()))
}

pub fn native(path: &str, raises: bool, arguments: Vec<NativeArgument>, ty: Type) -> Expr {
    expr(ExprKind::Native(NativeCall { path: path.into(), raises, arguments, result: NativeResult::Plain }), ty)
}

pub fn exception(class: &str) -> Type {
    Type::Exception(hotforge_analyzer::catalog::catalog().exception(class).expect("an exception class"))
}

pub fn stmt(line: u32, kind: StmtKind) -> Stmt {
    Stmt { kind, span: at(line) }
}

pub fn convert(inner: Expr, ty: Type) -> Expr {
    expr(ExprKind::Convert(Box::new(inner)), ty)
}

/// A function in the making.
pub struct Build {
    pub function: Function,
    predictor: bool,
}

impl Build {
    pub fn function(name: &str, returns: Type) -> Self {
        let function = Function {
            name: name.to_owned(),
            file: FileId(0),
            span: at(1),
            parameters: Vec::new(),
            locals: Vec::new(),
            is_guarded: false,
            is_generator: false,
            is_cached: false,
            returns,
            body: Vec::new(),
        };
        Self { function, predictor: false }
    }

    pub fn predictor(name: &str, returns: Type) -> Self {
        Self { predictor: true, ..Self::function(name, returns) }
    }

    pub fn local(&mut self, name: &str, ty: Type) -> LocalId {
        self.function.locals.push(Local { name: name.to_owned(), ty, is_named: true });
        LocalId(self.function.locals.len() as u32 - 1)
    }

    pub fn parameter(&mut self, name: &str, ty: Type) -> LocalId {
        let local = self.local(name, ty);
        self.function.parameters.push(local);
        local
    }

    pub fn read(&self, local: LocalId) -> Expr {
        expr(ExprKind::Local(local), self.function.locals[local.0 as usize].ty.clone())
    }

    pub fn body(mut self, body: Vec<Stmt>) -> Self {
        self.function.body = body;
        self
    }
}

/// Generates a program of these functions and globals.
pub fn generated(functions: Vec<Build>, globals: Vec<(&str, Type, CapturedValue)>) -> Result<Generated, Refused> {
    let mut program = Program::default();
    for (index, build) in functions.into_iter().enumerate() {
        if build.predictor {
            let function = &build.function;
            let parameters = function.parameters.iter().map(|id| {
                let local = &function.locals[id.0 as usize];
                Parameter {
                    name: local.name.clone(),
                    ty: local.ty.clone(),
                    kind: ParameterKind::PositionalOrKeyword,
                    default: None,
                    annotation: Annotation::default(),
                    span: at(1),
                }
            });
            program.predictors.push(Predictor {
                name: function.name.clone(),
                doc: None,
                function: FunctionId(index as u32),
                parameters: parameters.collect(),
                returns: Annotation::default(),
                span: at(1),
            });
        }
        program.functions.push(build.function);
    }
    let mut values = Vec::new();
    for (name, ty, value) in globals {
        program.globals.push(Global { file: FileId(0), name: name.to_owned(), ty, span: at(1), made_by: None });
        values.push(value);
    }
    let text = " \n".repeat(100);
    let analysis = Analysis {
        meanings: Default::default(),
        lowering: Default::default(),
        syntax: Vec::new(),
        files: vec![SourceFile::new("embed.py".to_owned(), "embed".to_owned(), text.into())],
        program,
        types: Default::default(),
        diagnostics: Vec::new(),
        dependencies: Vec::new(),
    };
    generate(
        &analysis,
        &values,
        &Options { models: Models::Embedded, manifest: "{}".to_owned(), keeps_variables: false },
    )
}

/// The Rust of the functions alone: without head and boundary.
pub fn rust(functions: Vec<Build>, globals: Vec<(&str, Type, CapturedValue)>) -> String {
    let rust = match generated(functions, globals) {
        Ok(generated) => generated.rust,
        Err(refused) => return format!("refused: {refused}"),
    };
    let start = rust.find("as rt;\n").map_or(0, |at| at + 7);
    let end = rust.find("static LIBRARY").unwrap_or(rust.len());
    rust[start..end].to_owned()
}
