'use client';

import { useEffect } from 'react';
import { readAlong } from './read-along';

/**
 * The reading room's hands: starts what a page of a document does with script. Shows nothing
 * itself; without it nothing is missing.
 */
export function ReadingTools() {
  useEffect(readAlong, []);
  return null;
}
