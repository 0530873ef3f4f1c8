export { describeDelivery, loadDelivery } from './load-delivery.ts';
export { newDraft } from './report-draft.ts';
export { forget } from './reading/index.ts';
