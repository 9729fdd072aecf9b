// What monitoring, consent and polyfill scripts put in the place of the browser's own. Each does what it replaces, and a
// little more, as they do.
(() => {
  const wrap = (on, name) => {
    const own = on[name];
    on[name] = function (...all) {
      window.__calls = (window.__calls || 0) + 1;
      return own.apply(this, all);
    };
  };
  for (const name of ["fetch", "setTimeout", "clearTimeout", "queueMicrotask", "requestAnimationFrame", "matchMedia"]) {
    const own = window[name];
    // Called with another `this`, as a wrapper in strict mode does.
    window[name] = (...all) => own.apply(window, all);
  }
  wrap(CustomElementRegistry.prototype, "define");
  wrap(CustomElementRegistry.prototype, "get");
  wrap(Element.prototype, "attachShadow");
  wrap(Element.prototype, "setAttribute");
  wrap(Node.prototype, "appendChild");
  wrap(Node.prototype, "insertBefore");
  wrap(EventTarget.prototype, "addEventListener");
  wrap(EventTarget.prototype, "dispatchEvent");
  wrap(Response.prototype, "arrayBuffer");
  wrap(JSON, "parse");
  wrap(JSON, "stringify");
  wrap(Promise.prototype, "then");
  wrap(history, "pushState");
  wrap(history, "replaceState");
  const Own = window.IntersectionObserver;
  window.IntersectionObserver = class extends Own {};
  const Event = window.CustomEvent;
  window.CustomEvent = function (name, init) {
    return new Event(name, init);
  };
  // And one polyfill that takes itself for better.
  Array.from = function (list, map) {
    const all = [...list];
    return map ? all.map((one, at) => map(one, at)) : all;
  };
})();
