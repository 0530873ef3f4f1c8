import { X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { expect, it } from 'vitest';

// Plain JavaScript without types: it runs where nothing is installed.
const { trusted } = await import(join(import.meta.dirname, '../../scripts/image/trusted.mjs'));

const [amazon = ''] = rootCertificates.filter((pem) => new X509Certificate(pem).subject.includes('Amazon Root CA 1'));

/** A certificate as RDS's are, in name: its signature is no longer right, which nobody asks of an authority. */
const ofRds = (() => {
  const bytes = new X509Certificate(amazon).raw.toString('latin1').replaceAll('Amazon Root CA 1', 'Amazon RDS xx CA');
  const lines = Buffer.from(bytes, 'latin1').toString('base64').replaceAll(/.{64}/g, '$&\n');
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----`;
})();

it("adds Amazon's public authorities, which sign for RDS Proxy, to those of RDS", () => {
  const written: string = trusted(`${ofRds}\n${ofRds}\n`);
  const certificates = written.match(/-----BEGIN[^-]+-----[^-]+-----END[^-]+-----/g) ?? [];
  const names = certificates.map((pem) => /CN=(.*)/.exec(new X509Certificate(pem).subject)?.[1]);
  expect(names).toEqual(['Amazon RDS xx CA', 'Amazon RDS xx CA', ...[1, 2, 3, 4].map((n) => `Amazon Root CA ${n}`)]);
});

it.each([
  ['a page instead of certificates', '<html>Access denied</html>', 'no certificate in the file of RDS'],
  ['an authority of somebody else', `${ofRds}\n${rootCertificates[0]}`, "not of RDS's authorities"],
])('refuses %s', (_title, bundle, message) => {
  expect(() => trusted(bundle)).toThrow(message);
});
