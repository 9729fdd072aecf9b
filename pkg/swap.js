// Put before wasm-bindgen's glue by `cargo xtask pkg`. When the cards come, they take the place of what stood in the slot,
// and that may be the plain HTML fragment, many windows high: what follows the element stays where the visitor sees it.

const CARD = "#supra-card-";
/** Elements that have followed the page's address to a card. */
const led = new WeakSet();

/**
 * Remembers where the page is before the cards of an element are drawn; what is returned puts them in place of its slot, and
 * leads to the card in which the visitor was, or to which the page's address leads.
 */
export function hold({ host, slot }) {
  const { top, bottom } = host.getBoundingClientRect();
  // Not by `:focus-within`: Chromium forgets that when the element gets its shadow root.
  const card = document.activeElement?.closest(".supra-card");
  const read = host.contains(card) && card?.querySelector("[id]");
  return () => {
    slot.remove();
    // What follows stays, or stays out of sight; not every browser sees to that.
    const lower = host.getBoundingClientRect().bottom - Math.min(bottom, innerHeight);
    if (top < 0 && (lower < 0 || bottom < innerHeight)) scrollBy({ top: lower, behavior: "instant" });
    const id = read ? `#${read.id}` : !led.has(host) && location.hash;
    led.add(host);
    if (id && id.startsWith(CARD)) host.show(id.slice(CARD.length));
  };
}
