// Distances: how far the places of products are from where a reader is.
//
// Owns the great circle. Must not know where the reader's position comes from, nor keep it longer
// than the next one is asked about. Called by order.js and the page. A position is
// [latitude, longitude] in degrees.
//
//   ocopSearch.kilometres(one, other) -> between two positions, through the air
//   ocopSearch.far(here, need) -> kilometres by row of the table of places, Infinity for row 0 and
//     for what is no commune; undefined if a file is missing, whose address is added to `need`
//   ocopSearch.away(document, here) -> kilometres to where a product comes from; undefined if its
//     commune is not known, or the files are not there that results in this order have asked for
(function (o) {
  "use strict";

  const EARTH = 6371.0088; // kilometres: its mean radius
  const DEGREE = 1000;
  let last = {};

  const radians = (degrees) => (degrees * Math.PI) / 180;

  o.kilometres = function (one, other) {
    const half = (at) => Math.sin(radians(other[at] - one[at]) / 2);
    const [lat, lon] = [half(0), half(1)];
    const part = lat * lat + Math.cos(radians(one[0])) * Math.cos(radians(other[0])) * lon * lon;
    return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(part)));
  };

  function measured(here, points, size) {
    const far = new Float64Array(size + 1).fill(Infinity);
    points.rows.forEach((row, at) => {
      far[row + 1] = o.kilometres(here, [points.lat[at] / DEGREE, points.lon[at] / DEGREE]);
    });
    return far;
  }

  o.far = function (here, need) {
    const place = o.column("place", need), points = o.column("points", need);
    if (!place || !points) return undefined;
    if (last.here !== here || last.points !== points) {
      last = { here, points, far: measured(here, points, place.size) };
    }
    return last.far;
  };

  o.away = function (document, here) {
    const far = o.far(here, []);
    const distance = far && far[o.column("place", []).rows[document]];
    return Number.isFinite(distance) ? distance : undefined;
  };
})(this.ocopSearch);
