"""The weaves that stand for missing photos, a file for each design that the site shows.

Owns which of them there are. Cards name them by the dozen, so they are files that a browser
keeps, not a part of every page.
"""

from ocop.domain.taxonomy import INDUSTRIES, industry_of
from ocop.pages.artifact import Artifact
from ocop.pages.covers import design_of
from ocop.pages.producer_list import portrait, weave_of
from ocop.pages.routes import weave_file
from ocop.pages.site import Site
from ocop.photos.weave import weave_file_svg


def artifacts(site: Site) -> tuple[Artifact, ...]:
    """Return the designs of products whose first photo is not published, and of producers."""
    bare = (
        one
        for one in site.catalogue.products.values()
        if not one.photos or one.photos[0].file not in site.pictures
    )
    used = {(industry_of(one.set).code, design_of(one.id)) for one in bare}
    for producer in site.catalogue.producers.values():
        photo = portrait(site.catalogue, producer)
        if photo and photo.file in site.pictures:
            continue
        seed, industry = weave_of(site.catalogue, producer)
        used.add((industry.code, design_of(seed)))
    return tuple(
        Artifact(weave_file(INDUSTRIES[code].key, design), "weaves", (code, design), rank="asset")
        for code, design in sorted(used)
    )


def make(site: Site, artifact: Artifact) -> bytes:  # noqa: ARG001 (as all views have it)
    """Return the bytes of one of them, which depend on nothing but its name."""
    code, design = artifact.args
    return weave_file_svg(str(design), str(code)).encode()
