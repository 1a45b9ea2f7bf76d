import { existsSync } from 'node:fs';
import { readEnvironment, type Environment } from '@/lib/settings/env';
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

/**
 * Reads the settings from the environment and from .env; the environment wins.
 * @throws Error that names every wrong variable and what to write instead
 */
export function loadSettings(): Environment {
  loadEnvironment();
  return readEnvironment();
}
