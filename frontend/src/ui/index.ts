// The kit. A screen imports from here and contains no colour, size or control of its own.
export { Avatar } from './Avatar';
export { Badge, type Tone } from './Badge';
export {
  Button,
  type ButtonProps,
  type ButtonVariant,
  IconButton,
  type IconButtonProps,
  LinkButton,
  type LinkButtonProps,
} from './Button';
export { Card, type CardProps, FieldGrid, Row, Stack, Whole } from './Card';
export { Checkbox, type CheckboxProps } from './Checkbox';
export { Chip, type ChipProps } from './Chip';
export { ComboBox, type ComboBoxProps } from './ComboBox';
export { DescriptionList, type DescriptionListProps, Tags } from './DescriptionList';
export { Confirm, type ConfirmProps, Dialog, type DialogProps, Drawer, type DrawerProps } from './Dialog';
export { EmptyState, type EmptyStateProps } from './EmptyState';
export { ErrorSummary, type ErrorSummaryProps, type Problem } from './ErrorSummary';
export type { FieldProps } from './Field';
export { Grid, type GridColumn, type GridProps, type GridSort } from './grid/Grid';
export { Kbd } from './Kbd';
export { Link, type LinkProps } from './Link';
export { Menu, type MenuEntry, type MenuGroup, type MenuProps } from './Menu';
export { Note, type NoteProps } from './Note';
export type { Option } from './Option';
export { PageBody, type PageBodyProps, PageHeader, type PageHeaderProps, PageTitle } from './PageHeader';
export { PasswordField, type PasswordFieldProps, type PasswordRule } from './PasswordField';
export { RadioGroup, type RadioGroupProps } from './RadioGroup';
export { SearchField, type SearchFieldProps } from './SearchField';
export { Select, type SelectProps } from './Select';
export { SidePanel, type SidePanelProps } from './SidePanel';
export { Skeleton, useDelayed } from './Skeleton';
export { Spinner } from './Spinner';
export { Switch, type SwitchProps } from './Switch';
export { TabLinks, type TabLinksProps, Tabs, type TabsProps } from './Tabs';
export { Tag } from './Tag';
export { type Picked, TagPicker, type TagPickerProps } from './TagPicker';
export { TextField, type TextFieldProps } from './TextField';
export { clearToasts, showToast, type Toast, ToastRegion } from './Toast';
export { Tooltip, type TooltipProps } from './Tooltip';
export { type TrailItem, Trail } from './Trail';
