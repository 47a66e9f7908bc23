//! The face that serves a role.

use super::{Carried, Found, Role};

/// A face that serves a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chosen<'f> {
    /// A face of this machine, and the name it was looked for by.
    Found(&'f Found, &'f str),
    /// A face that the program carries.
    Carried(Carried),
}

/// The first face found of those that are asked for by `names` and those that the role wants, or the one carried
/// for it; none if there is neither, in a program without faces. Of two files of one name, the first in order of
/// path is taken.
pub fn choose<'f>(role: Role, names: &'f [String], found: &'f [Found]) -> Option<Chosen<'f>> {
    let names = names.iter().map(String::as_str).chain(role.wanted().iter().copied());
    let of_machine = names.into_iter().find_map(|name| {
        let face = found.iter().filter(|face| face.is(name)).min_by_key(|face| (&face.path, face.index))?;
        Some(Chosen::Found(face, name))
    });
    of_machine.or(Carried::PRESENT.then(|| Chosen::Carried(role.carried())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_faces_of_the_machine_every_role_has_a_carried_one() {
        for role in Role::ALL {
            assert_eq!(choose(role, &[], &[]).is_some(), Carried::PRESENT, "{}", role.title());
        }
    }
}
