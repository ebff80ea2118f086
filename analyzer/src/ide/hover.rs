//! Hover: what an expression is in native code, how that was found, and what it becomes.

use rustpython_ast as ast;
use rustpython_ast::AnyNodeRef;
use rustpython_text_size::{Ranged, TextRange};

use super::captured::{CapturedGlobal, Size, captured_globals};
use super::classes::{ClassMember, MemberKind, ProjectClass};
use super::lenses::{Readiness, readiness};
use super::names::{Occurrence, Role};
use super::resolve::{Resolver, documentation, is_predictor, signatures};
use super::{Position, nodes, resolve};
use crate::analysis::{Analysis, Meaning};
use crate::catalog::{catalog, docstring};
use crate::source::{FileId, Span};
use crate::syntax::span;
use crate::types::{Type, join_all};

/// What is told of the thing under the mouse.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hover {
    /// The thing.
    pub span: Span,
    /// Its name and type, as Python would write them.
    pub code: String,
    /// What else is known, each in a line: where the type comes from, what it becomes.
    pub facts: Vec<String>,
    /// Its documentation.
    pub doc: Option<String>,
}

impl Hover {
    /// All of it as Markdown.
    pub fn markdown(&self) -> String {
        let mut parts = vec![format!("```python\n{}\n```", self.code)];
        if !self.facts.is_empty() {
            parts.push(self.facts.join("  \n"));
        }
        parts.extend(self.doc.clone());
        parts.join("\n\n")
    }
}

/// How many bytes a captured global takes, for those who know more than the source tells.
pub type Sizes<'s> = &'s dyn Fn(&CapturedGlobal) -> Option<u64>;

/// What to tell of the thing at a position.
pub fn hover(analysis: &Analysis, position: Position, sizes: Sizes) -> Option<Hover> {
    let resolver = Resolver::new(analysis, position.file);
    let here = Here { resolver: &resolver, offset: position.offset, sizes };
    let path = nodes::path_at(analysis.body(position.file), position.offset);
    for node in path.iter().rev() {
        let found = match node {
            AnyNodeRef::StmtFunctionDef(function) if here.is_on(function.name.range()) => {
                Some(here.definition(function))
            }
            AnyNodeRef::StmtClassDef(class) if here.is_on(class.name.range()) => {
                let class = ProjectClass::at(analysis, span(position.file, &class.name));
                class.map(|class| here.class(class, class.node.name.range()))
            }
            AnyNodeRef::Keyword(keyword) if keyword.arg.as_ref().is_some_and(|name| here.is_on(name.range())) => {
                here.keyword(keyword)
            }
            AnyNodeRef::ExprAttribute(attribute) if here.is_on(attribute.attr.range()) => {
                here.expression(&ast::Expr::Attribute((*attribute).clone()), attribute.attr.range())
            }
            AnyNodeRef::StmtImportFrom(import)
                if import.module.as_ref().is_some_and(|name| here.is_on(name.range())) =>
            {
                let module = import.module.as_ref()?;
                let meaning = Meaning::Module(module.as_str().into());
                Some(here.known(&meaning, module.range()))
            }
            AnyNodeRef::Parameter(parameter) if here.is_on(parameter.name.range()) => here.parameter(&parameter.name),
            AnyNodeRef::Alias(alias) => here.alias(alias),
            AnyNodeRef::ExprName(name) => here.name(name),
            node => node.as_expr_ref().and_then(|_| here.operation(*node)),
        };
        if found.is_some() {
            return found;
        }
    }
    None
}

/// The type that a function returns, over all its instances.
pub fn returns_of(analysis: &Analysis, definition: Span) -> Option<Type> {
    let instances = analysis.program.functions.iter().filter(|function| function.span == definition);
    let returns: Vec<&Type> = instances.map(|function| &function.returns).collect();
    let joined = join_all(returns.iter().copied());
    (!returns.is_empty() && !matches!(joined, Type::Unknown | Type::Never)).then_some(joined)
}

struct Here<'r, 'a> {
    resolver: &'r Resolver<'a>,
    offset: u32,
    sizes: Sizes<'r>,
}

