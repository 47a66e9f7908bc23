//! The build lock: an advisory file lock, released by the system when its holder dies.

use super::error::{Doing as _, PublishError};
use super::output_dir::OutputDir;
#[cfg(unix)]
use std::fs::TryLockError;

/// Held while a site is written.
#[derive(Debug)]
pub(super) struct Lock {
    #[cfg(unix)]
    _held: std::fs::File,
    #[cfg(unix)]
    file: Option<std::path::PathBuf>,
}

#[cfg(unix)]
impl Lock {
    /// Takes the lock beside the output folder; where nothing may be created there (the folder is a
    /// mount in a read-only system), the output folder itself is locked.
    pub(super) fn take(place: &OutputDir, output: &std::path::Path) -> Result<Self, PublishError> {
        use rustix::fs::{Mode, OFlags};
        let path = place.parent.join(place.beside(".shanhai-lock"));
        loop {
            let flags = OFlags::CREATE | OFlags::RDWR | OFlags::NOFOLLOW | OFlags::CLOEXEC | OFlags::NONBLOCK;
            let file = match rustix::fs::open(&path, flags, Mode::from_raw_mode(0o666)) {
                Ok(file) => std::fs::File::from(file),
                Err(rustix::io::Errno::ACCESS | rustix::io::Errno::ROFS | rustix::io::Errno::PERM)
                    if place.path().is_dir() =>
                {
                    let folder = std::fs::File::open(place.path()).doing("open", &place.path())?;
                    lock(&folder, output)?;
                    return Ok(Self { _held: folder, file: None });
                }
                Err(error) => return Err(error).doing("create", &path),
            };
            lock(&file, output)?;
            // Its last holder may have deleted the file between our opening and locking it: then this
            // lock is one that nobody else can see.
            let ours = super::inventory::identity(&file.metadata().doing("look at", &path)?);
            if ours.is_some() && ours == super::inventory::identity_at(&path) {
                return Ok(Self { _held: file, file: Some(path) });
            }
        }
    }
}

#[cfg(unix)]
fn lock(file: &std::fs::File, output: &std::path::Path) -> Result<(), PublishError> {
    match file.try_lock() {
        Ok(()) => Ok(()),
        Err(TryLockError::WouldBlock) => Err(PublishError::Busy(output.to_owned())),
        // Some network file systems know no locks: then builds must be kept apart by hand.
        Err(TryLockError::Error(error)) if knows_no_locks(&error) => Ok(()),
        Err(TryLockError::Error(error)) => Err(error).doing("lock", output),
    }
}

#[cfg(unix)]
fn knows_no_locks(error: &std::io::Error) -> bool {
    use rustix::io::Errno;
    matches!(Errno::from_io_error(error), Some(Errno::NOLCK | Errno::NOTSUP | Errno::NOSYS))
}

#[cfg(unix)]
impl Drop for Lock {
    fn drop(&mut self) {
        // Deleted while it is still held, so that whoever opened it meanwhile notices (see above).
        if let Some(path) = &self.file {
            let _ = std::fs::remove_file(path);
        }
    }
}

#[cfg(not(unix))]
impl Lock {
    /// Other systems: no lock yet.
    pub fn take(_: &OutputDir, _: &std::path::Path) -> Result<Self, PublishError> {
        Ok(Self {})
    }
}
