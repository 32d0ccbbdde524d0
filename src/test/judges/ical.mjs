// Reads a JSON array of questions on stdin, asks ical.js, writes a JSON array of answers.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const { default: ICAL } = await import(pathToFileURL(process.argv[2]).href);
ICAL.design.strict = true;

function component(text) {
  ICAL.TimezoneService.reset();
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  }
  return calendar;
}

function check({ text }) {
  const calendar = component(text);
  return calendar.getAllSubcomponents('vevent').map((vevent) => {
    const event = new ICAL.Event(vevent);
    return { uid: event.uid, start: event.startDate.toJSDate().toISOString(), end: event.endDate.toJSDate().toISOString(), summary: event.summary };
  });
}

function expand({ text, count }) {
  const event = new ICAL.Event(component(text).getFirstSubcomponent('vevent'));
  const iterator = event.iterator();
  const found = [];
  for (let next = iterator.next(); next && found.length < count; next = iterator.next()) {
    found.push(next.toString().slice(0, 19));
  }
  return found;
}

const answers = JSON.parse(readFileSync(0, 'utf8')).map((question) => {
  try {
    return { answer: question.kind === 'expand' ? expand(question) : check(question) };
  } catch (error) {
    return { error: String(error) };
  }
});
process.stdout.write(JSON.stringify(answers));
