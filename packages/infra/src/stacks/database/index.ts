export { connectionsOf, type Connections } from './connections.ts';
export { makeInstance } from './make-instance.ts';
export { makeProxy } from './make-proxy.ts';
export { makeReplica } from './make-replica.ts';
export { makeSecret, makeSecretKey, rotate, secretKeyName } from './make-secrets.ts';
export { administrator, application } from './roles.ts';
export { rdsCertificates, urlOf } from './url.ts';
