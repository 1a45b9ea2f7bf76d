'use client';

import { useEffect } from 'react';
import { lendHands } from './page-hands';

/** What script adds to the frame of every page. Shows nothing itself; without it nothing is missing. */
export function PageHands() {
  useEffect(lendHands, []);
  return null;
}
