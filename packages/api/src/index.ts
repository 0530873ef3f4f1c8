export { createServer, type ServerOptions } from './server.ts';
export { openFaultReports, type FaultReports } from './operating/faults/faults.ts';
export type { OperatingOptions } from './operating/operate.ts';
