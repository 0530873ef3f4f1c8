/**
 * Deletes the tokens and sessions that ended a month ago: a part of the statements that add one, so that the table
 * does not grow for ever. Until then the list of tokens tells what has become of them.
 */
export const forgetEndedSql = `DELETE FROM tokens WHERE least(expira, revocado) < now() - interval '30 days'`;
