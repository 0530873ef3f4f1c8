import { expect, it } from 'vitest';
import { egressUsd, endpointsPayFromGb } from './egress.ts';

it('weighs a NAT gateway and endpoints by what stands and what passes', () => {
  expect(egressUsd('nat-gateway', 2, 100)).toBe(41); // 730 x (0.045 + 0.005) + 100 x 0.045
  expect(egressUsd('endpoints', 2, 100)).toBe(59.4); // 4 x 2 x 730 x 0.01 + 100 x 0.01
  expect(egressUsd('nat-instance', 2, 100)).toBe(egressUsd('nat-instance', 3, 0));
});

it.each([2, 3])('finds in %i zones from how many GB on endpoints cost less', (zones) => {
  const gb = endpointsPayFromGb(zones);
  expect(egressUsd('endpoints', zones, gb)).toBeLessThanOrEqual(egressUsd('nat-gateway', zones, gb));
  expect(egressUsd('endpoints', zones, gb - 1)).toBeGreaterThan(egressUsd('nat-gateway', zones, gb - 1));
});

it('has endpoints cheaper from the start where there is one zone', () => {
  expect(endpointsPayFromGb(1)).toBe(0);
});
