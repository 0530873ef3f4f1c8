import { ok, problem, warning, type Verdict } from '@fluxion/engine/diagnosis';

type Stored = Readonly<Record<'current' | 'former key' | 'unknown key' | 'plain', number>>;

/** What to say of how secrets of second factors are stored. */
export function factorVerdicts(stored: Stored, hasKey: boolean): readonly Verdict[] {
  const { current, plain } = stored;
  const [former, unknown] = [stored['former key'], stored['unknown key']];
  if (current + plain + former + unknown === 0) return [ok('Nobody has a second factor.')];
  const verdicts: Verdict[] = [];
  if (unknown > 0) {
    verdicts.push(
      problem(
        `Second factors that cannot be decrypted with the keys of here: ${unknown}.`,
        'Give FLUXION_SECRET_KEY here as `fluxion up` has it. If that key is lost, `fluxion user reset MAIL` lets each of them in.',
      ),
    );
  }
  if (!hasKey && current > 0) {
    verdicts.push(
      warning(
        `Second factors whose secrets are stored as they are: ${current}.`,
        'Set FLUXION_SECRET_KEY: each is encrypted when it is next used.',
      ),
    );
  }
  if (plain + former > 0) {
    const found = `Second factors not encrypted with the key of now yet: ${plain + former}.`;
    verdicts.push(warning(found, 'Each is when it is next used; until then keep the key before beside it.'));
  }
  return verdicts.length > 0 ? verdicts : [ok('Secrets of second factors are encrypted.')];
}
