// Whether a certificate, of which this is the last day ("2027-04-10"), is over for the reader; of an
// empty day it never is. A part of several scripts.
this.ocopEnded = (day) => {
  "use strict";
  const two = (n) => (n < 10 ? "0" : "") + n;
  const now = new Date();
  return Boolean(day) &&
    now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate()) > day;
};
