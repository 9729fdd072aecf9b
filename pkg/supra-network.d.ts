/**
 * Types of the custom element `<supra-network>`. Its values stand here by hand, its face is made from
 * `custom-elements.json`. `import "supranet"` defines the element; only types are exported.
 */

/** What a visitor filters by. */
export type SupraFacet =
  | "initiative"
  | "country"
  | "area"
  | "scope"
  | "status"
  | "membership"
  | "partner"
  | "agreement";

/** An order of the cards. */
export type SupraSort = "name" | "country" | "links" | "recent" | "relevance";

/** What the list can be taken along as: a table, a dataset, references. */
export type SupraFormat = "csv" | "json" | "ris";

/** A way of showing the list. */
export type SupraView = "cards";

/** A level of the widget's own heading. */
export type SupraHeadingLevel = 1 | 2 | 3 | 4 | 5;

/** What is asked: any of the values of a filter, and all of the filters. What is not asked is not there. */
export interface SupraFilters extends Partial<Readonly<Record<SupraFacet, readonly string[]>>> {
  /** The first year in which an agreement was signed, else announced. */
  readonly from?: number;
  /** The last year. */
  readonly to?: number;
  /** Words to find, as typed. */
  readonly q?: string;
}

/** All that a visitor can change: plain JSON, to be kept and set again. */
export interface SupraState {
  /** The version of this shape. Another one changes nothing. */
  readonly v: 1;
  /** What is asked. */
  readonly filters: SupraFilters;
  /** The order that was chosen; `null` is the order that comes by itself. */
  readonly sort: SupraSort | null;
  /** How the list is shown. */
  readonly view: SupraView;
  /**
   * Ids of what is open: of a card its own, of an agreement the card's, `/` and its own. `all-` and a card's id: all of
   * its agreements are shown, also those that do not match.
   */
  readonly open: readonly string[];
}

/** A state to be set: what it leaves out stays as it is. */
export type SupraStateChange = Pick<SupraState, "v"> & Partial<SupraState>;

/** What is found. */
export interface SupraResults {
  /** How many cards there are. */
  readonly total: number;
  /** How many of them are found. */
  readonly matched: number;
  /** Ids of the cards found, all of them, in their order. */
  readonly ids: readonly string[];
  /** Ids of the agreements on these cards that meet what is asked of agreements. */
  readonly agreements: readonly string[];
  /** For each value of each filter, how many cards there would be with that value alone in this filter. */
  readonly counts: Readonly<Record<SupraFacet, Readonly<Record<string, number | undefined>>>>;
}

/** A dataset as an object. Its records are checked as they are read: a wrong one is left out, and an issue. */
export interface SupraDataset {
  /** The version of the format: 1. */
  readonly version: number;
  /** The cards. */
  readonly initiatives: readonly object[];
  /** Agreements between them. */
  readonly agreements?: readonly object[];
  /** Bodies that sign, host, lead, fund or take part. */
  readonly organisations?: readonly object[];
  /** Disease areas. */
  readonly areas?: readonly object[];
  /** Places smaller than a country. */
  readonly places?: readonly object[];
  /** Where facts are stated. */
  readonly sources?: readonly object[];
  /** What the whole list is called, by language. */
  readonly title?: Readonly<Record<string, string>>;
  /** The date of the last change, as `2026-11-22`. */
  readonly updated?: string;
  /** The language to fall back to where a text is not in the one shown. */
  readonly defaultLanguage?: string;
  /** Under which licence the data is. */
  readonly license?: string;
  /** Where to write about it: an address or `mailto:`. */
  readonly contact?: string;
  /** Who publishes it. */
  readonly publisher?: object;
  /** The name of the dataset. */
  readonly id?: string;
}

/** A dataset: an object, JSON text, or its bytes in UTF-8. */
export type SupraData = SupraDataset | string | ArrayBuffer | ArrayBufferView;

/** Texts in place of those of the language pack, by their key there. */
export type SupraTexts = Readonly<Record<string, string>>;

/** How the first load ended. */
export type SupraReady = { readonly ok: true; readonly code: null } | { readonly ok: false; readonly code: SupraCode };

/** Of `supra-load`. */
export interface SupraLoadDetail {
  /** How many initiatives were read. */
  readonly initiatives: number;
  /** How many agreements were read. */
  readonly agreements: number;
  /** How many values or records were left out. */
  readonly issues: number;
  /** The date of the data's last change, where it says one. */
  readonly updated: string | undefined;
}

