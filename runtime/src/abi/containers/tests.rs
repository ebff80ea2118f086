use super::*;
use crate::abi::Members;

fn text(text: &str) -> Value {
    Value::Str(text.into())
}

fn ints(numbers: &[i64]) -> Vec<Value> {
    numbers.iter().copied().map(Value::Int).collect()
}

/// The end of the message for a value that does not fit.
fn refused<T: FromValue>(value: &Value) -> String {
    T::from_value(value).err().expect("it does not fit").describe()
}

/// Through the type and back, as Python shows it.
fn round_trip<T: FromValue + ToValue>(value: Value) {
    let before = format!("{value:?}");
    let there = T::from_value(&value).expect("it fits");
    assert_eq!(format!("{:?}", there.to_value()), before);
}

#[test]
fn values_go_there_and_back() {
    round_trip::<Str>(text("naïve 🔥\0"));
    round_trip::<Bytes>(Value::Bytes(Bytes::literal(b"\xff\0")));
    round_trip::<List<List<i64>>>(Value::List(vec![Value::List(ints(&[1, 2])), Value::List(vec![])]));
    round_trip::<Sequence<i64>>(Value::Tuple(ints(&[1, 2, 3])));
    round_trip::<(i64, Str)>(Value::Tuple(vec![Value::Int(1), text("a")]));
    round_trip::<Set<i64>>(Value::Set(ints(&[3, 1])));
    round_trip::<FrozenSet<i64>>(Value::FrozenSet(ints(&[3, 1])));
    round_trip::<Dict<Str, Option<i64>>>(Value::Dict(vec![(text("b"), Value::Int(1)), (text("a"), Value::Null)]));
}

#[test]
fn repeated_members_and_keys_count_once() {
    let set = Set::<i64>::from_value(&Value::Set(ints(&[1, 2, 1]))).expect("it fits");
    assert_eq!(set.length(), 2);
    let pairs = Value::Dict(vec![(Value::Int(1), text("a")), (Value::Int(1), text("b"))]);
    let dict = Dict::<i64, Str>::from_value(&pairs).expect("it fits");
    assert_eq!(dict.entry(0).map(|(_, value)| value.as_str().to_owned()).as_deref(), Some("b"));
}

#[test]
fn a_mismatch_says_where_it_is() {
    assert_eq!(refused::<List<Str>>(&Value::Int(1)), ", not int");
    assert_eq!(refused::<List<Str>>(&text("hello")), ", not str");
    let mixed = Value::List(vec![text("a"), Value::Int(1)]);
    assert_eq!(refused::<List<Str>>(&mixed), ": element 1 is int");
    assert_eq!(refused::<List<Str>>(&Value::List(vec![mixed])), ": element 0 is list");
    let nested = Value::List(vec![Value::List(vec![]), Value::List(vec![Value::Null])]);
    assert_eq!(refused::<List<List<Str>>>(&nested), ": element 0 of element 1 is NoneType");
    assert_eq!(refused::<Set<i64>>(&Value::Set(vec![text("a")])), ": an element is str");
    assert_eq!(refused::<(i64, i64)>(&Value::Tuple(ints(&[1]))), ", not a tuple of 1 item");
    let dict = Value::Dict(vec![(text("k"), Value::Null)]);
    assert_eq!(refused::<Dict<Str, i64>>(&dict), ": the value of 'k' is NoneType");
    assert_eq!(refused::<Dict<i64, i64>>(&dict), ": a key is str");
}

#[derive(Debug, PartialEq)]
enum IntOrFloatOrNames {
    Int(i64),
    Float(f64),
    Names(usize),
}

impl FromValue for IntOrFloatOrNames {
    fn from_value(value: &Value) -> Result<Self, Box<Mismatch>> {
        let names = |names: List<Str>| Self::Names(names.length());
        Members::of(value).or(Self::Int).or(Self::Float).or(names).finish()
    }
}

#[test]
fn a_union_is_the_first_member_that_fits() {
    let union = |value: &Value| IntOrFloatOrNames::from_value(value).map_err(|mismatch| mismatch.describe());
    assert_eq!(union(&Value::Int(1)), Ok(IntOrFloatOrNames::Int(1)));
    assert_eq!(union(&Value::Float(1.0)), Ok(IntOrFloatOrNames::Float(1.0)));
    assert_eq!(union(&Value::List(vec![text("a")])), Ok(IntOrFloatOrNames::Names(1)));
    assert_eq!(union(&Value::Null), Err(", not NoneType".to_owned()));
    assert_eq!(union(&Value::List(vec![Value::Null])), Err(": element 0 is NoneType".to_owned()));
}
