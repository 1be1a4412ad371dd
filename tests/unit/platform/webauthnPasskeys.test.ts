import { beforeEach, describe, expect, test, vi } from 'vitest';
import { systemRandom } from '../../../lib/crypto';
import { webauthnPasskeys } from '../../../lib/platform/vault/webauthnPasskeys';

const salt = systemRandom(32);
const id = systemRandom(16);
const output = systemRandom(32);

class Credential {
  readonly rawId = id.buffer;
  constructor(readonly results: object) {}
  getClientExtensionResults() {
    return this.results;
  }
}

const create = vi.fn<(options: CredentialCreationOptions) => Promise<unknown>>();
const get = vi.fn<(options: CredentialRequestOptions) => Promise<unknown>>();

beforeEach(() => {
  create.mockReset();
  get.mockReset();
  vi.stubGlobal('PublicKeyCredential', Credential);
  vi.stubGlobal('navigator', { credentials: { create, get } });
  vi.stubGlobal('location', { protocol: 'chrome-extension:' });
});

const evaluated = (first: unknown = output.buffer) =>
  new Credential({ prf: { results: { first } } });
const made = (more: object = {}) => new Credential({ prf: { enabled: true, ...more } });
const candidates = [{ credential: id, salt }];

describe('a passkey', () => {
  test('requires user verification when it is created and when it is used', async () => {
    create.mockResolvedValue(made());
    get.mockResolvedValue(evaluated());
    expect(await webauthnPasskeys.create('Laptop', salt)).toEqual({ credential: id, prf: output });
    const selection = create.mock.lastCall?.[0].publicKey?.authenticatorSelection;
    expect(selection?.userVerification).toBe('required');
    expect(get.mock.lastCall?.[0].publicKey?.userVerification).toBe('required');
  });

  test("isn't requested a second time if its PRF was evaluated at creation", async () => {
    create.mockResolvedValue(made({ results: { first: output } }));
    expect(await webauthnPasskeys.create('Laptop', salt)).toEqual({ credential: id, prf: output });
    expect(get).not.toHaveBeenCalled();
  });

  test.each([
    ['a buffer', () => output.buffer],
    ['a view of a longer buffer', () => Uint8Array.of(0, ...output).subarray(1)],
  ])('returns the PRF output from %s', async (_, first) => {
    get.mockResolvedValue(evaluated(first()));
    expect((await webauthnPasskeys.evaluate(candidates)).prf).toEqual(output);
  });

  test.each([
    ['the authenticator has no PRF', () => create.mockResolvedValue(new Credential({ prf: {} }))],
    ['the browser has no PRF', () => create.mockResolvedValue(new Credential({}))],
    ['the user cancels', () => create.mockRejectedValue(new DOMException('no', 'NotAllowedError'))],
    ['the browser returns nothing', () => create.mockResolvedValue(null)],
  ])("isn't added if %s", async (_, arrange) => {
    arrange();
    get.mockResolvedValue(evaluated());
    await expect(webauthnPasskeys.create('Laptop', salt)).rejects.toThrow('vault/passkey-failed');
    expect(get).not.toHaveBeenCalled();
  });

  test.each([
    ['it has no output', () => get.mockResolvedValue(new Credential({}))],
    ['the user cancels', () => get.mockRejectedValue(new DOMException('no', 'NotAllowedError'))],
    ['the browser returns something else', () => get.mockResolvedValue({ results: output })],
  ])("doesn't unlock if %s", async (_, arrange) => {
    arrange();
    await expect(webauthnPasskeys.evaluate(candidates)).rejects.toThrow('vault/passkey-failed');
  });
});

test.each([
  ['moz-extension:', 'extension-pages'],
  ['chrome-extension:', null],
])(
  'on pages with the protocol %s, the reason for unavailable passkeys is %s',
  async (protocol, expected) => {
    vi.stubGlobal('location', { protocol });
    expect(await webauthnPasskeys.obstacle()).toBe(expected);
  },
);

test('without WebAuthn, passkeys are unavailable', async () => {
  vi.stubGlobal('PublicKeyCredential', undefined);
  expect(await webauthnPasskeys.obstacle()).toBe('no-webauthn');
});
