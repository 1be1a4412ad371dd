import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { SyncStore } from '../../stores/createSyncStore';
import type { CameraViewProps } from '../scan/CameraView';

/** What the page "Sync" and the first run of a second device need. */
export interface SyncTools {
  readonly store: SyncStore;
  /** Asks the user for access to an address; call it first thing in a click's handler. */
  readonly allow: (address: string) => Promise<boolean>;
  /** What this device may be called, such as "Firefox on Linux". */
  readonly suggestedName: string;
  /** The modules of a text's QR code. */
  readonly matrixOf: (text: string) => readonly (readonly boolean[])[];
  readonly camera: Pick<CameraViewProps, 'openCamera' | 'readFrame'>;
}

export const SyncContext = createContext<SyncTools | null>(null);

export function useSync(): SyncTools {
  const tools = useContext(SyncContext);
  if (!tools) throw new Error('Drawn outside of the page');
  return tools;
}
