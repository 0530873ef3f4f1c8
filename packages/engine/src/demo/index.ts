export { createDemoChain, type DemoChain, type DemoOptions } from './create-demo-chain.ts';
