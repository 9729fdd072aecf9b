// The first script of every host page: writes down what a host page must never get, and what the element tells it.
(() => {
  const host = {
    violations: [], // securitypolicyviolation
    errors: [], // uncaught
    rejections: [], // unhandled
    resources: [], // scripts, sheets, images that did not load
    reports: [], // ReportingObserver, where there is one
    console: [], // warnings and errors that somebody wrote
    informed: [], // and what else was written for who builds the page
    events: [], // supra-*
    shifts: [], // what moved outside the element
  };
  Object.defineProperty(window, "__host", { value: host });

  addEventListener("securitypolicyviolation", (event) => {
    host.violations.push({ directive: event.effectiveDirective, blocked: event.blockedURI, sample: event.sample, file: event.sourceFile, line: event.lineNumber });
  });
  addEventListener("error", (event) => {
    if (event.target instanceof Element) host.resources.push(event.target.src || event.target.href || event.target.localName);
    else host.errors.push({ message: event.message, file: event.filename, line: event.lineno });
  }, true);
  addEventListener("unhandledrejection", (event) => {
    const reason = event.reason;
    host.rejections.push(reason && reason.stack ? `${reason}\n${reason.stack}` : String(reason));
  });
  for (const name of ["load", "error", "change", "view", "select"]) {
    addEventListener(`supra-${name}`, (event) => {
      host.events.push({ type: event.type, bubbles: event.bubbles, composed: event.composed, detail: event.detail === undefined ? null : JSON.parse(JSON.stringify(event.detail)) });
    });
  }
  for (const level of ["warn", "error", "info"]) {
    const write = console[level];
    console[level] = (...parts) => {
      host[level === "info" ? "informed" : "console"].push({ level, text: parts.map(String).join(" ") });
      write.apply(console, parts);
    };
  }
  if (window.ReportingObserver) {
    new ReportingObserver((list) => {
      for (const report of list) host.reports.push({ type: report.type, body: report.body && report.body.toJSON ? report.body.toJSON() : null });
    }, { buffered: true }).observe();
  }

  // The browser's own account of shifts (Chromium), without those inside the element.
  if (window.PerformanceObserver && (PerformanceObserver.supportedEntryTypes || []).includes("layout-shift")) {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        for (const { node } of entry.sources) {
          const of = node && (node.nodeType === 1 ? node : node.parentElement);
          if (of && of.isConnected && of.getRootNode() === document && !of.closest("supra-network")) {
            host.shifts.push({ node: of.id || of.localName, value: entry.value });
          }
        }
      }
    }).observe({ type: "layout-shift", buffered: true });
  }
  // Every engine: where what follows the element stands, frame by frame. As for the browser, only what can be seen counts.
  let last;
  const canBeSeen = (top) => top - scrollY < innerHeight;
  const look = () => {
    const after = document.getElementById("after");
    const now = after && document.readyState !== "loading" ? after.getBoundingClientRect().top + scrollY : undefined;
    if (last !== undefined && now !== undefined && now !== last && (canBeSeen(last) || canBeSeen(now))) host.shifts.push({ node: "after", from: last, to: now });
    if (now !== undefined) last = now;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})();
