import { useLingui } from '@lingui/react/macro';
import { type CSSProperties, useEffect, useEffectEvent, useImperativeHandle, useRef, useState } from 'react';
import { Button } from '../Button';
import { cx } from '../cx';
import { useDelayed } from '../Skeleton';
import styles from './Grid.module.css';
import { GridHead } from './GridHead';
import { GridRow, WaitingRow, WideRow } from './GridRow';
import { placesOf } from './layout';
import type { GridProps, Identified } from './props';
import { useColumns } from './useColumns';
import { indexes, useNearEnds } from './useNearEnds';
import { usePlaces } from './usePlaces';
import { useRovingFocus } from './useRovingFocus';
import { useSelection } from './useSelection';
import { useWindow } from './useWindow';

/** The height of the row of headings, as in Grid.module.css. */
const headHeight = 34;

const isCoarse = () => typeof matchMedia === 'function' && matchMedia('(pointer: coarse)').matches;

const nothing: ReadonlySet<string> = new Set();

/**
 * A list of records as an ARIA grid that only renders what is in sight. One tab stop: arrows, Home, End and Page keys
 * (J and K too) move within it, Enter opens, Space peeks, E edits, X selects. It fills its container, which gives the
 * height. Only loaded rows and a few places for missing ones make its length, however long the list is.
 *
 * aria-rowcount is the true count of records, and row indexes count records: the heading row has none.
 */
export function Grid<T extends Identified>(props: GridProps<T>) {
  const { rows, rowCount, selected = nothing, onSelect, isLoading } = props;
  const { t } = useLingui();
  const scroller = useRef<HTMLDivElement>(null);
  const [least] = useState(() => (isCoarse() ? 48 : 0));
  const height = Math.max(props.rowHeight ?? 40, least);
  const isSlow = useDelayed();
  const { layout, ids, placeOfId, idAt, rowAt } = usePlaces(props);
  const { head, gap, tail } = layout;
  const { shown, tracks, leastWidth } = useColumns(scroller, props.columns, !!onSelect);

  const view = useWindow({
    scroller,
    count: placesOf(layout),
    rowHeight: height,
    headHeight,
    idAt,
    placeOf: placeOfId,
    list: props.list,
    hasRows: rows.length > 0,
  });
  const selection = useSelection({ rows, layout, selected, onSelect });
  const focus = useRovingFocus({
    scroller,
    layout,
    idAt,
    placeOfId,
    pageSize: view.inSight,
    scrollTo: view.scrollTo,
    rendered: view.first,
    firstStop: onSelect ? 1 : 0,
    onEnd: props.onEnd,
    onEnter: (place) => props.onOpen?.(rowAt(place)!),
    onSpace: props.onPeek && ((place) => props.onPeek!(rowAt(place)!)),
    onMenu: props.onMenu && ((place, at) => props.onMenu!(rowAt(place)!, at)),
    onE: props.onEdit && ((place) => props.onEdit!(rowAt(place)!)),
    onX: onSelect && ((place) => selection.toggle(rowAt(place)!)),
    onExtend: onSelect && selection.extend,
  });
  useImperativeHandle(props.ref, () => ({ toStart: focus.toStart, toEnd: focus.toEnd }));

  const isAtTail = useNearEnds({ ...props, layout, view, isGoingToEnd: focus.isGoingToEnd });

  const { current } = props;
  const currentPlace = current === undefined ? undefined : placeOfId(current);
  const reachCurrent = useEffectEvent(() => {
    if (currentPlace !== undefined) focus.reach(currentPlace);
  });
  // Only when it is another row: scrolling away is free.
  useEffect(() => reachCurrent(), [current]);

  if (!isLoading && rows.length === 0 && props.empty) return <>{props.empty}</>;

  const failureAt = isAtTail ? head + gap - 1 : head;
  // The row that Tab leads to stays, so that scrolling takes the focus from nobody.
  const rendered = indexes(view.first, view.end);
  if (rows.length > 0 && (focus.row < view.first || focus.row >= view.end)) rendered.push(focus.row);
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={props.label}
      aria-rowcount={rowCount}
      aria-colcount={shown.length + (onSelect ? 1 : 0)}
      aria-busy={isLoading || undefined}
      aria-multiselectable={onSelect ? true : undefined}
      className={cx(styles.grid, leastWidth !== undefined && styles.broad, onSelect && styles.selecting)}
      style={
        {
          '--columns': tracks.join(' '),
          '--row': `${height}px`,
          '--least': leastWidth && `${leastWidth}px`,
        } as CSSProperties
      }
      tabIndex={rows.length === 0 ? 0 : undefined}
      {...focus.gridProps}
    >
      <GridHead
        columns={shown}
        sort={props.sort}
        onSort={props.onSort}
        onSelectAll={onSelect && ((all) => onSelect(new Set(all ? ids : [])))}
        isAll={selection.isAll}
        isSome={selected.size > 0}
      />
      <div role="rowgroup" className={styles.body} style={{ blockSize: view.height }}>
        {rendered.map((place) => {
          const row = rowAt(place);
          if (row !== undefined) {
            const { id } = row;
            return (
              <GridRow
                key={id}
                row={row}
                name={props.rowName(row)}
                columns={shown}
                place={place}
                height={height}
                number={place < head ? place + 1 : rowCount - (head + gap + tail - 1 - place)}
                isSelected={selected.has(id)}
                isCurrent={place === currentPlace}
                onToggle={onSelect && selection.toggle}
              />
            );
          }
          if (place === failureAt && props.moreFailure) {
            return (
              <WideRow key="failure" place={place} height={height}>
                <span role="alert">{props.moreFailure}</span>
                <Button size="small" onPress={props.onRetry}>{t`Retry`}</Button>
              </WideRow>
            );
          }
          return (
            <WaitingRow
              key={`waiting-${place}`}
              columns={shown}
              place={place}
              height={height}
              isShown={!isLoading || isSlow}
            />
          );
        })}
      </div>
    </div>
  );
}
