// Comments by Giscus, once they are asked for: only then does another site learn of the reader. The frame is made here, so
// that no script of another site runs in the page.

const GISCUS = "https://giscus.app";
const session = memory("comments", "", isText);

// The languages that Giscus has of ours; others have English.
const LANGUAGES = { zh: "zh-CN" };
"ar de es fa fr he it ja ko nl pl pt ru".split(" ").forEach((lang) => (LANGUAGES[lang] = lang));

// Who signs in comes back with a session in the address.
const landing = new URL(location.href);
if (landing.searchParams.has("giscus")) {
  session.set(landing.searchParams.get("giscus"));
  landing.searchParams.delete("giscus");
  history.replaceState(history.state, "", landing);
}

const commentsTheme = () => {
  const theme = chosen("theme");
  return theme === "contrast" ? "preferred_color_scheme" : { light: "light", dark: "dark", sepia: "light" }[theme] ?? "preferred_color_scheme";
};

const openComments = (link) => {
  const { term, repo, repoId, category, categoryId } = link.dataset;
  const query = new URLSearchParams({
    origin: location.href.split("#")[0],
    session: session.get(),
    theme: commentsTheme(),
    reactionsEnabled: "1",
    emitMetadata: "0",
    inputPosition: "top",
    strict: "1",
    description: document.querySelector("meta[name='description']")?.content ?? "",
    backLink: location.href.split("#")[0],
    term,
    repo,
    repoId,
    category,
    categoryId,
  });
  const frame = make("iframe", {
    class: "comments-frame",
    title: document.querySelector(".comments h2").textContent,
    sandbox: "allow-forms allow-popups allow-same-origin allow-scripts allow-top-navigation-by-user-activation",
    src: `${GISCUS}/${LANGUAGES[root.lang.split("-")[0]] ?? "en"}/widget?${query}`,
  });
  link.closest("p").hidden = true;
  link.closest(".comments").append(frame);
  frame.focus();
};

addEventListener("message", ({ origin, data }) => {
  const frame = document.querySelector(".comments-frame");
  if (origin !== GISCUS || !frame || !data?.giscus) return;
  if (isNumber(data.giscus.resizeHeight)) frame.style.height = `${data.giscus.resizeHeight}px`;
  if (data.giscus.signOut) session.clear();
});
