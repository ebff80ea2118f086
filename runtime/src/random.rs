//! `random`: the Mersenne Twister, with CPython's sequences for a seed (Lib/random.py, Modules/_randommodule.c).
//!
//! The functions of the module draw from one generator for each thread, which begins with a seed of the system's.

mod choosing;
mod distributions;
mod twister;

use crate::exception::Fallible;
use crate::list::List;
use crate::object::{Identity, Object};
use crate::range::Range;
use crate::sequence::Sequence;
use crate::shared::Shared;
use crate::str::Str;

use twister::Twister;

/// A generator of random numbers; a clone is another name of the same generator.
#[derive(Clone)]
pub struct Random {
    state: Shared<State>,
}

struct State {
    twister: Twister,
    /// The second number of the pair that `gauss` makes.
    gauss_next: Option<f64>,
}

impl Random {
    fn seeded(seed: Option<i64>) -> Self {
        Self { state: Shared::new(State { twister: Twister::seeded(seed), gauss_next: None }) }
    }

    fn float(&self) -> Fallible<f64> {
        self.state.write(|state| state.twister.float())
    }

    fn bits(&self, count: u32) -> Fallible<u128> {
        self.state.write(|state| state.twister.bits(count))
    }
}

impl Identity for Random {
    fn same(&self, other: &Self) -> bool {
        self.state.same(&other.state)
    }
}

impl Object for Random {
    fn type_name(&self) -> &'static str {
        "Random"
    }

    fn freeze(&self) {
        self.state.freeze();
    }

    fn repr(&self, out: &mut String) {
        // CPython shows an address, which no two runs have in common.
        out.push_str("<random.Random object>");
    }
}

thread_local! {
    static SHARED: Random = Random::seeded(None);
}

/// The functions of the module, which are methods of its own generator, and the methods of a generator.
macro_rules! functions {
    ($(
        $(#[$attribute:meta])*
        fn $name:ident$(<$($generic:ident: $bound:ident),*>)?($($parameter:ident: $ty:ty),*) -> $returns:ty = $body:path;
    )*) => {
        $(
            $(#[$attribute])*
            ///
            /// # Errors
            /// Those of the function of CPython.
            pub fn $name$(<$($generic: $bound),*>)?($($parameter: $ty),*) -> Fallible<$returns> {
                let shared = SHARED.with(Random::clone);
                $body(&shared, $($parameter),*)
            }
        )*

        /// The class `random.Random`.
        #[allow(clippy::module_inception, reason = "the class is called like its module")]
        pub mod random {
            use super::*;

            /// `Random(seed)`.
            #[must_use]
            pub fn new(seed: Option<i64>) -> Random {
                Random::seeded(seed)
            }

            $(
                $(#[$attribute])*
                ///
                /// # Errors
                /// Those of the method of CPython.
                pub fn $name$(<$($generic: $bound),*>)?(random: &Random, $($parameter: $ty),*) -> Fallible<$returns> {
                    $body(random, $($parameter),*)
                }
            )*
        }
    };
}

fn seed_with(random: &Random, a: Option<i64>) -> Fallible<()> {
    random.state.write(|state| *state = State { twister: Twister::seeded(a), gauss_next: None })
}

functions! {
    /// `random()`: from 0.0 to below 1.0.
    fn random() -> f64 = Random::float;
    /// `seed(a)`.
    fn seed(a: Option<i64>) -> () = seed_with;
    /// `getrandbits(k)`.
    fn getrandbits(k: i64) -> i64 = choosing::getrandbits;
    /// `randrange(stop)`.
    fn randrange(stop: i64) -> i64 = choosing::randrange;
    /// `randrange(start, stop, step)`.
    fn randrange_from(start: i64, stop: i64, step: i64) -> i64 = choosing::randrange_from;
    /// `randint(a, b)`.
    fn randint(a: i64, b: i64) -> i64 = choosing::randint;
    /// `choice(list)`.
    fn choice<T: Object>(seq: &List<T>) -> T = choosing::choice;
    /// `choice(tuple)`.
    fn choice_of_tuple<T: Object>(seq: &Sequence<T>) -> T = choosing::choice_of_tuple;
    /// `choice(text)`.
    fn choice_of_str(seq: &Str) -> Str = choosing::choice_of_str;
    /// `choice(range)`.
    fn choice_of_range(seq: &Range) -> i64 = choosing::choice_of_range;
    /// `shuffle(list)`.
    fn shuffle<T: Object>(x: &List<T>) -> () = choosing::shuffle;
    /// `sample(list, k)`.
    fn sample<T: Object>(population: &List<T>, k: i64) -> List<T> = choosing::sample;
    /// `sample(range, k)`.
    fn sample_of_range(population: &Range, k: i64) -> List<i64> = choosing::sample_of_range;
    /// `choices(list, k=…)`.
    fn choices<T: Object>(population: &List<T>, k: i64) -> List<T> = choosing::choices;
    /// `choices(list, weights, k=…)`.
    fn choices_weighted<T: Object>(population: &List<T>, weights: &List<f64>, k: i64) -> List<T> =
        choosing::choices_weighted;
    /// `choices(list, weights, k=…)` of int weights.
    fn choices_weighted_int<T: Object>(population: &List<T>, weights: &List<i64>, k: i64) -> List<T> =
        choosing::choices_weighted_int;
    /// `choices(list, cum_weights=…, k=…)`.
    fn choices_cumulative<T: Object>(population: &List<T>, cum_weights: &List<f64>, k: i64) -> List<T> =
        choosing::choices_cumulative;
    /// `choices(list, cum_weights=…, k=…)` of int weights.
    fn choices_cumulative_int<T: Object>(population: &List<T>, cum_weights: &List<i64>, k: i64) -> List<T> =
        choosing::choices_cumulative_int;
    /// `uniform(a, b)`.
    fn uniform(a: f64, b: f64) -> f64 = distributions::uniform;
    /// `triangular(low, high, mode)`.
    fn triangular(low: f64, high: f64, mode: Option<f64>) -> f64 = distributions::triangular;
    /// `normalvariate(mu, sigma)`.
    fn normalvariate(mu: f64, sigma: f64) -> f64 = distributions::normalvariate;
    /// `gauss(mu, sigma)`.
    fn gauss(mu: f64, sigma: f64) -> f64 = distributions::gauss;
    /// `lognormvariate(mu, sigma)`.
    fn lognormvariate(mu: f64, sigma: f64) -> f64 = distributions::lognormvariate;
    /// `expovariate(lambd)`.
    fn expovariate(lambd: f64) -> f64 = distributions::expovariate;
    /// `vonmisesvariate(mu, kappa)`.
    fn vonmisesvariate(mu: f64, kappa: f64) -> f64 = distributions::vonmisesvariate;
    /// `gammavariate(alpha, beta)`.
    fn gammavariate(alpha: f64, beta: f64) -> f64 = distributions::gammavariate;
    /// `betavariate(alpha, beta)`.
    fn betavariate(alpha: f64, beta: f64) -> f64 = distributions::betavariate;
    /// `paretovariate(alpha)`.
    fn paretovariate(alpha: f64) -> f64 = distributions::paretovariate;
    /// `weibullvariate(alpha, beta)`.
    fn weibullvariate(alpha: f64, beta: f64) -> f64 = distributions::weibullvariate;
}
