/** A running clock: the minutes left until a moment, then how long it is over. Attributes: until (ms), left, over. */
class Clock extends HTMLElement {
  private timer = 0;

  connectedCallback() {
    this.setAttribute('role', 'timer');
    this.tick();
    this.timer = window.setInterval(() => this.tick(), 1000);
  }

  disconnectedCallback() {
    window.clearInterval(this.timer);
  }

  private tick() {
    const seconds = Math.round((Number(this.getAttribute('until')) - Date.now()) / 1000);
    const far = Math.abs(seconds);
    const time = `${Math.floor(far / 60)}:${String(far % 60).padStart(2, '0')}`;
    this.classList.toggle('cv-over', seconds < 0);
    this.textContent = (this.getAttribute(seconds < 0 ? 'over' : 'left') ?? '{0}').replace('{0}', time);
  }
}

customElements.define('cv-clock', Clock);
