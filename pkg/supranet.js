/**
 * The entry script: defines <supra-network> at once and makes every request.
 *
 * It knows nothing of cards, filters or the dataset's fields: Rust is handed bytes and draws into a
 * `div`. What stands here is what must work where Rust cannot: the slot, the notice, the retry.
 * FILES and VERSION are filled in by `cargo xtask pkg`, which also shortens the properties that only this file knows.
 */

// Taken before the page can replace them.
const { fetch, Promise, setTimeout, clearTimeout, WebAssembly } = globalThis;

const TAG = "supra-network";
const WASM = "supranet.wasm";
const FIRST_BYTE_MS = 15_000;
const WHOLE_MS = 60_000;
const MAX_BYTES = 64_000_000;
const RETRIES = 3;
/** The cards as plain HTML, where the page has them in the element. */
const FRAGMENT = ".supra-fragment";
/** Said where not even the English pack can be had. */
const LAST_RESORT = "This list cannot be shown right now.";

const utf8 = (text) => new TextEncoder().encode(text);
const parsed = (bytes) => JSON.parse(new TextDecoder().decode(bytes));
const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const beside = (address) => new URL(address, import.meta.url).href;
/** Where a file of this release is, which changes with its contents, and the hash that it must have. */
const pinned = (name) => ({ url: beside(`${name}?${FILES[name].slice(0, 8)}`), integrity: `sha256-${FILES[name]}=` });
const make = (tag, properties) => Object.assign(document.createElement(tag), properties);
const packOf = (language) => `lang/${language}.json`;

// ---------------------------------------------------------------- requests

/** `again`: how often it may be worth another try. */
class Failure extends Error {
  constructor(code, message, url, again = 0) {
    super(message);
    Object.assign(this, { code, url, again });
  }
}

/** Addresses that the page's policy blocked; an event says so, later than the request fails. */
const blocked = [];
document.addEventListener("securitypolicyviolation", (event) => blocked.push(event.blockedURI));
const isBlocked = (url) => blocked.some((uri) => url === uri || new URL(url).origin === uri);

/** What a failed request was: the browser tells a page no more than "failed". */
async function diagnose(url, { integrity, missing, cache, error }) {
  await pause(100);
  if (isBlocked(url)) return new Failure(missing === "SN201" ? "SN208" : missing, "blocked by connect-src", url);
  if (integrity) {
    // Unpinned, it fails by its own reason, or it comes and is another file. It may also be that only the first time failed.
    const isPage = (await attempt(url, { missing, cache }))[0] === 60;
    return new Failure(isPage ? missing : "SN104", "not the file of this release", url, 1);
  }
  const works = () => fetch(url, { credentials: "omit", mode: "no-cors" }).then(() => true, () => false);
  if (new URL(url).origin !== location.origin && (await works())) {
    return new Failure(missing === "SN201" ? "SN202" : missing, "blocked by CORS", url);
  }
  return new Failure(missing, `${error}`, url, RETRIES);
}

/** One request, within the limits of time and size. */
async function attempt(url, options) {
  const { integrity, missing, cache } = options;
  const stop = new AbortController();
  let late;
  const limit = (ms) => setTimeout(() => stop.abort((late = true)), ms);
  const timers = [limit(FIRST_BYTE_MS), limit(WHOLE_MS)];
  try {
    const response = await fetch(url, { integrity, cache, credentials: "omit", signal: stop.signal });
    if (!response.ok) {
      const again = response.status === 429 || response.status >= 500;
      throw new Failure(missing, `the server answered ${response.status}`, url, again ? RETRIES : 0);
    }
    const tooLarge = () => new Failure("SN206", "larger than 64 MB", url);
    if (response.headers.get("content-length") > MAX_BYTES) throw tooLarge();
    const chunks = [];
    let length = 0;
    const reader = response.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      clearTimeout(timers[0]);
      length += value.length;
      if (length > MAX_BYTES) throw tooLarge();
      chunks.push(value);
    }
    const bytes = new Uint8Array(length);
    let at = 0;
    for (const chunk of chunks) bytes.set(chunk, (at += chunk.length) - chunk.length);
    return bytes;
  } catch (error) {
    if (late) throw new Failure("SN203", "took too long", url);
    throw error instanceof Failure ? error : await diagnose(url, { ...options, error });
  } finally {
    timers.forEach(clearTimeout);
    stop.abort();
  }
}

async function persist(url, options) {
  for (let tried = 0; ; tried++) {
    try {
      return await attempt(url, { ...options, cache: tried || bad.has(url) ? "reload" : "default" });
    } catch (failure) {
      if (tried >= failure.again) throw failure;
      await pause(300 * 3 ** tried * (0.5 + Math.random()));
    }
  }
}

