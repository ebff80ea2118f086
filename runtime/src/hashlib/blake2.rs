//! BLAKE2, with the parameters of CPython's that concern one message (Modules/_blake2).

use super::Hash;
use super::algorithm::Algorithm;
use crate::bytes::{Buffer, Bytes};
use crate::exception::{Fallible, value_error};

/// What is given beside the data.
struct Given<'a> {
    digest_size: i64,
    key: &'a Bytes,
    salt: &'a Bytes,
    person: &'a Bytes,
}

/// The longest that a digest and a key, and that a salt and a personalization may be.
struct Limits {
    digest: usize,
    salt: usize,
}

impl Given<'_> {
    fn check(&self, limits: &Limits) -> Fallible<usize> {
        let digest = usize::try_from(self.digest_size).ok().filter(|size| (1..=limits.digest).contains(size));
        let digest =
            digest.ok_or_else(|| value_error(format!("digest_size must be between 1 and {} bytes", limits.digest)))?;
        let check = |what: &str, given: &Bytes, most: usize| {
            if given.as_slice().len() > most {
                return Err(value_error(format!("maximum {what} length is {most} bytes")));
            }
            Ok(())
        };
        check("salt", self.salt, limits.salt)?;
        check("person", self.person, limits.salt)?;
        check("key", self.key, limits.digest)?;
        Ok(digest)
    }
}

/// The two sorts of BLAKE2, which differ in the crate and in sizes.
macro_rules! sort {
    ($function:ident, $plain:ident, $state:ident, $library:ident, $name:literal, $limits:expr) => {
        #[derive(Clone)]
        struct $state {
            state: $library::State,
            params: $library::Params,
            digest_size: usize,
        }

        #[doc = concat!("`", $name, "(data, digest_size=…, key=…, salt=…, person=…)`.")]
        ///
        /// # Errors
        /// `ValueError` for what is too long.
        pub fn $function(
            data: &impl Buffer,
            digest_size: i64,
            key: &Bytes,
            salt: &Bytes,
            person: &Bytes,
            _usedforsecurity: bool,
        ) -> Fallible<Hash> {
            let digest_size = Given { digest_size, key, salt, person }.check(&$limits)?;
            let mut params = $library::Params::new();
            params.hash_length(digest_size).key(key.as_slice()).salt(salt.as_slice()).personal(person.as_slice());
            let algorithm = Box::new($state { state: params.to_state(), params, digest_size });
            Ok(data.read(|data| Hash::of(algorithm, data)))
        }

        /// Without any parameters.
        pub(super) fn $plain() -> Box<dyn Algorithm> {
            let params = $library::Params::new();
            Box::new($state { state: params.to_state(), params, digest_size: $library::OUTBYTES })
        }

        impl Algorithm for $state {
            fn update(&mut self, data: &[u8]) {
                self.state.update(data);
            }

            fn finish(self: Box<Self>) -> Vec<u8> {
                self.state.finalize().as_bytes().to_vec()
            }

            fn fork(&self) -> Box<dyn Algorithm> {
                Box::new(self.clone())
            }

            fn anew(&self) -> Box<dyn Algorithm> {
                Box::new(Self { state: self.params.to_state(), ..self.clone() })
            }

            fn name(&self) -> &'static str {
                $name
            }

            fn digest_size(&self) -> usize {
                self.digest_size
            }

            fn block_size(&self) -> usize {
                $library::BLOCKBYTES
            }
        }
    };
}

sort!(blake2b, plain_b, Blake2b, blake2b_simd, "blake2b", Limits { digest: 64, salt: 16 });
sort!(blake2s, plain_s, Blake2s, blake2s_simd, "blake2s", Limits { digest: 32, salt: 8 });
