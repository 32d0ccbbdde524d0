import { LitElement } from 'lit';
import { el, icon, local } from './event-calendar';
import { axis, Axis } from './timeline-axis';

type Row = { id: string; title: string; note: string };
type Group = { id: string; title: string; note: string; icon: string; rows: Row[] };
type Bar = { id: string; row: string; from: string; to: string; kind: string; title: string; note: string; movable?: boolean };
type Line = { top: number; height: number; group?: Group; row?: Row };
type Drag = { kind: 'select' | 'move' | 'start' | 'end'; line: number; x: number; y: number; ghost?: HTMLElement; bar?: Bar; from: number; to: number; over: number };

const GROUP = 36, ROW = 47, OVERSCAN = 6, AHEAD = 30, CALM = 80, HOUR = 3_600_000, TOUCH = 380;
const FREE = new Set(['alt', 'alt-on']);
const ALOUD = ['bk', 'mine', 'pend', 'own', 'mt'];
const ORDER = ['buf', 'mt', 'own', 'bk', 'pend', 'mine', 'alt', 'alt-on', 'want'];
/** Where each page's timeline was scrolled to: the portal makes it anew after every step. */
const places = new Map<string, { x: number; y: number; lines: number }>();

/** A resource timeline for a day, a week or a month; only the rows in sight are in the page. See uikit.Timeline. */
class CvTimeline extends LitElement {
  static properties = {
    groups: { attribute: false }, bars: { attribute: false }, day: {}, span: {}, minTime: {}, maxTime: {}, zoom: { type: Number },
    windowFrom: {}, windowTo: {}, selectedRow: {}, locale: {}, label: {}, hint: {},
    partial: { type: Boolean }, sent: { attribute: false }, more: { attribute: false },
  };
  declare partial: boolean; declare sent: string[]; declare more: { rows: string[]; bars: Bar[] }[];
  declare groups: Group[]; declare bars: Bar[]; declare day: string; declare span: string; declare zoom: number;
  declare minTime: string; declare maxTime: string; declare windowFrom: string; declare windowTo: string;
  declare selectedRow: string; declare locale: string; declare label: string; declare hint: string;
  private scroller?: HTMLElement;
  private head = el('div', 'cv-tl-head');
  private body = el('div', 'cv-tl-body');
  private live = el('div', 'cv-tl-live');
  private lines: Line[] = [];
  private taken = new Map<string, Bar[]>();
  private byId = new Map<string, Bar>();
  /** Of a long timeline: the rows whose bars are here or on their way. */
  private known = new Set<string>();
  private sightWait = 0;
  private drawn = new Map<number, HTMLElement>();
  private axis!: Axis;
  private names = 0;
  private cursor = { row: 0, at: 0, steps: 0 };
  private drag?: Drag;
  private asked = false;
  private wait = 0;
  private tapped?: { x: number; y: number; line: number; at: number; bar?: Bar };
  private sizes = new ResizeObserver(() => this.requestUpdate());

  createRenderRoot() { return this; }

  connectedCallback() {
    super.connectedCallback();
    this.sizes.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.sizes.disconnect();
    window.clearTimeout(this.wait);
    window.clearTimeout(this.sightWait);
  }

  private frame() {
    const scroller = el('div', 'cv-tl-scroll');
    scroller.tabIndex = 0;
    scroller.setAttribute('role', 'group');
    this.live.setAttribute('role', 'status');
    scroller.append(this.head, this.body);
    this.append(scroller, this.live);
    scroller.addEventListener('scroll', () => this.scrolled(), { passive: true });
    scroller.addEventListener('keydown', (e) => this.key(e));
    this.body.addEventListener('pointerdown', (e) => this.down(e));
    this.body.addEventListener('pointermove', (e) => this.moved(e));
    this.body.addEventListener('pointerup', (e) => this.up(e));
    this.body.addEventListener('pointercancel', () => this.drop());
    this.body.addEventListener('touchmove', (e) => { if (this.drag) e.preventDefault(); }, { passive: false });
    this.scroller = scroller;
    return scroller;
  }

