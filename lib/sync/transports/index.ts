export { browserSync } from './browserSync';
export { folder } from './folder';
export { webdav } from './webdav';
