// The service counts code points, JavaScript counts UTF-16 units.

/**
 * UTF-16 offsets of code point offsets, which must not fall, in one pass over the text.
 *
 * @param {string} text
 * @param {Uint32Array} points
 * @returns {Uint32Array}
 */
export function utf16Offsets(text, points) {
  if (!/[\ud800-\udbff]/.test(text)) {
    return points;
  }
  const offsets = new Uint32Array(points.length);
  let unit = 0;
  let point = 0;
  for (let index = 0; index < points.length; index++) {
    for (; point < points[index]; point++) {
      unit += text.codePointAt(unit) > 0xffff ? 2 : 1;
    }
    offsets[index] = unit;
  }
  return offsets;
}

/**
 * How many code points a text has.
 *
 * @param {string} text
 */
export function codePointCount(text) {
  const pairs = text.match(/[\ud800-\udbff][\udc00-\udfff]/g);
  return text.length - (pairs ? pairs.length : 0);
}
