import {
  concat,
  fromBase64url,
  fromUtf8,
  hkdfSha256,
  lengthPrefixed,
  nonceLength,
  seal,
  unseal,
  utf8,
} from '../../crypto';
import { domain } from '../format/keys';
import type { VaultContext } from '../VaultContext';
import type { Unlocked } from './createSession';

/**
 * Seals unsaved input, so that a page can keep it while the vault is locked. Both methods throw `vault/locked`
 * while the vault is locked.
 */
export interface DraftSealing {
  /** Encrypts a text with a key of the unlocked vault. Only the same name and the same vault key open it. */
  seal(name: string, text: string): Promise<Uint8Array>;
  /** Decrypts a sealed text. Returns null if the vault key or the name has changed. */
  open(name: string, sealed: Uint8Array): Promise<string | null>;
}

/** Derives the key of drafts from the vault key. Records and heads use different keys. */
const draftKey = ({ key, vault, epoch }: Unlocked) =>
  hkdfSha256({
    key,
    salt: fromBase64url(vault) ?? new Uint8Array(),
    info: lengthPrefixed([domain, 'draft', epoch]),
  });

const context = (vault: string, name: string) => lengthPrefixed([domain, vault, 'drafts', name]);

/** Creates a `DraftSealing`. It stores nothing, so the caller holds the sealed bytes. */
export function createDraftSealing({
  session,
  deps,
}: Pick<VaultContext, 'session' | 'deps'>): DraftSealing {
  return {
    async seal(name, text) {
      const unlocked = await session.require();
      const nonce = deps.random(nonceLength);
      const bound = { key: draftKey(unlocked), nonce, context: context(unlocked.vault, name) };
      return concat(nonce, seal(bound, utf8(text)));
    },
    async open(name, sealed) {
      const unlocked = await session.require();
      const nonce = sealed.subarray(0, nonceLength);
      const bound = { key: draftKey(unlocked), nonce, context: context(unlocked.vault, name) };
      const text = unseal(bound, sealed.subarray(nonceLength));
      return text && fromUtf8(text);
    },
  };
}
