'use client';

import { useEffect } from 'react';
import { startPageControls } from './page-controls';

/**
 * What script adds to the frame of every page. Shows nothing itself; without it nothing is missing.
 */
export function PageControls() {
  useEffect(startPageControls, []);
  return null;
}