  updated(changed: Map<string, unknown>) {
    if (!this.day || !this.isConnected || !this.clientWidth) return;
    const scroller = this.scroller ?? this.frame();
    scroller.setAttribute('aria-label', `${this.label ?? ''}. ${this.hint ?? ''}`);
    if (changed.has('groups')) this.layOut();
    if (changed.has('bars')) this.sort();
    if (changed.has('more') && this.more?.length) this.add();
    this.names = this.clientWidth > 1000 ? 300 : this.clientWidth > 560 ? 216 : 128;
    this.axis = axis(this.day, this.span, [this.minTime, this.maxTime], this.clientWidth - this.names - 14, this.zoom || 1, this.locale ?? 'en-GB');
    this.style.setProperty('--cv-tl-names', `${this.names}px`);
    this.style.setProperty('--cv-tl-width', `${this.axis.width}px`);
    this.style.setProperty('--cv-tl-step', `${this.axis.line}px`);
    this.drawHead();
    const height = this.lines.length ? this.lines[this.lines.length - 1].top + this.lines[this.lines.length - 1].height : 0;
    this.body.replaceChildren(...this.ground());
    this.body.style.height = `${height}px`;
    this.drawn.clear();
    if (!this.asked) this.findPlace(scroller);
    this.draw();
  }

  /** The first time: back to where this page was, or to what is asked for. */
  private findPlace(scroller: HTMLElement) {
    this.asked = true;
    const before = places.get(location.pathname);
    if (before && before.lines === this.lines.length) scroller.scrollTo(before.x, before.y);
    else if (this.windowFrom) scroller.scrollLeft = Math.max(0, this.axis.at(this.windowFrom) - 60);
    const line = this.lines.find((one) => one.row && one.row.id === this.selectedRow);
    const sight = scroller.clientHeight - this.head.offsetHeight;
    if (line && (line.top < scroller.scrollTop || line.top + line.height > scroller.scrollTop + sight)) scroller.scrollTop = Math.max(0, line.top - sight / 3);
  }

  private layOut() {
    let top = 0;
    const next = (line: Partial<Line>, height: number) => {
      this.lines.push({ ...line, top, height });
      top += height;
    };
    this.lines = [];
    for (const group of this.groups ?? []) {
      next({ group }, GROUP);
      group.rows.forEach((row) => next({ row }, ROW));
    }
  }

  private sort() {
    this.taken.clear();
    this.byId.clear();
    this.known = new Set(this.sent ?? []);
    for (const bar of this.bars ?? []) this.take(bar);
  }

  private take(bar: Bar) {
    this.byId.set(bar.id, bar);
    const all = this.taken.get(bar.row);
    if (all) all.push(bar);
    else this.taken.set(bar.row, [bar]);
  }

  /** The bars of rows that came into sight. */
  private add() {
    for (const { rows, bars } of this.more) {
      rows.forEach((row) => { this.known.add(row); this.taken.delete(row); });
      bars.forEach((bar) => this.take(bar));
    }
  }

  /** Of a long timeline the portal sends the bars of the rows that are looked at, and of those around them. */
  private askForSight(first: number, last: number) {
    if (!this.partial) return;
    const rows = this.lines.slice(Math.max(0, first - AHEAD), last + AHEAD).map((line) => line.row?.id).filter((id) => id && !this.known.has(id)) as string[];
    window.clearTimeout(this.sightWait);
    if (!rows.length) return;
    this.sightWait = window.setTimeout(() => {
      rows.forEach((row) => this.known.add(row));
      this.fire('cv-sight', { rows: rows.join(',') });
    }, CALM);
  }

  private drawHead() {
    const corner = el('div', 'cv-tl-corner', this.axis.title);
    const hours = el('div', 'cv-tl-hours');
    hours.append(...this.axis.labels.map(({ x, text, note }) => {
      const label = el('span', note ? 'cv-tl-hour cv-tl-date' : 'cv-tl-hour', text);
      if (note) label.append(el('small', '', note));
      label.style.left = `${x}px`;
      return label;
    }));
    this.head.replaceChildren(corner, hours);
  }

  /** What lies behind the rows: days of rest, the hours asked for, now. */
  private ground() {
    const all = this.axis.rest.map(([x, width]) => this.stripe('cv-tl-rest', x, width));
    if (this.windowFrom && this.windowTo) {
      const x = this.axis.at(this.windowFrom);
      all.push(this.stripe('cv-window', x, Math.max(2, this.axis.at(this.windowTo) - x)));
    }
    const now = this.axis.inside(Date.now());
    if (now !== undefined) all.push(this.stripe('cv-tl-now', now, 2));
    return all;
  }

