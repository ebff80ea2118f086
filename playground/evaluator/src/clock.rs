//! The clock and the time zone of a page: WebAssembly has none itself.

use hotforge_runtime as rt;
use rt::Fallible;
use rt::datetime::page::{Place, be_at};
use wasm_bindgen::JsValue;
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
    fn new(milliseconds: f64) -> Moment;

    #[wasm_bindgen(method, js_class = "Date", js_name = getTimezoneOffset)]
    fn minutes_behind_utc(this: &Moment) -> f64;

    #[wasm_bindgen(method, js_class = "Date", js_name = getSeconds)]
    fn seconds_on_the_clock(this: &Moment) -> f64;

    #[wasm_bindgen(method, js_class = "Date", js_name = toLocaleTimeString)]
    fn written(this: &Moment, language: &str, options: &JsValue) -> String;

    #[wasm_bindgen(js_namespace = JSON, js_name = parse)]
    fn object(json: &str) -> JsValue;
}

/// Tells the runtime the time and the time zone of the page.
#[wasm_bindgen(start)]
fn tell_the_runtime() {
    be_at(&Page);
}

struct Page;

impl Place for Page {
    fn milliseconds(&self) -> f64 {
        milliseconds_since_1970()
    }

    /// Browsers may tell whole minutes. Clocks that went by the sun were ahead by seconds too: these stand on the clock itself.
    fn ahead_of_utc(&self, seconds: i64) -> i64 {
        let moment = moment(seconds);
        let minutes = (moment.minutes_behind_utc() * -60.0) as i64 / 60 * 60;
        match (moment.seconds_on_the_clock() as i64 - seconds).rem_euclid(60) {
            0 => minutes,
            rest if minutes < 0 => minutes + rest - 60,
            rest => minutes + rest,
        }
    }

    /// A browser has "UTC" and "PST", and for most others "GMT+1".
    fn name_of_zone(&self, seconds: i64) -> String {
        let written = moment(seconds).written("en-US", &object(r#"{"timeZoneName": "short"}"#));
        written.rsplit(' ').next().unwrap_or_default().to_owned()
    }
}

fn moment(seconds: i64) -> Moment {
    Moment::new(seconds as f64 * 1e3)
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
        "time::strftime" => |args| Ok(rt::time::strftime(&args.take::<rt::Str>()?)?.into_cell()),
        _ => return None,
    })
}

fn seconds() -> f64 {
    milliseconds_since_1970() / 1e3
}

fn nanoseconds(milliseconds: f64) -> i64 {
    (milliseconds * 1e6) as i64
}

/// `time.sleep(seconds)`. A worker has nothing that it could wait by, so that it looks at the clock until it is time; who stops
/// the run ends the worker.
fn sleep(args: &mut Args) -> Fallible<Cell> {
    let end = milliseconds_of_the_page() + rt::time::length_of_sleep(args.take()?)? * 1e3;
    while milliseconds_of_the_page() < end {}
    Ok(Cell::None)
}
