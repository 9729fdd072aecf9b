// Measures the widget beside a page written by hand: node run.mjs TOOLS CHROMIUM ADDRESS ROUNDS. Prints JSON. Times in
// milliseconds, sizes in bytes. Everything is done to both in turn, who begins changes each time.
import { createRequire } from "node:module";
import { loadavg } from "node:os";
import { join } from "node:path";
import { launch } from "./browser.mjs";
import { clicks } from "./clicks.mjs";
import { firstCard } from "./first.mjs";
import { letters } from "./letters.mjs";
import { memory } from "./memory.mjs";

const [tools, chromium, address, rounds] = process.argv.slice(2);
const puppeteer = createRequire(join(tools, "package.json"))("puppeteer-core");
const PEERS = ["widget", "vanilla"];
const load = [loadavg()[0]];

const browsers = [];
try {
  for (const name of PEERS) browsers.push({ name, browser: await launch({ puppeteer, chromium }) });
  const at = (dataset, name) => `${address}${dataset}/${name}.html`;
  const measured = {};
  const parts = { clicks, letters, memory, first: firstCard };
  for (const [name, measure] of Object.entries(parts)) {
    console.error(`  ${name}`);
    measured[name] = await measure(browsers, at, Number(rounds));
    load.push(loadavg()[0]);
  }
  const version = await browsers[0].browser.version();
  console.log(JSON.stringify({ browser: version, node: process.version, load, measured }));
} finally {
  for (const { browser } of browsers) await browser.close();
}
