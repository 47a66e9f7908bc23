//! Content hashes: SHA-256 in hexadecimal, for the manifest, `ETag`s, and the marks that tell what a file was made of.

use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

/// The hash of bytes that come one after the other.
#[derive(Debug, Default)]
pub struct Digest(Sha256);

impl Digest {
    /// The hash of some bytes.
    pub fn of(bytes: impl AsRef<[u8]>) -> Self {
        Self::default().and(bytes)
    }

    /// With more bytes after those so far.
    #[must_use]
    pub fn and(mut self, bytes: impl AsRef<[u8]>) -> Self {
        self.0.update(bytes);
        self
    }

    /// All of it: 64 digits.
    pub fn hex(self) -> String {
        self.short(32)
    }

    /// The first bytes of it, in two digits each: enough where nobody tries to make two alike.
    pub fn short(self, bytes: usize) -> String {
        let mut out = String::with_capacity(2 * bytes);
        for byte in self.0.finalize().iter().take(bytes) {
            let _ = write!(out, "{byte:02x}");
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_that_of_the_standard_however_its_bytes_come() {
        // FIPS 180-4, the example of one block.
        let known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(Digest::of("abc").hex(), known);
        assert_eq!(Digest::of("a").and("bc").hex(), known);
        assert_eq!(Digest::of("abc").short(4), "ba7816bf");
    }
}
