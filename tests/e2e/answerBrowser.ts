import { setTimeout } from 'node:timers/promises';
import { expect } from '@playwright/test';

export interface BrowserQuestion {
  /** Triggers the browser's prompt. */
  readonly ask: () => Promise<unknown>;
  /** Presses a key, by xdotool's name. */
  readonly press: (key: string) => Promise<unknown>;
  /** The keys that lead to the wanted choice. */
  readonly keys: readonly string[];
  readonly isAnswered: () => Promise<boolean>;
}

/**
 * Responds to a browser prompt that no driver can see. Browsers ignore a response that comes too soon after the
 * prompt appears. In this case the prompt is canceled and shown again, and the wait before the response is
 * doubled.
 */
export async function answerBrowser(question: BrowserQuestion): Promise<void> {
  const { ask, press, keys, isAnswered } = question;
  let slowness = 1000;
  await expect(async () => {
    await press('Escape');
    await ask();
    slowness *= 2;
    await setTimeout(slowness);
    for (const key of keys) await press(key);
    await expect.poll(isAnswered, { timeout: 10_000 }).toBe(true);
  }).toPass();
}
