// What is wrong with the sight of the focus: an empty list where a person sees where it is. It has `root` and nothing else.
const channels = (colour) => {
    const [, kind, inside] = /^(rgba?|color)\((.*)\)$/.exec(colour) || [];
    if (!kind) throw new Error(`${colour} is no colour that is known here`);
    const numbers = inside.replace('srgb', '').split(/[\s,/]+/).filter(Boolean).map(Number);
    const scale = kind === 'color' ? 255 : 1;
    return [...numbers.slice(0, 3).map((number) => number * scale), numbers[3] ?? 1];
};
const over = ([r, g, b, a], below) => [r, g, b].map((own, at) => own * a + below[at] * (1 - a));
const above = (node) => node.assignedSlot || node.parentElement || node.getRootNode().host || null;
/** What is seen behind what stands in a node: its own background, or of the next around it that has one. */
const ground = (node) => {
    if (!node) return [255, 255, 255];
    const style = getComputedStyle(node);
    if (style.backgroundImage !== 'none') throw new Error('a picture lies behind it');
    const own = channels(style.backgroundColor);
    return own[3] === 1 ? own.slice(0, 3) : over(own, ground(above(node)));
};
const light = (colour) => {
    const [r, g, b] = colour.map((own) => (own / 255 <= 0.04045 ? own / 255 / 12.92 : ((own / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
};
const clips = (node) => {
    const { overflowX, overflowY, contain, contentVisibility } = getComputedStyle(node);
    const all = /paint|content|strict/.test(contain) || contentVisibility === 'auto';
    return [all || overflowX !== 'visible', all || overflowY !== 'visible'];
};
/** Is it painted after what stands in the same text, and so over an outline there? */
const isLifted = (node) => {
    const { position, zIndex, opacity, transform, filter } = getComputedStyle(node);
    return (position !== 'static' && zIndex !== '0' && !(zIndex < 0)) || opacity !== '1' || transform !== 'none' || filter !== 'none';
};
const isAround = (outer, inner) => {
    for (let own = inner; own; own = above(own)) if (own === outer) return true;
    return false;
};

const faultsOf = (one) => {
    const faults = [];
    const style = getComputedStyle(one);
    const [width, offset] = [parseFloat(style.outlineWidth), parseFloat(style.outlineOffset)];
    if (style.outlineStyle === 'none') return ['it has no outline'];
    if (width < 2) faults.push(`its outline is ${width} px wide`);
    const colour = channels(style.outlineColor);
    const against = (what, back) => {
        const ratio = contrast(over(colour, back), back);
        if (ratio < 3) faults.push(`its outline has ${ratio.toFixed(2)}:1 against ${what}`);
    };
    against('what is around it', ground(above(one)));
    if (offset < 1) against('itself', ground(one));
    const reach = width + Math.max(0, offset);
    for (const box of one.getClientRects()) {
        const ring = { left: box.left - reach, right: box.right + reach, top: box.top - reach, bottom: box.bottom + reach };
        for (let own = above(one); own && own !== document.body; own = above(own)) {
            const [alongX, alongY] = clips(own);
            const outer = own.getBoundingClientRect();
            const [left, top] = [outer.left + own.clientLeft, outer.top + own.clientTop];
            const cuts = {
                left: alongX && left - ring.left, right: alongX && ring.right - left - own.clientWidth,
                top: alongY && top - ring.top, bottom: alongY && ring.bottom - top - own.clientHeight,
            };
            for (const [side, cut] of Object.entries(cuts)) {
                if (cut > 0.5 && !(mayBeCut && /auto|scroll/.test(getComputedStyle(own).overflow) && side === 'bottom')) faults.push(`${cut.toFixed(1)} px of its outline are cut off by ${own.className || own.tagName}, ${side}`);
            }
        }
        const middle = reach - width / 2;
        const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
        for (const [left, top] of [[x, box.top - middle], [x, box.bottom + middle], [box.left - middle, y], [box.right + middle, y]]) {
            const there = root.elementFromPoint(left, top);
            // Out of the window, or of the element: that is the page's.
            if (!there || there === one || isAround(one, there)) continue;
            let hasGround = false;
            for (let own = there; own && !isAround(own, one); own = above(own)) {
                hasGround ||= channels(getComputedStyle(own).backgroundColor)[3] > 0;
                if (hasGround && isLifted(own)) faults.push(`${own.className || own.tagName} covers it`);
            }
            against('what is beside it', ground(there));
        }
    }
    return faults;
};
