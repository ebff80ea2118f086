//! The modules of the runtime as its sources tell them: what each defines, and under which paths it is public.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Item, Signature, UseTree, Visibility};

/// A function or type, by the module that defines it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Definition {
    /// The path of the module: `re::pattern`.
    pub module: String,
    /// Its name.
    pub name: String,
}

/// A module.
#[derive(Default)]
struct Module {
    functions: BTreeMap<String, Signature>,
    types: BTreeSet<String>,
    /// `type A = B<C>;`
    aliases: BTreeMap<String, (syn::Generics, syn::Type)>,
    /// Modules in it, and whether they are public.
    children: BTreeMap<String, bool>,
    uses: Vec<Use>,
}

/// `use path as name;`, or a glob where there is no name.
struct Use {
    path: Vec<String>,
    name: Option<String>,
    is_public: bool,
}

/// What a name stands for.
enum Meaning {
    Module(String),
    Definition(Definition),
}

/// The runtime.
#[derive(Default)]
pub struct Crate {
    modules: BTreeMap<String, Module>,
    /// The macros of the files of each folder.
    macros: BTreeMap<PathBuf, BTreeMap<String, TokenStream>>,
    /// A public path for each type.
    types: BTreeMap<Definition, String>,
}

impl Crate {
    /// Reads the sources from the folder of `lib.rs`.
    pub fn read(source: &Path) -> Self {
        let mut runtime = Self::default();
        runtime.read_macros(source);
        runtime.read_file(&source.join("lib.rs"), source, String::new());
        for (path, definition) in runtime.reachable() {
            if runtime.defines_type(&definition) {
                let known = runtime.types.entry(definition).or_insert_with(|| path.clone());
                if path.len() < known.len() {
                    *known = path;
                }
            }
        }
        runtime
    }

