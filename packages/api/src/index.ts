export { createServer, type ServerOptions } from './server.ts';
export type { OperatingOptions } from './operating/options.ts';
