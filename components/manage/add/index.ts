export { Add } from './Add';
