// Put before wasm-bindgen's glue by `cargo xtask pkg`. What writes files is a module of its own, loaded when a file is
// first wanted, or by `debug`: few visitors want one. WRITER, the names of its two files with their hashes, is filled in.

let writer;

async function loadWriter(request) {
  const [[script, integrity], [module, pin]] = WRITER.map(([name, hash]) => [
    new URL(`${name}?${hash.slice(0, 8)}`, import.meta.url).href,
    `sha256-${hash}`,
  ]);
  const link = Object.assign(document.createElement("link"), { rel: "modulepreload", href: script, integrity });
  document.head.append(link);
  try {
    const [glue, bytes] = await Promise.all([import(script), request(module, { integrity: pin, missing: "SN103" })]);
    await glue.default(await WebAssembly.compile(bytes));
    return glue;
  } catch (error) {
    writer = undefined;
    throw Object.assign(error, { code: error.code ?? "SN103", url: error.url ?? script });
  } finally {
    link.remove();
  }
}

/**
 * What is found in an element as the text of a file, saved under a name where there is one; nothing where what writes it
 * cannot be had, which is said. `request` is the entry's. For no format (`null`) it says in the console what the page does
 * wrong to an element that speaks the language `name`, and whose heading is the first or not.
 */
export async function take(element, request, format, name, isTop) {
  const { handle, read, notice } = element;
  try {
    writer ??= loadWriter(request);
    const { write, save, report } = await writer;
    if (format === null) return report(element.host, name, isTop);
    const text = write(read, format, handle.answer("take"));
    if (text === undefined) console.warn(`supra-network SN301: export: no format "${format}"`);
    if (name) save(text, format, name);
    if (element.unsaved) notice.replaceChildren();
    element.unsaved = false;
    return text;
  } catch (failure) {
    element.tell(failure);
    element.unsaved = true;
    await element.say(element.packing, "unsaved", () => handle === element.handle);
    // It stands above the list, and the button below.
    if (name) notice.scrollIntoView({ block: "nearest" });
  }
}
