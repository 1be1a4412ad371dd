import { createEntryStore } from '../../components/stores/createEntryStore';
import { systemClock } from '../../lib/clock';
import { extractBackupCodes } from '../../lib/platform';
import type { Authenticator } from './authenticator';

/** Returns the tools to save and use backup codes in the popup. Loaded on demand. */
export const backupCodeTools = ({ vault }: Pick<Authenticator, 'vault'>) => ({
  open: (id: string) => createEntryStore({ vault, clock: systemClock, id }),
  grab: ({ tab }: { readonly tab: number }) => extractBackupCodes(tab),
});
