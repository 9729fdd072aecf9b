// What a page's own script may do with the element: all of it, once. `cargo xtask test --only docs` checks the types.

import "supranet";
import type {
  SupraChangeDetail,
  SupraCode,
  SupraData,
  SupraDataset,
  SupraErrorDetail,
  SupraFacet,
  SupraFilters,
  SupraFormat,
  SupraHeadingLevel,
  SupraLoadDetail,
  SupraNetwork,
  SupraNetworkAttributes,
  SupraNetworkConstructor,
  SupraNetworkEventMap,
  SupraNetworkJsx,
  SupraNetworkProperties,
  SupraReady,
  SupraResults,
  SupraSelectDetail,
  SupraSort,
  SupraState,
  SupraStateChange,
  SupraTexts,
  SupraView,
} from "supranet";

// ---------------------------------------------------------------- attributes

const level: SupraHeadingLevel = 3;
const sort: SupraSort = "recent";
const view: SupraView = "cards";

const attributes: Required<SupraNetworkAttributes> = {
  src: "/data/supranet.json",
  lang: "sv-FI",
  view,
  views: "cards",
  initiative: "genomic-medicine-sweden,genomics-england",
  country: "SE,DK",
  area: "cancer",
  scope: "national",
  status: "active",
  membership: "one-plus-million-genomes",
  partner: "DE",
  agreement: "mou",
  from: 2020,
  to: "2026",
  q: "genomics",
  sort,
  lock: "country,q",
  hide: "search,sort",
  "page-size": 12,
  url: "query",
  "url-prefix": "sn-",
  "heading-level": level,
  scheme: "auto",
  loading: "eager",
  feedback: "mailto:office@example.org?subject={id}",
  debug: "",
};

const element = document.createElement("supra-network");
for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, `${value}`);
document.body.append(element);

// @ts-expect-error: there is no such view.
const unknownView: SupraNetworkAttributes = { view: "globe" };
// @ts-expect-error: headings have levels 1 to 5.
const tooDeep: SupraNetworkAttributes = { "heading-level": 6 };
// @ts-expect-error: there is no such attribute.
const misspelt: SupraNetworkAttributes = { contry: "SE" };

// ---------------------------------------------------------------- data and texts

const dataset: SupraDataset = {
  version: 1,
  updated: "2026-11-22",
  title: { en: "Our partners" },
  initiatives: [{ id: "gms", name: { en: "Genomic Medicine Sweden" }, country: "SE" }],
};
const forms: SupraData[] = [dataset, JSON.stringify(dataset), new ArrayBuffer(0), new Uint8Array()];
for (const form of forms) element.data = form;
element.data = null;
// @ts-expect-error: a dataset has initiatives.
element.data = { version: 1 };

const texts: SupraTexts = { "results.all.one": "{total} programme" };
element.texts = texts;
// @ts-expect-error: texts are texts.
element.texts = { "results.all.one": 1 };

// ---------------------------------------------------------------- what is asked and found

async function whenShown(): Promise<string> {
  const ready: SupraReady = await element.ready;
  return ready.ok ? summary(element.results) : explain(ready.code);
}

function summary(results: SupraResults | undefined): string {
  if (!results) return "nothing yet";
  const { total, matched, ids, agreements, counts } = results;
  const facet: SupraFacet = "country";
  // @ts-expect-error: a value that the data does not know has no count.
  const unknown: number = counts[facet]["XX"];
  return `${matched} of ${total}: ${ids.join()}, ${agreements.length} agreements, ${counts[facet]["SE"] ?? unknown} in Sweden`;
}

function explain(code: SupraCode): string {
  return code === "SN208" ? "connect-src lacks the address of the data" : code;
}

const filters: SupraFilters = { country: ["SE"], area: ["cancer"], from: 2020, to: 2026, q: "genomics" };
element.filters = filters;
element.filters = { ...element.filters, status: ["active"] };
element.filters = {};
// @ts-expect-error: a filter has a list of values.
element.filters = { country: "SE" };
// @ts-expect-error: there is no such filter.
element.filters = { contry: ["SE"] };

const kept: SupraState | undefined = element.state;
element.state = kept;
const change: SupraStateChange = { v: 1, sort: "name" };
element.state = change;
element.state = { v: 1, filters, sort: null, view, open: ["genomic-medicine-sweden"] };
// @ts-expect-error: a state says which version of the shape it has.
element.state = { sort: "name" };

element.clear();
const found: boolean = element.show("genomic-medicine-sweden");
const format: SupraFormat = "csv";
const properties: Required<SupraNetworkProperties> = { data: dataset, filters, state: change, texts };
Object.assign(element, properties);
// For a framework whose JSX has no file of its own here.
const jsx: SupraNetworkJsx = { country: "SE", filters, "onsupra-load": ({ detail }) => told(detail.updated ?? "") };
told(Object.keys(jsx).join());
async function lines(): Promise<number> {
  const table: string | undefined = await element.export(format);
  return table?.split("\r\n").length ?? 0;
}
void lines();
// @ts-expect-error: there is no such format.
void element.export("pdf");
// @ts-expect-error: an id is a text.
element.show(1);
// @ts-expect-error: what is found is read only.
element.results = undefined;
// @ts-expect-error: there is no such property.
element.filter = {};

// ---------------------------------------------------------------- events

function told(line: string): void {
  console.info(line);
}

element.addEventListener("supra-load", ({ detail }) => {
  const { initiatives, agreements, issues, updated = "unknown" }: SupraLoadDetail = detail;
  told(`${initiatives} initiatives, ${agreements} agreements, ${issues} issues, of ${updated}`);
});
element.addEventListener("supra-error", ({ detail }) => {
  const { code, message, url = "" }: SupraErrorDetail = detail;
  told(`${explain(code)}: ${message} ${url}`);
});
// They bubble: one listener for all elements of the page.
document.addEventListener("supra-select", ({ detail }) => {
  const { id, kind }: SupraSelectDetail = detail;
  told(`${kind} ${id}`);
});
window.addEventListener("supra-change", ({ detail }) => {
  const { filters, matched }: SupraChangeDetail = detail;
  told(`${matched} with ${filters.country?.join() ?? "any country"}`);
});
element.addEventListener("supra-load", ({ detail }) => {
  // @ts-expect-error: the event has no such detail.
  told(detail.matched);
});

const names: (keyof SupraNetworkEventMap)[] = ["supra-load", "supra-error", "supra-select", "supra-change"];

// ---------------------------------------------------------------- the class

const defined: SupraNetworkConstructor | undefined = customElements.get("supra-network");
const all: NodeListOf<SupraNetwork> = document.querySelectorAll("supra-network");
told(`${defined?.version}: ${all.length} elements, ${names.length} events, ${found}`);
customElements.whenDefined("supra-network").then(({ version }) => told(version));
whenShown().then(told);
for (const wrong of [unknownView, tooDeep, misspelt]) console.assert(!wrong.debug);
