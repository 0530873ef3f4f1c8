-- A new second factor takes the place of the one before when it is confirmed, and not when it is asked for.

ALTER TABLE fluxion.credenciales ADD COLUMN totp_pendiente BYTEA;
COMMENT ON COLUMN fluxion.credenciales.totp_secreto IS
  'What codes come from. Encrypted: byte 1, 4 bytes that name the key, 12 of nonce, the secret, 16 of tag (AES-256-GCM, the person''s id authenticated with it). Shorter than that: as it is.';
COMMENT ON COLUMN fluxion.credenciales.totp_pendiente IS 'The same of one that was asked for and is not confirmed yet.';
UPDATE fluxion.credenciales SET totp_pendiente = totp_secreto, totp_secreto = NULL
WHERE totp_confirmado IS NULL AND totp_secreto IS NOT NULL;
