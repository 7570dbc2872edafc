// Moving between the marked places by keyboard; one of them is in the tab order.

const STEPS = { ArrowRight: 1, n: 1, ArrowLeft: -1, p: -1 };
const ROWS = { ArrowDown: 1, ArrowUp: -1 };

/**
 * @param {HTMLElement} root
 * @param {{ reading: () => import("./reading.js").Reading, go: (mark: number) => void,
 *   toggle: (mark: number) => void, toggleGlyph: (mark: number) => void, close: () => void }} does
 */
export function keys(root, does) {
  root.addEventListener("keydown", (event) => {
    const mark = event.target.closest("[data-mark]");
    if (!mark || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    if (act(event, Number(mark.dataset.mark), does)) {
      event.preventDefault();
    }
  });
}

function act({ key, shiftKey }, mark, does) {
  const last = does.reading().markCount - 1;
  if (key in STEPS) {
    does.go(Math.min(last, Math.max(0, mark + STEPS[key])));
  } else if (key in ROWS) {
    does.go(inRow(does.reading(), mark, ROWS[key]));
  } else if (key === "Home") {
    does.go(0);
  } else if (key === "End") {
    does.go(last);
  } else if (key === "Enter" || key === " ") {
    (shiftKey ? does.toggleGlyph : does.toggle)(mark);
  } else if (key === "Escape") {
    does.close();
  } else {
    return false;
  }
  return true;
}

/** The first mark of the next row below or above that has any. */
function inRow(reading, mark, step) {
  const starts = reading.rows.mark;
  const rows = reading.rows.start.length;
  for (let row = reading.rowOf(mark) + step; row >= 0 && row < rows; row += step) {
    if (starts[row] < starts[row + 1]) {
      return starts[row];
    }
  }
  return mark;
}
