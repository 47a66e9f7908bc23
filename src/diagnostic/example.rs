//! An example of each code: what is wrong, and what to write instead.

use super::Code;

/// All of them; the head of the file says how it is written.
const EXAMPLES: &str = include_str!("examples.txt");

/// Content that brings about a fault, as a diff of the file where it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Example {
    /// The file; none if the lines are names of files, each with a word on it behind two spaces.
    pub file: Option<&'static str>,
    /// The lines that are wrong.
    pub wrong: Vec<&'static str>,
    /// The lines to write instead.
    pub right: Vec<&'static str>,
}

impl Code {
    /// An example of the fault.
    pub fn example(self) -> Example {
        let mut example = Example::default();
        let own = EXAMPLES.lines().skip_while(|line| *line != self.as_str()).skip(1);
        for line in own.take_while(|line| !line.is_empty()) {
            match line.split_at_checked(2) {
                Some(("- ", text)) => example.wrong.push(text),
                Some(("+ ", text)) => example.right.push(text),
                _ => example.file = Some(line.trim()),
            }
        }
        example
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_an_example_and_every_example_a_code() {
        for code in Code::ALL {
            let Example { wrong, right, .. } = code.example();
            assert!(!wrong.is_empty() || !right.is_empty(), "{}", code.as_str());
        }
        let heads = EXAMPLES.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
        for head in heads {
            assert!(Code::named(head).is_some(), "{head}");
        }
    }

    #[test]
    fn an_example_is_a_diff_of_its_file() {
        let Example { file, wrong, right } = Code::ScopeCircle.example();
        assert_eq!(file, Some("content/partnerships.yaml"));
        assert_eq!(wrong, ["    kind: partnership", "    part_of: yi"]);
        assert_eq!(right, ["    kind: partnership"]);
    }
}
