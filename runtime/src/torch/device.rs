//! `torch.device`, of which there is one, and the modes in which no gradients are kept, which they never are.

use crate::exception::{Fallible, runtime_error};
use crate::object::{Equal, Object};
use crate::str::Str;

/// `torch.device("cpu")`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Device;

impl Object for Device {
    fn type_name(&self) -> &'static str {
        "device"
    }

    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        out.push_str("device(type='cpu')");
    }

    fn str(&self, out: &mut String) {
        out.push_str("cpu");
    }
}

impl Equal for Device {
    fn equal(&self, _: &Self) -> bool {
        true
    }
}

/// `torch.device(name)`.
///
/// # Errors
/// `RuntimeError` for any other than the CPU: compiled code runs there.
pub fn new(name: &Str) -> Fallible<Device> {
    match name.as_str() {
        "cpu" => Ok(Device),
        other => Err(runtime_error(format!("compiled code runs on the CPU, not on '{other}'"))),
    }
}

/// `device.type`.
pub fn r#type(_: &Device) -> Str {
    Str::literal("cpu")
}

/// `torch.no_grad()` and `torch.inference_mode()`.
#[derive(Debug, Clone, Copy)]
pub struct GradMode;

impl Object for GradMode {
    fn type_name(&self) -> &'static str {
        "no_grad"
    }

    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        out.push_str("<torch.autograd.grad_mode.no_grad object>");
    }
}

/// `torch.no_grad()`.
pub fn new_mode() -> GradMode {
    GradMode
}

/// `torch.inference_mode(mode)`.
pub fn new_inference_mode(_mode: bool) -> GradMode {
    GradMode
}

/// `mode.__enter__()`.
pub fn enter(_: &GradMode) {}

/// `mode.__exit__(…)`.
pub fn exit(_: &GradMode) {}
