// Memory at 10,000 initiatives, after collecting garbage: once loaded, and once a letter was typed and taken back.
import { open, sleep } from "./browser.mjs";

async function used(page) {
  for (let times = 0; times < 3; times++) {
    await page.session.send("HeapProfiler.collectGarbage");
    await sleep(100);
  }
  const heap = await page.session.send("Runtime.getHeapUsage");
  return { ...heap, linear: await page.bench("linear") };
}

export async function memory(browsers, at) {
  const measured = {};
  for (const { name, browser } of browsers) {
    const page = await open(browser, at("10000", name));
    await sleep(1500);
    const loaded = await used(page);
    await page.bench("focusSearch");
    for (const key of ["g", "Backspace"]) {
      await page.page.keyboard.press(key);
      await sleep(500);
    }
    measured[name] = { loaded, asked: await used(page) };
    await page.close();
  }
  return measured;
}
