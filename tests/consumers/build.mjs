// Builds the consumers as their authors would, with no configuration for the package: `node build.mjs TOOLS PLACE`. TOOLS is
// the folder with vite and webpack, PLACE has a folder for each consumer, with the package in its `node_modules`. What is
// built is put into PLACE/built. Run by `cargo xtask test --only consumers`; a behaviour of tests/e2e opens it.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [tools, place] = process.argv.slice(2);
const tool = createRequire(join(tools, "package.json"));
const vite = await import(pathToFileURL(tool.resolve("vite")));
const webpack = tool("webpack");

/** Files that the entry asks for. */
const ASKED_FOR = /\/supranet\/dist\/((?:supranet[\w.-]*|lang\/\w+|dataset)\.(?:js|json|wasm))$/;

async function buildWithVite() {
  const warnings = [];
  const customLogger = { ...vite.createLogger("warn"), warn: (text) => warnings.push(text), warnOnce: (text) => warnings.push(text) };
  const root = join(place, "vite");
  const build = { outDir: join(place, "built/vite"), emptyOutDir: true };
  // Relative, as the tests serve it below a path of its own.
  await vite.build({ root, base: "./", configFile: false, customLogger, logLevel: "warn", build });
  assert.deepEqual(warnings, []);
}

async function buildWithWebpack() {
  const options = {
    context: join(place, "webpack"),
    entry: "./main.js",
    mode: "production",
    // Its opinion that 244 KiB are much for one file.
    performance: false,
    output: { path: join(place, "built/webpack"), clean: true },
  };
  const stats = await new Promise((done, fail) => webpack(options, (error, stats) => (error ? fail(error) : done(stats))));
  const { errors, warnings } = stats.toJson({ all: false, errors: true, warnings: true });
  assert.deepEqual([errors, warnings], [[], []]);
}

/** In a library of others the package stays what it is, for the app that has the library. */
async function buildLibraryWithVite() {
  const lib = { entry: "main.js", formats: ["es"], fileName: "library" };
  const build = { lib, write: false, rolldownOptions: { external: /^supranet(\/|$)/ } };
  const [{ output }] = await vite.build({ root: join(place, "vite"), configFile: false, logLevel: "error", build });
  assert.deepEqual(output[0].imports, ["supranet", "supranet/supra-network.css"]);
}

/** Vite's server for development bundles the entry and puts it elsewhere: each file is found from there all the same. */
async function serveWithVite() {
  const root = join(place, "vite");
  const server = await vite.createServer({ root, configFile: false, logLevel: "error", server: { host: "127.0.0.1", port: 0 } });
  try {
    await server.listen();
    const page = `http://127.0.0.1:${server.httpServer.address().port}/`;
    const text = async (url) => (await fetch(url)).text();
    const entry = /import "([^"]*supranet\.js[^"]*)"/.exec(await text(new URL("main.js", page)))?.[1];
    assert.ok(entry, "main.js does not import the package");
    const address = new URL(entry, page);
    const script = await text(address);
    const named = [...script.matchAll(/["']([\w./@-]*\/supranet\/dist\/[\w./-]+)["']/g)].map(([, name]) => name);
    assert.ok(named.length >= 9, `only ${named.length} files are named in ${address}`);
    const filter = /"([^"]*\/fragment[^"]*)"/.exec(script)?.[1];
    assert.match(await text(new URL(filter, address)), /supra-fragment/);
    for (const name of named) {
      const url = new URL(name, address);
      const file = ASKED_FOR.exec(url.pathname)?.[1];
      assert.ok(file, `${name} leads to ${url}`);
      const answer = await fetch(`${url}?pinned`);
      assert.equal(answer.status, 200, `${url}`);
      const [served, own] = [Buffer.from(await answer.arrayBuffer()), await readFile(join(root, "node_modules/supranet/dist", file))];
      // Scripts get a line on their origin.
      assert.ok(file.endsWith(".js") ? served.length >= own.length : served.equals(own), `${url} is another file`);
    }
  } finally {
    await server.close();
  }
}

await buildWithVite();
await buildWithWebpack();
await buildLibraryWithVite();
await serveWithVite();
// Vite's watcher of files would keep the process for a while.
process.exit(0);
