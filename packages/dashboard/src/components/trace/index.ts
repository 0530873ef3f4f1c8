export { Origin } from './Origin.tsx';
export { Traced, type TracedProps } from './Traced.tsx';