    fn read_macros(&mut self, folder: &Path) {
        let mut found = BTreeMap::new();
        let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        for path in entries.flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                self.read_macros(&path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.extend(crate::expand::defined(&parsed(&path)));
            }
        }
        self.macros.insert(folder.to_owned(), found);
    }

    fn read_file(&mut self, file: &Path, folder: &Path, path: String) {
        let beside = file.parent().and_then(|folder| self.macros.get(folder)).cloned().unwrap_or_default();
        self.read_items(parsed(file), folder, path, &beside);
    }

    fn read_items(&mut self, items: Vec<Item>, folder: &Path, path: String, macros: &BTreeMap<String, TokenStream>) {
        let mut module = Module::default();
        let mut inner = Vec::new();
        for item in crate::expand::expanded(items, macros) {
            match item {
                Item::Fn(function) if is_public(&function.vis) => {
                    module.functions.insert(plain(&function.sig.ident), function.sig);
                }
                Item::Struct(item) => drop(module.types.insert(plain(&item.ident))),
                Item::Enum(item) => drop(module.types.insert(plain(&item.ident))),
                Item::Type(item) => {
                    module.aliases.insert(plain(&item.ident), (item.generics, *item.ty));
                }
                Item::Macro(item) if item.mac.path.segments.last().is_some_and(|last| last.ident == "named_tuple") => {
                    let tuple: NamedTuple = syn::parse2(item.mac.tokens).expect("a named tuple is written in one way");
                    module.types.insert(plain(&tuple.class));
                    let name = plain(&tuple.module);
                    module.children.insert(name.clone(), true);
                    inner.push((name, Some(tuple.items())));
                }
                Item::Use(item) => uses(&item.tree, Vec::new(), is_public(&item.vis), &mut module.uses),
                Item::Mod(item) => {
                    if item.attrs.iter().any(|attribute| attribute.to_token_stream().to_string().contains("test")) {
                        continue;
                    }
                    let name = plain(&item.ident);
                    module.children.insert(name.clone(), is_public(&item.vis));
                    inner.push((name, item.content.map(|(_, items)| items)));
                }
                _ => {}
            }
        }
        self.modules.insert(path.clone(), module);
        for (name, content) in inner {
            let child = join(&path, &name);
            let below = folder.join(&name);
            match content {
                Some(items) => self.read_items(items, &below, child, macros),
                None => self.read_file(&file_of(folder, &name), &below, child),
            }
        }
    }

    /// The signature of a function.
    pub fn signature(&self, definition: &Definition) -> Option<&Signature> {
        self.modules.get(&definition.module)?.functions.get(&definition.name)
    }

    fn defines_type(&self, definition: &Definition) -> bool {
        self.modules.get(&definition.module).is_some_and(|module| {
            module.types.contains(&definition.name) || module.aliases.contains_key(&definition.name)
        })
    }

    /// What an alias stands for.
    pub fn alias(&self, definition: &Definition) -> Option<&(syn::Generics, syn::Type)> {
        self.modules.get(&definition.module)?.aliases.get(&definition.name)
    }

    /// The type that a path names in a module.
    pub fn resolve_type(&self, module: &str, path: &[String]) -> Option<Definition> {
        match self.resolve(module, path, 0)? {
            Meaning::Definition(definition) if self.defines_type(&definition) => Some(definition),
            _ => None,
        }
    }

    /// The path under which a type is public.
    pub fn public_type(&self, definition: &Definition) -> Option<&str> {
        self.types.get(definition).map(String::as_str)
    }

    fn resolve(&self, module: &str, path: &[String], depth: usize) -> Option<Meaning> {
        if depth > 20 {
            return None;
        }
        let (first, rest) = path.split_first()?;
        let meaning = match first.as_str() {
            "crate" => Meaning::Module(String::new()),
            "self" => Meaning::Module(module.to_owned()),
            "super" => Meaning::Module(parent(module)),
            name => self.look_up(module, name, rest.is_empty(), depth)?,
        };
        match meaning {
            Meaning::Definition(_) if !rest.is_empty() => None,
            Meaning::Definition(definition) => Some(Meaning::Definition(definition)),
            Meaning::Module(module) if rest.is_empty() => Some(Meaning::Module(module)),
            Meaning::Module(module) => self.resolve(&module, rest, depth + 1),
        }
    }

    /// What a name stands for in a module. A function and a module may have one name; where something is looked for in it
    /// (`is_last` is false) it is the module.
    fn look_up(&self, path: &str, name: &str, is_last: bool, depth: usize) -> Option<Meaning> {
        let module = self.modules.get(path)?;
        let is_type = module.types.contains(name) || module.aliases.contains_key(name);
        if is_last && (is_type || module.functions.contains_key(name)) {
            return Some(Meaning::Definition(Definition { module: path.to_owned(), name: name.to_owned() }));
        }
        if module.children.contains_key(name) {
            return Some(Meaning::Module(join(path, name)));
        }
        let named = module.uses.iter().filter(|used| used.name.as_deref() == Some(name));
        let found = named.into_iter().filter_map(|used| self.resolve(path, &used.path, depth + 1));
        let mut found = found.filter(|meaning| is_last || matches!(meaning, Meaning::Module(_)));
        if let Some(found) = found.next() {
            return Some(found);
        }
        let globs = module.uses.iter().filter(|used| used.name.is_none() && used.path != [name]);
        globs.into_iter().find_map(|used| match self.resolve(path, &used.path, depth + 1)? {
            Meaning::Module(module) if module != path => self.look_up(&module, name, is_last, depth + 1),
            _ => None,
        })
    }

    /// All that is public, by its public paths.
    pub fn reachable(&self) -> BTreeMap<String, Definition> {
        let mut found = BTreeMap::new();
        let mut work = vec![(String::new(), String::new())];
        let mut seen = BTreeSet::new();
        while let Some((public, path)) = work.pop() {
            if !seen.insert((public.clone(), path.clone())) || public.matches("::").count() > 6 {
                continue;
            }
            let Some(module) = self.modules.get(&path) else { continue };
            let own = module.functions.keys().chain(&module.types).chain(module.aliases.keys());
            for name in own {
                found.entry(join(&public, name)).or_insert(Definition { module: path.clone(), name: name.clone() });
            }
            for (name, _) in module.children.iter().filter(|(_, is_public)| **is_public) {
                work.push((join(&public, name), join(&path, name)));
            }
            for used in module.uses.iter().filter(|used| used.is_public) {
                match (self.resolve(&path, &used.path, 0), &used.name) {
                    (Some(Meaning::Definition(definition)), Some(name)) => {
                        // A function and a module may have one name.
                        let twin = join(&definition.module, &definition.name);
                        if self.modules.contains_key(&twin) {
                            work.push((join(&public, name), twin));
                        }
                        found.insert(join(&public, name), definition);
                    }
                    (Some(Meaning::Module(module)), Some(name)) => work.push((join(&public, name), module)),
                    (Some(Meaning::Module(module)), None) => work.push((public.clone(), module)),
                    _ => {}
                }
            }
        }
        found
    }
}

