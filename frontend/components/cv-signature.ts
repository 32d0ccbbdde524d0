/** A field to sign in with a finger, a pen or a mouse. Its value is an SVG path of straight lines in 600 by 200. */
const WIDTH = 600;
const HEIGHT = 200;

class Signature extends HTMLElement {
  private path = '';
  private last = '';
  private svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  private line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  private drawing = false;

  connectedCallback() {
    if (this.svg.isConnected) return;
    this.svg.setAttribute('viewBox', `0 0 ${WIDTH} ${HEIGHT}`);
    this.svg.setAttribute('aria-hidden', 'true');
    this.line.setAttribute('class', 'cv-signature-line');
    this.svg.append(this.line);
    this.append(this.svg);
    this.addEventListener('pointerdown', (e) => this.begin(e));
    this.addEventListener('pointermove', (e) => this.move(e));
    for (const end of ['pointerup', 'pointercancel']) this.addEventListener(end, () => this.end());
  }

  get value() {
    return this.path;
  }

  clear() {
    this.path = '';
    this.line.setAttribute('d', '');
    this.tell();
  }

  private begin(e: PointerEvent) {
    e.preventDefault();
    this.setPointerCapture(e.pointerId);
    this.drawing = true;
    const at = this.at(e);
    const [x, y] = at.split(' ').map(Number);
    this.path += `M${at}L${Math.min(WIDTH, x + 1)} ${y}`;
    this.last = at;
    this.line.setAttribute('d', this.path);
  }

  private move(e: PointerEvent) {
    if (!this.drawing) return;
    const at = this.at(e);
    if (at === this.last || this.path.length > 19000) return;
    this.path += `L${at}`;
    this.last = at;
    this.line.setAttribute('d', this.path);
  }

  private end() {
    if (!this.drawing) return;
    this.drawing = false;
    this.tell();
  }

  private tell() {
    this.dispatchEvent(new CustomEvent('signed', { detail: { value: this.path } }));
  }

  private at(e: PointerEvent) {
    const box = this.getBoundingClientRect();
    const x = Math.round(((e.clientX - box.left) / box.width) * WIDTH);
    const y = Math.round(((e.clientY - box.top) / box.height) * HEIGHT);
    return `${Math.max(0, Math.min(WIDTH, x))} ${Math.max(0, Math.min(HEIGHT, y))}`;
  }
}

customElements.define('cv-signature', Signature);
