export { SectionPage, type SectionPageProps } from './SectionPage';
export { type Section, Shell, type ShellProps } from './Shell';