impl Here<'_, '_> {
    fn analysis(&self) -> &Analysis {
        self.resolver.analysis
    }

    fn file(&self) -> FileId {
        self.resolver.file
    }

    fn is_on(&self, range: TextRange) -> bool {
        nodes::touches(range, self.offset)
    }

    fn span(&self, range: TextRange) -> Span {
        span(self.file(), range)
    }

    fn text(&self, node: &impl Ranged) -> String {
        shortened(self.analysis().file(self.file()).slice(self.span(node.range())))
    }

    fn line(&self, range: TextRange) -> u32 {
        self.analysis().file(self.file()).line(range.start().to_u32())
    }

    /// The name of a `def`.
    fn definition(&self, function: &ast::StmtFunctionDef) -> Hover {
        let whole = self.span(function.range());
        let mut facts = Vec::new();
        let instances = self.analysis().program.functions.iter().filter(|instance| instance.span == whole).count();
        if is_predictor(self.resolver, function) {
            facts.push(match readiness(self.analysis(), whole) {
                Readiness::Ready => "predictor: ready to compile".to_owned(),
                Readiness::NeedsCapture => {
                    "predictor: ready to compile; some globals are typed when it is captured".to_owned()
                }
                Readiness::Problems(1) => "predictor: 1 problem".to_owned(),
                Readiness::Problems(count) => format!("predictor: {count} problems"),
            });
            facts.extend(self.captured(whole));
        } else if instances > 1 {
            facts.push(format!("compiled for {instances} call signatures"));
        } else if instances == 0 {
            facts.push("no predictor calls it: it is not compiled".to_owned());
        }
        Hover {
            span: self.span(function.name.range()),
            code: signature_of(self.analysis(), self.file(), function),
            facts,
            doc: docstring(&function.body).map(|doc| doc.to_string()),
        }
    }

    /// The globals that a function and all that it calls read.
    fn captured(&self, whole: Span) -> Option<String> {
        let shown = captured_globals(self.analysis(), whole).into_iter().map(|captured| {
            let named = format!("`{}: {}`", captured.global.name, captured.global.ty);
            let size = match ((self.sizes)(&captured), captured.size) {
                (Some(bytes), _) | (None, Size::Bytes(bytes)) => in_bytes(bytes),
                (None, Size::Items(1)) => "1 item".to_owned(),
                (None, Size::Items(count)) => format!("{count} items"),
                (None, Size::Untold | Size::File(_)) => return named,
            };
            format!("{named} ({size})")
        });
        let shown: Vec<String> = shown.collect();
        (!shown.is_empty()).then(|| format!("captures {}", shown.join(", ")))
    }

    /// A class of the project.
    fn class(&self, class: ProjectClass, range: TextRange) -> Hover {
        Hover { span: self.span(range), code: class.code(), facts: Vec::new(), doc: class.doc() }
    }

    fn parameter(&self, name: &ast::Identifier) -> Option<Hover> {
        let occurrence = self.resolver.names.at(name.start().to_u32())?;
        let ty = self.analysis().types.get(&self.span(name.range()))?;
        Some(self.variable(occurrence, ty, name.range()))
    }

    fn alias(&self, alias: &ast::Alias) -> Option<Hover> {
        let occurrence = self
            .resolver
            .names
            .at(self.offset)
            .or_else(|| self.resolver.names.at(alias.asname.as_ref().unwrap_or(&alias.name).start().to_u32()))?;
        if let Some(class) = ProjectClass::named(self.analysis(), self.file(), &occurrence.name) {
            return Some(self.class(class, occurrence.range));
        }
        let meaning = self.resolver.meaning_of_name(occurrence)?;
        Some(self.described(&meaning, occurrence.range))
    }

