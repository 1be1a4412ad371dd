/** The libraries that have a page in `pages`. */
export declare const libraries: readonly string[];

/** Installs what is missing and bundles the pages. Returns the folder that holds a script for each library. */
export declare function buildLibraries(): Promise<string>;
