// From the events of a trace to two figures: how long our own script ran, and when what it changed was on its way to the
// screen. Times in milliseconds. Knows nothing of browsers.

const SCRIPT = [
  "FunctionCall", "EventDispatch", "RunMicrotasks", "FireAnimationFrame", "TimerFire", "EvaluateScript", "v8.evaluateModule",
];
const LOOKS = ["UpdateLayoutTree", "Layout"];

/** The events of the main thread on which our marks were set, in order; marks are among them. */
function ofMainThread(events) {
  const own = events.find(({ name }) => name.startsWith("bench-"));
  if (!own) throw new Error("no mark in the trace");
  return events.filter(({ pid, tid }) => pid === own.pid && tid === own.tid).sort((a, b) => a.ts - b.ts);
}

const ends = ({ ts, dur = 0 }) => ts + dur;
const sum = (list) => list.reduce((total, [from, until]) => total + until - from, 0);

/** Those of some names, each as [from, until] within the limits, without what stands inside another of them. */
function outermost(events, names, from, until) {
  const spans = [];
  let end = 0;
  for (const event of events) {
    if (!names.includes(event.name) || event.ph !== "X" || ends(event) <= Math.max(from, end) || event.ts >= until) continue;
    spans.push([Math.max(event.ts, from), Math.min(ends(event), until)]);
    end = ends(event);
  }
  return spans;
}

const within = (inner, outer) => inner.filter(([from, until]) => outer.some(([a, b]) => a <= from && until <= b));

/**
 * What happened between `begin` and the end of the first commit after the last of our marks `mark`. Layout that the
 * script forced is told apart from it.
 */
function until(events, begin, mark, before) {
  const marks = events.filter(({ name, ts }) => name === mark && ts >= begin && ts < before);
  if (!marks.length) throw new Error(`no ${mark} after ${begin}`);
  const changed = marks.at(-1).ts;
  const commit = events.find((event) => event.name === "Commit" && event.ph === "X" && ends(event) > changed);
  if (!commit) throw new Error(`nothing was committed after ${mark}`);
  const end = ends(commit);
  const script = outermost(events, SCRIPT, begin, end);
  const looks = outermost(events, LOOKS, begin, end);
  const forced = sum(within(looks, script));
  return {
    paint: (end - begin) / 1000,
    script: (sum(script) - forced) / 1000,
    forced: forced / 1000,
    looks: sum(looks) / 1000,
    changed: (changed - begin) / 1000,
  };
}

/** A figure for each act that was marked. */
export function acts(trace) {
  const events = ofMainThread(trace);
  const begins = events.filter(({ name }) => name === "bench-act").map(({ ts }) => ts);
  return begins.map((begin, at) => until(events, begin, "bench-changed", begins[at + 1] ?? Infinity));
}

/** From a key that went down. */
export function key(trace) {
  const events = ofMainThread(trace);
  const down = events.find(({ name, args }) => name === "EventDispatch" && args?.data?.type === "keydown");
  return until(events, down.ts, "bench-changed", Infinity);
}

/** From the start of a navigation to the first card. */
export function first(trace) {
  const events = ofMainThread(trace);
  const first = events.find(({ name }) => name === "bench-first");
  // The clock of the page begins with the navigation, and a mark says what it showed.
  const begin = first.ts - first.args.data.startTime * 1000;
  return until(events, begin, "bench-first", Infinity);
}