    fn name(&self, name: &ast::ExprName) -> Option<Hover> {
        let occurrence = self.resolver.names.at(name.start().to_u32())?;
        let node = ast::Expr::Name(name.clone());
        if occurrence.owner == Some(0)
            && let Some(class) = ProjectClass::named(self.analysis(), self.file(), &occurrence.name)
        {
            return Some(self.class(class, name.range()));
        }
        if let Some(ty) = self.resolver.ty(&node)
            && !matches!(self.resolver.meaning(&node), Some(Meaning::Function(_)))
        {
            return Some(self.variable(occurrence, ty, name.range()));
        }
        match self.resolver.meaning(&node)? {
            Meaning::Global(place) => {
                let global = self.analysis().program.globals.iter().find(|global| global.span == place)?;
                Some(self.variable(occurrence, &global.ty, name.range()))
            }
            meaning => Some(self.described(&meaning, name.range())),
        }
    }

    fn variable(&self, occurrence: &Occurrence, ty: &Type, range: TextRange) -> Hover {
        let code = format!("{}: {ty}", occurrence.name);
        let facts = self.origin(occurrence).into_iter().chain(session_facts(ty)).collect();
        Hover { span: self.span(range), code, facts, doc: None }
    }

    /// Where the value of a name comes from.
    fn origin(&self, occurrence: &Occurrence) -> Option<String> {
        let owner = occurrence.owner?;
        let mentions = self.resolver.names.mentions(owner, &occurrence.name);
        let bindings: Vec<&Occurrence> = mentions.filter(|other| other.role != Role::Read).collect();
        let mut before = bindings.iter().rev();
        let binding = before.find(|other| other.range.start() <= occurrence.range.start()).or(bindings.first())?;
        let line = self.line(binding.range);
        let path = nodes::path_at(self.analysis().body(self.file()), binding.range.start().to_u32());
        let is_global = owner == 0;
        let what = path.iter().rev().find_map(|node| match node {
            AnyNodeRef::StmtAssign(assign) => Some(format!("assigned `{}`", self.text(&*assign.value))),
            AnyNodeRef::StmtAnnAssign(assign) => Some(format!("declared `{}`", self.text(&*assign.annotation))),
            AnyNodeRef::StmtAugAssign(assign) => Some(format!("changed by `{}`", self.text(assign))),
            AnyNodeRef::ExprNamed(named) => Some(format!("assigned `{}`", self.text(&*named.value))),
            AnyNodeRef::Comprehension(clause) => Some(self.item_of(&clause.iter)),
            AnyNodeRef::StmtFor(node) if binding.role == Role::LoopTarget => Some(self.item_of(&node.iter)),
            AnyNodeRef::Parameter(parameter) => Some(match &parameter.annotation {
                Some(annotation) => format!("parameter, declared `{}`", self.text(&**annotation)),
                None => "parameter, of what the calls give".to_owned(),
            }),
            _ => None,
        })?;
        let captured = if is_global { "captured global, " } else { "" };
        Some(format!("{captured}{what} in line {line}"))
    }

    fn item_of(&self, iterable: &ast::Expr) -> String {
        match self.resolver.ty(iterable) {
            Some(ty) => format!("item of `{}` (`{ty}`)", self.text(iterable)),
            None => format!("item of `{}`", self.text(iterable)),
        }
    }

    fn keyword(&self, keyword: &ast::Keyword) -> Option<Hover> {
        let call = nodes::call_at(self.analysis().body(self.file()), self.offset)?;
        let name = keyword.arg.as_ref()?;
        let span = self.span(name.range());
        let meaning = self.resolver.meaning(&call.func)?;
        let declared = match &meaning {
            Meaning::Function(whole) => {
                let function = resolve::function(self.analysis(), *whole)?;
                let parameter =
                    function.parameters.iter().find(|parameter| parameter.name().as_str() == name.as_str())?;
                let place = crate::syntax::span(whole.file, parameter.name().range());
                self.analysis().types.get(&place)?.to_string()
            }
            meaning => {
                let mut parameters = signatures(meaning).iter().flat_map(|signature| &signature.parameters);
                parameters.find(|parameter| *parameter.name == *name.as_str())?.declared.describe()
            }
        };
        let facts = vec![format!("parameter of `{}`", self.text(&*call.func))];
        Some(Hover { span, code: format!("{}: {declared}", name.as_str()), facts, doc: None })
    }

