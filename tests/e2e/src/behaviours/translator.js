// A script of the page that does to an element what a browser's translation does: each text is replaced by two `font` elements
// around another text, but for what is not to be translated. At `translate` once, at `translate-on` also what comes later;
// at `strip` every text is taken away, as a page's own script might do.
const isDone = (text) => /^«.*»$/s.test(text.data);
const textsIn = (node, wanted) => {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const all = [];
  for (let text; (text = walker.nextNode()); ) if (text.data.trim() && wanted(text)) all.push(text);
  return all;
};
const isForTranslation = (text) => !isDone(text) && !text.parentElement.closest('[translate="no"], textarea');
const translate = (root) => {
  for (const text of textsIn(root, isForTranslation)) {
    const [outer, inner] = [0, 0].map(() => {
      const font = document.createElement("font");
      font.setAttribute("dir", "auto");
      font.style.verticalAlign = "inherit";
      return font;
    });
    inner.append(`«${text.data}»`);
    outer.append(inner);
    text.parentNode.replaceChild(outer, text);
  }
  document.documentElement.lang = "fi";
  document.documentElement.classList.add("translated-ltr");
};
addEventListener("translate", ({ target }) => translate(target.shadowRoot));
addEventListener("translate-on", ({ target }) => {
  const root = target.shadowRoot;
  translate(root);
  new MutationObserver(() => translate(root)).observe(root, { childList: true, characterData: true, subtree: true });
});
addEventListener("strip", ({ target }) => {
  for (const text of textsIn(target.shadowRoot, () => true)) text.remove();
});
