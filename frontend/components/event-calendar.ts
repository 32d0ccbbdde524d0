import css from '@event-calendar/core/index.css?inline';

/** The library's own style, in a layer so that ours always wins. */
const sheet = document.createElement('style');
sheet.textContent = `@layer event-calendar { ${css} }`;
document.head.append(sheet);

export const pad = (n: number) => String(n).padStart(2, '0');
export const day = (d: Date) => `${d.getFullYear()}-${pad(d.getMonth() + 1)}-${pad(d.getDate())}`;
export const local = (d: Date) => `${day(d)}T${pad(d.getHours())}:${pad(d.getMinutes())}:00`;

/** The library's table roles lack rows; our components say themselves what they are. */
export function plain(root: HTMLElement) {
  root.querySelectorAll('.ec :is([role=row], [role=rowgroup], [role=rowheader], [role=columnheader], [role=cell]), .ec[role=table]').forEach((part) => part.removeAttribute('role'));
  root.querySelectorAll('.ec aside:not([role])').forEach((part) => part.setAttribute('role', 'none'));
  root.querySelectorAll('.ec :is([aria-colindex], [aria-rowindex], [aria-colcount])').forEach((part) => ['aria-colindex', 'aria-rowindex', 'aria-colcount'].forEach((name) => part.removeAttribute(name)));
}

/** An element with a class and a text, never HTML. */
export function el(tag: string, className: string, text = ''): HTMLElement {
  const node = document.createElement(tag);
  node.className = className;
  node.textContent = text;
  return node;
}

export function icon(symbol: string, size = 18): SVGSVGElement {
  const ns = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(ns, 'svg');
  svg.setAttribute('width', String(size));
  svg.setAttribute('height', String(size));
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', 'cv-svg-ic');
  const use = document.createElementNS(ns, 'use');
  use.setAttribute('href', `convive/icons.svg#${symbol}`);
  svg.append(use);
  return svg;
}