    /// A function, class or module by itself.
    fn described(&self, meaning: &Meaning, range: TextRange) -> Hover {
        match meaning {
            Meaning::Function(whole) => match resolve::function(self.analysis(), *whole) {
                Some(function) => Hover {
                    span: self.span(range),
                    code: signature_of(self.analysis(), whole.file, function),
                    facts: Vec::new(),
                    doc: docstring(&function.body).map(|doc| doc.to_string()),
                },
                None => self.known(meaning, range),
            },
            meaning => self.known(meaning, range),
        }
    }

    fn known(&self, meaning: &Meaning, range: TextRange) -> Hover {
        let overloads = signatures(meaning);
        let code = match meaning {
            Meaning::Module(name) => format!("module {name}"),
            Meaning::Known(module, name) => format!("{module}.{name}"),
            Meaning::Class(name) if overloads.is_empty() => format!("class {name}"),
            Meaning::Class(name) => {
                let made = overloads.iter().map(|overload| overload.describe().replacen("__new__", name, 1));
                format!("class {}", made.collect::<Vec<_>>().join("\nclass "))
            }
            Meaning::Method(class, _) if overloads.first().is_some_and(|overload| overload.property) => {
                format!("{}.{}: {}", short(class), overloads[0].name, overloads[0].returns.describe())
            }
            Meaning::Method(class, _) => declared(overloads, &format!("{}.", short(class))),
            Meaning::Native(_, name) if overloads.is_empty() => format!("def {name}(…)"),
            Meaning::Native(..) => declared(overloads, ""),
            Meaning::Function(_) => "lambda".to_owned(),
            Meaning::Global(_) => "captured global".to_owned(),
        };
        let mut facts = Vec::new();
        if let Some(first) = overloads.first() {
            if !first.raises.is_empty() {
                facts.push(format!("may raise {}", first.raises.join(", ")));
            }
            if first.mutates {
                facts.push("changes its receiver".to_owned());
            }
        }
        Hover { span: self.span(range), code, facts, doc: documentation(meaning) }
    }

    /// An attribute or the function of a call, whose name stands at the range.
    fn expression(&self, node: &ast::Expr, range: TextRange) -> Option<Hover> {
        let ty = self.resolver.ty(node);
        let meaning = self.resolver.meaning(node);
        let mut hover = match (&meaning, ty) {
            (Some(meaning @ (Meaning::Method(..) | Meaning::Function(_) | Meaning::Native(..))), None) => {
                self.described(meaning, range)
            }
            (_, Some(ty)) => {
                let text = self.text(node);
                Hover { span: self.span(range), code: format!("{text}: {ty}"), facts: Vec::new(), doc: None }
            }
            (Some(meaning), None) => self.described(meaning, range),
            (None, None) => return self.constant(node, range),
        };
        if hover.doc.is_none()
            && let Some(meaning) = &meaning
        {
            hover.doc = documentation(meaning);
        }
        if let ast::Expr::Attribute(attribute) = node
            && let Some((class, member)) = self.member(attribute)
        {
            hover.doc = hover.doc.or(member.doc);
            if member.kind != MemberKind::Method {
                hover.facts.push(format!("of the class `{}`", class.node.name.as_str()));
            }
        }
        hover.facts.extend(self.call_facts(range).unwrap_or_else(|| self.lowering(self.span(node.range()))));
        Some(hover)
    }

    /// The member of a class of the project that an attribute is.
    fn member(&self, attribute: &ast::ExprAttribute) -> Option<(ProjectClass<'_>, ClassMember)> {
        let Type::Record(record) = self.resolver.ty(&attribute.value)? else { return None };
        let class = ProjectClass::of(self.analysis(), &record.name)?;
        Some((class, class.member_named(attribute.attr.as_str())?))
    }

