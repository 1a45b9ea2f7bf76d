import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readEnvironment } from '@/lib/settings/env';
import { readImageFile } from './testing/image-file';
import { provideProgram } from './testing/install-with-apt';

const UNITS = path.join('deploy', 'systemd');
/** `systemd-analyze security`: from 0, well closed, to 10. */
const MOST_EXPOSED = 4;
/** Settings that are not the portal's own (lib/settings/env.ts). */
const OTHERS = ['npm_config_omit', 'TMPDIR', 'DATABASE_URL_FILE'];

const text = (...names: string[]): string => readFileSync(path.join('deploy', ...names), 'utf8');
const units = readdirSync(UNITS);
const services = units.filter((name) => name.endsWith('.service'));
const known = new Set([...readFileSync('.env.example', 'utf8').matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name));
const programs = new Set(readdirSync('scripts').map((name) => name.replace(/\.ts$/, '')));

/** Lists the commands of the project that a file runs. */
const commandsIn = (content: string): string[] =>
  [...content.matchAll(/scripts\/run\.mjs(?:',)? '?(?<name>[a-z-]+)/g)].map(({ groups }) => groups!.name!);

const analyze = process.platform === 'linux' ? provideProgram('systemd-analyze', 'systemd') : null;
if (analyze === null) process.stdout.write('   There is no systemd-analyze here: units are not verified.\n');

describe.skipIf(analyze === null)('units', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'gongbao-units-'));
    for (const name of units) copyFileSync(path.join(UNITS, name), path.join(folder, name.replace('@', '@3001')));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const ask = (...args: string[]) => spawnSync(analyze!, args, { encoding: 'utf8' });

  test.each(units)('%s is understood whole', (name) => {
    const { status, stderr } = ask('verify', '--man=no', path.join(folder, name.replace('@', '@3001')));
    expect([status, stderr]).toEqual([0, '']);
  });

  test.each(services)('%s is closed to what it does not need', (name) => {
    const { stdout } = ask('security', '--offline=true', '--no-pager', path.join(folder, name.replace('@', '@3001')));
    const exposure = /exposure level for \S+: (?<level>[\d.]+)/.exec(stdout)?.groups?.level;
    expect(Number(exposure)).toBeLessThanOrEqual(MOST_EXPOSED);
    expect(stdout).toMatch(/✓ User=\/DynamicUser=/);
  });
});

test.each(services)('%s runs a command that there is, with Node as its main process', (name) => {
  const content = text('systemd', name);
  expect(commandsIn(content)).not.toEqual([]);
  for (const command of commandsIn(content)) expect(programs).toContain(command);
  for (const line of content.match(/^ExecStart=.*run\.mjs.*$/gm) ?? [])
    expect(line).toMatch(/^ExecStart=(?:\/usr\/bin\/env node|\/bin\/sh -c 'exec node) /);
});

test.each(units.filter((name) => name.endsWith('.timer')))('%s has a service', (name) => {
  expect(services).toContain(name.replace('.timer', '.service'));
});

test('settings in units, image and compose file are settings of the portal', () => {
  const named = [
    ...services.flatMap((name) => [...text('systemd', name).matchAll(/^#?Environment=(.*)$/gm)].map(([, all]) => all!)),
    ...[...text('Dockerfile').matchAll(/^ENV (.*)$/gm)].map(([, all]) => all!),
    ...[...text('gongbao.env').matchAll(/^#?([A-Z_]+=)/gm)].map(([, name]) => name!),
  ].flatMap((line) => line.split(' ').map((pair) => pair.split('=')[0]!));
  expect(named).toContain('PORT');
  for (const name of named) expect([...known, ...OTHERS]).toContain(name);
});

test('the example of settings is accepted as it stands', () => {
  const lines = [...text('gongbao.env').matchAll(/^([A-Z_]+)=(.*)$/gm)];
  const variables = Object.fromEntries(lines.map(([, name, value]) => [name!, value!]));
  expect(readEnvironment(variables)).toMatchObject({ siteUrl: 'https://gongbao.example.gov.cn' });
});

test('the command reads settings as systemd does: blanks around name and value, quotes, no comments', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongbao-deploy-'));
  const at = (name: string): string => path.join(folder, name);
  writeFileSync(at('env'), '# PORT=1\nPORT = 3100 \nSITE_NAME="示例 公报"\nSITE_URL=https://a.example/?x=1\n');
  mkdirSync(at('scripts'));
  writeFileSync(
    at('scripts/run.mjs'),
    "const { PORT, SITE_NAME, SITE_URL } = process.env; console.log(PORT + '|' + SITE_NAME + '|' + SITE_URL)",
  );
  const script = text('gongbao')
    .replace(/^user=.*/m, `user=${userInfo().username}`)
    .replace(/^release=.*/m, `release=${folder}`)
    .replace(/^settings=.*/m, `settings=${at('env')}`)
    .replace(/ DATA_FOLDER=\S+ TMPDIR=\S+ HOME=\S+/, '');
  const { stdout, stderr } = spawnSync('sh', ['-s', 'check-config'], { input: script, encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  expect([stdout, stderr]).toEqual(['3100|示例 公报|https://a.example/?x=1\n', '']);
});

const service = z.looseObject({
  image: z.string(),
  build: z.strictObject({ context: z.literal('..'), dockerfile: z.string() }).optional(),
  environment: z.record(z.string(), z.string()),
  command: z.array(z.string()),
  secrets: z.array(z.string()).optional(),
  volumes: z.array(z.string()).optional(),
  depends_on: z.record(z.string(), z.strictObject({ condition: z.string() })).optional(),
});
const composeFile = z.strictObject({
  name: z.literal('gongbao'),
  services: z.record(z.string(), service),
  secrets: z.record(z.string(), z.strictObject({ file: z.string() })),
  volumes: z.record(z.string(), z.null()),
});

test('compose.yml: services wait for services that there are, and run commands that there are', () => {
  const { services: all, secrets, volumes } = composeFile.parse(parse(text('compose.yml'), { merge: true }));
  for (const [name, { depends_on: others = {}, ...each }] of Object.entries(all)) {
    for (const other of Object.keys(others)) expect(all).toHaveProperty(other);
    for (const secret of each.secrets ?? []) expect(secrets).toHaveProperty(secret);
    for (const volume of each.volumes ?? [])
      if (!volume.startsWith('.')) expect(volumes).toHaveProperty(volume.split(':')[0]!);
    if (each.build) expect(existsSync(each.build.dockerfile)).toBe(true);
    if (name === 'database') continue;
    expect(commandsIn(each.command.join(' ')).filter((command) => programs.has(command))).toHaveLength(1);
    for (const setting of Object.keys(each.environment)) expect([...known, ...OTHERS]).toContain(setting);
  }
});

test('the image: stages that there are, not as root, Node as its main process, asked whether it is ready', () => {
  const stages = readImageFile(text('Dockerfile'));
  expect(stages.map(({ name }) => name)).toEqual(['packages', 'build', 'portal']);
  const last = stages.at(-1)!;
  const of = (instruction: string) => last.steps.filter((step) => step.instruction === instruction);
  expect(of('USER').map(({ value }) => value)).toEqual(['gongbao']);
  expect(JSON.parse(of('CMD')[0]!.value)).toEqual(['node', 'scripts/run.mjs', 'serve']);
  expect(of('HEALTHCHECK')[0]!.value).toContain('/readyz');
  const ignored = text('Dockerfile.dockerignore').trim().split('\n');
  for (const name of ['.git', '.data', '.env', 'node_modules', 'lib/db/generated']) expect(ignored).toContain(name);
});
