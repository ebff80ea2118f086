//! `tuple` of a fixed length: Rust's own tuples, up to twelve elements.

use std::cmp::Ordering;
use std::hash::Hasher;

use crate::copy::Memo;
use crate::exception::Fallible;
use crate::json::Writer;
use crate::object::{Compare, Equal, Key, Object, step};
use crate::sequence::Sequence;

macro_rules! tuples {
    ($( ($($index:tt $a:ident $b:ident),+) )*) => {$(
        impl<$($a: Object),+> Object for ($($a,)+) {
            fn type_name(&self) -> &'static str {
                "tuple"
            }

    fn input(&self) -> crate::pydantic::Input {
        crate::pydantic::Input::Tuple(std::rc::Rc::from([$(self.$index.input()),+]))
    }

    fn dump(&self, dumper: &mut crate::pydantic::Dumper) -> Fallible<()> {
        let length = [$($index),+].len();
                dumper.group(length, |dumper, place| match place {
                    $($index => self.$index.dump(dumper),)+
                    _ => Ok(()),
                })
    }

            fn freeze(&self) {
                $(self.$index.freeze();)+
            }

                    fn deepcopy(&self, memo: &mut Memo) -> Fallible<Self> {
                Ok(($(self.$index.deepcopy(memo)?,)+))
            }

    fn repr(&self, out: &mut String) {
                let length = [$($index),+].len();
                out.push('(');
                $(
                    if $index > 0 {
                        out.push_str(", ");
                    }
                    self.$index.repr(out);
                )+
                out.push_str(if length == 1 { ",)" } else { ")" });
            }

            fn json(&self, writer: &mut Writer) -> Fallible<()> {
                let length = [$($index),+].len();
                writer.group('[', ']', length, |writer, place| match place {
                    $($index => self.$index.json(writer),)+
                    _ => Ok(()),
                })
            }
        }

        impl<$($a: Equal<$b>, $b),+> Equal<($($b,)+)> for ($($a,)+) {
            #[inline]
            fn equal(&self, other: &($($b,)+)) -> bool {
                $(self.$index.equal(&other.$index))&&+
            }
        }

        impl<$($a: Equal<T>,)+ T> Equal<Sequence<T>> for ($($a,)+) {
            fn equal(&self, other: &Sequence<T>) -> bool {
                let items = other.as_slice();
                items.len() == [$($index),+].len() $(&& self.$index.equal(&items[$index]))+
            }
        }

        impl<T: $(Equal<$a> +)+, $($a),+> Equal<($($a,)+)> for Sequence<T> {
            fn equal(&self, other: &($($a,)+)) -> bool {
                let items = self.as_slice();
                items.len() == [$($index),+].len() $(&& items[$index].equal(&other.$index))+
            }
        }

        impl<$($a: Compare<$b>, $b),+> Compare<($($b,)+)> for ($($a,)+) {
            const CALLS_CODE: bool = $($a::CALLS_CODE)||+;

            #[inline]
            fn compare(&self, other: &($($b,)+)) -> Option<Ordering> {
                $(
                    match step(&self.$index, &other.$index) {
                        Some(Ordering::Equal) => {}
                        different => return different,
                    }
                )+
                Some(Ordering::Equal)
            }
        }

        impl<$($a: Key),+> Key for ($($a,)+) {
            fn hash<HASHER: Hasher>(&self, state: &mut HASHER) {
                $(self.$index.hash(state);)+
            }
        }
    )*};
}

tuples! {
    (0 A1 B1)
    (0 A1 B1, 1 A2 B2)
    (0 A1 B1, 1 A2 B2, 2 A3 B3)
    (0 A1 B1, 1 A2 B2, 2 A3 B3, 3 A4 B4)
    (0 A1 B1, 1 A2 B2, 2 A3 B3, 3 A4 B4, 4 A5 B5)
    (0 A1 B1, 1 A2 B2, 2 A3 B3, 3 A4 B4, 4 A5 B5, 5 A6 B6)
    (0 A1 B1, 1 A2 B2, 2 A3 B3, 3 A4 B4, 4 A5 B5, 5 A6 B6, 6 A7 B7)
    (0 A1 B1, 1 A2 B2, 2 A3 B3, 3 A4 B4, 4 A5 B5, 5 A6 B6, 6 A7 B7, 7 A8 B8)
    (0 A1 B1, 1 A2 B2, 2 A3 B3, 3 A4 B4, 4 A5 B5, 5 A6 B6, 6 A7 B7, 7 A8 B8, 8 A9 B9)
    (0 A1 B1, 1 A2 B2, 2 A3 B3, 3 A4 B4, 4 A5 B5, 5 A6 B6, 6 A7 B7, 7 A8 B8, 8 A9 B9, 9 A10 B10)
    (0 A1 B1, 1 A2 B2, 2 A3 B3, 3 A4 B4, 4 A5 B5, 5 A6 B6, 6 A7 B7, 7 A8 B8, 8 A9 B9, 9 A10 B10, 10 A11 B11)
    (0 A1 B1, 1 A2 B2, 2 A3 B3, 3 A4 B4, 4 A5 B5, 5 A6 B6, 6 A7 B7, 7 A8 B8, 8 A9 B9, 9 A10 B10, 10 A11 B11, 11 A12 B12)
}

#[cfg(test)]
mod tests {
    use crate::object::{equal, less, repr_text};

    #[test]
    fn compares_and_shows_element_by_element() {
        assert!(equal(&(1, 2.0), &(1.0, 2)));
        assert!(less(&(1, 2), &(1, 3)));
        assert!(!less(&(1, f64::NAN), &(1, 0.0)));
        assert_eq!(repr_text(&(1,)), "(1,)");
        assert_eq!(repr_text(&(1, true, ())), "(1, True, None)");
    }
}
