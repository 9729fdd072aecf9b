//! What the pages for operators tell them to do, done as it stands there. It knows nothing of single headers' reasons.

use std::fs;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;
use supranet_hosting::{Host, Kind};

use crate::answers::{DATA, YEAR};
use crate::{FRESH, dist, names, root};

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
        "Cross-Origin-Embedder-Policy: require-corp\n",
        "404 Not Found\n",
        "Cache-Control: no-store\n",
    ] {
        rest = rest.split_once(wanted).with_context(|| format!("no {wanted:?}, or not in its place: {said}"))?.1;
    }
    ensure!(!said.contains("X-Frame-Options"), "frames are forbidden: {said}");
    let pins: Value = serde_json::from_str(&fs::read_to_string(dist()?.join("integrity.json"))?)?;
    let pin =
        pins["supranet.js"].as_str().and_then(|pin| pin.strip_prefix("sha384-")).context("the entry has no pin")?;
    ensure!(rest.trim_end().ends_with(pin), "the entry has the hash {rest}, not {pin}");
    Ok(())
}

/// The command that a line of a recipe runs, from its program's name on.
fn command(line: &str) -> Result<&str> {
    Ok(&line[line.find("update-dataset.sh").with_context(|| format!("no recipe in {line:?}"))?..])
}

/// The account of the job may write where the data is, and no file of ours lies there.
#[test]
fn the_unit_may_write_the_data_and_no_code() -> Result<()> {
    let unit = fs::read_to_string(root()?.join("docs/recipes/supranet-data.service"))?;
    let value = |name: &str| {
        let mut all = unit.lines().filter_map(|line| line.strip_prefix(name));
        all.next().filter(|_| all.next().is_none()).with_context(|| format!("not one {name}"))
    };
    let run = value("ExecStart=")?;
    ensure!(run.starts_with("/usr/local/bin/update-dataset.sh "), "{run}: it is installed elsewhere");
    let place = command(run)?.rsplit_once(' ').context("no file")?.1;
    let folder = place.strip_suffix("/dataset.json").context("another name")?;
    ensure!(
        value("ReadWritePaths=")? == folder && value("ProtectSystem=")? == "strict",
        "it may write more than {folder}"
    );
    ensure!(place == format!("/var/www/html/supranet/{FRESH}"), "the servers are asked for other data than {place}");
    let below = FRESH.rsplit_once('/').context("no folder of its own")?.0;
    ensure!(!dist()?.join(below).exists(), "there is code of ours in {below}");
    // The other recipes say the same, and cron finds what they name.
    for page in ["docs/hosting.md", "docs/embedding/questions.md"] {
        let text = fs::read_to_string(root()?.join(page))?;
        let lines: Vec<&str> = text.lines().collect();
        let at = lines.iter().position(|line| line.contains(" * * * ")).with_context(|| format!("{page}: no cron"))?;
        ensure!(command(lines[at])? == command(run)?, "{page} runs another command than the unit: {}", lines[at]);
        ensure!(lines[at - 1] == "PATH=/usr/local/bin:/usr/bin:/bin", "{page}: cron finds no programs");
        let user = format!(" * * * * {} ", value("User=")?);
        ensure!(lines[at].contains(&user), "{page}: not for the account of the unit: {}", lines[at]);
        ensure!(text.contains("/etc/cron.d/"), "{page}: where a line with an account goes is not said");
    }
    Ok(())
}

/// Whoever copies single files knows what each is for.
#[test]
fn the_page_names_every_file_of_the_package() -> Result<()> {
    let page = fs::read_to_string(root()?.join("docs/hosting.md"))?;
    let (_, part) = page.split_once("## Which files").context("the page has no such part")?;
    let (part, _) = part.split_once("\n## ").context("it has no end")?;
    let named: Vec<&str> = part.split('`').skip(1).step_by(2).collect();
    for name in names(&dist()?)? {
        ensure!(named.iter().any(|one| fits(one, &name)), "{name} is not named");
    }
    Ok(())
}

/// `<…>` and `*` stand for anything.
fn fits(named: &str, name: &str) -> bool {
    let Some(open) = named.find(['<', '*']) else { return named == name };
    let close = named.find(['>', '*']).unwrap_or(open);
    let (start, end) = (&named[..open], &named[close + 1..]);
    name.len() >= start.len() + end.len() && name.starts_with(start) && name.ends_with(end)
}
