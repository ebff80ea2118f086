//! Models of pydantic: the runtime validates, and asks here what the fields of a class of the program are.
//!
//! Compiled code has a type for each field; a [`Cell`] is validated as what the number in its rule ([`Rule::form`]) stands for.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use hotforge_analyzer::ir::{self, Constant, FunctionId, Step};
use hotforge_analyzer::types::{EnumBase, RecordKind, Type, layout};
use hotforge_runtime as rt;
use rt::pydantic::maker::{self, Maker};
use rt::pydantic::{Base, Bound, Choice, Dumper, Extra, Given, Input, Options, Rule, Smart, State, Validate};
use rt::{Bytes, Dict, Fallible, FrozenSet, List, Record, Sequence, Set, Str};

use crate::cell::Cell;
use crate::class::{Class, Instance};
use crate::convert::{FromCell, IntoCell};
use crate::machine::{self, refused};
use crate::native::Args;
use crate::prepare::leak;
use crate::shape::Union;

/// How objects of a class are made and written.
pub struct Model {
    options: Options,
    fields: Vec<Field>,
    /// The properties that are shown and written as fields.
    pub computed: Vec<(&'static str, FunctionId)>,
    /// What fields begin with that are not validated.
    private: Vec<(usize, FunctionId)>,
    /// The field that holds the names of those that were given.
    fields_set: Option<usize>,
    before: Option<FunctionId>,
    check: Option<FunctionId>,
    serializer: Option<FunctionId>,
}

/// A field, in the order of validation.
struct Field {
    declared: &'static rt::pydantic::Field,
    /// Its index in the class.
    place: usize,
    written_as: Option<&'static str>,
    is_excluded: bool,
    steps: Vec<Step>,
    check: FunctionId,
    knows_earlier: bool,
    default: Option<FunctionId>,
    serializer: Option<FunctionId>,
}

impl Model {
    /// The model as the runtime takes it.
    pub fn of(model: &ir::Model) -> Self {
        let fields = model.fields.iter().map(|field| Field {
            declared: declared(field),
            place: field.field,
            written_as: field.written_as.as_deref().map(leak),
            is_excluded: field.is_excluded,
            steps: field.steps.clone(),
            check: field.check,
            knows_earlier: field.knows_earlier,
            default: field.default,
            serializer: field.serializer,
        });
        Self {
            options: Options {
                extra: if model.forbids_extra { Extra::Forbid } else { Extra::Ignore },
                by_name: model.by_name,
                by_alias: model.by_alias,
                strict: model.is_strict,
                is_root: model.is_root,
            },
            fields: fields.collect(),
            computed: model.computed.iter().map(|(name, function)| (leak(name), *function)).collect(),
            private: model.private.clone(),
            fields_set: model.fields_set,
            before: model.before,
            check: model.check,
            serializer: model.serializer,
        }
    }
}

thread_local! {
    /// The types that numbers stand for.
    static FORMS: RefCell<Vec<Type>> = const { RefCell::new(Vec::new()) };
    /// The fields that the runtime was told of, by all that is said of them: each is kept once, for as long as the process lives.
    static KEPT: RefCell<BTreeMap<String, &'static rt::pydantic::Field>> = const { RefCell::new(BTreeMap::new()) };
}

/// The number that stands for a type.
fn form(ty: &Type) -> usize {
    let ty = layout(ty);
    FORMS.with_borrow_mut(|forms| {
        forms.iter().position(|known| *known == ty).unwrap_or_else(|| {
            forms.push(ty);
            forms.len() - 1
        })
    })
}

fn declared(field: &ir::ModelField) -> &'static rt::pydantic::Field {
    let has_default = field.default.is_some();
    let key = format!("{:?} {:?} {:?} {:?} {has_default}", field.name, field.alias, field.ty, field.rule);
    if let Some(kept) = KEPT.with_borrow(|kept| kept.get(&key).copied()) {
        return kept;
    }
    let declared: &'static rt::pydantic::Field = Box::leak(Box::new(rt::pydantic::Field {
        name: leak(&field.name),
        alias: field.alias.as_deref().map(leak),
        rule: rule(&field.rule, &field.ty),
        has_default,
    }));
    KEPT.with_borrow_mut(|kept| kept.insert(key, declared));
    declared
}

