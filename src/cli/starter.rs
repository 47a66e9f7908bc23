//! The site that `init` writes: small, complete, invented, and commented for those who begin.

macro_rules! files {
    ($($path:literal)*) => {
        &[
            (".gitignore", include_str!("starter/gitignore")),
            $(($path, include_str!(concat!("starter/", $path))),)*
        ]
    };
}

/// Its files by path.
pub(crate) const FILES: &[(&str, &str)] = files! {
    "content/site.yaml"
    "content/partnerships.yaml"
    "content/units.yaml"
    "content/plans/three-year-plan.yaml"
    "content/sources/plan-2022.yaml"
    "content/sources/bulletin-2025.yaml"
    "content/indicators/skills/trainees.yaml"
    "content/indicators/health/clinics.yaml"
    "content/indicators/health/hospital-wing.yaml"
    "content/stories/zhang-village/index.md"
    "content/briefs/first-issue.md"
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Format, print};
    use crate::pipeline;
    use crate::tree::FileTree;

    #[test]
    fn it_has_no_fault_not_even_a_warning() {
        let mut tree = FileTree::new();
        for (path, text) in FILES {
            tree.add(*path, text.as_bytes().to_vec()).expect("listed once");
        }
        let checked = pipeline::check(&tree, None);
        assert_eq!(print(&checked.diagnostics, &tree, Format::Text, false), "");
        assert_eq!(checked.judged.expect("loaded").0.indicators.len(), 3);
    }
}
