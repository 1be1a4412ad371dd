import { scoreField } from './scoreField';
import { wordsAround, wordsOf } from './wordsOf';

/** Boxes that belong together are at most so many elements below a common parent. */
const deepest = 4;

const isBox = (input: HTMLInputElement): boolean =>
  input.maxLength === 1 ||
  (input.maxLength >= 2 && input.maxLength <= 5) ||
  input.size === 1 ||
  /\b(digit|character|ziffer|zeichen|chiffre|d[íi]gito|box) ?\d|\d+ ?(of|von|de|\/) ?\d+/.test(
    wordsOf(input),
  ) ||
  // Without any of these, a box is told by its form: no wider than it is high.
  (input.maxLength <= 0 && input.offsetWidth <= input.offsetHeight * 1.5 && input.offsetWidth < 90);

const share = (input: HTMLInputElement): number => (input.maxLength > 0 ? input.maxLength : 1);

/** What is around a field, nearest first, out of shadow trees too. */
function around(input: HTMLInputElement): readonly Node[] {
  const found: Node[] = [];
  for (let node: Node | null = input.parentNode; node && found.length < deepest;) {
    found.push(node);
    node = node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
  }
  return found;
}

const isNear = (a: HTMLInputElement, b: HTMLInputElement): boolean => {
  const others = new Set(around(b));
  return around(a).some((node) => others.has(node));
};

const refused =
  /\b(card|credit|cvv|cvc|expiry|sort ?code|postal|zip|birth\w*|iban|serial|licen[cs]e|product key|gift|coupon|voucher|phone|captcha)\b/u;

/** A row of boxes that takes this code, one part each; null where there is none. */
export function findBoxes(
  inputs: readonly HTMLInputElement[],
  { length }: string,
): readonly HTMLInputElement[] | null {
  for (let first = 0; first < inputs.length; first++) {
    const row: HTMLInputElement[] = [];
    let room = 0;
    for (const input of inputs.slice(first)) {
      const last = row.at(-1);
      const fits = isBox(input) && (!last || (share(last) === share(input) && isNear(last, input)));
      if (!fits) break;
      row.push(input);
      room += share(input);
    }
    if (row.length >= 2 && room === length && row.every((input) => isWanted(input, row)))
      return row;
    if (row.length > 1) first += row.length - 1;
  }
  return null;
}

function isWanted(input: HTMLInputElement, row: readonly HTMLInputElement[]): boolean {
  const words = `${wordsOf(input)} ${wordsAround(input)}`;
  if (refused.test(words)) return false;
  // Boxes of one character are hardly ever anything else; wider ones must be named.
  return (
    share(input) === 1 || row.some((one) => scoreField(one, '0'.repeat(share(one)), 'code') >= 25)
  );
}
