//! What each step of `cargo xtask test` runs.
//! Knows nothing of tools being installed, nor of the final count.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use super::Step;
use super::count::Count;
use crate::pkg::files::Size;
use crate::pkg::{self, Build};
use crate::size::Budget;
use crate::tools::{npm::Npm, rust::WASM};
use crate::workspace::Workspace;
use crate::{consumers, run, tidy};

/// Native crates with unit tests; `supranet` is the widget, of which the parts without a browser are tested natively.
const UNIT: [&[&str]; 2] = [
    &[
        "test",
        "--package",
        "supranet-core",
        "--package",
        "supranet-cli",
        "--package",
        "supranet-dev-server",
        "--package",
        "supranet-gen",
        "--package",
        "xtask",
    ],
    &["test", "--package", "supranet", "--lib"],
];

/// Everything natively, and the widget as it is shipped and as other Leptos apps use it.
const LINT: [&[&str]; 3] = [
    &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"],
    &["clippy", "--package", "supranet", "--target", WASM, "--", "-D", "warnings"],
    &[
        "clippy",
        "--package",
        "supranet",
        "--target",
        WASM,
        "--features",
        "element",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ],
];

/// What the steps share.
#[derive(Debug)]
pub struct Steps<'a> {
    /// The workspace.
    pub workspace: &'a Workspace,
    /// Browsers for the end-to-end checks.
    pub browsers: &'a str,
    /// The package, once a step has built it.
    pub package: Option<BTreeMap<String, Size>>,
    /// How building the consumers went, once a step has.
    pub consumers: Option<Count>,
}

impl Steps<'_> {
    /// Builds the package, once.
    fn package(&mut self) -> Result<&BTreeMap<String, Size>> {
        let sizes = match self.package.take() {
            Some(sizes) => sizes,
            None => pkg::build(self.workspace, Build::Release)?,
        };
        Ok(self.package.insert(sizes))
    }

    /// Builds the consumers, once: the end-to-end checks open them.
    fn consumers(&mut self) -> Result<Count> {
        if let Some(count) = self.consumers {
            return Ok(count);
        }
        self.package()?;
        let (workspace, npm) = (self.workspace, Npm::ensure(self.workspace)?);
        let mut count = Count::default();
        for (what, result) in [
            ("npm, Vite and webpack", consumers::bundle(workspace, &npm)),
            ("TypeScript", consumers::check_types(workspace, &npm)),
            ("a server", consumers::import_on_server(workspace)),
            ("a Leptos app", consumers::build_app(workspace)),
        ] {
            match &result {
                Ok(()) => println!("ok: {what}"),
                Err(error) => println!("FAILED: {what}: {error:#}"),
            }
            count += Count::one(result.is_ok());
        }
        self.consumers = Some(count);
        Ok(count)
    }
}

/// Runs one step. An error is a failure of that step, said where it happens.
pub fn run(steps: &mut Steps<'_>, step: Step) -> Count {
    let workspace = steps.workspace;
    let result = match step {
        Step::Fmt => Ok(checks(workspace, &[&["fmt", "--all", "--check"]])),
        Step::Lint => Ok(checks(workspace, &LINT)),
        Step::Unit => UNIT.iter().map(|arguments| tests(&mut run::cargo(&workspace.root, arguments))).sum(),
        Step::Data => data(workspace),
        Step::Docs => docs(workspace),
        Step::Web => web(workspace),
        Step::Size => size(steps),
        Step::Hosting => hosting(steps),
        Step::Consumers => steps.consumers(),
        Step::E2e => e2e(steps),
    };
    result.unwrap_or_else(|error| {
        println!("error: {error:#}");
        Count::one(false)
    })
}

fn checks(workspace: &Workspace, all: &[&[&str]]) -> Count {
    all.iter().map(|arguments| check(&mut run::cargo(&workspace.root, arguments))).sum()
}

fn check(command: &mut Command) -> Count {
    let result = run::run(command);
    if let Err(error) = &result {
        println!("error: {error:#}");
    }
    Count::one(result.is_ok())
}

/// Runs tests, shows what they print and counts it.
fn tests(command: &mut Command) -> Result<Count> {
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().context("cannot start the tests")?;
    let mut output = String::new();
    for line in BufReader::new(child.stdout.take().context("the tests print nothing")?).lines() {
        let line = line.context("the tests print something that is not UTF-8")?;
        println!("{line}");
        output.push_str(&line);
        output.push('\n');
    }
    Ok(Count::of_run(&output, child.wait()?.success()))
}

/// The checker says nothing about the dataset, not even a warning, and says so with its exit code too.
fn data(workspace: &Workspace) -> Result<Count> {
    const DATASET: &str = "data/supranet.json";
    let dataset: serde_json::Value = serde_json::from_str(&workspace.read(DATASET)?).context(DATASET)?;
    // Dates are compared with that of the file, so that no test fails because time goes by.
    let today = dataset["updated"].as_str().with_context(|| format!("{DATASET} does not say when it was updated"))?;
    let command = ["run", "--quiet", "--package", "supranet-cli", "--"];
    let check = ["check", "--deny", "warnings", "--today", today, DATASET];
    let said = run::output(&mut run::cargo(&workspace.root, &[command.as_slice(), &check].concat()))?;
    print!("{said}");
    Ok(Count::one(said.trim().is_empty()))
}

/// The documentation, and the types that an example for page authors relies on.
fn docs(workspace: &Workspace) -> Result<Count> {
    let mut command = run::cargo(&workspace.root, &["doc", "--workspace", "--no-deps", "--quiet"]);
    let mut count = check(command.env("RUSTDOCFLAGS", "-D warnings"));
    let mut types = Npm::ensure(workspace)?.tool("tsc");
    count += check(types.current_dir(&workspace.root).args(["--project", "tests/types"]));
    Ok(count)
}

fn web(workspace: &Workspace) -> Result<Count> {
    let arguments = ["test", "--package", "supranet", "--target", WASM, "--features", "element", "--test", "web"];
    let mut command = run::cargo(&workspace.root, &arguments);
    command
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", workspace.tools.join("bin/wasm-bindgen-test-runner"))
        .env("CHROMEDRIVER", "/usr/bin/chromedriver")
        .env("WASM_BINDGEN_TEST_ONLY_WEB", "1")
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
        .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60")
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", workspace.path("crates/xtask/webdriver.json"));
    tests(&mut command)
}

fn size(steps: &mut Steps<'_>) -> Result<Count> {
    let workspace = steps.workspace;
    let sizes = steps.package()?;
    let mut count = Count::default();
    for (met, gate) in Budget::read(workspace)?.gates(sizes) {
        println!("{} {gate}", if met { "ok:" } else { "FAILED:" });
        count += Count::one(met);
    }
    for offence in tidy::built(&workspace.dist())? {
        println!("FAILED: {offence}");
        count += Count::one(false);
    }
    Ok(count)
}

fn hosting(steps: &mut Steps<'_>) -> Result<Count> {
    steps.package()?;
    tests(&mut run::cargo(&steps.workspace.root, &["test", "--quiet", "--package", "supranet-hosting"]))
}

fn e2e(steps: &mut Steps<'_>) -> Result<Count> {
    // What fails is counted by a step of its own, and by the behaviours that open it.
    steps.consumers()?;
    let arguments = ["run", "--quiet", "--package", "supranet-e2e", "--", "--browser", steps.browsers];
    tests(&mut run::cargo(&steps.workspace.root, &arguments))
}
