export { Manage, type ManageProps } from './Manage';
export { ManageContext, type ManageParts, goTo, useManage } from './ManageContext';
export { SectionPage, type SectionPageProps } from './SectionPage';
export type { Section } from './Shell';
