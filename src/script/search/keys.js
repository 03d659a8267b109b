// The keyboard in a box. In the dialog the focus stays in the field while the arrows go through the options; on the page
// they go from link to link. Home and End are the field's own.

const MOVES = { ArrowDown: 1, ArrowUp: -1 };

// While a word is put together by an input method, its keys are none of ours.
const isComposed = ({ isComposing, keyCode }) => isComposing || keyCode === 229;

const openApart = (link) => window.open(link.href, "_blank", "noopener");

const setActive = ({ field, results }, option) => {
  results.querySelector("[aria-selected='true']")?.setAttribute("aria-selected", "false");
  if (!option) return field.removeAttribute("aria-activedescendant");
  option.setAttribute("aria-selected", "true");
  field.setAttribute("aria-activedescendant", option.id);
  option.scrollIntoView({ block: "nearest" });
};

const moveOption = (box, by) => {
  const options = [...box.results.querySelectorAll("[role='option']")];
  const at = options.findIndex(({ ariaSelected }) => ariaSelected === "true");
  // Beyond the last one there may be more to come; else the field itself stands between the last and the first.
  if (by === 1 && at === options.length - 1 && at !== -1 && box.more()) return;
  const places = options.length + 1;
  setActive(box, options[((at + 1 + by + places) % places) - 1]);
};

const moveLink = (box, by) => {
  const stops = [box.field, ...box.results.querySelectorAll("a")];
  const next = stops[stops.indexOf(document.activeElement) + by];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
};

const pressInBox = (box, event) => {
  const { key, target } = event;
  if (isComposed(event) || event.altKey || event.shiftKey) return;
  const isCommand = event.ctrlKey || event.metaKey;
  const isOfMove = target === box.field || box.results.contains(target);
  if (MOVES[key] && !isCommand && isOfMove) {
    event.preventDefault();
    (box.isDialog ? moveOption : moveLink)(box, MOVES[key]);
  } else if (key === "Enter" && target === box.field) {
    event.preventDefault();
    const option = box.results.querySelector("[aria-selected='true']");
    if (option && isCommand) {
      rememberSearch(box.query);
      openApart(option);
    } else if (option) {
      option.click();
    } else if (!isCommand) {
      box.submit();
    }
  }
};
