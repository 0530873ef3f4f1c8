export { secretFetcher } from './fetch-secret.ts';
export { PasswordSecret } from './password-secret.ts';
export { secretAddressOf, withoutSecretAddress } from './secret-address.ts';
export { isWrongPassword, signInWith } from './sign-in.ts';
