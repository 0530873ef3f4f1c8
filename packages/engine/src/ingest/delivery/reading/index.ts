export { isOutOfMemory, withMoreMemory } from './memory.ts';
export { prepareDelivery } from './prepare-delivery.ts';
export { keepRejects, noteRejects, refuseTooMany } from './rejects.ts';
export { forget, type Understood } from './understand.ts';
