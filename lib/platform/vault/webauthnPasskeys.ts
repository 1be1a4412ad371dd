import { toBase64url } from '../../crypto';
import { AppError } from '../../errors';
import type { Passkeys } from '../../vault';

const buffer = (bytes: Uint8Array) => new Uint8Array(bytes);

const failed = (cause?: unknown) => new AppError('vault/passkey-failed', {}, { cause });

/**
 * Returns a random challenge. The signature over the challenge isn't verified, because only the secret of the PRF
 * extension matters, and only the authenticator can compute this secret.
 */
const challenge = () => crypto.getRandomValues(new Uint8Array(32));

/** Returns the output of the PRF extension, or null. */
function prfOf(credential: PublicKeyCredential): Uint8Array | null {
  const first = credential.getClientExtensionResults().prf?.results?.first;
  if (first instanceof ArrayBuffer) return new Uint8Array(first);
  return first ? new Uint8Array(first.buffer, first.byteOffset, first.byteLength) : null;
}

async function evaluate(
  candidates: readonly { credential: Uint8Array; salt: Uint8Array }[],
): Promise<{ credential: Uint8Array; prf: Uint8Array }> {
  const evalByCredential = Object.fromEntries(
    candidates.map(({ credential, salt }) => [toBase64url(credential), { first: buffer(salt) }]),
  );
  const found = await navigator.credentials
    .get({
      publicKey: {
        challenge: challenge(),
        userVerification: 'required',
        allowCredentials: candidates.map(({ credential }) => ({
          type: 'public-key',
          id: buffer(credential),
        })),
        extensions: { prf: { evalByCredential } },
      },
    })
    .catch((error: unknown) => {
      throw failed(error);
    });
  const prf = found instanceof PublicKeyCredential ? prfOf(found) : null;
  if (!prf || !(found instanceof PublicKeyCredential)) throw failed();
  return { credential: new Uint8Array(found.rawId), prf };
}

/** Passkeys through WebAuthn with its PRF extension, for the extension's own origin. */
export const webauthnPasskeys: Passkeys = {
  obstacle() {
    if (typeof PublicKeyCredential === 'undefined') return Promise.resolve('no-webauthn');
    // Firefox denies WebAuthn to extension pages.
    return Promise.resolve(location.protocol === 'moz-extension:' ? 'extension-pages' : null);
  },
  async create(label, salt) {
    const made = await navigator.credentials
      .create({
        publicKey: {
          challenge: challenge(),
          rp: { name: 'Tessera' },
          user: { id: challenge().slice(0, 16), name: label, displayName: label },
          pubKeyCredParams: [
            { type: 'public-key', alg: -7 },
            { type: 'public-key', alg: -257 },
          ],
          authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
          extensions: { prf: { eval: { first: buffer(salt) } } },
        },
      })
      .catch((error: unknown) => {
        throw failed(error);
      });
    if (!(made instanceof PublicKeyCredential)) throw failed();
    if (made.getClientExtensionResults().prf?.enabled !== true) throw failed();
    const credential = new Uint8Array(made.rawId);
    // Some authenticators evaluate the PRF at creation, but most only when the passkey is used.
    const prf = prfOf(made);
    return prf ? { credential, prf } : evaluate([{ credential, salt }]);
  },
  evaluate,
};
