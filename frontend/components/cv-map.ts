import { geoMercator, geoPath } from 'd3-geo';
import { html, LitElement, nothing, svg } from 'lit';
import { feature, mesh } from 'topojson-client';

type Marker = { id: string; title: string; note: string; lat: number; lon: number; colour: string; icon: string; count: number; mine: boolean };
type Label = { name: string; lat: number; lon: number; big: boolean };
type Spot = { x: number; y: number; all: Marker[] };

/** Places over outlines that we carry; see uikit.MapView. */
class CvMap extends LitElement {
  static properties = {
    markers: { attribute: false }, labels: { attribute: false }, river: { attribute: false }, riverName: {}, selected: {}, tiles: {}, credit: {},
    sight: { attribute: false }, picking: { type: Boolean }, label: {}, zoomIn: {}, zoomOut: {}, zoomAll: {}, land: { state: true }, view: { state: true }, size: { state: true },
  };
  declare markers: Marker[]; declare labels: Label[]; declare river: [number, number][]; declare riverName: string;
  declare selected: string; declare tiles: string; declare credit: string; declare label: string;
  declare zoomIn: string; declare zoomOut: string; declare zoomAll: string;
  declare picking: boolean;
  declare sight?: { lat: number; lon: number }[];
  declare land?: { shapes: any; borders: any };
  declare view?: { lon: number; lat: number; scale: number };
  declare size: { w: number; h: number };
  private touched = false;
  private drag?: { x: number; y: number; lon: number; lat: number };
  private sizes = new ResizeObserver(([box]) => { this.size = { w: box.contentRect.width, h: box.contentRect.height }; });

  constructor() {
    super();
    this.size = { w: 0, h: 0 };
  }

  connectedCallback() {
    super.connectedCallback();
    this.sizes.observe(this);
    this.addEventListener('wheel', this.wheel, { passive: false });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.sizes.disconnect();
  }

  willUpdate(changed: Map<string, unknown>) {
    if (((changed.has('markers') && !(this.picking && this.view)) || (changed.has('size') && !this.touched)) && !this.drag) this.view = undefined;
    if (!this.view && this.size.w) this.fit();
  }

  /** Everything in sight, never closer than a valley. */
  private fit() {
    this.touched = false;
    const points = (this.sight?.length ? this.sight : [...(this.markers ?? []), ...(this.labels ?? [])])
      .map((one) => [one.lon, one.lat] as [number, number]);
    if (!points.length) points.push([-5, 42], [9, 51]);
    // One place alone has no extent to fit: a little of what lies around it is shown.
    points.push(...points.slice(0, 1).flatMap(([lon, lat]) => [[lon - 0.01, lat - 0.01], [lon + 0.01, lat + 0.01]] as [number, number][]));
    const room = Math.min(70, this.size.w / 6);
    const projection = geoMercator().fitExtent([[room, room], [this.size.w - room, this.size.h - room]], { type: 'MultiPoint', coordinates: points });
    const centre = projection.invert!([this.size.w / 2, this.size.h / 2])!;
    this.view = { lon: centre[0], lat: centre[1], scale: Math.min(projection.scale(), 260_000) };
    if (this.view.scale < 60_000 && !this.land) void this.outlines();
  }

  private async outlines() {
    const world: any = (await import('world-atlas/countries-50m.json')).default;
    this.land = { shapes: feature(world, world.objects.countries), borders: mesh(world, world.objects.countries, (a: any, b: any) => a !== b) };
  }

  private projection() {
    const { lon, lat, scale } = this.view!;
    return geoMercator().center([lon, lat]).scale(scale).translate([this.size.w / 2, this.size.h / 2]);
  }

  private zoom(factor: number) {
    if (!this.view) return;
    this.touched = true;
    this.view = { ...this.view, scale: Math.min(Math.max(this.view.scale * factor, 400), 900_000) };
    if (this.view.scale < 60_000 && !this.land) void this.outlines();
  }

  private wheel = (e: WheelEvent) => {
    if (!e.ctrlKey && !e.metaKey) return;
    e.preventDefault();
    this.zoom(e.deltaY < 0 ? 1.2 : 1 / 1.2);
  };

