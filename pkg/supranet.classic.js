/**
 * For pages that cannot have `<script type="module">`: loads the entry, and turns
 * `<div data-supra-network data-country="SE">` into the element, for editors that strip unknown tags.
 * ENTRY is filled in by `cargo xtask pkg`.
 */
{
  const script = document.currentScript;
  const [address, integrity] = ENTRY;
  // A page may have an element called "currentScript"; only a script has an address to start from.
  const base = script instanceof HTMLScriptElement ? script.src : document.baseURI;
  const url = new URL(address, base).href;
  document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href: url, integrity }));
  import(url).catch((error) => console.error(`supra-network SN103: ${url}: ${error}`));

  const upgrade = () => {
    for (const place of document.querySelectorAll("div[data-supra-network]")) {
      const element = document.createElement("supra-network");
      for (const { name, value } of place.attributes) {
        if (name.startsWith("data-") && name !== "data-supra-network") element.setAttribute(name.slice(5), value);
        else if (name === "lang" || name === "id" || name === "class") element.setAttribute(name, value);
      }
      element.append(...place.childNodes);
      place.replaceWith(element);
    }
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", upgrade);
  else upgrade();
}
