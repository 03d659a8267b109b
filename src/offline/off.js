// The service worker of a site that wants none: it removes what an earlier one kept, and itself.

addEventListener("install", () => skipWaiting());

const leave = async () => {
  const mine = `lectern:${new URL(".", location).pathname}:`;
  const names = (await caches.keys()).filter((name) => name.startsWith(mine));
  await Promise.all(names.map((name) => caches.delete(name)));
  await registration.unregister();
};

addEventListener("activate", (event) => event.waitUntil(leave()));
