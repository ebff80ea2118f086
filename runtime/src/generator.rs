//! Generators: iterators that run compiled code up to the next item.
//!
//! The body of a generator function is compiled to an `async` block, which Rust makes the state machine of: where Python
//! says `yield`, the block gives the item to its [`Output`] and waits. Nothing is asynchronous: each `next` polls once.
//!
//! A `yield` within `try` or `with` waits *guarded*: an exception may come in there, of `throw`, or the `GeneratorExit` of a
//! generator that is closed or dropped. At any other `yield` an exception ends the generator and runs none of its code.

use std::cell::Cell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use crate::exception::{
    Exception, Fallible, Raised, attribute_error, raised_from, raised_while, runtime_error, stopped,
};
use crate::iterator::Boxed;
use crate::object::Iter;

/// A generator: nothing of its body runs before the first `next`.
///
/// See [The Python Language Reference, 6.2.9](https://docs.python.org/3/reference/expressions.html#yield-expressions).
pub fn new<T: 'static, F>(body: impl FnOnce(Output<T>) -> F) -> Boxed<T>
where
    F: Future<Output = Fallible<()>> + 'static,
{
    let channel = Rc::new(Channel { item: Cell::new(None), thrown: Cell::new(None), guarded: Cell::new(false) });
    let body = body(Output { channel: Rc::clone(&channel) });
    Boxed::new(Generator { body: Some(Box::pin(body)), channel })
}

/// What goes in and out of a generator that waits.
struct Channel<T> {
    item: Cell<Option<T>>,
    /// What is raised where it waits.
    thrown: Cell<Option<Raised>>,
    /// Whether it waits where an exception runs code of it.
    guarded: Cell<bool>,
}

/// Where the body of a generator gives its items.
pub struct Output<T> {
    channel: Rc<Channel<T>>,
}

impl<T> Output<T> {
    /// `yield item`: to be awaited at once.
    #[inline]
    pub fn give(&self, item: T) -> Given {
        self.channel.item.set(Some(item));
        Given { resumed: false }
    }

    /// `yield item` within `try` or `with`.
    ///
    /// # Errors
    /// What is thrown into the generator while it waits.
    pub async fn give_guarded(&self, item: T) -> Fallible<()> {
        self.channel.guarded.set(true);
        self.give(item).await;
        self.channel.guarded.set(false);
        self.channel.thrown.take().map_or(Ok(()), Err)
    }
}

/// Waits until the generator is asked for the next item.
pub struct Given {
    resumed: bool,
}

impl Future for Given {
    type Output = ();

    #[inline]
    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        if std::mem::replace(&mut self.resumed, true) { Poll::Ready(()) } else { Poll::Pending }
    }
}

struct Generator<T, F: Future<Output = Fallible<()>>> {
    /// `None` when it has ended.
    body: Option<Pin<Box<F>>>,
    channel: Rc<Channel<T>>,
}

impl<T, F: Future<Output = Fallible<()>>> Generator<T, F> {
    fn resume(&mut self) -> Fallible<Option<T>> {
        let Some(body) = &mut self.body else { return Ok(None) };
        match body.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Pending => Ok(self.channel.item.take()),
            Poll::Ready(ended) => {
                self.body = None;
                ended.map(|()| None).map_err(outside)
            }
        }
    }
}

impl<T, F: Future<Output = Fallible<()>>> Iter for Generator<T, F> {
    type Item = T;

    fn next(&mut self) -> Fallible<Option<T>> {
        self.resume()
    }

    fn throw(&mut self, raised: Raised) -> Fallible<Option<T>> {
        if !self.channel.guarded.get() {
            self.body = None;
            return Err(outside(raised));
        }
        self.channel.thrown.set(Some(raised));
        self.resume()
    }

    fn close(&mut self) -> Fallible<bool> {
        if self.body.is_none() {
            return Ok(true);
        }
        match self.throw(Exception::new("GeneratorExit", "")) {
            Ok(None) => Ok(true),
            Ok(Some(_)) => Err(runtime_error("generator ignored GeneratorExit")),
            Err(raised) if raised.class == "GeneratorExit" => Ok(true),
            Err(raised) => Err(raised),
        }
    }
}

impl<T, F: Future<Output = Fallible<()>>> Drop for Generator<T, F> {
    fn drop(&mut self) {
        if self.body.is_some() && self.channel.guarded.get() && !std::thread::panicking() {
            // CPython writes to stderr what is raised here, and goes on.
            let _ = self.close();
        }
    }
}

/// `generator.close()`.
///
/// # Errors
/// What the generator raises on its way out; `RuntimeError` where it yields again; `AttributeError` of an iterator that is no
/// generator.
pub fn close<T: 'static>(generator: &Boxed<T>) -> Fallible<()> {
    match generator.clone().close()? {
        true => Ok(()),
        false => Err(attribute_error("'iterator' object has no attribute 'close'")),
    }
}

