import { createEntryStore } from '../../components/stores/createEntryStore';
import { systemClock } from '../../lib/clock';
import { extractBackupCodes } from '../../lib/platform';
import type { Authenticator } from './authenticator';

/** Keeping and using backup codes from the popup. Loaded only where they are looked at. */
export const backupCodeTools = ({ source }: Pick<Authenticator, 'source'>) => ({
  open: (id: string) => createEntryStore({ vault: source, clock: systemClock, id }),
  grab: ({ tab }: { readonly tab: number }) => extractBackupCodes(tab),
});
