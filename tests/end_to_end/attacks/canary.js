// Notes in `noted` whatever an attack brings about. Works in strict and in sloppy pages, before any other script.
(() => {
  const noted = [];
  const note = (text) => void noted.push(text);
  Object.defineProperty(window, "noted", { value: noted });
  // Called as a template's tag too, with the parts of the template.
  Object.defineProperty(window, "pwned", { value: (number) => note(`attack ${number} ran a script`) });
  for (const name of ["alert", "confirm", "prompt", "print", "open"]) {
    Object.defineProperty(window, name, { value: (...words) => note(`${name}(${words})`) });
  }
  addEventListener("securitypolicyviolation", (event) => {
    note(`${event.effectiveDirective} forbade ${event.blockedURI} ${event.sample}`);
  });
  addEventListener("submit", (event) => {
    event.preventDefault();
    note(`a form was sent to ${event.target.action}`);
  }, true);
})();
