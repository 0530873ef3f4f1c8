export { describeFindings, findingsJson } from './describe.ts';
export { look, type DoctorContext } from './look.ts';