  private pan(dx: number, dy: number, from = this.view!) {
    this.touched = true;
    const { w, h } = this.size;
    const [lon, lat] = geoMercator().center([from.lon, from.lat]).scale(this.view!.scale).translate([w / 2, h / 2]).invert!([w / 2 - dx, h / 2 - dy])!;
    this.view = { lon, lat: Math.max(Math.min(lat, 80), -75), scale: this.view!.scale };
  }

  private key(e: KeyboardEvent) {
    const step = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] }[e.key];
    if (step) this.pan(step[0], step[1]);
    else if (e.key === '+' || e.key === '=') this.zoom(1.5);
    else if (e.key === '-') this.zoom(1 / 1.5);
    else if (e.key === 'Enter' && this.picking && this.view) this.dispatchEvent(new CustomEvent('cv-pick', { detail: { lat: this.view.lat, lon: this.view.lon } }));
    else return;
    e.preventDefault();
  }

  /** Without a drag, the place under the pointer is what somebody means. */
  private released(e: PointerEvent) {
    const { drag } = this;
    this.drag = undefined;
    if (!this.picking || !drag || Math.hypot(e.clientX - drag.x, e.clientY - drag.y) > 4) return;
    const box = this.getBoundingClientRect();
    const at = this.projection().invert!([e.clientX - box.left, e.clientY - box.top]);
    if (at) this.dispatchEvent(new CustomEvent('cv-pick', { detail: { lat: at[1], lon: at[0] } }));
  }

  private down(e: PointerEvent) { this.drag = { x: e.clientX, y: e.clientY, lon: this.view!.lon, lat: this.view!.lat }; }

  private moved(e: PointerEvent) {
    if (!this.drag || !e.buttons) return;
    this.pan(e.clientX - this.drag.x, e.clientY - this.drag.y, { ...this.drag, scale: this.view!.scale });
  }

  /** Markers that would cover each other become one with a number. */
  private spots(project: (at: [number, number]) => [number, number] | null): Spot[] {
    const spots: Spot[] = [];
    for (const marker of this.markers ?? []) {
      const at = project([marker.lon, marker.lat]);
      if (!at || at[0] < -40 || at[1] < -40 || at[0] > this.size.w + 40 || at[1] > this.size.h + 40) continue;
      const near = marker.id === this.selected ? undefined : spots.find((s) => s.all[0].id !== this.selected && Math.hypot(s.x - at[0], s.y - at[1]) < 42);
      if (near) near.all.push(marker);
      else spots.push({ x: at[0], y: at[1], all: [marker] });
    }
    return spots;
  }

  private choose(spot: Spot) {
    if (spot.all.length === 1) this.dispatchEvent(new CustomEvent('cv-marker', { detail: { marker: spot.all[0].id } }));
    else {
      const n = spot.all.length;
      this.touched = true;
      this.view = { lon: spot.all.reduce((s, m) => s + m.lon, 0) / n, lat: spot.all.reduce((s, m) => s + m.lat, 0) / n, scale: Math.min(this.view!.scale * 2.5, 900_000) };
    }
  }

  private pin(spot: Spot) {
    const [first] = spot.all;
    const count = spot.all.length > 1 ? spot.all.reduce((sum, m) => sum + (m.count || 1), 0) : first.count;
    const kind = `pin ${count ? 'many' : ''} ${first.id === this.selected ? 'selected' : ''}`;
    const name = spot.all.length > 1 ? `${count}: ${spot.all.slice(0, 4).map((m) => m.title).join(', ')}` : `${first.title}, ${first.note}`;
    return html`<button class=${kind} style="left:${spot.x}px;top:${spot.y}px;--k:${first.colour}" aria-label=${name} title=${name} @click=${() => this.choose(spot)}>
      ${count ? html`<b>${count}</b>` : svg`<svg aria-hidden="true"><use href="convive/icons.svg#${first.icon}"></use></svg>`}
      ${first.mine ? html`<i></i>` : nothing}</button>`;
  }

  private tileImages() {
    if (!this.tiles) return nothing;
    const { lon, lat, scale } = this.view!;
    const z = Math.max(2, Math.min(18, Math.round(Math.log2((scale * 2 * Math.PI) / 256))));
    const side = (scale * 2 * Math.PI) / 2 ** z;
    const cx = ((lon + 180) / 360) * 2 ** z;
    const cy = ((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * 2 ** z;
    const images = [];
    for (let x = Math.floor(cx - this.size.w / 2 / side); x <= cx + this.size.w / 2 / side; x++)
      for (let y = Math.floor(cy - this.size.h / 2 / side); y <= cy + this.size.h / 2 / side; y++) {
        if (y < 0 || y >= 2 ** z) continue;
        const src = this.tiles.replace('{z}', `${z}`).replace('{x}', `${((x % 2 ** z) + 2 ** z) % 2 ** z}`).replace('{y}', `${y}`);
        images.push(html`<img alt="" src=${src} style="left:${(x - cx) * side + this.size.w / 2}px;top:${(y - cy) * side + this.size.h / 2}px;width:${side + 0.5}px;height:${side + 0.5}px" />`);
      }
    return html`<div class="tiles" aria-hidden="true">${images}</div>`;
  }

  /** A name stands under the markers that are around it. */
  private named(label: Label, [x, y]: [number, number], spots: Spot[]) {
    const near = spots.filter((s) => Math.abs(s.x - x) < 60 && Math.abs(s.y - y) < 46).map((s) => s.y);
    return { ...label, at: [x, Math.max(y, ...near) + 38] };
  }

  render() {
    if (!this.view || !this.size.w) return nothing;
    const projection = this.projection();
    const path = geoPath(projection);
    const line = this.river?.length ? path({ type: 'LineString', coordinates: this.river } as any) : null;
    const spots = this.spots((at) => projection(at));
    const names = (this.labels ?? []).map((one) => this.named(one, projection([one.lon, one.lat])!, spots));
    return html`
      ${this.tileImages()}
      <svg class="ground" tabindex="0" role="application" aria-label=${this.label ?? ''} width=${this.size.w} height=${this.size.h}
        @keydown=${this.key} @pointerdown=${this.down} @pointermove=${this.moved} @pointerup=${this.released}>
        ${this.tiles ? nothing : this.view.scale < 60_000 ? this.countries(path) : svg`${this.contours()}`}
        ${line && !this.tiles ? svg`<path class="bank" d=${line}/><path class="water" d=${line} id="water"/>` : nothing}
        ${names.map((one) => svg`<text class=${one.big ? 'big' : ''} x=${one.at[0]} y=${one.at[1]}>${one.name}</text>`)}
      </svg>
      ${spots.map((spot) => this.pin(spot))}
      <div class="zoom">
        <button aria-label=${this.zoomIn ?? ''} @click=${() => this.zoom(1.6)}>+</button>
        <button aria-label=${this.zoomOut ?? ''} @click=${() => this.zoom(1 / 1.6)}>−</button>
        <button aria-label=${this.zoomAll ?? ''} @click=${() => this.fit()}>⤢</button>
      </div>
      ${this.tiles && this.credit ? html`<small class="credit">${this.credit}</small>` : nothing}
      <slot name="popover"></slot>`;
  }

  /** Land and borders; only the sea while they are on their way. */
  private countries(path: (shape: any) => string | null) {
    const { land } = this;
    return svg`<rect class="sea" width="100%" height="100%"/>
      ${land ? svg`<path class="land" d=${path(land.shapes) ?? ''}/><path class="border" d=${path(land.borders) ?? ''}/>` : nothing}`;
  }

  /** A calm ground where outlines are too coarse: quiet contour lines and woods. */
  private contours() {
    const { w, h } = this.size;
    const wave = (i: number) => Array.from({ length: 13 }, (_, x) => `${x ? 'L' : 'M'}${(x * w) / 12} ${(h * i) / 6 + 26 * Math.sin(x / 1.7 + i * 1.3)}`).join('');
    return [
      ...[0, 1, 2, 3, 4, 5, 6].map((i) => svg`<path class="contour" d=${wave(i)}/>`),
      svg`<ellipse class="wood" cx=${w * 0.8} cy=${h * 0.16} rx=${w * 0.15} ry=${h * 0.09}/><ellipse class="wood" cx=${w * 0.13} cy=${h * 0.72} rx=${w * 0.13} ry=${h * 0.1}/>`,
    ];
  }

  createRenderRoot() {
    const root = super.createRenderRoot() as ShadowRoot;
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = 'convive/map.css';
    root.append(link);
    return root;
  }
}
customElements.define('cv-map', CvMap);
