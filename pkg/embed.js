/**
 * On the page around: makes frames of embed.html and keeps each as high as what is in it. A place for one is this script itself,
 * when it has one of our `data-` attributes, or any element with `data-supra-embed`; an `<iframe data-supra-embed>` is followed as
 * it is. Of a place, those `data-` attributes that are named as the element's become parameters of the frame's address; all others
 * are somebody else's, as consent tools and caches put them on scripts.
 *
 * It knows nothing of what is inside but the messages `{supra: 1, height, paper?}`, and never throws into the page. ATTRIBUTES is
 * filled in by `cargo xtask pkg`.
 */
{
  const TITLES = {
    en: "Precision-medicine initiatives and their agreements",
    sv: "Initiativ inom precisionsmedicin och deras avtal",
    da: "Initiativer inden for personlig medicin og deres aftaler",
    de: "Initiativen der personalisierten Medizin und ihre Vereinbarungen",
    fr: "Initiatives de médecine de précision et leurs accords",
  };
  const HIGHEST = 1_000_000;

  // A module has no `currentScript`, and a page may have a form of that name: only a script has an address to start from.
  const current = document.currentScript;
  const script = current instanceof HTMLScriptElement ? current : [...document.querySelectorAll("script[src$='/embed.js']")].pop();
  /** As in embed-frame.js. */
  const PAPER = 600;
  /** The frames that are followed: of which origin what was put into each is, and how high it is on paper. */
  const frames = new Map();
  /** What stood in the place of a frame that is not up yet. */
  const kept = new Map();

  function follow(frame) {
    frames.set(frame, { own: new URL(frame.src).origin });
    // It may be up already.
    frame.contentWindow?.postMessage({ supra: 1 }, "*");
  }

  /** Frames of one name cannot be told apart by who does not see them. */
  function unlike(title) {
    const taken = [...document.querySelectorAll("iframe")].map((frame) => frame.title);
    let name = title;
    for (let count = 2; taken.includes(name); count++) name = `${title} (${count})`;
    return name;
  }

  const titleIn = (lang) => TITLES[lang.trim().split(/[-_]/)[0].toLowerCase()];

  /** The nearest language that the list has, as for the element; a frame cannot see the page's. */
  function languageOf(place) {
    const around = place.closest("[lang]");
    return !around || titleIn(around.lang) ? around?.lang : around.parentElement && languageOf(around.parentElement);
  }

  /** A frame cannot see the page's scheme either. */
  function schemeOf(place) {
    const words = getComputedStyle(place).colorScheme.split(" ");
    if (words.includes("dark")) return words.includes("light") ? "auto" : "dark";
  }

  /** What a place says of the element. Tools that hold scripts back leave the script's own address on it. */
  function stated(place, name) {
    const value = place.getAttribute(`data-${name}`);
    return name === "src" && place === script && new URL(value, document.baseURI).href === script.src ? null : value;
  }

  function make(place) {
    const url = new URL("embed.html", script.src);
    const given = { lang: languageOf(place), scheme: schemeOf(place) };
    for (const name of ATTRIBUTES) {
      const value = stated(place, name) ?? given[name];
      if (value != null) url.searchParams.set(name, value);
    }
    const frame = document.createElement("iframe");
    frame.title = place.dataset.title || unlike(titleIn(url.searchParams.get("lang") ?? "") ?? TITLES.en);
    frame.loading = "lazy";
    // On the page's own origin these two words together would be a sandbox that opens itself.
    if (url.origin !== location.origin) frame.sandbox = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads";
    // As for the element: the room is kept free, so that nothing below jumps.
    Object.assign(frame.style, { display: "block", inlineSize: "100%", minBlockSize: "var(--supra-reserve, 100svh)", border: "0" });
    frame.src = url;
    if (place === script) place.after(frame);
    else if (place.childNodes[0]) keep(place, frame);
    else place.append(frame);
    follow(frame);
  }

  /** What stands in a place stays, over the empty frame and in the same room, until something is seen in that. */
  function keep(place, frame) {
    const room = document.createElement("div");
    const before = document.createElement("div");
    Object.assign(room.style, { display: "grid", isolation: "isolate" });
    before.style.gridArea = frame.style.gridArea = "1 / 1";
    before.style.zIndex = 1;
    before.append(...place.childNodes);
    room.append(frame, before);
    place.append(room);
    kept.set(frame, before);
  }

  /** What goes wrong is said, and is no error of the page's. */
  function attempt(act) {
    try {
      act();
    } catch (error) {
      console.error(`supra-network: ${error}`);
    }
  }

  function serve(place) {
    delete place.dataset.supraEmbed;
    if (place.closest("head")) console.warn("supra-network: embed.js: in <head> nothing is shown; put it where the list is to be");
    else if (place.localName === "iframe") follow(place);
    else make(place);
  }

  const serveAll = () => attempt(() => document.querySelectorAll("[data-supra-embed]").forEach((place) => attempt(() => serve(place))));

  const clamped = (height) => (Number.isFinite(height) ? Math.min(Math.max(height, 0), HIGHEST) : 0);

  addEventListener("message", ({ data, origin, source }) => {
    if (data?.supra !== 1 || !Number.isFinite(data.height)) return;
    for (const [frame, one] of frames) {
      if (!source || frame.contentWindow !== source) continue;
      kept.get(frame)?.remove();
      if (origin !== one.own && origin !== "null") continue;
      const height = clamped(data.height);
      one.paper = clamped(data.paper) || one.paper;
      if (!one.screen) frame.style.blockSize = `${height}px`;
      source.postMessage({ supra: 1, height }, "*");
    }
  });

  /** As it said, or as a frame of the page's own origin says now. */
  function onPaper(frame, { paper }) {
    try {
      return clamped(frame.contentWindow.supraOnPaper());
    } catch {
      return paper;
    }
  }

  // On paper all that is found is open, in a frame as wide as it was tried in.
  addEventListener("beforeprint", () => {
    for (const [frame, one] of frames) {
      const paper = onPaper(frame, one);
      if (!paper || one.screen) continue;
      one.screen = frame.style.cssText || " ";
      Object.assign(frame.style, { inlineSize: `${PAPER}px`, blockSize: `${paper}px`, minBlockSize: "0" });
    }
  });
  addEventListener("afterprint", () => {
    for (const [{ style }, one] of frames) {
      if (one.screen) style.cssText = one.screen;
      one.screen = "";
    }
  });

  const isPlace = (place) => ["supra-embed", "title", ...ATTRIBUTES].some((name) => stated(place, name) != null);
  attempt(() => {
    if (!script) throw new Error("embed.js cannot tell its own address: it is a script in the page's HTML, and no module");
    if (isPlace(script)) serve(script);
  });
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", serveAll);
  else serveAll();
}
