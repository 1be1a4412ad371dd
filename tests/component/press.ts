import { userEvent } from 'vitest/browser';
import { eventually } from '../support/eventually';

/** The button that a person sees under this name, once it is there. */
export const seenButton = (name: string): Promise<HTMLButtonElement> =>
  eventually(() => {
    const found = [...document.querySelectorAll('button')].find(
      // The last line: above it may stand the letter of an avatar, which screen readers don't say.
      (one) =>
        one.checkVisibility() &&
        (one.innerText.split('\n').at(-1) === name || one.ariaLabel === name),
    );
    if (!found) throw new Error(`no button ${name} in: ${document.body.innerText}`);
    return found;
  });

/** Clicks the button of this name; a page that is drawn anew between the look and the click is looked at again. */
export const press = (name: string): Promise<void> =>
  eventually(async () => userEvent.click(await seenButton(name)));
