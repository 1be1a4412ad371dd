export { Manage, type ManageProps } from './Manage';
export { goTo } from './goTo';
export { ManageContext, type ManageServices, useManage } from './ManageContext';
export { SectionPage, type SectionPageProps } from './SectionPage';
export type { Section } from './Shell';
