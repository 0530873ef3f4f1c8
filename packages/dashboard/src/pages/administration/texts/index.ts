export { pageWords } from './page.ts';
export { peopleWords } from './people.ts';
export { storeWords } from './stores.ts';
