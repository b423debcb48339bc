import type { LucideIcon } from 'lucide-react';

/** One choice of a Select, ComboBox, TagPicker or RadioGroup. */
export interface Option {
  id: string;
  name: string;
  /** A second, quieter line. */
  description?: string;
  icon?: LucideIcon;
  isDisabled?: boolean;
  /** Why it is disabled, in words; stands in place of the description. */
  reason?: string;
}
