// Addresses to give on.

const copyAddress = async (address) => {
  try {
    await navigator.clipboard.writeText(address);
    tell(words["link-copied"]);
  } catch {
    tell(filled(words["link-here"], { url: address }));
  }
};

const share = async () => {
  const url = document.querySelector("link[rel='canonical']")?.href ?? location.href;
  // Where there is no host in the settings, the address of the page itself is the best one.
  const address = /^https?:/.test(url) && new URL(url).host === location.host ? url : location.href.split("#")[0];
  if (!navigator.share || matchMedia("(pointer: fine)").matches) return copyAddress(address);
  try {
    await navigator.share({ title: document.querySelector("main h1").textContent, url: address });
  } catch (error) {
    if (error.name !== "AbortError") copyAddress(address);
  }
};
