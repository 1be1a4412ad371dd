import type { Signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/**
 * Holds another app's file that the user chose before there was a vault. The import page opens the file once the
 * vault exists.
 */
export const PendingImport = createContext<Signal<File | null> | null>(null);

export const usePendingImport = (): Signal<File | null> | null => useContext(PendingImport);
