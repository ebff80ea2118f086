//! Images of Pillow: the mode of a result, and the array that numpy makes of an image.

use super::{Argument, Computed, Outcome, Problem};
use crate::diagnostics::Code;
use crate::ir::Constant;
use crate::types::array::{ArrayType, DType, Dim};
use crate::types::{ImageMode, Type};

/// `ImageOf[mode]`: an image of the mode, where that is a constant.
pub fn image_of(arguments: &[Argument]) -> Outcome {
    let mode = match &arguments[0].constant {
        Some(Constant::Str(name)) => Some(ImageMode::from_name(name).ok_or_else(|| {
            Problem::new(Code::ArgumentType, format!("images of the mode `{name}` cannot be compiled"))
                .help("the modes are `1`, `L`, `LA`, `P`, `RGB`, `RGBA`, `I` and `F`")
        })?),
        _ => None,
    };
    Ok(Computed::Type(Type::Image(mode)))
}

/// `SameMode[image]`: an image of the same mode.
pub fn same_mode(arguments: &[Argument]) -> Outcome {
    image_mode(&arguments[0]).map(|mode| Computed::Type(Type::Image(mode)))
}

/// `ImageDType[image]`: the dtype of the array that numpy makes of it.
pub fn image_dtype(arguments: &[Argument]) -> Outcome {
    known_mode(&arguments[0]).map(|mode| Computed::DType(mode.dtype()))
}

/// `ImageDims[image]`: rows, columns, and bands where there are several.
pub fn image_dims(arguments: &[Argument]) -> Outcome {
    let mode = known_mode(&arguments[0])?;
    let dims = [Dim::Any, Dim::Any].into_iter().chain((mode.bands() > 1).then(|| Dim::Known(mode.bands())));
    Ok(Computed::Dims(Some(dims.collect())))
}

/// `Bands[image]`: the bands of an image, then its rows and columns.
pub fn bands(arguments: &[Argument]) -> Outcome {
    let mode = known_mode(&arguments[0])?;
    Ok(Computed::Dims(Some([Dim::Known(mode.bands()), Dim::Any, Dim::Any].into())))
}

/// `ChannelsFirst[array]`: rows, columns and channels as channels, rows and columns.
pub fn channels_first(arguments: &[Argument]) -> Outcome {
    let dims = match &known_dims(&arguments[0])?[..] {
        [rows, columns] => [Dim::Known(1), rows.clone(), columns.clone()],
        [rows, columns, channels] => [channels.clone(), rows.clone(), columns.clone()],
        other => return Err(no_image(other.len())),
    };
    Ok(Computed::Dims(Some(dims.into())))
}

/// `ImageOfChannels[tensor]`: the image of channels, rows and columns, or of rows and columns.
pub fn image_of_channels(arguments: &[Argument]) -> Outcome {
    match &known_dims(&arguments[0])?[..] {
        [_, _] => Ok(Computed::Type(Type::Image(Some(ImageMode::Luma)))),
        [channels, _, _] => mode_of(channels),
        other => Err(no_image(other.len())),
    }
}

/// `ImageOfPixels[array]`: the image of rows, columns and channels, or of rows and columns.
pub fn image_of_pixels(arguments: &[Argument]) -> Outcome {
    match &known_dims(&arguments[0])?[..] {
        [_, _] => Ok(Computed::Type(Type::Image(Some(ImageMode::Luma)))),
        [_, _, channels] => mode_of(channels),
        other => Err(no_image(other.len())),
    }
}

/// `ImageOfUnit[pic, image]`: the image, where the numbers are floats.
pub fn image_of_unit(arguments: &[Argument]) -> Outcome {
    match (&arguments[0].ty, &arguments[1].ty) {
        (Type::Array(ArrayType { dtype: DType::Float32 | DType::Float64, .. }), image) => {
            Ok(Computed::Type(image.clone()))
        }
        (Type::Array(array), _) => {
            let message = format!("no image is made of {}", array.dtype);
            Err(Problem::new(Code::ArgumentType, message).help("convert it to bytes first, or to floats from 0 to 1"))
        }
        _ => Err(Problem::DoesNotFit),
    }
}

fn mode_of(channels: &Dim) -> Outcome {
    let mode = match channels {
        Dim::Known(1) => Some(ImageMode::Luma),
        Dim::Known(2) => Some(ImageMode::LumaAlpha),
        Dim::Known(3) => Some(ImageMode::Rgb),
        Dim::Known(4) => Some(ImageMode::Rgba),
        Dim::Known(channels) => {
            let message = format!("pic should not have > 4 channels. Got {channels} channels.");
            return Err(Problem::new(Code::ShapeMismatch, message));
        }
        Dim::Any | Dim::Named(_) => None,
    };
    Ok(Computed::Type(Type::Image(mode)))
}

fn known_dims(argument: &Argument) -> Result<std::sync::Arc<[Dim]>, Problem> {
    let Type::Array(ArrayType { dims, .. }) = &argument.ty else { return Err(Problem::DoesNotFit) };
    dims.clone().ok_or_else(|| Problem::unknown_rank("an image"))
}

fn no_image(rank: usize) -> Problem {
    Problem::new(Code::ShapeMismatch, format!("pic should be 2/3 dimensional. Got {rank} dimensions."))
}

/// `ImageOfArray[obj]`: the image that `fromarray` makes: the dtype and the axes decide its mode.
pub fn image_of_array(arguments: &[Argument]) -> Outcome {
    let Type::Array(ArrayType { dtype, dims }) = &arguments[0].ty else { return Err(Problem::DoesNotFit) };
    let Some(dims) = dims else { return Err(Problem::unknown_rank("an image")) };
    let mode = match (dtype, &dims[..]) {
        (DType::UInt8, [_] | [_, _]) => Some(ImageMode::Luma),
        (DType::UInt8, [_, _, Dim::Known(2)]) => Some(ImageMode::LumaAlpha),
        (DType::UInt8, [_, _, Dim::Known(3)]) => Some(ImageMode::Rgb),
        (DType::UInt8, [_, _, Dim::Known(4)]) => Some(ImageMode::Rgba),
        (DType::UInt8, [_, _, Dim::Any | Dim::Named(_)]) => None,
        (DType::Bool, [_] | [_, _]) => Some(ImageMode::Bilevel),
        (DType::Int32, [_] | [_, _]) => Some(ImageMode::Int),
        (DType::Float32 | DType::Float64, [_] | [_, _]) => Some(ImageMode::Float),
        _ => {
            return Err(Problem::new(Code::ArgumentType, format!("no image is made of `{}`", arguments[0].ty)).help(
                "an image is made of (H, W) or (H, W, 3) of uint8, or (H, W) of bool, int32 or float32: convert it, for \
                 example by `.astype(np.uint8)`",
            ));
        }
    };
    Ok(Computed::Type(Type::Image(mode)))
}

fn image_mode(argument: &Argument) -> Result<Option<ImageMode>, Problem> {
    match &argument.ty {
        Type::Image(mode) => Ok(*mode),
        _ => Err(Problem::DoesNotFit),
    }
}

fn known_mode(argument: &Argument) -> Result<ImageMode, Problem> {
    image_mode(argument)?.ok_or_else(|| {
        Problem::new(Code::UnknownRank, "the mode of the image is not known here, and decides what array it becomes")
            .help("convert the image first, for example by `.convert(\"RGB\")`")
    })
}
