// Put before the glue of what writes files by `cargo xtask pkg`, so that only who wants a file loads it.

const KINDS = { csv: "text/csv;charset=utf-8", json: "application/json", ris: "application/x-research-info-systems" };

/** Hands a text to the visitor as a file of this format and name. */
export function save(text, format, name) {
  const href = URL.createObjectURL(new Blob([text], { type: KINDS[format] }));
  Object.assign(document.createElement("a"), { href, download: name }).click();
  URL.revokeObjectURL(href);
}
