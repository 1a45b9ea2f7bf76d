import { existsSync } from 'node:fs';
import { readSecretFiles } from '@/lib/settings/secret-files';

/**
 * Completes the environment from `.env` and from the files that hold secrets.
 * What is set already stays as it is. Every program calls it before it reads a setting.
 * @throws Error where a secret cannot be read
 */
export function loadEnvironment(): void {
  if (existsSync('.env')) process.loadEnvFile('.env');
  readSecretFiles();
}