/// What a declaration says, as the runtime takes it.
pub fn rule(rule: &ir::Rule, ty: &Type) -> Rule {
    let choices: Vec<Choice> = rule.choices.iter().map(choice).collect();
    let parts: Vec<Rule> = rule.parts.iter().map(|(ty, part)| self::rule(part, ty)).collect();
    let length = |length: Option<u64>| length.and_then(|length| usize::try_from(length).ok());
    Rule {
        strict: rule.strict,
        nullable: rule.nullable,
        multiple_of: bound(rule.multiple_of.as_ref()),
        le: bound(rule.le.as_ref()),
        lt: bound(rule.lt.as_ref()),
        ge: bound(rule.ge.as_ref()),
        gt: bound(rule.gt.as_ref()),
        allow_inf_nan: rule.allow_inf_nan,
        min_length: length(rule.min_length),
        max_length: length(rule.max_length),
        pattern: rule.pattern.as_deref().map(leak),
        strip: rule.strip,
        lower: rule.lower,
        upper: rule.upper,
        instance_only: rule.instance_only,
        choices: choices.leak(),
        parts: parts.leak(),
        member: 0,
        label: leak(&rule.label),
        form: form(ty),
    }
}

fn bound(constant: Option<&Constant>) -> Option<Bound> {
    match constant? {
        Constant::Int(value) => Some(Bound::Int(*value)),
        Constant::Float(value) => Some(Bound::Float(*value)),
        _ => None,
    }
}

fn choice(constant: &Constant) -> Choice {
    match constant {
        Constant::None => Choice::None,
        Constant::Bool(value) => Choice::Bool(*value),
        Constant::Int(value) => Choice::Int(*value),
        Constant::Float(value) => Choice::Float(*value),
        Constant::Str(text) => Choice::Str(leak(text)),
        other => Choice::Other(leak(&other.to_string())),
    }
}

impl Validate for Cell {
    fn validate(input: &Input, rule: &Rule, state: &mut State) -> Fallible<Option<Self>> {
        let ty = FORMS.with_borrow(|forms| forms.get(rule.form).cloned());
        match ty {
            Some(ty) => validated(&ty, input, rule, state),
            None => Err(refused("a field of a model of no type")),
        }
    }
}

/// The input at a type.
fn validated(ty: &Type, input: &Input, rule: &Rule, state: &mut State) -> Fallible<Option<Cell>> {
    match ty {
        Type::None => by::<()>(input, rule, state),
        Type::Bool => by::<bool>(input, rule, state),
        Type::Int => by::<i64>(input, rule, state),
        Type::Float => by::<f64>(input, rule, state),
        Type::Str => by::<Str>(input, rule, state),
        Type::Bytes => by::<Bytes>(input, rule, state),
        Type::List(_) => by::<List<Cell>>(input, rule, state),
        Type::Set(_) => by::<Set<Cell>>(input, rule, state),
        Type::FrozenSet(_) => by::<FrozenSet<Cell>>(input, rule, state),
        Type::Dict(..) => by::<Dict<Cell, Cell>>(input, rule, state),
        Type::Sequence(_) => by::<Sequence<Cell>>(input, rule, state),
        Type::Tuple(members) => tuple_of(members.len(), input, rule, state),
        Type::Union(members) => union_of(ty, members, input, rule, state),
        Type::Record(record) => match record.kind {
            RecordKind::Enum(base) => member_of(ty, base, input, rule, state),
            _ => maker::validated(&Making::of(ty)?, input, rule, state),
        },
        other => Err(refused(format!("a field of type {other} in a model"))),
    }
}

fn by<T: Validate + IntoCell>(input: &Input, rule: &Rule, state: &mut State) -> Fallible<Option<Cell>> {
    Ok(T::validate(input, rule, state)?.map(IntoCell::into_cell))
}

