// Put before wasm-bindgen's glue by `cargo xtask pkg`. When the cards come, they take the place of what stood in the slot,
// and that may be the plain HTML fragment, many windows high: what follows the element stays where the visitor sees it.

const CARD = "#supra-card-";
/** Elements that follow the page's address to a card. */
const led = new WeakSet();

const lead = (host, id) => id.startsWith(CARD) && host.show(id.slice(CARD.length));

/** From now on a link to a card of the fragment leads to the widget's; an element that is gone is not kept for that. */
function follow(host) {
  const own = new WeakRef(host);
  addEventListener("hashchange", () => own.deref()?.isConnected && lead(own.deref(), location.hash));
  led.add(host);
}

/**
 * Remembers where the page is before the cards of an element are drawn; what is returned puts them in place of its slot, asks
 * what the visitor has asked of the fragment, and leads to the card in which the visitor was, or to which the page's address
 * leads.
 */
export function hold({ host, slot, root }) {
  const { top, bottom } = host.getBoundingClientRect();
  // Not by `:focus-within`: Chromium forgets that when the element gets its shadow root.
  const active = document.activeElement;
  const isInside = active !== host && host.contains(active);
  const read = isInside && active.closest(".supra-card")?.querySelector("[id]");
  // Once: what is asked since is the visitor's.
  const asked = led.has(host) ? [] : [...host.querySelectorAll(".supra-filter select")].filter((one) => one.value);
  return () => {
    slot.remove();
    // What follows stays, or stays out of sight; not every browser sees to that.
    const lower = host.getBoundingClientRect().bottom - Math.min(bottom, innerHeight);
    if (top < 0 && (lower < 0 || bottom < innerHeight)) scrollBy({ top: lower, behavior: "instant" });
    if (asked[0]) host.filters = { ...host.filters, ...Object.fromEntries(asked.map(({ name, value }) => [name, [value]])) };
    if (read) lead(host, `#${read.id}`);
    else if (isInside) root.getElementById("status").focus();
    else if (!led.has(host)) lead(host, location.hash);
    if (!led.has(host)) follow(host);
  };
}
