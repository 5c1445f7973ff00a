"""Everything the site is made of except photos and search: addresses, views, templates."""
