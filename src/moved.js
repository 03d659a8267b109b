// On the page of an address that leads elsewhere: takes the reader's place in the text along, which a refresh would lose.
if (location.hash) {
  const { to } = document.currentScript.dataset;
  stop();
  location.replace(to.includes("#") ? to : to + location.hash);
}