fn tuple_of(length: usize, input: &Input, rule: &Rule, state: &mut State) -> Fallible<Option<Cell>> {
    type C = Cell;
    match length {
        1 => by::<(C,)>(input, rule, state),
        2 => by::<(C, C)>(input, rule, state),
        3 => by::<(C, C, C)>(input, rule, state),
        4 => by::<(C, C, C, C)>(input, rule, state),
        5 => by::<(C, C, C, C, C)>(input, rule, state),
        6 => by::<(C, C, C, C, C, C)>(input, rule, state),
        7 => by::<(C, C, C, C, C, C, C)>(input, rule, state),
        8 => by::<(C, C, C, C, C, C, C, C)>(input, rule, state),
        _ => Err(refused(format!("a tuple of {length} as a field of a model"))),
    }
}

fn union_of(ty: &Type, members: &[Type], input: &Input, rule: &Rule, state: &mut State) -> Fallible<Option<Cell>> {
    let union = Union::of(ty).map_err(refused)?;
    let within = |member: &Type, value: Cell| match union.place_of(member) {
        Some(place) => union.wrap(place, value),
        None => value,
    };
    if rule.nullable && matches!(input, Input::None) {
        return Ok(Some(within(&Type::None, Cell::None)));
    }
    if let [Type::None, member] | [member, Type::None] = members {
        return Ok(validated(member, input, rule, state)?.map(|value| within(member, value)));
    }
    let mut smart = Smart::of(input, state);
    for part in rule.parts {
        let member = FORMS.with_borrow(|forms| forms[part.form].clone());
        if member != Type::None {
            smart = smart.or(part, |value: Cell| within(&member, value))?;
        }
    }
    Ok(smart.finish())
}

fn member_of(ty: &Type, base: EnumBase, input: &Input, rule: &Rule, state: &mut State) -> Fallible<Option<Cell>> {
    let class = machine::program()?.class_of(ty)?;
    if let Some(Cell::Member(known, place)) = input.downcast::<Cell>()
        && Rc::ptr_eq(known, &class)
    {
        return Ok(Some(Cell::Member(class, *place)));
    }
    let base = match base {
        EnumBase::Plain | EnumBase::Flag => Base::Plain,
        EnumBase::Int | EnumBase::MixedInt | EnumBase::IntFlag => Base::Int,
        EnumBase::Str | EnumBase::MixedStr => Base::Str,
    };
    let place = rt::pydantic::member(input, base, &class.choices, rule, state)?;
    Ok(place.map(|place| Cell::Member(class, place)))
}

/// The value of a member of an enum as validations compare it.
pub fn choice_of(constant: &Constant) -> Choice {
    choice(constant)
}

/// What makes objects of a class.
struct Making(Rc<Class>);

impl Making {
    fn of(ty: &Type) -> Fallible<Self> {
        let class = machine::program()?.class_of(ty)?;
        match class.model {
            Some(_) => Ok(Self(class)),
            None => Err(refused(format!("validation of a {}", class.short))),
        }
    }

    fn model(&self) -> Fallible<&Model> {
        self.0.model.as_ref().ok_or_else(|| refused(format!("validation of a {}", self.0.short)))
    }
}

impl Maker for Making {
    type Object = Cell;

