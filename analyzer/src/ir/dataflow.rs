//! The typed IR of a function as a graph of data: a node for each operation, and on each edge the name and the type of what
//! passes. A variable is no node: whoever reads it has an edge from all that may have set it, in a loop from the round
//! before, too.

use std::collections::{BTreeMap, BTreeSet};

use super::print::{instance_name, local_names};
use super::{
    Block, Closure, Comprehension, Expr, ExprKind, FormatPart, Function, FunctionId, LocalId, NativeArgument, Program,
    Stmt, StmtKind,
};
use crate::source::Span;
use crate::types::Type;

/// The data of one function instance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flow {
    /// The instance, as the text of the IR calls it.
    pub function: String,
    /// Operations, in the order of evaluation.
    pub nodes: Vec<Node>,
    /// What passes between them.
    pub edges: Vec<Edge>,
}

/// An operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// What it is.
    pub kind: NodeKind,
    /// The operator or function with its constant arguments.
    pub label: String,
    /// What it came from.
    pub span: Span,
}

/// What an operation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NodeKind {
    /// A parameter, of the function or of one that an operator calls.
    Parameter,
    /// A captured global.
    Global,
    /// A runtime operator.
    Operator,
    /// A function instance that is called.
    Call,
    /// A value that is made of others: a list, a text, an object, a part of one.
    Made,
    /// What decides: a test, a loop, a handler.
    Control,
    /// A value that leaves the function.
    Result,
}

/// What passes from a node to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edge {
    /// The node that gives: an index.
    pub from: usize,
    /// The node that takes.
    pub to: usize,
    /// `name: type` of a variable, else the type; of control, on which way: each once.
    pub labels: Vec<String>,
    /// Whether no value passes: the one decides whether the other is evaluated.
    pub is_control: bool,
}

/// The data of each function of a program.
pub fn flows(program: &Program) -> Vec<Flow> {
    let of = |(place, function): (usize, &Function)| {
        let mut walker = Walker::new(program, function);
        walker.function();
        walker.finish(instance_name(program, FunctionId(place as u32)))
    };
    program.functions.iter().enumerate().map(of).collect()
}

/// What may have given a value.
type Sources = BTreeSet<Source>;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Source {
    Node(usize),
    /// What a variable held when a loop went round: known when its body has been walked.
    Carried(usize),
}

/// Whether statements go on behind their end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Reached,
    Left,
}

struct Walker<'p> {
    program: &'p Program,
    function: &'p Function,
    names: Vec<String>,
    nodes: Vec<Node>,
    edges: Vec<(Source, usize, String, bool)>,
    /// Of each variable, what may have set it.
    variables: Vec<Sources>,
    carried: Vec<Sources>,
    /// For each loop around: what variables may hold where it is left or goes round early.
    jumps: Vec<Vec<Sources>>,
    /// The nodes that decide whether what is walked now is evaluated, and on which way.
    deciding: Vec<(usize, &'static str)>,
}

impl<'p> Walker<'p> {
    fn new(program: &'p Program, function: &'p Function) -> Self {
        Self {
            program,
            function,
            names: local_names(function),
            nodes: Vec::new(),
            edges: Vec::new(),
            variables: vec![Sources::new(); function.locals.len()],
            carried: Vec::new(),
            jumps: Vec::new(),
            deciding: Vec::new(),
        }
    }

    fn function(&mut self) {
        for local in &self.function.parameters {
            let node = self.node(NodeKind::Parameter, self.name(*local), self.function.span);
            self.set(*local, [Source::Node(node)].into());
        }
        self.block(&self.function.body);
    }

    fn finish(self, function: String) -> Flow {
        let mut edges: BTreeMap<(usize, usize, bool), Vec<String>> = BTreeMap::new();
        for (source, to, label, is_control) in &self.edges {
            for from in resolved(*source, &self.carried) {
                let labels = edges.entry((from, *to, *is_control)).or_default();
                if !label.is_empty() && !labels.contains(label) {
                    labels.push(label.clone());
                }
            }
        }
        let edges = edges.into_iter();
        let edges = edges.map(|((from, to, is_control), labels)| Edge { from, to, labels, is_control });
        Flow { function, nodes: self.nodes, edges: edges.collect() }
    }

