// The kit. A screen imports from here and contains no colour, size or control of its own.
export { ActionBar, ActionBarEnd, type ActionBarProps } from './ActionBar';
export { Avatar } from './Avatar';
export { Badge, type Tone } from './Badge';
export { Button, type ButtonProps, LinkButton, type LinkButtonProps } from './Button';
export type { ButtonVariant } from './buttonLook';
export { IconButton, type IconButtonProps } from './IconButton';
export { BarTools, type BarToolsProps } from './BarTools';
export { Card, type CardProps, FieldGrid, Row, Split, Stack, Whole } from './Card';
export { Checkbox, type CheckboxProps } from './Checkbox';
export { Chip, type ChipProps } from './Chip';
export { ChoiceMenu } from './ChoiceMenu';
export type { ChoiceGroup, ChoiceMenuProps } from './overlays/ChoicePopup';
export { type ChoiceRow, ChoiceTable, type ChoiceTableProps } from './ChoiceTable';
export { ComboBox, type ComboBoxProps } from './combo/ComboBox';
export { DescriptionList, type DescriptionListProps, Tags } from './DescriptionList';
export { Confirm, type ConfirmProps, Dialog } from './Dialog';
export { Drawer } from './Drawer';
export type { DialogProps, DrawerProps } from './overlays/Window';
export { EmptyState, type EmptyStateProps } from './EmptyState';
export { ErrorSummary, type ErrorSummaryProps, type Problem } from './ErrorSummary';
export type { FieldProps } from './Field';
export { Figures, type FiguresProps } from './Figures';
export { FileDrop, type FileDropProps } from './FileDrop';
export { FilterChip, type FilterChipProps } from './FilterChip';
export { Folding } from './Folding';
export { Flyout } from './Flyout';
export type { FlyoutProps } from './overlays/FlyoutPopup';
export { Form, type FormProps } from './Form';
export { Grid } from './grid/Grid';
export type { GridColumn, GridHandle, GridPages, GridProps, GridSort } from './grid/props';
export { GridBox, type GridBoxProps } from './grid/GridBox';
export { GridEnds, type GridEndsProps } from './grid/GridEnds';
export { CopyButton, type CopyButtonProps } from './CopyButton';
export { type Follow, FollowContext } from './follow';
export { Kbd } from './Kbd';
export { isLetter, lettersAreOn, switchLetters, useLetters } from './letters';
export { Link, type LinkProps } from './Link';
export { BarCount, BarSearch, ListScreen, type ListScreenProps } from './ListScreen';
export { Menu, MenuAt, type MenuAtProps, type MenuProps } from './Menu';
export type { MenuEntry, MenuGroup } from './overlays/MenuPopup';
export { Note, type NoteProps } from './Note';
export type { Option } from './Option';
export { PageBody, type PageBodyProps, PageHeader, type PageHeaderProps, PageTitle } from './PageHeader';
export { PasswordField, type PasswordFieldProps, type PasswordRule } from './PasswordField';
export { PlainButton, type PlainButtonProps } from './PlainButton';
export { PlainLink, type PlainLinkProps } from './PlainLink';
export { Progress, type ProgressProps } from './Progress';
export { RadioGroup, type RadioGroupProps } from './RadioGroup';
export { passFocus, returnFocus } from './returnFocus';
export { RowButton, type RowButtonProps } from './RowButton';
export { SearchField, type SearchFieldProps } from './SearchField';
export { Select, type SelectProps } from './combo/Select';
export { SidePanel, type SidePanelProps } from './SidePanel';
export { Skeleton, useDelayed } from './Skeleton';
export { Spinner } from './Spinner';
export { Steps, type StepsProps } from './Steps';
export { Switch, type SwitchProps } from './Switch';
export { Table, type TableColumn, type TableProps } from './Table';
export { TabLinks, type TabLinksProps } from './TabLinks';
export { Tabs, type TabsProps } from './Tabs';
export { Tag } from './Tag';
export { type Picked, TagPicker, type TagPickerProps } from './combo/TagPicker';
export { TextField, type TextFieldProps } from './TextField';
export { ToastRegion, useUndoable } from './Toast';
export {
  clearToasts,
  type Said,
  seeToasts,
  showToast,
  type Toast,
  type Undo,
  undoLast,
  undoToast,
  useToasts,
  useUnseenToasts,
} from './toasts';
export { Tooltip, type TooltipProps } from './Tooltip';
export { usePainted } from './usePainted';
export { useSight } from './useSight';
export { type TrailItem, Trail } from './Trail';
export { type ViewTab, ViewTabEnd, ViewTabItem, ViewTabs, type ViewTabsProps } from './ViewTabs';
