// The same files as the project's pipeline makes, by sharp:
// sharp.mjs FOLDER OUT JOBS AVIF_QUALITY JPEG_QUALITY
// Each photo is decoded once, at 1600 pixels; everything else is made from that.
import { createRequire } from "node:module";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";

const sharp = createRequire(process.env.PEERS + "/")("sharp");
const [folder, out, jobs, avif, jpeg] = process.argv.slice(2);
const AVIF = { quality: Number(avif), effort: 0, chromaSubsampling: "4:2:0" };
const JPEG = { quality: Number(jpeg), progressive: true, chromaSubsampling: "4:2:0" };
const SHARE = { ...JPEG, progressive: false, optimiseCoding: false };
sharp.concurrency(1);
sharp.cache(false);
mkdirSync(out, { recursive: true });

async function develop(name) {
  const to = path.join(out, path.parse(name).name);
  const { data, info } = await sharp(path.join(folder, name)).autoOrient().resize({ width: 1600 }).raw().toBuffer({ resolveWithObject: true });
  const from = () => sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
  for (const width of [1600, 960, 640, 320]) {
    await from().resize({ width }).avif(AVIF).toFile(`${to}-${width}.avif`);
  }
  await from().resize({ width: 960 }).jpeg(JPEG).toFile(`${to}-960.jpg`);
  await from().resize(1200, 630, { fit: "cover" }).jpeg(SHARE).toFile(`${to}-share.jpg`);
  writeFileSync(`${to}.txt`, (await from().resize({ width: 16 }).webp({ quality: 50 }).toBuffer()).toString("base64"));
}

const names = readdirSync(folder).sort();
async function work() {
  while (names.length) await develop(names.shift());
}
await Promise.all(Array.from({ length: Number(jobs) }, work));
