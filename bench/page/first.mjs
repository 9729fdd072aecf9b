// The first card of 43 initiatives: a page that was never visited, the processor slowed four times, a slow line.
import { open, sleep } from "./browser.mjs";
import { first } from "./trace.mjs";

const SLOW = 4;
const LINE = { latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 1.6e6 / 8 };

export async function firstCard(browsers, at, rounds) {
  const samples = Object.fromEntries(browsers.map(({ name }) => [name, []]));
  for (let turn = 0; turn < rounds; turn++) {
    for (const { name, browser } of turn % 2 ? browsers : [...browsers].reverse()) {
      const page = await open(browser, at("43", name), { slow: SLOW, line: LINE, traced: true });
      // The frame that shows it may still be on its way.
      await sleep(300);
      samples[name].push(first(await page.traced()));
      await page.close();
    }
  }
  return samples;
}
