import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { SyncStore } from '../../stores/createSyncStore';
import type { CameraViewProps } from '../scan/CameraView';

/** The services for the page "Sync" and for the first run on a second device. */
export interface SyncTools {
  readonly store: SyncStore;
  /**
   * Requests access to an address. Returns whether access was granted. Must be the first call in a click handler.
   */
  readonly allow: (address: string) => Promise<boolean>;
  /** The folder on this machine, for a store that other software syncs. */
  readonly folder: {
    /** Whether this browser lets an extension use a folder. */
    readonly canChoose: boolean;
    /** Asks the user for a folder. Returns its name, or null if the user cancels. */
    readonly choose: () => Promise<string | null>;
    /** Asks the user to allow access to the chosen folder again. Returns whether the user allowed it. */
    readonly allow: () => Promise<boolean>;
  };
  /** The suggested name for this device, such as "Firefox on Linux". */
  readonly suggestedName: string;
  /** Returns the modules of a QR code for a text, row by row. */
  readonly matrixOf: (text: string) => readonly (readonly boolean[])[];
  readonly camera: Pick<CameraViewProps, 'openCamera' | 'readFrame'>;
}

export const SyncContext = createContext<SyncTools | null>(null);

export function useSync(): SyncTools {
  const tools = useContext(SyncContext);
  if (!tools) throw new Error('Drawn outside of the page');
  return tools;
}
