// Where the reader is in a text: the bar at the top of the window, and the section in the list of contents.

const CONTENTS = "lectern\\:contents";
let isWaiting = false;

const bar = make("div", { class: "reading-bar", "aria-hidden": "true" });
document.body.append(bar);

const sectionHere = () => {
  const links = [...document.querySelectorAll(`#${CONTENTS} a`)];
  const isAbove = (link) => {
    const heading = document.getElementById(decoded(link.hash.slice(1)));
    return heading && heading.getBoundingClientRect().top < innerHeight / 4;
  };
  return links.filter(isAbove).pop();
};

// From 0 where the page begins to 1 where the end of the text is on screen.
const way = () => {
  const end = scrollY + document.querySelector(".prose").getBoundingClientRect().bottom - innerHeight;
  return end <= 0 ? 1 : Math.min(1, scrollY / end);
};

const showPlace = () => {
  isWaiting = false;
  bar.style.setProperty("--progress", post() && innerHeight < root.scrollHeight ? way() : 0);
  root.toggleAttribute("data-scrolled", innerHeight < scrollY && scrollY + innerHeight < root.scrollHeight - 120);
  const current = sectionHere();
  const old = document.querySelector(`#${CONTENTS} [aria-current]`);
  if (old === current) return;
  old?.removeAttribute("aria-current");
  if (!current) return;
  current.ariaCurrent = "true";
  const list = current.closest("nav");
  const { offsetTop } = current;
  if (offsetTop < list.scrollTop || list.scrollTop + list.clientHeight - 40 < offsetTop) list.scrollTop = offsetTop - 80;
};

const showPlaceSoon = () => {
  if (isWaiting) return;
  isWaiting = true;
  requestAnimationFrame(showPlace);
};

addEventListener("scroll", showPlaceSoon, { passive: true });
addEventListener("resize", showPlaceSoon, { passive: true });
shown.push(showPlaceSoon);

// Beside the link at the end of the page, a button that is at hand everywhere else. The link itself stays where it is: what
// moves under a finger is missed.
const floating = make("button", { class: "to-top", type: "button" }, document.querySelector(".site-footer .to-top").textContent);
document.body.append(floating);

const toTop = (event) => {
  event.preventDefault();
  scrollTo({ top: 0 });
  const heading = document.querySelector("main h1");
  heading?.setAttribute("tabindex", "-1");
  heading?.focus({ preventScroll: true });
};