    fn name(&self, local: LocalId) -> String {
        self.names.get(local.0 as usize).cloned().unwrap_or_default()
    }

    fn set(&mut self, local: LocalId, sources: Sources) {
        if let Some(variable) = self.variables.get_mut(local.0 as usize) {
            *variable = sources;
        }
    }

    fn node(&mut self, kind: NodeKind, label: String, span: Span) -> usize {
        self.nodes.push(Node { kind, label, span });
        self.nodes.len() - 1
    }

    /// A node that is there for what it does: whatever decides that it is evaluated leads to it.
    fn effect(&mut self, kind: NodeKind, label: &str, span: Span) -> usize {
        let node = self.node(kind, label.to_owned(), span);
        self.decide(node);
        node
    }

    fn decide(&mut self, node: usize) {
        if let Some((by, way)) = self.deciding.last() {
            self.edges.push((Source::Node(*by), node, (*way).to_owned(), true));
        }
    }

    /// Walks an expression; gives what may have given its value, with what an edge from there is called.
    fn operand(&mut self, expr: &Expr) -> Vec<(Source, String)> {
        // What is iterated over passes, and not the iterator.
        let passed = match &expr.kind {
            ExprKind::Iterate(inner) => inner,
            _ => expr,
        };
        let ty = &passed.ty;
        let label = match variable(expr) {
            Some(local) => format!("{}: {ty}", self.name(local)),
            None => ty.to_string(),
        };
        self.expr(expr).into_iter().map(|source| (source, label.clone())).collect()
    }

    /// Has what operands have given pass to a node.
    fn feed(&mut self, to: usize, operands: Vec<(Source, String)>) {
        self.edges.extend(operands.into_iter().map(|(source, label)| (source, to, label, false)));
    }

    /// A node that decides by the value of an expression.
    fn decision(&mut self, label: &str, by: &Expr, span: Span) -> usize {
        let operand = self.operand(by);
        let node = self.effect(NodeKind::Control, label, span);
        self.feed(node, operand);
        node
    }

    fn block(&mut self, block: &Block) -> End {
        for statement in block {
            if self.statement(statement) == End::Left {
                return End::Left;
            }
        }
        End::Reached
    }

    fn statement(&mut self, statement: &Stmt) -> End {
        let span = statement.span;
        match &statement.kind {
            StmtKind::Assign { target, value } => {
                let sources = self.expr(value);
                self.set(*target, sources);
            }
            StmtKind::Evaluate(value) => {
                for source in self.expr(value) {
                    if let Source::Node(node) = source {
                        self.decide(node);
                    }
                }
            }
            StmtKind::If { test, then, orelse } => {
                let node = self.decision("if", test, span);
                return self.either(node, [("then", then), ("else", orelse)]);
            }
            StmtKind::While { test, body, orelse } => {
                self.round(body, orelse, |walker| walker.decision("while", test, span));
            }
            StmtKind::For { target, iterator, body, orelse } => {
                let node = self.decision(&format!("for {}", self.name(*target)), iterator, span);
                self.round(body, orelse, |walker| {
                    walker.set(*target, [Source::Node(node)].into());
                    node
                });
            }
            StmtKind::Break | StmtKind::Continue => {
                if let Some(jumps) = self.jumps.last_mut() {
                    merge(jumps, &self.variables);
                }
                return End::Left;
            }
            StmtKind::Return(value) => {
                self.leave("return", value, span);
                return End::Left;
            }
            StmtKind::Yield(value) => self.leave("yield", value, span),
            StmtKind::Raise(value) => {
                self.leave("raise", value, span);
                return End::Left;
            }
            StmtKind::Reraise(_) => {
                self.effect(NodeKind::Result, "raise", span);
                return End::Left;
            }
            StmtKind::Try { body, orelse, caught, handler } => {
                return self.attempt(body, orelse, *caught, handler, span);
            }
            StmtKind::Outside { body, .. } => return self.block(body),
            StmtKind::SetField { record, field, value } => {
                let operands = [self.operand(value), self.operand(record)].concat();
                let node = self.effect(NodeKind::Made, &format!("set .{}", self.field_name(&record.ty, *field)), span);
                self.feed(node, operands);
            }
        }
        End::Reached
    }

