export { SetAsideCard } from './SetAsideCard';
export { WayOut } from './WayOut';
