import { expect, test, vi } from 'vitest';
import { takeOpenedLink } from '../../../lib/platform';

function openAt(hash: string) {
  const replaceState = vi.fn();
  vi.stubGlobal('location', { hash });
  vi.stubGlobal('history', { replaceState });
  return { link: takeOpenedLink(), replaceState };
}

test('an opened link is returned and removed from the address', () => {
  const { link, replaceState } = openAt('#/add?link=otpauth%3A%2F%2Ftotp%2Fme%3Fsecret%3DAA');
  expect(link).toBe('otpauth://totp/me?secret=AA');
  expect(replaceState).toHaveBeenCalledWith(null, '', '#/add');
});

test('an opened link with a broken escape is returned unchanged', () => {
  expect(openAt('#/add?link=otpauth%').link).toBe('otpauth%');
});

test('an address without a link stays unchanged', () => {
  const { link, replaceState } = openAt('#/add');
  expect(link).toBeNull();
  expect(replaceState).not.toHaveBeenCalled();
});
