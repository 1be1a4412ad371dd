export { ExportPage, type ExportPageProps } from './ExportPage';
export { ImportPage } from './ImportPage';
