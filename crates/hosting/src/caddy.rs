//! Caddy with the lines for partners inside one site among others that sites have, and without its own administration and
//! certificates.
//! Knows nothing of what is served.

use std::process::Command;

use anyhow::Result;

use crate::{FRAMES, Place, configuration, write};

pub const PROGRAM: &str = "/usr/bin/caddy";

/// How it is started, its configuration written.
pub fn command(place: &Place) -> Result<Command> {
    let file = place.root.join("Caddyfile");
    let root = place.root.display();
    let ours = configuration("Caddyfile")?;
    let text = format!(
        "{{\n\tadmin off\n\tauto_https off\n\tstorage file_system {root}/storage\n}}\n\
         http://127.0.0.1:{} {{\n\troot * {root}/site\n\theader X-Frame-Options {FRAMES}\n\tfile_server\n{ours}\n\
         \thandle_errors {{\n\t\trewrite * /404.html\n\t\tfile_server\n\t}}\n}}\n",
        place.port
    );
    write(&file, text)?;
    let mut command = Command::new(PROGRAM);
    command.args(["run", "--adapter", "caddyfile", "--config"]).arg(file);
    // It keeps a copy of what it read, wherever these say.
    command.env("HOME", &place.root).env("XDG_CONFIG_HOME", &place.root).env("XDG_DATA_HOME", &place.root);
    Ok(command)
}
