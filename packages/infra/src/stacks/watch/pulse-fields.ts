/** Where lines of the API's log have the numbers that become metrics; a test of the API holds its lines against them. */
export const pulseFields = {
  salesAge: '$.store.ageHours',
  rejects: '$.pulse.rejectedLines',
  mirrorLag: '$.pulse.mirrorLagSeconds',
} as const;
