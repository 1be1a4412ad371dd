export { drawPicture } from './drawPicture';
export { type InstalledPack, installPack, type PackHooks } from './installPack';
