export { describeLink, describePeople } from './describe.ts';
export { askedOf, type Asked, type Verb } from './verbs.ts';
