// From one page to the next as a movement, where the browser can and the reader wants it. The app hands its change over;
// the title of a post moves between the post and the lists.

const SLOWEST = 500;
let arrived;

const leave = (element) => element?.setAttribute("data-leaving", "");
// The page on screen: on the way back, the address is that of the next one already.
let pathShown = location.pathname;
const headingOf = (path) => [...document.querySelectorAll(".entries h2")].find(({ firstElementChild: a }) => a?.pathname === path);

window.lecternMove = (change) => {
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches || document.hidden;
  if (!document.startViewTransition || isCalm) return change();
  leave(document.activeElement?.closest(".entries h2"));
  const left = pathShown;
  const transition = document.startViewTransition(() => {
    const isShown = new Promise((resolve) => {
      arrived = resolve;
      setTimeout(resolve, SLOWEST);
    });
    change();
    return isShown.then(() => leave(headingOf(left)));
  });
  // The next one may come before this one has ended.
  transition.ready.catch(() => {});
  transition.finished.finally(() => each("[data-leaving]", (element) => element.removeAttribute("data-leaving")));
};
