export { Add, type AddProps } from './Add';
