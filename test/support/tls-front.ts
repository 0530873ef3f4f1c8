/** A PostgreSQL that speaks TLS, for tests outside of its room. */
export { certificatePath, openTlsFront, type TlsFront } from '../../packages/engine/src/postgres/testing/tls-front.ts';