    /// A value that leaves the function.
    fn leave(&mut self, how: &str, value: &Expr, span: Span) {
        let operand = self.operand(value);
        let node = self.effect(NodeKind::Result, how, span);
        self.feed(node, operand);
        let constants = constants([value]);
        if !constants.is_empty() {
            self.nodes[node].label = format!("{how} {constants}");
        }
    }

    /// Both ways from a node that decides; variables may hold what either gives them.
    fn either(&mut self, node: usize, ways: [(&'static str, &Block); 2]) -> End {
        let before = self.variables.clone();
        let mut after: Option<Vec<Sources>> = None;
        for (way, block) in ways {
            self.variables.clone_from(&before);
            self.deciding.push((node, way));
            let end = self.block(block);
            self.deciding.pop();
            if end == End::Reached {
                match &mut after {
                    Some(after) => merge(after, &self.variables),
                    None => after = Some(self.variables.clone()),
                }
            }
        }
        let end = if after.is_some() { End::Reached } else { End::Left };
        self.variables = after.unwrap_or(before);
        end
    }

    /// A loop. `head` is walked at the start of each round, and gives the node that decides.
    fn round(&mut self, body: &Block, orelse: &Block, head: impl FnOnce(&mut Self) -> usize) {
        let first = self.carried.len();
        for (place, variable) in self.variables.iter_mut().enumerate() {
            self.carried.push(Sources::new());
            variable.insert(Source::Carried(first + place));
        }
        self.jumps.push(vec![Sources::new(); self.variables.len()]);
        let before = self.variables.clone();
        let node = head(self);
        self.deciding.push((node, "each"));
        if self.block(body) == End::Left {
            self.variables.iter_mut().for_each(Sources::clear);
        }
        self.deciding.pop();
        if let Some(jumps) = self.jumps.pop() {
            merge(&mut self.variables, &jumps);
        }
        for (place, variable) in self.variables.iter().enumerate() {
            self.carried[first + place].clone_from(variable);
        }
        merge(&mut self.variables, &before);
        self.block(orelse);
    }

    fn attempt(&mut self, body: &Block, orelse: &Block, caught: LocalId, handler: &Block, span: Span) -> End {
        let before = self.variables.clone();
        let mut end = self.block(body);
        // The handler sees what the body had set when it raised.
        let mut raised = before;
        merge(&mut raised, &self.variables);
        if end == End::Reached {
            end = self.block(orelse);
        }
        let after = std::mem::replace(&mut self.variables, raised);
        let node = self.effect(NodeKind::Control, "catch", span);
        self.set(caught, [Source::Node(node)].into());
        self.deciding.push((node, ""));
        let handled = self.block(handler);
        self.deciding.pop();
        match (end, handled) {
            (End::Reached, End::Reached) => merge(&mut self.variables, &after),
            (End::Reached, End::Left) => self.variables = after,
            _ => {}
        }
        if end == End::Left && handled == End::Left { End::Left } else { End::Reached }
    }

    /// A node of an expression, which takes operands; those that are constants are part of its name.
    fn made<'e>(
        &mut self,
        kind: NodeKind,
        head: &str,
        operands: impl IntoIterator<Item = &'e Expr>,
        span: Span,
    ) -> Sources {
        let operands: Vec<&Expr> = operands.into_iter().collect();
        let constants = constants(operands.iter().copied());
        let label = if constants.is_empty() { head.to_owned() } else { format!("{head}({constants})") };
        let given: Vec<_> = operands.into_iter().flat_map(|operand| self.operand(operand)).collect();
        let node = self.node(kind, label, span);
        self.feed(node, given);
        [Source::Node(node)].into()
    }

    /// Walks an expression; gives what may have given its value, which is nothing where it is a constant.
    fn expr(&mut self, expr: &Expr) -> Sources {
        use NodeKind::{Made, Operator};
        let span = expr.span;
        match &expr.kind {
            ExprKind::Constant(_) | ExprKind::Invalid => Sources::new(),
            ExprKind::Local(local) => self.variables.get(local.0 as usize).cloned().unwrap_or_default(),
            ExprKind::Global(global) => {
                let name = self.program.globals.get(global.0 as usize).map_or("", |global| global.name.as_str());
                let known = self.nodes.iter().position(|node| node.kind == NodeKind::Global && node.label == name);
                let node = known.unwrap_or_else(|| self.node(NodeKind::Global, name.to_owned(), span));
                [Source::Node(node)].into()
            }
            ExprKind::Native(call) => self.native(&call.path, &call.arguments, span),
            ExprKind::Call { function, arguments } => {
                let name = instance_name(self.program, *function);
                self.made(NodeKind::Call, &name, arguments, span)
            }
            ExprKind::Tuple(items) => self.made(Made, "tuple", items, span),
            ExprKind::List(items) => self.made(Made, "list", items, span),
            ExprKind::Set(items) => self.made(Made, "set", items, span),
            ExprKind::Dict(pairs) => self.made(Made, "dict", pairs.iter().flat_map(|(key, value)| [key, value]), span),
            ExprKind::Member { tuple, index } => self.made(Made, &format!(".{index}"), [&**tuple], span),
            ExprKind::Record(values) => self.made(Made, &format!("new {}", expr.ty), values, span),
            ExprKind::Exception(values) => self.made(Made, &format!("new {}", expr.ty), values, span),
            ExprKind::Select { subject, values } => {
                self.made(Made, "select", std::iter::once(&**subject).chain(values), span)
            }
            ExprKind::Field { record, field } => {
                let name = self.field_name(&record.ty, *field);
                self.made(Made, &format!(".{name}"), [&**record], span)
            }
            ExprKind::Comprehension(comprehension) => self.comprehension(comprehension, expr),
            ExprKind::Format(parts) => {
                let values = parts.iter().flat_map(|part| match part {
                    FormatPart::Text(_) => Vec::new(),
                    FormatPart::Value { value, spec, .. } => std::iter::once(value).chain(spec).collect(),
                });
                self.made(Made, "format", values, span)
            }
            ExprKind::If { test, then, orelse } => self.made(NodeKind::Control, "if", [&**test, then, orelse], span),
            ExprKind::And(left, right) => self.made(Operator, "and", [&**left, right], span),
            ExprKind::Or(left, right) => self.made(Operator, "or", [&**left, right], span),
            ExprKind::Not(inner) => self.made(Operator, "not", [&**inner], span),
            ExprKind::Block(block, value) => {
                self.block(block);
                self.expr(value)
            }
            // The type at the other end of the edge says what it has become.
            ExprKind::Convert(inner) => self.expr(inner),
            ExprKind::Dispatch { subject, arms } => {
                let operand = self.operand(subject);
                let node = self.node(NodeKind::Control, "match".to_owned(), span);
                self.feed(node, operand);
                let mut given = Sources::new();
                for (local, arm) in arms {
                    self.set(*local, [Source::Node(node)].into());
                    given.extend(self.expr(arm));
                }
                // Arms that are constants are chosen by the node itself.
                if given.is_empty() { [Source::Node(node)].into() } else { given }
            }
            ExprKind::IsMember { subject, members } => {
                let members: Vec<String> = members.iter().map(Type::to_string).collect();
                self.made(Operator, &format!("is {}", members.join(" | ")), [&**subject], span)
            }
            ExprKind::IsException { subject, classes } => {
                let classes: Vec<String> = classes.iter().map(ToString::to_string).collect();
                self.made(Operator, &format!("is {}", classes.join(" | ")), [&**subject], span)
            }
            ExprKind::Raise(exception) => {
                let operand = self.operand(exception);
                let node = self.effect(NodeKind::Result, "raise", span);
                self.feed(node, operand);
                Sources::new()
            }
            ExprKind::Slice(bounds) => self.made(Made, "slice", &bounds[..], span),
            ExprKind::Iterate(inner) => self.expr(inner),
        }
    }

    fn native(&mut self, path: &str, arguments: &[NativeArgument], span: Span) -> Sources {
        let mut operands: Vec<&Expr> = Vec::new();
        let mut closures: Vec<&Closure> = Vec::new();
        for argument in arguments {
            match argument {
                NativeArgument::Value(one) | NativeArgument::Reference(one) | NativeArgument::Iterator(one) => {
                    operands.push(one);
                }
                NativeArgument::Variadic(all) | NativeArgument::Index(all) => operands.extend(all),
                NativeArgument::Function(closure) => closures.push(closure),
                NativeArgument::Feed(pairs) => operands.extend(pairs.iter().flat_map(|(name, value)| [name, value])),
                NativeArgument::Fields(pairs) => operands.extend(pairs.iter().map(|(_, value)| value)),
                NativeArgument::Rule(_) => {}
            }
        }
        let given = self.made(NodeKind::Operator, path, operands, span);
        let Some(Source::Node(node)) = given.first().copied() else { return given };
        for closure in closures {
            for local in &closure.parameters {
                let parameter = self.node(NodeKind::Parameter, format!("|{}|", self.name(*local)), closure.body.span);
                self.edges.push((Source::Node(node), parameter, "each".to_owned(), true));
                self.set(*local, [Source::Node(parameter)].into());
            }
            let result = self.operand(&closure.body);
            self.feed(node, result);
        }
        given
    }

    fn comprehension(&mut self, comprehension: &Comprehension, expr: &Expr) -> Sources {
        let kind = match &expr.ty {
            Type::List(_) => "list",
            Type::Set(_) => "set",
            Type::Dict(..) => "dict",
            _ => "generator",
        };
        let depth = self.deciding.len();
        for clause in &comprehension.clauses {
            let head =
                self.decision(&format!("for {}", self.name(clause.target)), &clause.iterator, clause.iterator.span);
            self.set(clause.target, [Source::Node(head)].into());
            self.deciding.push((head, "each"));
            self.block(&clause.setup);
            for condition in &clause.conditions {
                let node = self.decision("if", condition, condition.span);
                self.deciding.push((node, "then"));
            }
        }
        let element = self.operand(&comprehension.element);
        let node = self.node(NodeKind::Made, format!("{kind} of"), expr.span);
        self.decide(node);
        self.feed(node, element);
        self.deciding.truncate(depth);
        [Source::Node(node)].into()
    }

    fn field_name(&self, ty: &Type, field: usize) -> String {
        let class = match ty {
            Type::Record(record) => self.program.classes.iter().find(|class| class.name == record.name),
            _ => None,
        };
        class.and_then(|class| class.fields.get(field)).map_or_else(|| field.to_string(), |field| field.name.clone())
    }
}

/// The nodes that a source stands for.
fn resolved(source: Source, carried: &[Sources]) -> BTreeSet<usize> {
    let (mut nodes, mut seen, mut work) = (BTreeSet::new(), BTreeSet::new(), vec![source]);
    while let Some(source) = work.pop() {
        match source {
            Source::Node(node) => {
                nodes.insert(node);
            }
            Source::Carried(slot) => {
                if seen.insert(slot) {
                    work.extend(&carried[slot]);
                }
            }
        }
    }
    nodes
}

/// Variables may hold what the others may.
fn merge(into: &mut [Sources], others: &[Sources]) {
    for (into, other) in into.iter_mut().zip(others) {
        into.extend(other);
    }
}

/// The variable whose value an expression is, whatever it is converted to.
fn variable(expr: &Expr) -> Option<LocalId> {
    match &expr.kind {
        ExprKind::Local(local) => Some(*local),
        ExprKind::Convert(inner) | ExprKind::Iterate(inner) => variable(inner),
        _ => None,
    }
}

/// The operands that are constants; a dot stands for those that come by an edge. Empty where none is a constant.
fn constants<'e>(operands: impl IntoIterator<Item = &'e Expr>) -> String {
    fn text(expr: &Expr) -> Option<String> {
        match &expr.kind {
            ExprKind::Constant(constant) => Some(constant.to_string()),
            ExprKind::Convert(inner) => text(inner),
            _ => None,
        }
    }
    let texts: Vec<Option<String>> = operands.into_iter().map(text).collect();
    if texts.iter().all(Option::is_none) {
        return String::new();
    }
    texts.into_iter().map(|text| text.unwrap_or("·".to_owned())).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::fixture::analysis;

    /// The edges of the first function, as `from -label-> to`.
    fn edges(body: &str) -> Vec<String> {
        let analysis = analysis(&format!("from hotforge import compile\n@compile()\n{body}"));
        let flow = flows(&analysis.program).swap_remove(0);
        let name = |node: usize| flow.nodes[node].label.clone();
        let edges = flow.edges.iter();
        edges.map(|edge| format!("{} -{}-> {}", name(edge.from), edge.labels.join("; "), name(edge.to))).collect()
    }

    fn assert_has(edges: &[String], wanted: &[&str]) {
        for one in wanted {
            assert!(edges.iter().any(|edge| edge == one), "{one} is not in {edges:#?}");
        }
    }

    #[test]
    fn operations_with_names_and_types_between_them() {
        let edges = edges("def f(text: str) -> int:\n    words = text.split(',')\n    return len(words) + 1\n");
        assert_has(
            &edges,
            &[
                "text -text: str-> str::split(·, \",\", -1)",
                "str::split(·, \",\", -1) -words: list[str]-> list::len",
                "list::len -int-> int::add(·, 1)",
                "int::add(·, 1) -int-> return",
            ],
        );
    }

    #[test]
    fn a_loop_reads_what_the_round_before_has_set() {
        let edges = edges(
            "def f(items: list[int]) -> int:\n    total = 0\n    for item in items:\n        total = total + item\n    return total\n",
        );
        assert_has(
            &edges,
            &[
                "items -items: list[int]-> for item",
                "for item -item: int-> int::add",
                "int::add -total: int-> int::add",
                "int::add -total: int-> return",
            ],
        );
    }

    #[test]
    fn only_what_a_loop_carries_goes_against_the_order_of_evaluation() {
        let source = "from hotforge import compile\n@compile()\ndef f(items: list[int]) -> int:\n    total = 0\n    for item in items:\n        total = abs(total + item * 2)\n    return -total\n";
        let flow = flows(&analysis(source).program).swap_remove(0);
        let back: Vec<_> = flow.edges.iter().filter(|edge| edge.from > edge.to).collect();
        assert_eq!(back.len(), 1, "{flow:#?}");
        assert_eq!(back[0].labels, ["total: int"]);
    }

    #[test]
    fn a_branch_that_returns_sets_nothing_behind_it() {
        let edges = edges(
            "def f(a: int, b: int) -> int:\n    x = a * 2\n    if b > 0:\n        x = a * 3\n        return x\n    return x\n",
        );
        assert_has(
            &edges,
            &["if -then-> return", "int::mul(·, 2) -x: int-> return", "int::mul(·, 3) -x: int-> return"],
        );
        let into_returns = edges.iter().filter(|edge| edge.ends_with("x: int-> return")).count();
        assert_eq!(into_returns, 2, "{edges:#?}");
    }

    #[test]
    fn comprehensions_collect_what_their_clauses_decide() {
        let edges =
            edges("def f(items: list[str]) -> list[str]:\n    return [item.upper() for item in items if item]\n");
        assert_has(
            &edges,
            &[
                "items -items: list[str]-> for item",
                "for item -item: str-> str::upper",
                "str::upper -str-> list of",
                "if -then-> list of",
                "list of -list[str]-> return",
            ],
        );
    }
}