/** Of `supra-error`. */
export interface SupraErrorDetail {
  /** What failed. */
  readonly code: SupraCode;
  /** A line for the administrator, in English. */
  readonly message: string;
  /** The address that it is about. */
  readonly url?: string;
}

/** Of `supra-select`. */
export interface SupraSelectDetail {
  /** The id of the initiative or agreement. */
  readonly id: string;
  /** Which of the two it is. */
  readonly kind: "initiative" | "agreement";
}

/** Of `supra-change`. */
export interface SupraChangeDetail {
  /** What is asked now. */
  readonly filters: SupraFilters;
  /** How many cards are found now. */
  readonly matched: number;
}

// What follows is made by `cargo xtask interface` from custom-elements.json.

/** Codes of failures. */
export type SupraCode =
  /** The page's policy blocks WebAssembly. */
  | "SN101"
  /** The browser is too old. */
  | "SN102"
  /** A file beside `supranet.js` is missing or is something else. */
  | "SN103"
  /** A file is not the one this release was built with. */
  | "SN104"
  /** Another version is already on the page, and serves all elements. */
  | "SN105"
  /** A language pack failed; English is shown. */
  | "SN106"
  /** The data cannot be reached. */
  | "SN201"
  /** The data's server does not let this page read it (CORS). */
  | "SN202"
  /** No answer in 15 seconds, or not all of it in 60. */
  | "SN203"
  /** The data is not JSON. */
  | "SN204"
  /** The data is no dataset, or of an unknown version. */
  | "SN205"
  /** The data is larger than 64 MB. */
  | "SN206"
  /** No record of the data can be shown. */
  | "SN207"
  /** The page's policy blocks the data's address. */
  | "SN208"
  /** An attribute has a wrong value; the default stands. */
  | "SN301"
  /** An internal error; the list was started again. */
  | "SN401"
  /** An internal error, twice; given up. */
  | "SN402";

/** Attributes of `<supra-network>`, as a template may have them. */
export interface SupraNetworkAttributes {
  /**
   * The address of a dataset, or several with spaces between them, which are read as one.
   * @default `dataset.json` beside the script
   */
  src?: string;
  /**
   * Language of interface and data: `en`, `sv`, `da`, `de` or `fr`, with a region (`sv-FI`) if you like.
   * @default the nearest `lang` up the page that is one of them, else `en`
   */
  lang?: string;
  /**
   * How the list is shown: in this release only `cards`.
   * @default cards
   */
  view?: SupraView;
  /**
   * Which views a visitor can choose from, separated by commas.
   * @default all that there are
   */
  views?: string;
  /** A filter to begin with: ids, separated by commas. */
  initiative?: string;
  /** A filter to begin with: ids, separated by commas. */
  country?: string;
  /** A filter to begin with: ids, separated by commas. */
  area?: string;
  /** A filter to begin with: ids, separated by commas. */
  scope?: string;
  /** A filter to begin with: ids, separated by commas. */
  status?: string;
  /** A filter to begin with: ids, separated by commas. */
  membership?: string;
  /** A filter to begin with: ids, separated by commas. */
  partner?: string;
  /** A filter to begin with: ids, separated by commas. */
  agreement?: string;
  /** Years between which an agreement was signed, else announced. */
  from?: number | `${number}`;
  /** Years between which an agreement was signed, else announced. */
  to?: number | `${number}`;
  /** Words to search for to begin with. */
  q?: string;
  /**
   * The order: `name`, `country`, `links` (most agreements first), `recent`, `relevance`.
   * @default `country`; `relevance` while words are asked
   */
  sort?: SupraSort;
  /** Names of filters that a visitor cannot change: `country`, `q`, `sort` …. */
  lock?: string;
  /** What is left out: `search`, `filters`, `sort`, `sources`, `export`. */
  hide?: string;
  /**
   * Cards before "Show more", 1 to 1000.
   * @default 24
   */
  "page-size"?: number | `${number}`;
  /**
   * `off`, `query` or `hash`: keeps what is asked in the page's address.
   * @default off
   */
  url?: "off" | "query" | "hash";
  /**
   * What its parameters there begin with.
   * @default sn-
   */
  "url-prefix"?: string;
  /**
   * `1` to `5`: the level of the widget's own heading; cards are one below.
   * @default 2
   */
  "heading-level"?: SupraHeadingLevel | `${SupraHeadingLevel}`;
  /**
   * `inherit` (the page's `color-scheme`), `auto` (the visitor's), `light`, `dark`.
   * @default inherit
   */
  scheme?: "inherit" | "auto" | "light" | "dark";
  /**
   * `lazy` (when near the viewport), `eager`.
   * @default lazy
   */
  loading?: "lazy" | "eager";
  /** An address or `mailto:` for "Report an error" on each card; `{id}` is replaced by the card's id. */
  feedback?: string;
  /** Present: the console says what was left out of the data, and what the page around it does that shuts people out. */
  debug?: "" | boolean;
}

