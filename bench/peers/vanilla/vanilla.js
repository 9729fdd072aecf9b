/**
 * The same list by hand, as a good author without a framework would write it: a bit set for each value of a facet,
 * counts of all values after each change, text folded once, and the first 24 cards drawn anew as one string.
 *
 * It draws the DOM that the widget draws, for the checks of the benchmark compare both. Left out is what the benchmark
 * does not touch: what opens below a card, the years, the search inside a facet, other languages, orders, the address,
 * the keyboard, bad data.
 */
const DISPLAY = {
  country: "Country", area: "Disease area", partner: "Partner’s country", agreement: "Kind of agreement",
  membership: "Member of", scope: "Reach", status: "Status", initiative: "Initiative and its partners",
};
const CHIPS = ["initiative", "country", "area", "scope", "status", "membership", "partner", "agreement"];
const OPEN = ["country", "area"];
const OF_LINKS = ["partner", "agreement", "area"];
const WORDS = {
  scope: { national: "National", regional: "Regional", multilateral: "Multilateral", institutional: "Institutional" },
  status: { active: "Active", planned: "Planned", ended: "Ended" },
  agreement: {
    mou: "Memorandum of understanding", "letter-of-intent": "Letter of intent", declaration: "Declaration",
    cooperation: "Cooperation", other: "Agreement",
  },
  kind: {
    programme: "Programme", plan: "Plan", strategy: "Strategy", infrastructure: "Infrastructure", biobank: "Biobank",
    cohort: "Cohort", network: "Network", project: "Project", other: "Initiative",
  },
};
const PAGE = 24, MANY = 12, LISTED = 100;

const regions = new Intl.DisplayNames("en-GB", { type: "region" });
const collator = new Intl.Collator("en-GB");
const numbers = new Intl.NumberFormat("en-GB");
const formats = [{}, { month: "long" }, { month: "long", day: "numeric" }].map(
  (parts) => new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", year: "numeric", ...parts }),
);
const number = (value) => numbers.format(value);
const date = (text) => formats[text.split("-").length - 1].format(new Date(text));
const country = (code) => regions.of(code);
const esc = (text) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
const all = (text) => (text ? Object.values(text) : []);

// ---------------------------------------------------------------- bit sets

