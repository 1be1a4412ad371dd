import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { draft } from '../support/draft';
import { closePopup, openPopup, root, see } from './popupPage';
import { press } from './press';

beforeEach(async () => {
  await page.viewport(360, 560);
  document.documentElement.dataset['view'] = 'popup';
});

afterEach(async () => {
  closePopup();
  delete document.documentElement.dataset['view'];
  await page.viewport(1100, 800);
});

const twenty = Array.from({ length: 20 }, (_, at) => draft(`Site ${at}`));

const whole = (element: Element) => {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
};

test.each([
  { density: 'comfortable', rows: 6 },
  { density: 'compact', rows: 10 },
] as const)(
  'below the search, $rows whole $density rows fit into the popup',
  async ({ density, rows }) => {
    await openPopup(twenty, { preferences: { density } });
    expect([...root.querySelectorAll('li')].filter(whole).length).toBeGreaterThanOrEqual(rows);
  },
);

test.each(['comfortable', 'compact'] as const)(
  'nothing of a %s row is higher than the row',
  async (density) => {
    const backupCodes = [{ code: 'a1b2-c3d4', usedAt: null }];
    await openPopup([{ ...draft('GitHub'), backupCodes, hosts: ['github.com'] }, draft('Google')], {
      site: { tab: 1, host: 'github.com', secure: true },
      preferences: { density, showSeconds: true },
    });
    for (const row of root.querySelectorAll('li')) {
      const { top, bottom } = row.getBoundingClientRect();
      for (const part of row.querySelectorAll('div, button, span')) {
        if (part.closest('[popover]') || part.getClientRects().length === 0) continue;
        const inside = part.getBoundingClientRect();
        expect(inside.top).toBeGreaterThanOrEqual(top);
        expect(inside.bottom).toBeLessThanOrEqual(bottom);
      }
    }
  },
);

test("deleting an account isn't shown as a warning, because it can be undone", async () => {
  await openPopup([draft('GitHub')]);
  await press('More actions for GitHub');
  await see('Delete');
  const colors = [...root.querySelectorAll<HTMLElement>('[role=menuitem]')].map(
    (item) => getComputedStyle(item).color,
  );
  expect(colors.length).toBeGreaterThan(1);
  expect(new Set(colors).size).toBe(1);
});

test('the More menu lists nothing that is disabled', async () => {
  await openPopup([draft('GitHub')]);
  await press('More');
  await see('Help');
  expect(root.querySelectorAll('[role=menuitem]:disabled')).toHaveLength(0);
});

test('the buttons of the question before filling have the same width', async () => {
  await openPopup([draft('GitLab')], { site: { tab: 1, host: 'github.com', secure: true } });
  await press('More actions for GitLab');
  await press('Fill in on this page');
  await see("isn't linked to this site");
  const buttons = page.getByRole('dialog').getByRole('button').elements();
  const words = buttons.filter((button) => (button.textContent ?? '') !== '');
  const widths = words.map((button) => Math.round(button.getBoundingClientRect().width));
  expect(words.length).toBeGreaterThanOrEqual(3);
  expect(new Set(widths).size).toBe(1);
});
