// A browser with one page in it, and what is done to every page alike: slowed down, watched, asked for what it shows.
// Knows nothing of what is measured.

/** Runs in the page before its own scripts. Both pages draw into the shadow root of one element. */
function watching() {
  const root = () => document.querySelector("supra-network, #list")?.shadowRoot;
  const mark = (name) => () => performance.mark(name);
  const frame = () => new Promise(requestAnimationFrame);
  // The linear memory is nowhere to be asked for from outside: noted where the instance is made.
  const { instantiate } = WebAssembly;
  const memories = [];
  WebAssembly.instantiate = async (...given) => {
    const made = await instantiate.apply(WebAssembly, given);
    const { exports } = made.instance ?? made;
    memories.push(...Object.values(exports).filter((one) => one instanceof WebAssembly.Memory));
    return made;
  };
  // Of the first card: the mark is set in the microtask after it stands in the page.
  document.addEventListener("DOMContentLoaded", () => {
    const isThere = () => root()?.querySelector(".card") && !performance.mark("bench-first");
    const observer = new MutationObserver(() => isThere() === true && observer.disconnect());
    if (root() && !isThere()) observer.observe(root(), { childList: true, subtree: true });
  });
  globalThis.bench = {
    linear: () => memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0),
    isUp: () => Boolean(root()?.querySelector(".card")),
    /** From now on, each time the result line or the cards change is marked. */
    watch() {
      const observer = new MutationObserver(mark("bench-changed"));
      const how = { childList: true, characterData: true, subtree: true };
      for (const one of ["#status", ".cards"]) observer.observe(root().querySelector(one), how);
    },
    openAll() {
      for (const group of root().querySelectorAll(".filters details")) group.open = true;
    },
    /** The rows of all facets: what can be clicked. */
    rows() {
      return [...root().querySelectorAll(".filters .rows")].map((list) => ({
        facet: list.getAttribute("aria-label"),
        names: [...list.querySelectorAll(".name")].map((name) => name.textContent),
      }));
    },
    /** Clicks at the start of a frame, so that no peer waits longer for the next than another. */
    async click(facet, name) {
      const list = root().querySelector(`.rows[aria-label="${facet}"]`);
      const row = [...list.children].find((own) => own.querySelector?.(".name").textContent === name);
      const input = row.querySelector("input");
      input.focus({ preventScroll: true });
      for (let waited = 0; waited < 3; waited++) await frame();
      performance.mark("bench-act");
      input.click();
    },
    focusSearch: () => root().querySelector("#search").focus({ preventScroll: true }),
    /** All that a visitor reads, for a comparison of both pages. */
    shown() {
      const text = (one) => one.textContent.replace(/\s+/g, " ").trim();
      const row = (one) => `${text(one.querySelector(".name"))} ${text(one.querySelector(".count"))} ${one.querySelector("input").checked}`;
      return [
        text(root().querySelector("#status")),
        ...[...root().querySelectorAll(".filters .rows > li")].map(row),
        ...[...root().querySelectorAll(".chip, .offer")].filter((one) => one.checkVisibility()).map(text),
        ...[...root().querySelectorAll(".cell")].map(text),
      ];
    },
    elements: () => root().querySelectorAll("*").length,
  };
}

const ARGUMENTS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];
/** What the trace holds: the tasks of the main thread, microtasks among them, and our marks. */
const CATEGORIES = "devtools.timeline,disabled-by-default-devtools.timeline,blink.user_timing,v8.execute";

export const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

export async function launch({ puppeteer, chromium }) {
  return puppeteer.launch({ executablePath: chromium, headless: true, pipe: true, args: ARGUMENTS, protocolTimeout: 120_000 });
}

/** A page with nothing in any cache. `slow`: how often slower the processor is; `line`: what the network gives. */
export async function open(browser, address, { slow = 1, line, traced } = {}) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.evaluateOnNewDocument(watching);
  const session = await page.createCDPSession();
  const own = {
    page,
    session,
    close: () => context.close(),
    slow: (rate) => session.send("Emulation.setCPUThrottlingRate", { rate }),
    bench: (name, ...given) => page.evaluate((name, given) => globalThis.bench[name](...given), name, given),
    trace: () => page.tracing.start({ categories: ["-*", ...CATEGORIES.split(",")] }),
    /** The events of the trace since it was started. */
    traced: async () => JSON.parse(new TextDecoder().decode(await page.tracing.stop())).traceEvents,
  };
  if (line) {
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", { offline: false, ...line });
  }
  if (slow !== 1) await own.slow(slow);
  if (traced) await own.trace();
  await page.goto(address, { waitUntil: "domcontentloaded" });
  await page.waitForFunction(() => globalThis.bench.isUp(), { polling: 100, timeout: 60_000 });
  return own;
}

/** The first thing that two pages show differently is an error: what does not show the same is not compared. */
export async function compare(pages, after) {
  const [first, second] = await Promise.all(pages.map((page) => page.bench("shown")));
  const at = first.findIndex((text, at) => text !== second[at]);
  if (at >= 0 || first.length !== second.length) {
    throw new Error(`the pages differ after ${after}:\n  ${first[at]}\n  ${second[at]}`);
  }
}
