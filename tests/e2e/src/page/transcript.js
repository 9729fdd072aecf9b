// What a screen reader comes by, in reading order: texts, and elements that have a role, with what is set on them. Roles and
// names are the browser's to say: `heard` are the elements to ask about. It has `root`, and `lines` and `heard` as results.
const lines = [];
const heard = [];
const above = (node) => node.parentElement || (node.getRootNode().host ?? null);
const languageOf = (node) => {
    for (let own = node; own; own = above(own)) if (own.hasAttribute('lang')) return own.getAttribute('lang');
    return '';
};
const base = languageOf(root.querySelector('[part=base]'));
const shown = (text) => text.replace(/[\s\u00a0]+/g, ' ').trim();
const CONTROL = 'button, a[href], input, select, textarea, summary';
const LISTS = 'ul, ol, dl';
const GROUPS = 'section, [role], details, ' + LISTS;
const isSilent = (node) => node.getAttribute('aria-hidden') === 'true' || !node.checkVisibility();

const states = (node) => {
    const all = [];
    const has = (name) => node.getAttribute(name);
    if (node.matches('ul, ol')) all.push(`${node.children.length} items`);
    if (node.matches('dl')) all.push(`${[...node.children].filter((one) => one.localName === 'dt').length} terms`);
    if (/^h\d$/.test(node.localName)) all.push(`level ${node.localName[1]}`);
    if (node.localName === 'summary') all.push(node.parentElement.open ? 'expanded' : 'collapsed');
    if (has('aria-expanded')) all.push(has('aria-expanded') === 'true' ? 'expanded' : 'collapsed');
    if (has('aria-pressed')) all.push(has('aria-pressed') === 'true' ? 'pressed' : 'not pressed');
    if (node.type === 'checkbox') all.push(node.indeterminate ? 'mixed' : node.checked ? 'checked' : 'not checked');
    if (node.readOnly) all.push('read only');
    if (node.localName === 'select') all.push(`value “${shown(node.selectedOptions[0]?.textContent ?? '')}”`);
    else if (node.value && node.type !== 'checkbox' && node.matches('input, textarea')) all.push(`value “${shown(node.value)}”`);
    if (has('aria-describedby')) all.push(`described “${shown(root.getElementById(has('aria-describedby'))?.textContent ?? 'by nothing')}”`);
    return all;
};

/** The element whose language the words of a control or heading are in: the one that holds the first of them. */
const languageInside = (node) => {
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const own = walker.currentNode.parentElement;
        if (shown(walker.currentNode.data) && !own.closest('option, [aria-hidden=true]')) return own;
    }
    return node.labels?.[0]?.querySelector('.name') ?? node;
};

let text = null;
const flush = () => {
    if (text && shown(text.words)) lines.push({ depth: text.depth, text: shown(text.words), marks: text.marks });
    text = null;
};
const languageMark = (node, around) => {
    const own = languageOf(node);
    return own === around ? [] : [`in ${own}`];
};
const read = (node, depth, around) => {
    if (node.nodeType === Node.TEXT_NODE) {
        const marks = languageMark(node.parentElement, around);
        // What is in another language is a text of its own; what stands side by side in one line is one.
        if (text && (text.depth !== depth || text.marks.join() !== marks.join())) flush();
        text ??= { words: '', depth, marks };
        text.words += node.data;
        return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE || isSilent(node)) return;
    if (node.localName === 'slot') return;
    const isControl = node.matches(CONTROL);
    const isHeading = /^h\d$/.test(node.localName);
    const isGroup = node.matches(GROUPS) && node.localName !== 'details';
    const isLine = isControl || isHeading || (isGroup && (node.localName !== 'p' || shown(node.textContent))) || node.matches('dt, dd');
    const isBlock = !/^inline/.test(getComputedStyle(node).display);
    if (isBlock || isLine) flush();
    let inner = depth;
    if (isLine) {
        // ARIA has no role for these two, so that each browser answers in its own way.
        const own = { summary: 'disclosure', dl: 'description list' }[node.localName] ?? null;
        const isNamed = !node.matches('dt, dd');
        const inside = isControl || isHeading ? languageInside(node) : node;
        lines.push({ depth, own, isNamed, heard: heard.push(node) - 1, marks: [...states(node), ...languageMark(inside, around)] });
        inner = depth + 1;
    }
    if (isHeading) for (const link of node.querySelectorAll('a[href]')) read(link, inner, languageOf(node));
    // The name of a control is what stands in it, and what stands beside it in a label that has it.
    else if (node.localName === 'label' && node.querySelector(CONTROL)) read(node.querySelector(CONTROL), inner, around);
    else if (!isControl) for (const child of node.childNodes) read(child, inner, isLine ? languageOf(node) : around);
    if (isBlock || isLine) flush();
    else if (text) text.words += node.nextSibling ? ' ' : '';
};
for (const part of root.children) read(part, 0, base);
flush();