/// `__enter__` of a context manager that `contextlib.contextmanager` makes of a generator.
///
/// # Errors
/// What the generator raises; `RuntimeError` where it does not yield.
pub fn enter<T: 'static>(generator: &Boxed<T>) -> Fallible<T> {
    generator.clone().next()?.ok_or_else(|| runtime_error("generator didn't yield"))
}

/// `__exit__` of such a context manager, without an exception.
///
/// # Errors
/// What the generator raises; `RuntimeError` where it yields again.
pub fn exit<T: 'static>(generator: &Boxed<T>) -> Fallible<()> {
    match generator.clone().next()? {
        None => Ok(()),
        Some(_) => Err(runtime_error("generator didn't stop")),
    }
}

/// `__exit__` of such a context manager, with the exception that is on its way: returns where the generator has handled it.
///
/// # Errors
/// The exception where the generator does not handle it; another that the generator raises; `RuntimeError` where it
/// yields again.
pub fn exit_raising<T: 'static>(generator: &Boxed<T>, raised: &Raised) -> Fallible<()> {
    match generator.clone().throw(raised.clone()) {
        Ok(None) => Ok(()),
        Ok(Some(_)) => Err(runtime_error("generator didn't stop after throw()")),
        // What PEP 479 made of the exception itself.
        Err(changed) if raised.class == "StopIteration" && changed.message == STOPPED => Err(raised.clone()),
        Err(raised) => Err(raised),
    }
}

const STOPPED: &str = "generator raised StopIteration";

/// What an exception is outside of the generator that raised it: PEP 479.
#[cold]
fn outside(raised: Raised) -> Raised {
    if raised.class != "StopIteration" {
        return raised;
    }
    let mut changed = raised_from(&raised_while(&runtime_error(STOPPED), &raised), &raised);
    changed.traceback = raised.traceback;
    changed
}

/// A generator expression: an iterator that asks a function for each item; it ends at the first `None` or exception, and
/// stays ended.
pub fn from_fn<T, F: FnMut() -> Fallible<Option<T>>>(next: F) -> FromFn<F> {
    FromFn { next: Some(next) }
}

/// See [`from_fn`].
pub struct FromFn<F> {
    next: Option<F>,
}

impl<T, F: FnMut() -> Fallible<Option<T>>> Iter for FromFn<F> {
    type Item = T;

    fn next(&mut self) -> Fallible<Option<T>> {
        let Some(next) = &mut self.next else { return Ok(None) };
        let item = next();
        // A generator that raised is at its end too.
        if !matches!(item, Ok(Some(_))) {
            self.next = None;
        }
        item.map_err(outside)
    }
}

/// What `map` and `filter` give: an iterator that asks a function for each item. A `StopIteration` of the function is an end,
/// behind which more items may come.
pub fn mapped<T, F: FnMut() -> Fallible<Option<T>>>(next: F) -> Mapped<F> {
    Mapped { next }
}

/// See [`mapped`].
pub struct Mapped<F> {
    next: F,
}

impl<T, F: FnMut() -> Fallible<Option<T>>> Iter for Mapped<F> {
    type Item = T;

    fn next(&mut self) -> Fallible<Option<T>> {
        stopped((self.next)())
    }
}

/// Items that are made for an operator: what the function raises is raised by the operator.
pub fn asked<T, F: FnMut() -> Fallible<Option<T>>>(next: F) -> Asked<F> {
    Asked { next }
}

/// See [`asked`].
pub struct Asked<F> {
    next: F,
}

impl<T, F: FnMut() -> Fallible<Option<T>>> Iter for Asked<F> {
    type Item = T;

    fn next(&mut self) -> Fallible<Option<T>> {
        (self.next)()
    }
}

/// The items of the iterators that an iterator gives, one after another: a generator with several `for`s.
pub fn flatten<I: Iter<Item: Iter>>(outer: I) -> Flatten<I> {
    Flatten { outer, inner: None }
}

/// See [`flatten`].
pub struct Flatten<I: Iter> {
    outer: I,
    inner: Option<I::Item>,
}

impl<I: Iter<Item: Iter>> Iter for Flatten<I> {
    type Item = <I::Item as Iter>::Item;

