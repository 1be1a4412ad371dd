import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { makeOtp } from '../../lib/otp';
import { draft } from '../support/draft';
import { eventually } from '../support/eventually';
import { closePopup, openPopup, root } from './popupPage';

afterEach(async () => {
  closePopup();
  await page.viewport(1100, 800);
});

const secret = new TextEncoder().encode('12345678901234567890');
const account = (digits: number, hosts: readonly string[]) => ({
  ...draft(`Site with ${digits} digits`),
  otp: makeOtp({ kind: 'totp', secret, digits }),
  hosts,
});

/** Whether the element has a box and is on the first line of its parent, which clips all other lines. */
const isShown = (element: Element) => {
  const parent = element.parentElement?.getBoundingClientRect();
  const [box] = element.getClientRects();
  return box !== undefined && parent !== undefined && box.top < parent.bottom;
};
const boxesOf = (row: Element, selector: string) =>
  [...row.querySelectorAll(selector)].filter(isShown).map((one) => one.getBoundingClientRect());

/** Returns the codes whose digits are cut off, or that reach into the controls at the side of their row. */
function faults(): string[] {
  return [...root.querySelectorAll('li')].flatMap((row) => {
    const codes = [...row.querySelectorAll('[dir=ltr]')].filter(
      (code) => isShown(code) && code.textContent !== '',
    );
    const sides = boxesOf(row, '[class*=side] button, [class*=side] svg, [class*=time]');
    const own = row.getBoundingClientRect();
    return codes.flatMap((code, at) => {
      const range = document.createRange();
      range.selectNodeContents(code);
      const box = range.getBoundingClientRect();
      const after = codes[at + 1]?.getBoundingClientRect();
      const isCut =
        box.left < own.left || box.right > own.right || (after && after.left < box.right);
      const isCovered = sides.some((side) => side.left < box.right && side.right > box.left);
      return isCut || isCovered ? [code.textContent] : [];
    });
  });
}

const widths = [240, 320, 360];
const densities = ['comfortable', 'compact'] as const;

test.each(
  widths.flatMap((width) =>
    densities.flatMap((density) => [false, true].map((ofSite) => ({ width, density, ofSite }))),
  ),
)(
  'at $width px, no code of a $density row is cut off or covered (of the site: $ofSite)',
  async ({ width, density, ofSite }) => {
    await page.viewport(width, 560);
    const { tick } = await openPopup(
      [6, 7, 8, 10].map((digits) => account(digits, ofSite ? ['github.com'] : [])),
      {
        now: 1_700_000_010_000,
        site: { tab: 1, host: 'github.com', secure: true },
        preferences: { density, showSeconds: true, showNext: true },
      },
    );
    await eventually(() => expect(root.innerText).toMatch(/\d{4} \d{4}/));
    const check = () => {
      expect(faults()).toEqual([]);
      for (const box of root.querySelectorAll('[class*=box]'))
        expect(box.scrollWidth).toBeLessThanOrEqual(box.clientWidth);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    };
    check();
    // The last seconds of the time step, in which the next code is shown.
    tick(26_000);
    await eventually(() => expect(root.querySelector('[data-ending]')).not.toBeNull());
    check();
    // After the change, the previous code is shown.
    tick(5_000);
    await eventually(() => expect(root.querySelector('[data-changed]')).not.toBeNull());
    check();
  },
);
