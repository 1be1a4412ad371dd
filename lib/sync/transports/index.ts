export { browserSync } from './browserSync';
export { webdav } from './webdav';
