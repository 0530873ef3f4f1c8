export { definitionOf, type DefinitionFlag } from './definition.ts';
export { describeSource, describeSources, scheduleOf } from './describe.ts';
export { trySource } from './try-source.ts';
export { askedOf, type Verb } from './verbs.ts';