const bits = (length) => new Uint32Array((length + 31) >> 5);
const has = (set, at) => (set[at >> 5] >>> (at & 31)) & 1;
const add = (set, at) => (set[at >> 5] |= 1 << (at & 31));
const full = (length) => {
  const set = bits(length).fill(~0);
  if (length & 31) set[set.length - 1] = (1 << (length & 31)) - 1;
  return set;
};
const ones = (word) => {
  word -= (word >>> 1) & 0x55555555;
  word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
  return (((word + (word >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
};
const common = (a, b) => {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += ones(a[at] & b[at]);
  return sum;
};
const meet = (a, b) => {
  for (let at = 0; at < a.length; at++) a[at] &= b[at];
  return a;
};
const join = (a, b) => {
  for (let at = 0; at < a.length; at++) a[at] |= b[at];
  return a;
};

// ---------------------------------------------------------------- data

const data = await (await fetch("dataset.json")).json();
const { initiatives, organisations = [], agreements, areas = [], places = [] } = data;
const total = initiatives.length;
const cardOf = new Map(initiatives.map((one, at) => [one.id, at]));
const organisationOf = new Map(organisations.map((one) => [one.id, one]));
const agreementOf = new Map(agreements.map((one) => [one.id, one]));
const placeOf = new Map(places.map((one) => [one.code, one.label.en]));
const areaOf = new Map(areas.map((one) => [one.id, one]));
for (const one of initiatives) one.country ??= one.place?.split("-")[0];
const isShared = (one) => one.scope === "multilateral";
const isState = (id) => organisationOf.get(id)?.kind === "state";

const led = Map.groupBy(
  initiatives.flatMap((one, at) => [...new Set([one.host, one.leadBodies].flat())].map((id) => [id, at])),
  ([id]) => id,
);
const national = Map.groupBy(
  initiatives.map((_, at) => at).filter((at) => initiatives[at].scope === "national"),
  (at) => initiatives[at].country,
);
const cardsOf = (end) => {
  if (cardOf.has(end)) return [cardOf.get(end)];
  if (isState(end)) return national.get(organisationOf.get(end).country) ?? [];
  return led.get(end)?.map(([, at]) => at) ?? [];
};
/** A link is an agreement on a card: its card, its agreement, and the end on the other side. */
const linksOf = initiatives.map(() => []);
for (const one of agreements) {
  const [first, second] = one.ends.map(cardsOf);
  for (const card of first) linksOf[card].push({ card, agreement: one, other: one.ends[1], own: one.ends[0] });
  for (const card of second) {
    if (!first.includes(card)) linksOf[card].push({ card, agreement: one, other: one.ends[0], own: one.ends[1] });
  }
}
const links = linksOf.flat();
links.forEach((link, at) => (link.at = at));
const firstOf = (one) => {
  while (one.renews) one = agreementOf.get(one.renews);
  return one;
};
const age = (one) => (one.renews ? 1 + age(agreementOf.get(one.renews)) : 0);
const chainsOf = (card) =>
  [...Map.groupBy(linksOf[card], (link) => firstOf(link.agreement)).values()].map((chain) =>
    chain.length > 1 ? chain.sort((a, b) => age(a.agreement) - age(b.agreement)) : chain,
  );

const members = Map.groupBy(
  initiatives.flatMap((one) => (one.memberOf ?? []).map((body) => [body, one.id])),
  ([body]) => body,
);
/** Everyone who takes part in a body, and in a participant that is one itself. */
function participantsOf(body) {
  const found = new Set();
  const bodies = [body];
  for (const id of bodies) {
    const named = initiatives[cardOf.get(id)].participants ?? [];
    for (const party of [...named, ...(members.get(id) ?? []).map(([, member]) => member)]) {
      if (found.has(party)) continue;
      found.add(party);
      if (party !== body && cardOf.has(party) && isShared(initiatives[cardOf.get(party)])) bodies.push(party);
    }
  }
  return found;
}

// ---------------------------------------------------------------- facets

const codesOf = (id) => {
  const one = initiatives[cardOf.get(id)] ?? organisationOf.get(id);
  return [one.place, one.country, ...(isShared(one) ? one.memberCountries ?? [] : [])].filter(Boolean);
};
const bodyIds = new Set();
for (const one of initiatives) {
  if (!members.has(one.id) && !one.participants?.some((id) => cardOf.has(id))) continue;
  for (let id = one.id; id && !bodyIds.has(id); id = initiatives[cardOf.get(id)].parent) bodyIds.add(id);
}
const bodiesOf = new Map();
for (const body of bodyIds) {
  for (const id of participantsOf(body)) if (id !== body) bodiesOf.set(id, [...(bodiesOf.get(id) ?? []), body]);
}
const ofCard = {
  country: (one) => [...codesOf(one.id), ...(isShared(one) ? [...participantsOf(one.id)].flatMap(codesOf) : [])],
  area: (one) => one.areas ?? [],
  scope: (one) => [one.scope],
  status: (one) => [one.status],
  membership: (one) => bodiesOf.get(one.id) ?? [],
};
const ofLink = {
  partner: ({ other }) => (isShared(initiatives[cardOf.get(other)] ?? {}) ? [] : codesOf(other)),
  agreement: ({ agreement }) => [agreement.kind ?? "other"],
  area: ({ agreement }) => agreement.areas ?? [],
};
const codeValue = (id) => ({ id, label: placeOf.get(id) ?? country(id), parent: id.includes("-") ? id.split("-")[0] : undefined });
const named = (id) => ({ id, label: initiatives[cardOf.get(id)].name.en });
const codes = (lists) => [...new Set(lists.flat().flatMap((code) => [code, code.split("-")[0]]))].map(codeValue);
const valuesOf = {
  country: () => codes(initiatives.map(ofCard.country)),
  partner: () => codes(links.map(ofLink.partner)),
  area: () => areas.map(({ id, label, parent }) => ({ id, label: label.en, parent })),
  membership: () => [...bodyIds].map((id) => ({ ...named(id), parent: initiatives[cardOf.get(id)].parent })),
  initiative: () => initiatives.map(({ id }) => named(id)),
};

/** The values in the order of their tree, each with its cards and, of a facet of agreements, its links. */
function facet(key) {
  let seeds = valuesOf[key]?.();
  if (seeds) seeds.sort((a, b) => collator.compare(a.label, b.label) || (a.id < b.id ? -1 : 1));
  else seeds = Object.entries(WORDS[key]).map(([id, label]) => ({ id, label }));
  const known = new Set(seeds.map(({ id }) => id));
  const below = Map.groupBy(seeds, ({ parent }) => (known.has(parent) ? parent : undefined));
  const values = [];
  const descend = (id, depth) => {
    for (const value of below.get(id) ?? []) {
      values.push(Object.assign(value, { depth }));
      descend(value.id, depth + 1);
    }
  };
  descend(undefined, 0);
  const find = new Map(values.map((value, at) => [value.id, at]));
  // A parent stands before what is below it.
  const up = [];
  values.forEach((value, at) => up.push([at, ...(value.depth ? up[find.get(value.parent)] : [])]));
  const own = (ids) => [...new Set(ids.filter((id) => find.has(id)).flatMap((id) => up[find.get(id)]))];
  const hasCards = key !== "initiative";
  const cards = hasCards ? values.map(() => bits(total)) : [];
  if (ofCard[key]) initiatives.forEach((one, at) => own(ofCard[key](one)).forEach((value) => add(cards[value], at)));
  let linkBits, linkValues;
  if (ofLink[key]) {
    linkBits = values.map(() => bits(links.length));
    linkValues = links.map((link) => own(ofLink[key](link)));
    linkValues.forEach((list, at) => {
      for (const value of list) add(linkBits[value], at), add(cards[value], links[at].card);
    });
  }
  const sizes = cards.map((set) => common(set, set));
  // Of a closed list those that a card has.
  const shown = values.map((_, at) => at).filter((at) => !WORDS[key] || sizes[at]);
  return { key, values, find, up, cards, sizes, known: shown, linkBits, linkValues, chosen: new Set() };
}
const facets = Object.fromEntries(Object.keys(DISPLAY).map((key) => [key, facet(key)]));
const display = Object.values(facets);

/** Checked with what stands above it, mixed by what stands below. */
function choice({ values, up, chosen }, at) {
  if (!chosen.size) return "";
  if (up[at].some((own) => chosen.has(own))) return "checked";
  return [...chosen].some((own) => up[own].includes(at)) ? "mixed" : "";
}

function toggle(of, at) {
  const holder = of.up[at].find((own) => of.chosen.has(own));
  if (holder === undefined) {
    for (const own of [...of.chosen]) if (of.up[own].includes(at)) of.chosen.delete(own);
    of.chosen.add(at);
    return;
  }
  of.chosen.delete(holder);
  const path = of.up[at].slice(0, of.up[at].indexOf(holder));
  of.values.forEach((_, other) => {
    const parent = of.up[other][1];
    const beside = parent !== undefined && (parent === holder || path.includes(parent));
    if (beside && !path.includes(other) && !of.up[other].slice(1).includes(at)) of.chosen.add(other);
  });
}

// ---------------------------------------------------------------- text

const SPELLED = { "ä": "ae", "ö": "oe", "ü": "ue", "å": "aa" };
const LETTERS = { "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ŧ": "t" };
const plain = (text) =>
  text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "").replace(/[øßæœłđðþıħŧ]/g, (letter) => LETTERS[letter]);
const spelled = (text) =>
  plain(text.normalize("NFC").toLowerCase().replace(/[äöüå]/g, (letter) => SPELLED[letter]).replace(/ø/g, "oe"));
const fold = (texts) => {
  const text = texts.join(" ");
  const folded = /[^\0-\x7f]/.test(text) ? `${plain(text)} ${spelled(text)}` : text.toLowerCase();
  return ` ${folded.replace(/[^\p{L}\p{N}]+/gu, " ")} `;
};
const partyNames = (id) => {
  const one = initiatives[cardOf.get(id)] ?? organisationOf.get(id);
  return [...all(one.name), one.abbreviation, ...(one.altNames ?? [])];
};
const folded = [];
/** Three texts of a card, by what a word in them weighs. */
function foldCard(at) {
  const one = initiatives[at];
  const own = linksOf[at];
  const ids = [...(one.areas ?? []), ...own.flatMap(({ agreement }) => agreement.areas ?? [])];
  folded[at] = [
    fold([...all(one.name), one.abbreviation ?? ""]),
    fold([
      ...(one.altNames ?? []), ...new Set(ids.flatMap((id) => all(areaOf.get(id)?.label))),
      ...(one.place ? [placeOf.get(one.place)] : []), ...(one.country ? [country(one.country)] : []),
    ]),
    fold([
      ...all(one.summary), ...(one.focus ?? []).flatMap(all),
      ...own.flatMap(({ agreement, other }) => [
        ...partyNames(other), ...(agreement.topics ?? []).flatMap(all),
        ...(agreement.signatories ?? []).map(({ name }) => (typeof name === "string" ? name : all(name).join(" "))),
      ]),
    ]),
  ];
}
/** After the first cards are up, in what time the page has left; a letter that comes before does the rest. */
function foldLater(idle) {
  while (folded.length < total) {
    if (idle.timeRemaining() < 2) return requestIdleCallback(foldLater);
    foldCard(folded.length);
  }
}
const scores = new Uint8Array(total);
function found(words) {
  if (!words.length) return full(total);
  while (folded.length < total) foldCard(folded.length);
  const set = bits(total);
  scores.fill(0);
  for (let at = 0; at < total; at++) {
    const [names, others, rest] = folded[at];
    let sum = 0;
    for (const word of words) {
      const begin = ` ${word}`, whole = ` ${word} `;
      // The best place decides: whole words weigh twice as much as beginnings.
      const best = names.includes(whole) ? 12
        : others.includes(whole) ? 8
        : names.includes(begin) ? 6
        : others.includes(begin) || rest.includes(whole) ? 4
        : rest.includes(begin) ? 2 : 0;
      if (!best) { sum = 0; break; }
      sum += best;
    }
    if (sum) add(set, at), (scores[at] = sum);
  }
  return set;
}

// ---------------------------------------------------------------- question and answer

const countries = initiatives.map((one) => (isShared(one) || !one.country ? undefined : country(one.country)));
const byCountry = initiatives.map((_, at) => at).sort((a, b) => {
  const [first, second] = [countries[a], countries[b]];
  if (first !== second) return first === undefined ? 1 : second === undefined ? -1 : collator.compare(first, second);
  return collator.compare(initiatives[a].name.en, initiatives[b].name.en) || (initiatives[a].id < initiatives[b].id ? -1 : 1);
});
const neighbours = (at) => new Set([at, ...linksOf[at].flatMap(({ other }) => cardsOf(other))]);
let query = "";

function answer() {
  const words = plain(query).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const text = found(words);
  const met = {};
  for (const key of OF_LINKS) {
    const { chosen, linkBits } = facets[key];
    if (chosen.size) met[key] = [...chosen].reduce((set, at) => join(set, linkBits[at]), bits(links.length));
  }
  const asks = met.partner || met.agreement;
  const linksBut = (but) => {
    const sets = OF_LINKS.filter((key) => key !== but && met[key]).map((key) => met[key]);
    return sets.length ? sets.slice(1).reduce(meet, sets[0].slice()) : undefined;
  };
  const matching = linksBut();
  const sets = { text };
  if (asks) {
    sets.links = bits(total);
    links.forEach(({ card }, at) => has(matching, at) && add(sets.links, card));
  }
  for (const { key, chosen, cards } of display) {
    if (!chosen.size || key === "partner" || key === "agreement" || (asks && key === "area")) continue;
    sets[key] = bits(total);
    for (const at of chosen) {
      if (key === "initiative") neighbours(at).forEach((card) => add(sets.initiative, card));
      else join(sets[key], cards[at]);
    }
  }
  const but = (...keys) =>
    Object.entries(sets).reduce((cards, [key, set]) => (keys.includes(key) ? cards : meet(cards, set)), full(total));
  const counts = {};
  const butLinks = but("links", "area");
  for (const { key, cards, values, linkValues, known } of display) {
    const others = OF_LINKS.includes(key) ? linksBut(key) : undefined;
    if (key === "initiative") counts.cards = but(key);
    else if (!others) {
      const within = OF_LINKS.includes(key) ? butLinks : but(key);
      counts[key] = cards.map((own) => common(own, within));
    } else {
      const last = new Int32Array(values.length).fill(-1);
      counts[key] = new Uint32Array(values.length);
      links.forEach(({ card }, at) => {
        if (!has(others, at) || !has(butLinks, card)) return;
        for (const value of linkValues[at]) if (last[value] !== card) (last[value] = card), counts[key][value]++;
      });
    }
  }
  const result = but();
  const order = byCountry.filter((at) => has(result, at));
  if (words.length) order.sort((a, b) => scores[b] - scores[a]);
  return { order, counts, words, matching };
}
const countOf = (counts, key, at) => {
  if (key !== "initiative") return counts[key][at];
  let sum = 0;
  const card = cardOf.get(facets.initiative.values[at].id);
  for (const one of neighbours(card)) sum += has(counts.cards, one);
  return sum;
};

// ---------------------------------------------------------------- markup

let asked = [];
const marked = (text) =>
  asked.length
    ? `<span>${text.split(/([\p{L}\p{M}\p{N}]+)/u).map((part, at) =>
        at % 2 && asked.some((word) => plain(part).startsWith(word)) ? `<mark class="mark">${esc(part)}</mark>` : esc(part),
      ).join("")}</span>`
    : `<span>${esc(text)}</span>`;
const choose = (key, id, text) => {
  const of = facets[key];
  const at = of.find.get(id);
  return `<button class="choose" type="button" data-facet="${key}" data-value="${at}" aria-pressed="${choice(of, at) === "checked"}">${marked(text)}</button>`;
};
const unique = (list) => [...new Set(list)];
const fits = (list) => {
  const labels = unique(list.filter(([key, at]) => choice(facets[key], at) === "checked").map(([key, at]) => facets[key].values[at].label));
  return labels.length ? `<p class="match" part="match">Matches your filter: ${esc(labels.join(", "))}</p>` : "";
};
const details = (id, seen, heard) =>
  `<details class="details" id="open-${id}"><summary class="more"><span aria-hidden="true">${seen}</span><span class="unseen">${esc(heard)}</span></summary></details>`;
const placeName = (one) => {
  if (isShared(one)) return "Several countries";
  if (!one.country) return undefined;
  return one.place && placeOf.has(one.place) ? `${placeOf.get(one.place)} (${country(one.country)})` : country(one.country);
};
const when = ({ signed, announced }) =>
  signed ? `Signed ${date(signed)}` : announced ? `Announced ${date(announced)}; date of signing not stated` : "Date not stated";
const renewed = ({ signed, announced }) =>
  signed ? `Renewed ${date(signed)}` : announced ? `Renewal announced ${date(announced)}` : "Renewed; date not stated";

function agreementItem(card, chain) {
  const [{ agreement, other }] = chain;
  const one = initiatives[cardOf.get(other)] ?? organisationOf.get(other);
  const isCard = !isState(other) && cardsOf(other).length === 1;
  const where = cardOf.has(other) ? placeName(one) : one.country && !isState(other) ? country(one.country) : undefined;
  const own = chain.flatMap((link) =>
    OF_LINKS.flatMap((key) => {
      const list = facets[key].linkValues[link.at];
      return list.filter((at) => !list.some((below) => below !== at && facets[key].up[below].includes(at))).map((at) => [key, at]);
    }),
  );
  const name = isCard ? `<button class="partner link" type="button">${marked(one.name.en)}</button>` : `<span class="partner">${marked(one.name.en)}</span>`;
  const dates = [when(agreement), ...chain.slice(1).map((link) => renewed(link.agreement))];
  return `<li class="agreement" part="agreement"><div class="line">${name}${where ? `<span class="where">${esc(where)}</span>` : ""}<span class="kind">${WORDS.agreement[agreement.kind ?? "other"]}</span>${dates.map((text) => `<span class="date">${text}</span>`).join("")}</div>${fits(own)}${details(`${initiatives[card].id}/${agreement.id}`, "Details", `Details of the agreement with ${one.name.en}`)}</li>`;
}

function agreementList(card, chains, matching) {
  if (!chains.length) return `<p class="none">No agreement is known.</p>`;
  const listed = chains.filter((chain) => !matching || chain.some(({ at }) => has(matching, at))).slice(0, LISTED);
  const rest = chains.length - listed.length;
  const button = `<button class="rest" type="button" aria-expanded="false">${rest} more agreement${rest === 1 ? "" : "s"}</button>`;
  return `<div><ul role="list" class="agreements">${listed.map((chain) => agreementItem(card, chain)).join("")}</ul><div class="${rest ? "" : "is-gone"}">${button}</div></div>`;
}

function cardItem(at, matching) {
  const one = initiatives[at];
  const place = placeName(one) ?? "Not stated";
  const code = one.place ?? one.country;
  const name = one.name.en;
  const inside = one.url ? `<a class="link" href="${esc(one.url)}" rel="noopener noreferrer">${marked(name)}</a>` : marked(name);
  const facts = [WORDS.scope[one.scope], WORDS.kind[one.kind ?? "other"], WORDS.status[one.status]].filter(Boolean);
  const chains = chainsOf(at);
  const states = chains.filter(([{ own }]) => isState(own));
  const others = chains.filter(([{ own }]) => !isState(own));
  const list = code ? [] : facets.country.cards.map((cards, value) => has(cards, at) && ["country", value]).filter(Boolean);
  return `<li class="cell"><article class="card" part="card"><p class="place">${code ? choose("country", code, place) : `<span>${marked(place)}</span>`}</p><h3 class="title" part="title" id="card-${one.id}" tabindex="-1">${inside}${one.abbreviation ? ` <span class="abbreviation">${marked(one.abbreviation)}</span>` : ""}</h3>${fits(list)}<ul role="list" class="facts">${facts.map((fact) => `<li class="fact">${fact}</li>`).join("")}</ul>${one.summary ? `<p class="summary">${marked(one.summary.en)}</p>` : ""}${one.areas?.length ? `<h4 class="label">Disease areas</h4><ul role="list" class="areas">${one.areas.map((id) => `<li>${choose("area", id, areaOf.get(id).label.en)}</li>`).join("")}</ul>` : ""}${!isShared(one) || others.length ? `<h4 class="label">Agreements</h4>${agreementList(at, others, matching)}` : ""}${states.length ? `<h4 class="label">Between the two states</h4>${agreementList(at, states, matching)}` : ""}${details(one.id, "More", `More about ${name}`)}</article></li>`;
}

/** The rows of a facet: all of a short one; else those that most cards have, and those chosen. */
function rowsOf(of) {
  if (of.known.length <= MANY) return of.known;
  const size = (at) => of.sizes[at] ?? 0;
  const byCards = of.known.toSorted((a, b) => size(b) - size(a) || a - b);
  const least = size(byCards[MANY]);
  const isFlat = size(byCards[0]) === least;
  const top = new Set(byCards.slice(0, MANY).filter((at) => isFlat || size(at) > least));
  return of.known.filter((at) => top.has(at) || choice(of, at));
}
const rowItem = (of, at) =>
  `<li><label class="choice"><input class="check" type="checkbox" data-facet="${of.key}" data-value="${at}"><span class="name">${esc(of.values[at].label)}</span><span class="count"></span></label></li>`;

const base = document.getElementById("list").shadowRoot.querySelector("[part=base]");
const years = unique(agreements.map(({ signed, announced }) => (signed ?? announced ?? "").slice(0, 4))).filter(Boolean).sort().reverse();
const select = (label) => `<label class="year">${label}<select class="input"><option value="">Any</option>${years.map((year) => `<option value="${year}">${year}</option>`).join("")}</select></label>`;
const group = (of) => {
  const label = DISPLAY[of.key];
  const rows = `<ul role="list" class="rows" aria-label="${label}"></ul>`;
  const inside = of.known.length > MANY ? `<input class="input" type="search" aria-label="Search in: ${label}" placeholder="Search">${rows}<button class="rest" type="button" aria-expanded="false">Show all (${number(of.known.length)})</button>` : rows;
  return of.known.length ? `<details class="group" part="facet"${OPEN.includes(of.key) ? " open" : ""}><summary class="label">${label}</summary><div class="inside-group">${inside}</div></details>` : "";
};
base.innerHTML = `<div class="all"><h2 class="heading" part="heading">${esc(data.title.en)}</h2><section class="filters" part="filters" aria-label="Filters"><button class="open-filters" type="button">Filters</button><div id="filters" class="groups"><div class="group"><label class="label" for="search">Search</label><p class="hint" id="search-hint">Name, partner, topic or person</p><input class="input" part="search" id="search" type="search" autocomplete="off" spellcheck="false"></div>${display.map(group).join("")}${years.length ? `<details class="group" part="facet"><summary class="label">Year of the agreement</summary><div class="years">${select("From")}${select("To")}</div></details>` : ""}</div></section><div class="results"><p class="status" part="count" id="status" role="status" tabindex="-1"></p><div style="display:contents" id="chosen"></div><label class="sorting" part="sort">Sort by<select class="input"><option value="name">Name</option><option value="country" selected>Country</option><option value="links">Most agreements</option><option value="recent">Latest agreement</option><option value="relevance">Best match</option></select></label><ul role="list" class="cards" part="cards"></ul><div class="offer"><span></span><button class="clear" type="button" part="more">Show more</button></div><div class="empty" part="empty"><p class="line">No initiative matches these filters.</p><p class="line">Remove a filter, or clear them all.</p></div><div class="foot" part="footer"><p class="line">Data last updated ${date(data.updated)}</p></div></div></div>`;

const one = (selector) => base.querySelector(selector);
const [status, chosenBox, cardList, offer, empty, sort] = ["#status", "#chosen", ".cards", ".offer", ".empty", ".sorting select"].map(one);
const lists = new Map(display.filter((of) => of.known.length).map((of) => [of, { list: one(`.rows[aria-label="${DISPLAY[of.key]}"]`) }]));

function drawChips() {
  const chips = query.trim() ? [`Search: ${query.trim()}`] : [];
  for (const key of CHIPS) {
    for (const at of facets[key].chosen) {
      const { label } = facets[key].values[at];
      chips.push(OPEN.includes(key) ? label : `${DISPLAY[key]}: ${label}`);
    }
  }
  chosenBox.innerHTML = chips.length
    ? `<div class="chosen"><ul role="list" class="chips" aria-label="Chosen filters">${chips.map((label) => `<li><button class="chip" type="button" part="chip"><span class="unseen">Remove filter: </span><span>${esc(label)}</span></button></li>`).join("")}</ul><button class="clear" type="button" part="clear">Clear all filters</button></div>`
    : "";
}

function drawRows(of, counts) {
  const own = lists.get(of);
  const rows = rowsOf(of);
  if (String(rows) !== own.rows) {
    own.rows = String(rows);
    own.list.innerHTML = rows.map((at) => rowItem(of, at)).join("");
    own.items = [...own.list.children].map((item) => ({ item, input: item.querySelector("input"), count: item.querySelector(".count"), shown: -1 }));
  }
  rows.forEach((at, place) => {
    const { item, input, count, shown } = own.items[place];
    const now = countOf(counts, of.key, at);
    const state = choice(of, at);
    input.checked = state === "checked";
    input.indeterminate = state === "mixed";
    if (shown === now) return;
    own.items[place].shown = now;
    count.textContent = number(now);
    const { depth } = of.values[at];
    item.className = `row${depth ? ` in-${Math.min(depth, 3)}` : ""}${now ? "" : " is-empty"}`;
  });
}

function draw() {
  const { order, counts, words, matching } = answer();
  asked = words;
  const isAny = query.trim() || display.some(({ chosen }) => chosen.size);
  status.textContent = `${isAny ? `${number(order.length)} of ` : ""}${number(total)} initiative${total === 1 ? "" : "s"}`;
  drawChips();
  sort.value = words.length ? "relevance" : "country";
  for (const of of lists.keys()) drawRows(of, counts);
  cardList.innerHTML = order.slice(0, PAGE).map((at) => cardItem(at, matching)).join("");
  offer.style.display = order.length > PAGE ? "" : "none";
  offer.firstChild.textContent = `${PAGE} of ${number(order.length)} shown`;
  empty.style.display = order.length ? "none" : "";
}

base.addEventListener("input", ({ target }) => {
  if (target.id === "search") (query = target.value), draw();
});
base.addEventListener("change", ({ target }) => {
  const { facet: key, value } = target.dataset;
  if (key) toggle(facets[key], Number(value)), draw();
});
base.addEventListener("click", ({ target }) => {
  const button = target.closest("button.choose");
  if (button) toggle(facets[button.dataset.facet], Number(button.dataset.value)), draw();
});
draw();
requestIdleCallback(foldLater);
