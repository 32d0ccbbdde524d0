import { LitElement } from 'lit';
import { createCalendar, DayGrid, destroyCalendar, Interaction, List, TimeGrid } from '@event-calendar/core';
import { inWords } from './dates';
import { day, el, plain } from './event-calendar';

type Entry = { id: string; title: string; note: string; from: string; to: string; allDay: boolean; kind: string };
const VIEWS: Record<string, string> = { month: 'dayGridMonth', week: 'timeGridWeek', list: 'listMonth' };

/** Month, week and list of entries; see uikit.CalendarView. */
class CvCalendar extends LitElement {
  static properties = { entries: { attribute: false }, mode: {}, day: {}, locale: {}, label: {}, more: {}, none: {}, allDay: {} };
  declare entries: Entry[]; declare mode: string; declare day: string; declare locale: string;
  declare label: string; declare more: string; declare none: string; declare allDay: string;
  private calendar: any;
  private roles = new MutationObserver(() => plain(this));

  createRenderRoot() { return this; }

  connectedCallback() {
    super.connectedCallback();
    this.roles.observe(this, { childList: true, subtree: true });
    this.requestUpdate();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.roles.disconnect();
    if (this.calendar) destroyCalendar(this.calendar);
    this.calendar = undefined;
  }

  updated() {
    if (!this.isConnected) return;
    this.setAttribute('role', 'group');
    this.setAttribute('aria-label', this.label ?? '');
    const written = (format: Intl.DateTimeFormatOptions) => (date: Date) => inWords(date, this.locale ?? 'en-GB', format);
    const options: any = {
      view: VIEWS[this.mode] ?? VIEWS.month, locale: this.locale ?? 'en-GB', firstDay: 1, date: this.day || new Date(),
      headerToolbar: { start: '', center: '', end: '' }, height: 'auto', dayMaxEvents: true, nowIndicator: true,
      slotMinTime: '07:00', slotMaxTime: '22:00', slotHeight: 28, allDayContent: this.allDay, noEventsContent: this.none,
      eventTimeFormat: { hour: '2-digit', minute: '2-digit', hour12: false }, slotLabelFormat: { hour: '2-digit', minute: '2-digit', hour12: false },
      dayHeaderFormat: this.mode === 'month' ? { weekday: 'short' } : written({ weekday: 'short', day: 'numeric' }),
      dayHeaderAriaLabelFormat: this.mode === 'month' ? { weekday: 'long' } : written({ dateStyle: 'full' }),
      dayPopoverFormat: written({ day: 'numeric', month: 'long', year: 'numeric' }), listDaySideFormat: written({ day: 'numeric', month: 'long', year: 'numeric' }),
      moreLinkContent: ({ num }: any) => (this.more ?? '+{0}').replace('{0}', num),
      events: (this.entries ?? []).map((entry) => ({
        id: entry.id, title: entry.title, start: entry.from, end: entry.to, allDay: entry.allDay, editable: false,
        classNames: ['cv-entry', `cv-entry-${entry.kind}`], extendedProps: { note: entry.note },
      })),
      eventContent: ({ event, timeText }: any) => {
        const words = el('span', 'cv-entry-words');
        words.append(el('span', 'cv-entry-time', event.allDay ? '' : timeText.split(/\s*[-–]\s*/)[0]), el('b', '', event.title));
        if (this.mode !== 'month' && event.extendedProps.note) words.append(el('small', '', event.extendedProps.note));
        return { domNodes: [words] };
      },
      eventClick: ({ event }: any) => this.fire('cv-entry', { entry: event.id }),
      dateClick: ({ date }: any) => this.fire('cv-date', { day: day(date) }),
      datesSet: ({ start, end }: any) => this.fire('cv-range', { from: day(start), to: day(end) }),
    };
    if (this.calendar) Object.entries(options).forEach(([name, value]) => this.calendar.setOption(name, value));
    else this.calendar = createCalendar(this, [DayGrid, TimeGrid, List, Interaction], options);
  }

  private range = '';
  private fire(type: string, detail: object) {
    const said = JSON.stringify(detail);
    if (type === 'cv-range' && said === this.range) return;
    if (type === 'cv-range') this.range = said;
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
customElements.define('cv-calendar', CvCalendar);
