import { createHash } from 'node:crypto';
import type { Ingredients } from './policies';

/** What all answers of the portal are made of at a moment. */
export interface PortalState {
  /** Of the sources that the pages were built from. */
  build: string;
  /** A hash of the settings that are printed. */
  settings: string;
  /** Of the database; another one after every restore. */
  identity: string;
  /** The number of what is held, raised by every change of it. */
  revision: string;
  /** The day in China: `2026-11-30`. What is in force depends on it. */
  day: string;
}

/** Prints the part of a state that an answer is made of. */
export const printState = ({ build, settings, identity, revision, day }: PortalState, madeOf: Ingredients): string =>
  (madeOf === 'build' ? [build, settings] : [build, settings, day, identity, revision]).join(' ');

/**
 * Makes the entity tag of an answer. It is known without the answer, and weak, because one answer
 * has several encodings.
 * @param state as `printState` gives it
 * @param address with the reader's display choices, as `addressKey` gives it
 */
export const entityTag = (state: string, address: string): string =>
  `W/"${createHash('sha1').update(state).update('\0').update(address).digest('base64url')}"`;

/**
 * Tests `If-None-Match` (RFC 9110, 13.1.2). An asterisk fits nothing: whether there is an answer at
 * all is not known before it is made.
 */
export const fitsEntityTag = (header: string | undefined, tag: string): boolean =>
  header !== undefined && header.split(',').some((each) => strip(each) === strip(tag));

const strip = (tag: string): string => tag.trim().replace(/^W\//, '');