const requests = new Map();
/** Addresses of which a bad answer may lie in the browser's cache. */
const bad = new Set();

function forget(url) {
  requests.delete(url);
  bad.add(url);
}

/**
 * The one function that asks for something: bytes of an address, asked for once per page.
 * `missing` is the code where there is nothing; `integrity` pins the contents.
 */
function request(url, options) {
  if (!requests.has(url)) {
    const bytes = persist(url, options);
    requests.set(url, bytes);
    bytes.catch(() => forget(url));
  }
  return requests.get(url);
}

// ---------------------------------------------------------------- engine

const instances = new Set();
let engine;
let generation = 0;
let deaths = 0;

const isTooOld = () => !WebAssembly?.compile || !CSSStyleSheet.prototype.replaceSync;

async function compile() {
  const { url, integrity } = pinned(WASM);
  const bytes = await request(url, { integrity, missing: "SN103" });
  if (String(bytes.subarray(0, 4)) !== "0,97,115,109") throw new Failure("SN103", "not WebAssembly", url);
  return WebAssembly.compile(bytes);
}

async function loadModule(name, last) {
  const { url: first, integrity } = pinned(name);
  // A module that failed, or whose instance died, is never fetched again under the same address.
  const url = generation ? `${first}&${generation}` : first;
  const link = make("link", { rel: "modulepreload", href: url, integrity });
  document.head.append(link);
  try {
    return await import(url);
  } catch (error) {
    generation++;
    // Says what is wrong with the file. If nothing is any more, it is worth another try.
    await request(url, { integrity, missing: "SN103" });
    if (last) throw new Failure("SN103", `${error}`, url);
  } finally {
    link.remove();
  }
  return loadModule(name, true);
}

async function build() {
  if (isTooOld()) throw new Failure("SN102", "too old a browser");
  try {
    const [glue, module] = await Promise.all([loadModule("supranet-glue.js"), compile()]);
    glue.watch(bury);
    await glue.default(module);
    return glue;
  } catch (error) {
    if (error instanceof Failure) throw error;
    // Compiling, or in WebKit making the instance.
    await pause(100);
    const byPolicy = blocked.includes("wasm-eval") || /policy|unsafe-eval/i.test(error);
    throw new Failure(byPolicy ? "SN101" : "SN102", `${error}`, beside(WASM));
  }
}

/** One engine for all elements of the page. */
function start() {
  if (!engine) {
    const building = build();
    engine = building;
    building.catch(() => engine === building && (engine = undefined));
  }
  return engine;
}

/** The engine has died: every element falls back to its slot; it is built anew once. */
function bury(error) {
  engine = undefined;
  generation++;
  deaths++;
  for (const instance of [...instances]) instance.died(deaths > 1 ? "SN402" : "SN401", error);
}

// ---------------------------------------------------------------- languages

/** The words of a language, and the tag of the language that they are in. */
async function loadPack({ language, tag }) {
  const ask = (own, tag) => {
    const { url, integrity } = pinned(packOf(own));
    return request(url, { integrity, missing: "SN103" }).then((bytes) => ({ tag, bytes }));
  };
  try {
    return await ask(language, tag);
  } catch (failure) {
    if (language === "en") throw failure;
    console.warn(`${TAG} SN106: ${failure.url}: ${failure.message}`);
    return ask("en", "en");
  }
}

/** The nearest `lang` up the page, through shadow roots, for which there are texts: its language and the whole tag. */
function languageOf(host) {
  for (let node = host; node; node = node.parentNode ?? node.host) {
    const tag = node.getAttribute?.("lang")?.trim().replaceAll("_", "-") ?? "";
    const language = tag.split("-")[0].toLowerCase();
    if (Object.hasOwn(FILES, packOf(language))) return { language, tag };
  }
  return { language: "en", tag: "en" };
}

// ---------------------------------------------------------------- element

/** What the page author may set; Rust reads all of these but `src` and `loading`. */
const ATTRIBUTES =
  "src lang view views loading initiative country area scope status membership partner agreement from to q sort lock hide page-size url url-prefix heading-level scheme feedback debug".split(" ");

/** Properties of the element. Of the first two it is made anew; the others Rust answers. */
const PROPERTIES = ["data", "texts", "filters", "state"];

/** One element's life, kept off its public face. */
class Instance {
  constructor(host) {
    this.host = host;
    this.root = host.attachShadow({ mode: "open" });
    this.slot = make("slot");
    this.base = make("div", { part: "base" });
    this.notice = make("p", { part: "notice" });
    // The property is younger than the oldest browser that is served.
    this.notice.setAttribute("role", "status");
    this.root.append(this.slot, this.notice, this.base);
    const look = (entries) => entries.some((entry) => entry.isIntersecting) && this.wake();
    this.near = new IntersectionObserver(look, { rootMargin: "600px" });
    this.run = 0;
    this.waiting = {};
    this.ready = new Promise((done) => (this.settle = done));
  }

