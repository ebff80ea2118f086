//! Inlay hints: the types that were found, where the source does not say them.

use std::collections::HashSet;

use rustpython_ast as ast;
use rustpython_ast::AnyNodeRef;
use rustpython_text_size::Ranged;

use super::hover::returns_of;
use super::names::{Role, ScopeKind};
use super::resolve::Resolver;
use super::{Edit, nodes};
use crate::analysis::{Analysis, Meaning};
use crate::source::{FileId, Span};
use crate::syntax::span;
use crate::types::{ArrayType, Type, annotation};

/// A type shown in the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// Where it is shown: a byte offset.
    pub offset: u32,
    /// What it says: `: list[str]`, ` -> int`.
    pub label: String,
    /// What it is of.
    pub kind: HintKind,
    /// The edit that writes it into the source, where an annotation is legal.
    pub edit: Option<Edit>,
}

/// What a hint is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HintKind {
    /// A variable.
    Variable,
    /// The target of a `for`.
    LoopTarget,
    /// A parameter of a lambda.
    LambdaParameter,
    /// A parameter of a function that declares no type.
    Parameter,
    /// The result of a function.
    ReturnType,
    /// The shape of an array whose annotation does not say it.
    Shape,
}

/// Which kinds of hints are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HintSwitches {
    /// Variables.
    pub variables: bool,
    /// Targets of `for`.
    pub loop_targets: bool,
    /// Parameters of lambdas.
    pub lambda_parameters: bool,
    /// Parameters without a declared type.
    pub parameters: bool,
    /// Results of functions.
    pub return_types: bool,
    /// Shapes of arrays: in the types of all others too.
    pub shapes: bool,
}

impl Default for HintSwitches {
    fn default() -> Self {
        Self {
            variables: true,
            loop_targets: true,
            lambda_parameters: true,
            parameters: true,
            return_types: true,
            shapes: true,
        }
    }
}

/// The hints of a range of a file.
pub fn hints(analysis: &Analysis, range: Span, switches: HintSwitches) -> Vec<Hint> {
    let resolver = Resolver::new(analysis, range.file);
    let mut hints = Hints { resolver: &resolver, switches, range, found: Vec::new() };
    hints.names();
    hints.returns();
    hints.found.sort_by_key(|hint| hint.offset);
    hints.found
}

struct Hints<'r, 'a> {
    resolver: &'r Resolver<'a>,
    switches: HintSwitches,
    range: Span,
    found: Vec<Hint>,
}

impl Hints<'_, '_> {
    fn names(&mut self) {
        let resolver = self.resolver;
        let annotated = annotated(resolver.analysis.body(resolver.file));
        let assigned = plainly_assigned(resolver.analysis.body(resolver.file));
        let mut told: HashSet<(Option<usize>, &str, &Type)> = HashSet::new();
        let mut declared: HashSet<(Option<usize>, &str)> = HashSet::new();
        for occurrence in &resolver.names.occurrences {
            let place = span(resolver.file, occurrence.range);
            let Some(ty) = Self::type_of(resolver.analysis, place) else { continue };
            let scope = occurrence.owner.map(|owner| resolver.names.scopes[owner].kind);
            let kind = match occurrence.role {
                Role::Assigned => HintKind::Variable,
                Role::LoopTarget => HintKind::LoopTarget,
                Role::Parameter if scope == Some(ScopeKind::Lambda) => HintKind::LambdaParameter,
                Role::Parameter => HintKind::Parameter,
                _ => continue,
            };
            let name = occurrence.name.as_str();
            let is_first = declared.insert((occurrence.owner, name));
            if !told.insert((occurrence.owner, name, ty)) || name == "_" {
                continue;
            }
            if annotated.contains(&place.start) {
                self.shape(place, ty);
                continue;
            }
            let may_annotate = kind == HintKind::Parameter || is_first && assigned.contains(&place.start);
            self.add(kind, place.end, ": ", ty, may_annotate);
        }
    }

    /// The type of a name where it is bound.
    fn type_of(analysis: &Analysis, place: Span) -> Option<&Type> {
        let global = || analysis.program.globals.iter().find(|global| global.span == place).map(|global| &global.ty);
        analysis.types.get(&place).or_else(global)
    }

