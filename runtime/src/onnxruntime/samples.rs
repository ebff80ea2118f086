//! What a model of scikit-learn is given, checked as `sklearn.utils.validation.check_array` does.

use crate::exception::{Fallible, value_error};
use crate::numpy::{Array, Cast, Element};
use crate::object::Object;
use crate::str::Str;

/// The samples as `float64`. `name` is the class that messages name, `refuses_nan` that of the step that does not take
/// NaN; empty where all do.
///
/// # Errors
/// `ValueError` where they are no table of as many columns as there are features, there are none, or one is not finite.
pub fn samples<T: Element + Cast<f64>>(
    array: &Array<T>,
    features: i64,
    name: &Str,
    refuses_nan: &Str,
) -> Fallible<Array<f64>> {
    const RESHAPE: &str = "Reshape your data either using array.reshape(-1, 1) if your data has a single feature or \
                           array.reshape(1, -1) if it contains a single sample.";
    let shape = array.shape();
    let dimensions = match shape.len() {
        0 => Some("scalar array"),
        1 => Some("1D array"),
        _ => None,
    };
    if let Some(dimensions) = dimensions {
        let mut shown = String::new();
        array.str(&mut shown);
        return Err(value_error(format!("Expected 2D array, got {dimensions} instead:\narray={shown}.\n{RESHAPE}")));
    }
    let class = name.as_str();
    if shape.len() > 2 {
        return Err(value_error(format!(
            "Found array with dim {}, while dim <= 2 is required by {class}.",
            shape.len()
        )));
    }
    let samples: Array<f64> = array.cast();
    refuse_infinite(&samples, refuses_nan.as_str())?;
    if shape[0] == 0 {
        return Err(value_error(format!(
            "Found array with 0 sample(s) (shape=({}, {})) while a minimum of 1 is required by {class}.",
            shape[0], shape[1]
        )));
    }
    if shape[1] == 0 {
        return Err(value_error(format!(
            "Found array with 0 feature(s) (shape=({}, 0)) while a minimum of 1 is required by {class}.",
            shape[0]
        )));
    }
    if shape[1] as i64 != features {
        return Err(value_error(format!(
            "X has {} features, but {class} is expecting {features} features as input.",
            shape[1]
        )));
    }
    Ok(samples)
}

fn refuse_infinite(samples: &Array<f64>, refuses_nan: &str) -> Fallible<()> {
    if samples.elements().all(f64::is_finite) {
        return Ok(());
    }
    if samples.elements().any(f64::is_nan) && !refuses_nan.is_empty() {
        return Err(value_error(format!(
            "Input X contains NaN.\n{refuses_nan} does not accept missing values encoded as NaN natively. For supervised \
             learning, you might want to consider sklearn.ensemble.HistGradientBoostingClassifier and Regressor which \
             accept missing values encoded as NaNs natively. Alternatively, it is possible to preprocess the data, for \
             instance by using an imputer transformer in a pipeline or drop samples with missing values. See \
             https://scikit-learn.org/stable/modules/impute.html You can find a list of all estimators that handle NaN \
             values at the following page: https://scikit-learn.org/stable/modules/impute.html#estimators-that-handle-nan-values"
        )));
    }
    if samples.elements().any(f64::is_infinite) {
        return Err(value_error("Input X contains infinity or a value too large for dtype('float64')."));
    }
    Ok(())
}