  /** Asks Rust by a name, or sets something; before there is data, what is set waits. */
  ask(what, value) {
    const { handle } = this;
    if (!handle) {
      if (value !== undefined) {
        // In the order in which they were set last.
        delete this.waiting[what];
        this.waiting[what] = value;
      }
      return this.waiting[what];
    }
    const answer = handle.answer(what, JSON.stringify(value));
    return answer && JSON.parse(answer);
  }

  /** Begins, or begins again. */
  async wake() {
    this.near.disconnect();
    this.stop();
    instances.add(this);
    const run = this.run;
    const current = () => run === this.run;
    const packing = loadPack(languageOf(this.host)).then(({ bytes, ...pack }) => ({ ...pack, bytes: this.withTexts(bytes) }));
    this.packing = packing;
    this.say(packing, "loading", current);
    start().then((glue) => glue.dress(this.root)).catch(() => {}); // What fails is said below.
    try {
      const [glue, pack, data] = await Promise.all([start(), packing, this.files()]);
      if (current()) this.show(glue, pack, data);
      if (this.restarted) this.say(packing, "SN401", current);
      this.restarted = false;
    } catch (failure) {
      if (current()) this.fail(failure, packing);
    }
  }

  /** The page's own words for single texts of a pack. */
  withTexts(bytes) {
    if (!this.texts) return bytes;
    const texts = parsed(bytes);
    for (const [key, text] of Object.entries(this.texts)) {
      if (typeof text === "string") texts[key] = text;
      else if (this.told !== (this.told = this.texts)) console.warn(`${TAG} SN301: texts: ${key}: no text`);
    }
    return utf8(JSON.stringify(texts));
  }

  /** The bytes of the data's files, those that could be had, and why not those that could not. */
  async files() {
    const { data } = this;
    const got = { read: [], urls: [], lost: [] };
    // A copy: the page may go on writing.
    if (ArrayBuffer.isView(data) || data instanceof ArrayBuffer) got.read = [new Uint8Array(await new Response(data).arrayBuffer())];
    else if (data != null) got.read = [utf8(typeof data === "string" ? data : JSON.stringify(data))];
    if (data != null) return got;
    const named = (this.host.getAttribute("src") ?? "").split(/\s+/).filter(Boolean);
    const ask = async (own) => {
      let url;
      try {
        url = new URL(own, this.host.baseURI).href;
      } catch {
        throw new Failure("SN201", "not an address", own);
      }
      return [url, await request(url, { missing: "SN201" })];
    };
    for (const { value, reason } of await Promise.allSettled((named[0] ? named : [beside("dataset.json")]).map(ask))) {
      if (reason) got.lost.push(reason);
      else got.urls.push(value[0]), got.read.push(value[1]);
    }
    if (!got.read[0]) throw got.lost[0];
    return got;
  }

  show(glue, { tag, bytes }, { read, urls, lost }) {
    const { host, base } = this;
    // What had the focus before a change of language has it again, unless the visitor went on.
    const free = document.activeElement === document.body;
    const focused = this.root.activeElement === this.notice ? "status" : free ? this.focused : undefined;
    this.focused = undefined;
    const swap = glue.hold(this);
    this.read = read;
    this.handle = new glue.Handle(host, base, tag, bytes, (...how) => glue.take(this, request, ...how));
    for (const name of ATTRIBUTES) this.handle.set_attribute(name, host.getAttribute(name) ?? undefined);
    // Another try is to ask for it, not to read the same again.
    const refused = (why, at = 0) => (forget(urls[at]), new Failure(why.slice(0, 5), why.slice(6), urls[at]));
    const loaded = this.handle.load(read, (at, why) => lost.push(refused(why, at)));
    if (typeof loaded === "string") throw refused(loaded);
    if (!this.handle) return;
    for (const what in this.waiting) this.ask(what, this.waiting[what]);
    this.waiting = {};
    this.settle({ ok: true, code: null });
    swap();
    const missing = lost.map((failure) => (this.tell(failure), failure.url));
    this.notice.textContent = lost[0] ? `${parsed(bytes).lost} ${missing.join(", ")}` : "";
    if (focused != null) (this.root.getElementById(focused) ?? this.root.getElementById("status"))?.focus();
    // Last, as who listens may use all of the element.
    this.emit("supra-load", loaded);
  }

