export { browserSync } from './browserSync';
export { folder, type FolderHandle } from './folder';
export { webdav } from './webdav';
