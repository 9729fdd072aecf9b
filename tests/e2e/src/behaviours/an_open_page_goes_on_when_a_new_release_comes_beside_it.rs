//! A page that was opened before an upgrade, and only then shows its list: a release in a folder of its own serves it. Where
//! the files were replaced in their place, it keeps its slot and says SN104, and the next visit is served by the new ones.

use std::{fs, path::Path, sync::Arc};

use anyhow::{Context, Result};
use serde_json::json;
use supranet_dev_server::{Scenario, Site};
use supranet_hosting::{Host, Kind, Page as Beside};

use super::widget;
use crate::{
    harness::{Stage, behaviour},
    page::{LISTENER, Page, dist},
};

behaviour!(
    run,
    not in Firefox: "who is given another file than the pinned one says so in all engines: another behaviour",
    not in WebKit: "who is given another file than the pinned one says so in all engines: another behaviour",
);

/// What the new release has changed.
const CHANGE: &[u8] = b"\n// new\n";
const GLUE: &str = "supranet-glue.js";
const ENTRY: &str = "supranet.js";

async fn run(stage: Stage) -> Result<()> {
    let site = stage.site(Scenario::new());
    let pages = [("in-place.html", html("/supranet/")), ("old.html", html("/supranet/1/")), ("new.html", html("/supranet/2/"))];
    let files: Vec<(&str, &str)> =
        pages.iter().map(|(name, html)| (*name, html.as_str())).chain([("host.js", LISTENER)]).collect();
    let host = Host::start_with(Kind::Nginx, &dist()?, &Beside { files: &files, policy: "" }, 1)?;
    let own = host.files();

    let page = open(&stage, &site, &host, "in-place.html").await?;
    upload(&page, &own, &own).await?;
    show(&page).await?;
    widget::assert_failed(&page, "SN104").await.context("replaced in place")?;
    let page = open(&stage, &site, &host, "in-place.html").await?;
    show(&page).await?;
    page.find(widget::CARD).await.context("the next visit")?;

    copy(&dist()?, &own.join("1"))?;
    let page = open(&stage, &site, &host, "old.html").await?;
    upload(&page, &own.join("1"), &own.join("2")).await?;
    show(&page).await?;
    page.find(widget::CARD).await.context("with a folder for each release")?;
    page.assert_no_error().await?;
    let page = open(&stage, &site, &host, "new.html").await?;
    show(&page).await?;
    page.find(widget::CARD).await.context("the new release in its folder")?;
    page.assert_no_error().await
}

/// Opens a page that has the entry, and no list so far.
async fn open(stage: &Stage, site: &Arc<Site>, host: &Host, name: &str) -> Result<Page> {
    let page = stage.visit(site, &host.url(name), true).await?;
    page.wait_until("the element is known", "return !!customElements.get('supra-network')", vec![]).await?;
    Ok(page)
}

async fn show(page: &Page) -> Result<()> {
    let script = "const one = document.createElement('supra-network');
        one.append(Object.assign(document.createElement('p'), {id: 'slotted', textContent: 'International cooperation'}));
        document.querySelector('main').append(one)";
    page.run(script, vec![]).await
}

/// Makes a release of another one, as a build would: the glue is another, and the entry knows its hash.
async fn upload(page: &Page, old: &Path, new: &Path) -> Result<()> {
    if old != new {
        copy(old, new)?;
    }
    let before = fs::read(new.join(GLUE))?;
    let after = [before.as_slice(), CHANGE].concat();
    let hash = async |bytes: &[u8]| -> Result<String> {
        let digest = "const digest = await crypto.subtle.digest('SHA-256', Uint8Array.from(args[0]));
            return btoa(String.fromCharCode(...new Uint8Array(digest))).replace('=', '')";
        page.run_async(digest, vec![json!(bytes)]).await
    };
    let entry = fs::read_to_string(new.join(ENTRY))?.replace(&hash(&before).await?, &hash(&after).await?);
    for (name, bytes) in [(GLUE, after), (ENTRY, entry.into_bytes())] {
        for kind in ["br", "gz"] {
            fs::remove_file(new.join(format!("{name}.{kind}")))?;
        }
        fs::write(new.join(name), bytes)?;
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        // Of folders only the language packs: the releases lie beside them.
        if entry.path().is_file() {
            fs::copy(entry.path(), target)?;
        } else if entry.file_name() == "lang" {
            copy(&entry.path(), &target)?;
        }
    }
    Ok(())
}

fn html(base: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>An institution</title>\n\
         <script src=\"/host.js\"></script>\n<link rel=\"icon\" href=\"data:,\">\n\
         <link rel=\"stylesheet\" href=\"{base}supra-network.css\">\n<script type=\"module\" src=\"{base}supranet.js\"></script>\n\
         </head>\n<body>\n<main>\n<h1>An institution</h1>\n</main>\n</body>\n</html>\n"
    )
}
