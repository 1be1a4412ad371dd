export { HandOff } from './HandOff';
