import { plan, type Bill } from '../bill.ts';

/** An amount as a person reads it: `$118.99`. */
export function dollars(usd: number): string {
  return `${usd < 0 ? '-' : ''}$${Math.abs(usd).toFixed(2)}`;
}

/** A difference: `+$7.00`, `-$58.95`. */
export function change(usd: number): string {
  return usd < 0 ? dollars(usd) : `+${dollars(usd)}`;
}

/** The database against the plan. */
export function databaseVerdict({ databaseUsd }: Bill): string {
  return `the plan said ${dollars(plan.databaseUsd)}: ${over(databaseUsd, plan.databaseUsd)}`;
}

/** Everything against what the system before came to. */
export function totalVerdict({ totalUsd }: Bill): string {
  const range = `the system before came to ${dollars(plan.fromUsd)} to ${dollars(plan.toUsd)}`;
  if (totalUsd < plan.fromUsd) return `${range}: ${over(totalUsd, plan.fromUsd)} the least of it`;
  if (totalUsd > plan.toUsd) return `${range}: ${over(totalUsd, plan.toUsd)} the most of it`;
  return `${range}: ${over(totalUsd, plan.fromUsd)} the least, ${over(totalUsd, plan.toUsd)} the most`;
}

function over(usd: number, limit: number): string {
  return usd > limit ? `${dollars(usd - limit)} over` : `${dollars(limit - usd)} under`;
}
