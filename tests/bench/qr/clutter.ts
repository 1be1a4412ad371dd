import type { Random } from './random';
import { blend, fill, type Color, type Sheet } from './Sheet';

const mix = (a: Color, b: Color, t: number): Color => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
  a[2] + (b[2] - a[2]) * t,
];

/** Draws lines that resemble letters: stems, bowls and bars, in the sizes of a web page. */
function paragraph(on: Sheet, by: Random, ink: Color, left: number, top: number) {
  const size = by.whole(8, 22);
  const stem = Math.max(1, Math.round(size / 8));
  const lines = by.whole(1, 9);
  const width = by.whole(120, Math.max(160, Math.floor(on.width / 2)));
  for (let line = 0; line < lines; line++) {
    const y = top + Math.round(line * size * 1.5);
    for (let x = left; x < left + width;) {
      const letter = by.whole(Math.ceil(size * 0.3), Math.ceil(size * 0.6));
      if (by.next() < 0.83) {
        const low = by.next() < 0.6 ? Math.round(size * 0.3) : 0;
        fill(on, x, y + low, stem, size - low, ink);
        if (by.next() < 0.6) fill(on, x + letter - stem, y + low, stem, size - low, ink);
        for (const at of [low, Math.round(size * 0.6), size - stem])
          if (by.next() < 0.5) fill(on, x, y + at, letter, stem, ink);
      }
      x += letter + stem + 1;
    }
  }
}

/** Draws something like a photograph: soft waves of color with grain. */
function photograph(on: Sheet, by: Random, left: number, top: number) {
  const width = by.whole(60, 420);
  const height = by.whole(60, 300);
  const waves = Array.from({ length: 6 }, () => ({
    x: by.between(-0.05, 0.05),
    y: by.between(-0.05, 0.05),
    at: by.between(0, 6),
    channel: by.whole(0, 2),
  }));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const c: [number, number, number] = [128, 128, 128];
      for (const w of waves)
        c[w.channel] = (c[w.channel] ?? 0) + 50 * Math.sin(w.x * x + w.y * y + w.at);
      const grain = by.between(-14, 14);
      blend(on, left + x, top + y, [c[0] + grain, c[1] + grain, c[2] + grain]);
    }
}

/** Draws frames, buttons and nested squares, which look like finder patterns. */
function furniture(on: Sheet, by: Random, ink: Color, paper: Color, left: number, top: number) {
  const size = by.whole(10, 60);
  const line = by.whole(1, 3);
  fill(on, left, top, size * by.whole(1, 5), size, mix(paper, ink, by.next()));
  fill(on, left + line, top + line, size - 2 * line, size - 2 * line, paper);
  if (by.next() < 0.5)
    fill(on, left + 2 * line, top + 2 * line, size - 4 * line, size - 4 * line, ink);
}

/** Fills a page with typical content. */
export function clutter(on: Sheet, by: Random, ink: Color, paper: Color) {
  const things = Math.round((on.width * on.height) / 60_000);
  for (let i = 0; i < things; i++) {
    const left = by.whole(0, on.width);
    const top = by.whole(0, on.height);
    const kind = by.next();
    if (kind < 0.55) paragraph(on, by, mix(paper, ink, by.between(0.5, 1)), left, top);
    else if (kind < 0.7) photograph(on, by, left, top);
    else furniture(on, by, ink, paper, left, top);
  }
}
