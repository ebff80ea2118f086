//! The rounds of loops: once in a while they ask whether anybody has ended the call.

use crate::exception::Fallible;

/// So many rounds pass between two questions: some microseconds of the briefest loop, so that a question costs nothing
/// that could be measured.
const ROUNDS: u32 = 1 << 14;

/// Counts the rounds of the loops of one function call.
#[derive(Debug)]
pub struct Pace {
    left: u32,
}

impl Default for Pace {
    #[inline]
    fn default() -> Self {
        Self { left: ROUNDS }
    }
}

impl Pace {
    /// Another round.
    ///
    /// # Errors
    /// `asyncio.CancelledError` where the call was cancelled; `KeyboardInterrupt` where Python has to handle a signal.
    #[inline(always)]
    pub fn step(&mut self) -> Fallible<()> {
        self.left -= 1;
        if self.left == 0 { self.ask() } else { Ok(()) }
    }

    #[cold]
    #[inline(never)]
    fn ask(&mut self) -> Fallible<()> {
        self.left = ROUNDS;
        #[cfg(not(target_arch = "wasm32"))]
        crate::abi::check_interrupts()?;
        Ok(())
    }
}
