import { userEvent } from 'vitest/browser';
import { eventually } from '../support/eventually';

/** Finds the button with this visible label once it exists. */
export const seenButton = (name: string): Promise<HTMLButtonElement> =>
  eventually(() => {
    const found = [...document.querySelectorAll('button')].find(
      // The last line: the letter of an avatar may be above it, which screen readers skip.
      (one) =>
        one.checkVisibility() &&
        (one.innerText.split('\n').at(-1) === name || one.ariaLabel === name),
    );
    if (!found) throw new Error(`no button ${name} in: ${document.body.innerText}`);
    return found;
  });

/** Clicks the button with this label. Retries if the page rerenders in between. */
export const press = (name: string): Promise<void> =>
  eventually(async () => userEvent.click(await seenButton(name)));
