import type { ComponentType } from 'react';

/** The page of each path. */
export const pages: Record<string, ComponentType> = {};
