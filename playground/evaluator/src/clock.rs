//! The clock of a page: WebAssembly has none itself, so that the runtime cannot ask it.

use hotforge_runtime as rt;
use rt::Fallible;
use rt::datetime::{Timezone, date, datetime};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::cell::Cell;
use crate::convert::IntoCell;
use crate::native::{Args, Native};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Date, js_name = now)]
    fn milliseconds_since_1970() -> f64;

    #[wasm_bindgen(js_namespace = performance, js_name = now)]
    fn milliseconds_of_the_page() -> f64;

    #[wasm_bindgen(js_name = Date)]
    type Moment;

    #[wasm_bindgen(constructor, js_class = "Date")]
    fn new() -> Moment;

    #[wasm_bindgen(method, js_class = "Date", js_name = getTimezoneOffset)]
    fn minutes_behind_utc(this: &Moment) -> f64;
}

/// The operator of a path that asks a clock.
pub fn find(path: &str) -> Option<Native> {
    Some(match path {
        "time::time" => |_| Ok(Cell::Float(seconds())),
        "time::time_ns" => |_| Ok(Cell::Int(nanoseconds(milliseconds_since_1970()))),
        "time::monotonic" | "time::process_time" | "time::thread_time" => {
            |_| Ok(Cell::Float(milliseconds_of_the_page() / 1e3))
        }
        "time::monotonic_ns" | "time::process_time_ns" => |_| Ok(Cell::Int(nanoseconds(milliseconds_of_the_page()))),
        "time::sleep" => sleep,
        "time::strftime" => |args| {
            let (here, format) = (datetime::utcfromtimestamp(local_seconds())?, args.take::<rt::Str>()?);
            Ok(date::strftime(&here, &format)?.into_cell())
        },
        "datetime::datetime::now" => now,
        "datetime::datetime::today" => |_| Ok(datetime::utcfromtimestamp(local_seconds())?.into_cell()),
        "datetime::datetime::utcnow" => |_| Ok(datetime::utcfromtimestamp(seconds())?.into_cell()),
        "datetime::date::today" => |_| {
            let days = (local_seconds() / 86_400.0).floor() as i64;
            Ok(date::fromordinal(ORDINAL_OF_1970 + days)?.into_cell())
        },
        _ => return None,
    })
}

/// `date(1970, 1, 1).toordinal()`.
const ORDINAL_OF_1970: i64 = 719_163;

fn seconds() -> f64 {
    milliseconds_since_1970() / 1e3
}

fn nanoseconds(milliseconds: f64) -> i64 {
    (milliseconds * 1e6) as i64
}

/// What UTC shows when it is as late as it is here now.
fn local_seconds() -> f64 {
    seconds() - Moment::new().minutes_behind_utc() * 60.0
}

/// `time.sleep(seconds)`. A worker has nothing that it could wait by, so that it looks at the clock until it is time; who stops
/// the run ends the worker.
fn sleep(args: &mut Args) -> Fallible<Cell> {
    let end = milliseconds_of_the_page() + rt::time::length_of_sleep(args.take()?)? * 1e3;
    while milliseconds_of_the_page() < end {}
    Ok(Cell::None)
}

/// `datetime.now(zone)`.
fn now(args: &mut Args) -> Fallible<Cell> {
    Ok(match args.take::<Option<Timezone>>()? {
        None => datetime::utcfromtimestamp(local_seconds())?,
        zone => datetime::fromtimestamp(seconds(), &zone)?,
    }
    .into_cell())
}