  private stripe(kind: string, x: number, width: number) {
    const part = el('div', kind);
    part.setAttribute('aria-hidden', 'true');
    part.style.left = `${this.names + x}px`;
    part.style.width = `${width}px`;
    return part;
  }

  private scrolled() {
    const { scrollLeft: x, scrollTop: y } = this.scroller!;
    places.set(location.pathname, { x, y, lines: this.lines.length });
    this.draw();
  }

  private lineAt(y: number) {
    let [low, high] = [0, this.lines.length - 1];
    while (low < high) {
      const mid = (low + high + 1) >> 1;
      if (this.lines[mid].top <= y) low = mid;
      else high = mid - 1;
    }
    return Math.max(0, low);
  }

  private draw() {
    if (!this.lines.length) return;
    const { scrollTop, clientHeight } = this.scroller!;
    const first = Math.max(0, this.lineAt(scrollTop) - OVERSCAN);
    const last = Math.min(this.lines.length - 1, this.lineAt(scrollTop + clientHeight) + OVERSCAN);
    for (const [index, node] of this.drawn) {
      if (index < first || index > last) {
        if (this.drag?.line === index || this.drag?.over === index) continue;
        node.remove();
        this.drawn.delete(index);
      }
    }
    for (let index = first; index <= last; index++) {
      if (this.drawn.has(index)) continue;
      const node = this.line(index);
      this.drawn.set(index, node);
      this.body.append(node);
    }
    this.askForSight(first, last);
  }

  private line(index: number) {
    const { top, height, group, row } = this.lines[index];
    const node = el('div', group ? 'cv-tl-line cv-tl-of-group' : 'cv-tl-line');
    node.style.transform = `translateY(${top}px)`;
    node.style.height = `${height}px`;
    const name = el('div', group ? 'cv-tl-name cv-tl-group' : `cv-tl-name cv-tl-row${row!.id === this.selectedRow ? ' cv-tl-selected' : ''}`);
    if (group) name.append(icon(group.icon));
    const words = el('span', 'cv-tl-words');
    words.append(el('b', '', (group ?? row)!.title), el('small', '', (group ?? row)!.note ?? ''));
    name.append(words);
    name.title = `${(group ?? row)!.title}, ${(group ?? row)!.note}`;
    const track = el('div', 'cv-tl-track');
    if (row) {
      track.dataset.line = String(index);
      const bars = (this.taken.get(row.id) ?? []).slice().sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
      track.append(...bars.map((bar) => this.bar(bar, row)).filter((bar) => bar) as HTMLElement[]);
    }
    node.append(name, track);
    return node;
  }

  /** A bar is a button that says what it is; what only surrounds a bar says nothing. */
  private bar(bar: Bar, row: Row) {
    const [x, end] = [this.axis.at(bar.from), this.axis.at(bar.to)];
    if (end <= x && (end <= 0 || x >= this.axis.width)) return undefined;
    const node = el('div', `cv-bar cv-bar-${bar.kind}${bar.movable ? ' cv-bar-movable' : ''}`);
    node.style.left = `${x}px`;
    node.style.width = `${Math.max(4, end - x)}px`;
    if (bar.kind === 'buf' || bar.kind === 'want') {
      node.setAttribute('aria-hidden', 'true');
      return node;
    }
    node.dataset.bar = bar.id;
    node.setAttribute('role', 'button');
    node.tabIndex = -1;
    const hours = `${bar.from.slice(11, 16)} – ${bar.to.slice(11, 16)}`;
    node.setAttribute('aria-label', [row.title, bar.title, bar.note || hours].filter(Boolean).join(', '));
    node.title = [bar.title, bar.note || hours].filter(Boolean).join(', ');
    node.addEventListener('keydown', (e) => {
      if (e.key !== 'Enter' && e.key !== ' ') return;
      e.preventDefault();
      e.stopPropagation();
      this.fire('cv-bar', { bar: bar.id });
    });
    if (end - x < 24) return node;
    const words = el('span', 'cv-bar-words');
    words.append(FREE.has(bar.kind) && /^\d+$/.test(bar.title) ? el('b', 'cv-bar-number', bar.title) : el('strong', '', bar.title));
    if (bar.note && end - x > 60) words.append(el('small', '', bar.note));
    node.append(words);
    return node;
  }

