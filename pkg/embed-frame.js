/**
 * Inside the frame (embed.html): makes the address's parameters attributes of the element, gives the document the element's
 * language and heading, and tells the page around how high it is.
 *
 * It knows nothing of that page but its messages, and it is what loads the entry, so that the element starts with all it is told,
 * under the policy, or not at all. ATTRIBUTES and ENTRY are filled in by `cargo xtask pkg`.
 */

// The page's policy, before anything of the address is looked at. In WebKit a sandboxed page is of no origin that `'self'` could
// mean, so that it names the one which its files come from.
const policy = document.querySelector("meta[name=policy]");
policy.remove();
policy.httpEquiv = "Content-Security-Policy";
policy.content = policy.content.replaceAll("'self'", location.origin);
document.head.prepend(policy);

const root = document.documentElement;
const element = document.querySelector("supra-network");
const parameters = new URLSearchParams(location.search);

// When to load a frame is said to the frame; what is inside of one that was loaded is wanted.
element.setAttribute("loading", "eager");
for (const name of ATTRIBUTES) if (parameters.has(name)) element.setAttribute(name, parameters.get(name));
root.dataset.scheme = element.getAttribute("scheme") ?? "";

/** The document is in the language that the element found words in, and is called what the element is. */
function name() {
  const { lang, dir } = element.shadowRoot.querySelector("[part=base]");
  Object.assign(root, { lang, dir });
  document.title = element.shadowRoot.querySelector("[part=heading]")?.textContent || document.title;
}

/** As wide as the frame is on paper: what most margins leave of a sheet. */
const PAPER = 600;
/** The sheet's rules for paper, wherever they stand in it. */
const forPaper = (rules) => [...rules].flatMap((rule) => (rule.media?.mediaText === "print" ? [rule] : forPaper(rule.cssRules ?? [])));

/** How high all is on paper: it is tried, at once and unseen, and taken back. */
function onPaper() {
  const rules = forPaper(element.shadowRoot.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]));
  const { style } = document.body;
  dispatchEvent(new Event("beforeprint"));
  for (const { media } of rules) media.mediaText = "all";
  style.inlineSize = `${PAPER}px`;
  // What letters are on paper differs a little.
  const height = document.body.getBoundingClientRect().height * 1.03;
  style.inlineSize = "";
  for (const { media } of rules) media.mediaText = "print";
  dispatchEvent(new Event("afterprint"));
  return Math.ceil(height);
}

/** The page around asks this when it prints, if it may. */
window.supraOnPaper = onPaper;

/**
 * Others have to know before, as a page that prints waits for no answer. To try takes a third of a second, so only where people
 * print, when all has been at rest for so many milliseconds, and with no more cards than so many.
 */
const REST = 2000;
const MOST = 100;

function isAsked() {
  try {
    return !!parent.document;
  } catch {
    return false;
  }
}

/** The height that was told last. Not before there is something to see: till then the page around keeps its room free. */
let told;
let resting;

/** To whoever it is: a height is no secret. */
const say = (more) => parent.postMessage({ supra: 1, height: told, ...more }, "*");

function tell() {
  told = Math.ceil(document.body.getBoundingClientRect().height);
  say();
  clearTimeout(resting);
  if (isAsked() || matchMedia("(pointer: coarse)").matches) return;
  resting = setTimeout(() => element.results?.matched <= MOST && say({ paper: onPaper() }), REST);
}

function begin() {
  name();
  if (told === undefined && parent !== window) new ResizeObserver(tell).observe(document.body);
}

element.addEventListener("supra-load", begin);
element.addEventListener("supra-error", begin);

addEventListener("message", ({ data, source }) => {
  if (source !== parent || data?.supra !== 1) return;
  // Who came late asks; who follows says how far.
  if (data.height === undefined) told === undefined || tell();
  else root.toggleAttribute("data-followed", data.height >= told);
});

// By itself it is a page, whose links lead where links lead, and whose heading is the first.
if (parent === window) {
  document.querySelector("base").remove();
  root.dataset.alone = "";
  if (!parameters.has("heading-level")) element.setAttribute("heading-level", "1");
}

import(new URL(ENTRY, import.meta.url).href);
