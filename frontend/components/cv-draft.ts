/** Keeps typed text of fields in localStorage until it is saved. */
type Field = HTMLElement & { value: string; dispatchEvent(e: Event): boolean };
const PREFIX = 'cv-draft:';
const WEEK = 7 * 24 * 3600 * 1000;

function watch(field: Field, key: string) {
  const slot = PREFIX + key;
  const kept = read(slot);
  setTimeout(() => {
    if (kept && kept !== field.value && !field.value) {
      field.value = kept;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }, 0);
  if (field.dataset.watched) return;
  field.dataset.watched = 'true';
  field.addEventListener('input', () => {
    try {
      if (field.value) localStorage.setItem(slot, JSON.stringify({ text: field.value, at: Date.now() }));
      else localStorage.removeItem(slot);
    } catch {
      /* a full or closed storage only means that nothing is kept */
    }
  });
}

function read(slot: string): string {
  try {
    const { text, at } = JSON.parse(localStorage.getItem(slot) ?? '{}');
    return Date.now() - at < WEEK ? text : '';
  } catch {
    return '';
  }
}

function forget(prefix: string) {
  Object.keys(localStorage)
    .filter((key) => key.startsWith(PREFIX + prefix))
    .forEach((key) => localStorage.removeItem(key));
}

(window as any).cvDraft = { watch, forget };

export {}; // a module of its own: its names are nobody else’s
