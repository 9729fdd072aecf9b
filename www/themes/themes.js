// Puts a theme on this page: its stylesheet is linked after the widget's own. Nothing is stored; the address says which.
const [link] = document.querySelectorAll("link[disabled]");
const list = document.querySelector("#theme");
const widget = document.querySelector("supra-network");
const head = document.querySelector("#head code");
const place = document.querySelector("#place code");

const themes = [...list.options].map((option) => option.value);
const asked = new URLSearchParams(location.search).get("theme");

const put = (theme) => {
  if (theme) link.setAttribute("href", `../supranet/themes/${theme}.css`);
  link.disabled = !theme;
  // A theme that is dark alone says so to ticks and lists, too.
  const scheme = theme === "dark" ? "dark" : "auto";
  widget.setAttribute("scheme", scheme);
  // Shown is what is there, but for where this page has the package.
  const used = [...document.head.querySelectorAll("[href*='/supranet/'], [src*='/supranet/']")].filter((one) => !one.disabled);
  head.textContent = used.map((one) => one.outerHTML.replace("../supranet/", "/supranet/")).join("\n");
  place.textContent = place.textContent.replace(/scheme="\w+"/, `scheme="${scheme}"`);
};

list.value = themes.includes(asked) ? asked : "";
put(list.value);
list.addEventListener("change", () => {
  put(list.value);
  history.replaceState(null, "", list.value ? `?theme=${list.value}` : "./");
});
