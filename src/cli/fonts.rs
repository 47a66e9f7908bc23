//! `shanhai fonts`: which face serves which role of a printed page, and where to get a better one.

use super::{Exit, Output};
use crate::disk;
use crate::typeface::{Carried, Chosen, Found, Role, choose};

/// Where a true 仿宋 comes from.
const FANGSONG: &str =
    "There is no open 仿宋 with all characters, so a light 楷 stands in for it. For a true one install
  Windows      FangSong: Settings, optional features, Chinese (Simplified) Supplemental Fonts
  macOS        STFangsong: Font Book offers it
  any system   Zhuque Fangsong (朱雀仿宋), free under the Open Font License: github.com/TrionesType/zhuque
and it is found by its name.";

/// Says it.
pub(super) fn run(out: &mut Output) -> Exit {
    let found = machine_faces();
    out.data(&table(&found));
    if !matches!(choose(Role::FangSong, &[], &found), Some(Chosen::Found(..))) {
        out.say(FANGSONG);
    }
    if !Carried::PRESENT {
        out.say("This shanhai was built without the feature \"faces\": it carries none.");
    }
    Exit::Clean
}

/// The faces of this machine.
pub(super) fn machine_faces() -> Vec<Found> {
    let folders = disk::font_folders(|name| std::env::var_os(name));
    disk::font_files(&folders)
        .iter()
        .flat_map(|path| Found::read(path, |from, length| disk::part(path, from, length)))
        .collect()
}

/// One line for each role: its name, its title, the face, where that is.
fn table(found: &[Found]) -> String {
    let rows: Vec<(String, String, String)> = Role::ALL
        .into_iter()
        .map(|role| {
            // A Chinese character is as wide as two others.
            let wide = role.title().chars().count() * 2;
            let name = format!("{:<14}{}{}", role.as_str(), role.title(), " ".repeat(8 - wide));
            match choose(role, &[], found) {
                Some(Chosen::Found(face, name_of_face)) => {
                    (name, name_of_face.to_owned(), face.path.display().to_string())
                }
                Some(Chosen::Carried(face)) => (name, face.to_string(), "carried by shanhai".to_owned()),
                None => (name, "none".to_owned(), String::new()),
            }
        })
        .collect();
    let widest = rows.iter().map(|(_, face, _)| face.chars().count()).max().unwrap_or(0);
    let mut table = String::new();
    for (name, face, place) in rows {
        let line = format!("{name}{face:<widest$}  {place}");
        table.push_str(line.trim_end());
        table.push('\n');
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_has_a_line() {
        let said = table(&[]);
        assert_eq!(said.lines().count(), Role::ALL.len());
        if Carried::PRESENT {
            assert!(said.lines().all(|line| line.ends_with("carried by shanhai")), "{said}");
            assert!(said.contains("fangsong      仿宋    Shanhai Kai Light"), "{said}");
        }
    }
}
