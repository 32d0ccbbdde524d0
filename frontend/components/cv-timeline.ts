import { LitElement } from 'lit';
import { createCalendar, destroyCalendar, Interaction, ResourceTimeline } from '@event-calendar/core';
import { el, icon, local, plain } from './event-calendar';

type Row = { id: string; title: string; note: string };
type Group = { id: string; title: string; note: string; icon: string; rows: Row[] };
type Bar = { id: string; row: string; from: string; to: string; kind: string; title: string; note: string; movable?: boolean };
const FREE = new Set(['alt', 'alt-on']);

/** A resource timeline for a day or a week; see uikit.Timeline. */
class CvTimeline extends LitElement {
  static properties = {
    groups: { attribute: false }, bars: { attribute: false }, day: {}, span: {}, minTime: {}, maxTime: {},
    windowFrom: {}, windowTo: {}, selectedRow: {}, locale: {}, label: {}, hint: {},
  };
  declare groups: Group[]; declare bars: Bar[]; declare day: string; declare span: string;
  declare minTime: string; declare maxTime: string; declare windowFrom: string; declare windowTo: string;
  declare selectedRow: string; declare locale: string; declare label: string; declare hint: string;
  private calendar: any;
  private cursor = { row: 0, at: 0 };
  private room = 0;
  private sizes = new ResizeObserver(() => this.fill());
  private roles = new MutationObserver(() => {
    plain(this);
    this.fill();
  });

