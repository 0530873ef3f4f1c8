import type { Ask } from '@fluxion/engine/mirror';

/** For servers that are never asked anything of analytics. */
export const noQuestions: Ask = () => Promise.reject(new Error('nobody answers questions here'));