    /// A constant of a catalog module: `math.pi`.
    fn constant(&self, node: &ast::Expr, range: TextRange) -> Option<Hover> {
        let ast::Expr::Attribute(attribute) = node else { return None };
        let Some(Meaning::Module(module)) = self.resolver.meaning(&attribute.value) else { return None };
        let value = catalog().module(&module)?.constants.get(attribute.attr.as_str())?;
        let code = format!("{module}.{}: {} = {value}", attribute.attr.as_str(), value.ty());
        Some(Hover { span: self.span(range), code, facts: Vec::new(), doc: None })
    }

    /// What the call becomes whose function's name stands at the range.
    fn call_facts(&self, name: TextRange) -> Option<Vec<String>> {
        let path = nodes::path_at(self.analysis().body(self.file()), name.start().to_u32());
        let call = path.iter().rev().find_map(|node| match node {
            AnyNodeRef::ExprCall(call) if call.func.end() == name.end() => Some(call),
            _ => None,
        })?;
        let whole = self.span(call.range());
        let mut facts = Vec::new();
        if let Some(ty) = self.analysis().types.get(&whole) {
            let arguments: Vec<String> = call
                .arguments
                .arguments_source_order()
                .map(|argument| self.resolver.ty(argument.value()).map_or("?".to_owned(), ToString::to_string))
                .collect();
            facts.push(format!("gives `{ty}` here, of `({})`", arguments.join(", ")));
        }
        facts.extend(self.lowering(whole));
        Some(facts)
    }

    /// The runtime operator that an expression becomes.
    fn lowering(&self, whole: Span) -> Vec<String> {
        let Some(path) = self.analysis().lowering.get(&whole) else { return Vec::new() };
        let ty = self.analysis().types.get(&whole).unwrap_or(&Type::Unknown);
        vec![format!("becomes `hotforge_runtime::{path}` · {}", tolerance(path, ty))]
    }

    /// Any other expression that has a type.
    fn operation(&self, node: AnyNodeRef) -> Option<Hover> {
        let whole = self.span(node.range());
        let ty = self.analysis().types.get(&whole)?;
        let derived = match node {
            AnyNodeRef::ExprBinOp(operation) => {
                let (left, right) = (self.resolver.ty(&operation.left)?, self.resolver.ty(&operation.right)?);
                Some(format!("of `{left} {} {right}`", operation.op.as_str()))
            }
            AnyNodeRef::ExprSubscript(subscript) => {
                let (value, index) = (self.resolver.ty(&subscript.value)?, self.text(&*subscript.slice));
                Some(format!("`[{index}]` of `{value}`"))
            }
            AnyNodeRef::ExprCall(call) => Some(format!("of the call of `{}`", self.text(&*call.func))),
            _ => None,
        };
        let facts = derived.into_iter().chain(self.lowering(whole)).collect();
        Some(Hover { span: whole, code: format!("{}: {ty}", self.text(&node)), facts, doc: None })
    }
}

/// A number of bytes for people.
fn in_bytes(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{:.1} KB", bytes as f64 / 1e3),
        _ => format!("{:.1} MB", bytes as f64 / 1e6),
    }
}

/// The signature of a function of the project with the types that were found.
pub fn signature_of(analysis: &Analysis, file: FileId, function: &ast::StmtFunctionDef) -> String {
    let source = analysis.file(file);
    let shown = function.parameters.iter().map(|parameter| {
        let name = parameter.name();
        let found = analysis.types.get(&span(file, name.range())).map(ToString::to_string);
        let annotation = || parameter.annotation().map(|node| shortened(source.slice(span(file, node))));
        let ty = found.or_else(annotation).map(|ty| format!(": {ty}")).unwrap_or_default();
        let default = parameter.default().map(|node| format!(" = {}", shortened(source.slice(span(file, node)))));
        format!("{}{ty}{}", name.as_str(), default.unwrap_or_default())
    });
    let parameters: Vec<String> = shown.collect();
    let annotated = || function.returns.as_deref().map(|node| shortened(source.slice(span(file, node))));
    let returns = returns_of(analysis, span(file, function)).map(|ty| ty.to_string()).or_else(annotated);
    let returns = returns.map(|ty| format!(" -> {ty}")).unwrap_or_default();
    let one_line = format!("def {}({}){returns}", function.name.as_str(), parameters.join(", "));
    if one_line.len() <= 88 || parameters.len() < 2 {
        return one_line;
    }
    format!("def {}(\n    {},\n){returns}", function.name.as_str(), parameters.join(",\n    "))
}

