// From what a program hands in to the JSON text that crosses into the module.
import { RaakvlakError } from "./error.js";

// More than any document has, and little enough for the stack; it also ends a circle.
const DEEPEST = 200;

/** JSON text as it is; anything else written as JSON. */
export function document(value) {
  return typeof value === "string" ? text(value, "$") : written(value, "$", 0);
}

/** A text, and whole: half a surrogate pair would reach the module as another character. */
export function text(value, path) {
  if (typeof value !== "string") {
    throw new RaakvlakError({ code: "value.wrong-type", message: "this must be a text", path });
  }
  if (!value.isWellFormed()) {
    throw new RaakvlakError({ code: "document.not-json", message: "the text holds half of a surrogate pair", path });
  }
  return value;
}

/**
 * JSON.stringify would change what JSON cannot hold without a word: NaN to null, a Map to {}. Here that is a
 * mistake with its place. An absent property and one that is undefined are the same, as everywhere in JavaScript.
 */
function written(value, path, depth) {
  if (depth > DEEPEST) {
    throw new RaakvlakError({ code: "document.too-deep", message: "the document nests too deep", path: "$" });
  }
  try {
    if (value === null || typeof value === "boolean") return JSON.stringify(value);
    if (typeof value === "string") return JSON.stringify(text(value, path));
    if (typeof value === "number" && Number.isFinite(value)) return JSON.stringify(value);
    if (Array.isArray(value)) {
      return `[${Array.from(value, (item, i) => written(item, `${path}[${i}]`, depth + 1)).join(",")}]`;
    }
    if (isPlain(value)) {
      const fields = [];
      for (const key of Object.keys(value)) {
        const at = /^[\w-]+$/.test(key) ? `${path}.${key}` : `${path}['${key.replaceAll("'", "\\'")}']`;
        const field = read(value, key, at);
        if (field !== undefined) fields.push(`${JSON.stringify(text(key, path))}:${written(field, at, depth + 1)}`);
      }
      return `{${fields.join(",")}}`;
    }
  } catch (cause) {
    throw unreadable(cause, path);
  }
  throw new RaakvlakError({ code: "value.wrong-type", message: `JSON holds no ${kind(value)}, only plain objects, lists, texts, numbers, true, false and null`, path });
}

function read(value, key, path) {
  try {
    return value[key];
  } catch (cause) {
    throw unreadable(cause, path);
  }
}

// A getter or a Proxy may throw anything.
function unreadable(cause, path) {
  if (cause instanceof RaakvlakError) return cause;
  return new RaakvlakError({ code: "value.unreadable", message: "this cannot be read: it throws", path }, { cause });
}

/** An object without a class, of this window or another. */
function isPlain(value) {
  if (typeof value !== "object") return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function kind(value) {
  if (typeof value === "number") return String(value);
  return typeof value === "object" ? value.constructor?.name ?? "such object" : typeof value;
}
