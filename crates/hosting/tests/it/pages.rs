//! What the pages for operators tell them to do, done as it stands there. It knows nothing of single headers' reasons.

use std::fs;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;
use supranet_hosting::{Host, Kind};

use crate::answers::{DATA, YEAR};
use crate::{dist, root};

/// The commands of docs/hosting.md, as they stand there but for the address.
#[test]
fn a_server_is_checked_by_the_commands_of_the_page() -> Result<()> {
    let page = fs::read_to_string(root()?.join("docs/hosting.md"))?;
    let (_, commands) = page.split_once("```sh\nbase=").context("the page has no commands")?;
    let (commands, _) = commands.split_once("```").context("the commands have no end")?;
    let (_, commands) = commands.split_once('\n').context("there is one line")?;
    let host = Host::start(Kind::Nginx, &dist()?)?;
    let script = format!("base={}\n{commands}", host.url("supranet"));
    let output = Command::new("sh").args(["-euc", &script]).output()?;
    let said = String::from_utf8(output.stdout)?.replace('\r', "");
    ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut rest = said.as_str();
    for wanted in [
        "Content-Type: application/wasm\n",
        "Content-Encoding: br\n",
        &format!("Cache-Control: {YEAR}\n"),
        "\n304\n",
        "Content-Type: application/json\n",
        &format!("Cache-Control: {DATA}\n"),
        "404 Not Found\n",
        "Cache-Control: no-store\n",
    ] {
        rest = rest.split_once(wanted).with_context(|| format!("no {wanted:?}, or not in its place: {said}"))?.1;
    }
    let pins: Value = serde_json::from_str(&fs::read_to_string(dist()?.join("integrity.json"))?)?;
    let pin =
        pins["supranet.js"].as_str().and_then(|pin| pin.strip_prefix("sha384-")).context("the entry has no pin")?;
    ensure!(rest.trim_end().ends_with(pin), "the entry has the hash {rest}, not {pin}");
    Ok(())
}