/// How closely the result equals CPython's: the contract of the design.
fn tolerance(path: &str, ty: &Type) -> &'static str {
    let is_float = ty.any(&|part| match part {
        Type::Float => true,
        Type::Scalar(dtype) | Type::DType(dtype) => dtype.name().starts_with("float"),
        Type::Array(array) => array.dtype.name().starts_with("float"),
        _ => false,
    });
    const REDUCTIONS: &[&str] = &["sum", "mean", "std", "var", "prod", "dot", "matmul", "norm", "inner", "einsum"];
    const LIBM: &[&str] = &["exp", "log", "sin", "cos", "tan", "pow", "power", "tanh", "sqrt", "arctan", "cbrt"];
    let last = path.rsplit("::").next().unwrap_or(path);
    if !is_float {
        "equal to CPython"
    } else if path.starts_with("onnxruntime::") || path.starts_with("numpy::") && REDUCTIONS.contains(&last) {
        "within 1e-5 of CPython, relative"
    } else if path.starts_with("math::")
        || path.starts_with("numpy::") && LIBM.iter().any(|name| last.starts_with(name))
    {
        "within 2 ulp of CPython"
    } else {
        "equal to CPython to the bit"
    }
}

fn session_facts(ty: &Type) -> Vec<String> {
    let Type::Session(session) = ty else { return Vec::new() };
    let tensors = |tensors: &[crate::types::TensorSignature]| {
        tensors.iter().map(|tensor| format!("`{}: {}`", tensor.name, tensor.tensor)).collect::<Vec<_>>().join(", ")
    };
    vec![format!("inputs {}", tensors(&session.inputs)), format!("outputs {}", tensors(&session.outputs))]
}

fn declared(overloads: &[crate::catalog::Signature], prefix: &str) -> String {
    let lines = overloads
        .iter()
        .map(|overload| format!("def {prefix}{} -> {}", overload.describe(), overload.returns.describe()));
    lines.collect::<Vec<_>>().join("\n")
}

fn short(class: &str) -> &str {
    class.rsplit('.').next().unwrap_or(class)
}

