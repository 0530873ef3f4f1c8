export { SignInPage } from './sign-in/SignInPage.tsx';
export { takeTokenFromAddress } from './sign-in/token-link.ts';
export { useLinkToken } from './sign-in/useLinkToken.ts';
export { SummaryPage } from './summary/SummaryPage.tsx';
