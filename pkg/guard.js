// Put before wasm-bindgen's glue by `cargo xtask pkg`, which lets every export of the instance go through `guard`.
// With panic=abort an exception that comes out of an export means that the instance is in no state to be called again.

/** What a dead instance answers: the glue reads a number, or a pair of numbers of which 0 says "none". */
const NOTHING = [0, 0];

let dead = false;
let depth = 0;
let cause;
let onDeath;

/** Sets who is told, once, that the instance died; told soon if it is dead already. */
export function watch(callback) {
  onDeath = callback;
  if (dead) queueMicrotask(tell);
}

function tell() {
  const callback = onDeath;
  onDeath = undefined;
  if (callback) callback(cause);
}

function call(f, args) {
  if (dead) {
    // Below another call of ours: that one must not go on with made-up results either.
    if (depth > 0) throw cause;
    return NOTHING;
  }
  depth += 1;
  try {
    return f(...args);
  } catch (error) {
    if (!dead) {
      dead = true;
      cause = error;
    }
    if (depth > 1) throw cause;
    queueMicrotask(tell);
    return NOTHING;
  } finally {
    depth -= 1;
  }
}

function guard(exports) {
  const guarded = {};
  for (const [name, value] of Object.entries(exports)) {
    guarded[name] = typeof value === "function" ? (...args) => call(value, args) : value;
  }
  return guarded;
}
