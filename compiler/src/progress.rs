//! What a compile tells while it runs, so that each face can show it in its own way.

/// Told of what goes on.
pub trait Progress: Send + Sync {
    /// A stage begins: "capture", "rustc".
    fn stage(&self, name: &'static str);
    /// The runtime is being built, which happens once: `done` of `total` crates are ready, `name` was the last.
    fn crates(&self, done: usize, total: usize, name: &str);
    /// Something the user should know, though it does not stop the compile.
    fn warn(&self, message: &str);
    /// Another program is being waited for. Asked again and again: here the wait can be ended, by unwinding.
    fn waiting(&self) {}
}

/// Tells nobody.
impl Progress for () {
    fn stage(&self, _name: &'static str) {}
    fn crates(&self, _done: usize, _total: usize, _name: &str) {}
    fn warn(&self, _message: &str) {}
}