    fn returns(&mut self) {
        let resolver = self.resolver;
        for function in nodes::functions(resolver.analysis.body(resolver.file)) {
            let end = function.parameters.end().to_u32();
            if function.returns.is_none()
                && let Some(ty) = returns_of(resolver.analysis, span(resolver.file, function))
            {
                self.add(HintKind::ReturnType, end, " -> ", &ty, true);
            }
        }
    }

    /// The dims of an array that is declared without them.
    fn shape(&mut self, place: Span, ty: &Type) {
        if let Type::Array(ArrayType { dims: Some(dims), .. }) = ty
            && self.switches.shapes
        {
            let dims: Vec<String> = dims.iter().map(ToString::to_string).collect();
            let label = match &dims[..] {
                [only] => format!(" ({only},)"),
                all => format!(" ({})", all.join(", ")),
            };
            self.push(Hint { offset: place.end, label, kind: HintKind::Shape, edit: None });
        }
    }

    fn add(&mut self, kind: HintKind, offset: u32, before: &str, ty: &Type, may_annotate: bool) {
        let is_wanted = match kind {
            HintKind::Variable => self.switches.variables,
            HintKind::LoopTarget => self.switches.loop_targets,
            HintKind::LambdaParameter => self.switches.lambda_parameters,
            HintKind::Parameter => self.switches.parameters,
            HintKind::ReturnType => self.switches.return_types,
            HintKind::Shape => self.switches.shapes,
        };
        if !is_wanted || ty.any(&|part| matches!(part, Type::Unknown | Type::Unbound)) || *ty == Type::Never {
            return;
        }
        let shown = if self.switches.shapes { ty.to_string() } else { without_dims(ty).to_string() };
        let place = Span { file: self.range.file, start: offset, end: offset };
        let edit = may_annotate.then(|| annotation(ty, &|| numpy_alias(self.resolver))).flatten();
        let edit = edit.map(|text| Edit { span: place, text: format!("{before}{text}") });
        self.push(Hint { offset, label: format!("{before}{shown}"), kind, edit });
    }

    fn push(&mut self, hint: Hint) {
        if self.range.contains(hint.offset) {
            self.found.push(hint);
        }
    }
}

/// The name under which a file imports numpy.
fn numpy_alias<'r>(resolver: &'r Resolver) -> Option<&'r str> {
    resolver.names.bindings(0).into_iter().find_map(|(name, binding)| match resolver.meaning_of_name(binding) {
        Some(Meaning::Module(module)) if &*module == "numpy" => Some(name),
        _ => None,
    })
}

fn without_dims(ty: &Type) -> Type {
    match ty {
        Type::Array(array) => Type::Array(ArrayType::of_any_rank(array.dtype)),
        other => other.map_parts(&mut without_dims),
    }
}

/// Where names and parameters stand that have an annotation.
fn annotated(body: &[ast::Stmt]) -> HashSet<u32> {
    let mut places = HashSet::new();
    nodes::each(body, |node| match node {
        AnyNodeRef::StmtAnnAssign(assign) => {
            places.insert(assign.target.start().to_u32());
        }
        AnyNodeRef::Parameter(parameter) if parameter.annotation.is_some() => {
            places.insert(parameter.name.start().to_u32());
        }
        _ => {}
    });
    places
}

/// Where names stand that are the only target of an assignment.
fn plainly_assigned(body: &[ast::Stmt]) -> HashSet<u32> {
    let mut places = HashSet::new();
    nodes::each(body, |node| {
        if let AnyNodeRef::StmtAssign(assign) = node
            && let [ast::Expr::Name(name)] = &assign.targets[..]
        {
            places.insert(name.start().to_u32());
        }
    });
    places
}

/// The hints of a text that is broken for the moment: those of the last analysis of it that was sound, moved with the text
/// around the edit, so that they do not come and go with each key.
pub fn moved_hints(sound: &Analysis, now: &Analysis, file: FileId, switches: HintSwitches) -> Vec<Hint> {
    let (old, new) = (sound.text(file), now.text(file));
    let whole = Span { file, start: 0, end: old.len() as u32 };
    hints(sound, whole, switches).into_iter().filter_map(|hint| moved(hint, old, new)).collect()
}

