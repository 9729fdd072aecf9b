// Facet clicks at 1,000 initiatives: the same seeded sequence on both pages, one page's click after the other's.
import { compare, open, sleep } from "./browser.mjs";
import { acts } from "./trace.mjs";

const WARM = 10;
/** Of each round as many clicks. */
const PER_ROUND = 4;
/** With so many values chosen one is taken back. */
const MOST = 3;
const FACETS = ["Country", "Disease area", "Partner’s country", "Kind of agreement", "Reach", "Status"];

/** Numbers between 0 and 1, the same each time: mulberry32. */
function seeded(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What is clicked: few values at a time, each later taken back. */
function sequence(rows, length) {
  const random = seeded(1);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const values = rows.filter(({ facet }) => FACETS.includes(facet));
  const chosen = [];
  const clicked = [];
  while (clicked.length < length) {
    if (chosen.length === MOST) {
      clicked.push(...chosen.splice(Math.floor(random() * MOST), 1));
      continue;
    }
    const { facet, names } = pick(values);
    const name = pick(names);
    // A value below a chosen one shows as chosen: one of a facet at a time keeps a click from meaning something else.
    if (chosen.some(([own]) => own === facet)) continue;
    chosen.push([facet, name]);
    clicked.push([facet, name]);
  }
  return clicked;
}

export async function clicks(browsers, at, rounds) {
  const pages = [];
  for (const { name, browser } of browsers) pages.push({ name, samples: [], ...(await open(browser, at("1000", name))) });
  for (const page of pages) await page.bench("openAll");
  await compare(pages, "loading");
  const clicked = sequence(await pages[0].bench("rows"), WARM + rounds * PER_ROUND);
  const elements = await Promise.all(pages.map((page) => page.bench("elements")));
  for (const page of pages) await page.bench("watch");
  for (const [turn, [facet, name]] of clicked.entries()) {
    for (const page of turn % 2 ? pages : [...pages].reverse()) {
      if (turn >= WARM) await page.trace();
      await page.bench("click", facet, name);
      await sleep(150);
      if (turn >= WARM) page.samples.push(...acts(await page.traced()));
    }
    await compare(pages, `click ${turn} on ${facet}: ${name}`);
  }
  for (const page of pages) await page.close();
  return Object.fromEntries(pages.map(({ name, samples }, at) => [name, { elements: elements[at], samples }]));
}
