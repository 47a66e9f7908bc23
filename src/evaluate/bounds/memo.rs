//! What was computed once, for whoever asks again: also by several processors at a time.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Values by key, each made when first asked for. Making one twice at the same time does no harm: both are the same.
#[derive(Debug)]
pub(super) struct Memo<K, V>(Mutex<BTreeMap<K, V>>);

impl<K, V> Default for Memo<K, V> {
    fn default() -> Self {
        Self(Mutex::new(BTreeMap::new()))
    }
}

impl<K: Ord, V: Clone> Memo<K, V> {
    /// The value of a key. Nothing is locked while it is made.
    pub fn get(&self, key: K, make: impl FnOnce() -> V) -> V {
        let known = self.lock().get(&key).cloned();
        known.unwrap_or_else(|| {
            let new = make();
            self.lock().insert(key, new.clone());
            new
        })
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<K, V>> {
        // A map is whole after every step, whatever became of who held it.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