/// Source text in one line that is not too long.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 60;
    let words: Vec<&str> = text.split_whitespace().collect();
    let line = words.join(" ");
    match line.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::fixture::at_cursor;

    const HEAD: &str = "from hotforge import compile\nimport numpy as np\nLIMIT = 3\n";

    fn shown(body: &str) -> Hover {
        let (analysis, position) = at_cursor(&format!("{HEAD}{body}"));
        hover(&analysis, position, &|_| None).expect("there is something to tell")
    }

    const POINT: &str = "class Point:\n    \"\"\"A place.\"\"\"\n    def __init__(self, x: int) -> None:\n        self.x = x\n    def half(self) -> float:\n        \"\"\"Half of it.\"\"\"\n        return self.x / 2\n@compile()\ndef f(n: int) -> float:\n    p = Point(n)\n";

    #[test]
    fn classes_and_their_members() {
        let hover = shown(&format!("{POINT}    return Poi$0nt(n).half()\n"));
        assert_eq!((hover.code.as_str(), hover.doc.as_deref()), ("class Point\n    x: int", Some("A place.")));
        let hover = shown(&format!("{POINT}    return p.ha$0lf()\n"));
        assert!(hover.code.starts_with("def half("), "{}", hover.code);
        assert_eq!(hover.doc.as_deref(), Some("Half of it."));
        let hover = shown(&format!("{POINT}    return float(p.$0x)\n"));
        assert_eq!((hover.code.as_str(), hover.facts[0].as_str()), ("p.x: int", "of the class `Point`"));
        assert_eq!(shown("class Em$0pty:\n    pass\n").code, "class Empty");
    }

    #[test]
    fn captured_globals_tell_their_sizes() {
        let source = format!(
            "{HEAD}WORDS = {{\"a\", \"b\"}}\nTEXT = \"abc\"\n@compile()\ndef f$0(x: str) -> bool:\n    return x in WORDS or x in TEXT or len(x) > LIMIT\n"
        );
        let (analysis, position) = at_cursor(&source);
        let told =
            |sizes: Sizes| hover(&analysis, position, sizes).expect("there is something to tell").facts[1].clone();
        assert_eq!(told(&|_| None), "captures `WORDS: set[str]` (2 items), `TEXT: str` (3 B), `LIMIT: int`");
        let ran = told(&|captured| (captured.global.name == "WORDS").then_some(2_500_000));
        assert_eq!(ran, "captures `WORDS: set[str]` (2.5 MB), `TEXT: str` (3 B), `LIMIT: int`");
    }

    #[test]
    fn a_variable_tells_its_type_and_where_it_comes_from() {
        let hover = shown("@compile()\ndef f(s: str) -> int:\n    words = s.split()\n    return len(wor$0ds)\n");
        assert_eq!(hover.code, "words: list[str]");
        assert_eq!(hover.facts, ["assigned `s.split()` in line 6"]);
    }

    #[test]
    fn a_method_tells_what_it_becomes() {
        let hover = shown("@compile()\ndef f(s: str) -> list[str]:\n    return s.spl$0it(\",\")\n");
        assert!(hover.code.starts_with("def str.split("), "{}", hover.code);
        assert!(hover.facts.contains(&"gives `list[str]` here, of `(str)`".to_owned()), "{:?}", hover.facts);
        assert!(hover.facts.iter().any(|fact| fact == "becomes `hotforge_runtime::str::split` · equal to CPython"));
        assert!(hover.doc.is_some());
    }

    #[test]
    fn a_predictor_tells_its_signature_and_what_it_captures() {
        let hover = shown(
            "@compile()\ndef sc$0ale(x: float, n: int = 2) -> float:\n    \"\"\"Scales.\"\"\"\n    return x * n * LIMIT\n",
        );
        assert_eq!(hover.code, "def scale(x: float, n: int = 2) -> float");
        assert_eq!(hover.facts, ["predictor: ready to compile", "captures `LIMIT: int`"]);
        assert_eq!(hover.doc.as_deref(), Some("Scales."));
    }

    #[test]
    fn a_helper_has_the_types_that_its_calls_give() {
        let hover =
            shown("@compile()\ndef f(x: float) -> float:\n    return half(x)\ndef ha$0lf(v):\n    return v / 2\n");
        assert_eq!(hover.code, "def half(v: float) -> float");
    }

    #[test]
    fn an_array_tells_dtype_and_dims_and_an_operation_its_operands() {
        let hover = shown(
            "@compile()\ndef f(n: int) -> float:\n    a = np.zeros((4, 3), dtype=np.float32)\n    return float((a $0* 2).sum())\n",
        );
        assert_eq!(hover.code, "a * 2: ndarray[float32, (4, 3)]");
        assert_eq!(hover.facts[0], "of `ndarray[float32, (4, 3)] * int`");
    }

    #[test]
    fn a_loop_target_is_an_item() {
        let hover = shown(
            "@compile()\ndef f(v: list[str]) -> int:\n    n = 0\n    for wo$0rd in v:\n        n += len(word)\n    return n\n",
        );
        assert_eq!(
            (hover.code.as_str(), hover.facts[0].as_str()),
            ("word: str", "item of `v` (`list[str]`) in line 7")
        );
    }

    #[test]
    fn modules_and_captured_globals() {
        assert_eq!(shown("x = n$0p.zeros(3)\n").code, "module numpy");
        let hover = shown("@compile()\ndef f(x: int) -> int:\n    return x + LIM$0IT\n");
        assert_eq!(
            (hover.code.as_str(), hover.facts[0].as_str()),
            ("LIMIT: int", "captured global, assigned `3` in line 3")
        );
    }
}
