// Builds MiniSearch's index of records.json in a folder, as a script that a page can load from
// anywhere; prints the seconds of processor that the index took.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import "./tuned.js";

const [folder, modules] = process.argv.slice(2);
const MiniSearch = createRequire(modules + "/")("minisearch");
const records = JSON.parse(readFileSync(folder + "/records.json", "utf8"));
const before = process.cpuUsage();
const index = new MiniSearch(globalThis.tuned.options);
index.addAll(records);
const quoted = JSON.stringify(index).replace(/[\\'\u2028\u2029]/g, (sign) =>
  "\\u" + sign.charCodeAt(0).toString(16).padStart(4, "0"));
writeFileSync(folder + "/index.js", `tuned.index = '${quoted}';\n`);
const { user, system } = process.cpuUsage(before);
console.log((user + system) / 1e6);
