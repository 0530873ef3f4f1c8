export { groupObjects, type ObjectGroup } from './groups.ts';
export { nextSteps } from './next-steps.ts';
export { addressOf, type Outcome } from './outcome.ts';
export { proofWord, sideText } from './proof.ts';
export { rate, rateText, secondsText } from './speed.ts';
export { verdictOf, wouldStop, type Tone } from './verdict.ts';