  private down(e: PointerEvent) {
    const track = (e.target as HTMLElement).closest<HTMLElement>('.cv-tl-track[data-line]');
    if (!track || e.button) return;
    const touched = (e.target as HTMLElement).closest<HTMLElement>('.cv-bar[data-bar]');
    const line = Number(track.dataset.line);
    const x = e.clientX - track.getBoundingClientRect().left;
    const bar = touched && this.byId.get(touched.dataset.bar!);
    const begin = () => {
      if (bar?.movable) {
        const box = touched!.getBoundingClientRect();
        const edge = Math.min(10, box.width / 4);
        const kind = e.clientX < box.left + edge ? 'start' : e.clientX > box.right - edge ? 'end' : 'move';
        this.drag = { kind, line, over: line, x, y: e.clientY, bar, from: Date.parse(bar.from), to: Date.parse(bar.to) };
      } else if (!bar) {
        const at = this.axis.time(x);
        this.drag = { kind: 'select', line, over: line, x, y: e.clientY, from: at, to: this.axis.next(at) };
      }
      if (this.drag) this.body.setPointerCapture(e.pointerId);
    };
    this.tapped = { x: e.clientX, y: e.clientY, line, at: this.axis.time(x), bar: bar || undefined };
    if (e.pointerType === 'mouse') begin();
    // A finger scrolls, unless it rests first.
    else this.wait = window.setTimeout(() => {
      begin();
      if (this.drag) this.ghost();
    }, TOUCH);
  }

  private moved(e: PointerEvent) {
    const far = this.tapped && Math.hypot(e.clientX - this.tapped.x, e.clientY - this.tapped.y) > 5;
    if (!this.drag) {
      if (far) window.clearTimeout(this.wait);
      return;
    }
    if (!far && !this.drag.ghost) return;
    const box = this.body.getBoundingClientRect();
    const x = e.clientX - box.left - this.names;
    const { drag } = this;
    if (drag.kind === 'select') {
      const [a, b] = [this.axis.time(drag.x), this.axis.time(x)];
      [drag.from, drag.to] = a <= b ? [a, this.axis.next(b)] : [b, this.axis.next(a)];
    } else {
      const bar = drag.bar!;
      const [from, to] = [Date.parse(bar.from), Date.parse(bar.to)];
      const by = x - drag.x;
      if (drag.kind === 'move') {
        drag.from = this.axis.snapped(from, by);
        drag.to = drag.from + (to - from);
        const over = this.lineAt(e.clientY - box.top);
        if (this.lines[over]?.row) drag.over = over;
      } else if (drag.kind === 'start') drag.from = Math.min(this.axis.snapped(from, by), to - this.axis.step);
      else drag.to = Math.max(this.axis.snapped(to, by), from + this.axis.step);
    }
    this.ghost();
  }

  /** What would stand there, with its hours. */
  private ghost() {
    const { drag } = this;
    if (!drag) return;
    const track = this.drawn.get(drag.over)?.querySelector('.cv-tl-track');
    drag.ghost ??= el('div', 'cv-bar cv-bar-alt-on cv-tl-ghost');
    const [x, end] = [this.axis.at(this.iso(drag.from)), this.axis.at(this.iso(drag.to))];
    drag.ghost.style.left = `${x}px`;
    drag.ghost.style.width = `${Math.max(6, end - x)}px`;
    drag.ghost.textContent = this.hours(drag.from, drag.to);
    if (track && drag.ghost.parentElement !== track) track.append(drag.ghost);
    this.classList.add('cv-tl-dragging');
  }

  private hours(from: number, to: number) {
    const [a, b] = [this.iso(from), this.iso(to)];
    const days = this.span !== 'day' && a.slice(0, 10) !== b.slice(0, 10);
    const said = (at: string) => (days ? `${Number(at.slice(8, 10))}/${Number(at.slice(5, 7))} ` : '') + at.slice(11, 16);
    return `${said(a)} – ${said(b)}`;
  }

