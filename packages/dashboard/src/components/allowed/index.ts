export { Allowed, useHasRole, type AllowedProps } from './Allowed.tsx';
