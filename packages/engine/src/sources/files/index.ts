export {
  fileDeliveries,
  type FileDeliveries,
  type FileDeliveriesOptions,
  type FileFlags,
  type LeftOut,
} from './file-deliveries.ts';
