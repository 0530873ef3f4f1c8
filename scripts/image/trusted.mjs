/**
 * `node trusted.mjs BUNDLE OUTPUT`, while the image is built: whom connections to RDS trust. BUNDLE is the file of RDS's
 * own authorities, which sign its servers' certificates. RDS Proxy's are signed by Amazon's public authorities, which are
 * not in that file but in Node. Uses Node's built-ins only: nothing is installed where it runs.
 */
import { X509Certificate } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import { pathToFileURL } from 'node:url';

/**
 * RDS's authorities and Amazon's public ones, as the text of one PEM file.
 *
 * @throws Error where the bundle is not what it should be: without certificates, or with any that is of somebody else
 */
export function trusted(bundle, publicRoots = rootCertificates) {
  const own = bundle.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  if (own.length === 0) throw new Error('There is no certificate in the file of RDS; is it a page that says why not?');
  const strange = own
    .map((pem) => new X509Certificate(pem))
    .find((one) => !one.ca || !/^CN=Amazon RDS /m.test(one.subject));
  if (strange)
    throw new Error(`The file of RDS holds a certificate that is not of RDS's authorities: ${strange.subject}`);
  const ofAmazon = publicRoots.filter((pem) => /^O=Amazon$/m.test(new X509Certificate(pem).subject));
  if (ofAmazon.length === 0) throw new Error("None of Amazon's public authorities is among those that Node knows.");
  return `${[...own, ...ofAmazon].join('\n')}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, , bundle, output] = process.argv;
  writeFileSync(output, trusted(readFileSync(bundle, 'utf8')));
}
