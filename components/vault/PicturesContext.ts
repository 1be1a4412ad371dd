import { createContext } from 'preact';
import type { Pictures } from '../stores/createPictures';

/** Loads the pictures of accounts. Null on pages without pictures. */
export const PicturesContext = createContext<(() => Promise<Pictures>) | null>(null);
