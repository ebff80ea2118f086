//! Objects of the standard library as arguments and results: by the fields that a library has of them at its boundary.

use hotforge_runtime as rt;
use rt::datetime::{Date, Datetime, Time, Timedelta, date, datetime, time, timedelta};
use rt::{Bytearray, Bytes, Fallible, Str};
use serde_json::{Value as Json, json};

use crate::cell::Cell;
use crate::convert::IntoCell;
use crate::opaque::held;
use crate::value::{bytes, encoded};

/// The object of a class that JSON stands for: its fields, or of a moment the text alone. `None` where objects of the class
/// are no arguments.
pub fn read(class: &str, json: &Json) -> Option<Result<Cell, String>> {
    fn made<T: IntoCell>(made: Fallible<T>) -> Result<Cell, String> {
        made.map(IntoCell::into_cell).map_err(|raised| raised.message)
    }
    let fields = json.get("fields").unwrap_or(json);
    let iso = || fields.get("iso").unwrap_or(json).as_str().map(|text| Str::from(text.to_owned()));
    let moment = |read: &dyn Fn(&Str) -> Result<Cell, String>| match iso() {
        Some(text) => read(&text),
        None => Err(format!("{json} is no {class}")),
    };
    Some(match class {
        "datetime.date" => moment(&|text| made(date::fromisoformat(text))),
        "datetime.datetime" => moment(&|text| made(datetime::fromisoformat(text))),
        "datetime.time" => moment(&|text| made(time::fromisoformat(text))),
        "datetime.timedelta" => match ["days", "seconds", "microseconds"].map(|name| fields[name].as_i64()) {
            [Some(days), Some(seconds), Some(microseconds)] => {
                made(timedelta::new(days, seconds, microseconds, 0, 0, 0, 0))
            }
            _ => Err(format!("{json} is no {class}")),
        },
        "builtins.bytearray" => match json.get("fields").and_then(|fields| bytes(&fields["bytes"]["bytes"])) {
            Some(bytes) => Ok(Bytearray::from(bytes).into_cell()),
            None => Err(format!("{json} is no {class}")),
        },
        _ => return None,
    })
}

/// The class of an object and its fields as JSON, where it is one that leaves a library.
pub fn write(cell: &Cell) -> Fallible<Option<(&'static str, Json)>> {
    let iso = |text: Str| json!({ "iso": text.as_str() });
    Ok(if let Some(day) = held::<Date>(cell) {
        Some(("date", iso(date::isoformat(day))))
    } else if let Some(moment) = held::<Datetime>(cell) {
        Some(("datetime", iso(datetime::isoformat(moment, &Str::literal("T"), &Str::literal("auto"))?)))
    } else if let Some(moment) = held::<Time>(cell) {
        Some(("time", iso(time::isoformat(moment, &Str::literal("auto"))?)))
    } else if let Some(span) = held::<Timedelta>(cell) {
        let (days, seconds) = (timedelta::days(span), timedelta::seconds(span));
        Some(("timedelta", json!({ "days": days, "seconds": seconds, "microseconds": timedelta::microseconds(span) })))
    } else {
        held::<Bytearray>(cell).map(|array| {
            let bytes: Bytes = array.snapshot();
            ("bytearray", json!({ "bytes": { "bytes": encoded(bytes.as_slice()) } }))
        })
    })
}
