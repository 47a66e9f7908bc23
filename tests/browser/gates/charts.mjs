// Where the texts of the drawings of a page stand, and how large they are on a phone.

/**
 * Runs in the page. A text's box is as wide as it is set and as high as its signs are (the box of a CJK
 * sign, not the line that the font asks for), in the units of its drawing.
 */
export function chartTexts() {
  const ABOVE = 0.88;
  const BELOW = 0.12;
  /** Less than this may touch: hinting moves signs by fractions. */
  const SLACK = 0.6;
  const drawings = [...document.querySelectorAll('svg')].filter((svg) => svg.querySelector('text'));
  return drawings.map((svg, index) => {
    const view = svg.viewBox.baseVal;
    const back = svg.getScreenCTM().inverse();
    const boxes = [];
    for (const text of svg.querySelectorAll('text')) {
      if (!text.textContent.trim()) continue;
      const size = parseFloat(getComputedStyle(text).fontSize);
      const { x, width } = text.getBBox();
      const { y } = text.getStartPositionOfChar(0);
      const matrix = back.multiply(text.getScreenCTM());
      const corners = [
        [x, y - ABOVE * size],
        [x + width, y - ABOVE * size],
        [x, y + BELOW * size],
        [x + width, y + BELOW * size],
      ].map(([left, top]) => new DOMPoint(left, top).matrixTransform(matrix));
      boxes.push({
        words: text.textContent.trim().slice(0, 24),
        left: Math.min(...corners.map((one) => one.x)),
        right: Math.max(...corners.map((one) => one.x)),
        top: Math.min(...corners.map((one) => one.y)),
        bottom: Math.max(...corners.map((one) => one.y)),
      });
    }
    const faults = [];
    const outside = (box) =>
      Math.max(
        view.x - box.left,
        box.right - view.x - view.width,
        view.y - box.top,
        box.bottom - view.y - view.height,
      );
    for (const [at, box] of boxes.entries()) {
      if (outside(box) > SLACK) faults.push(`“${box.words}” leaves the drawing by ${outside(box).toFixed(1)}`);
      for (const other of boxes.slice(at + 1)) {
        const across = Math.min(box.right, other.right) - Math.max(box.left, other.left);
        const down = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
        if (across > SLACK && down > SLACK) {
          faults.push(`“${box.words}” and “${other.words}” overlap by ${across.toFixed(1)} × ${down.toFixed(1)}`);
        }
      }
    }
    return { name: svg.querySelector('title')?.textContent.slice(0, 24) ?? `drawing ${index + 1}`, faults };
  });
}

/** Runs in a page 360 pixels wide: texts of drawings that are less than 11 pixels high there. */
export function smallTexts() {
  const LEAST = 11;
  /** Widths are rounded on the way. */
  const SLACK = 0.05;
  return [...document.querySelectorAll('svg text')]
    .filter((text) => text.textContent.trim())
    .map((text) => [text.textContent.trim(), parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a])
    .filter(([, size]) => size > 0 && size < LEAST - SLACK)
    .map(([words, size]) => `“${words.slice(0, 24)}” is ${size.toFixed(1)} px high on a phone`);
}
