// Writes documents.d.ts from docs/schemas; with --check only says whether it is stale.
import { readFileSync, writeFileSync } from "node:fs";

/** The name of each document as a type; of a list, the name of what is in it. */
const DOCUMENTS = {
  case: "CaseDocument",
  advice: "AdviceDocument",
  casework: "CaseworkDocument",
  "house-plan": "HousePlanDocument",
  why: "WhyDocument",
  comparison: "ComparisonDocument",
  answers: "AnswersDocument",
  checklist: "ChecklistDocument",
  rules: "RuleFile",
  texts: "TextPack",
  error: "ErrorDocument",
  knowledge: "KnowledgeList",
  observations: "ObservationList",
  network: "NetworkDocument",
  review: "ReviewDocument",
  schedule: "ScheduleDocument",
  "schedule-plan": "SchedulePlanDocument",
  "vote-result": "VoteResultDocument",
  "network-report": "NetworkReportDocument",
  cooperation: "CooperationDocument",
  "district-team": "DistrictTeamDocument",
  vision: "VisionChoices",
  "vision-document": "VisionDocument",
  facts: "FactsDocument",
};

const schemas = new URL("../../../docs/schemas/", import.meta.url);
const target = new URL("documents.d.ts", import.meta.url);

/** Types by name; what several documents share stands once. */
const types = new Map();

for (const [document, name] of Object.entries(DOCUMENTS)) {
  const schema = JSON.parse(readFileSync(new URL(`raakvlak.${document}.v1.json`, schemas), "utf8"));
  declare(name, schema);
  // A document inside another is the document itself, which has a schema of its own.
  const parts = Object.entries(schema.$defs ?? {}).filter(([shared]) => !Object.values(DOCUMENTS).includes(shared));
  for (const [shared, definition] of parts) declare(shared, definition);
}

const text = `// Made by types/generate.mjs from docs/schemas; do not edit.\n\n${[...types.values()].join("\n\n")}\n`;

if (process.argv.includes("--check")) {
  if (readFileSync(target, "utf8") !== text) {
    console.error("types/documents.d.ts is stale: run `npm run types`");
    process.exitCode = 1;
  }
} else {
  writeFileSync(target, text);
}

function declare(name, schema) {
  const written = `${doc(schema.description, "")}export type ${name} = ${decided(schema) ?? type(schema, "")};`;
  if (types.has(name) && types.get(name) !== written) throw new Error(`two different types are called ${name}`);
  types.set(name, written);
}

/** What is settled says because of what; what is open, what would settle it. A union, told apart by the status. */
function decided(schema) {
  const { status, because, settled_by: settledBy } = schema.properties ?? {};
  if (status?.$ref !== "#/$defs/Status" || !because || !settledBy) return undefined;
  const branch = (constant, empty) =>
    type({ ...schema, properties: { ...schema.properties, status: { ...status, $ref: undefined, enum: constant }, ...empty } }, "");
  const none = (property) => ({ ...property, items: undefined, prefixItems: [] });
  return [
    branch(["applies", "not-now"], { settled_by: none(settledBy) }),
    branch(["open"], { because: none(because) }),
  ].join(" | ");
}

function type(schema, indent) {
  if (schema.$ref) return schema.$ref.slice("#/$defs/".length);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) return union(choices, indent);
  if (Array.isArray(schema.type)) return schema.type.map((one) => type({ ...schema, type: one }, indent)).join(" | ");
  switch (schema.type) {
    case "string":
    case "boolean":
    case "null":
      return schema.type;
    case "integer":
    case "number":
      return "number";
    case "array":
      if (schema.prefixItems) return `[${schema.prefixItems.map((item) => type(item, indent)).join(", ")}]`;
      return `Array<${type(schema.items, indent)}>`;
    case "object":
      return object(schema, indent);
    default:
      throw new Error(`no type for ${JSON.stringify(schema)}`);
  }
}

/** Choices that say something of themselves stand on a line each. */
function union(choices, indent) {
  if (!choices.some((choice) => choice.description)) return choices.map((choice) => type(choice, indent)).join(" | ");
  const inner = `${indent}  `;
  return choices.map((choice) => `\n${doc(choice.description, inner)}${inner}| ${type(choice, inner)}`).join("");
}

function object(schema, indent) {
  if (!schema.properties) return `Record<string, ${type(schema.additionalProperties, indent)}>`;
  const inner = `${indent}  `;
  const fields = Object.entries(schema.properties).map(([key, field]) => {
    const name = /^[A-Za-z_]\w*$/.test(key) ? key : JSON.stringify(key);
    const optional = schema.required?.includes(key) ? "" : "?";
    return `${doc(field.description, inner)}${inner}${name}${optional}: ${type(field, inner)};\n`;
  });
  return `{\n${fields.join("")}${indent}}`;
}

function doc(description, indent) {
  return description ? `${indent}/** ${description.replaceAll("*/", "*\\/").replaceAll("\n", `\n${indent} * `)} */\n` : "";
}
