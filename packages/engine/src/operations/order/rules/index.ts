export { nearestCases } from './quantity.ts';
export type { FieldOrderFault, OrderFault, OrderRefusal, WrittenOrder } from './refusal.ts';
export {
  allowedTo,
  editingIn,
  headerFields,
  orderStates,
  quantityFields,
  reaches,
  stepsFrom,
  type Editing,
  type OrderState,
  type QuantityField,
  type Step,
} from './states.ts';
export { suggest, type SuggestionArithmetic, type SupplyFacts } from './suggest.ts';
