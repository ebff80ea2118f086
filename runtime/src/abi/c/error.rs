//! The last error of each thread.

use std::cell::RefCell;
use std::ffi::{CString, c_char};
use std::fmt::Write as _;
use std::ptr;

use crate::exception::Exception;

/// `hotforge_error` of the header.
#[repr(C)]
#[derive(Debug)]
pub struct Error {
    class: *const c_char,
    message: *const c_char,
    message_length: usize,
    traceback: *const c_char,
    json: *const c_char,
}

/// The texts that an [`Error`] points into.
struct LastError {
    error: Error,
    _class: CString,
    _message: CString,
    _traceback: CString,
    _json: CString,
}

thread_local! {
    static LAST: RefCell<Option<Box<LastError>>> = const { RefCell::new(None) };
}

/// `hotforge_last_error`
#[unsafe(no_mangle)]
pub extern "C" fn hotforge_last_error() -> *const Error {
    let last = LAST.try_with(|last| last.borrow().as_ref().map_or(ptr::null(), |last| &raw const last.error));
    last.unwrap_or(ptr::null())
}

/// `hotforge_clear_error`
#[unsafe(no_mangle)]
pub extern "C" fn hotforge_clear_error() {
    let _ = LAST.try_with(|last| last.take());
}

/// Makes the exception the last error of this thread.
#[cold]
pub(super) fn set(exception: &Exception) {
    let message = &exception.message;
    let (class, traceback) = (c_string(&exception.class), c_string(&traceback(exception)));
    let (json, c_message) = (c_string(&json(exception)), c_string(message));
    let error = Error {
        class: class.as_ptr(),
        message: c_message.as_ptr(),
        message_length: message.len(),
        traceback: traceback.as_ptr(),
        json: json.as_ptr(),
    };
    let last = LastError { error, _class: class, _message: c_message, _traceback: traceback, _json: json };
    let _ = LAST.try_with(|place| place.replace(Some(Box::new(last))));
}

/// The text with a NUL at its end. A NUL within, which only a message can have, ends it for readers that do not look
/// at the length.
fn c_string(text: &str) -> CString {
    let mut bytes = text.as_bytes().to_vec();
    bytes.push(0);
    // SAFETY: the last byte is NUL. Others may be: the text is kept for its pointer alone, and is freed by the length
    // of its allocation.
    unsafe { CString::from_vec_with_nul_unchecked(bytes) }
}

/// As Python prints it, outermost frame first, with the exceptions behind it.
fn traceback(exception: &Exception) -> String {
    let mut text = String::new();
    let shown: Vec<(&Exception, &str)> = behind(exception).take(SHOWN_CHAIN).collect();
    for (earlier, words) in shown.iter().rev() {
        let _ = write!(text, "{}\n\n{words}\n\n", own_traceback(earlier));
    }
    text + &own_traceback(exception)
}

/// How many exceptions behind another are told of.
const SHOWN_CHAIN: usize = 16;

/// The exceptions behind one that Python would show, the nearest first, each with the words that Python has for it.
fn behind(exception: &Exception) -> impl Iterator<Item = (&Exception, &'static str)> {
    std::iter::successors(nearest(exception), |(earlier, _)| nearest(earlier))
}

fn nearest(exception: &Exception) -> Option<(&Exception, &'static str)> {
    let chain = exception.chain.as_ref()?;
    match (chain.cause.get(), chain.context.get()) {
        (Some(cause), _) => Some((cause, "The above exception was the direct cause of the following exception:")),
        (None, Some(context)) if !chain.suppresses_context => {
            Some((context, "During handling of the above exception, another exception occurred:"))
        }
        _ => None,
    }
}

fn own_traceback(exception: &Exception) -> String {
    let mut text = String::new();
    if !exception.traceback.is_empty() {
        text.push_str("Traceback (most recent call last):\n");
    }
    for (frame, line) in exception.traceback.iter().rev() {
        let _ = writeln!(text, "  File \"{}\", line {line}, in {}", frame.file, frame.function);
    }
    let _ = write!(text, "{exception}");
    text
}

/// The same as JSON.
fn json(exception: &Exception) -> String {
    let mut text = String::new();
    write_json(&mut text, exception, 0);
    text
}

/// Writes an exception, and those behind it as far as they are told of.
fn write_json(text: &mut String, exception: &Exception, depth: usize) {
    text.push_str("{\"type\":");
    write_json_string(text, &exception.class);
    text.push_str(",\"message\":");
    write_json_string(text, &exception.message);
    for (position, base) in exception.bases().iter().enumerate() {
        text.push_str(if position == 0 { ",\"bases\":[" } else { "," });
        write_json_string(text, base);
    }
    text.push_str(if exception.bases().is_empty() { ",\"traceback\":[" } else { "],\"traceback\":[" });
    for (position, (frame, line)) in exception.traceback.iter().rev().enumerate() {
        text.push_str(if position == 0 { "{\"file\":" } else { ",{\"file\":" });
        write_json_string(text, frame.file);
        let _ = write!(text, ",\"line\":{line},\"function\":");
        write_json_string(text, frame.function);
        text.push('}');
    }
    text.push(']');
    if let Some(failure) = &exception.validation {
        let _ = write!(text, ",\"validation\":{}", failure.to_json());
    }
    if let Some(chain) = exception.chain.as_ref().filter(|_| depth < SHOWN_CHAIN) {
        for (name, link) in [("cause", &chain.cause), ("context", &chain.context)] {
            if let Some(earlier) = link.get() {
                let _ = write!(text, ",\"{name}\":");
                write_json(text, earlier, depth + 1);
            }
        }
        if chain.suppresses_context {
            text.push_str(",\"suppress_context\":true");
        }
    }
    text.push('}');
}

fn write_json_string(out: &mut String, text: &str) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            control if control < ' ' => {
                let _ = write!(out, "\\u{:04x}", u32::from(control));
            }
            other => out.push(other),
        }
    }
    out.push('"');
}
