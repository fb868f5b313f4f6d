// What the tests share: the packed package in a project of its own, a server on loopback, a browser.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { chromium } from "playwright-core";

export const root = fileURLToPath(new URL("../../../", import.meta.url));
export const wasm = join(root, "bindings/wasm");

/** The tarball that `cargo run -p raakvlak-wasm-build` made, or the one that RAAKVLAK_NPM names. */
export function tarball() {
  if (process.env.RAAKVLAK_NPM) return process.env.RAAKVLAK_NPM;
  const folder = join(root, "target/packages");
  const [name] = readdirSync(folder).filter((file) => /^raakvlak-.*\.tgz$/.test(file));
  if (!name) throw new Error(`no package in ${folder}: run cargo run -p raakvlak-wasm-build`);
  return join(folder, name);
}

/** A project of its own with the package installed in it, as a user has it. Nothing is fetched. */
export function project() {
  const folder = mkdtempSync(join(tmpdir(), "raakvlak-npm-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  execFileSync("npm", ["install", "--offline", "--no-audit", "--no-fund", "--silent", tarball()], { cwd: folder });
  return folder;
}

/** The installed package, in Node. */
export function imported(folder) {
  return import(pathToFileURL(join(folder, "node_modules/raakvlak/node.js")));
}

export function example(name) {
  return JSON.parse(readFileSync(join(root, "examples", `${name}.json`), "utf8"));
}

const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/** Serves folders on loopback, each under a path: `{ "/": folder }`. What is a string with a `<` is a page. */
export async function served(places) {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
    const place = Object.keys(places).filter((at) => path.startsWith(at)).sort((a, b) => b.length - a.length)[0];
    const found = places[place];
    try {
      const page = found.includes("<");
      const file = page ? "page.html" : join(found, path.slice(place.length), path.endsWith("/") ? "index.html" : "");
      const body = page ? found : readFileSync(file);
      response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
      response.end(body);
    } catch {
      response.writeHead(path === "/favicon.ico" ? 204 : 404).end();
    }
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((closed) => { server.close(closed); server.closeAllConnections(); }),
  };
}

/** Debian's Chromium, or the one that CHROMIUM names. */
export function browser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
  });
}

/** A page that remembers every mistake it logged, and every request that left this machine. */
export async function watched(browser, options) {
  const page = await browser.newPage(options);
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
  page.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (hostname !== "127.0.0.1" && !["data:", "blob:"].includes(protocol)) wrong.push(`request to ${request.url()}`);
  });
  return { page, wrong };
}
