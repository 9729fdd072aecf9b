//! From Rust to a WebAssembly module and the glue that wasm-bindgen makes for it.
//! Knows nothing of what the package looks like.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use walrus::ModuleConfig;
use wasm_bindgen_cli_support::{Bindgen, EncodeInto};

use super::{Build, link, names, places, programs, snip};
use crate::run;
use crate::tools::npm::Npm;
use crate::tools::rust::WASM;
use crate::workspace::Workspace;

/// The features that rustc's WebAssembly target has on. Never `--all-features`: browsers refuse such a module.
const FEATURES: [&str; 7] = [
    "bulk-memory",
    "bulk-memory-opt",
    "nontrapping-float-to-int",
    "sign-ext",
    "mutable-globals",
    "reference-types",
    "multivalue",
];

/// Passes of `-O3` that make the module smaller and what is sent larger: inlined and shared code repeats less, and
/// runs of zeros cost brotli nothing. Measured with the widget, bytes of brotli: -Oz 87,350 without the first three,
/// -Os 87,010, without the fourth as well 86,560; before, with the first real widget: -Oz 122,509, without the first
/// three 116,079. What of the other passes helps or hurts by itself moves less than 100. With 2,400 functions, in their
/// last order: -Oz 106,500, -Os 106,105, -O3 105,938.
const NOT_WORTH_IT: [&str; 4] = ["inlining-optimizing", "inlining", "local-cse", "memory-packing"];

/// A module and its glue.
#[derive(Debug)]
pub struct Bound {
    /// The WebAssembly module.
    pub wasm: Vec<u8>,
    /// The JavaScript that loads and calls it.
    pub glue: String,
}

/// Compiles the widget, or another crate with the same linker, and says where the linked module is.
///
/// # Errors
/// It does not compile.
pub fn compile(workspace: &Workspace, package: &str, features: &str, build: Build) -> Result<PathBuf> {
    let profile = build.profile();
    let args = ["build", "--target", WASM, "--package", package, "--features", features, "--profile", profile];
    let mut cargo = run::cargo(&workspace.root, &args);
    link::link_through_us(&mut cargo)?;
    cargo.arg("--config").arg(short_paths(workspace));
    run::run(&mut cargo)?;
    Ok(workspace.target.join(WASM).join(profile).join(format!("{}.wasm", package.replace('-', "_"))))
}

/// Leaves the folders of this machine out of the places that panics name: they are nobody's business, two machines
/// then make the same bytes, and a place costs a quarter.
fn short_paths(workspace: &Workspace) -> String {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo"))).unwrap_or_default();
    let registries = fs::read_dir(home.join("registry/src")).into_iter().flatten().flatten().map(|entry| entry.path());
    let flags = registries
        .chain([workspace.root.clone()])
        .map(|folder| format!("'--remap-path-prefix={}/='", folder.display()));
    format!("target.{WASM}.rustflags=[{}]", flags.collect::<Vec<_>>().join(","))
}

/// Lets wasm-bindgen make the glue. Of what visitors wait for, panics and names are cut short.
///
/// # Errors
/// The module is not what this version of wasm-bindgen expects.
pub fn bind(linked: &Path, name: &str, is_critical: bool) -> Result<Bound> {
    let bytes = fs::read(linked).with_context(|| format!("cannot read {}", linked.display()))?;
    let mut module = ModuleConfig::new()
        // As wasm-bindgen itself reads what LLVM wrote.
        .strict_validate(false)
        // What is taken out is found by name; wasm-opt strips the names.
        .generate_name_section(true)
        .generate_producers_section(false)
        .parse(&bytes)
        .context("the linked module is not WebAssembly")?;
    programs::remove_unreachable(&mut module)?;
    if is_critical {
        snip::snip(&mut module)?;
        snip::not_linked(&module)?;
        places::blank(&mut module)?;
    }
    let mut output = Bindgen::new()
        .input_module(name, module)
        .web(true)?
        .typescript(false)
        // Any browser that reads the module has it.
        .encode_into(EncodeInto::Always)
        .omit_default_module_path(true)
        .demangle(!is_critical)
        .remove_name_section(false)
        .remove_producers_section(true)
        .generate_output()
        .context("wasm-bindgen failed")?;
    ensure!(
        output.snippets().values().all(Vec::is_empty)
            && output.local_modules().is_empty()
            && output.npm_dependencies().is_empty(),
        "a dependency brings JavaScript of its own, and the package would need one more file for it"
    );
    let mut glue = output.js().to_owned();
    if is_critical {
        glue = names::shorten(output.wasm_mut(), &glue)?;
    }
    Ok(Bound { wasm: output.wasm_mut().emit_wasm(), glue })
}

/// Makes the module smaller, with binaryen.
///
/// # Errors
/// wasm-opt refuses the module.
pub fn optimise(npm: &Npm, wasm: &[u8], scratch: &Path) -> Result<Vec<u8>> {
    let (before, after) = (scratch.join("before.wasm"), scratch.join("after.wasm"));
    fs::write(&before, wasm).context("cannot write a scratch file")?;
    let mut command = npm.tool("wasm-opt");
    command.arg(&before).arg("-o").arg(&after).args(["-O3", "--converge"]);
    command.args(NOT_WORTH_IT.map(|pass| format!("--skip-pass={pass}")));
    command.args(["--strip-debug", "--strip-producers"]);
    command.args(FEATURES.map(|feature| format!("--enable-{feature}")));
    run::run_quietly(&mut command)?;
    fs::read(&after).context("wasm-opt wrote nothing")
}
