// The module: where it comes from, how it is started, and how it is called.
import { RaakvlakError } from "./error.js";
import { document, text } from "./text.js";

// Language to the function that makes its texts in the module as it now runs.
const texts = new Map();
const starting = {};
let files;
// The glue of the module that runs, and which of the two that is.
let glue;
let size;
// How often a module was started: what was made in an earlier run is gone.
let run = 0;

/** Says where the files of the package are; each entry does, once. */
export function from(places) {
  files = places;
}

/** Starts the module and loads texts; what was done already is not done again. */
export async function init(options = {}) {
  only(options, ["module", "texts", "whole"]);
  if (!Array.isArray(options.texts ?? [])) {
    throw new RaakvlakError({ code: "value.wrong-type", message: "the texts must be a list", path: "options.texts" });
  }
  const wanted = options.whole || !files.small ? "whole" : "small";
  if (size !== "whole" && size !== wanted) {
    starting[wanted] ??= start(wanted, options.module);
    try {
      await starting[wanted];
    } finally {
      delete starting[wanted];
    }
  }
  await Promise.all((options.texts ?? []).map(loadTexts));
}

async function start(wanted, module) {
  const [made, compiled] = await loading("the module", async () => {
    const [made, source] = await Promise.all([files[wanted].glue(), module ?? files[wanted].module()]);
    return [made, source instanceof WebAssembly.Module ? source : await WebAssembly.compile(source)];
  });
  if (size === "whole") return;
  made.initSync({ module: compiled });
  [glue, size] = [made, wanted];
  run += 1;
  if (!texts.has("nl")) keep(() => glue.Texts.of("nl"));
}

/** Loads the texts of one more language: one that the package brings, or a text pack of one's own. */
export async function loadTexts(pack) {
  ready();
  const own = typeof pack === "object" || (typeof pack === "string" && pack.trimStart().startsWith("{"));
  if (!own && texts.has(pack)) return;
  const place = own ? undefined : Object.hasOwn(files.texts, pack) && files.texts[pack];
  // A name that the package does not know goes to the module, which says what there is.
  const json = own ? document(pack) : place ? await loading(`the texts in ${pack}`, place) : document(String(pack));
  keep(() => glue.Texts.of(json));
}

function keep(make) {
  const handle = kept(make);
  texts.set(guarded(() => handle().lang()), handle);
}

async function loading(what, load) {
  try {
    return await load();
  } catch (cause) {
    const message = `${what} cannot be loaded: ${cause?.message ?? cause}`;
    throw new RaakvlakError({ code: "file.unreadable", message }, { cause });
  }
}

/** Something inside the module, made now, and made again when the module was started afresh. */
export function kept(make) {
  let handle = guarded(make);
  let made = run;
  return () => {
    if (made !== run) [handle, made] = [guarded(make), run];
    return handle;
  };
}

/** The texts in a language, Dutch unless another is asked for. */
export function textsIn(lang = "nl") {
  ready();
  const handle = texts.get(lang);
  if (handle) return handle();
  if (typeof lang === "string" && Object.hasOwn(files.texts, lang)) {
    const help = `await loadTexts("${lang}") first`;
    throw new RaakvlakError({ code: "texts.missing", message: `the texts in ${lang} are not loaded`, path: "options.lang", help });
  }
  const unknown = text(lang, "options.lang");
  return guarded(() => glue.Texts.of(unknown));
}

/** Calls into the module. */
export function guarded(job) {
  ready();
  try {
    return job(glue);
  } catch (thrown) {
    if (typeof thrown === "string") throw new RaakvlakError(JSON.parse(thrown));
    if (!(thrown instanceof WebAssembly.RuntimeError || thrown instanceof RangeError)) throw thrown;
    // Out of memory, or of stack: what the module holds is no longer to be trusted.
    glue.__wbg_reset_state();
    run += 1;
    const message = "the module failed and was started afresh; the document may be too large";
    throw new RaakvlakError({ code: "module.failed", message }, { cause: thrown });
  }
}

/** A job that only the whole module has. */
export function needs(job) {
  ready();
  if (job(glue) !== undefined) return;
  const help = "await init({ whole: true }) first";
  throw new RaakvlakError({ code: "init.small", message: "this job is in the whole module", help });
}

export function ready() {
  if (glue) return;
  throw new RaakvlakError({ code: "init.missing", message: "raakvlak is not started yet", help: "await init() first" });
}

/** Refuses an option that would silently do nothing. */
export function only(options, known) {
  if (typeof options !== "object" || options === null) {
    throw new RaakvlakError({ code: "value.wrong-type", message: "the options must be an object", path: "options" });
  }
  const strange = Object.keys(options).find((key) => !known.includes(key));
  if (strange === undefined) return;
  const help = `known here: ${known.join(", ")}`;
  throw new RaakvlakError({ code: "field.unknown", message: `there is no option ${strange}`, path: `options.${strange}`, help });
}
