// A job a line in (`{"job", "lang", "case"}`), the answer a line out, exactly as the module wrote it; or the code and
// path of the error. For tests that compare languages on cases made at random.
//
//     node answer-cases.mjs FOLDER < jobs > answers
//
// FOLDER has the package installed; without it, the packed one is installed in a folder of its own.
import { createInterface } from "node:readline";

import { imported, project } from "./support.mjs";
import { outcome } from "./vectors.mjs";

const raakvlak = await imported(process.argv[2] ?? project());
await raakvlak.init({ texts: ["en"] });

for await (const line of createInterface({ input: process.stdin })) {
  const { text, error } = outcome(raakvlak, JSON.parse(line));
  process.stdout.write(`${text ?? JSON.stringify(error)}\n`);
}
