export { Newcomer } from './Newcomer';
export { WelcomePage } from './WelcomePage';
