//! The entry for bundlers, `supranet.bundler.js`: the same script, with each file that it asks for named as bundlers look for
//! it, `new URL("./name", import.meta.url)`. They then put the file beside what they build, under a name of theirs;
//! they answer for its contents, too. What filters the plain HTML is imported by its name.
//! Knows nothing of what the script does; a line that it changes must stand there exactly once.

use anyhow::{Context, Result, ensure};

/// Of a file with fewer bytes Vite makes a `data:` address, which no address can be made of and many a policy blocks.
const TOO_SMALL: usize = 4096;

/// What becomes what. A bundler must leave alone what is imported by an address that is only known in the browser.
const EDITS: [(&str, &str); 10] = [
    (
        "const beside = (address) => new URL(address, import.meta.url).href;\n",
        "const beside = (address) => {\n  const [name, query] = address.split(\"?\");\n  \
         return query ? `${PLACES[name]}?${query}` : PLACES[name];\n};\n",
    ),
    // webpack minifies scripts once more, and then they are not what was pinned.
    ("integrity: `sha256-${FILES[name]}=`", "integrity: \"\""),
    ("`sha256-${hash}`", "\"\""),
    ("await import(url)", "await import(/* @vite-ignore */ /* webpackIgnore: true */ url)"),
    // webpack would fetch a part of its own by an address, which Trusted Types refuse; so it keeps it, and runs it then.
    ("loadModule(\"fragment.js\")", "import(/* webpackMode: \"eager\" */ \"./fragment.js\")"),
    // The glue would look for what writes files beside itself.
    ("glue.take(this, ", "take(this, "),
    ("own.handle && (await start()).take(own, ", "own.handle && take(own, "),
    ("new URL(`${name}?${hash.slice(0, 8)}`, import.meta.url).href", "beside(`${name}?${hash.slice(0, 8)}`)"),
    ("import(script)", "import(/* @vite-ignore */ /* webpackIgnore: true */ script)"),
    ("export async function take(", "async function take("),
];

/// The script, made of what loads the writer of files and of the entry, with the names of the `files` that they ask for
/// by an address, and their lengths. `values` are put in by name, as JavaScript.
///
/// # Errors
/// A line that is to be changed is not there, or is there more than once; or a file is too small to have an address.
pub fn entry<'a>(
    scripts: [&str; 2],
    files: impl Iterator<Item = (&'a str, usize)>,
    values: &[(&str, String)],
) -> Result<String> {
    let mut text = scripts.concat();
    for (before, after) in EDITS {
        let times = text.matches(before).count();
        ensure!(times == 1, "`{before}` stands in the entry {times} times, and not once");
        text = text.replacen(before, after, 1);
    }
    ensure!(!text.contains("import.meta"), "the entry finds a file in a way that no bundler knows");
    let mut head =
        String::from("// The entry as bundlers read it; on a page by itself it is supranet.js.\nconst PLACES = {\n");
    for (name, length) in files {
        ensure!(length >= TOO_SMALL, "{name}, {length} bytes, would be put into the script: import it by its name");
        head += &format!("  {0:?}: new URL(\"./{name}\", import.meta.url).href,\n", name);
    }
    head += "};\n";
    for (name, value) in values {
        text.contains(name).then_some(()).with_context(|| format!("the entry does not use {name}"))?;
        head += &format!("const {name} = {value};\n");
    }
    Ok(head + &text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::Workspace;

    fn scripts() -> Result<[String; 2]> {
        let workspace = Workspace::find()?;
        Ok([workspace.read("pkg/take.js")?, workspace.read("pkg/supranet.js")?])
    }

    #[test]
    fn every_file_is_named_as_bundlers_look_for_it() -> Result<()> {
        let [take, own] = scripts()?;
        let text = entry(
            [&take, &own],
            [("lang/en.json", 5000), ("a.wasm", TOO_SMALL)].into_iter(),
            &[("VERSION", "\"1\"".into())],
        )?;
        assert!(text.contains("  \"lang/en.json\": new URL(\"./lang/en.json\", import.meta.url).href,\n"));
        assert!(text.contains("const VERSION = \"1\";\n"));
        assert_eq!(text.matches("import.meta.url").count(), 2);
        assert_eq!(text.matches("import(/* @vite-ignore */ /* webpackIgnore: true */").count(), 2);
        Ok(())
    }

    #[test]
    fn what_is_small_is_imported_by_its_name() -> Result<()> {
        let [take, own] = scripts()?;
        let entry = |length| entry([&take, &own], [("lang/en.json", length)].into_iter(), &[]);
        assert!(entry(TOO_SMALL)?.contains(" \"./fragment.js\")"));
        assert!(entry(TOO_SMALL - 1).is_err());
        Ok(())
    }

    #[test]
    fn an_entry_that_was_changed_is_refused() -> Result<()> {
        let [take, own] = scripts()?;
        let other = own.replace("await import(url)", "await import(address)");
        assert!(entry([&take, &other], std::iter::empty(), &[]).is_err());
        let twice = format!("{own}\nnew URL(\"other\", import.meta.url);");
        assert!(entry([&take, &twice], std::iter::empty(), &[]).is_err());
        Ok(())
    }
}
