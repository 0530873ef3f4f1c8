import { accionesAuditadas } from '@fluxion/contract';
import { auditedActions } from '@fluxion/engine/operations';
import { expect, it } from 'vitest';

it('publishes the deeds that the audit log tells of', () => {
  expect(accionesAuditadas).toEqual(auditedActions);
});
