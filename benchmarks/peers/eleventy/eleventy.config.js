// The catalogue's relations, kept as one index for each build.
const PER_PAGE = 48;
const BASE = "https://ocop.example.com";
const KINDS = { producers: "Nhà sản xuất", communes: "Xã, phường", provinces: "Tỉnh, thành phố", sets: "Bộ sản phẩm", stars: "Hạng sao" };
const PAGED = ["provinces", "sets", "stars"];
let kept = null;

const newestFirst = (a, b) => b.date - a.date || (a.fileSlug < b.fileSlug ? -1 : 1);

function relations(api) {
  if (kept) return kept;
  const all = api.getAll();
  const products = all.filter((one) => one.data.short).sort(newestFirst);
  const by = {};
  const terms = {};
  for (const kind in KINDS) {
    by[kind] = new Map();
    terms[kind] = all.filter((one) => one.inputPath.startsWith(`./content/${kind}/`));
    for (const product of products) {
      const code = product.data[kind][0];
      if (!by[kind].has(code)) by[kind].set(code, []);
      by[kind].get(code).push(product);
    }
  }
  return (kept = { products, by, terms });
}

function* pagesOf(list) {
  const per = list.per ?? PER_PAGE;
  const pages = Math.max(1, Math.ceil(list.items.length / per));
  for (let page = 1; page <= pages; page++) {
    const url = page > 1 ? `${list.root}page/${page}/` : list.root;
    yield { crumbs: [], ...list, url, page, pages, total: list.items.length, items: list.items.slice((page - 1) * per, page * per) };
  }
}

function* lists({ products, by, terms }) {
  yield { root: "/products/", title: "Tất cả sản phẩm", items: products };
  for (const kind in KINDS) {
    const of = (one) => by[kind].get(one.fileSlug) ?? [];
    const names = terms[kind].map((one) => ({ url: `/${kind}/${one.fileSlug}/`, title: one.data.title, where: one.data.province_name, count: of(one).length }));
    names.sort((a, b) => (a.title < b.title ? -1 : 1));
    yield { root: `/${kind}/`, title: KINDS[kind], items: names, names: true };
    if (kind === "producers") continue;
    for (const one of terms[kind]) {
      const crumbs = one.data.province ? [[`/provinces/${one.data.province}/`, one.data.province_name]] : [];
      yield { root: `/${kind}/${one.fileSlug}/`, title: one.data.title, items: of(one), crumbs, per: PAGED.includes(kind) ? PER_PAGE : Infinity };
    }
  }
}

function related(self, commune, set) {
  const found = [];
  for (const one of kept.by.communes.get(commune)) {
    if (one.url !== self && found.push(one) === 6) return found;
  }
  for (const one of kept.by.sets.get(set).slice(0, 14)) {
    if (found.length === 6) break;
    if (one.url !== self && !found.includes(one)) found.push(one);
  }
  return found;
}

function structured(product, url) {
  return JSON.stringify({
    "@context": "https://schema.org", "@type": "Product", name: product.title, gtin13: product.gtin,
    description: product.summary_text, category: product.set_name, url: BASE + url,
    manufacturer: { "@type": "Organization", name: product.producer_name, url: `${BASE}/producers/${product.producers[0]}/` },
    countryOfOrigin: { "@type": "Country", name: "VN" },
    offers: { "@type": "Offer", price: product.price, priceCurrency: "VND" },
  }).replace(/</g, "\\u003c");
}

function index(products) {
  return JSON.stringify(products.map(({ url, data }) => ({
    name: data.title, url, set: data.set_name, commune: data.commune_name, province: data.province_name,
    producer: data.producer_name, stars: data.stars[0], price: data.price, summary: data.summary_text,
    decision: data.decision, expires: data.expires, season: data.season, short: data.short,
  })));
}

function day(date) {
  const two = (number) => String(number).padStart(2, "0");
  const on = new Date(date);
  return `${two(on.getUTCDate())}/${two(on.getUTCMonth() + 1)}/${on.getUTCFullYear()}`;
}

export default function (config) {
  config.on("eleventy.before", () => { kept = null; });
  config.addCollection("products", (api) => relations(api).products);
  config.addCollection("listings", (api) => [...lists(relations(api))].flatMap((list) => [...pagesOf(list)]));
  config.addFilter("of", (slug, kind) => kept.by[kind].get(slug) ?? []);
  config.addFilter("related", related);
  config.addFilter("stars", (count, mark = "★") => mark.repeat(count));
  config.addFilter("dong", (amount) => `${String(amount).replace(/\B(?=(\d{3})+$)/g, ".")} ₫`);
  config.addFilter("day", day);
  config.addFilter("structured", structured);
  config.addFilter("index", index);
  return { dir: { input: "content" }, markdownTemplateEngine: false, htmlTemplateEngine: "njk" };
}
