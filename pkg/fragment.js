/**
 * Lets visitors filter the plain HTML fragment by country and disease area, where the widget cannot run: put on the page by
 * hand, or loaded by the entry when it gives up. A classic script that is also a module.
 *
 * It knows no words and nothing of the dataset: what it says and offers stands in the fragment (`data-filter`), and by which
 * values a card is found on the card (`data-country`, `data-area`).
 */
(() => {
  const FILTER = ".supra-filter";

  const make = (tag, properties, ...inside) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...inside);
    return element;
  };

  /** Of a card, whether one of the ids in an attribute is this one. */
  const isFoundBy = (card, attribute, id) => (card.getAttribute(attribute) ?? "").split(" ").includes(id);

  function addFilter(fragment) {
    const cards = [...fragment.querySelectorAll(".supra-card")];
    const count = fragment.querySelector(".supra-count");
    if (!count || fragment.querySelector(FILTER)) return;
    const { by, filters, all, some, empty, clear } = JSON.parse(fragment.dataset.filter);
    const number = (count) => count.toLocaleString(fragment.lang || undefined);
    const counted = (text, matched = 0) => text.replace("{total}", number(cards.length)).replace("{matched}", number(matched));
    const whole = count.textContent;
    const chosen = [];
    const form = make("div", { className: FILTER.slice(1) });
    form.setAttribute("role", "search");
    form.setAttribute("aria-label", filters);

    function show() {
      let matched = 0;
      for (const card of cards) {
        card.hidden = !chosen.every(({ attribute, select }) => !select.value || isFoundBy(card, attribute, select.value));
        if (!card.hidden) matched++;
      }
      const isAsked = chosen.some(({ select }) => select.value);
      count.textContent = isAsked ? counted(some, matched) + (matched ? "" : `. ${empty}`) : whole;
    }

    function showAll() {
      for (const { select } of chosen) select.value = "";
      show();
    }

    for (const [name, label, ...values] of by) {
      const attribute = `data-${name}`;
      // The browser is not to remember what it then does not show. By its name the widget knows what was chosen.
      const select = make("select", { name, autocomplete: "off" }, make("option", { value: "", textContent: counted(all) }));
      for (const value of values) {
        const [id] = value.split(" ", 1);
        // Somebody may have taken cards away.
        if (!cards.some((card) => isFoundBy(card, attribute, id))) continue;
        select.append(make("option", { value: id, textContent: value.slice(id.length + 1) }));
      }
      if (!select.options[1]) continue;
      select.addEventListener("change", show);
      chosen.push({ attribute, select });
      form.append(make("label", {}, make("span", { textContent: label }), select));
    }
    if (!chosen[0]) return;
    const button = make("button", { type: "button", textContent: clear });
    button.addEventListener("click", showAll);
    form.append(button);
    count.setAttribute("role", "status");
    count.before(form);

    // A partner's name leads to its card, even to one that is not shown.
    fragment.addEventListener("click", ({ target }) => {
      const link = target.closest?.('a[href^="#"]');
      if (link && document.getElementById(link.hash.slice(1))?.closest("[hidden]")) showAll();
    });
  }

  function begin() {
    // Many pages give every `article` a `display`, which `hidden` alone does not overrule.
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(".supra-card[hidden] { display: none !important }");
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    } catch {} // An older browser: `fragment.css` says the same.
    for (const fragment of document.querySelectorAll(".supra-fragment")) {
      try {
        addFilter(fragment);
      } catch {} // An editor changed it: the cards stay as they are.
    }
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