/// The items of a file.
fn parsed(file: &Path) -> Vec<Item> {
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display())).items
}

/// `pub struct Match in r#match as "Match" { a: i64 }`: the class, and the module of its attributes.
struct NamedTuple {
    class: syn::Ident,
    module: syn::Ident,
    fields: Vec<syn::Field>,
}

impl Parse for NamedTuple {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        input.call(syn::Attribute::parse_outer)?;
        input.parse::<Visibility>()?;
        input.parse::<syn::Token![struct]>()?;
        let class = input.parse()?;
        input.parse::<syn::Token![in]>()?;
        let module = input.call(syn::Ident::parse_any)?;
        if input.parse::<Option<syn::Token![as]>>()?.is_some() {
            input.parse::<syn::LitStr>()?;
        }
        let content;
        syn::braced!(content in input);
        let fields = content.parse_terminated(syn::Field::parse_named, syn::Token![,])?;
        Ok(Self { class, module, fields: fields.into_iter().collect() })
    }
}

impl NamedTuple {
    /// What its module holds.
    fn items(&self) -> Vec<Item> {
        let class = &self.class;
        let types = self.fields.iter().map(|field| &field.ty);
        let attributes = self.fields.iter().map(|field| {
            let (name, ty) = (&field.ident, &field.ty);
            syn::parse_quote!(pub fn #name(of: &super::#class) -> #ty { of.#name })
        });
        let mut items: Vec<Item> = attributes.collect();
        items.push(syn::parse_quote!(
            use super::*;
        ));
        items.push(syn::parse_quote!(pub fn tuple(of: &super::#class) -> (#(#types,)*) { of }));
        items
    }
}

fn uses(tree: &UseTree, mut path: Vec<String>, is_public: bool, found: &mut Vec<Use>) {
    match tree {
        UseTree::Path(inner) => {
            path.push(plain(&inner.ident));
            uses(&inner.tree, path, is_public, found);
        }
        UseTree::Name(name) if name.ident == "self" => {
            let name = path.last().cloned();
            found.push(Use { path, name, is_public });
        }
        UseTree::Name(inner) => {
            let name = plain(&inner.ident);
            path.push(name.clone());
            found.push(Use { path, name: Some(name), is_public });
        }
        UseTree::Rename(inner) => {
            path.push(plain(&inner.ident));
            found.push(Use { path, name: Some(plain(&inner.rename)), is_public });
        }
        UseTree::Glob(_) => found.push(Use { path, name: None, is_public }),
        UseTree::Group(group) => group.items.iter().for_each(|item| uses(item, path.clone(), is_public, found)),
    }
}

fn file_of(folder: &Path, name: &str) -> PathBuf {
    let flat = folder.join(format!("{name}.rs"));
    if flat.exists() { flat } else { folder.join(name).join("mod.rs") }
}

/// A name without `r#`.
fn plain(ident: &syn::Ident) -> String {
    let name = ident.to_string();
    name.strip_prefix("r#").map_or(name.clone(), str::to_owned)
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}::{name}") }
}

fn parent(path: &str) -> String {
    path.rsplit_once("::").map_or(String::new(), |(parent, _)| parent.to_owned())
}
