export { prepareRole, type PreparedRole, type PrepareRole } from './prepare-role.ts';
export type { RoleRights } from './role-rights.ts';
