// The card for what the pointer is on, and what a click or a tap does.

const OPENS = 60;
const CLOSES = 250;

/**
 * @param {HTMLElement} root
 * @param {import("./card.js").Card} card
 * @param {{ open: (mark: number, drawn: Element) => void, close: () => void,
 *   scrolled: () => void, toggle: (mark: number) => void }} does
 */
export function pointing(root, card, does) {
  let timer;
  let aimed = null;
  let pointer = "mouse";
  const later = (act, delay) => {
    clearTimeout(timer);
    timer = setTimeout(act, delay);
  };
  const leave = () =>
    later(() => {
      const focused = root.contains(document.activeElement) ? document.activeElement : null;
      if (focused) {
        does.open(Number(focused.dataset.mark), focused);
      } else {
        does.close();
      }
    }, CLOSES);

  window.addEventListener(
    "scroll",
    () => {
      clearTimeout(timer);
      does.scrolled();
    },
    { passive: true },
  );
  // Not pointerover: text that is scrolled past a resting pointer is not pointed at.
  root.addEventListener("pointermove", ({ target, pointerType }) => {
    const drawn = target.closest("[data-mark]");
    if (!drawn || drawn === aimed || pointerType === "touch") {
      return;
    }
    aimed = drawn;
    later(() => drawn.isConnected && does.open(Number(drawn.dataset.mark), drawn), OPENS);
  });
  root.addEventListener("pointerout", ({ target, pointerType }) => {
    if (target.closest("[data-mark]") && pointerType !== "touch") {
      aimed = null;
      leave();
    }
  });
  card.box.addEventListener("pointerenter", () => clearTimeout(timer));
  card.box.addEventListener("pointerleave", ({ pointerType }) => pointerType !== "touch" && leave());

  root.addEventListener("pointerdown", ({ pointerType }) => (pointer = pointerType));
  root.addEventListener("click", ({ target }) => {
    const drawn = target.closest("[data-mark]");
    if (!drawn || !getSelection().isCollapsed) {
      return; // whoever has just selected some text does not reject it
    }
    const mark = Number(drawn.dataset.mark);
    if (pointer === "touch") {
      does.open(mark, drawn); // there is no hovering; the card has the buttons
    } else {
      does.toggle(mark);
    }
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (card.mark !== null && !card.box.contains(target) && !target.closest("[data-mark]")) {
      does.close();
    }
  });
  document.addEventListener("keydown", ({ key }) => key === "Escape" && does.close());
}
