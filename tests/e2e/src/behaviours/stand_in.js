// A small element with what the harness has to cope with: an open shadow root, one constructed sheet, a list that a field filters.
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host { display: block; font: 1rem/1.5 sans-serif; color: #222; background: #fff; }
  button { min-block-size: 2.5rem; min-inline-size: 2.5rem; }
  @media (prefers-color-scheme: dark) { :host { color: #eee; background: #111; } }
`);

const make = (name, attributes, ...children) => {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
};

customElements.define("supra-network", class extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    const words = (this.getAttribute("words") || "red green blue").split(" ");
    const field = make("input", { id: "field", type: "text" });
    const list = make("ul", {});
    const status = make("p", { role: "status" });
    const clear = make("button", { type: "button", id: "clear" }, "Clear");
    const show = () => {
      const kept = words.filter((word) => word.startsWith(field.value));
      list.replaceChildren(...kept.map((word) => make("li", {}, word)));
      status.textContent = `${kept.length} of ${words.length}`;
    };
    field.addEventListener("input", show);
    field.addEventListener("keydown", (event) => { if (event.key === "Escape") clear.click(); });
    clear.addEventListener("click", () => { field.value = ""; field.focus(); show(); });
    root.append(make("label", { for: "field" }, "Word"), field, clear, status, list);
    show();
  }
});