/** Events of `<supra-network>`; they bubble, out of shadow trees too. */
export interface SupraNetworkEventMap {
  /** Data is shown: `initiatives`, `agreements`, `issues` (how many values were left out), `updated`. */
  "supra-load": CustomEvent<SupraLoadDetail>;
  /** Something failed: `code`, `message`, `url`. */
  "supra-error": CustomEvent<SupraErrorDetail>;
  /** What a visitor opened: `id`, `kind` (`initiative` or `agreement`). */
  "supra-select": CustomEvent<SupraSelectDetail>;
  /** Something else is asked: `filters`, `matched`; only by a visitor's act, Back and Forward among them. */
  "supra-change": CustomEvent<SupraChangeDetail>;
}

/** Initiatives in precision medicine and the agreements between them, as cards that a visitor filters and searches. */
export interface SupraNetwork extends HTMLElement {
  /** A dataset to show in place of `src`: an object, JSON text or bytes; `null` goes back to `src`. */
  data: SupraData | null | undefined;
  /** What is asked, as `{country: ["SE"], area: ["cancer"], q: "…", from: 2020}`; `{}` empties what is not locked. */
  filters: SupraFilters | undefined;
  /** `{v: 1, filters, sort, view, open}`; missing keys keep what is. */
  get state(): SupraState | undefined;
  set state(value: SupraStateChange | undefined);
  /** `{total, matched, ids, agreements, counts}`, read only. */
  readonly results: SupraResults | undefined;
  /** Single texts of the language pack in your own words: `{"results.all.one": "{total} programme"}`. */
  texts: SupraTexts | null | undefined;
  /** Resolves with `{ok, code}` when the first data is shown or refused; never rejects. */
  readonly ready: Promise<SupraReady>;
  /** Empties what is not locked. */
  clear(): void;
  /** Leads to a card; `false` where there is none. Before there is data it waits for it, and answers `false`. */
  show(id: string): boolean;
  /** What is found, as the text of a file: `csv`, `json` (a dataset again) or `ris`. Downloads nothing, never rejects; `undefined` where there is no data. */
  export(format: SupraFormat): Promise<string | undefined>;
}

/** What a script may set, as a template may. */
export interface SupraNetworkProperties {
  /** A dataset to show in place of `src`: an object, JSON text or bytes; `null` goes back to `src`. */
  data?: SupraData | null | undefined;
  /** What is asked, as `{country: ["SE"], area: ["cancer"], q: "…", from: 2020}`; `{}` empties what is not locked. */
  filters?: SupraFilters | undefined;
  /** `{v: 1, filters, sort, view, open}`; missing keys keep what is. */
  state?: SupraStateChange | undefined;
  /** Single texts of the language pack in your own words: `{"results.all.one": "{total} programme"}`. */
  texts?: SupraTexts | null | undefined;
}

/** Attributes, properties and events, as React and Preact have them in JSX. */
export type SupraNetworkJsx = SupraNetworkAttributes & SupraNetworkProperties & {
  [Name in keyof SupraNetworkEventMap as `on${Name}`]?: (event: SupraNetworkEventMap[Name]) => void;
};

/** The class, as the page's registry of elements gives it. */
export interface SupraNetworkConstructor {
  new (): SupraNetwork;
  readonly prototype: SupraNetwork;
  /** The version, as `customElements.get("supra-network").version`. */
  readonly version: string;
}

declare global {
  interface HTMLElementTagNameMap {
    "supra-network": SupraNetwork;
  }
  interface GlobalEventHandlersEventMap extends SupraNetworkEventMap {}
  interface CustomElementRegistry {
    get(name: "supra-network"): SupraNetworkConstructor | undefined;
    whenDefined(name: "supra-network"): Promise<SupraNetworkConstructor>;
  }
}

// End of what is made.
