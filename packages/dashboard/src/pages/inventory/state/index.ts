export { LISTS, useHere } from './useHere.ts';
export { useInventory, type InventoryState } from './useInventory.ts';
export { useListTexts, useOverviewTexts } from './useWords.ts';
