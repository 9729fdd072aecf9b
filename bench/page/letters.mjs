// The first letter typed on a page just loaded: 10,000 initiatives, the processor slowed four times, a page of its own
// for each letter.
import { compare, open, sleep } from "./browser.mjs";
import { key } from "./trace.mjs";

const LETTERS = "gcrspmbntdeaihov";
const SLOW = 4;

export async function letters(browsers, at, rounds) {
  const samples = Object.fromEntries(browsers.map(({ name }) => [name, []]));
  for (let turn = 0; turn < rounds; turn++) {
    const letter = LETTERS[turn % LETTERS.length];
    const pages = [];
    for (const { name, browser } of turn % 2 ? browsers : [...browsers].reverse()) {
      const page = await open(browser, at("10000", name));
      pages.push(page);
      // What a page does after its first cards is done: a visitor does not type in the first second.
      await sleep(1500);
      await page.bench("watch");
      await page.bench("focusSearch");
      await page.slow(SLOW);
      await page.trace();
      await page.page.keyboard.press(letter);
      await sleep(1200);
      samples[name].push({ letter, ...key(await page.traced()) });
      await page.slow(1);
    }
    await compare(pages, `the letter ${letter}`);
    for (const page of pages) await page.close();
  }
  return samples;
}