  emit(name, detail) {
    this.host.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }

  /** Says one sentence of the pack under the slot, and in which language all of the widget speaks. */
  async say(packing, key, current, button) {
    const { tag: lang = "en", bytes } = await packing.catch(() => ({}));
    const texts = bytes ? parsed(bytes) : {};
    if (!current()) return;
    for (const part of [this.notice, this.base]) Object.assign(part, { lang, dir: texts.direction ?? "ltr" });
    // Below plain cards it would move what follows; who has asked for another try is told.
    const isNeedless = this.handle || (this.host.querySelector(FRAGMENT) && !this.root.activeElement);
    if (key !== "loading" || !isNeedless) this.notice.replaceChildren(texts[key] ?? LAST_RESORT, ...(button?.(texts) ?? []));
  }

  /** Tells administrator and page. */
  tell({ code = "SN402", message, url }) {
    console.error(`${TAG} ${code}: ${url ? `${url}: ` : ""}${message}`);
    this.emit("supra-error", { code, message, ...(url && { url }) });
  }

  async fail(failure, packing) {
    const { code = "SN402" } = failure;
    this.stop();
    this.settle({ ok: false, code });
    instances.add(this);
    const run = this.run;
    this.tell(failure);
    // The cards as plain HTML stay, and can at least be filtered.
    if (this.host.querySelector(FRAGMENT)) loadModule("fragment.js").catch(() => {});
    const retry = (texts) => {
      const button = make("button", { type: "button", part: "retry", textContent: texts.retry ?? "Try again" });
      button.addEventListener("click", () => {
        // The button goes; the focus stays where the answer will be.
        this.notice.tabIndex = -1;
        this.notice.focus();
        this.wake();
      });
      return [" ", button, " ", make("span", { translate: false, textContent: `(${code})` })];
    };
    await this.say(packing, code, () => run === this.run, retry);
  }

  died(code, error) {
    this.handle = undefined;
    const failure = new Failure(code, `${error}`);
    if (code === "SN402") return this.fail(failure, loadPack(languageOf(this.host)));
    this.tell(failure);
    // The filters are gone: the visitor is told why.
    this.restarted = true;
    this.wake();
  }

  /** Drops what Rust holds and shows the slot again. */
  stop() {
    this.run++;
    const { handle } = this;
    // What is asked and open stays, in another language and with other data.
    if (handle) this.waiting.state ??= this.ask("state");
    this.handle = undefined;
    this.focused = this.root.activeElement?.id ?? this.focused;
    handle?.free();
    this.base.replaceChildren();
    this.notice.replaceChildren();
    this.root.prepend(this.slot);
    instances.delete(this);
  }
}

class SupraNetwork extends HTMLElement {
  static version = VERSION;
  static observedAttributes = ATTRIBUTES;
  #instance = new Instance(this);

  static {
    PROPERTIES.forEach((name, at) =>
      Object.defineProperty(this.prototype, name, {
        get() {
          const own = this.#instance;
          return at < 2 ? own[name] : own.ask(name);
        },
        set(value) {
          const own = this.#instance;
          if (at > 1) return own.ask(name, value);
          own[name] = value;
          if (instances.has(own)) own.wake();
        },
      }),
    );
  }

  get ready() {
    return this.#instance.ready;
  }

  get results() {
    return this.#instance.ask("results");
  }

  clear() {
    this.#instance.ask("clear", null);
  }

  show(id) {
    return this.#instance.ask("show", `${id}`) === true;
  }

  async export(format) {
    await this.ready;
    const own = this.#instance;
    return own.handle && (await start()).take(own, request, `${format}`);
  }

  connectedCallback() {
    // What the page set before the element was defined stands in front of ours.
    for (const name of Object.keys(this)) {
      if (!PROPERTIES.includes(name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    // A move in the page is a removal and an insertion: what runs goes on.
    if (instances.has(this.#instance)) return;
    if (this.getAttribute("loading") === "eager") this.#instance.wake();
    else this.#instance.near.observe(this);
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#instance.near.disconnect();
      this.#instance.stop();
    });
  }

  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    if (!instances.has(this.#instance)) {
      // Waiting for the viewport, until the page says otherwise.
      if (name === "loading" && now === "eager" && this.isConnected) this.#instance.wake();
    } else if (name === "src" || name === "lang") this.#instance.wake();
    else this.#instance.handle?.set_attribute(name, now ?? undefined);
  }
}

const defined = customElements.get(TAG);
if (!defined) customElements.define(TAG, SupraNetwork);
else if (defined.version !== VERSION) {
  console.warn(`${TAG} SN105: version ${defined.version} serves this page; ${VERSION} rests`);
}
