// Puts a theme on this page: its stylesheet is linked after the widget's own. Nothing is stored; the address says which.
const link = document.querySelector("link[data-theme]");
const list = document.querySelector("#theme");
const widget = document.querySelector("supra-network");

const themes = [...list.options].map((option) => option.value);
const asked = new URLSearchParams(location.search).get("theme");

const put = (theme) => {
  if (theme) link.href = `../supranet/themes/${theme}.css`;
  else link.removeAttribute("href");
  // A theme that is dark alone says so to ticks and lists, too.
  widget.setAttribute("scheme", theme === "dark" ? "dark" : "auto");
};

list.value = themes.includes(asked) ? asked : "";
put(list.value);
list.addEventListener("change", () => {
  put(list.value);
  history.replaceState(null, "", list.value ? `?theme=${list.value}` : "./");
});
