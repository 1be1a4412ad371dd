/** The package's own types for this path are not among its exports. */
declare module 'fake-indexeddb/auto';
