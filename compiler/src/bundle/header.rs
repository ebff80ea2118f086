//! The header of one bundle: its typed functions, which `hotforge.h` cannot know.

use std::fmt::Write as _;

use crate::codegen::{Plain, TypedFunction};

/// The text of the header for the typed functions of the bundle of that name.
pub fn typed_header(name: &str, functions: &[TypedFunction]) -> String {
    let guard: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_uppercase() } else { '_' }).collect();
    let mut text = format!(
        "/* {name}.h - the predictors of {name} whose parameters are plain, as functions of C's own types. Written by Hotforge.\n\n   \
         Each stores what the predictor returns in `result` and returns true, or returns false where it raised an exception:\n   \
         the reason is then in hotforge_last_error(). C has no defaults: every argument is given. */\n\n\
         #ifndef HOTFORGE_PREDICTORS_{guard}_H\n#define HOTFORGE_PREDICTORS_{guard}_H\n\n#include \"hotforge.h\"\n\n\
         #ifdef __cplusplus\nextern \"C\" {{\n#endif\n"
    );
    for function in functions {
        declare(&mut text, function);
    }
    text.push_str("\n#ifdef __cplusplus\n}\n#endif\n\n#endif\n");
    text
}

fn declare(text: &mut String, function: &TypedFunction) {
    if let Some(doc) = &function.doc {
        let lines: Vec<String> = doc.lines().map(|line| line.trim().replace("*/", "* /")).collect();
        let _ = write!(text, "\n/* {} */", lines.join("\n   ").trim_end());
    }
    let parameters: String =
        function.parameters.iter().map(|(name, plain)| format!("{} {name}, ", c_type(*plain))).collect();
    let result = function.returns.map_or("hotforge_value *", c_type);
    let _ = writeln!(text, "\nbool {}({parameters}{result} *result);", function.symbol);
}

fn c_type(plain: Plain) -> &'static str {
    match plain {
        Plain::Bool => "bool",
        Plain::Int => "int64_t",
        Plain::Float => "double",
        Plain::Str => "hotforge_text",
    }
}
