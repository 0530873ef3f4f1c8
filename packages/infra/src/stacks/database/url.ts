import type { Role } from './roles.ts';

/** Where a role signs in, and where its password is; not the password. */
export interface SignIn extends Role {
  readonly host: string;
  readonly secretArn: string;
  /** The file with the certificates of who signed the server's; by those that Node knows where there is none. */
  readonly certificates: string | undefined;
}

/** RDS's own authority, in the image. RDS Proxy's certificates are Amazon Trust's, which every Node knows. */
export const rdsCertificates = '/etc/ssl/rds.pem';

/** The URL that Fluxion takes: `passwordsecret` names the secret in Secrets Manager that it asks for the password. */
export function urlOf({ role, host, database, secretArn, certificates }: SignIn): string {
  const root = certificates === undefined ? '' : `&sslrootcert=${certificates}`;
  return `postgresql://${role}@${host}:5432/${database}?sslmode=verify-full${root}&passwordsecret=${secretArn}`;
}
