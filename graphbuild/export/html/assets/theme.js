// Light or dark: the system's choice unless the reader makes one.
const themes = ["", "light", "dark"];
register("theme", {
  initial: "",
  undo: false,
  write: (params, value) => value && params.set("theme", value),
  read: (params) => (themes.includes(params.get("theme")) ? params.get("theme") : ""),
});
const systemDark = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (state.theme ? state.theme === "dark" : systemDark.matches);

function applyTheme() {
  document.documentElement.dataset.theme = isDark() ? "dark" : "light";
  const button = document.getElementById("theme");
  button.setAttribute("aria-pressed", String(isDark()));
}

document.getElementById("theme").addEventListener("click", () => change({ theme: isDark() ? "light" : "dark" }));
document.getElementById("language").addEventListener("click", () => {
  change({ language: speeches[(speeches.indexOf(state.language) + 1) % speeches.length] });
});
on("change", (keys) => {
  if (!keys.has("theme")) return;
  applyTheme();
  emit("colours");
});
systemDark.addEventListener("change", () => {
  applyTheme();
  emit("colours");
});
applyTheme();
