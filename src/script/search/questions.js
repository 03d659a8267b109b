// Questions to the worker. Only the newest counts: an answer to an older one is dropped, and so may be the question itself.

let worker;
let newest = 0;
let receive = () => {};

const failure = (reason, file = "") => ({ id: newest, total: 0, hits: [], meant: null, close: false, words: [], failed: { reason, file } });

const endWorker = () => {
  worker?.terminate();
  worker = undefined;
};

// Begins early, so that what the worker needs is there by the time of the first question.
const beginWorker = () => {
  if (worker || !window.Worker || !window.WebAssembly) return;
  const file = site.base + workerFile;
  worker = new Worker(window.lecternPolicy?.createScriptURL(file) ?? file, { type: "module" });
  worker.addEventListener("message", ({ data }) => data.id === newest && receive(data));
  // It did not come, or it broke. The next question starts another one.
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    endWorker();
    receive(failure(navigator.onLine ? "status" : "offline", workerFile));
  });
};

// Answers may come in two parts, the second with the filters that the first did not know yet.
const ask = (question, answered) => {
  newest += 1;
  receive = answered;
  beginWorker();
  if (worker) worker.postMessage({ id: newest, ...question });
  else answered(failure("unsupported"));
};
