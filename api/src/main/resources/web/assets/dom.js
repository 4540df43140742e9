/**
 * Makes an element. Texts become text nodes, so whatever people or models said is never read as
 * markup. `on…` properties are listeners, `data` is the dataset, absent values are left out.
 */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'data') Object.assign(element.dataset, value);
    else if (name === 'value' && tag !== 'option' && tag !== 'progress') element.value = value;
    else element.setAttribute(name === 'className' ? 'class' : name, value === true ? '' : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child || child === 0));
  return element;
}

/** Puts these children in the place of whatever the element holds. */
export function fill(element, ...children) {
  element.replaceChildren(...children.flat(Infinity).filter((child) => child || child === 0));
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

/** Makes an SVG element. */
export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const ICONS = {
  play: 'M7 4.5v15l12-7.5z',
  pause: 'M6.5 5h4v14h-4zM13.5 5h4v14h-4z',
  stop: 'M6 6h12v12H6z',
};
const LINES = {
  up: 'M12 19V5m-6 6 6-6 6 6',
  down: 'M12 5v14m-6-6 6 6 6-6',
  flat: 'M5 12h14m-5-5 5 5-5 5',
  close: 'M6 6l12 12M18 6L6 18',
  upload: 'M12 16V4m-5 5 5-5 5 5M4 16v4h16v-4',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  cross: 'M7 7l10 10M17 7L7 17',
  alert: 'M12 4 2.8 20h18.4zM12 10v4.5m0 2.7v.1',
  info: 'M12 11v6m0-9.7v.1M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0',
  phone: 'M5 4h4l1.5 5-2.2 1.6a12 12 0 0 0 5.1 5.1L15 13.5l5 1.5v4a1.5 1.5 0 0 1-1.6 1.5C10.5 20 4 13.5 3.5 5.6A1.5 1.5 0 0 1 5 4z',
  chat: 'M4 5h16v11H10l-5 4v-4H4z',
  grid: 'M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z',
  arrow: 'M5 12h14m-6-6 6 6-6 6',
  file: 'M6 3h8l5 5v13H6zM14 3v5h5',
  trash: 'M4 7h16M9 7V4h6v3M6.5 7l1 13h9l1-13',
  swap: 'M4 8h15m-4-4 4 4-4 4M20 16H5m4-4-4 4 4 4',
  person: 'M12 12a4 4 0 1 0 0-8a4 4 0 0 0 0 8M4.5 20.5a7.5 7.5 0 0 1 15 0',
  tag: 'M4 4h8l8.5 8.5-8 8L4 12zM8.5 8.5v.1',
  again: 'M20 11a8 8 0 1 0-2.3 6.5M20 4v7h-7',
};

/** A decorative icon; what it means always stands beside it in words or in a label. */
export function icon(name) {
  const filled = ICONS[name];
  return svg(
    'svg',
    { viewBox: '0 0 24 24', class: filled ? 'icon filled' : 'icon', 'aria-hidden': 'true' },
    svg('path', { d: filled ?? LINES[name] }),
  );
}
