import { canEverywhere, type Viewer } from '@/lib/viewer';

/** What the viewer may do to the companies that they see; the server says the same. */
export function rightsTo(viewer: Viewer) {
  const mayWrite = viewer.permissions.includes('COMPANIES_WRITE');
  return {
    /** To make or to delete one changes who reaches whom. */
    mayCreate: canEverywhere(viewer, 'COMPANIES_WRITE'),
    mayDelete: canEverywhere(viewer, 'COMPANIES_WRITE'),
    /** Its details and its contracts. */
    mayEdit: mayWrite && viewer.reach !== 'MANAGED_GROUPS',
  };
}
