//! Images of OpenCV: arrays of rows, columns and, where there are several, channels. Their number decides how many axes a
//! result has, so it must be known.

use super::{Argument, Computed, DType, Dim, Outcome, Problem, like};
use crate::diagnostics::Code;
use crate::types::{ArrayType, Type};

/// Rows, columns, and the number of channels.
fn image(argument: &Argument) -> Result<(Dim, Dim, u64), Problem> {
    let Type::Array(ArrayType { dims, .. }) = &argument.ty else { return Err(Problem::DoesNotFit) };
    match dims.as_deref() {
        Some([rows, columns]) => Ok((rows.clone(), columns.clone(), 1)),
        Some([rows, columns, Dim::Known(channels @ 1..=4)]) => Ok((rows.clone(), columns.clone(), *channels)),
        Some([_, _, Dim::Known(channels)]) => {
            Err(Problem::new(Code::ShapeMismatch, format!("an image of OpenCV has 1 to 4 channels, not {channels}")))
        }
        None | Some([_, _, _]) => {
            Err(Problem::new(Code::UnknownRank, "how many channels the image has is not known here").help(
                "annotate it, for example `np.ndarray[tuple[int, int, Literal[3]], np.dtype[np.uint8]]`, or without the last \
                 axis where it is grey",
            ))
        }
        Some(dims) => {
            let message = format!("an image of OpenCV has rows, columns and channels, but the array has {} axes", dims.len());
            Err(Problem::new(Code::ShapeMismatch, message))
        }
    }
}

/// OpenCV gives an image of one channel no axis for it.
fn dims(rows: Dim, columns: Dim, channels: u64) -> Outcome {
    let channels = (channels > 1).then_some(Dim::Known(channels));
    Ok(Computed::Dims(Some([rows, columns].into_iter().chain(channels).collect())))
}

/// `SameImage[src]`: an image of the same size.
pub fn same_image(arguments: &[Argument]) -> Outcome {
    let (rows, columns, channels) = image(&arguments[0])?;
    dims(rows, columns, channels)
}

/// `ResizedImage[src, dsize]`: an image of another size: so many columns and rows, or as many as are known at run time. Of
/// the size alone, an image of one channel.
pub fn resized_image(arguments: &[Argument]) -> Outcome {
    let (image, size) = match arguments {
        [size] if !matches!(size.ty, Type::Array(_)) => (None, Some(size)),
        [image] => (Some(image), None),
        [image, size, ..] => (Some(image), Some(size)),
        [] => return Err(Problem::DoesNotFit),
    };
    let channels = image.map_or(Ok(1), |image| self::image(image).map(|(_, _, channels)| channels))?;
    let (columns, rows) = match size.and_then(Argument::parts).as_deref() {
        Some([columns, rows]) => (like::dim(columns.int()), like::dim(rows.int())),
        _ => (Dim::Any, Dim::Any),
    };
    dims(rows, columns, channels)
}

/// `WarpedImage[src, dsize, M]`: an image of another size, moved by a matrix of floats.
pub fn warped_image(arguments: &[Argument]) -> Outcome {
    match &arguments[2].ty {
        Type::Array(ArrayType { dtype: DType::Float32 | DType::Float64, .. }) => resized_image(&arguments[..2]),
        Type::Array(array) => {
            let message = format!("the matrix must be of floats, not of {}", array.dtype);
            Err(Problem::new(Code::ArgumentType, message).help("convert it, for example by `.astype(np.float32)`"))
        }
        _ => Err(Problem::DoesNotFit),
    }
}

/// `ImageDepth[src]`: the dtype of an image, of those that OpenCV has.
pub fn depth(arguments: &[Argument]) -> Outcome {
    match &arguments[0].ty {
        Type::Array(ArrayType { dtype: dtype @ (DType::UInt8 | DType::Float32), .. }) => Ok(Computed::DType(*dtype)),
        Type::Array(array) => {
            let message = format!("images of {} are not compiled", array.dtype);
            Err(Problem::new(Code::ArgumentType, message).help("convert the image to `np.uint8` or `np.float32` first"))
        }
        _ => Err(Problem::DoesNotFit),
    }
}

/// `Recolored[src, code]`: an image of as many channels as the conversion gives.
pub fn recolored(arguments: &[Argument]) -> Outcome {
    let (rows, columns, channels) = image(&arguments[0])?;
    let Some(code) = arguments[1].int() else {
        return Err(Problem::new(Code::ConstantRequired, "the code decides how many channels the result has")
            .help("write it as a constant, for example `cv2.COLOR_BGR2RGB`"));
    };
    let (takes, gives) = match code {
        0 | 2 => (3, 4),
        1 | 3 => (4, 3),
        4 | 36..=41 | 82..=85 => (3, 3),
        5 => (4, 4),
        6 | 7 => (3, 1),
        8 => (1, 3),
        9 => (1, 4),
        10 | 11 => (4, 1),
        _ => {
            return Err(Problem::new(Code::ArgumentType, format!("the conversion of colours {code} is not compiled"))
                .help(
                    "compiled are those between BGR, RGB, both with alpha, and grey; to HSV, to YCrCb and YUV and back",
                ));
        }
    };
    if channels != takes {
        let message = format!("the conversion takes an image of {takes} channels, not {channels}");
        return Err(Problem::new(Code::ShapeMismatch, message));
    }
    dims(rows, columns, gives)
}
