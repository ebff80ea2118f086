//! What the user configures.

use hotforge_analyzer::ide::HintSwitches;
use serde::Deserialize;

/// The settings below `hotforge`.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Configuration {
    /// Which inlay hints are wanted.
    pub inlay_hints: InlayHints,
    /// The Python interpreter that runs modules.
    pub python: Option<String>,
    /// The ONNX Runtime library.
    pub onnxruntime: Option<String>,
    /// The folder for bundles; `build` beside the file where it is not set.
    pub output: Option<String>,
    /// Whether the client has commands of its own for the code lenses: Run asks for arguments there.
    pub client_commands: bool,
}

/// A switch for each kind of hint.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct InlayHints {
    /// All of them.
    pub enabled: bool,
    /// Types of variables.
    pub variables: bool,
    /// Types of loop targets.
    pub loop_targets: bool,
    /// Types of lambda parameters.
    pub lambda_parameters: bool,
    /// Types of parameters that declare none.
    pub parameters: bool,
    /// Types of results.
    pub return_types: bool,
    /// Shapes of arrays.
    pub shapes: bool,
}

impl Default for InlayHints {
    fn default() -> Self {
        Self {
            enabled: true,
            variables: true,
            loop_targets: true,
            lambda_parameters: true,
            parameters: true,
            return_types: true,
            shapes: true,
        }
    }
}

impl InlayHints {
    /// The switches as the analyzer has them.
    pub fn switches(&self) -> HintSwitches {
        let on = |switch: bool| self.enabled && switch;
        HintSwitches {
            variables: on(self.variables),
            loop_targets: on(self.loop_targets),
            lambda_parameters: on(self.lambda_parameters),
            parameters: on(self.parameters),
            return_types: on(self.return_types),
            shapes: on(self.shapes),
        }
    }
}

impl Configuration {
    /// Reads settings as clients send them: below `hotforge`, or bare. What is not understood counts as not set.
    pub fn read(settings: &serde_json::Value) -> Self {
        let own = settings.get("hotforge").unwrap_or(settings);
        serde_json::from_value(own.clone()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn settings_below_hotforge_or_bare() {
        let settings = json!({ "hotforge": { "inlayHints": { "variables": false } } });
        let read = Configuration::read(&settings);
        assert!(!read.inlay_hints.variables && read.inlay_hints.shapes);
        assert_eq!(Configuration::read(&settings["hotforge"]), read);
        assert_eq!(Configuration::read(&json!(null)), Configuration::default());
        assert!(!Configuration::read(&json!({ "inlayHints": { "enabled": false } })).inlay_hints.switches().shapes);
    }
}