  createRenderRoot() { return this; }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.sizes.disconnect();
    this.roles.disconnect();
    if (this.calendar) destroyCalendar(this.calendar);
    this.calendar = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    this.sizes.observe(this);
    this.roles.observe(this, { childList: true, subtree: true });
    this.requestUpdate();
  }

  updated() {
    if (!this.day || !this.isConnected) return;
    const options = this.options();
    if (this.calendar) Object.entries(options).forEach(([name, value]) => this.calendar.setOption(name, value));
    else {
      this.calendar = createCalendar(this, [ResourceTimeline, Interaction], options);
      this.setAttribute('role', 'group');
      this.tabIndex = 0;
      this.addEventListener('keydown', (e) => this.move(e));
    }
    this.style.setProperty('--cv-tl-day', this.span === 'week' ? 'none' : JSON.stringify(this.dayInWords()));
    this.setAttribute('aria-label', `${this.label ?? ''}. ${this.hint ?? ''}`);
  }

  private dayInWords() {
    return new Date(`${this.day}T12:00:00`).toLocaleDateString(this.locale, { weekday: 'long', day: 'numeric', month: 'long' });
  }

  private hours() { return [this.minTime, this.maxTime].map((time) => parseInt(time ?? '0', 10)); }

  /** The slots take the room beside the names of the rows. */
  private fill() {
    const names = this.querySelector<HTMLElement>('.ec-body .ec-sidebar')?.offsetWidth ?? 0;
    const room = this.clientWidth - names - 2;
    if (!names || Math.abs(room - this.room) < 4) return;
    this.room = room;
    this.requestUpdate();
  }

  private slotWidth() {
    const [from, to] = this.hours();
    const slots = this.span === 'week' ? (7 * (to - from)) / 3 : (to - from) * 2;
    return Math.max(this.span === 'week' ? 36 : 28, Math.floor((this.room / slots) * 100) / 100);
  }

  /** A bar is a button that says what it is; what only surrounds a bar says nothing. */
  private mounted(el: HTMLElement, bar?: Bar) {
    if (!bar || bar.kind === 'buf' || bar.kind === 'want') {
      el.removeAttribute('role');
      el.removeAttribute('tabindex');
      el.setAttribute('aria-hidden', 'true');
      return;
    }
    const row = this.rows().find((one) => one.id === bar.row);
    el.setAttribute('aria-label', [row?.title, bar.title, bar.note || `${bar.from.slice(11, 16)} – ${bar.to.slice(11, 16)}`].filter(Boolean).join(', '));
  }

  private options(): any {
    const week = this.span === 'week';
    return {
      view: week ? 'resourceTimelineWeek' : 'resourceTimelineDay', date: this.day, locale: this.locale ?? 'en-GB', firstDay: 1,
      headerToolbar: { start: '', center: '', end: '' }, resources: this.resources(), events: this.events(),
      slotMinTime: this.minTime, slotMaxTime: this.maxTime, slotDuration: week ? '03:00' : '00:30', slotWidth: this.slotWidth(),
      slotLabelInterval: week ? '06:00' : '02:00', slotLabelFormat: { hour: '2-digit', minute: '2-digit', hour12: false },
      dayHeaderFormat: { weekday: 'short', day: 'numeric', month: 'short' },
      editable: false, selectable: true, selectMinDistance: 5, unselectAuto: true, nowIndicator: true, height: 'auto',
      resourceLabelContent: ({ resource }: any) => this.heading(resource),
      eventContent: ({ event }: any) => this.bar(event.extendedProps.bar),
      eventDidMount: ({ event, el: node }: any) => this.mounted(node, event.extendedProps.bar),
      eventClick: ({ event }: any) => event.extendedProps.bar && this.fire('cv-bar', { bar: event.extendedProps.bar.id }),
      eventDrop: ({ event, revert }: any) => this.moved(event, revert),
      eventResize: ({ event, revert }: any) => this.moved(event, revert),
      dateClick: ({ date, resource }: any) => this.ask(resource?.id, date, new Date(date.getTime() + 3600_000)),
      select: ({ start, end, resource }: any) => this.ask(resource?.id, start, end),
    };
  }

  private resources() {
    return (this.groups ?? []).map((group) => ({
      id: `group:${group.id}`, title: group.title, extendedProps: { group },
      children: group.rows.map((row) => ({ id: row.id, title: row.title, extendedProps: { row } })),
    }));
  }

  private rows(): Row[] { return (this.groups ?? []).flatMap((group) => group.rows); }

  private events() {
    const bars = (this.bars ?? []).map((bar) => ({
      id: bar.id, resourceIds: [bar.row], start: bar.from, end: bar.to, title: bar.title,
      editable: !!bar.movable, startEditable: !!bar.movable, durationEditable: !!bar.movable,
      classNames: ['cv-bar', `cv-bar-${bar.kind}`], extendedProps: { bar },
    }));
    if (!this.windowFrom || !this.windowTo) return bars;
    const everywhere = [...this.rows().map((row) => row.id), ...(this.groups ?? []).map((group) => `group:${group.id}`)];
    return [...bars, { id: 'cv-window', resourceIds: everywhere, start: this.windowFrom, end: this.windowTo, display: 'background', classNames: ['cv-window'] }];
  }

  private heading(resource: any) {
    const { group, row } = resource.extendedProps;
    const box = el('div', group ? 'cv-tl-group' : `cv-tl-row${row?.id === this.selectedRow ? ' cv-tl-selected' : ''}`);
    if (group) box.append(icon(group.icon));
    const words = el('span', 'cv-tl-words');
    words.append(el('b', '', resource.title), el('small', '', (group ?? row)?.note ?? ''));
    box.append(words);
    return { domNodes: [box] };
  }

  private bar(bar?: Bar) {
    if (!bar || bar.kind === 'buf' || bar.kind === 'want') return { domNodes: [] };
    const words = el('span', 'cv-bar-words');
    if (FREE.has(bar.kind)) words.append(el('b', 'cv-bar-number', bar.title));
    else words.append(el('strong', '', bar.title));
    if (bar.note) words.append(el('small', '', bar.note));
    return { domNodes: [words] };
  }

  private ask(row: string | undefined, from: Date, to: Date) {
    if (row && !row.startsWith('group:')) this.fire('cv-slot', { row, from: local(from), to: local(to) });
  }

  /** The portal decides whether it may stand there; until it says so, the bar stays where it was. */
  private moved(event: any, revert: () => void) {
    const bar = event.extendedProps.bar as Bar | undefined;
    const row = event.resourceIds[0];
    const [from, to] = [local(event.start), local(event.end)];
    revert();
    if (bar && row && !row.startsWith('group:')) this.fire('cv-move', { bar: bar.id, row, from, to });
  }

  /** Arrow keys move over rows and half hours, Enter asks for the hour. */
  private move(e: KeyboardEvent) {
    if (e.target !== this) return;
    const rows = this.rows();
    const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[e.key];
    const [fromHour, toHour] = this.hours();
    if (step) {
      this.cursor.row = Math.min(Math.max(this.cursor.row + step[0], 0), rows.length - 1);
      this.cursor.at = Math.min(Math.max(this.cursor.at + step[1], 0), (toHour - fromHour) * 2 - 2);
    } else if (e.key !== 'Enter' || !rows.length) return;
    e.preventDefault();
    const from = new Date(`${this.day}T00:00:00`);
    from.setMinutes((fromHour * 2 + this.cursor.at) * 30);
    const to = new Date(from.getTime() + 3600_000);
    if (step) {
      const time = (at: Date) => at.toLocaleTimeString(this.locale, { hour: '2-digit', minute: '2-digit' });
      this.say(`${rows[this.cursor.row]?.title}, ${time(from)} – ${time(to)}`);
    } else this.ask(rows[this.cursor.row].id, from, to);
  }

  private say(text: string) {
    let live = this.querySelector('.cv-tl-live');
    if (!live) {
      live = el('div', 'cv-tl-live');
      live.setAttribute('role', 'status');
      this.append(live);
    }
    live.textContent = text;
  }

  private fire(type: string, detail: object) { this.dispatchEvent(new CustomEvent(type, { detail })); }
}
customElements.define('cv-timeline', CvTimeline);
