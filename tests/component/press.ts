import { userEvent } from 'vitest/browser';
import { eventually } from '../support/eventually';

/** Returns the button with this visible label once it exists. */
export const seenButton = (name: string): Promise<HTMLButtonElement> =>
  eventually(() => {
    const found = [...document.querySelectorAll('button')].find(
      // Compares only the last line, because an avatar's letter, which screen readers skip, may be above it.
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
