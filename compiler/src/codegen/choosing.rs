//! One of two numbers by a condition that is hard to foretell, as in `n // 2 if n % 2 == 0 else 3 * n + 1`: where neither can
//! overflow, which one comparison tells, both are computed and one is taken, without a branch.

use hotforge_analyzer::ir::{Block, Constant, Expr, ExprKind, LocalId, NativeArgument, NativeCall, StmtKind};
use hotforge_analyzer::types::Type;
use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::expression::Typing;
use super::function::Writer;

/// A number computed of a variable in a few steps.
struct Arm {
    /// What it is where no step overflows.
    tokens: TokenStream,
    variable: Option<LocalId>,
    /// `factor * variable + offset`; `None` where it is no such number.
    line: Option<(i128, i128)>,
    /// For which values of the variable no step overflows.
    fits: (i64, i64),
    /// How many steps may overflow.
    steps: usize,
}

/// More take longer than a branch that is mostly foretold.
const MOST_STEPS: usize = 2;

impl Writer<'_> {
    /// `then if test else orelse`, of `int`s within a loop.
    pub fn chosen(&self, test: &Expr, then: &Expr, orelse: &Expr) -> Option<TokenStream> {
        if !self.is_in_loop() || self.context.options.keeps_variables {
            return None;
        }
        let (first, second) = (self.arm(then)?, self.arm(orelse)?);
        let variable = first.variable.or(second.variable)?;
        let is_of_one = [&first, &second].iter().all(|arm| arm.variable.is_none_or(|own| own == variable));
        if !is_of_one || first.steps + second.steps == 0 || first.steps.max(second.steps) > MOST_STEPS {
            return None;
        }
        let least = Literal::i64_unsuffixed(first.fits.0.max(second.fits.0));
        let greatest = Literal::i64_unsuffixed(first.fits.1.min(second.fits.1));
        let (is_first, name) = (&self.helpers.value, self.local(variable));
        let (a, b) = (first.tokens, second.tokens);
        let test = self.value(test, Typing::Known);
        let (then, orelse) = (self.value(then, Typing::Known), self.value(orelse, Typing::Known));
        Some(quote!({
            let #is_first = #test;
            if (#least..=#greatest).contains(&#name) {
                std::hint::select_unpredictable(#is_first, #a, #b)
            } else if #is_first {
                #then
            } else {
                #orelse
            }
        }))
    }

    /// The same as two branches of a statement that set one variable.
    pub fn chosen_by_branches(&self, test: &Expr, then: &Block, orelse: &Block) -> Option<TokenStream> {
        let ([then], [orelse]) = (then.as_slice(), orelse.as_slice()) else { return None };
        let (StmtKind::Assign { target, value: first }, StmtKind::Assign { target: other, value: second }) =
            (&then.kind, &orelse.kind)
        else {
            return None;
        };
        if target != other || !self.locals.is_read(*target) {
            return None;
        }
        let (name, chosen) = (self.local(*target), self.chosen(test, first, second)?);
        Some(quote!(#name = #chosen;))
    }

    fn arm(&self, expr: &Expr) -> Option<Arm> {
        if expr.ty != Type::Int {
            let ExprKind::Constant(Constant::Int(number)) = expr.kind else { return None };
            return matches!(expr.ty, Type::Literal(_)).then(|| fixed(number));
        }
        match &expr.kind {
            ExprKind::Constant(Constant::Int(number)) => Some(fixed(*number)),
            ExprKind::Convert(inner) => self.arm(inner),
            ExprKind::Local(local) => {
                let name = self.local(*local);
                let fits = (i64::MIN, i64::MAX);
                Some(Arm { tokens: quote!(#name), variable: Some(*local), line: Some((1, 0)), fits, steps: 0 })
            }
            ExprKind::Native(call) => self.step_of_arm(call),
            _ => None,
        }
    }

    fn step_of_arm(&self, call: &NativeCall) -> Option<Arm> {
        let [NativeArgument::Value(left), NativeArgument::Value(right)] = call.arguments.as_slice() else {
            return None;
        };
        if let ("int::floordiv" | "int::mod", ExprKind::Local(local)) = (&*call.path, &left.kind) {
            // By a power of two, which takes one step.
            let ExprKind::Constant(Constant::Int(divisor)) = right.kind else { return None };
            let tokens = (divisor > 0 && divisor.count_ones() == 1).then(|| self.operator(call)).flatten()?;
            let fits = (i64::MIN, i64::MAX);
            return Some(Arm { tokens, variable: Some(*local), line: None, fits, steps: 0 });
        }
        let (left, right) = (self.arm(left)?, self.arm(right)?);
        let ((a, b), (c, d)) = (left.line?, right.line?);
        if left.variable.is_some() && right.variable.is_some() && left.variable != right.variable {
            return None;
        }
        let (x, y) = (&left.tokens, &right.tokens);
        let (tokens, line) = match &*call.path {
            "int::add" => (quote!(#x.wrapping_add(#y)), (a + c, b + d)),
            "int::sub" => (quote!(#x.wrapping_sub(#y)), (a - c, b - d)),
            "int::mul" if a == 0 || c == 0 => {
                (quote!(#x.wrapping_mul(#y)), (a.checked_mul(d)?.checked_add(b.checked_mul(c)?)?, b.checked_mul(d)?))
            }
            _ => return None,
        };
        let own = fitting(line)?;
        let fits = [left.fits, right.fits].iter().fold(own, |fits, other| (fits.0.max(other.0), fits.1.min(other.1)));
        let steps = left.steps + right.steps + 1;
        Some(Arm { tokens, variable: left.variable.or(right.variable), line: Some(line), fits, steps })
    }
}

fn fixed(number: i64) -> Arm {
    let literal = Literal::i64_suffixed(number);
    let tokens = if number < 0 { quote!((#literal)) } else { quote!(#literal) };
    Arm { tokens, variable: None, line: Some((0, number.into())), fits: (i64::MIN, i64::MAX), steps: 0 }
}

/// The values of the variable for which such a number has 64 bits.
fn fitting((factor, offset): (i128, i128)) -> Option<(i64, i64)> {
    let (least, greatest) = (i128::from(i64::MIN) - offset, i128::from(i64::MAX) - offset);
    let (from, to) = match factor {
        0 => return (least <= 0 && greatest >= 0).then_some((i64::MIN, i64::MAX)),
        1.. => (least, greatest),
        _ => (-greatest, -least),
    };
    let size = factor.abs();
    // The nearest whole numbers inside.
    let (from, to) = (-(-from).div_euclid(size), to.div_euclid(size));
    let clamped = |number: i128| number.clamp(i64::MIN.into(), i64::MAX.into()) as i64;
    (from <= to).then(|| (clamped(from), clamped(to)))
}

#[cfg(test)]
mod tests {
    use super::fitting;

    #[test]
    fn what_fits_is_computed_to_the_number() {
        for (factor, offset) in [(3, 1), (-3, 1), (1, -7), (-1, 0), (2, i128::from(i64::MAX)), (1 << 40, -5), (5, -1)] {
            let (least, greatest) = fitting((factor, offset)).expect("some number fits");
            let holds = |variable: i128| i64::try_from(factor * variable + offset).is_ok();
            assert!(holds(least.into()) && holds(greatest.into()), "{factor} {offset}");
            assert!(least == i64::MIN || !holds(i128::from(least) - 1), "{factor} {offset}");
            assert!(greatest == i64::MAX || !holds(i128::from(greatest) + 1), "{factor} {offset}");
        }
        assert_eq!(fitting((0, 1 << 64)), None);
    }
}
