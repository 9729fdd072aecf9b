// Tells in words what of the element does not fit, and where. The body of a function; `element` and `root` are given.
const found = [];
let seen = 0;
const words = (text) => JSON.stringify(text.trim().replace(/\s+/g, " ").slice(0, 40));
const nameOf = (one) => {
  const name = one.getAttribute("part") || one.id || one.getAttribute("class") || "";
  return `${one.localName}${name && `.${name.split(" ")[0]}`} ${words(one.value || one.textContent)}`;
};
// What only screen readers get is a dot that hides the rest.
const isForEyes = (one) => {
  for (let node = one; node; node = node.parentElement) if (getComputedStyle(node).clipPath !== "none") return false;
  return one.checkVisibility({ visibilityProperty: true });
};
const px = (text) => parseFloat(text) || 0;

// 1. Nothing is scrolled sideways, and nothing is beyond the element.
const page = document.scrollingElement;
if (page.scrollWidth > page.clientWidth) found.push(`the page is ${page.scrollWidth} px wide in ${page.clientWidth}`);
const own = element.getBoundingClientRect();

// 2. Nothing is cut off in its box, or spills over it.
const measured = document.createElement("span");
measured.style.cssText = "position: absolute; visibility: hidden; white-space: pre; font: inherit";
for (const one of root.querySelectorAll("[part=base], [part=base] *, [part=notice], [part=notice] *")) {
  if (one.localName === "option" || !isForEyes(one)) continue;
  const style = getComputedStyle(one);
  const box = one.getBoundingClientRect();
  if (box.width > 1 && (box.left < own.left - 1 || box.right > own.right + 1)) {
    found.push(`${nameOf(one)} reaches from ${Math.round(box.left - own.left)} to ${Math.round(box.right - own.left)} px of ${Math.round(own.width)}`);
  }
  if (style.display === "inline" || style.display === "contents" || !one.clientWidth) continue;
  if (one.localName === "select") {
    // A list is as wide as it is told: the longest of its choices is measured beside it, in the same font.
    Object.assign(measured.style, { letterSpacing: style.letterSpacing, wordSpacing: style.wordSpacing });
    one.parentNode.append(measured);
    const room = one.clientWidth - px(style.paddingLeft) - px(style.paddingRight);
    for (const choice of one.options) {
      measured.textContent = choice.textContent;
      const wanted = measured.getBoundingClientRect().width;
      if (wanted > room + 1) found.push(`${nameOf(one)}: its choice ${words(choice.textContent)} needs ${Math.round(wanted)} px of ${Math.round(room)}`);
    }
    measured.remove();
    if (px(style.fontSize) > one.clientHeight) found.push(`${nameOf(one)} is ${one.clientHeight} px high, its letters ${style.fontSize}`);
    continue;
  }
  const scrollsUp = /auto|scroll/.test(style.overflowY);
  if (one.localName === "input") {
    // What is typed moves along in a field of one line; its letters must be whole.
    if (one.type !== "checkbox" && px(style.fontSize) > one.clientHeight - px(style.paddingTop) - px(style.paddingBottom) + 1) {
      found.push(`${nameOf(one)} is ${one.clientHeight} px high, its letters ${style.fontSize}`);
    }
    continue;
  }
  // The space after the last letter may hang over.
  if (one.scrollWidth > one.clientWidth + 1 + px(style.letterSpacing)) {
    found.push(`${nameOf(one)} holds ${one.scrollWidth} px in a width of ${one.clientWidth}`);
  }
  if (!scrollsUp && one.clientHeight && one.scrollHeight > one.clientHeight + 1 && (style.overflowY !== "visible" || style.display !== "block")) {
    // Letters reach out of a line that is set close: no more than that.
    const close = style.overflowY === "visible" ? px(style.fontSize) * 0.25 : 1;
    if (one.scrollHeight > one.clientHeight + close) found.push(`${nameOf(one)} holds ${one.scrollHeight} px in a height of ${one.clientHeight}`);
  }
}

// 3. No text lies on another: the middle of each line of text, cut to what is seen of it.
const lines = [];
const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
for (let node; (node = walker.nextNode()); ) {
  const parent = node.parentElement;
  if (!parent || !node.data.trim() || /^(option|textarea|style)$/.test(parent.localName) || !isForEyes(parent)) continue;
  seen++;
  const range = document.createRange();
  range.selectNodeContents(node);
  let windows;
  for (const { left, right, top, bottom } of range.getClientRects()) {
    const rest = (bottom - top) * 0.25;
    const line = { node, left: left + 1, right: right - 1, top: top + rest, bottom: bottom - rest };
    windows ??= (() => {
      const all = [];
      for (let around = parent; around; around = around.parentElement) {
        if (getComputedStyle(around).overflow !== "visible") all.push(around.getBoundingClientRect());
      }
      return all;
    })();
    for (const hole of windows) {
      line.left = Math.max(line.left, hole.left);
      line.right = Math.min(line.right, hole.right);
      line.top = Math.max(line.top, hole.top);
      line.bottom = Math.min(line.bottom, hole.bottom);
    }
    if (line.right > line.left && line.bottom > line.top) lines.push(line);
  }
}
lines.sort((a, b) => a.top - b.top);
const told = new Set();
lines.forEach((one, at) => {
  for (let next = at + 1; next < lines.length && lines[next].top < one.bottom - 1; next++) {
    const other = lines[next];
    if (other.node === one.node || Math.min(one.right, other.right) - Math.max(one.left, other.left) <= 1) continue;
    told.add(`${words(one.node.data)} and ${words(other.node.data)} lie on each other`);
  }
});
found.push(...told);
return { seen, found };
