// Sets the theme before anything is painted. A file of its own: the page allows no inline script.
(() => {
  let theme = null;
  try {
    theme = localStorage.getItem("capital-loop-theme");
  } catch {
    // Storage is closed to this page.
  }
  if (theme !== "light" && theme !== "dark") {
    theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  }
  document.documentElement.dataset.theme = theme;
})();
