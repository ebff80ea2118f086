//! The threads of models, arrays and tokenizers, which suit a process that makes one call at a time unless it says otherwise.

use crate::settings::Settings;

/// Tells the libraries that will be loaded. What the environment says already stays.
pub fn configure(settings: &Settings) {
    let threads = settings.threads_of_call().to_string();
    let mut said = vec![("HOTFORGE_MODEL_THREADS", threads.clone()), ("HOTFORGE_THREADS", threads)];
    if settings.concurrency > 1 {
        // What spins while it waits for work, or hands a text to another thread, takes a core from another call.
        said.push(("HOTFORGE_MODEL_SPINNING", "0".to_owned()));
        said.push(("TOKENIZERS_PARALLELISM", "false".to_owned()));
    }
    for (name, value) in said {
        if std::env::var_os(name).is_none() {
            // SAFETY: `main` calls this before any other thread is started.
            unsafe { std::env::set_var(name, value) };
        }
    }
}
