export { BASE, hrefOf, type Search, type SearchPatch } from './href.ts';
export { keptSearch, pageAt, pageIds, pageList, type PageEntry, type PageId } from './page-list.ts';
export { parseSearch, patchSearch, writeSearch } from './search.ts';
