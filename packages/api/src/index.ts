export { createServer, type ServerOptions } from './server.ts';
export { openFaultReports } from './operating/faults/faults.ts';
export type { OperatingOptions } from './operating/options.ts';