    fn name(&self) -> &'static str {
        self.0.short
    }

    fn options(&self) -> Options {
        match &self.0.model {
            Some(model) => model.options,
            None => Options { extra: Extra::Ignore, by_name: false, by_alias: false, strict: false, is_root: false },
        }
    }

    fn known(&self, input: &Input) -> Option<Cell> {
        match input.downcast::<Cell>()? {
            Cell::Record(record) if record.get(|instance| Rc::ptr_eq(&instance.class, &self.0)) => {
                Some(Cell::Record(record.clone()))
            }
            _ => None,
        }
    }

    fn fields(&self, given: &mut Given<'_, '_>) -> Fallible<Option<Cell>> {
        let mut fields = vec![None; self.0.fields.len()];
        let mut is_whole = true;
        let known = &self.model()?.fields;
        for (place, field) in known.iter().enumerate() {
            let held =
                |other: &Field| rt::sequence::from_vec(fields[other.place].iter().cloned().collect()).into_cell();
            let count = if field.knows_earlier { place } else { 0 };
            let earlier: Vec<Cell> = known[..count].iter().map(held).collect();
            let call = |function, value: Cell| {
                machine::call(function, std::iter::once(value).chain(earlier.iter().cloned()).collect())
            };
            let check = |value: Cell| call(field.check, value);
            let read =
                |input: &Input, state: &mut State| read_by(&field.steps, &field.declared.rule, &call, input, state);
            let value = match field.default {
                Some(default) => {
                    given.optional_by(field.declared, read, check, || machine::call(default, Vec::new()))?
                }
                None => given.required_by(field.declared, read, check)?,
            };
            is_whole &= value.is_some();
            fields[field.place] = value;
        }
        given.finish();
        if !is_whole {
            return Ok(None);
        }
        if let Some(place) = self.model()?.fields_set {
            fields[place] = Some(given.fields_set().into_cell());
        }
        for (place, default) in &self.model()?.private {
            fields[*place] = Some(machine::call(*default, Vec::new())?);
        }
        let fields: Option<Vec<Cell>> = fields.into_iter().collect();
        let fields = fields.ok_or_else(|| refused(format!("a field of {} that is none of the model", self.0.short)))?;
        Ok(Some(Cell::Record(rt::record::new(Instance { class: self.0.clone(), fields }))))
    }

    fn before(&self, input: Input) -> Fallible<Input> {
        match self.model()?.before {
            Some(function) => Input::from_cell(machine::call(function, vec![input.into_cell()])?),
            None => Ok(input),
        }
    }

    fn check(&self, object: Cell) -> Fallible<Cell> {
        match self.model()?.check {
            Some(function) => machine::call(function, vec![object]),
            None => Ok(object),
        }
    }
}

/// What validators of the program make of the input, the last of the steps outermost.
fn read_by(
    steps: &[Step],
    rule: &Rule,
    call: &dyn Fn(FunctionId, Cell) -> Fallible<Cell>,
    input: &Input,
    state: &mut State,
) -> Fallible<Option<Cell>> {
    use rt::pydantic;
    let Some((last, inner)) = steps.split_last() else { return Cell::validate(input, rule, state) };
    let inner = |input: &Input, state: &mut State| read_by(inner, rule, call, input, state);
    match *last {
        Step::Before(function) => {
            let validator = |input: Input| Input::from_cell(call(function, input.into_cell())?);
            pydantic::before(validator, inner)(input, state)
        }
        Step::After(function) => pydantic::after(inner, |value| call(function, value))(input, state),
        Step::Plain(function) => pydantic::plain(|input: Input| call(function, input.into_cell()))(input, state),
    }
}

/// `handler(value)` in a validator of mode "wrap".
pub fn handled(args: &mut Args) -> Fallible<Cell> {
    let (input, rule) = (args.take::<Input>()?, args.rule()?);
    rt::pydantic::handled(&input, &rule)
}

/// What a validator is given, as its parameter declares it.
pub fn given_as(args: &mut Args) -> Fallible<Cell> {
    let (input, rule, validator) = (args.take::<Input>()?, args.rule()?, args.take::<Str>()?);
    rt::pydantic::given_as(&input, &rule, &validator)
}

/// A value that is assigned to a field.
pub fn assigned(args: &mut Args) -> Fallible<Cell> {
    let (input, rule) = (args.take::<Input>()?, args.rule()?);
    let (model, field, check) = (args.take::<Str>()?, args.take::<Str>()?, args.function()?);
    rt::pydantic::assigned(&input, &rule, &model, &field, |value: Cell| check.call(vec![value]))
}

