/** The package doesn't export its types for this path. */
declare module 'fake-indexeddb/auto';
