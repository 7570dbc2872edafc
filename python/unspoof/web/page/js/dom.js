// Elements without HTML in strings.

/** The element of the page with this id. */
export const byId = (id) => document.getElementById(id);

/**
 * A new element with attributes and children; an attribute that is null is left out.
 *
 * @param {string} name
 * @param {Record<string, string | number | null>} attributes
 * @param {...(Node | string)} children
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== null) {
      made.setAttribute(attribute, String(value));
    }
  }
  made.append(...children);
  return made;
}

const NUMBERS = new Intl.NumberFormat("en");

/** `1,234 letters`, `1 letter`. */
export function count(number, noun, plural = `${noun}s`) {
  return `${NUMBERS.format(number)} ${number === 1 ? noun : plural}`;
}

/** `1,234`. */
export const digits = (number) => NUMBERS.format(number);
