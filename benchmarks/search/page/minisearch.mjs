// Builds MiniSearch's index of records.json in a folder; prints the seconds of processor it took.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import "./tuned.js";

const [folder, modules] = process.argv.slice(2);
const MiniSearch = createRequire(modules + "/")("minisearch");
const records = JSON.parse(readFileSync(folder + "/records.json", "utf8"));
const before = process.cpuUsage();
const index = new MiniSearch(globalThis.tuned.options);
index.addAll(records);
writeFileSync(folder + "/index.json", JSON.stringify(index));
const { user, system } = process.cpuUsage(before);
console.log((user + system) / 1e6);
