//! The carried faces, as the renderer asks for them.

use crate::typeface::{Carried, Unreadable};
use resvg::usvg::fontdb::{Database, Source};
use std::sync::Arc;

/// Some of the carried faces, unpacked.
#[derive(Debug, Clone)]
pub struct Faces {
    database: Arc<Database>,
}

impl Faces {
    /// The family of words that ask for none, or for one that is not carried.
    pub(super) const FAMILY: &'static str = "Noto Sans SC";

    /// Unpacks what pictures are set in: a sans-serif for charts, a bold serif for titles.
    ///
    /// # Errors
    /// [`Unreadable`] if the program was built without faces.
    pub fn load() -> Result<Self, Unreadable> {
        let mut database = Database::new();
        let unpacked = rayon::join(|| Carried::Sans.truetype(), || Carried::SerifBold.truetype());
        for data in [unpacked.0?, unpacked.1?] {
            database.load_font_source(Source::Binary(data));
        }
        database.set_sans_serif_family(Self::FAMILY);
        database.set_serif_family(Carried::SerifBold.family());
        Ok(Self { database: Arc::new(database) })
    }

    pub(super) fn database(&self) -> &Arc<Database> {
        &self.database
    }
}
