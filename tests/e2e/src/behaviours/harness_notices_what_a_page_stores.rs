//! Storage of each kind is found, and the next page of another trial starts without it.

use anyhow::Result;

use super::stand_in::{self, must_object};
use crate::harness::{Stage, behaviour};

behaviour!(run);

const KINDS: [(&str, &str); 5] = [
    ("cookie", "document.cookie = 'kept=1'"),
    ("localStorage", "localStorage.setItem('kept', '1')"),
    ("sessionStorage", "sessionStorage.setItem('kept', '1')"),
    ("databases", "await new Promise((done, failed) => { const open = indexedDB.open('kept'); open.onsuccess = done; open.onerror = failed; })"),
    ("caches", "await (await caches.open('kept')).put('kept', new Response('1'))"),
];

async fn run(stage: Stage) -> Result<()> {
    let page = stage.open(stand_in::page()).await?;
    page.assert_nothing_stored().await?;
    for (kind, script) in KINDS {
        page.run_async::<()>(script, vec![]).await?;
        must_object(page.assert_nothing_stored().await, kind)?;
    }
    Ok(())
}
