//! Classes that a call makes: `P = namedtuple("P", "x y")`. They are read as if a class statement derived from the call.

use rustpython_ast as ast;
use rustpython_text_size::{Ranged, TextRange};

use super::{Declared, FieldDefault, Unsupported};

/// What a field can be where it stands in a call.
const HELP: &str = "write the class out: `class P(NamedTuple):` with a line `name: type` for each field";

/// The class statement that an assignment stands for: its name is the one that the call gives to the class, too.
pub fn definition(assign: &ast::StmtAssign) -> Option<ast::StmtClassDef> {
    let ([ast::Expr::Name(name)], ast::Expr::Call(call)) = (&assign.targets[..], &*assign.value) else { return None };
    let Some(ast::Expr::StringLiteral(given)) = call.arguments.args.first() else { return None };
    if given.value.to_str() != name.id.as_str() {
        return None;
    }
    let arguments = ast::Arguments {
        range: call.range,
        node_index: Default::default(),
        args: Box::new([ast::Expr::Call(call.clone())]),
        keywords: Box::new([]),
    };
    Some(ast::StmtClassDef {
        node_index: Default::default(),
        range: assign.range,
        decorator_list: Vec::new(),
        name: ast::Identifier::new(name.id.clone(), name.range),
        type_params: None,
        arguments: Some(Box::new(arguments)),
        body: Vec::new(),
    })
}

/// The call among the bases of a class.
pub(super) fn base_call(node: &ast::StmtClassDef) -> Option<&ast::ExprCall> {
    let bases = &node.arguments.as_ref()?.args;
    bases.iter().find_map(ast::Expr::as_call_expr)
}

/// The fields that a call of `namedtuple`, `NamedTuple` or `TypedDict` names.
pub(super) fn fields<'a>(call: &'a ast::ExprCall, function: &str) -> Result<Vec<Declared<'a>>, Unsupported> {
    if function.ends_with(".TypedDict") {
        return keys(call);
    }
    let refused = |range: TextRange, message: &str| Unsupported { range, message: message.to_owned(), help: HELP };
    let typed = function.ends_with(".NamedTuple");
    let mut defaults: &'a [ast::Expr] = &[];
    let mut names = call.arguments.args.get(1);
    for keyword in &call.arguments.keywords {
        match (keyword.arg.as_ref().map(ast::Identifier::as_str), &keyword.value) {
            (Some("field_names"), value) if !typed => names = Some(value),
            (Some("fields"), value) if typed => names = Some(value),
            (Some("defaults"), ast::Expr::NoneLiteral(_)) | (Some("module"), _) if !typed => {}
            (Some("defaults"), value) if !typed => match items(value) {
                Some(items) => defaults = items,
                None => return Err(refused(value.range(), "the defaults of the fields are no list or tuple display")),
            },
            _ => return Err(refused(keyword.range(), "this option of a named tuple cannot be compiled")),
        }
    }
    let Some(names) = names else { return Ok(Vec::new()) };
    let unknown = || refused(names.range(), "the names of the fields are known only when the module is run");
    let mut fields: Vec<Declared<'a>> = match names {
        ast::Expr::StringLiteral(text) if !typed => {
            let words = text.value.to_str().split(|c: char| c == ',' || c.is_whitespace());
            words.filter(|word| !word.is_empty()).map(|word| Declared::new(word, text.range, None)).collect()
        }
        list => {
            let items = items(list).ok_or_else(unknown)?;
            items.iter().map(|item| field(item, typed)).collect::<Option<_>>().ok_or_else(unknown)?
        }
    };
    if defaults.len() > fields.len() {
        return Err(refused(call.range, "there are more defaults than fields"));
    }
    let first = fields.len() - defaults.len();
    for (field, default) in fields[first..].iter_mut().zip(defaults) {
        field.default = Some(FieldDefault::Value(default));
    }
    Ok(fields)
}

/// The keys of `TypedDict("T", {"key": int})`.
fn keys(call: &ast::ExprCall) -> Result<Vec<Declared<'_>>, Unsupported> {
    let refused = |range: TextRange| Unsupported {
        range,
        message: "the keys of the typed dict are known only when the module is run".to_owned(),
        help: "write the class out: `class T(TypedDict):` with a line `key: type` for each key",
    };
    let Some(ast::Expr::Dict(dict)) = call.arguments.args.get(1) else { return Err(refused(call.range)) };
    let key = |item: &'_ ast::DictItem| item.key.as_ref().and_then(ast::Expr::as_string_literal_expr).is_some();
    if !dict.items.iter().all(key) {
        return Err(refused(dict.range));
    }
    let declared = dict.items.iter().filter_map(|item| {
        let text = item.key.as_ref()?.as_string_literal_expr()?;
        Some(Declared::new(text.value.to_str(), text.range, Some(&item.value)))
    });
    Ok(declared.collect())
}

/// `"x"`, or `("x", int)` where types are given.
fn field(node: &ast::Expr, typed: bool) -> Option<Declared<'_>> {
    let (name, annotation) = match node {
        name if !typed => (name, None),
        pair => match items(pair)? {
            [name, annotation] => (name, Some(annotation)),
            _ => return None,
        },
    };
    let text = name.as_string_literal_expr()?;
    Some(Declared::new(text.value.to_str(), text.range, annotation))
}

fn items(node: &ast::Expr) -> Option<&[ast::Expr]> {
    match node {
        ast::Expr::List(list) => Some(&list.elts),
        ast::Expr::Tuple(tuple) => Some(&tuple.elts),
        _ => None,
    }
}