    fn next(&mut self) -> Fallible<Option<Self::Item>> {
        loop {
            if let Some(inner) = &mut self.inner
                && let Some(item) = inner.next()?
            {
                return Ok(Some(item));
            }
            self.inner = self.outer.next()?;
            if self.inner.is_none() {
                return Ok(None);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::rc::Rc;

    use super::{asked, close, enter, exit, exit_raising, flatten, from_fn, mapped, new};
    use crate::exception::{cause, stop_iteration, value_error};
    use crate::iterator::Boxed;
    use crate::object::Iter;

    fn up_to(end: i64) -> impl Iter<Item = i64> {
        let mut last = 0;
        from_fn(move || {
            last += 1;
            Ok((last <= end).then_some(last))
        })
    }

    #[test]
    fn an_ended_generator_stays_ended() {
        let mut calls = 0;
        let mut once = from_fn(|| {
            calls += 1;
            Ok((calls != 1).then_some(calls))
        });
        assert_eq!(once.next(), Ok(None));
        assert_eq!(once.next(), Ok(None));
    }

    #[test]
    fn a_generator_that_raised_has_ended() {
        let mut failing = from_fn(|| -> crate::Fallible<Option<i64>> { Err(value_error("no")) });
        assert!(failing.next().is_err());
        assert_eq!(failing.next(), Ok(None));
    }

    #[test]
    fn a_stop_of_a_mapped_function_is_an_end_and_of_an_operators_is_raised() {
        let mut calls = 0;
        let mut some = mapped(|| {
            calls += 1;
            if calls == 2 { Err(stop_iteration("")) } else { Ok(Some(calls)) }
        });
        assert_eq!([some.next(), some.next(), some.next()], [Ok(Some(1)), Ok(None), Ok(Some(3))]);
        let mut none = asked(|| -> crate::Fallible<Option<i64>> { Err(stop_iteration("")) });
        assert_eq!(none.next().unwrap_err().class, "StopIteration");
    }

    #[test]
    fn nested_generators_run_one_after_another() {
        let mut outer = up_to(3);
        let mut nested = flatten(from_fn(move || Ok(outer.next()?.map(up_to))));
        let mut items = Vec::new();
        while let Some(item) = nested.next().unwrap() {
            items.push(item);
        }
        assert_eq!(items, [1, 1, 2, 1, 2, 3]);
    }

    fn countdown(from: i64) -> Boxed<i64> {
        new(move |output| async move {
            let mut n = from;
            while n > 0 {
                output.give(n).await;
                n -= 1;
            }
            Ok(())
        })
    }

    #[test]
    fn a_generator_runs_as_it_is_asked() {
        let mut items = countdown(2);
        assert_eq!(items.next(), Ok(Some(2)));
        assert_eq!(items.clone().next(), Ok(Some(1)));
        assert_eq!(items.next(), Ok(None));
        assert_eq!(items.next(), Ok(None));
    }

    /// Notes in `log` what comes in where it waits.
    fn watchful(log: Rc<RefCell<Vec<String>>>) -> Boxed<i64> {
        new(move |output| async move {
            for n in 0.. {
                if let Err(raised) = output.give_guarded(n).await {
                    log.borrow_mut().push(raised.to_string());
                    if raised.class == "GeneratorExit" {
                        return Err(raised);
                    }
                }
            }
            Ok(())
        })
    }

    #[test]
    fn an_exception_comes_in_where_it_waits() {
        let log = Rc::default();
        let mut items = watchful(Rc::clone(&log));
        assert_eq!(items.next(), Ok(Some(0)));
        assert_eq!(items.throw(value_error("no")), Ok(Some(1)));
        assert_eq!(close(&items), Ok(()));
        assert_eq!(items.next(), Ok(None));
        assert_eq!(*log.borrow(), ["ValueError: no", "GeneratorExit"]);
    }

    #[test]
    fn a_dropped_one_is_closed_once_it_has_begun() {
        let log = Rc::default();
        drop(watchful(Rc::clone(&log)));
        assert!(log.borrow().is_empty());
        let mut items = watchful(Rc::clone(&log));
        assert_eq!(items.next(), Ok(Some(0)));
        drop(items);
        assert_eq!(*log.borrow(), ["GeneratorExit"]);
    }

    #[test]
    fn a_context_manager_yields_once() {
        let two = countdown(2);
        assert_eq!(enter(&two), Ok(2));
        assert_eq!(exit(&two).unwrap_err().message, "generator didn't stop");
        assert_eq!(enter(&countdown(0)).unwrap_err().message, "generator didn't yield");
        let one = countdown(1);
        assert_eq!(enter(&one), Ok(1));
        assert_eq!(exit_raising(&one, &stop_iteration("")).unwrap_err().class, "StopIteration");
    }

    #[test]
    fn a_stop_of_its_own_is_an_error_outside() {
        let mut items: Boxed<i64> = new(|_| async move { Err(stop_iteration("")) });
        let raised = items.next().unwrap_err();
        assert_eq!(raised.to_string(), "RuntimeError: generator raised StopIteration");
        assert_eq!(cause(&raised).map(|cause| cause.class).as_deref(), Some("StopIteration"));
        assert_eq!(items.next(), Ok(None));
    }

    fn through(mut inner: Boxed<i64>) -> Boxed<i64> {
        new(move |output| async move {
            while let Some(item) = inner.next()? {
                output.give(item).await;
            }
            Ok(())
        })
    }

    #[test]
    fn a_long_chain_raises_and_is_dropped() {
        let mut chain = (0..100_000).fold(countdown(3), |inner, _| through(inner));
        assert_eq!(chain.next().unwrap_err().class, "RecursionError");
        drop(chain);
        let mut short = (0..900).fold(countdown(3), |inner, _| through(inner));
        assert_eq!(short.next(), Ok(Some(3)));
    }
}
