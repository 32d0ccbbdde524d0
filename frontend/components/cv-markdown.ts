/** Formats the selection of a text area as Markdown: buttons and Ctrl B, I, K. */
type Area = HTMLElement & { inputElement: HTMLTextAreaElement; value: string };
const MARKS: Record<string, [string, string]> = { bold: ['**', '**'], italic: ['*', '*'], link: ['[', '](https://)'] };
const LINES: Record<string, string> = { list: '- ', quote: '> ', heading: '### ' };
const KEYS: Record<string, string> = { b: 'bold', i: 'italic', k: 'link' };

function apply(area: Area, what: string) {
  const input = area.inputElement;
  const { selectionStart: from, selectionEnd: to, value } = input;
  const chosen = value.slice(from, to);
  input.focus();
  if (MARKS[what]) {
    const [before, after] = MARKS[what];
    const on = value.slice(from - before.length, from) === before && value.slice(to, to + after.length) === after;
    if (on) {
      input.setSelectionRange(from - before.length, to + after.length);
      put(input, chosen);
      input.setSelectionRange(from - before.length, to - before.length);
    } else {
      put(input, before + chosen + after);
      input.setSelectionRange(from + before.length, from + before.length + chosen.length);
      if (what === 'link' && chosen) input.setSelectionRange(to + 3, to + before.length + after.length - 1);
    }
  } else {
    const start = value.lastIndexOf('\n', from - 1) + 1;
    const lines = value.slice(start, to).split('\n');
    const on = lines.every((line) => line.startsWith(LINES[what]));
    const text = lines.map((line) => (on ? line.slice(LINES[what].length) : LINES[what] + line)).join('\n');
    input.setSelectionRange(start, to);
    put(input, text);
    input.setSelectionRange(start, start + text.length);
  }
}

/** As if it were typed: the browser's own undo takes it back. */
function put(input: HTMLTextAreaElement, text: string) {
  if (!document.execCommand('insertText', false, text)) {
    input.setRangeText(text, input.selectionStart, input.selectionEnd, 'end');
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }
}

function watch(area: Area) {
  if (area.dataset.markdown) return;
  area.dataset.markdown = 'true';
  area.addEventListener('keydown', (event) => {
    const what = KEYS[event.key.toLowerCase()];
    if (what && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      event.stopPropagation();
      apply(area, what);
    }
  });
}

(window as any).cvMarkdown = { apply, watch };

export {}; // a module of its own: its names are nobody else’s
