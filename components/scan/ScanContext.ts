import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ScanStore } from '../stores/createScanStore';

export const ScanContext = createContext<ScanStore | null>(null);

export function useScan(): ScanStore {
  const store = useContext(ScanContext);
  if (!store) throw new Error('Drawn outside of a scan');
  return store;
}