/// The validators of the whole, after an assignment.
pub fn assigned_whole(args: &mut Args) -> Fallible<Cell> {
    let (object, model, check) = (args.take::<Cell>()?, args.take::<Str>()?, args.function()?);
    rt::pydantic::assigned_whole(object, &model, |object: Cell| check.call(vec![object]))
}

/// `TypeAdapter(…).validate_python(value)`.
pub fn adapted(args: &mut Args) -> Fallible<Cell> {
    let (input, rule, title) = (args.take::<Input>()?, args.rule()?, args.take::<Str>()?);
    rt::pydantic::adapted(&input, &rule, &title)
}

/// `TypeAdapter(…).validate_json(text)`.
pub fn adapted_json(args: &mut Args) -> Fallible<Cell> {
    let (text, rule, title) = (args.take::<Str>()?, args.rule()?, args.take::<Str>()?);
    rt::pydantic::adapted_json(&text, &rule, &title)
}

/// `TypeAdapter(…).validate_json(data)`.
pub fn adapted_json_bytes(args: &mut Args) -> Fallible<Cell> {
    let (data, rule, title) = (args.take::<Bytes>()?, args.rule()?, args.take::<Str>()?);
    rt::pydantic::adapted_json_bytes(&data, &rule, &title)
}

/// The object of a model that a caller gave as a dict.
pub fn arrived(ty: &Type, dict: &Input) -> Fallible<Cell> {
    maker::validate(&Making::of(ty)?, dict)
}

/// `Model(name=value, …)`.
pub fn construct(args: &mut Args) -> Fallible<Cell> {
    let making = Making::of(args.result())?;
    let given: Vec<(Str, Input)> = args.many()?;
    maker::construct(&making, &given)
}

/// `Model(value)` of a root model.
pub fn construct_root(args: &mut Args) -> Fallible<Cell> {
    maker::construct_root(&Making::of(args.result())?, &args.take::<Input>()?)
}

/// `Model(**values)`.
pub fn of_keywords(args: &mut Args) -> Fallible<Cell> {
    maker::of_keywords(&Making::of(args.result())?, &args.take::<Input>()?)
}

/// `Model.model_validate(value)`.
pub fn validate(args: &mut Args) -> Fallible<Cell> {
    maker::validate(&Making::of(args.result())?, &args.take::<Input>()?)
}

/// `Model.model_validate_json(text)`.
pub fn validate_json(args: &mut Args) -> Fallible<Cell> {
    maker::validate_json(&Making::of(args.result())?, &args.take::<Str>()?)
}

/// `Model.model_validate_json(data)`.
pub fn validate_json_bytes(args: &mut Args) -> Fallible<Cell> {
    maker::validate_json_bytes(&Making::of(args.result())?, &args.take::<Bytes>()?)
}

/// Writes an object as `model_dump_json` does.
pub fn dump(record: &Record<Instance>, dumper: &mut Dumper) -> Fallible<()> {
    let (class, values) = record.get(|instance| (instance.class.clone(), instance.fields.clone()));
    let Some(model) = &class.model else { return Err(rt::pydantic::unknown_type(class.short)) };
    if let Some(serializer) = model.serializer {
        return rt::Object::dump(&machine::call(serializer, vec![Cell::Record(record.clone())])?, dumper);
    }
    if let (true, [root]) = (model.options.is_root, &model.fields[..]) {
        return rt::Object::dump(&values[root.place], dumper);
    }
    dumper.model(|writer| {
        for field in model.fields.iter().filter(|field| !field.is_excluded) {
            let (name, value) = (field.declared.name, &values[field.place]);
            match field.serializer {
                Some(serializer) => {
                    let written = || machine::call(serializer, vec![Cell::Record(record.clone())]);
                    writer.serialized(name, field.written_as, value, written)?;
                }
                None => writer.field(name, field.written_as, value)?,
            }
        }
        for (name, function) in &model.computed {
            let value = machine::call(*function, vec![Cell::Record(record.clone())])?;
            writer.field(name, None, &value)?;
        }
        Ok(())
    })
}
