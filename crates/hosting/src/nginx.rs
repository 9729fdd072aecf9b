//! nginx with the lines for partners inside one `server` among others that sites have, and with nothing of Debian's own
//! configuration.
//! Knows nothing of what is served.

use std::fmt::Write as _;
use std::process::Command;

use anyhow::Result;

use crate::{FRAMES, Place, configuration, write};

pub const PROGRAM: &str = "/usr/sbin/nginx";
const BROTLI: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
/// What many sites have for all that they serve. A `location` that goes by a pattern wins over one that goes by a path.
const OFTEN: &str = "ssi on;\nerror_page 403 404 /404.html;\nlocation ~* \\.(css|js|json|wasm)$ { expires 30d; }\n";

/// How it is started, its configuration written.
pub fn command(place: &Place, workers: usize) -> Result<Command> {
    let file = place.root.join("nginx.conf");
    write(&file, main(place, workers, &configuration("nginx.conf")?))?;
    let mut command = Command::new(PROGRAM);
    command.arg("-p").arg(&place.root).arg("-c").arg(file).arg("-e").arg(place.root.join("errors"));
    Ok(command)
}

fn main(place: &Place, workers: usize, ours: &str) -> String {
    let mut text = format!("load_module {BROTLI};\ndaemon off;\n");
    // One process serves as it was started; several are wanted to be fast, and are given up to another user by default.
    text += &if workers > 1 {
        format!("user root root;\nworker_processes {workers};\n")
    } else {
        "master_process off;\n".to_owned()
    };
    let folder = |name: &str| place.root.join(name).display().to_string();
    // What nginx would otherwise keep in folders of the system.
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .iter()
        .fold(String::new(), |text, kind| format!("{text}{kind}_temp_path {};\n", folder("temporary")));
    let policy = if place.policy.is_empty() {
        String::new()
    } else {
        format!("add_header Content-Security-Policy \"{}\";\n", place.policy)
    };
    let policy = format!("add_header X-Frame-Options {FRAMES} always;\n{policy}");
    let log = if workers > 1 { "off".to_owned() } else { format!("{} plain", folder("requests")) };
    // Writing to a string cannot fail.
    let _ = write!(
        text,
        "pid {};\nerror_log {} warn;\nevents {{ worker_connections 1024; }}\nhttp {{\n{temporary}\
         log_format plain \"$request_method\\t$request_uri\\t$status\";\naccess_log {log};\n\
         sendfile on;\ntcp_nopush on;\ntypes {{ text/html html shtml; text/javascript js; }}\n\
         server {{\nlisten 127.0.0.1:{};\nserver_name localhost;\nroot {};\n{policy}{OFTEN}{ours}\n}}\n}}\n",
        folder("pid"),
        folder("errors"),
        place.port,
        folder("site"),
    );
    text
}
