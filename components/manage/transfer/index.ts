export { ExportPage, type ExportPageProps } from './ExportPage';
export { ImportPage, type ImportPageProps } from './ImportPage';
