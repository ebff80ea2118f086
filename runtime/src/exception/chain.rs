//! What an exception was raised from, and while what was handled: `__cause__` and `__context__`.

use std::rc::Rc;

use super::{Exception, Raised};

/// The exceptions behind another, as Python's own objects refer to each other.
#[derive(Debug, Clone, Default)]
pub struct Chain {
    /// `__cause__`: what `raise … from` names.
    pub cause: Link,
    /// `__context__`: what was being handled.
    pub context: Link,
    /// `__suppress_context__`: whether `from` says what is to be shown.
    pub suppresses_context: bool,
}

/// An exception behind another. A chain may be as long as a program runs, so it is dropped link by link and not by recursion.
#[derive(Debug, Clone, Default)]
pub struct Link(Option<Rc<Exception>>);

impl Link {
    /// The exception, where there is one.
    #[must_use]
    pub fn get(&self) -> Option<&Exception> {
        self.0.as_deref()
    }

    fn to(raised: &Raised) -> Self {
        Self(Some(Rc::new((**raised).clone())))
    }
}

impl Drop for Link {
    fn drop(&mut self) {
        let mut behind: Vec<Rc<Exception>> = self.0.take().into_iter().collect();
        while let Some(link) = behind.pop() {
            if let Some(mut exception) = Rc::into_inner(link)
                && let Some(chain) = &mut exception.chain
            {
                behind.extend(chain.cause.0.take());
                behind.extend(chain.context.0.take());
            }
        }
    }
}

/// `raise exception from cause`.
#[must_use]
pub fn raised_from(exception: &Raised, cause: &Raised) -> Raised {
    chained(exception, |chain| {
        chain.cause = Link::to(cause);
        chain.suppresses_context = true;
    })
}

/// `raise exception from None`.
#[must_use]
pub fn raised_from_nothing(exception: &Raised) -> Raised {
    chained(exception, |chain| {
        chain.cause = Link::default();
        chain.suppresses_context = true;
    })
}

/// `raise exception` where another is being handled. One that is raised again has been raised from elsewhere.
#[must_use]
pub fn raised_while(exception: &Raised, handled: &Raised) -> Raised {
    if !exception.traceback.is_empty() && exception == handled {
        return exception.clone();
    }
    chained(exception, |chain| chain.context = Link::to(handled))
}

/// An exception that leaves code which handles another: that was being handled when the first of its chain was raised, if it is
/// not that very exception.
#[must_use]
pub fn raised_within(exception: &Raised, handled: &Raised) -> Raised {
    // One that is raised again goes on from where it came to.
    let is_handled = |link: &Exception| *link == **handled && link.traceback.starts_with(&handled.traceback);
    let mut links = vec![&**exception];
    loop {
        let last = links[links.len() - 1];
        if is_handled(last) {
            return exception.clone();
        }
        match last.chain.as_ref().and_then(|chain| chain.context.get()) {
            Some(context) => links.push(context),
            None => break,
        }
    }
    let ends_with = |end: Link, link: &Exception| Link(Some(Rc::new(with_context(link, end))));
    let (first, behind) = links.split_first().expect("the exception itself");
    Box::new(with_context(first, behind.iter().rev().fold(Link::to(handled), |end, link| ends_with(end, link))))
}

fn with_context(exception: &Exception, context: Link) -> Exception {
    let mut exception = exception.clone();
    exception.chain.get_or_insert_default().context = context;
    exception
}

fn chained(exception: &Raised, change: impl FnOnce(&mut Chain)) -> Raised {
    let mut exception = exception.clone();
    change(exception.chain.get_or_insert_default());
    exception
}

/// `exception.__cause__`.
#[must_use]
pub fn cause(exception: &Raised) -> Option<Raised> {
    exception.chain.as_ref()?.cause.get().cloned().map(Box::new)
}

/// `exception.__context__`.
#[must_use]
pub fn context(exception: &Raised) -> Option<Raised> {
    exception.chain.as_ref()?.context.get().cloned().map(Box::new)
}

/// `exception.__suppress_context__`.
#[must_use]
pub fn suppresses_context(exception: &Raised) -> bool {
    exception.chain.as_ref().is_some_and(|chain| chain.suppresses_context)
}