/// A hint of an old text in the new one; `None` where it stands in what was edited.
fn moved(hint: Hint, old: &str, new: &str) -> Option<Hint> {
    let pairs = || old.bytes().zip(new.bytes());
    let before = pairs().take_while(|(a, b)| a == b).count();
    let most = old.len().min(new.len()) - before;
    let after = old.bytes().rev().zip(new.bytes().rev()).take(most).take_while(|(a, b)| a == b).count();
    let offset = hint.offset as usize;
    let offset = match offset {
        _ if offset <= before => offset,
        _ if offset > old.len() - after => offset + new.len() - old.len(),
        _ => return None,
    };
    // The edit that a hint offers is of the old text.
    Some(Hint { offset: offset as u32, edit: None, ..hint })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::fixture::analysis;
    use crate::source::FileId;

    fn all(analysis: &Analysis, switches: HintSwitches) -> Vec<Hint> {
        let end = analysis.text(FileId(0)).len() as u32;
        hints(analysis, Span { file: FileId(0), start: 0, end }, switches)
    }

    const HEAD: &str = "from hotforge import compile\nimport numpy as np\n";

    fn shown(body: &str, switches: HintSwitches) -> String {
        let analysis = analysis(&format!("{HEAD}{body}"));
        let mut text = analysis.text(FileId(0)).to_owned();
        for hint in all(&analysis, switches).into_iter().rev() {
            text.insert_str(hint.offset as usize, &format!("‹{}›", hint.label));
        }
        text[HEAD.len()..].to_owned()
    }

    #[test]
    fn variables_loop_targets_and_results() {
        let body =
            "@compile()\ndef f(v: list[str]):\n    n = 0\n    for s in v:\n        n = n + len(s)\n    return n\n";
        let hinted = "@compile()\ndef f(v: list[str])‹ -> int›:\n    n‹: int› = 0\n    for s‹: str› in v:\n        n = n + len(s)\n    return n\n";
        assert_eq!(shown(body, HintSwitches::default()), hinted);
    }

    #[test]
    fn each_kind_can_be_switched_off() {
        let body = "@compile()\ndef f(v: list[int]):\n    w = sorted(v, key=lambda x: -x)\n    return w\n";
        let off = HintSwitches { variables: false, return_types: false, ..Default::default() };
        assert_eq!(shown(body, off), body.replace("lambda x", "lambda x‹: int›"));
        let off = HintSwitches { lambda_parameters: false, ..off };
        assert_eq!(shown(body, off), body);
    }

    #[test]
    fn shapes_of_arrays() {
        let body = "@compile()\ndef f(n: int) -> float:\n    a = np.zeros((4, 3))\n    return float(a.sum())\n";
        assert!(shown(body, HintSwitches::default()).contains("a‹: ndarray[float64, (4, 3)]› ="));
        let off = HintSwitches { shapes: false, ..Default::default() };
        assert!(shown(body, off).contains("a‹: ndarray[float64]› ="));
    }

    #[test]
    fn an_annotation_is_written_where_it_is_legal() {
        let source =
            format!("{HEAD}@compile()\ndef f(v: list[str]):\n    a = [np.zeros(2) for s in v]\n    return len(a)\n");
        let analysis = analysis(&source);
        let edits: Vec<_> =
            all(&analysis, HintSwitches::default()).into_iter().map(|hint| hint.edit.map(|edit| edit.text)).collect();
        let array = ": list[np.ndarray[tuple[int], np.dtype[np.float64]]]".to_owned();
        assert_eq!(edits, [Some(" -> int".into()), Some(array), None]);
    }

    #[test]
    fn hints_move_with_the_text_around_an_edit() {
        let hint = |offset| Hint { offset, label: ": int".into(), kind: HintKind::Variable, edit: None };
        let (old, new) = ("x = 1\ny = 2\nz = 3\n", "x = 1\ny = f((\nz = 3\n");
        let offset = |at| moved(hint(at), old, new).map(|hint| hint.offset);
        assert_eq!((offset(1), offset(7), offset(11), offset(13)), (Some(1), Some(7), None, Some(15)));
    }
}
