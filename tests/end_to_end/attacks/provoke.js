// Looks at everything in the article, points at it, focuses it and clicks it, as long as that leads to no other page.
const done = arguments[arguments.length - 1];
const article = document.querySelector(".prose") ?? document.querySelector("main");
const EVENTS = [
  "mouseover", "mouseenter", "mousemove", "mousedown", "mouseup", "pointerover", "pointerenter", "pointerdown", "wheel",
  "scroll", "copy", "cut", "paste", "dragstart", "selectstart", "keydown", "input", "change", "toggle", "beforetoggle",
  "animationstart", "animationend", "transitionrun", "transitionend", "load", "error", "begin", "play", "blur",
];
// Handlers of the article come first, then this; a script as an address is followed, which the canary notes. Only what
// the app itself opens on a click comes to the app.
const stay = (event) => {
  const link = event.target.closest("a[href], area[href]");
  if (link?.dataset.frame) return;
  if (link && link.protocol !== "javascript:" && !link.getAttribute("href").startsWith("#")) {
    event.preventDefault();
  }
  event.stopPropagation();
};
const settled = (medium) => new Promise((resolve) => {
  if (medium.complete ?? true) resolve();
  medium.addEventListener("load", resolve);
  medium.addEventListener("error", resolve);
});
// What scripts of the site put around articles, and what a page says of other pages and of its sections.
const OTHERS = "head > script, .status, .box, .toast, .reading-bar, button.to-top, body > .visually-hidden, .others, .contents";
const OWN = ["tabindex", "data-app", "data-scrolled", "aria-pressed"];
const outline = () => {
  const lines = [];
  for (const element of document.querySelectorAll("*")) {
    if (element !== article && article.contains(element) || element.closest(OTHERS)) continue;
    const attributes = [...element.attributes].filter((attribute) => !OWN.includes(attribute.name));
    const words = attributes.map(({ name, value }) => ["id", "class", "name", "rel"].includes(name) ? `${name}=${value}` : name);
    lines.push([element.localName, ...words.sort()].join(" "));
  }
  return lines.join("\n");
};
const addresses = () => {
  for (const element of article.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      if (/^on|^srcdoc$|^formaction$|^ping$/i.test(name)) noted.push(`<${element.localName} ${name}="${value}">`);
    }
    const { protocol } = element;
    const known = ["http:", "https:", "mailto:", "tel:", "sms:", "xmpp:", "irc:", "ircs:", ":", "", undefined];
    if (!known.includes(protocol)) noted.push(`<${element.localName} href="${element.getAttribute("href")}">`);
  }
};
(async () => {
  article.addEventListener("click", stay);
  for (const picture of article.querySelectorAll("img")) picture.loading = "eager";
  addresses();
  for (const element of article.querySelectorAll("*")) {
    const { prototype } = element instanceof HTMLElement ? HTMLElement : MathMLElement;
    prototype.focus.call(element, { preventScroll: true });
    for (const name of EVENTS) element.dispatchEvent(new Event(name));
    if (element.click) element.click();
    else element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  }
  await Promise.race([
    Promise.all([...article.querySelectorAll("img")].map(settled)),
    new Promise((resolve) => setTimeout(resolve, 2000)),
  ]);
  // Animations begin in a later task. Firefox runs scripts in addresses later still; they were noted already.
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  article.removeEventListener("click", stay);
  done({ noted: noted.splice(0), outline: outline() });
})().catch((error) => done({ noted: [String(error)], outline: "" }));
