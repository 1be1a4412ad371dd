import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { SecurityStore } from '../../stores/createSecurityStore';

export const SecurityContext = createContext<SecurityStore | null>(null);

/** Returns the store of the page "Vault security". */
export function useSecurity(): SecurityStore {
  const store = useContext(SecurityContext);
  if (!store) throw new Error('outside of the page "Vault security"');
  return store;
}
