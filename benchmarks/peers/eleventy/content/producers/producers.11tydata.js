export default { layout: "producer.njk", permalink: (data) => `/producers/${data.page.fileSlug}/index.html` };
