export default { layout: "product.njk", permalink: (data) => `/products/${data.page.fileSlug}/index.html` };
