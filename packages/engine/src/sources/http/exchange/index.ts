export { acceptedEncoding, decompressed } from './decompressed.ts';
export { agentFor, exchange, type Answer, type ExchangeOptions, type HttpRequest } from './exchange.ts';
export type { Limits } from './limits.ts';
