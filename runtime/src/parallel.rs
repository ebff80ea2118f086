//! Work that processors share, where it takes so long that threads pay for their start.
//!
//! Work is cut into parts in a way that does not depend on the number of threads, so the results do not either. [`each`] begins
//! with one part after the other. Once that has taken a while it is known what the rest will take, and as many threads are
//! started as that pays for. They end with the work: a library keeps no threads, so that a process may fork between
//! two calls, and where nothing is large none is ever started.

use std::ops::Range;

/// How many elements a part has where each takes some nanoseconds or less.
pub const PART: usize = 1 << 14;

/// Calls `part` with each number below `count`, in any order.
#[cfg(not(target_arch = "wasm32"))]
pub fn each(count: usize, part: &(dyn Fn(usize) + Sync)) {
    threads::each(count, part);
}

/// How many threads may share work: one that does a part of it shares it no further.
#[cfg(not(target_arch = "wasm32"))]
pub fn threads() -> usize {
    threads::available()
}

/// How many threads may share work: a page has one.
#[cfg(target_arch = "wasm32")]
pub fn threads() -> usize {
    1
}

/// Calls `part` with each number below `count`: a page has one thread.
#[cfg(target_arch = "wasm32")]
pub fn each(count: usize, part: &(dyn Fn(usize) + Sync)) {
    (0..count).for_each(part);
}

/// Calls `fill` with each piece of so many of the elements, and where it begins; the last may be shorter.
pub fn each_piece<T: Send>(elements: &mut [T], length: usize, fill: impl Fn(usize, &mut [T]) + Sync) {
    if elements.len() <= length {
        return fill(0, elements);
    }
    let (total, first) = (elements.len(), Address(elements.as_mut_ptr()));
    each(total.div_ceil(length), &|part| {
        let Range { start, end } = range(part, length, total);
        // SAFETY: The ranges of parts lie apart, and `elements` is not used meanwhile.
        fill(start, unsafe { std::slice::from_raw_parts_mut(first.get().add(start), end - start) });
    });
}

/// The places of a part, where each has so many and all have `total`.
pub fn range(part: usize, length: usize, total: usize) -> Range<usize> {
    part * length..total.min((part + 1) * length)
}

/// Where elements lie that parts share out among them.
struct Address<T>(*mut T);

// SAFETY: It is an address; whoever writes there says why they may.
unsafe impl<T: Send> Sync for Address<T> {}

impl<T> Address<T> {
    fn get(&self) -> *mut T {
        self.0
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod threads {
    use std::cell::Cell;
    use std::sync::OnceLock;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::{Duration, Instant};

    /// How many threads work for a call, the calling one included; 0 takes one for each core. It is read once.
    const THREADS: &str = "HOTFORGE_THREADS";

    /// What a thread has to have to do: some times what its start takes.
    const WORTH: Duration = Duration::from_micros(80);

    thread_local! {
        /// Whether the thread works on one of several parts: then it does not share what that is made of.
        static IS_SHARING: Cell<bool> = const { Cell::new(false) };
    }

    pub(super) fn each(count: usize, part: &(dyn Fn(usize) + Sync)) {
        if count < 2 || available() < 2 {
            return (0..count).for_each(part);
        }
        let started = Instant::now();
        for number in 0..count {
            part(number);
            let (done, left) = (number + 1, count - number - 1);
            let helpers = helpers(started.elapsed(), done, left);
            if helpers > 0 {
                return share(done, count, helpers, part);
            }
        }
    }

    pub(super) fn available() -> usize {
        if IS_SHARING.get() { 1 } else { most() }
    }

    /// How many threads pay beside this one.
    fn helpers(elapsed: Duration, done: usize, left: usize) -> usize {
        if elapsed < WORTH / 2 || left < 2 {
            return 0;
        }
        let rest = elapsed.as_nanos() * left as u128 / done as u128;
        let paid = usize::try_from(rest / WORTH.as_nanos()).unwrap_or(usize::MAX);
        paid.saturating_sub(1).min(left - 1).min(most() - 1)
    }

    /// Does the parts from `next` on together with so many threads.
    fn share(next: usize, count: usize, helpers: usize, part: &(dyn Fn(usize) + Sync)) {
        let next = AtomicUsize::new(next);
        let work = || {
            let _sharing = Sharing::begin();
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                if number >= count {
                    break;
                }
                part(number);
            }
        };
        std::thread::scope(|scope| {
            for _ in 0..helpers {
                // Where the system has no more threads, those that there are do the work.
                if std::thread::Builder::new().spawn_scoped(scope, work).is_err() {
                    break;
                }
            }
            work();
        });
    }

    /// As long as it lives, the thread works on one of several parts.
    struct Sharing;

    impl Sharing {
        fn begin() -> Self {
            IS_SHARING.set(true);
            Self
        }
    }

    impl Drop for Sharing {
        fn drop(&mut self) {
            IS_SHARING.set(false);
        }
    }

    /// How many threads may work for a call.
    fn most() -> usize {
        static MOST: OnceLock<usize> = OnceLock::new();
        *MOST.get_or_init(|| {
            let said = std::env::var(THREADS).ok().and_then(|text| text.trim().parse().ok());
            said.filter(|&threads| threads > 0)
                .unwrap_or_else(|| std::thread::available_parallelism().map_or(1, usize::from))
        })
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn every_part_is_done_once() {
            let done: Vec<AtomicUsize> = (0..100).map(|_| AtomicUsize::new(0)).collect();
            let part = |number: usize| {
                done[number].fetch_add(1, Ordering::Relaxed);
            };
            (0..10).for_each(part);
            share(10, 100, 3, &part);
            assert!(done.iter().all(|count| count.load(Ordering::Relaxed) == 1));
        }

        #[test]
        fn threads_are_started_where_they_pay() {
            assert_eq!(helpers(Duration::from_micros(10), 1, 1000), 0);
            assert_eq!(helpers(WORTH, 50, 40), 0);
            assert_eq!(helpers(WORTH, 1, 1000), most() - 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_those_of_the_elements() {
        let mut elements = vec![0; 1000];
        each_piece(&mut elements, 7, |start, piece| {
            piece.iter_mut().enumerate().for_each(|(place, element)| *element = start + place);
        });
        assert!(elements.iter().enumerate().all(|(place, &element)| place == element));
    }
}
