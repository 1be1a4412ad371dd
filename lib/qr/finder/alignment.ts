import type { Point } from '../QrCode';
import { brightness, type Gray } from './Gray';
import { mapped, type Homography } from './Homography';
import { levelAt, type Levels } from './Levels';

/** An alignment pattern: a dark frame of five modules, a light one, and a dark middle. */
const pattern = Array.from({ length: 25 }, (_, i) => {
  const ring = Math.max(Math.abs((i % 5) - 2), Math.abs(Math.floor(i / 5) - 2));
  return { x: (i % 5) - 2, y: Math.floor(i / 5) - 2, dark: ring !== 1 };
});

/** What a perfect pattern scores, what passes for one, and what a module of distance takes off. */
const perfect = pattern.length;
const least = 12;
const perModule = 0.2;

/**
 * Where on the picture the alignment pattern is whose middle should lie at a module, searched in rings around
 * it as far as `reach` modules; null where nothing there looks like one.
 */
export function findAlignment(
  gray: Gray,
  levels: Levels,
  toPicture: Homography,
  middle: number,
  inverted: boolean,
  reach: number,
): Point | null {
  let best = { x: 0, y: 0, score: least };
  const tryAt = (x: number, y: number) => {
    let score = -Math.hypot(x, y) * perModule;
    for (const module of pattern) {
      const place = mapped(toPicture, middle + x + module.x, middle + y + module.y);
      const over = brightness(gray, place.x, place.y) - levelAt(levels, place.x, place.y);
      const light = Math.max(-1, Math.min(1, over / 48));
      score += module.dark === inverted ? light : -light;
    }
    if (score > best.score) best = { x, y, score };
  };
  tryAt(0, 0);
  // No ring can hold a better one as soon as its distance costs more than perfection would bring.
  for (let ring = 0.5; ring <= reach && best.score < perfect - ring * perModule; ring += 0.5)
    for (let y = -ring; y <= ring; y += 0.5)
      for (let x = -ring; x <= ring; x += Math.abs(y) === ring ? 0.5 : 2 * ring) tryAt(x, y);
  if (best.score === least) return null;
  const { x, y } = best;
  for (const dy of [-0.25, 0, 0.25]) for (const dx of [-0.25, 0, 0.25]) tryAt(x + dx, y + dy);
  return mapped(toPicture, middle + best.x, middle + best.y);
}
