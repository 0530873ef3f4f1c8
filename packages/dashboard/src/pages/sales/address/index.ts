export * from './place.ts';
export * from './view.ts';
