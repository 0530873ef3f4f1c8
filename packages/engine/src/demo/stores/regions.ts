/** The centre that serves a store: SQL over the store's `region`. The east and the island have their own. */
export const servingCentre = `CASE WHEN region IN ('Oriente', 'Guayana', 'Insular') THEN 'CEDI_02' ELSE 'CEDI_01' END`;
