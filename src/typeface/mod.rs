//! Fonts: the ones the program embeds, and better ones of this machine; which font serves which role (fallback).
//!
//! ```text
//! role      小标宋, 宋, 仿宋, 楷, 黑: names to look for, and the face carried for it
//! carried   five faces in the program, unpacked when first used
//! found     the faces in a folder of this machine, by the names written in them
//! coverage  the characters that every carried face has, known without unpacking one
//! choice    role + found → the face that serves it
//! ```
//!
//! Pictures are drawn with the carried faces alone, so that they are the same on every machine. Faces of
//! the machine serve only where a person prints with them.

mod carried;
mod choice;
#[cfg(feature = "faces")]
mod coverage;
mod found;
mod role;

pub use carried::{Carried, Unreadable};
pub use choice::{Chosen, choose};
#[cfg(feature = "faces")]
pub use coverage::covers;
pub use found::Found;
pub use role::Role;
