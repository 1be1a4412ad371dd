import type { Picture } from './Picture';

/**
 * The picture without transparency, laid on white: a transparent PNG's empty pixels are black underneath.
 * Answers the same picture when all of it is opaque.
 */
export function onWhite(picture: Picture): Picture {
  const { data } = picture;
  let opaque = true;
  for (let i = 3; i < data.length && opaque; i += 4) opaque = data[i] === 255;
  if (opaque) return picture;
  const flat = new Uint8ClampedArray(data.length);
  for (let i = 0; i < data.length; i += 4) {
    const alpha = (data[i + 3] ?? 0) / 255;
    for (let c = i; c < i + 3; c++) flat[c] = (data[c] ?? 0) * alpha + 255 * (1 - alpha);
    flat[i + 3] = 255;
  }
  return { ...picture, data: flat };
}
