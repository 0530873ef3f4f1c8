export { fileDeliveries, type FileDeliveries, type FileFlags, type LeftOut } from './file-deliveries.ts';