  private up(e: PointerEvent) {
    window.clearTimeout(this.wait);
    const { drag, tapped } = this;
    const row = drag && this.lines[drag.over].row;
    if (drag?.ghost && row) {
      const detail = { row: row.id, from: this.iso(drag.from), to: this.iso(drag.to) };
      this.drop(drag.kind !== 'select');
      if (drag.kind === 'select') this.fire('cv-slot', detail);
      else if (drag.from !== Date.parse(drag.bar!.from) || drag.to !== Date.parse(drag.bar!.to) || drag.over !== drag.line) this.fire('cv-move', { bar: drag.bar!.id, ...detail });
      return;
    }
    this.drop();
    if (!tapped || Math.hypot(e.clientX - tapped.x, e.clientY - tapped.y) > 5) return;
    if (tapped.bar) this.fire('cv-bar', { bar: tapped.bar.id });
    else this.ask(tapped.line, tapped.at, this.span === 'month' ? this.axis.next(tapped.at) : tapped.at + HOUR);
  }

  /** The ghost of a new slot stays until the portal answers. */
  private drop(clear = true) {
    window.clearTimeout(this.wait);
    if (clear) this.drag?.ghost?.remove();
    this.drag = undefined;
    this.tapped = undefined;
    this.classList.remove('cv-tl-dragging');
  }

  private ask(line: number, from: number, to: number) {
    const row = this.lines[line]?.row;
    if (row) this.fire('cv-slot', { row: row.id, from: this.iso(from), to: this.iso(to) });
  }

  /** Arrow keys move over rows and times, with Shift they lengthen, Enter asks; plus and minus zoom. */
  private key(e: KeyboardEvent) {
    if (e.target !== this.scroller) return;
    if (['+', '=', '-'].includes(e.key) && !e.ctrlKey && !e.metaKey) {
      e.preventDefault();
      this.fire('cv-zoom', { by: e.key === '-' ? -1 : 1 });
      return;
    }
    const rows = this.lines.map((line, index) => ({ line, index })).filter((one) => one.line.row);
    const step = ({ ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], PageDown: [10, 0], PageUp: [-10, 0] } as Record<string, number[]>)[e.key];
    if (!rows.length || (!step && e.key !== 'Enter')) return;
    e.preventDefault();
    const { cursor } = this;
    if (step && e.shiftKey && step[1]) cursor.steps = Math.max(0, cursor.steps + step[1]);
    else if (step) {
      cursor.row = Math.min(Math.max(cursor.row + step[0], 0), rows.length - 1);
      cursor.at = Math.min(Math.max(cursor.at + step[1], 0), this.axis.steps - 1);
    }
    const from = this.axis.nth(cursor.at);
    const to = cursor.steps || this.span === 'month' ? this.axis.next(this.axis.nth(Math.min(cursor.at + cursor.steps, this.axis.steps - 1))) : from + HOUR;
    const { index, line } = rows[cursor.row];
    if (!step) {
      this.ask(index, from, to);
      return;
    }
    const { scrollTop, clientHeight } = this.scroller!;
    const sight = clientHeight - this.head.offsetHeight;
    if (line.top < scrollTop || line.top + line.height > scrollTop + sight) this.scroller!.scrollTop = line.top - sight / 2;
    this.draw();
    this.drop();
    this.drag = { kind: 'select', line: index, over: index, x: 0, y: 0, from, to };
    this.ghost();
    const ghost = this.drag.ghost;
    this.drag = undefined;
    this.classList.remove('cv-tl-dragging');
    this.querySelectorAll('.cv-tl-ghost').forEach((other) => other !== ghost && other.remove());
    const there = (this.taken.get(line.row!.id) ?? []).find((bar) => ALOUD.includes(bar.kind) && Date.parse(bar.from) < to && from < Date.parse(bar.to));
    this.live.textContent = [line.row!.title, this.axis.said(from), this.hours(from, to), there?.title].filter(Boolean).join(', ');
  }

  private iso(at: number) { return local(new Date(at)); }

  private fire(type: string, detail: object) { this.dispatchEvent(new CustomEvent(type, { detail })); }
}
customElements.define('cv-timeline', CvTimeline);
export {};
