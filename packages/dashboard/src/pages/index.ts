export { SignInPage } from './sign-in/SignInPage.tsx';
export { takeLinkFromAddress, type SignInLink } from './sign-in/link.ts';
export { useSignInLink } from './sign-in/useSignInLink.ts';
