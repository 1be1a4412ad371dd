import { describe, expect, test } from 'vitest';
import { digitsOf, isCode } from '../../components/companion/digitsOf';
import { initialsOf } from '../../components/companion/frame/initialsOf';
import { accountIn } from '../../components/companion/security/accountIn';
import { createSessionFetch, type SessionTokenStore } from '../../components/companion/stores';

describe('a typed code', () => {
  test.each(['123456', '123 456', '123-456', ' 012345 '])('%j is accepted', (typed) => {
    expect(isCode(typed)).toBe(true);
    expect(digitsOf(typed)).toMatch(/^\d{6}$/);
  });

  test.each(['', '12345', '1234567', 'abcdef', '١٢٣٤٥٦', '+12345'])('%j is rejected', (typed) => {
    expect(isCode(typed)).toBe(false);
  });
});

test.each([
  ['Ada Okafor', 'AO'],
  ['Ben', 'B'],
  ['Ludwig van Beethoven', 'LB'],
  ['山田 太郎', '山太'],
])('the initials of %s are %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test('the account name in an enrollment URI follows the issuer', () => {
  expect(accountIn('otpauth://totp/My%20Company:a%2Bb%40x.y?secret=AA&issuer=My%20Company')).toBe(
    'a+b@x.y',
  );
});

const tokenStoreWith = (token: string | null): SessionTokenStore & { token: string | null } => ({
  name: crypto.randomUUID(),
  token,
  read() {
    return this.token;
  },
  write(fresh) {
    this.token = fresh;
  },
});
const answer = (body: object) => Promise.resolve(Response.json(body));

describe('a request with the session token', () => {
  test('waits while the token is being replaced, and sends the new token', async () => {
    const tokenStore = tokenStoreWith('old');
    const seen: (string | null)[] = [];
    const fetch = createSessionFetch({
      clientId: 'test',
      tokenStore,
      locks: navigator.locks,
      fetch: (input) => {
        const request = new Request(input);
        seen.push(request.headers.get('authorization'));
        return answer(request.method === 'POST' ? { token: 'new' } : {});
      },
    });
    await Promise.all([
      fetch('https://companion.invalid/two-factor/verify', { method: 'POST' }),
      fetch('https://companion.invalid/me'),
    ]);
    expect(seen).toEqual(['Bearer old', 'Bearer new']);
  });

  test('is retried while the service starts if the request only reads, and is sent once if the request changes something', async () => {
    let calls = 0;
    const fetch = createSessionFetch({
      clientId: 'test',
      tokenStore: tokenStoreWith(null),
      locks: navigator.locks,
      fetch: () => (++calls === 2 ? answer({}) : Promise.reject(new TypeError('nobody'))),
    });
    expect((await fetch('https://companion.invalid/demo')).ok).toBe(true);
    await expect(fetch('https://companion.invalid/sign-in', { method: 'POST' })).rejects.toThrow(
      'nobody',
    );
    expect(calls).toBe(3);
  });
});
