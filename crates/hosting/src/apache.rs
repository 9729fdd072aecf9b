//! Apache with the lines for partners, with what Debian's own configuration does to such files (it reads `.br` as a
//! language, `.gz` as a type, and compresses text on the way), and with what sites often have for all that they serve.
//! Knows nothing of what is served.

use std::process::Command;

use anyhow::Result;

use crate::{FRAMES, Place, configuration, write};

pub const PROGRAM: &str = "/usr/sbin/apache2";
const MODULES: [&str; 13] = [
    "mpm_event",
    "authz_core",
    "mime",
    "headers",
    "rewrite",
    "alias",
    "env",
    "dir",
    "filter",
    "deflate",
    "expires",
    "autoindex",
    "include",
];

/// What many sites have for all that they serve,
const OFTEN: &str = "ErrorDocument 403 /404.html\nErrorDocument 404 /404.html\nExpiresActive On\n\
                     ExpiresByType text/css \"access plus 30 days\"\nExpiresByType text/javascript \"access plus 30 days\"\n\
                     ExpiresByType application/json \"access plus 30 days\"\n";
/// and for a folder: one such line of mod_mime is enough for a `Remove…` below to be lost, if it stands outside of a section.
const OFTEN_BELOW: &str = "AddType text/html .shtml\nAddOutputFilter INCLUDES .shtml\nAddEncoding x-gzip .gz\n";

/// How it is started, its configuration written.
pub fn command(place: &Place, alias: bool) -> Result<Command> {
    let file = place.root.join("apache.conf");
    let ours = configuration("apache.htaccess")?;
    if !alias {
        write(&place.site().join("supranet/.htaccess"), &ours)?;
    }
    write(&place.root.join("site/.keep"), "")?;
    write(&file, main(place, alias.then_some(&*ours)))?;
    let mut command = Command::new(PROGRAM);
    command.arg("-d").arg(&place.root).arg("-f").arg(file).arg("-DFOREGROUND");
    Ok(command)
}

fn main(place: &Place, ours: Option<&str>) -> String {
    let modules: String = MODULES
        .iter()
        .map(|name| format!("LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n"))
        .collect();
    let root = place.root.display();
    let policy = if place.policy.is_empty() {
        String::new()
    } else {
        format!("<Location \"/\">\nHeader set Content-Security-Policy \"{}\"\n</Location>\n", place.policy)
    };
    let elsewhere = ours.map_or_else(String::new, |ours| {
        format!("Alias /supranet {root}/elsewhere\n<Directory \"{root}/elsewhere\">\nRequire all granted\n{ours}</Directory>\n")
    });
    // The user is not taken where this is not root.
    format!(
        "{modules}ServerName localhost\nListen 127.0.0.1:{port}\nUser nobody\nGroup nogroup\nPidFile {root}/pid\n\
         DefaultRuntimeDir {root}\nErrorLog {root}/errors\nLogFormat \"%m\\t%U%q\\t%>s\" plain\nCustomLog {root}/requests plain\n\
         TypesConfig /dev/null\nAddType text/html .html\nAddType text/javascript .js\nAddType application/json .json\n\
         AddType text/css .css\nAddType application/x-gzip .gz\nAddLanguage br .br\n\
         AddOutputFilterByType DEFLATE text/html text/css text/javascript application/json application/wasm\n\
         Header always set X-Frame-Options {FRAMES}\nHeader set X-Frame-Options {FRAMES}\n{OFTEN}\
         DocumentRoot {root}/site\n<Directory \"/\">\nAllowOverride None\nRequire all denied\n</Directory>\n\
         <Directory \"{root}/site\">\nOptions Indexes FollowSymLinks MultiViews Includes\n{OFTEN_BELOW}\
         Require all granted\n</Directory>\n\
         <Directory \"{root}/site/supranet\">\nAllowOverride FileInfo Options=MultiViews,Indexes\n</Directory>\n\
         <Directory \"{root}/site/supranet/data\">\nAllowOverride None\n</Directory>\n{policy}{elsewhere}",
        port = place.port,
    )
}
