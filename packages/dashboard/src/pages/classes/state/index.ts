export { useClasses, useClassesQuery, type ClassesQuery } from './useClasses.ts';
export { useWords, type Words } from './useWords.ts';
