//! What partners' servers answer for the files of `pkg/dist` with the configurations of `www/docs/hosting`: in the real
//! servers where Debian has them, read as far as possible where not. Run by `cargo xtask test --only hosting`.

mod answers;
mod client;
mod fresh;
mod iis;
mod pages;
mod read;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use supranet_hosting::Kind;

/// The same questions to each server.
macro_rules! servers {
    ($($name:ident: $kind:ident,)*) => { $(
        mod $name {
            use super::*;

            #[test]
            fn every_file_comes_as_stated() -> Result<()> {
                answers::every_file_comes_as_stated(Kind::$kind)
            }

            #[test]
            fn the_least_usual_questions_are_answered_well() -> Result<()> {
                answers::the_least_usual_questions_are_answered_well(Kind::$kind)
            }

            #[test]
            fn what_is_not_there_is_not_remembered() -> Result<()> {
                answers::what_is_not_there_is_not_remembered(Kind::$kind)
            }

            #[test]
            fn the_site_around_stays_as_it_is() -> Result<()> {
                answers::the_site_around_stays_as_it_is(Kind::$kind)
            }

            #[test]
            fn a_page_of_the_site_may_include_a_fragment() -> Result<()> {
                if Kind::$kind == Kind::Caddy { Ok(()) } else { answers::a_page_of_the_site_may_include_a_fragment(Kind::$kind) }
            }

            #[test]
            fn fresh_data_is_seen_at_once_and_whole() -> Result<()> {
                fresh::fresh_data_is_seen_at_once_and_whole(Kind::$kind)
            }

            #[test]
            fn data_in_a_folder_of_its_own_is_served_as_data() -> Result<()> {
                answers::data_in_a_folder_of_its_own_is_served_as_data(Kind::$kind)
            }

            #[test]
            fn data_without_compressed_copies_is_asked_about_just_the_same() -> Result<()> {
                fresh::data_without_compressed_copies_is_asked_about_just_the_same(Kind::$kind)
            }
        }
    )* };
}

servers! {
    nginx: Nginx,
    apache: Apache,
    apache_by_alias: ApacheAlias,
    caddy: Caddy,
}

/// Below `/supranet/`, where the recipes put fresh data: a folder in which nothing else is.
const FRESH: &str = "data/dataset.json";

fn root() -> Result<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).map(Path::to_owned).context("not in crates/hosting any more")
}

/// What partners host: `pkg/dist`, or the folder that `SUPRANET_DIST` names.
fn dist() -> Result<PathBuf> {
    let folder = std::env::var_os("SUPRANET_DIST").map_or(root()?.join("pkg/dist"), PathBuf::from);
    ensure!(folder.join("supranet.js").is_file(), "{} is not there: run `cargo xtask pkg` first", folder.display());
    Ok(folder)
}

/// The names of all files below a folder, but for the compressed copies of others.
fn names(folder: &Path) -> Result<Vec<String>> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            all.extend(names(&path)?.into_iter().map(|inside| format!("{name}/{inside}")));
        } else if !name.ends_with(".br") && !name.ends_with(".gz") {
            all.push(name);
        }
    }
    all.sort();
    Ok(all)
}
