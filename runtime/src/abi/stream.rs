//! Streams: results whose items are computed as the caller asks for them.

use std::fmt;
use std::sync::{Arc, Mutex, TryLockError};

use super::{ToValue, Value};
use crate::exception::{Fallible, value_error};
use crate::iterator::Boxed;
use crate::object::Iter;

/// What a predictor that returns an iterator gives: it runs as items are asked for, in whatever thread that is, but only in
/// one at a time.
#[derive(Clone)]
pub struct Stream(Arc<Mutex<Items>>);

/// `None` once it has ended, or was closed.
struct Items(Option<Boxed<Value>>);

// SAFETY: What the iterator holds is reached by it alone, and by it only under the lock: arguments were copied in, items are
// copied out, globals are frozen, and text and array memory count their owners atomically.
unsafe impl Send for Items {}

impl Stream {
    /// The items of an iterator.
    pub fn new<T: ToValue + 'static>(items: Boxed<T>) -> Self {
        Self(Arc::new(Mutex::new(Items(Some(Boxed::new(Values(items)))))))
    }

    /// The next item; `None` at the end, and ever after.
    ///
    /// # Errors
    /// Whatever the predictor raises, after which the stream has ended; `ValueError` where it is running already, in
    /// another thread.
    pub fn next(&self) -> Fallible<Option<Value>> {
        self.with(|items| {
            // Taken out while it runs: should it panic, the stream has ended.
            let Some(mut running) = items.0.take() else { return Ok(None) };
            let item = running.next()?;
            if item.is_some() {
                items.0 = Some(running);
            }
            Ok(item)
        })
    }

    /// Ends it now, and drops all that it holds. A generator runs what it has to do on its way out.
    ///
    /// # Errors
    /// What the generator raises then; `ValueError` where it is running, in another thread.
    pub fn close(&self) -> Fallible<()> {
        self.with(|items| items.0.take().map_or(Ok(()), |mut running| running.close().map(|_| ())))
    }

    fn with<R>(&self, run: impl FnOnce(&mut Items) -> Fallible<R>) -> Fallible<R> {
        match self.0.try_lock() {
            Ok(mut items) => run(&mut items),
            Err(TryLockError::Poisoned(ended)) => run(&mut ended.into_inner()),
            Err(TryLockError::WouldBlock) => Err(value_error("generator already executing")),
        }
    }
}

impl fmt::Debug for Stream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Stream(…)")
    }
}

impl<T: ToValue + 'static> ToValue for Boxed<T> {
    fn to_value(self) -> Value {
        Value::Stream(Stream::new(self))
    }
}

/// The items as values for the caller.
struct Values<T: 'static>(Boxed<T>);

impl<T: ToValue + 'static> Iter for Values<T> {
    type Item = Value;

    fn next(&mut self) -> Fallible<Option<Value>> {
        Ok(self.0.next()?.map(T::to_value))
    }

    fn close(&mut self) -> Fallible<bool> {
        self.0.close()
    }
}

#[cfg(test)]
mod tests {
    use super::Stream;
    use crate::abi::Value;
    use crate::exception::value_error;
    use crate::generator;

    fn count(to: i64) -> Stream {
        Stream::new(generator::new(move |output| async move {
            for n in 0..to {
                output.give(n).await;
            }
            if to > 2 { Err(value_error("more than two")) } else { Ok(()) }
        }))
    }

    #[test]
    fn items_come_until_the_end() {
        let stream = count(2);
        assert!(matches!(stream.next(), Ok(Some(Value::Int(0)))));
        let other = stream.clone();
        let second = std::thread::spawn(move || other.next().map_err(|raised| raised.message)).join().unwrap();
        assert!(matches!(second, Ok(Some(Value::Int(1)))));
        assert!(matches!(stream.next(), Ok(None)));
        assert!(matches!(stream.next(), Ok(None)));
    }

    #[test]
    fn an_error_ends_it() {
        let stream = count(3);
        (0..3).for_each(|_| assert!(matches!(stream.next(), Ok(Some(_)))));
        assert_eq!(stream.next().unwrap_err().to_string(), "ValueError: more than two");
        assert!(matches!(stream.next(), Ok(None)));
    }

    #[test]
    fn closing_ends_it() {
        let stream = count(2);
        stream.close().unwrap();
        assert!(matches!(stream.next(), Ok(None)));
    }
}
