//! Tuples of the standard library whose members have names: `ParseResult`, `Match`, `IsoCalendarDate`.

/// Defines a named tuple, and beside it the module of its attributes, which the catalog's properties bind to. Its
/// `tuple` gives the members as an ordinary tuple: for unpacking, indexing and iteration.
macro_rules! named_tuple {
    (@shown $class:ident) => { stringify!($class) };
    (@shown $class:ident $shown:literal) => { $shown };
    (
        $(#[$doc:meta])*
        pub struct $class:ident in $module:ident $(as $shown:literal)? {
            $($(#[$field_doc:meta])* $field:ident: $ty:ty),+ $(,)?
        }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone)]
        pub struct $class {
            $($(#[$field_doc])* pub $field: $ty),+
        }

        #[doc = concat!("Attributes of `", stringify!($class), "`.")]
        pub mod $module {
            #[allow(unused_imports, reason = "not every named tuple has members of types of ours")]
            use super::*;

            $(
                $(#[$field_doc])*
                #[must_use]
                pub fn $field(of: &super::$class) -> $ty {
                    of.$field.clone()
                }
            )+

            /// The members as an ordinary tuple.
            #[must_use]
            pub fn tuple(of: &super::$class) -> ($($ty,)+) {
                ($(of.$field.clone(),)+)
            }
        }

        impl $crate::object::Object for $class {
            fn type_name(&self) -> &'static str {
                stringify!($class)
            }

            fn freeze(&self) {
                $($crate::object::Object::freeze(&self.$field);)+
            }

            fn deepcopy(&self, memo: &mut $crate::copy::Memo) -> $crate::exception::Fallible<Self> {
                Ok(Self { $($field: $crate::object::Object::deepcopy(&self.$field, memo)?),+ })
            }

            fn repr(&self, out: &mut String) {
                out.push_str($crate::named_tuple::named_tuple!(@shown $class $($shown)?));
                out.push('(');
                let mut first = true;
                $(
                    if !std::mem::take(&mut first) {
                        out.push_str(", ");
                    }
                    out.push_str(concat!(stringify!($field), "="));
                    $crate::object::Object::repr(&self.$field, out);
                )+
                out.push(')');
            }

            fn json(&self, writer: &mut $crate::json::Writer) -> $crate::exception::Fallible<()> {
                $crate::object::Object::json(&$module::tuple(self), writer)
            }
        }

        impl $crate::object::Equal for $class {
            fn equal(&self, other: &Self) -> bool {
                $($crate::object::Equal::equal(&self.$field, &other.$field))&&+
            }
        }

        impl $crate::object::Compare for $class {
            fn compare(&self, other: &Self) -> Option<std::cmp::Ordering> {
                $crate::object::Compare::compare(&$module::tuple(self), &$module::tuple(other))
            }
        }

        impl $crate::object::Key for $class {
            fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
                $crate::object::Key::hash(&$module::tuple(self), state);
            }
        }
    };
}

pub(crate) use named_tuple;
