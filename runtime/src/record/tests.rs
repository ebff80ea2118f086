use super::*;

struct Node {
    value: i64,
    next: Option<Record<Node>>,
}

impl Class for Node {
    const NAME: &'static str = "Node";

    fn freeze(&self) {
        self.next.freeze();
    }

    fn copied(&self) -> Self {
        Self { value: self.value, next: self.next.clone() }
    }

    fn deepen(record: &Record<Self>, memo: &mut crate::copy::Memo) -> Fallible<()> {
        let next = record.get(|fields| fields.next.clone()).deepcopy(memo)?;
        record.set(|fields| std::mem::replace(&mut fields.next, next))
    }

    fn repr(record: &Record<Self>, out: &mut String) {
        shown(record, out, |out| {
            out.push_str("Node(value=");
            record.get(|fields| fields.value).repr(out);
            out.push_str(", next=");
            record.get(|fields| fields.next.clone()).repr(out);
            out.push(')');
        });
    }
}

impl Equality for Node {
    fn equal(a: &Record<Self>, b: &Record<Self>) -> bool {
        nested(|| a.read(|a| b.read(|b| a.value.equal(&b.value) && a.next.equal(&b.next))))
    }
}

fn chain(length: i64) -> Record<Node> {
    (1..length).fold(new(Node { value: 0, next: None }), |next, value| new(Node { value, next: Some(next) }))
}

#[test]
fn a_long_chain_is_dropped_without_recursion() {
    drop(chain(1_000_000));
}

#[test]
fn a_field_is_changed_through_any_name() {
    let node = chain(1);
    let other = node.clone();
    other.set(|fields| std::mem::replace(&mut fields.value, 7)).expect("it is free");
    assert_eq!(node.get(|fields| fields.value), 7);
    assert!(node.is(&other) && !node.is(&chain(1)));
}

#[test]
fn what_holds_itself_shows_dots() {
    let node = chain(1);
    node.set(|fields| fields.next.replace(node.clone())).expect("it is free");
    assert_eq!(crate::object::repr_text(&node), "Node(value=0, next=...)");
    node.set(|fields| fields.next.take()).expect("it is free");
}

#[test]
fn comparing_too_deep_raises() {
    let raised = unwinding::caught(|| Ok(chain(5000).equal(&chain(5000)))).expect_err("it is too deep");
    assert_eq!(raised.class, "RecursionError");
    assert!(chain(100).equal(&chain(100)));
}
