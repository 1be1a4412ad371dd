import { describe, expect, test } from 'vitest';
import { findOtpUris } from '../../../lib/otp';

const one = 'otpauth://totp/One:a?secret=JBSWY3DPEHPK3PXP&issuer=One';
const two = 'otpauth://totp/Two:b?issuer=Two&secret=KRSXG5CTMVRXEZLU';
const urisIn = (text: string) => findOtpUris(text).map(({ uri }) => uri);

describe('finding URIs inside a text', () => {
  test.each([
    ['lines', `${one}\r\n${two}\n`],
    ['commas', `${one},${two}`],
    ['commas at the ends of lines', `${one},\n${two},`],
    ['spaces', `${one} ${two}`],
    ['tabs', `${one}\t${two}`],
    ['semicolons', `${one}; ${two};`],
    ['nothing', `${one}${two}`],
    ['bullets', `- ${one}\n* ${two}\n`],
    ['numbers', `1. ${one}\n2) ${two}`],
    ['quotation marks', `"${one}"\n'${two}'`],
    ['typographic quotation marks', `„${one}“ und »${two}«`],
    ['labels', `One: ${one}\nTwo: ${two}`],
    ['YAML', `accounts:\n  - uri: ${one}\n  - uri: "${two}"`],
    ['an environment file', `ONE=${one}\nTWO='${two}'`],
    ['a sentence', `Use ${one}, or else ${two}.`],
    ['brackets', `(${one}) [${two}] <${one}>`.replace(` <${one}>`, '')],
    ['Markdown', `[One](${one}) and \`${two}\``],
    ['quoted mail', `> ${one}\n> ${two}`],
    ['HTML', `<a href="${one}">x</a><code>${two}</code>`],
    ['JSON', JSON.stringify({ list: [one, two] })],
  ])('finds two URIs separated by %s', (_, text) => {
    expect(urisIn(text)).toEqual([one, two]);
  });

  test('keeps raw spaces in a URI on a line of its own', () => {
    const spaced = 'otpauth://totp/Air Canada:Ada L?secret=JBSWY3DPEHPK3PXP&issuer=Air Canada';
    expect(urisIn(`${spaced}\n${one}`)).toEqual([spaced, one]);
  });

  test('keeps raw spaces in the label of a URI inside other text', () => {
    const spaced = 'otpauth://totp/Air Canada:Ada?secret=JBSWY3DPEHPK3PXP&issuer=Air%20Canada';
    expect(urisIn(`- ${spaced} (work)`)).toEqual([spaced]);
  });

  test('unescapes a URI inside a web address', () => {
    const address = `https://chart.example/?size=200&chl=${encodeURIComponent(one)}&x=1`;
    expect(urisIn(`see ${address} there`)).toEqual([one]);
  });

  test.each([
    '',
    'hello',
    'steam://run/440',
    'steam://rungameid/12345678901234567890',
    'otpauth:x',
  ])('finds no URI in %j', (text) => {
    expect(urisIn(text)).toEqual([]);
  });

  test('finds URIs of other schemes after a label', () => {
    expect(urisIn('QR-Code:otpauth-migration://offline?data=CgA%3D')).toEqual([
      'otpauth-migration://offline?data=CgA%3D',
    ]);
    expect(urisIn('totp: steam://63BEDWCQZKTQWPESARIERL5DTTQFCJTK')).toEqual([
      'steam://63BEDWCQZKTQWPESARIERL5DTTQFCJTK',
    ]);
  });
});
