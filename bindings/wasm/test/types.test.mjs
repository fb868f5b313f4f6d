// The types: made from the schemas, and what a strict program may rely on.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { project, wasm } from "./support.mjs";

test("the types are those of the schemas", () => {
  const { status, stderr } = spawnSync("node", [join(wasm, "types/generate.mjs"), "--check"], { encoding: "utf8" });
  assert.equal(status, 0, stderr);
});

for (const [module, moduleResolution] of [["esnext", "bundler"], ["nodenext", "nodenext"]]) {
  test(`a program passes tsc --strict with ${moduleResolution}`, () => {
    const folder = project();
    copyFileSync(join(wasm, "test/sample.ts"), join(folder, "sample.ts"));
    const [, readme] = readFileSync(join(wasm, "README.md"), "utf8").match(/```ts\n([\s\S]*?)```/);
    writeFileSync(join(folder, "readme.ts"), readme);
    const compilerOptions = {
      strict: true, noEmit: true, target: "es2023", module, moduleResolution, types: [], lib: ["es2023", "dom"],
      exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, skipLibCheck: false,
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["sample.ts", "readme.ts"] }));
    const tsc = join(wasm, "node_modules/typescript/bin/tsc");
    const { status, stdout } = spawnSync("node", [tsc, "-p", folder], { encoding: "utf8" });
    assert.equal(status, 0, stdout);
  });
}
