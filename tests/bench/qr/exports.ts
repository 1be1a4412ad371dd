import { makeOtp } from '../../../lib/otp';
import { writeMigrationUris } from '../../../lib/transfer';
import { enrollment } from './content';
import { shoot } from './photographs';
import type { Random } from './random';
import type { Sample } from './Sample';
import { sheet, type Sheet } from './Sheet';
import { black, page, put, somewhere, white } from './screens';
import { sideOf, type Style } from './stampCode';

/** The style of a dense code with the lowest error correction level, as authenticators export. */
const style: Style = { dark: black, light: white, level: 'L' };

/**
 * Returns Tessera's export of ten accounts, the most that fit into one code. The code needs QR versions 20 to 25.
 */
function migration(by: Random): string {
  const accounts = Array.from({ length: 10 }, () => ({
    issuer: by.text(by.whole(6, 14)),
    account: `${by.text(by.whole(6, 12))}@${by.text(by.whole(6, 10))}.example`,
    otp: makeOtp({ kind: 'totp', secret: Uint8Array.from({ length: 20 }, () => by.whole(0, 255)) }),
  }));
  const [uri = ''] = writeMigrationUris(accounts, by.whole(1, 2 ** 30));
  return uri;
}

function onScreen(by: Random) {
  const text = migration(by);
  const on = page(by, white, black);
  put(on, text, style, somewhere(on, by, sideOf(text, style) * by.pick([2, 3, 4])));
  return { picture: on, texts: [text] };
}

/** Draws six codes of one account each, in two rows, as on a printed sheet. */
function printedSheet(by: Random) {
  const on: Sheet = sheet(1366, 1000, white);
  const texts = Array.from({ length: 6 }, () => enrollment(by));
  texts.forEach((text, i) => {
    const size = sideOf(text, style) * by.whole(4, 6);
    put(on, text, style, { left: 60 + (i % 3) * 430, top: 60 + Math.floor(i / 3) * 470, size });
  });
  return { picture: on, texts };
}

const phone = {
  size: [660, 760],
  tilt: 0.04,
  turn: 0.3,
  blur: 0.6,
  falloff: 0.15,
  grain: 8,
} as const;

const makers: Readonly<
  Record<string, (by: Random) => { readonly picture: Sheet; readonly texts: readonly string[] }>
> = {
  'our Google export': onScreen,
  'our Google export, photographed': (by) => shoot(by, { ...phone, text: migration, level: 'L' }),
  'a sheet of six accounts': printedSheet,
};

/** Yields `count` pictures of each kind of export. */
export function* exports(by: Random, count: number): Generator<Sample> {
  for (const [kind, make] of Object.entries(makers))
    for (let i = 0; i < count; i++) yield { kind, set: 'export', ...make(by) };
}
