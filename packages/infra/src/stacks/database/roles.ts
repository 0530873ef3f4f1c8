/** A role of the database and the database that it signs in to. */
export interface Role {
  readonly role: string;
  readonly database: string;
}

/** What RDS makes: used to make the other, and by people in need. */
export const administrator: Role = { role: 'fluxion_admin', database: 'postgres' };

/** What the program works as; `fluxion prepare-role` makes it and its database. */
export const application: Role = { role: 'fluxion', database: 'fluxion' };
