import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { draft } from '../support/vaultWorld';
import { eventually } from '../support/eventually';
import { closePopup, complaints, openPopup, root, see } from './popupPage';
import { press } from './press';

afterEach(closePopup);

async function openClock(): Promise<void> {
  await press('More');
  await page.getByRole('menuitem', { name: 'Check the clock' }).click();
}

test("one click corrects a clock that differs from the active site's clock", async () => {
  const { parts } = await openPopup([draft('GitHub')], {
    site: { tab: 1, host: 'example.com', secure: true },
    offset: 42_000,
  });
  await openClock();
  await see('example.com');
  await userEvent.keyboard('{Enter}');
  await see('Your clock is 42 seconds slow');
  expect(await complaints()).toEqual([]);
  await press('Correct the time in Tessera');
  await eventually(() => expect(parts.preferences.values.value.clockOffset).toBe(42_000));

  // The comparison uses the corrected clock that codes use, not the computer's clock.
  await openClock();
  await press('Check');
  await see('With your correction of +42 seconds, your codes are right.');
  expect(root.querySelector('dialog')?.innerText).not.toContain('Correct the time');
});

test.each([
  [
    0,
    40_000,
    "This computer's clock is right, so your correction of +40 seconds",
    'Undo the correction',
    0,
  ],
  [
    60_000,
    -40_000,
    'Even with your correction of -40 seconds, the clock is 100',
    'Correct the time in Tessera',
    60_000,
  ],
])(
  'reports the clock of a site that is %i ms ahead while Tessera corrects its own clock by %i ms',
  async (offset, clockOffset, words, way, then) => {
    const { parts } = await openPopup([draft('GitHub')], {
      site: { tab: 1, host: 'example.com', secure: true },
      preferences: { clockOffset },
      offset,
    });
    await openClock();
    await press('Check');
    await see(words);
    await press(way);
    await eventually(() => expect(parts.preferences.values.value.clockOffset).toBe(then));
  },
);
