import { inWords } from './dates';
import { day as dayOf, local, pad } from './event-calendar';

/** Where times stand on a timeline: days side by side, of each the hours that are drawn. Moments are local. */
export type Axis = {
  width: number;
  /** Pixels from one line of the ground to the next. */
  line: number;
  /** What a pointer snaps to, in milliseconds, and how many there are. */
  step: number;
  steps: number;
  title: string;
  labels: { x: number; text: string; note?: string }[];
  /** Days of rest, as start and width. */
  rest: [number, number][];
  at(moment: string): number;
  inside(moment: number): number | undefined;
  /** The step that lies under a pixel. */
  time(x: number): number;
  next(moment: number): number;
  /** A moment shifted by pixels, on a step. */
  snapped(moment: number, by: number): number;
  nth(step: number): number;
  said(moment: number): string;
};

const MINUTE = 60_000, DAY = 1440;
const LEAST = { day: 24, week: 84, month: 24 };

function days(day: string, span: string): Date[] {
  const [year, month, date] = day.split('-').map(Number);
  const first = new Date(year, month - 1, date);
  if (span === 'week') first.setDate(first.getDate() - ((first.getDay() + 6) % 7));
  if (span === 'month') first.setDate(1);
  const count = span === 'month' ? new Date(year, month, 0).getDate() : span === 'week' ? 7 : 1;
  return Array.from({ length: count }, (_, i) => new Date(first.getFullYear(), first.getMonth(), first.getDate() + i));
}

export function axis(day: string, span: string, hours: string[], room: number, zoom: number, locale: string): Axis {
  const all = days(day, span);
  const month = span === 'month';
  const [opens, closes] = month ? [0, DAY] : hours.map((time) => Number(time?.slice(0, 2) ?? 0) * 60 + Number(time?.slice(3, 5) ?? 0));
  const open = Math.max(60, closes - opens);
  const least = span === 'day' ? LEAST.day * (open / 30) : span === 'week' ? LEAST.week : LEAST.month;
  const one = Math.floor(Math.max(room / all.length, least) * zoom);
  const minutes = month ? DAY : (span === 'week' ? 60 : 30) / (zoom >= 2 ? 2 : 1);
  const perDay = month ? 1 : Math.floor(open / minutes);
  const index = new Map(all.map((each, i) => [dayOf(each), i]));
  const nth = (step: number) => {
    const at = new Date(all[Math.min(Math.floor(step / perDay), all.length - 1)]);
    at.setMinutes(opens + (step % perDay) * minutes);
    return at.getTime();
  };
  const at = (moment: string) => {
    const date = moment.slice(0, 10);
    if (date < dayOf(all[0])) return 0;
    const i = index.get(date);
    if (i === undefined) return one * all.length;
    const minute = Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14, 16)) - opens;
    return (i + Math.min(Math.max(minute / open, 0), 1)) * one;
  };
  const written = (moment: number) => local(new Date(moment));
  return {
    width: one * all.length,
    line: span === 'day' ? (one / open) * 60 : one,
    step: minutes * MINUTE,
    steps: perDay * all.length,
    title: span === 'day' ? inWords(all[0], locale, { weekday: 'long', day: 'numeric', month: 'long' })
      : month ? inWords(all[0], locale, { month: 'long', year: 'numeric' }) : '',
    labels: span === 'day' ? hoursOf(opens, closes, one / open) : daysOf(all, one, month, locale, opens, open),
    rest: span === 'day' ? [] : all.flatMap((each, i) => (each.getDay() % 6 === 0 ? [[i * one, one] as [number, number]] : [])),
    at,
    inside: (moment) => (index.has(dayOf(new Date(moment))) && !month ? at(written(moment)) : undefined),
    time: (x) => nth(Math.min(Math.max(Math.floor((x / one) * perDay), 0), perDay * all.length - 1)),
    next: (moment) => {
      const later = new Date(moment);
      later.setMinutes(later.getMinutes() + minutes);
      return later.getTime();
    },
    snapped: (moment, by) => {
      if (month) {
        const shifted = new Date(moment);
        shifted.setDate(shifted.getDate() + Math.round(by / one));
        return shifted.getTime();
      }
      const place = Math.min(Math.max(at(written(moment)) + by, 0), one * all.length);
      const i = Math.min(Math.floor(place / one), all.length - 1);
      const snapped = new Date(all[i]);
      snapped.setMinutes(opens + Math.round(((place / one - i) * open) / minutes) * minutes);
      return snapped.getTime();
    },
    nth,
    said: (moment) => (span === 'day' ? '' : inWords(new Date(moment), locale, { weekday: 'long', day: 'numeric', month: 'long' })),
  };
}

function hoursOf(opens: number, closes: number, perMinute: number) {
  const every = perMinute * 60 >= 54 ? 60 : 120;
  const labels = [];
  for (let minute = Math.ceil(opens / 60) * 60; minute < closes; minute += every) {
    labels.push({ x: (minute - opens) * perMinute, text: `${pad(Math.floor(minute / 60))}:00` });
  }
  return labels;
}

function daysOf(all: Date[], one: number, month: boolean, locale: string, opens: number, open: number) {
  return all.flatMap((each, i) => {
    const label = {
      x: i * one,
      text: month ? String(each.getDate()) : inWords(each, locale, one < 110 ? { weekday: 'short', day: 'numeric' } : { weekday: 'short', day: 'numeric', month: 'short' }),
      note: month ? inWords(each, locale, { weekday: one < 40 ? 'narrow' : 'short' }) : undefined,
    };
    if (month || one < 260) return [label];
    const hours = [12, 15, 18].filter((hour) => hour * 60 > opens + open / 4 && hour * 60 < opens + open);
    return [label, ...hours.map((hour) => ({ x: i * one + ((hour * 60 - opens) / open) * one, text: `${hour}:00` }))];
  });
}
