import { describe, expect } from 'vitest';
import { page } from 'vitest/browser';
import { dateTime } from '../../components/ui';
import { test } from './companionTest';
import { press, pressInDialog, sees, signInAs } from './companionWorld';

/** Expects the panel to show the time this many minutes after the start of the test. */
const seesClock = (minutes: number) => sees(dateTime(Date.UTC(2026, 0, 15, 12, minutes, 10)));

const openPanel = () => page.getByRole('link', { name: 'Developer panel' }).click();
const openService = () => page.getByRole('link', { name: 'Larkfield', exact: true }).click();

describe('the developer panel', () => {
  test('ends an idle session by moving the clock an hour forward', async ({ world }) => {
    await signInAs('Ben');
    await sees('Welcome, Ben Lindqvist');
    await openPanel();
    await sees('The clock shows real time.');
    await seesClock(0);
    // The session ends after more than an hour. A request that is still on its way doesn't prolong a session that was
    // used less than a minute ago.
    world.wait(1000);
    await press('+ 1 hour');
    await sees('The clock is ahead of real time.');
    await seesClock(60);
    await openService();
    await sees('Your session has ended. Sign in again.');
  });

  test('ends no session by moving the clock ten minutes forward, and adds up several moves', async () => {
    await signInAs('Ben');
    await sees('Welcome, Ben Lindqvist');
    await openPanel();
    await press('+ 10 minutes');
    await seesClock(10);
    await press('+ 1 minute');
    await seesClock(11);
    await openService();
    await sees('Welcome, Ben Lindqvist');
  });

  test('can reset the clock after it was moved', async () => {
    await openPanel();
    const setRight = page.getByRole('button', { name: 'Back to real time' });
    await expect.element(setRight).toBeDisabled();
    await press('+ 1 day');
    await sees('The clock is ahead of real time.');
    await setRight.click();
    await sees('The clock shows real time.');
    await expect.element(setRight).toBeDisabled();
    await openService();
    await signInAs('Ben');
    await sees('Welcome, Ben Lindqvist');
  });

  test('asks before it resets the demo, then signs out and gives everyone a new password', async ({
    world,
  }) => {
    await signInAs('Ben');
    await sees('Welcome, Ben Lindqvist');
    const before = world.passwordOf('Ben');
    await openPanel();
    await press('Reset demo data');
    await pressInDialog('Cancel');
    expect(world.asked).not.toContain('POST /demo/reset');
    await press('Reset demo data');
    await pressInDialog('Reset demo data');
    await sees('Demo data reset.');
    await openService();
    await sees('Sign in to Larkfield');
    expect(world.passwordOf('Ben')).not.toBe(before);
    await signInAs('Ben');
    await sees('Welcome, Ben Lindqvist');
  });
});
